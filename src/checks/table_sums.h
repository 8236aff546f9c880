// Sums within a table, claimed only where its structure leaves one reading. Three files share this: rows by
// code and number (table_sums.cpp), rows of totals (table_totals.cpp), columns of totals (table_columns.cpp).
//
// How a reading is chosen: labels, codes, numbers and heads propose it; the figures of all columns (or rows)
// confirm it. A figure is called wrong only where no reading that the labels allow makes its sum hold, and
// where the chosen reading is either the only one or holds elsewhere in the table. Else the sum is unknown.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#pragma once

#include "checks/case.h"
#include "checks/table_heads.h"
#include "checks/table_lists.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace mingzhang {

/// A table of the case with what has been read of it.
struct SummedTable {
  std::int32_t index = none;
  const Table& table;
  const TableCells& cells;
  /// The table before or behind seems to be the same one, cut at a page: rows may be missing there.
  bool cut_before = false;
  bool cut_behind = false;
};

class TableSums {
 public:
  explicit TableSums(Case& c);

  Case& c;

  bool adds_up(std::span<const FactIndex> parts, FactIndex total) const;
  bool exceeds(std::span<const FactIndex> parts, FactIndex total) const;
  /// What the parts lack stands right there in the text: a figure that the reader of the table may have lost.
  /// `row_only`: in the line of the total; else also before and behind the table.
  bool lacks_what_stands_beside(const SummedTable& table, std::span<const FactIndex> parts, FactIndex total,
                                bool row_only) const;

  /// A cell without a figure that need not be nothing: it holds words, or the rows below it have figures.
  bool is_doubtful(const SummedTable& table, const TableList& list, std::size_t row,
                   std::size_t column) const;

  struct Claim {
    Evaluator rule = Evaluator::sum_table;
    /// Template without the outcome: "table.total".
    const char* message = "table.total";
    std::string subject;
    std::string column;
    /// Why there is no verdict, as a word of messages.json; nullptr for a verdict.
    const char* undecided = nullptr;
    /// Relation::only_holds
    bool only_holds = false;
  };
  /// Nothing where the same sum is there already.
  void add(std::span<const FactIndex> parts, FactIndex total, Claim claim);

  std::string label(const ListRow& row) const { return folded_words(row.label); }
  std::string column_head(const SummedTable& table, std::uint32_t column) const;

 private:
  std::string folded_words(Span span) const;
  std::uint64_t signature(std::span<const FactIndex> parts, FactIndex total) const;

  std::unordered_set<std::uint64_t> known_;
};

/// Sums of more figures than this are not checked: no reader could redo them by hand.
inline constexpr std::size_t most_parts_of_sum = 2000;

void sum_tree(TableSums& sums, const SummedTable& table, const TableList& list);
void sum_total_rows(TableSums& sums, const SummedTable& table, const TableList& list);
void sum_stairs(TableSums& sums, const SummedTable& table, const TableList& list);
void sum_columns(TableSums& sums, const SummedTable& table, const TableList& list);
/// balance.grand and balance.rollforward (table_balances.cpp).
void relate_balances(TableSums& sums, const SummedTable& table, const std::vector<TableList>& lists);

}  // namespace mingzhang
