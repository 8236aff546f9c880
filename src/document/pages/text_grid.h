// A table of one page: its grid with the words of each cell, before it is known whether the next page goes on
// with it. For this room only.
//
// Tested in tests/unit/document/text_grid_test.cpp.
#pragma once

#include "document/pages/made_words.h"
#include "document/pages/page_parts.h"
#include "document/pages/ruled_grid.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingzhang {

struct PageCell {
  /// In the MadeWords that the grid was written to.
  Span words;
  /// The same in all positions of one merged cell, which have the same words.
  std::uint32_t owner = 0;
  bool unsure = false;
};

struct TextGrid {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  /// Dense, row by row.
  std::vector<PageCell> cells;
  /// Places of the sides of the columns, one more than there are columns.
  std::vector<float> edges;
  float top = 0;
  float bottom = 0;
  std::int32_t page = 0;
  bool ruled = false;
  /// Rows of heads, where they are known already; else none.
  std::int32_t heads = none;

  const PageCell& at(std::uint32_t row, std::uint32_t column) const { return cells[row * columns + column]; }
  PageCell& at(std::uint32_t row, std::uint32_t column) { return cells[row * columns + column]; }
  bool is_one_cell(std::uint32_t row, std::uint32_t column, std::uint32_t other_row,
                   std::uint32_t other_column) const {
    return at(row, column).owner == at(other_row, other_column).owner;
  }
  /// The position continues a cell that began to the left or above.
  bool continues(std::uint32_t row, std::uint32_t column) const {
    return (column > 0 && is_one_cell(row, column, row, column - 1)) ||
           (row > 0 && is_one_cell(row, column, row - 1, column));
  }
  bool is_empty(std::uint32_t row, std::uint32_t column) const { return at(row, column).words.empty(); }
};

/// The grid of ruled cells with the words that stand in it; those are taken out of `fragments`. Rows that
/// only words part (figures one below the other in one ruled cell) come apart.
TextGrid fill_ruled_grid(const PositionedText& positioned, const RuledGrid& grid,
                         std::vector<Fragment>& fragments, std::int32_t page, MadeWords& words);

/// Takes out rows and columns that hold nothing but empty cells, or parts of merged ones that lose nothing.
void drop_empty(TextGrid& grid);

}  // namespace mingzhang
