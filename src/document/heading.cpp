// See heading.h.
#include "document/heading.h"

#include "document/lines.h"
#include "text/quantity.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

using namespace std::literals;

/// Longest run-in heading, in bytes: thirty Han characters. What is longer is a sentence.
constexpr std::uint32_t longest_run_in = 90;
constexpr int highest_ordinal = 200;

/// Reads a line from the left; every step either takes what it names or leaves the place.
class Cursor {
 public:
  Cursor(std::string_view text, Span line) : text_(text), line_(line), at_(line.start) {}

  std::uint32_t at() const { return at_; }
  std::string_view left() const { return text_.substr(at_, line_.end - at_); }
  bool take(std::string_view words) {
    if (!left().starts_with(words)) return false;
    at_ += static_cast<std::uint32_t>(words.size());
    return true;
  }
  template <std::size_t n>
  bool take_any(const std::string_view (&choices)[n]) {
    return std::any_of(choices, choices + n, [&](std::string_view words) { return take(words); });
  }
  void skip_spaces() {
    for (CodePoint c = decode_utf8(text_, at_); at_ < line_.end && is_space(c.value);
         c = decode_utf8(text_, at_)) {
      at_ += c.size;
    }
  }
  /// ASCII or full-width digits, at most three; 0 for none.
  int take_digits() {
    int value = 0;
    for (int i = 0; i < 4 && at_ < line_.end; ++i) {
      const CodePoint c = decode_utf8(text_, at_);
      const char32_t digit = c.value >= U'０' && c.value <= U'９' ? c.value - U'０' : c.value - U'0';
      if (digit > 9) return value;
      if (i == 3) return 0;
      value = value * 10 + static_cast<int>(digit);
      at_ += c.size;
    }
    return value;
  }
  /// Chinese numerals up to 199; 0 for none.
  int take_numeral() {
    const std::uint32_t start = at_;
    while (line_.end - at_ >= 3 && at_ - start < 15 && is_numeral(text_.substr(at_, 3)))
      at_ += 3;
    if (at_ == start) return 0;
    const auto value = parse_chinese_numeral(text_.substr(start, at_ - start));
    if (!value || value->decimals() != 0 || *value > Decimal(highest_ordinal, 0)) return 0;
    return static_cast<int>(value->coefficient());
  }

 private:
  static bool is_numeral(std::string_view character) {
    static constexpr std::string_view numerals = "一二三四五六七八九十百零〇";
    const std::size_t at = numerals.find(character);
    return at != std::string_view::npos && at % 3 == 0;
  }

  std::string_view text_;
  Span line_;
  std::uint32_t at_;
};

constexpr std::string_view opening[] = {"（"sv, "("sv};
constexpr std::string_view closing[] = {"）"sv, ")"sv};
constexpr std::string_view commas[] = {"、"sv, "．"sv, "."sv, "，"sv, ","sv};
constexpr std::string_view points[] = {"、"sv, "．"sv, "."sv};

struct Number {
  std::uint8_t level;
  int ordinal;
  Span span;
  std::uint32_t end;  // after the separator
};

bool digit_follows(std::string_view left) {
  const CodePoint c = decode_utf8(left, 0);
  return (c.value >= U'0' && c.value <= U'9') || (c.value >= U'０' && c.value <= U'９');
}

/// "2020年" and "2020 年": the one number that may follow the number of a heading directly.
bool year_follows(std::string_view left) {
  return left.size() > 4 && (left.starts_with("20") || left.starts_with("19")) && left[2] >= '0' &&
         left[2] <= '9' && left[3] >= '0' && left[3] <= '9' && !(left[4] >= '0' && left[4] <= '9');
}

std::optional<Number> part_number(Cursor cursor) {  // 第一部分
  const std::uint32_t start = cursor.at();
  if (!cursor.take("第")) return std::nullopt;
  cursor.skip_spaces();
  const int ordinal = cursor.take_numeral();
  cursor.skip_spaces();
  if (ordinal == 0 || !cursor.take("部分")) return std::nullopt;
  const Span span{start, cursor.at()};
  // 第一部分内容是…，第二部分… is a sentence about parts: there the words follow without a gap, and clauses
  // follow them.
  const std::uint32_t before = cursor.at();
  if (!cursor.take("：") && !cursor.take(":")) cursor.take_any(commas);
  cursor.skip_spaces();
  const bool sentence = cursor.left().size() > longest_run_in ||
                        cursor.left().find("，") != std::string_view::npos ||
                        cursor.left().find("。") != std::string_view::npos;
  if (cursor.at() == before && sentence) return std::nullopt;
  return Number{0, ordinal, span, cursor.at()};
}

std::optional<Number> numeral_number(Cursor cursor) {  // 一、
  const std::uint32_t start = cursor.at();
  const int ordinal = cursor.take_numeral();
  const Span span{start, cursor.at()};
  cursor.skip_spaces();
  if (ordinal == 0 || !cursor.take_any(points)) return std::nullopt;
  // 二、三线的同志: a list in a sentence.
  Cursor after = cursor;
  if (after.take_numeral() != 0) {
    after.skip_spaces();
    if (after.take_any(points) || after.left().starts_with("线") || after.left().starts_with("级"))
      return std::nullopt;
  }
  return Number{1, ordinal, span, cursor.at()};
}

std::optional<Number> bracketed_number(Cursor cursor) {  // （一） （1）
  const std::uint32_t start = cursor.at();
  if (!cursor.take_any(opening)) return std::nullopt;
  cursor.skip_spaces();
  std::uint8_t level = 2;
  int ordinal = cursor.take_numeral();
  if (ordinal == 0) {
    level = 4;
    ordinal = cursor.take_digits();
  }
  cursor.skip_spaces();
  if (ordinal == 0 || !cursor.take_any(closing)) return std::nullopt;
  const Span span{start, cursor.at()};
  cursor.take_any(points);
  return Number{level, ordinal, span, cursor.at()};
}

std::optional<Number> digit_number(Cursor cursor) {  // 1、 1. 1． 1）
  const std::uint32_t start = cursor.at();
  const int ordinal = cursor.take_digits();
  Span span{start, cursor.at()};
  if (ordinal == 0 || ordinal > highest_ordinal) return std::nullopt;
  if (cursor.take_any(closing)) return Number{4, ordinal, {start, cursor.at()}, cursor.at()};
  cursor.skip_spaces();
  if (!cursor.take_any(points)) return std::nullopt;
  if (digit_follows(cursor.left()) && !year_follows(cursor.left())) return std::nullopt;
  return Number{3, ordinal, span, cursor.at()};
}

std::optional<Number> circled_number(Cursor cursor) {  // ① to ⑳
  const CodePoint c = decode_utf8(cursor.left(), 0);
  if (c.value < U'①' || c.value > U'⑳') return std::nullopt;
  const Span span{cursor.at(), cursor.at() + c.size};
  Cursor after = cursor;
  after.take(cursor.left().substr(0, c.size));
  after.take_any(points);
  return Number{4, static_cast<int>(c.value - U'①') + 1, span, after.at()};
}

std::optional<Number> take_number(std::string_view text, Span line) {
  const Cursor cursor(text, line);
  const auto first = static_cast<unsigned char>(text[line.start]);
  if (first >= '0' && first <= '9') return digit_number(cursor);
  if (first == '(') return bracketed_number(cursor);
  if (first == 0xE2) return circled_number(cursor);
  if (first == 0xEF) {  // full-width forms
    const auto bracketed = bracketed_number(cursor);
    return bracketed ? bracketed : digit_number(cursor);
  }
  if (first < 0xE3 || first > 0xE9) return std::nullopt;
  const auto part = part_number(cursor);
  return part ? part : numeral_number(cursor);
}

/// Digits other than a year's: the words state a figure, so they are more than a heading.
bool states_figure(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] < '0' || words[i] > '9') continue;
    if (!year_follows(words.substr(i))) return true;
    i += 3;
  }
  return false;
}

struct Stop {
  std::uint32_t at;   // end of the words before the mark
  std::uint32_t end;  // after the mark; equal to `at` where none was found
  bool colon;
  bool clause;  // a comma or semicolon stands before it
};

/// The first colon that no other mark precedes, or else the end of the first sentence. The marks looked for
/// begin with E3 (。) or EF (：，；！？), so other characters are passed over by the length that their first
/// byte tells.
Stop first_stop(std::string_view text, Span words) {
  bool clause = false;
  for (std::uint32_t at = words.start; at < words.end;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte == ':' && !clause) return {at, at + 1, true, false};
      clause = clause || byte == ';' || byte == ',';
      ++at;
    } else if (byte == 0xE3 || byte == 0xEF) {
      const std::string_view mark = text.substr(at, 3);
      if (mark == "：" && !clause) return {at, at + 3, true, false};
      if (mark == "。" || mark == "！" || mark == "？") return {at, at + 3, false, clause};
      clause = clause || mark == "，" || mark == "；";
      at += 3;
    } else {
      at += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    }
  }
  return {words.end, words.end, false, clause};
}

}  // namespace

std::optional<Heading> parse_heading(std::string_view text, Span line) {
  if (line.empty()) return std::nullopt;
  const auto number = take_number(text, line);
  if (!number) return std::nullopt;
  Heading heading;
  heading.level = number->level;
  heading.ordinal = static_cast<std::uint16_t>(number->ordinal);
  heading.number = number->span;
  const Span words = trimmed_span(text, {number->end, line.end});
  const Stop stop = first_stop(text, words);
  heading.title = trimmed_span(text, {words.start, stop.at});
  if (heading.title.of(text).ends_with("；")) heading.title.end -= 3;
  heading.rest = line.end;
  const Span rest = trimmed_span(text, {stop.end, line.end});
  const bool figure = heading.level >= 2 && states_figure(heading.title.of(text));
  const bool marked = stop.end != stop.at;
  if (heading.title.size() > longest_run_in || stop.clause ||
      (marked && !stop.colon && (rest.empty() || figure)) || (!marked && figure)) {
    heading.form = HeadingForm::sentence;
  } else if (marked && !rest.empty()) {
    heading.form = HeadingForm::run_in;
    heading.rest = rest.start;
  }
  return heading;
}

}  // namespace mingzhang
