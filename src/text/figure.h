// A figure in Arabic digits as printed, before anything is known of what it measures.
// Tested through tests/unit/text/quantity_test.cpp.
#pragma once

#include "text/decimal.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingzhang {

struct PrintedFigure {
  std::size_t start = 0;
  std::size_t end = 0;
  Decimal value;
  int digits = 0;
  bool grouped = false;  // separators for thousands
  bool dotted = false;   // more than one point: 1.2.3, 2019.12.31; the value is of no use
  bool too_long = false;

  bool is_integer() const { return !grouped && !dotted && value.decimals() == 0; }
  /// The value of an integer of at most nine digits, else -1.
  int small_integer() const {
    return is_integer() && digits <= 9 ? static_cast<int>(value.coefficient()) : -1;
  }
};

/// 0 to 9 and the size in bytes of an ASCII or full-width digit; size 0 where there is none.
struct Digit {
  int value = 0;
  std::size_t size = 0;
};
Digit digit_at(std::string_view text, std::size_t offset);

/// The figure whose first digit stands at `offset`; digits is 0 where none does.
PrintedFigure figure_at(std::string_view text, std::size_t offset);

/// A run of digits and nothing else.
PrintedFigure integer_at(std::string_view text, std::size_t offset);

}  // namespace mingzhang
