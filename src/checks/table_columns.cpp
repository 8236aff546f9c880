// Columns of totals: in each row 合计 is the sum of the columns that its heads join with it. The heads' own
// reading comes first; where it does not hold in most rows, runs of columns beside the total are tried, and
// what most rows confirm is taken.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#include "checks/table_sums.h"

#include <algorithm>

namespace mingzhang {
namespace {

struct Weight {
  std::size_t holding = 0;
  /// Of these, rows with at least two parts.
  std::size_t telling = 0;
  std::size_t failing = 0;
};

class ColumnOfTotals {
 public:
  ColumnOfTotals(TableSums& sums, const SummedTable& table, const TableList& list, const ColumnSum& sum)
      : sums_(sums), table_(table), list_(list), sum_(sum) {}

  void relate() {
    std::size_t best = 0;
    Weight weight = weigh(0);
    for (std::size_t i = 1; i < sum_.readings.size() && weight.failing > 0; ++i) {
      const Weight other = weigh(i);
      if (other.holding <= weight.holding || other.telling < weight.telling) continue;
      best = i;
      weight = other;
    }
    if (weight.holding + weight.failing == 0) return;
    // Without a head that names a total, only rows that show it make it one.
    if (!sum_.named && (weight.telling < 2 || weight.telling < 2 * weight.failing)) return;
    const bool proven = weight.holding >= 2 && weight.holding >= 2 * weight.failing;
    bool doubted = false;
    for (std::size_t row = 0; row < list_.rows.size(); ++row)
      relate_row(row, best, proven, doubted);
  }

 private:
  std::vector<FactIndex> parts_of(std::size_t row, std::size_t reading) const {
    std::vector<FactIndex> out;
    for (const std::size_t column : sum_.readings[reading]) {
      const std::int32_t figure = list_.figure(table_.cells, row, column);
      if (figure != none) out.push_back(static_cast<FactIndex>(figure));
    }
    return out;
  }

  std::int32_t total_of(std::size_t row) const { return list_.figure(table_.cells, row, sum_.total); }

  Weight weigh(std::size_t reading) const {
    Weight weight;
    for (std::size_t row = 0; row < list_.rows.size(); ++row) {
      const std::int32_t total = total_of(row);
      const auto parts = parts_of(row, reading);
      if (total == none || parts.empty()) continue;
      if (!sums_.adds_up(parts, static_cast<FactIndex>(total))) {
        ++weight.failing;
        continue;
      }
      ++weight.holding;
      if (parts.size() > 1) ++weight.telling;
    }
    return weight;
  }

  void relate_row(std::size_t row, std::size_t reading, bool sure, bool& doubted) {
    const std::int32_t figure = total_of(row);
    const auto parts = parts_of(row, reading);
    if (figure == none || parts.empty()) return;
    const auto total = static_cast<FactIndex>(figure);
    const bool holds = sums_.adds_up(parts, total);
    if (!holds) {
      for (std::size_t other = 0; other < sum_.readings.size(); ++other) {
        const auto others = parts_of(row, other);
        if (other != reading && others.size() > 1 && sums_.adds_up(others, total)) sure = false;
      }
      for (const std::size_t column : sum_.readings[reading]) {
        if (list_.figure(table_.cells, row, column) == none && sums_.is_doubtful(table_, list_, row, column))
          sure = false;
      }
      if (sums_.lacks_what_stands_beside(table_, parts, total, true)) sure = false;
      // One line that says so is enough for a whole column.
      if (!sure && doubted) return;
      doubted = doubted || !sure;
    }
    TableSums::Claim claim;
    claim.message = "table.row";
    claim.subject = sums_.label(list_.rows[row]);
    claim.column = sums_.column_head(table_, list_.panels[list_.rows[row].panel].figures[sum_.total]);
    if (!holds && !sure) claim.undecided = "#unclear_columns";
    claim.only_holds = holds && !sure;
    sums_.add(parts, total, std::move(claim));
  }

  TableSums& sums_;
  const SummedTable& table_;
  const TableList& list_;
  const ColumnSum& sum_;
};

}  // namespace

void sum_columns(TableSums& sums, const SummedTable& table, const TableList& list) {
  if (table.table.header_rows == 0 || list.columns < 2) return;
  for (const ColumnSum& sum : column_sums(sums.c.document, table.table, list.panels[0], sums.c.book))
    ColumnOfTotals(sums, table, list, sum).relate();
}

}  // namespace mingzhang
