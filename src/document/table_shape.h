// From rows of cells to a grid: which columns each cell of a row with fewer cells than the table has takes
// up, which rows are titles and which are column heads.
//
// What is decided, and on what grounds:
// - The table is as wide as its widest row.
// - Title rows stand at the top: one cell with words, or two of which one is a unit line or a date. They are
// no rows
//   of the grid.
// - Two rows of heads: the first is narrower, or has empty cells to the right of a head, and the second has
// words
//   exactly where the first one's wide heads are.
// - A short row of a form (a table without heads whose rows differ in width) keeps its first cell narrow; the
// others
//   share the remaining columns as evenly as they can, wider ones first: 项目名称 | X | 负责人 | Y in five
//   columns stands in columns 0, 1-2, 3 and 4.
// - A short row beneath heads is widened at the one cell that leaves most cells in a column of their own kind
//   (figures under figures); where all fit alike, its last cell is.
// - Empty cells at the start of a row, under a cell with words and left of words, are continued downwards.
// Tested in tests/unit/document/table_shape_test.cpp.
#pragma once

#include "document/document.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace mingzhang {

/// Cells of one row: a range of a list of cells.
struct FlatRow {
  std::uint32_t first_cell = 0;
  std::uint32_t cells = 0;
  /// Blank lines before the row.
  std::uint32_t gap = 0;
};

/// Digits with at most a sign and a short unit: 454.19, ≥95%, 20万元; but not 2019年.
bool is_figure(std::string_view words);

/// The grid of a table. `rows` holds at least one row, and at most limits::columns_of_table cells a row. The
/// title and unit line are those of the table's own rows; a caption above it is the caller's to find.
/// `ragged` is set where a row has more cells than nearly all others, so that the grid is a guess.
Table shape_table(std::string_view text, std::span<const FlatRow> rows, std::span<const Span> cells,
                  bool& ragged);

}  // namespace mingzhang
