// What a printed figure stands for: a closed range of exact values (CHECKS.md, 'How exact a printed figure
// is').
// Tested in tests/unit/text/interval_test.cpp.
#pragma once

#include "text/decimal.h"

#include <optional>

namespace mingzhang {

/// Closed interval [low, high].
struct Interval {
  Decimal low;
  Decimal high;

  static Interval exactly(const Decimal& value) { return {value, value}; }
  /// value ± half a unit of the decimal place `decimals` (which may be negative: -4 means ten thousands).
  static Interval rounded(const Decimal& value, int decimals);
  /// Cut off after the decimal place: [x, x + one unit) away from zero, taken as closed.
  static Interval truncated(const Decimal& value, int decimals);

  bool contains(const Decimal& value) const { return low <= value && value <= high; }
  bool meets(const Interval& other) const { return low <= other.high && other.low <= high; }
  /// Half the width: the most that the true value can lie from the printed one when rounded.
  Decimal half_width() const;
  /// Times 10^power.
  Interval shifted(int power) const { return {low.shifted(power), high.shifted(power)}; }

  Interval operator-() const { return {-high, -low}; }
  friend Interval operator+(const Interval& a, const Interval& b) { return {a.low + b.low, a.high + b.high}; }
  friend Interval operator-(const Interval& a, const Interval& b) { return {a.low - b.high, a.high - b.low}; }
};

/// Bounds of 100 × numerator / denominator as percentages with `decimals` decimals, widened outwards, over
/// all values of the two intervals. nullopt where the denominator may be zero.
std::optional<Interval> percentage(const Interval& numerator, const Interval& denominator, int decimals);

}  // namespace mingzhang
