// A table that no rules draw, from the places of its words alone: laid-out text, and pages without rulings.
// For this room only.
//
// Columns first (aligned_columns.h), then heads (aligned_heads.h), then rows (aligned_rows.h). What the
// layout leaves open is marked unsure. Tested in tests/unit/document/aligned_table_test.cpp.
#pragma once

#include "document/pages/page_lines.h"
#include "document/pages/text_grid.h"

#include <cstdint>

namespace mingzhang {

/// Lines [first, last) of a page.
struct TableLines {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::int32_t page = 0;
  /// They may be further rows of the table with which the page before ends, and have no heads.
  bool further = false;
};

/// No two words of one line share a column.
bool has_clear_columns(const PositionedText& positioned, const PageLines& page, const TableLines& lines);

/// The grid of such lines; false where no columns can be told.
bool read_aligned_table(const PositionedText& positioned, const PageLines& page, const TableLines& lines,
                        MadeWords& words, TextGrid& grid);

}  // namespace mingzhang
