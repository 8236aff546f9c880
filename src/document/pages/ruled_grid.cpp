// See ruled_grid.h.
#include "document/pages/ruled_grid.h"

#include "document/limits.h"
#include "text/sorting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mingzhang {
namespace {

/// Two rulings meet if they come as near as this, in points.
constexpr float meeting = 3;
/// A side is there if it is ruled along this much of it.
constexpr float ruled_share = 0.5F;
/// A level line reaches beyond the last upright one by more than this: the side is left open.
constexpr float open_side = 6;
/// Places of lines this near to each other are one (rulings of a group that do not overlap).
constexpr float one_place = 3;
/// Rulings of one kind on one page; a drawing has more.
constexpr std::size_t most_lines = 4'000;

/// Sets of rulings that touch.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

bool meet(const AxisLine& level, const AxisLine& upright) {
  return upright.at >= level.from - meeting && upright.at <= level.to + meeting &&
         level.at >= upright.from - meeting && level.at <= upright.to + meeting;
}

std::uint32_t slot_of(const std::vector<float>& edges, float place) {
  const auto after = std::upper_bound(edges.begin() + 1, edges.end() - 1, place);
  return static_cast<std::uint32_t>(after - edges.begin()) - 1;
}

/// Sorted, those near each other once.
void make_edges(std::vector<float>& places) {
  std::sort(places.begin(), places.end());
  std::size_t kept = 0;
  for (const float place : places) {
    if (kept == 0 || place - places[kept - 1] > one_place) places[kept++] = place;
  }
  places.resize(kept);
}

class GridMaker {
 public:
  GridMaker(std::vector<AxisLine> level, std::vector<AxisLine> upright)
      : level_(std::move(level)), upright_(std::move(upright)) {}

  /// False where the rulings enclose no more than one cell or one column.
  bool make(RuledGrid& grid) {
    find_edges(grid.xs, upright_, level_);
    find_edges(grid.ys, level_, upright_);
    if (grid.xs.size() < 3 || grid.ys.size() < 2) return false;
    if (std::uint64_t{grid.columns()} * grid.rows() > limits::cells ||
        grid.columns() > limits::columns_of_table)
      return false;
    mark_sides(grid);
    find_owners(grid);
    return true;
  }

 private:
  /// Places of `lines`, and the ends of `others` where those reach further.
  static void find_edges(std::vector<float>& edges, const std::vector<AxisLine>& lines,
                         const std::vector<AxisLine>& others) {
    for (const AxisLine& line : lines)
      edges.push_back(line.at);
    make_edges(edges);
    if (others.empty()) return;
    float from = others.front().from, to = others.front().to;
    for (const AxisLine& other : others) {
      from = std::min(from, other.from);
      to = std::max(to, other.to);
    }
    if (edges.empty() || from < edges.front() - open_side) edges.insert(edges.begin(), from);
    if (to > edges.back() + open_side) edges.push_back(to);
  }

  static bool covers(const AxisLine& line, float from, float to) {
    return std::min(line.to, to) - std::max(line.from, from) >= ruled_share * (to - from);
  }

  static std::uint32_t edge_of(const std::vector<float>& edges, float place) {
    const auto after = std::lower_bound(edges.begin(), edges.end(), place);
    if (after == edges.end()) return static_cast<std::uint32_t>(edges.size()) - 1;
    const auto index = static_cast<std::uint32_t>(after - edges.begin());
    return index > 0 && place - edges[index - 1] < *after - place ? index - 1 : index;
  }

  /// Which sides are ruled: right_of_[row][column] and below_[row][column] of a position.
  void mark_sides(const RuledGrid& grid) {
    const std::uint32_t columns = grid.columns(), rows = grid.rows();
    right_.assign(std::size_t{rows} * columns, false);
    below_.assign(std::size_t{rows} * columns, false);
    for (const AxisLine& line : upright_) {
      const std::uint32_t edge = edge_of(grid.xs, line.at);
      if (edge == 0 || edge == columns) continue;
      for (std::uint32_t row = slot_of(grid.ys, line.from); row < rows && grid.ys[row] < line.to; ++row) {
        if (covers(line, grid.ys[row], grid.ys[row + 1]))
          right_[std::size_t{row} * columns + edge - 1] = true;
      }
    }
    for (const AxisLine& line : level_) {
      const std::uint32_t edge = edge_of(grid.ys, line.at);
      if (edge == 0 || edge == rows) continue;
      for (std::uint32_t c = slot_of(grid.xs, line.from); c < columns && grid.xs[c] < line.to; ++c) {
        if (covers(line, grid.xs[c], grid.xs[c + 1])) below_[std::size_t{edge - 1} * columns + c] = true;
      }
    }
  }

  void find_owners(RuledGrid& grid) const {
    const std::uint32_t columns = grid.columns(), rows = grid.rows();
    Groups groups(right_.size());
    for (std::uint32_t row = 0; row < rows; ++row) {
      for (std::uint32_t column = 0; column < columns; ++column) {
        const std::uint32_t at = row * columns + column;
        if (column + 1 < columns && !right_[at]) groups.join(at, at + 1);
        if (row + 1 < rows && !below_[at]) groups.join(at, at + columns);
      }
    }
    grid.owners.resize(right_.size());
    for (std::uint32_t at = 0; at < grid.owners.size(); ++at)
      grid.owners[at] = groups.root(at);
  }

  std::vector<AxisLine> level_;
  std::vector<AxisLine> upright_;
  std::vector<bool> right_;
  std::vector<bool> below_;
};

}  // namespace

std::uint32_t RuledGrid::column_at(float x) const {
  return slot_of(xs, x);
}
std::uint32_t RuledGrid::row_at(float y) const {
  return slot_of(ys, y);
}

std::vector<RuledGrid> ruled_grids(const PageParts& page) {
  std::vector<RuledGrid> grids;
  const std::size_t levels = page.level.size();
  if (levels == 0 || page.upright.empty() || levels > most_lines || page.upright.size() > most_lines)
    return grids;
  Groups groups(levels + page.upright.size());
  for (std::uint32_t u = 0; u < page.upright.size(); ++u) {
    for (std::uint32_t l = 0; l < levels; ++l) {
      if (meet(page.level[l], page.upright[u])) groups.join(l, static_cast<std::uint32_t>(levels) + u);
    }
  }
  std::vector<std::uint32_t> roots;
  for (std::uint32_t l = 0; l < levels; ++l) {
    if (groups.root(l) == l) roots.push_back(l);
  }
  for (const std::uint32_t root : roots) {
    std::vector<AxisLine> level, upright;
    for (std::uint32_t l = 0; l < levels; ++l) {
      if (groups.root(l) == root) level.push_back(page.level[l]);
    }
    for (std::uint32_t u = 0; u < page.upright.size(); ++u) {
      if (groups.root(static_cast<std::uint32_t>(levels) + u) == root) upright.push_back(page.upright[u]);
    }
    RuledGrid grid;
    if (!upright.empty() && GridMaker(std::move(level), std::move(upright)).make(grid))
      grids.push_back(std::move(grid));
  }
  sort_stably(grids, [](const RuledGrid& a, const RuledGrid& b) { return a.ys.front() < b.ys.front(); });
  return grids;
}

}  // namespace mingzhang
