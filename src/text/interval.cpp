// Intervals from printed figures, and quotients of intervals. Tested in tests/unit/text/interval_test.cpp.
#include "text/interval.h"

#include <algorithm>
#include <array>

namespace mingzhang {

Interval Interval::rounded(const Decimal& value, int decimals) {
  const Decimal half = Decimal(5, 0).shifted(-decimals - 1);
  return {value - half, value + half};
}

Interval Interval::truncated(const Decimal& value, int decimals) {
  const Decimal unit = Decimal(1, 0).shifted(-decimals);
  // A printed zero may have been cut off from either side.
  const Decimal below = value.coefficient() <= 0 ? value - unit : value;
  const Decimal above = value.coefficient() >= 0 ? value + unit : value;
  return {below, above};
}

Decimal Interval::half_width() const {
  const Decimal width = high - low;
  if (width.coefficient() % 2 == 0) return {width.coefficient() / 2, width.decimals()};
  return {width.coefficient() * 5, width.decimals() + 1};
}

std::optional<Interval> percentage(const Interval& numerator, const Interval& denominator, int decimals) {
  if (denominator.contains(Decimal())) return std::nullopt;
  std::optional<Interval> result;
  // The quotient is monotonous in both, as the denominator keeps its sign: the extremes are at the corners.
  for (const Decimal* above : {&numerator.low, &numerator.high}) {
    const Decimal hundredfold = above->shifted(2);
    for (const Decimal* below : {&denominator.low, &denominator.high}) {
      const Interval corner{*hundredfold.divided_by(*below, decimals, Rounding::down),
                            *hundredfold.divided_by(*below, decimals, Rounding::up)};
      result =
          !result ? corner : Interval{std::min(result->low, corner.low), std::max(result->high, corner.high)};
    }
  }
  return result;
}

}  // namespace mingzhang
