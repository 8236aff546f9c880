// See head_groups.h.
#include "document/pages/head_groups.h"

#include "text/sorting.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace mingzhang {
namespace {

/// Heights that differ by less than this, in lines, are one.
constexpr float same_height = 0.6F;
/// A column that no head of a line stands over, where it could, costs as much as so many half ems off the
/// middle.
constexpr float uncovered = 20;
/// Codes and names are under one head, amounts under another.
constexpr float over_labels_and_amounts = 15;
/// Half ems off the middle of the columns: of a head that cannot be meant for them.
constexpr float farthest_off = 12;
constexpr float near_middle = 5;
/// A reading that costs no more than another by so many half ems could as well be meant.
constexpr float as_good = 1;

constexpr float impossible = std::numeric_limits<float>::max() / 4;

/// A column, or columns under one head already.
struct Unit {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  float x0 = 0;
  float x1 = 0;
  /// Of the middle of its head, in lines.
  float height = 0;
  bool has_head = false;
  /// Several columns: its head's height says nothing about how many stand over it.
  bool grouped = false;
  /// How many levels of heads stand over it, of those that are left.
  std::uint32_t depth = 0;
};

struct Group {
  HeadStack stack;
  float height = 0;
  /// From the top, among those that are left.
  std::uint32_t level = 0;
};

class Grouper {
 public:
  Grouper(const std::vector<ColumnToken>& tokens, const std::vector<Band>& bands, float pitch,
          AlignedHeads& out)
      : tokens_(tokens), bands_(bands), pitch_(pitch), out_(out) {}

  void group(const std::vector<HeadStack>& own, std::vector<HeadStack> stacks) {
    make_units(own);
    find_first_amounts();
    for (HeadStack& stack : stacks) {
      Group group;
      group.height = height_of(stack);
      group.stack = std::move(stack);
      left_.push_back(std::move(group));
    }
    sort_stably(left_, [](const Group& a, const Group& b) { return a.stack.centre() < b.stack.centre(); });
    for (const HeadStack& stack : own) {
      if (stack.column < 0) continue;
      const auto column = static_cast<std::uint32_t>(stack.column);
      rows_.push_back({{stack.tokens, column, column, 0}, 0});
    }
    std::uint32_t layer = 0;
    while (!left_.empty()) {
      ++layer;
      take_layer(layer);
    }
    write(layer);
  }

 private:
  struct Placed {
    AlignedHead head;
    /// 0: the columns' own.
    std::uint32_t layer;
  };

  float height_of(const HeadStack& stack) const {
    const float top = static_cast<float>(stack.top);
    return (top + static_cast<float>(tokens_[stack.tokens.back()].line)) / 2 / pitch_;
  }

  void make_units(const std::vector<HeadStack>& own) {
    for (std::uint32_t column = 0; column < bands_.size(); ++column) {
      Unit unit;
      unit.first = unit.last = column;
      unit.x0 = bands_[column].x0;
      unit.x1 = bands_[column].x1;
      units_.push_back(unit);
    }
    for (const HeadStack& stack : own) {
      if (stack.column < 0) continue;
      Unit& unit = units_[static_cast<std::size_t>(stack.column)];
      unit.x0 = std::min(unit.x0, stack.x0);
      unit.x1 = std::max(unit.x1, stack.x1);
      unit.height = height_of(stack);
      unit.has_head = true;
    }
  }

  /// The lowest of the heads that are left: those that stand over no other.
  void take_layer(std::uint32_t layer) {
    std::vector<bool> above(left_.size(), false);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < left_.size(); ++i) {
        if (above[i] || !stands_over_others(i, above)) continue;
        above[i] = changed = true;
      }
    }
    find_levels();
    std::vector<Group> lowest, rest;
    for (std::size_t i = 0; i < left_.size(); ++i)
      (above[i] ? rest : lowest).push_back(std::move(left_[i]));
    left_ = std::move(rest);
    if (lowest.empty()) std::swap(lowest, left_);
    cover(lowest, layer);
  }

  /// A lower one stands below its words, or lower ones on both sides of it.
  bool stands_over_others(std::size_t index, const std::vector<bool>& above) const {
    const Group& group = left_[index];
    const auto is_lower = [&](const Group& other) { return other.height > group.height + same_height; };
    std::int64_t left = -1, right = -1;
    for (std::size_t i = 0; i < left_.size(); ++i) {
      if (i == index) continue;
      const HeadStack& other = left_[i].stack;
      if (is_lower(left_[i]) && other.x0 < group.stack.x1 && other.x1 > group.stack.x0) return true;
      if (above[i]) continue;
      if (i < index) left = static_cast<std::int64_t>(i);
      if (i > index && right < 0) right = static_cast<std::int64_t>(i);
    }
    return left >= 0 && right >= 0 && is_lower(left_[static_cast<std::size_t>(left)]) &&
           is_lower(left_[static_cast<std::size_t>(right)]);
  }

  /// Levels of the heads that are left, and how many of them stand over each unit.
  void find_levels() {
    std::vector<float> heights;
    for (const Group& group : left_)
      heights.push_back(group.height);
    const std::vector<float> levels = distinct(std::move(heights), left_.size());
    for (Group& group : left_)
      group.level = rank(levels, group.height);
    heights = {};
    for (const Unit& unit : units_) {
      if (unit.has_head && !unit.grouped) heights.push_back(unit.height);
    }
    const std::vector<float> depths = distinct(std::move(heights), levels.size() + 1);
    for (Unit& unit : units_) {
      const std::uint32_t from_below =
          unit.has_head && !unit.grouped
              ? static_cast<std::uint32_t>(depths.size()) - 1 - rank(depths, unit.height)
              : 0;
      const auto all = static_cast<std::uint32_t>(levels.size());
      unit.depth = all - std::min(all, from_below);
    }
  }

  /// Heights in order, those nearest to each other as one until there are no more than `most`.
  static std::vector<float> distinct(std::vector<float> heights, std::size_t most) {
    std::sort(heights.begin(), heights.end());
    std::vector<float> kept;
    for (const float height : heights) {
      if (kept.empty() || height - kept.back() > same_height) kept.push_back(height);
    }
    while (kept.size() > std::max<std::size_t>(most, 1)) {
      std::size_t nearest = 1;
      for (std::size_t i = 2; i < kept.size(); ++i) {
        if (kept[i] - kept[i - 1] < kept[nearest] - kept[nearest - 1]) nearest = i;
      }
      kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(nearest));
    }
    return kept;
  }
  static std::uint32_t rank(const std::vector<float>& heights, float height) {
    const auto after = std::upper_bound(heights.begin(), heights.end(), height + 0.01F);
    return after == heights.begin() ? 0 : static_cast<std::uint32_t>(after - heights.begin()) - 1;
  }

  float left_of(std::size_t unit) const {
    return unit == 0 ? units_[0].x0 : (units_[unit - 1].x1 + units_[unit].x0) / 2;
  }
  float right_of(std::size_t unit) const {
    return unit + 1 == units_.size() ? units_[unit].x1 : left_of(unit + 1);
  }
  bool may_cover(const Group& group, const Unit& unit) const {
    return unit.depth > group.level && (!unit.has_head || unit.height > group.height);
  }

  /// Shares the units among the groups, in order, each group as near to the middle of its own as can be.
  void cover(std::vector<Group>& groups, std::uint32_t layer) {
    const std::size_t g = groups.size(), n = units_.size();
    const auto at = [&](std::size_t i, std::size_t j) { return i * (n + 1) + j; };
    // before[i][j]: what the first i groups over the first j units cost at least; after[i][j]: the others.
    std::vector<float> before((g + 1) * (n + 1), impossible), after = before;
    std::vector<float> lonely(n, 0);
    for (std::size_t j = 0; j < n; ++j) {
      if (std::any_of(groups.begin(), groups.end(), [&](const Group& x) { return may_cover(x, units_[j]); }))
        lonely[j] = uncovered;
    }
    const auto take = [](float& best, float cost) { best = std::min(best, cost); };
    for (std::size_t i = 0; i <= g; ++i) {
      for (std::size_t j = 0; j <= n; ++j) {
        float& best = before[at(i, j)];
        if (i == 0 && j == 0) best = 0;
        if (j > 0) take(best, before[at(i, j - 1)] + lonely[j - 1]);
        for (std::size_t first = j; i > 0 && first-- > 0 && may_cover(groups[i - 1], units_[first]);)
          take(best, before[at(i - 1, first)] + off_middle(groups[i - 1], first, j));
      }
    }
    if (before[at(g, n)] >= impossible) return put_over_nearest(groups, layer);
    for (std::size_t i = g + 1; i-- > 0;) {
      for (std::size_t j = n + 1; j-- > 0;) {
        float& best = after[at(i, j)];
        if (i == g && j == n) best = 0;
        if (j < n) take(best, after[at(i, j + 1)] + lonely[j]);
        for (std::size_t last = j; i < g && last < n && may_cover(groups[i], units_[last]); ++last)
          take(best, off_middle(groups[i], j, last + 1) + after[at(i + 1, last + 1)]);
      }
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> spans(g);
    for (std::size_t i = 0; i < g; ++i) {
      const auto cost = [&](std::size_t first, std::size_t end) {
        return before[at(i, first)] + off_middle(groups[i], first, end) + after[at(i + 1, end)];
      };
      spans[i] = cheapest(groups[i], i == 0 ? 0 : spans[i - 1].second + 1, cost);
      doubt(groups[i], spans[i], cost);
    }
    merge(groups, spans, layer);
  }

  float off_middle(const Group& group, std::size_t first, std::size_t end) const {
    const bool mixed = units_[first].first < first_amounts_ && units_[end - 1].last >= first_amounts_;
    const float middle = (left_of(first) + right_of(end - 1)) / 2;
    return std::fabs(middle - group.stack.centre()) + (mixed ? over_labels_and_amounts : 0);
  }

  /// All columns of labels stand before all those of amounts.
  void find_first_amounts() {
    std::uint32_t first = 0;
    while (first < bands_.size() && !bands_[first].holds_amounts())
      ++first;
    const bool parted = std::all_of(bands_.begin() + static_cast<std::ptrdiff_t>(first), bands_.end(),
                                    [](const Band& band) { return band.words == 0 || band.holds_amounts(); });
    first_amounts_ = parted ? first : 0;
  }

  /// First and last unit of the group, from `from` on.
  template <class Cost>
  std::pair<std::uint32_t, std::uint32_t> cheapest(const Group& group, std::size_t from,
                                                   const Cost& cost) const {
    std::pair<std::size_t, std::size_t> best{from, from};
    float least = impossible;
    for (std::size_t first = from; first < units_.size(); ++first) {
      for (std::size_t last = first; last < units_.size() && may_cover(group, units_[last]); ++last) {
        if (cost(first, last + 1) >= least) continue;
        least = cost(first, last + 1);
        best = {first, last};
      }
    }
    return {static_cast<std::uint32_t>(best.first), static_cast<std::uint32_t>(best.second)};
  }

  /// Units that another reading, nearly as good, would take or leave out; all where the group is at the
  /// middle of none.
  template <class Cost>
  void doubt(const Group& group, std::pair<std::uint32_t, std::uint32_t> span, const Cost& cost) {
    const float least = cost(span.first, std::size_t{span.second} + 1);
    const float enough = least + as_good;
    const bool astray = off_middle(group, span.first, std::size_t{span.second} + 1) > farthest_off;
    for (std::uint32_t unit = span.first; astray && unit <= span.second; ++unit)
      mark_unsure(unit);
    for (std::uint32_t first = 0; first < units_.size(); ++first) {
      for (std::uint32_t last = first; last < units_.size() && may_cover(group, units_[last]); ++last) {
        if (cost(first, std::size_t{last} + 1) > enough) continue;
        for (std::uint32_t unit = std::min(first, span.first); unit <= std::max(last, span.second); ++unit) {
          const bool here = unit >= first && unit <= last, there = unit >= span.first && unit <= span.second;
          if (here != there) mark_unsure(unit);
        }
      }
    }
  }
  void mark_unsure(std::uint32_t unit) {
    for (std::uint32_t column = units_[unit].first; column <= units_[unit].last; ++column)
      out_.unsure_columns[column] = out_.unsure_columns[column] || bands_[column].holds_amounts();
  }

  /// No reading is left: the words stay where they are, over one column each.
  void put_over_nearest(const std::vector<Group>& groups, std::uint32_t layer) {
    for (const Group& group : groups) {
      std::size_t nearest = 0;
      const auto far = [&](std::size_t unit) {
        return std::fabs((left_of(unit) + right_of(unit)) / 2 - group.stack.centre());
      };
      for (std::size_t i = 1; i < units_.size(); ++i) {
        if (far(i) < far(nearest)) nearest = i;
      }
      rows_.push_back({{group.stack.tokens, units_[nearest].first, units_[nearest].first, 0}, layer});
    }
    for (std::uint32_t unit = 0; unit < units_.size(); ++unit)
      mark_unsure(unit);
  }

  void merge(const std::vector<Group>& groups,
             const std::vector<std::pair<std::uint32_t, std::uint32_t>>& spans, std::uint32_t layer) {
    std::vector<Unit> merged;
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const auto [first, last] = spans[i];
      for (; next < first; ++next)
        merged.push_back(units_[next]);
      Unit unit = units_[first];
      unit.last = units_[last].last;
      unit.x0 = std::min(left_of(first), groups[i].stack.x0);
      unit.x1 = std::max(right_of(last), groups[i].stack.x1);
      unit.height = groups[i].height;
      unit.has_head = unit.grouped = true;
      merged.push_back(unit);
      rows_.push_back({{groups[i].stack.tokens, unit.first, unit.last, 0}, layer});
      // Over one column, or over the same ones as another head and not at their middle: it belongs elsewhere.
      const bool astray = off_middle(groups[i], first, last + 1) > near_middle;
      if (first == last && units_[first].has_head && (!units_[first].grouped || astray)) mark_unsure(first);
      next = last + 1;
    }
    for (; next < units_.size(); ++next)
      merged.push_back(units_[next]);
    units_ = std::move(merged);
  }

  void write(std::uint32_t layers) {
    if (rows_.empty()) return;
    for (Placed& placed : rows_) {
      placed.head.level = layers - placed.layer;
      out_.heads.push_back(std::move(placed.head));
    }
    out_.levels = layers + 1;
  }

  const std::vector<ColumnToken>& tokens_;
  const std::vector<Band>& bands_;
  float pitch_;
  AlignedHeads& out_;
  std::vector<Unit> units_;
  /// The first column of amounts where those of labels stand before them all; 0 elsewhere.
  std::uint32_t first_amounts_ = 0;
  std::vector<Group> left_;
  std::vector<Placed> rows_;
};

}  // namespace

void group_heads(const std::vector<HeadStack>& own, std::vector<HeadStack> groups,
                 const std::vector<ColumnToken>& tokens, const std::vector<Band>& bands, float pitch,
                 AlignedHeads& out) {
  Grouper(tokens, bands, pitch, out).group(own, std::move(groups));
}

}  // namespace mingzhang
