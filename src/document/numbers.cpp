// See numbers.h.
#include "document/numbers.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace mingzhang {
namespace {

constexpr std::uint32_t most_letters = 20;  // of a number in letters: aaaa…

struct Digits {
  std::string_view zero;
  std::array<std::string_view, 10> digits;
  std::array<std::string_view, 4> powers;  // units, tens, hundreds, thousands
};
constexpr Digits counting = {
    "零", {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}};
constexpr Digits legal = {
    "零", {"", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}};

/// 105: 一百零五. `bare_ten`: 12 is 十二 instead of 一十二.
std::string counted(std::uint32_t value, const Digits& words, bool bare_ten) {
  if (value == 0) return std::string(words.zero);
  if (value > 9999) return std::to_string(value);
  std::string out;
  bool zero = false;
  for (int power = 3; power >= 0; --power) {
    std::uint32_t unit = 1;
    for (int i = 0; i < power; ++i)
      unit *= 10;
    const std::uint32_t digit = value / unit % 10;
    if (digit == 0) {
      zero = !out.empty();
      continue;
    }
    if (zero) out += words.zero;
    zero = false;
    if (!(bare_ten && power == 1 && digit == 1 && out.empty())) out += words.digits[digit];
    out += words.powers[static_cast<std::size_t>(power)];
  }
  return out;
}

/// 10: 一〇, digit by digit.
std::string positional(std::uint32_t value, std::string_view digits, std::size_t bytes) {
  std::string out;
  for (const char c : std::to_string(value))
    out += digits.substr(static_cast<std::size_t>(c - '0') * bytes, bytes);
  return out;
}

std::string one_of(std::uint32_t value, std::string_view characters) {
  const std::size_t at = (value - 1) * 3;
  return value >= 1 && at + 3 <= characters.size() ? std::string(characters.substr(at, 3))
                                                   : std::to_string(value);
}

std::string character(std::uint32_t value, char32_t first, std::uint32_t most) {
  if (value < 1 || value > most) return std::to_string(value);
  std::string out;
  append_utf8(out, first + value - 1);
  return out;
}

/// a … z, aa, bb …
std::string letters(std::uint32_t value, char first) {
  if (value == 0) return "0";
  const std::uint32_t repeated = std::min((value - 1) / 26 + 1, most_letters);
  return std::string(repeated, static_cast<char>(first + static_cast<char>((value - 1) % 26)));
}

std::string roman(std::uint32_t value, bool upper) {
  struct Part {
    std::uint32_t value;
    std::string_view upper, lower;
  };
  constexpr Part parts[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"}, {400, "CD", "cd"},
                            {100, "C", "c"},  {90, "XC", "xc"},  {50, "L", "l"},  {40, "XL", "xl"},
                            {10, "X", "x"},   {9, "IX", "ix"},   {5, "V", "v"},   {4, "IV", "iv"},
                            {1, "I", "i"}};
  if (value == 0 || value > 3999) return std::to_string(value);
  std::string out;
  for (const Part& part : parts) {
    for (; value >= part.value; value -= part.value)
      out += upper ? part.upper : part.lower;
  }
  return out;
}

}  // namespace

std::string formatted_number(std::uint32_t value, std::string_view format) {
  if (format == "bullet" || format == "none") return {};
  if (format == "decimalZero") return (value < 10 ? "0" : "") + std::to_string(value);
  if (format.starts_with("decimalFullWidth")) return positional(value, "０１２３４５６７８９", 3);
  if (format == "ideographDigital" || format == "taiwaneseDigital" || format == "japaneseDigitalTenThousand")
    return positional(value, "〇一二三四五六七八九", 3);
  if (format == "chineseCounting" || format == "chineseCountingThousand" || format == "taiwaneseCounting" ||
      format == "taiwaneseCountingThousand" || format == "japaneseCounting")
    return counted(value, counting, true);
  if (format == "chineseLegalSimplified" || format == "ideographLegalTraditional" ||
      format == "japaneseLegal")
    return counted(value, legal, false);
  if (format == "ideographTraditional") return one_of(value, "甲乙丙丁戊己庚辛壬癸");
  if (format == "ideographZodiac") return one_of(value, "子丑寅卯辰巳午未申酉戌亥");
  if (format.starts_with("decimalEnclosedCircle") || format == "ideographEnclosedCircle")
    return character(value, U'①', 20);
  if (format == "decimalEnclosedParen") return character(value, U'⑴', 20);
  if (format == "decimalEnclosedFullstop") return character(value, U'⒈', 20);
  if (format == "lowerLetter") return letters(value, 'a');
  if (format == "upperLetter") return letters(value, 'A');
  if (format == "lowerRoman") return roman(value, false);
  if (format == "upperRoman") return roman(value, true);
  if (format == "numberInDash") return "- " + std::to_string(value) + " -";
  return std::to_string(value);
}

}  // namespace mingzhang
