// The words around a figure that bound it (≥ 不低于 以上) or blur it (约 左右). Tested through
// quantity_test.cpp.
#pragma once

#include "text/quantity.h"

#include <cstddef>
#include <string_view>

namespace mingzhang {

struct Bound {
  Comparator comparator = Comparator::equal;
  bool coarse = false;
  /// Where the words begin (before the figure) or end (behind it); the figure's own edge where they do not
  /// compare.
  std::size_t edge = 0;
};

/// What stands directly before `start`, spaces aside; not further back than `floor`, the end of the mention
/// before.
Bound bound_before(std::string_view text, std::size_t start, std::size_t floor);
/// What stands directly behind `end`, where a quantity in `unit` ends.
Bound bound_behind(std::string_view text, std::size_t end, Unit unit);

/// A minus sign directly before `start` that is neither a range's nor a number's dash: its size, else 0.
std::size_t minus_before(std::string_view text, std::size_t start, std::size_t floor);

}  // namespace mingzhang
