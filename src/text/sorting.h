// Sorting, compiled once for all kinds of things. std::sort and std::stable_sort are compiled anew for each:
// 60 of them were a twelfth of the page's program. Tested in tests/unit/text/sorting_test.cpp.
#pragma once

#include "text/function_ref.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace mingzhang {

/// The indices below `count` in the order of `less`; of equal ones, the lower first.
std::vector<std::uint32_t> sorted_order(std::size_t count,
                                        FunctionRef<bool(std::uint32_t, std::uint32_t)> less);

/// Sorts a range of contiguous things (at most 2^32) by `less`; equal ones keep their order.
template <class Range, class Less>
void sort_stably(Range&& range, Less less) {
  const std::span things(range);
  std::vector<std::uint32_t> order = sorted_order(
      things.size(), [&](std::uint32_t a, std::uint32_t b) { return less(things[a], things[b]); });
  for (std::uint32_t start = 0; start < order.size(); ++start) {
    if (order[start] == start) continue;
    auto held = std::move(things[start]);
    std::uint32_t at = start;
    for (std::uint32_t from = order[at]; from != start; from = order[at]) {
      things[at] = std::move(things[from]);
      order[at] = at;
      at = from;
    }
    things[at] = std::move(held);
    order[at] = at;
  }
}

}  // namespace mingzhang
