// Numbers of lists as lists show them: 3, 三, 丙, ③, III.
//
// Tested in tests/unit/document/numbering_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang {

/// 3 in a format of Word's: "decimal" 3, "chineseCounting" 三, "ideographTraditional" 丙, "upperRoman" III.
/// Unknown formats are taken for decimal; "bullet" and "none" give nothing.
std::string formatted_number(std::uint32_t value, std::string_view format);

}  // namespace mingzhang
