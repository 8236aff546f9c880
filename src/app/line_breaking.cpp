// Character classes and the pairs that stay together. See line_breaking.h.
#include "app/line_breaking.h"

#include "text/utf8.h"

#include <algorithm>
#include <iterator>

namespace mingzhang {
namespace {

constexpr std::u32string_view opening_marks = U"（《“‘【〔「『〈([{";
constexpr std::u32string_view closing_marks = U"，。、；：！？）》”’】〕」』〉,.;:!?)]}%％…";
constexpr std::u32string_view operators = U"+−=≠＝×÷<>≤≥＜＞→";
constexpr std::u32string_view signs_before_figures = U"+−-±≥≤≧≦＜＞<>";
// Longest first: 万元 before 万.
constexpr std::u32string_view units[] = {
    U"个百分点", U"百万元", U"平方米", U"亿元", U"万元", U"千元", U"人次", U"年度", U"元",
    U"万",       U"亿",     U"人",     U"名",   U"件",   U"辆",   U"部",   U"台",   U"套",
    U"次",       U"项",     U"户",     U"期",   U"批",   U"份",   U"处",   U"个",   U"年",
    U"月",       U"日",     U"天",     U"倍",   U"%",    U"％",   U"条",   U"张",   U"家"};

enum class Kind : std::uint8_t { space, digit, latin, opening, closing, operation, dash, han };

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

Kind kind_of_character(char32_t c) {
  if (c != U'\u00A0' && is_space(c)) return Kind::space;
  if (is_digit(c)) return Kind::digit;
  if (opening_marks.find(c) != std::u32string_view::npos) return Kind::opening;
  if (closing_marks.find(c) != std::u32string_view::npos) return Kind::closing;
  if (operators.find(c) != std::u32string_view::npos) return Kind::operation;
  if (c == U'—' || c == U'─') return Kind::dash;
  if (c < 0x2000) return Kind::latin;  // Latin, Greek, Cyrillic and their neighbours break at spaces
  return Kind::han;
}

bool is_wide_mark(char32_t c) {
  return c >= 0x2018;  // ASCII brackets and commas have no blank half
}

/// The pair alone decides; figures and their units are bound afterwards.
bool may_part(Kind before, char32_t before_value, Kind here) {
  if (here == Kind::space || here == Kind::closing) return false;
  if (before == Kind::opening) return false;
  if (before == Kind::space) return here != Kind::operation;
  if (here == Kind::dash) return false;
  const bool before_word = before == Kind::latin || before == Kind::digit;
  const bool here_word = here == Kind::latin || here == Kind::digit;
  if (before == Kind::closing && here_word) return is_wide_mark(before_value);
  return !(before_word && (here_word || here == Kind::opening));
}

Joint joint_between(const Character& before, Kind before_kind, const Character& here, Kind here_kind) {
  const auto is_word = [](Kind kind, char32_t c) {
    const bool letter = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c >= 0xC0;
    return kind == Kind::digit || (kind == Kind::latin && letter) || c == U'%';
  };
  const bool before_han = before_kind == Kind::han && is_han(before.value);
  const bool here_han = here_kind == Kind::han && is_han(here.value);
  if ((before_han && is_word(here_kind, here.value)) || (here_han && is_word(before_kind, before.value))) {
    return Joint::thin_space;
  }
  const bool before_mark = before.opening || before.closing, here_mark = here.opening || here.closing;
  const bool blanks_meet = before_mark && here_mark && (before.closing || here.opening);
  return blanks_meet ? Joint::squeezed : Joint::plain;
}

std::size_t unit_length(const std::vector<Character>& text, std::size_t at) {
  for (const std::u32string_view unit : units) {
    if (at + unit.size() > text.size()) continue;
    const bool same = std::equal(unit.begin(), unit.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                                 [](char32_t c, const Character& other) { return c == other.value; });
    if (same) return unit.size();
  }
  return 0;
}

/// ≥95% and 16.20 万元 are one word each.
void bind_figures(std::vector<Character>& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i].value)) continue;
    const bool signed_figure =
        i > 0 && signs_before_figures.find(text[i - 1].value) != std::u32string_view::npos;
    if (signed_figure) text[i].may_break = false;
    if (i + 1 < text.size() && is_digit(text[i + 1].value)) continue;
    std::size_t unit = i + 1;
    if (unit < text.size() && text[unit].space) ++unit;
    const std::size_t length = unit_length(text, unit);
    for (std::size_t k = i + 1; k < unit + length && length > 0; ++k)
      text[k].may_break = false;
  }
}

}  // namespace

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> out;
  out.reserve(text.size() / 2);
  bool line_feed = false;
  Kind before = Kind::space;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (point.value == U'\n' || point.value == U'\r') {
      line_feed = line_feed || point.value == U'\n';
      at += point.size;
      continue;
    }
    const Kind kind = kind_of_character(point.value);
    Character here{.value = point.value,
                   .offset = static_cast<std::uint32_t>(at),
                   .size = static_cast<std::uint8_t>(point.size)};
    here.opening = kind == Kind::opening && is_wide_mark(point.value);
    here.closing = kind == Kind::closing && is_wide_mark(point.value) && point.value != U'…';
    here.space = kind == Kind::space;
    here.must_break = line_feed;
    if (!out.empty() && !line_feed) {
      here.may_break = may_part(before, out.back().value, kind);
      here.joint = joint_between(out.back(), before, here, kind);
    }
    out.push_back(here);
    before = kind;
    line_feed = false;
    at += point.size;
  }
  bind_figures(out);
  return out;
}

}  // namespace mingzhang
