// What a figure measures: its multiplier (万, 亿), its unit and the value in that unit. Tested through
// quantity_test.cpp.
#pragma once

#include "text/figure.h"
#include "text/quantity.h"

#include <cstddef>
#include <string_view>

namespace mingzhang {

struct PrintedMeasure {
  Decimal value;
  Unit unit = Unit::none;
  std::size_t end = 0;  // behind the unit; behind the digits where there is none
  /// Behind the last digit where the figure has several parts (8亿3000万元); 0 otherwise.
  std::size_t digits_end = 0;
  bool coarse = false;
  /// 万 or 亿 stands behind the digits, with or without a unit.
  bool multiplied = false;
};

/// Of a figure in Arabic digits: 16.20 万元, 8亿元, 30多人, 1万2千元, 123元1角1分.
PrintedMeasure measure_of(std::string_view text, const PrintedFigure& figure);

/// Of a figure in Chinese numerals, words = text[start, end): 三十几万元, 一百零五人. The unit must follow
/// directly; it is none where it does not.
PrintedMeasure measure_of_words(std::string_view text, std::size_t start, std::size_t end);

}  // namespace mingzhang
