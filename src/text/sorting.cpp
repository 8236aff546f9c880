#include "text/sorting.h"

#include <algorithm>
#include <numeric>

namespace mingzhang {

std::vector<std::uint32_t> sorted_order(std::size_t count,
                                        FunctionRef<bool(std::uint32_t, std::uint32_t)> less) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), less);
  return order;
}

}  // namespace mingzhang
