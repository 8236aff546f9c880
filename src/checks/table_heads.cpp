// Which head cell stands over which columns: an empty cell over a head of its own column belongs to the group
// head on its left, one with nothing below it to the head above.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#include "checks/table_heads.h"

#include "checks/table_rows.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

/// Grid places of the heads over one column, outermost first.
using Path = std::vector<std::uint32_t>;

constexpr std::size_t most_readings = 16;

class HeadTree {
 public:
  HeadTree(const Document& document, const Table& table) : document_(document), table_(table) {}

  Path path(std::uint32_t column) const {
    Path out;
    for (std::uint32_t row = 0; row < table_.header_rows; ++row) {
      const std::int64_t owner = owner_of(row, column);
      if (owner < 0) continue;
      const auto place = static_cast<std::uint32_t>(owner);
      if (out.empty() || out.back() != place) out.push_back(place);
    }
    return out;
  }

  std::string words(std::uint32_t place) const { return folded(document_.words(table_.cells[place].span)); }

 private:
  bool has_words_below(std::uint32_t row, std::uint32_t column) const {
    for (std::uint32_t below = row + 1; below < table_.header_rows; ++below) {
      if (!table_.at(below, column).span.empty()) return true;
    }
    return false;
  }

  std::int64_t owner_of(std::uint32_t row, std::uint32_t column) const {
    for (std::uint32_t left = column + 1; left-- > 0;) {
      if (!table_.at(row, left).span.empty()) return static_cast<std::int64_t>(row) * table_.columns + left;
      if (!has_words_below(row, left)) break;
    }
    return row > 0 ? owner_of(row - 1, column) : -1;
  }

  const Document& document_;
  const Table& table_;
};

class Sums {
 public:
  Sums(const Document& document, const Table& table, const Panel& panel, const RuleBook::Data& book)
      : tree_(document, table), book_(book) {
    for (const std::uint32_t column : panel.figures) {
      paths_.push_back(tree_.path(column));
      labels_.push_back(paths_.back().empty() ? std::string() : tree_.words(paths_.back().back()));
    }
  }

  std::vector<ColumnSum> read() {
    std::vector<ColumnSum> out;
    for (std::size_t column = 0; column < paths_.size(); ++column) {
      ColumnSum sum;
      sum.total = column;
      sum.named = is_total(column);
      if (sum.named) {
        read_named(column, sum);
      } else {
        read_of_which(column, sum);
      }
      if (!sum.readings.empty()) out.push_back(std::move(sum));
    }
    return out;
  }

 private:
  bool is_total(std::size_t column) const {
    return std::any_of(book_.total_endings.begin(), book_.total_endings.end(),
                       [&](const std::string& word) { return labels_[column].ends_with(word); });
  }

  /// Depth of the group that a column's own head stands in.
  std::size_t group_depth(std::size_t column) const {
    return paths_[column].empty() ? 0 : paths_[column].size() - 1;
  }

  bool in_group(std::size_t column, const Path& path, std::size_t depth) const {
    const Path& other = paths_[column];
    return other.size() >= depth &&
           std::equal(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(depth), other.begin());
  }

  /// Nodes directly below a group, each as the columns that stand for it.
  std::vector<std::vector<std::size_t>> nodes_below(const Path& path, std::size_t depth,
                                                    std::size_t except) const {
    std::vector<std::vector<std::size_t>> nodes;
    for (std::size_t column = 0; column < paths_.size(); ++column) {
      if (column == except || !in_group(column, path, depth)) continue;
      const Path& own = paths_[column];
      if (own.size() <= depth + 1) {
        if (!is_total(column) && !begins_with_of_which(labels_[column])) nodes.push_back({column});
        continue;
      }
      const bool first_of_group = column == 0 || !in_group(column - 1, own, depth + 1);
      if (first_of_group) nodes.push_back(columns_for_group(own, depth + 1));
    }
    return nodes;
  }

  /// A group's own total, else what stands below it.
  std::vector<std::size_t> columns_for_group(const Path& path, std::size_t depth) const {
    for (std::size_t column = 0; column < paths_.size(); ++column) {
      if (in_group(column, path, depth) && paths_[column].size() == depth + 1 && is_total(column))
        return {column};
    }
    std::vector<std::size_t> out;
    for (const auto& node : nodes_below(path, depth, paths_.size()))
      out.insert(out.end(), node.begin(), node.end());
    return out;
  }

  static void add(std::vector<std::vector<std::size_t>>& readings, std::vector<std::size_t> columns) {
    if (columns.empty() || readings.size() >= most_readings) return;
    if (std::find(readings.begin(), readings.end(), columns) == readings.end())
      readings.push_back(std::move(columns));
  }

  void read_named(std::size_t total, ColumnSum& sum) const {
    const auto nodes = nodes_below(paths_[total], group_depth(total), total);
    std::vector<std::size_t> all;
    std::vector<std::size_t> before;
    std::vector<std::size_t> after;
    for (const auto& node : nodes) {
      all.insert(all.end(), node.begin(), node.end());
      auto& side = !node.empty() && node.front() < total ? before : after;
      side.insert(side.end(), node.begin(), node.end());
    }
    add(sum.readings, all);
    add(sum.readings, after);
    add(sum.readings, before);
    // Runs directly behind the total: something else may stand to the right of them.
    std::vector<std::size_t> run;
    for (const auto& node : nodes) {
      if (node.empty() || node.front() < total) continue;
      run.insert(run.end(), node.begin(), node.end());
      if (run.size() > 1) add(sum.readings, run);
    }
  }

  /// 本年预算 | 其中：基本支出 | 项目支出.
  void read_of_which(std::size_t column, ColumnSum& sum) const {
    if (column + 2 >= paths_.size()) return;
    const Path& next = paths_[column + 1];
    const std::size_t depth = group_depth(column + 1);
    const bool grouped = depth > 0 && begins_with_of_which(tree_.words(next[depth - 1]));
    if (!grouped && !begins_with_of_which(labels_[column + 1])) return;
    std::vector<std::size_t> run{column + 1};
    for (std::size_t i = column + 2; i < paths_.size(); ++i) {
      if (grouped && !in_group(i, next, depth)) break;
      if (is_total(i)) break;
      run.push_back(i);
    }
    if (run.size() > 1) add(sum.readings, run);
  }

  HeadTree tree_;
  const RuleBook::Data& book_;
  std::vector<Path> paths_;
  std::vector<std::string> labels_;
};

}  // namespace

std::vector<ColumnSum> column_sums(const Document& document, const Table& table, const Panel& panel,
                                   const RuleBook::Data& book) {
  return Sums(document, table, panel, book).read();
}

std::vector<std::string> heads_over(const Document& document, const Table& table, std::uint32_t column) {
  const HeadTree tree(document, table);
  std::vector<std::string> out;
  for (const std::uint32_t place : tree.path(column))
    out.push_back(tree.words(place));
  return out;
}

}  // namespace mingzhang
