// The rows of a table as lists: where income and expenditure stand side by side, each side is a list of its
// own; a classification that goes on in the next columns is one list. Each row has its label, its place in
// the tree (by code, numbering or 其中), and whether it is a total.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#pragma once

#include "checks/rule_data.h"
#include "checks/table_cells.h"
#include "document/document.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mingzhang {

enum class RowKind : std::uint8_t {
  item,
  total,     // 合计, 本年收入合计, 小计
  of_which,  // 其中：…, and what stands below it
};

struct ListRow {
  std::uint32_t row = 0;  // of the grid
  std::uint32_t panel = 0;
  RowKind kind = RowKind::item;
  Span label;
  std::string code;           // digits; empty for none
  bool code_printed = false;  // else it is that of a fact\'s concept
  std::uint8_t style = 0;     // of its number: 一、 （一） 1. （1）; 0 for none
  std::uint16_t ordinal = 0;
  /// First of several label columns, where it is not the label: 一般公共预算资金 | 小计.
  std::int32_t category = none;  // grid row where that cell begins
  std::int32_t parent = none;    // index into TableList::rows
  bool grand = false;            // total: 总计, 合计 and the like, not 小计
  bool has_figure = false;
};

struct Panel {
  std::vector<std::uint32_t> labels;   // columns of words and codes
  std::vector<std::uint32_t> figures;  // columns of figures
};

struct TableList {
  std::int32_t table = none;
  std::vector<Panel> panels;
  std::vector<ListRow> rows;
  /// Figures of each row, by column of its panel.
  std::size_t columns = 0;
  /// Every row that is an item has a code.
  bool coded = false;

  /// The figure in a row and a column of its panel; none.
  std::int32_t figure(const TableCells& cells, std::size_t row, std::size_t column) const {
    return cells.at(rows[row].row, panels[rows[row].panel].figures[column]);
  }
  /// The figures of these rows in a column, where they have any.
  std::vector<FactIndex> figures(const TableCells& cells, std::span<const std::size_t> which,
                                 std::size_t column) const {
    std::vector<FactIndex> out;
    for (const std::size_t row : which) {
      const std::int32_t found = figure(cells, row, column);
      if (found != none) out.push_back(static_cast<FactIndex>(found));
    }
    return out;
  }
  /// A total whose rows have figures in this column, or a line whose parts have: an empty cell there is not
  /// nothing.
  bool has_figures_below(const TableCells& cells, const FigureList& figures, std::size_t row,
                         std::size_t column) const;
  static constexpr std::size_t most_rows_below = 100;
};

/// `code_of_fact`: codes of function.CODE and economic.CODE by concept, for rows whose code is not printed.
std::vector<TableList> lists_of(const Document& document, const Disclosure& disclosure, std::int32_t table,
                                const TableCells& cells, const RuleBook::Data& book);

}  // namespace mingzhang
