// Flattened tables, as office converters write them: each cell on a line of its own behind a tab, a cell's
// further lines without a tab, empty cells as lone tabs, rows apart by blank lines.
//
// This file finds the rows and says where one table ends and the next begins; table_shape.h makes grids of
// them. Not read as tables: lines indented by tabs (one cell in each row, or rows of sentences), and single
// rows. Tested in tests/unit/document/flattened_tables_test.cpp.
#pragma once

#include "document/lines.h"
#include "document/table_shape.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingzhang {

/// A stretch of tabbed lines, cut into rows.
struct FlatRegion {
  std::vector<FlatRow> rows;
  std::vector<Span> cells;
  /// Index of the first line after the region.
  std::size_t end = 0;
};

/// What one stretch of rows is.
struct FlatPiece {
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;  // one beyond
  bool is_table = false;
  /// The same form once more: it begins with the label that the table before it began with.
  bool repeats = false;
};

/// Reads the region that begins at `lines[begin]`, a tabbed line; reuses the vectors of `region`.
void read_flat_region(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                      FlatRegion& region);

/// The same for rows of one line each with tabs between the cells: at least two such lines, with equally many
/// tabs, one of which begins with words. False where `lines[begin]` begins none.
bool read_delimited_region(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                           FlatRegion& region);

/// The same for rows with bars between the cells, perhaps at both ends too: 科目编码 | 科目名称 | 合计. At
/// least two lines with two bars each; a line of dashes below the heads is no row.
bool read_barred_region(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                        FlatRegion& region);

/// Cuts the region into tables and into rows that are only indented lines.
void cut_flat_region(std::string_view text, FlatRegion& region, std::vector<FlatPiece>& pieces);

}  // namespace mingzhang
