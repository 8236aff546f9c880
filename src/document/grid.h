// A table whose cells' extents are known, as Word, Excel, HTML and a PDF's rulings state them: which rows are
// its title, its column heads and its notes, and where one table ends and the next begins.
//
// What is decided, and on what grounds:
// - A column in which no cell begins is none; nor is one of a sheet that holds no words. The rest count.
// - Title rows stand at the top: one cell with words and no figure, or up to three of which one is a unit
//   line, a date or the body's name. They are no rows of the grid but lines above it; notes below it (注：…,
//   sentences) are lines too.
// - Heads reach down as far as the merged cells of the first row, and on while the next row has words only
//   beneath heads that are wider than their column and no figures. The row that numbers the columns belongs
//   to them.
// - A table whose rows are cut in different ways is a form: it has no heads.
// - In a sheet a blank row, or a title row, parts two tables where heads follow, not where figures go on.
// Tested in tests/unit/document/grid_test.cpp.
#pragma once

#include "document/document.h"
#include "text/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct GridCell {
  std::uint32_t row = 0, column = 0, rows = 1, columns = 1;
  /// Place of its words in the grid's own text; lines of one cell are parted by line breaks.
  Span words;
};

struct Grid {
  /// Row by row, from left to right, none over another.
  std::vector<GridCell> cells;
  bool is_sheet = false;
};

/// A stretch of rows: lines of text, or a table.
struct GridPart {
  /// Cells of the grid: from the first up to, but not with, the last.
  std::size_t first_cell = 0, last_cell = 0;
  bool is_table = false;
};

/// `words` is the text that the cells' words stand in. Sorts the cells and drops those that mean nothing; the
/// parts together hold all that are left.
std::vector<GridPart> part_grid(std::string_view words, Grid& grid);

/// Appends the part's rows to `text`, a row a line, cells parted by tabs, and returns the table with its
/// places in it; its unit is that of its heads, if any. Writes nothing where it would have more rows or
/// columns than limits.h allows, or more cells than `cells_left`: Error table.too_large with the limit as
/// detail.
Result<Table> write_grid(std::string_view words, const Grid& grid, const GridPart& part,
                         std::uint64_t cells_left, std::string& text);

/// 454.19, ≥95%, 20万元; not 2020年, 2020 or 2020预算, which are heads.
bool is_amount(std::string_view words);

/// The words of each row that has any, cells of one row parted by four spaces.
std::vector<std::string> lines_of(std::string_view words, const Grid& grid, const GridPart& part);

}  // namespace mingzhang
