// See unit_line.h.
#include "document/unit_line.h"

#include "document/lines.h"
#include "text/utf8.h"

namespace mingzhang {
namespace {

constexpr std::string_view word = "单位";
/// Longest name of a unit that is tried, in bytes.
constexpr std::size_t longest_unit = 15;

bool is_opening(char32_t c) {
  return c == U'（' || c == U'(' || c == U'【' || c == U'[';
}
bool is_closing(char32_t c) {
  return c == U'）' || c == U')' || c == U'】' || c == U']';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  for (CodePoint c = decode_utf8(text, at); c.size != 0 && is_space(c.value); c = decode_utf8(text, at))
    at += c.size;
  return at;
}

/// The words up to a space, a bracket or a mark.
std::size_t end_of_name(std::string_view text, std::size_t at) {
  for (CodePoint c = decode_utf8(text, at); c.size != 0; c = decode_utf8(text, at)) {
    if (is_space(c.value) || is_closing(c.value) || c.value == U'，' || c.value == U'；' || c.value == U',')
      break;
    at += c.size;
  }
  return at;
}

/// Before 单位 may stand 金额, 计量 or 货币, but no other word.
std::size_t start_of_label(std::string_view text, std::size_t at) {
  for (const std::string_view before :
       {std::string_view("金额"), std::string_view("计量"), std::string_view("货币")}) {
    if (text.substr(0, at).ends_with(before)) return at - before.size();
  }
  return at;
}

bool stands_free(std::string_view text, std::size_t at) {
  const CodePoint c = decode_utf8_before(text, at);
  return c.size == 0 || is_space(c.value) || is_opening(c.value) || !is_han(c.value);
}

}  // namespace

UnitLine find_unit_line(std::string_view text, Span words) {
  const std::string_view inside = words.of(text);
  for (std::size_t at = inside.find(word); at != std::string_view::npos;
       at = inside.find(word, at + word.size())) {
    std::size_t start = start_of_label(inside, at);
    if (!stands_free(inside, start)) continue;
    std::size_t name = skip_spaces(inside, at + word.size());
    const CodePoint colon = decode_utf8(inside, name);
    if (colon.value != U'：' && colon.value != U':') continue;
    name = skip_spaces(inside, name + colon.size);
    std::size_t end = end_of_name(inside, name);
    if (end - name > longest_unit) continue;
    const Unit unit = unit_named(inside.substr(name, end - name));
    if (unit == Unit::none) continue;
    const CodePoint before = decode_utf8_before(inside, start);
    const CodePoint after = decode_utf8(inside, end);
    if (before.size != 0 && is_opening(before.value) && after.size != 0 && is_closing(after.value)) {
      start -= before.size;
      end += after.size;
    }
    const Span span{words.start + static_cast<std::uint32_t>(start),
                    words.start + static_cast<std::uint32_t>(end)};
    return {span, unit, trimmed_span(text, words) == span};
  }
  return {};
}

UnitLine find_unit_of_label(std::string_view text, Span words) {
  const std::string_view inside = words.of(text);
  const CodePoint last = decode_utf8_before(inside, inside.size());
  if (last.size == 0 || !is_closing(last.value)) return {};
  const std::size_t end = inside.size() - last.size;
  for (std::size_t at = end; at > 0 && end - at <= longest_unit;) {
    const CodePoint c = decode_utf8_before(inside, at);
    if (is_opening(c.value)) {
      const Unit unit = unit_named(trimmed(inside.substr(at, end - at)));
      return unit == Unit::none ? UnitLine{} : UnitLine{words, unit, at == c.size};
    }
    at -= c.size;
  }
  return {};
}

}  // namespace mingzhang
