// Format codes as ECMA-376 part 1, 18.8.30 and .31 describe them, and as Excel in China writes them. See
// number_format.h.
#include "document/xlsx/number_format.h"

#include "document/xlsx/digits.h"
#include "text/utf8.h"

#include <algorithm>
#include <optional>

namespace mingzhang {
namespace {

constexpr std::size_t longest_code = 512;
constexpr std::uint32_t most_decimals = 30;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with_any_case(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() && std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                                                        [](char a, char b) { return a == lower(b); });
}

/// -1, 0 or 1.
int compared(const Digits& a, const Digits& b) {
  if (a.is_zero() && b.is_zero()) return 0;
  const int sign_a = a.is_zero() ? 0 : a.negative ? -1 : 1, sign_b = b.is_zero() ? 0 : b.negative ? -1 : 1;
  if (sign_a != sign_b) return sign_a < sign_b ? -1 : 1;
  if (a.point != b.point) return (a.point < b.point ? -1 : 1) * sign_a;
  return a.digits.compare(b.digits) < 0 ? -sign_a : a.digits == b.digits ? 0 : sign_a;
}

bool meets(const Digits& number, std::string_view condition, const Digits& bound) {
  const int order = compared(number, bound);
  if (condition == "<") return order < 0;
  if (condition == "<=") return order <= 0;
  if (condition == ">") return order > 0;
  if (condition == ">=") return order >= 0;
  if (condition == "=") return order == 0;
  return order != 0;  // <>
}

}  // namespace

std::string_view NumberFormat::built_in(std::int64_t id) {
  struct Known {
    std::int64_t id;
    std::string_view code;
  };
  static constexpr Known known[] = {{1, "0"},
                                    {2, "0.00"},
                                    {3, "#,##0"},
                                    {4, "#,##0.00"},
                                    {9, "0%"},
                                    {10, "0.00%"},
                                    {11, "0.00E+00"},
                                    {14, "yyyy/m/d"},
                                    {15, "d-mmm-yy"},
                                    {16, "d-mmm"},
                                    {17, "mmm-yy"},
                                    {18, "h:mm AM/PM"},
                                    {19, "h:mm:ss AM/PM"},
                                    {20, "h:mm"},
                                    {21, "h:mm:ss"},
                                    {22, "yyyy/m/d h:mm"},
                                    {27, "yyyy\"年\"m\"月\""},
                                    {28, "m\"月\"d\"日\""},
                                    {29, "m\"月\"d\"日\""},
                                    {30, "m/d/yy"},
                                    {31, "yyyy\"年\"m\"月\"d\"日\""},
                                    {32, "h\"时\"mm\"分\""},
                                    {33, "h\"时\"mm\"分\"ss\"秒\""},
                                    {34, "上午/下午h\"时\"mm\"分\""},
                                    {35, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
                                    {36, "yyyy\"年\"m\"月\""},
                                    {37, "#,##0;-#,##0"},
                                    {38, "#,##0;-#,##0"},
                                    {39, "#,##0.00;-#,##0.00"},
                                    {40, "#,##0.00;-#,##0.00"},
                                    {41, "#,##0;-#,##0;\"-\""},
                                    {42, "#,##0;-#,##0;\"-\""},
                                    {43, "#,##0.00;-#,##0.00;\"-\"??"},
                                    {44, "#,##0.00;-#,##0.00;\"-\"??"},
                                    {45, "mm:ss"},
                                    {46, "[h]:mm:ss"},
                                    {47, "mm:ss.0"},
                                    {48, "##0.0E+0"},
                                    {49, "@"},
                                    {50, "yyyy\"年\"m\"月\""},
                                    {51, "m\"月\"d\"日\""},
                                    {52, "yyyy\"年\"m\"月\""},
                                    {53, "m\"月\"d\"日\""},
                                    {54, "m\"月\"d\"日\""},
                                    {55, "上午/下午h\"时\"mm\"分\""},
                                    {56, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
                                    {57, "yyyy\"年\"m\"月\""},
                                    {58, "m\"月\"d\"日\""}};
  for (const Known& format : known) {
    if (format.id == id) return format.code;
  }
  return {};
}

NumberFormat::NumberFormat(std::string_view code) {
  code = code.substr(0, longest_code);
  std::size_t start = 0;
  bool quoted = false, bracketed = false;
  for (std::size_t at = 0; at <= code.size(); ++at) {
    const char c = at < code.size() ? code[at] : ';';
    if (at < code.size()) {
      if (c == '"' && !bracketed) quoted = !quoted;
      if (quoted) continue;
      if (c == '\\' || c == '_' || c == '*') {
        ++at;
        continue;
      }
      if (c == '[') bracketed = true;
      if (c == ']') bracketed = false;
    }
    if (c != ';' || (bracketed && at < code.size())) continue;
    sections_.push_back(read_section(code.substr(start, std::min(at, code.size()) - start)));
    start = at + 1;
  }
  if (sections_.empty()) sections_.push_back(read_section(code));
}

NumberFormat::Section NumberFormat::read_section(std::string_view code) {
  Section section;
  if (code.empty()) return section;
  std::uint32_t commas = 0;  // since the last digit
  bool behind_point = false, digits_seen = false;
  const auto literal = [&](std::string_view words) {
    if (section.tokens.empty() || section.tokens.back().kind != Kind::literal)
      section.tokens.push_back({Kind::literal});
    section.tokens.back().words += words;
  };
  for (std::size_t at = 0; at < code.size();) {
    const char c = code[at];
    const std::string_view left = code.substr(at);
    if (c == '"') {
      const std::size_t end = std::min(code.find('"', at + 1), code.size());
      literal(code.substr(at + 1, end - at - 1));
      at = end + 1;
    } else if (c == '\\' || c == '!') {
      const CodePoint next = decode_utf8(code, at + 1);
      literal(code.substr(std::min(at + 1, code.size()), next.size));
      at += 1 + next.size;
    } else if (c == '_' || c == '*') {  // the width of a character; a character that fills the cell
      at += 1 + decode_utf8(code, at + 1).size;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      const std::string_view inside = code.substr(at + 1, end - at - 1);
      if (inside.starts_with('$')) {  // [$￥-804]: a currency and a language
        literal(inside.substr(1, std::min(inside.find('-'), inside.size()) - 1));
      } else if (!inside.empty() && (inside[0] == '<' || inside[0] == '>' || inside[0] == '=')) {
        const std::size_t sign = inside.find_first_not_of("<>=");
        section.condition = inside.substr(0, sign);
        section.bound = sign == std::string_view::npos ? std::string_view() : inside.substr(sign);
        section.has_condition = true;
      } else if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
        section.tokens.push_back(
            {Kind::elapsed, lower(inside[0]), static_cast<std::uint32_t>(inside.size())});
        section.is_date = true;
      }
      at = end + 1;
    } else if (begins_with_any_case(left, "general")) {
      section.tokens.push_back({Kind::general});
      section.is_general = true;
      at += 7;
    } else if (begins_with_any_case(left, "am/pm") || begins_with_any_case(left, "a/p") ||
               left.starts_with("上午/下午")) {
      section.tokens.push_back({Kind::half_day, c});
      section.is_date = true;
      at += left.starts_with("上") ? 13 : lower(left[1]) == 'm' ? 5 : 3;
    } else if (c == '0' || c == '#' || c == '?') {
      if (section.is_date && section.tokens.back().kind == Kind::point) {  // ss.00
        std::uint32_t count = 0;
        while (at < code.size() && code[at] == '0') {
          ++at;
          ++count;
        }
        section.tokens.back() = {Kind::fraction, '0', count};
        at += count == 0;
        continue;
      }
      if (commas > 0 && digits_seen && !behind_point) section.groups = true;
      commas = 0;
      digits_seen = true;
      if (!behind_point || section.decimals < most_decimals) section.tokens.push_back({Kind::digit, c});
      if (behind_point && section.decimals < most_decimals) ++section.decimals;
      ++at;
    } else if (c == '.') {
      section.tokens.push_back({Kind::point});
      if (!behind_point) section.scale += commas;
      commas = 0;
      behind_point = true;
      ++at;
    } else if (c == ',' && digits_seen) {
      ++commas;
      ++at;
    } else if (c == '%') {
      ++section.percents;
      literal("%");
      ++at;
    } else if ((c == 'E' || c == 'e') && at + 1 < code.size() &&
               (code[at + 1] == '+' || code[at + 1] == '-')) {
      section.tokens.push_back({Kind::exponent, code[at + 1]});
      at += 2;
    } else if (c == '@') {
      section.tokens.push_back({Kind::text});
      ++at;
    } else if (const char letter = lower(c); letter == 'y' || letter == 'm' || letter == 'd' ||
                                             letter == 'h' || letter == 's' || letter == 'a' ||
                                             letter == 'e') {
      std::uint32_t count = 0;
      while (at < code.size() && lower(code[at]) == letter) {
        ++at;
        ++count;
      }
      section.tokens.push_back({Kind::date, letter, count});
      section.is_date = true;
    } else {
      const CodePoint next = decode_utf8(code, at);
      literal(code.substr(at, next.size));
      at += next.size;
    }
  }
  section.scale += commas;
  return section;
}

const NumberFormat::Section& NumberFormat::section_for(std::string_view text, bool& negative) const {
  const Digits number = *parse_digits(text);
  negative = number.negative;
  for (std::size_t at = 0; at < sections_.size() && at < 2; ++at) {
    if (!sections_[at].has_condition) continue;
    const auto bound = parse_digits(sections_[at].bound);
    if (bound && meets(number, sections_[at].condition, *bound)) return sections_[at];
  }
  if (sections_[0].has_condition)
    return sections_[sections_.size() > 2 ? 2 : sections_.size() > 1 && !sections_[1].has_condition ? 1 : 0];
  if (number.negative && sections_.size() > 1) return sections_[1];
  if (number.is_zero() && sections_.size() > 2) return sections_[2];
  return sections_[0];
}

std::string NumberFormat::shown(std::string_view text, bool from_1904) const {
  auto number = parse_digits(text);
  if (!number) return std::string(text);
  bool negative = false;
  const Section& section = section_for(text, negative);
  const bool only_text = std::any_of(section.tokens.begin(), section.tokens.end(),
                                     [](const Token& token) { return token.kind == Kind::text; });
  // An empty first section is General, an empty later one hides the number: ;;; hides all.
  if (only_text || (sections_.size() == 1 && section.tokens.empty())) return in_general(*number);
  if (section.tokens.empty()) return {};
  if (section.is_date && !section.is_general) {
    double serial = 0;
    for (const char digit : number->whole())
      serial = serial * 10 + (digit - '0');
    double unit = 1;
    for (const char digit : number->fraction(12))
      serial += (digit - '0') * (unit /= 10);
    constexpr double behind_last_date = 2'958'466;  // 9999-12-31 is the last that Excel shows
    if (negative || !(serial < behind_last_date)) return in_general(*number);
    return date(section, serial, from_1904);
  }
  number->negative = false;
  std::string out;
  if (section.is_general) {
    for (const Token& token : section.tokens)
      out += token.kind == Kind::literal   ? token.words
             : token.kind == Kind::general ? in_general(*number)
                                           : std::string();
  } else {
    number->point += 2 * std::int64_t{section.percents} - 3 * std::int64_t{section.scale};
    out = numeric(section, number->digits, number->point);
  }
  if (!negative) return out;
  // Brackets around a negative number say what the minus says.
  std::erase_if(out, [](char c) { return c == '(' || c == ')' || c == '-'; });
  for (const std::string_view bracket : {"（", "）", "－"}) {
    for (std::size_t at = out.find(bracket); at != std::string::npos; at = out.find(bracket))
      out.erase(at, bracket.size());
  }
  const bool has_digit = std::any_of(out.begin(), out.end(), [](char c) { return c >= '1' && c <= '9'; });
  return has_digit ? "-" + std::string(trimmed(out)) : out;
}

/// Digits go to the placeholders from the point outwards; words between them stay where they are.
std::string NumberFormat::numeric(const Section& section, std::string_view digits, std::int64_t point) {
  Digits number;
  number.digits = digits;
  number.point = point;
  const auto exponent = std::find_if(section.tokens.begin(), section.tokens.end(),
                                     [](const Token& token) { return token.kind == Kind::exponent; });
  if (exponent != section.tokens.end()) return in_general(number);
  number.round(section.decimals);
  const std::string whole = number.whole();
  const std::string fraction = number.fraction(section.decimals);
  std::size_t places = 0;  // for whole digits
  std::size_t written_decimals = 0;
  for (const Token& token : section.tokens) {
    if (token.kind == Kind::point) break;
    places += token.kind == Kind::digit;
  }
  // Decimals under # are shown up to the last that is not zero.
  std::size_t shown_decimals = section.decimals;
  std::size_t at = section.tokens.size();
  while (shown_decimals > 0 && at-- > 0) {
    const Token& token = section.tokens[at];
    if (token.kind != Kind::digit) continue;
    if (token.what == '0' || fraction[shown_decimals - 1] != '0') break;
    --shown_decimals;
  }

  std::string out;
  std::size_t left = places;  // placeholders from here to the point
  bool behind_point = false, begun = false;
  const auto whole_digit = [&](char digit, std::size_t from_point) {
    out += digit;
    begun = true;
    if (section.groups && from_point > 1 && (from_point - 1) % 3 == 0) out += ',';
  };
  for (const Token& token : section.tokens) {
    if (token.kind == Kind::literal) out += token.words;
    if (token.kind == Kind::point) {
      // No whole placeholder: all whole digits stand right before the point.
      if (places == 0) out += whole;
      behind_point = true;
      out += '.';
    }
    if (token.kind != Kind::digit) continue;
    if (behind_point) {
      if (written_decimals < shown_decimals) out += fraction[written_decimals];
      ++written_decimals;
      continue;
    }
    if (left == places) {  // the first placeholder takes all that the others leave
      for (std::size_t i = 0; i + left < whole.size(); ++i)
        whole_digit(whole[i], whole.size() - i);
    }
    if (left <= whole.size()) {
      whole_digit(whole[whole.size() - left], left);
    } else if (token.what == '0' || begun) {
      whole_digit('0', left);
    }
    --left;
  }
  return out;
}

}  // namespace mingzhang
