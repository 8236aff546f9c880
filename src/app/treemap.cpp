// See treemap.h.
#include "app/treemap.h"

#include "text/sorting.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace mingzhang {
namespace {

/// The worst ratio of sides among areas laid in a row along a side of that length.
double worst_ratio(const std::vector<double>& areas, std::size_t first, std::size_t end, double side) {
  double sum = 0, least = std::numeric_limits<double>::max(), most = 0;
  for (std::size_t i = first; i < end; ++i) {
    sum += areas[i];
    least = std::min(least, areas[i]);
    most = std::max(most, areas[i]);
  }
  const double square = side * side, sum_square = sum * sum;
  return std::max(square * most / sum_square, sum_square / (square * least));
}

}  // namespace

std::vector<Rect> squarified(const std::vector<double>& sizes, const Rect& whole) {
  std::vector<Rect> out(sizes.size(), Rect{whole.x, whole.y, 0, 0});
  std::vector<std::size_t> order;
  double total = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (!(sizes[i] > 0)) continue;
    order.push_back(i);
    total += sizes[i];
  }
  if (order.empty() || whole.width <= 0 || whole.height <= 0) return out;
  sort_stably(order, [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  std::vector<double> areas;
  const double scale = static_cast<double>(whole.width) * static_cast<double>(whole.height) / total;
  for (const std::size_t i : order)
    areas.push_back(sizes[i] * scale);

  double x = static_cast<double>(whole.x), y = static_cast<double>(whole.y);
  double wide = static_cast<double>(whole.width), high = static_cast<double>(whole.height);
  std::size_t first = 0;
  while (first < areas.size()) {
    const double side = std::min(wide, high);
    std::size_t end = first + 1;
    while (end < areas.size() &&
           worst_ratio(areas, first, end + 1, side) <= worst_ratio(areas, first, end, side))
      ++end;
    const double row = std::accumulate(areas.begin() + static_cast<std::ptrdiff_t>(first),
                                       areas.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
    const double thick = side > 0 ? row / side : 0;
    double along = 0;
    for (std::size_t i = first; i < end; ++i) {
      const double length = thick > 0 ? areas[i] / thick : 0;
      const bool upright = wide >= high;  // the row stands at the left, or lies at the top
      out[order[i]] = upright ? Rect{static_cast<float>(x), static_cast<float>(y + along),
                                     static_cast<float>(thick), static_cast<float>(length)}
                              : Rect{static_cast<float>(x + along), static_cast<float>(y),
                                     static_cast<float>(length), static_cast<float>(thick)};
      along += length;
    }
    if (wide >= high) {
      x += thick;
      wide -= thick;
    } else {
      y += thick;
      high -= thick;
    }
    first = end;
  }
  return out;
}

}  // namespace mingzhang
