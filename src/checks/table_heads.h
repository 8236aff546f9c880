// The heads of a table's columns as a tree: 本年支出 over 合计 | 基本支出 | 项目支出, and which columns a
// column of totals may be the sum of.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#pragma once

#include "checks/rule_data.h"
#include "checks/table_lists.h"

#include <cstddef>
#include <string>
#include <vector>

namespace mingzhang {

/// Columns are places in Panel::figures.
struct ColumnSum {
  std::size_t total = 0;
  /// The heads' own reading first: below its head the other columns, a group by its own total where it has
  /// one; then runs of columns beside the total.
  std::vector<std::vector<std::size_t>> readings;
  /// The head names a total (合计, 小计); else only figures can show that it is one.
  bool named = false;
};

/// One for each column that may be a total.
std::vector<ColumnSum> column_sums(const Document& document, const Table& table, const Panel& panel,
                                   const RuleBook::Data& book);

/// All heads over a column, top to bottom, white space folded.
std::vector<std::string> heads_over(const Document& document, const Table& table, std::uint32_t column);

}  // namespace mingzhang
