// Which rows at the top of a grid are its titles and which are column heads. For this room only.
//
// - Title rows: one cell across the table; or two or three, one of which names a unit, a date or the body.
// - Heads: the first row after them that holds no figure, with the rows that its merged cells reach down to
// and those
//   that split up its wide heads, and a row that numbers the columns (栏次 1 2 3).
// - A form, whose rows have their cells at other places than the first row has, has no heads.
// Tested in tests/unit/document/grid_heads_test.cpp.
#pragma once

#include "document/pages/text_grid.h"

#include <cstdint>
#include <string_view>

namespace mingzhang {

struct GridHeads {
  std::uint32_t titles = 0;
  /// After the titles.
  std::uint32_t heads = 0;
};

GridHeads heads_of(const TextGrid& grid, std::string_view words);

/// The rows hold the same words in the same columns.
bool same_rows(const TextGrid& a, std::uint32_t row_a, const TextGrid& b, std::uint32_t row_b,
               std::uint32_t rows, std::string_view words);

}  // namespace mingzhang
