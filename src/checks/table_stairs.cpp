// Sums of lists whose labels stand in stairs: each level in a column further to the right than the one it is
// part of (采购类别 | 项目 | 采购物品), its rows below. The stairs are believed where several of their sums
// hold.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#include "checks/table_sums.h"

#include <algorithm>
#include <set>

namespace mingzhang {
namespace {

constexpr int above_all = -1;

struct Stair {
  std::size_t parent = 0;
  std::vector<std::size_t> children;
};

class Stairs {
 public:
  Stairs(TableSums& sums, const SummedTable& table, const TableList& list)
      : sums_(sums), table_(table), list_(list) {}

  void relate() {
    if (!read_depths() || !read_stairs()) return;
    for (std::size_t column = 0; column < list_.columns; ++column) {
      for (const Stair& stair : stairs_) {
        const std::int32_t total = list_.figure(table_.cells, stair.parent, column);
        const auto parts = parts_of(stair, column);
        if (total == none || parts.size() < 2) continue;
        ++(sums_.adds_up(parts, static_cast<FactIndex>(total)) ? holding_ : failing_);
      }
    }
    if (!is_believed(holding_, failing_)) return;
    for (std::size_t column = 0; column < list_.columns; ++column) {
      for (const Stair& stair : stairs_)
        relate_stair(stair, column);
    }
  }

 private:
  static bool is_believed(std::size_t holding, std::size_t failing) {
    return holding >= 2 && failing <= holding;
  }

  /// By the last label of a row; false where the rows are not all in stairs.
  bool read_depths() {
    const Panel& panel = list_.panels[0];
    if (list_.panels.size() != 1 || panel.labels.size() < 2 || list_.rows.size() > most_parts_of_sum)
      return false;
    std::set<int> steps;
    for (const ListRow& row : list_.rows) {
      int depth = above_all;
      for (std::size_t i = 0; i < panel.labels.size(); ++i) {
        if (!table_.table.at(row.row, panel.labels[i]).span.empty()) depth = static_cast<int>(i);
      }
      if (!row.code.empty() || row.kind == RowKind::of_which || depth == above_all || !row.has_figure)
        return false;
      if (row.kind == RowKind::total) depth = above_all;
      if (depth != above_all) steps.insert(depth);
      depths_.push_back(depth);
    }
    // Steps, one under the other.
    for (int& depth : depths_) {
      if (depth != above_all) depth = static_cast<int>(std::distance(steps.begin(), steps.find(depth)));
    }
    return steps.size() >= 2;
  }

  /// False where a row lies more than a step below the one before it.
  bool read_stairs() {
    std::vector<std::int32_t> open(1, none);  // by depth + 1: the row that is open there
    std::vector<std::int32_t> stair_of(list_.rows.size(), none);
    for (std::size_t i = 0; i < depths_.size(); ++i) {
      const auto level = static_cast<std::size_t>(depths_[i] + 1);
      if (level > open.size() || (level == 0 && i != 0)) return false;
      open.resize(level + 1, none);
      open[level] = static_cast<std::int32_t>(i);
      const std::int32_t parent = level == 0 ? none : open[level - 1];
      if (parent == none) {
        if (level > 1) return false;
        continue;
      }
      std::int32_t& stair = stair_of[static_cast<std::size_t>(parent)];
      if (stair == none) {
        stair = static_cast<std::int32_t>(stairs_.size());
        stairs_.push_back({static_cast<std::size_t>(parent), {}});
      }
      stairs_[static_cast<std::size_t>(stair)].children.push_back(i);
    }
    return true;
  }

  std::vector<FactIndex> parts_of(const Stair& stair, std::size_t column) const {
    return list_.figures(table_.cells, stair.children, column);
  }

  void relate_stair(const Stair& stair, std::size_t column) {
    const std::int32_t figure = list_.figure(table_.cells, stair.parent, column);
    const auto parts = parts_of(stair, column);
    if (figure == none || parts.empty()) return;
    const auto total = static_cast<FactIndex>(figure);
    const bool holds = sums_.adds_up(parts, total);
    const bool at_end = table_.cut_behind && stair.children.back() + 1 == list_.rows.size();
    const bool lost =
        at_end || std::any_of(stair.children.begin(), stair.children.end(), [&](std::size_t child) {
          return list_.figure(table_.cells, child, column) == none;
        });
    if (!holds && lost) return;
    const ListRow& row = list_.rows[stair.parent];
    TableSums::Claim claim;
    claim.subject = sums_.label(row);
    claim.column = sums_.column_head(table_, list_.panels[0].figures[column]);
    const std::size_t counted = parts.size() > 1 ? 1 : 0;
    claim.only_holds = holds && (lost || !is_believed(holding_ - counted, failing_ + counted));
    sums_.add(parts, total, std::move(claim));
  }

  TableSums& sums_;
  const SummedTable& table_;
  const TableList& list_;
  std::vector<int> depths_;  // by row of the list; above_all for the total over everything
  std::vector<Stair> stairs_;
  std::size_t holding_ = 0;
  std::size_t failing_ = 0;
};

}  // namespace

void sum_stairs(TableSums& sums, const SummedTable& table, const TableList& list) {
  Stairs(sums, table, list).relate();
}

}  // namespace mingzhang
