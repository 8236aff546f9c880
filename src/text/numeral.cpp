// The grammar of Chinese numerals. Tested in tests/unit/text/numeral_test.cpp.
#include "text/numeral.h"

#include "text/character_set.h"
#include "text/quantity.h"
#include "text/utf8.h"

namespace mingzhang {
namespace {

constexpr std::int8_t power(int exponent) {
  return static_cast<std::int8_t>(numeral_power + exponent);
}

constexpr std::int64_t powers[] = {1, 10, 100, 1000, 10000};

constexpr CharacterSet numerals("〇零○０一二三四五六七八九十两百千万亿壹贰叁肆伍陆柒捌玖拾佰仟");

std::int8_t value_of(char32_t character) {
  switch (character) {
    case U'〇':
    case U'零':
    case U'○':
    case U'０':
      return 0;
    case U'一':
    case U'壹':
      return 1;
    case U'二':
    case U'两':
    case U'贰':
      return 2;
    case U'三':
    case U'叁':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    case U'十':
    case U'拾':
      return power(1);
    case U'百':
    case U'佰':
      return power(2);
    case U'千':
    case U'仟':
      return power(3);
    case U'万':
      return power(4);
    case U'亿':
      return power(8);
    default:
      return no_numeral;
  }
}

/// 二〇二〇, 一九九八.
std::optional<Decimal> positional_value(std::string_view words) {
  std::int64_t value = 0;
  int digits = 0;
  for (std::size_t at = 0; at < words.size();) {
    const NumeralCharacter next = numeral_character(words, at);
    if (++digits > Decimal::max_digits) return std::nullopt;
    value = value * 10 + next.value;
    at += next.size;
  }
  return Decimal(value, 0);
}

/// Reads 三千五百, 一百零五, 十二, 一百五 and, with 万 and 亿 between them, larger ones. Powers must fall
/// from left to right.
class Reader {
 public:
  /// False where the character does not fit here.
  bool take(int value) {
    if (value == 0) return take_zero();
    if (value < numeral_power) return take_digit(value);
    const int exponent = value - numeral_power;
    return exponent < 4 ? take_small_power(exponent) : take_large_power(exponent);
  }

  std::optional<Decimal> value() const {
    if (!any_ || dangling_zero_) return std::nullopt;
    std::int64_t last = digit_;
    // 一百五 is 150 and 三万五 35000; after 零 a digit is what it says.
    if (digit_ > 0 && last_power_ >= 2 && !after_zero_) {
      last *= last_power_ == 8 ? 10'000'000 : powers[last_power_ - 1];
    }
    return Decimal(whole_ + section_ + last, 0);
  }

 private:
  bool take_zero() {
    // 零 fills a gap within a numeral: 一百零五. It opens none, and does not follow a digit without a power.
    if (!any_ || digit_ != 0 || after_zero_) return false;
    after_zero_ = dangling_zero_ = true;
    return true;
  }

  bool take_digit(int value) {
    if (digit_ != 0) return false;
    digit_ = value;
    any_ = true;
    dangling_zero_ = false;
    return true;
  }

  bool take_small_power(int exponent) {
    if (digit_ == 0) {
      // 十二, and 一百十二 as some write; 百 and 千 need a digit of their own.
      if (exponent != 1 || (any_ && section_ == 0 && !dangling_zero_)) return false;
      digit_ = 1;
    }
    if (exponent >= section_power_) return false;
    section_ += digit_ * powers[exponent];
    section_power_ = last_power_ = exponent;
    digit_ = 0;
    any_ = true;
    after_zero_ = dangling_zero_ = false;
    return true;
  }

  bool take_large_power(int exponent) {
    const std::int64_t section = section_ + digit_;
    if (dangling_zero_) return false;
    if (exponent == 8) {
      if (whole_ >= 100'000'000 || (section == 0 && whole_ == 0)) return false;
      whole_ = (whole_ + section) * 100'000'000;
    } else {
      if (section == 0 || whole_ % 100'000'000 != 0) return false;
      whole_ += section * 10'000;
    }
    section_ = digit_ = 0;
    section_power_ = 4;
    last_power_ = exponent;
    after_zero_ = false;
    return true;
  }

  std::int64_t whole_ = 0;    // all before the last 万 or 亿
  std::int64_t section_ = 0;  // thousands, hundreds and tens since
  std::int64_t digit_ = 0;    // waits for its power
  int section_power_ = 4;
  int last_power_ = 0;
  bool any_ = false;
  bool after_zero_ = false;
  bool dangling_zero_ = false;
};

}  // namespace

NumeralCharacter numeral_character(std::string_view text, std::size_t offset) {
  if (!numerals.at(text, offset)) return {no_numeral, 0};
  return {value_of(decode_utf8(text, offset).value), 3};
}

std::size_t numeral_end(std::string_view text, std::size_t offset) {
  while (true) {
    const NumeralCharacter next = numeral_character(text, offset);
    if (next.value == no_numeral) return offset;
    offset += next.size;
  }
}

bool is_positional_numeral(std::string_view words) {
  if (words.size() < 6) return false;
  for (std::size_t at = 0; at < words.size();) {
    const NumeralCharacter next = numeral_character(words, at);
    if (next.value == no_numeral || next.value >= numeral_power) return false;
    at += next.size;
  }
  return true;
}

std::optional<Decimal> parse_chinese_numeral(std::string_view words) {
  if (words == "零" || words == "〇" || words == "○") return Decimal(0, 0);
  if (is_positional_numeral(words)) return positional_value(words);
  Reader reader;
  for (std::size_t at = 0; at < words.size();) {
    const NumeralCharacter next = numeral_character(words, at);
    if (next.value == no_numeral || !reader.take(next.value)) return std::nullopt;
    at += next.size;
  }
  return reader.value();
}

}  // namespace mingzhang
