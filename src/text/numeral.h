// Chinese numerals: the run of numeral characters at a place, and its value. For the scanner; others call
// parse_chinese_numeral() in quantity.h. Tested in tests/unit/text/numeral_test.cpp.
#pragma once

#include "text/decimal.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mingzhang {

/// 0 to 9 for 〇○零０一二三四五六七八九两 and the formal 壹贰叁肆伍陆柒捌玖; the power of ten plus
/// `numeral_power` for 十百千万亿 and 拾佰仟; no_numeral for everything else. `size` is that of the character
/// in bytes.
struct NumeralCharacter {
  std::int8_t value;
  std::uint8_t size;
};
inline constexpr std::int8_t no_numeral = -1;
inline constexpr std::int8_t numeral_power = 10;
NumeralCharacter numeral_character(std::string_view text, std::size_t offset);

/// End of the run of numeral characters that begins at `offset`.
std::size_t numeral_end(std::string_view text, std::size_t offset);

/// Digits one after another, as years are written: 二〇二〇. False for 二十 and for a single digit.
bool is_positional_numeral(std::string_view words);

}  // namespace mingzhang
