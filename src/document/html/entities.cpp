// Names and the numbers from windows-1252 as in the HTML Standard, 13.2.5.72 ff. See entities.h.
#include "document/html/entities.h"

#include "text/utf8.h"

#include <algorithm>
#include <cstdint>

namespace mingzhang {
namespace {

struct Named {
  std::string_view name;
  char32_t character;
};
// In order of names.
constexpr Named named[] = {
    {"amp", U'&'},   {"apos", U'\''},  {"asymp", U'≈'},    {"bull", U'•'},   {"cent", U'¢'},
    {"copy", U'©'},  {"deg", U'°'},    {"divide", U'÷'},   {"emsp", 0x2003}, {"ensp", 0x2002},
    {"equiv", U'≡'}, {"euro", U'€'},   {"frac12", U'½'},   {"frac14", U'¼'}, {"frac34", U'¾'},
    {"ge", U'≥'},    {"gt", U'>'},     {"hellip", U'…'},   {"infin", U'∞'},  {"laquo", U'«'},
    {"larr", U'←'},  {"ldquo", U'“'},  {"le", U'≤'},       {"lsquo", U'‘'},  {"lt", U'<'},
    {"mdash", U'—'}, {"middot", U'·'}, {"minus", U'−'},    {"nbsp", 0xA0},   {"ndash", U'–'},
    {"ne", U'≠'},    {"para", U'¶'},   {"permil", U'‰'},   {"plusmn", U'±'}, {"pound", U'£'},
    {"quot", U'"'},  {"radic", U'√'},  {"raquo", U'»'},    {"rarr", U'→'},   {"rdquo", U'”'},
    {"reg", U'®'},   {"rsquo", U'’'},  {"sect", U'§'},     {"shy", 0xAD},    {"sum", U'∑'},
    {"sup2", U'²'},  {"sup3", U'³'},   {"thinsp", 0x2009}, {"times", U'×'},  {"trade", U'™'},
    {"yen", U'¥'},   {"zwj", 0x200D},  {"zwnj", 0x200C}};
static_assert(std::is_sorted(std::begin(named), std::end(named),
                             [](const Named& a, const Named& b) { return a.name < b.name; }));

/// What browsers take &#128; to &#159; for.
constexpr char32_t windows_1252[] = {
    U'€',   0xFFFD, U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', U'Š', U'‹', U'Œ', 0xFFFD, U'Ž', 0xFFFD,
    0xFFFD, U'‘',   U'’', U'“', U'”', U'•', U'–', U'—', U'˜', U'™', U'š', U'›', U'œ', 0xFFFD, U'ž', U'Ÿ'};

char32_t character_of(std::uint32_t number) {
  if (number >= 0x80 && number <= 0x9F) return windows_1252[number - 0x80];
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return 0xFFFD;
  return number;
}

/// Bytes of the reference that `text` begins with, behind the '&'; 0 for none.
std::size_t read_number(std::string_view text, char32_t& character) {
  std::size_t at = 1;
  const bool hexadecimal = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  at += hexadecimal;
  std::uint32_t number = 0;
  const std::size_t first = at;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const int digit = c >= '0' && c <= '9'                  ? c - '0'
                      : hexadecimal && c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : hexadecimal && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                            : -1;
    if (digit < 0) break;
    number = std::min<std::uint32_t>(0x110000,
                                     number * (hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(digit));
  }
  if (at == first) return 0;
  character = character_of(number);
  return at + (at < text.size() && text[at] == ';');
}

std::size_t read_name(std::string_view text, char32_t& character) {
  std::size_t end = 0;
  while (end < text.size() && end < 8 &&
         ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z') ||
          (text[end] >= '0' && text[end] <= '9')))
    ++end;
  const std::string_view name = text.substr(0, end);
  const auto found =
      std::lower_bound(std::begin(named), std::end(named), name,
                       [](const Named& entry, std::string_view wanted) { return entry.name < wanted; });
  if (found == std::end(named) || found->name != name) return 0;
  character = found->character;
  return end + (end < text.size() && text[end] == ';');
}

}  // namespace

void append_without_references(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    out += text.substr(at, next - at);
    at = next;
    if (at == text.size()) return;
    const std::string_view rest = text.substr(at + 1);
    char32_t character = 0;
    const std::size_t size =
        rest.starts_with('#') ? read_number(rest, character) : read_name(rest, character);
    if (size == 0) {
      out += '&';
    } else {
      append_utf8(out, character);
    }
    at += 1 + size;
  }
}

}  // namespace mingzhang
