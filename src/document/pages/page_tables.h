// Cuts a page into tables and the lines around them. For this room only.
//
// Tested through read_positioned in tests/unit/document/positioned_test.cpp.
#pragma once

#include "document/pages/page_lines.h"
#include "document/pages/text_grid.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

struct PageReading {
  PageLines lines;
  /// By line: a row of a table whose columns were not read.
  std::vector<bool> in_columns;
  /// From top to bottom, and for each the first line below it.
  std::vector<TextGrid> grids;
  std::vector<std::uint32_t> line_below;

  bool has_words() const { return !lines.lines.empty() || !grids.empty(); }
  /// The page begins, or ends, with a line and not with a table.
  bool begins_with_line() const { return !lines.lines.empty() && (grids.empty() || line_below.front() > 0); }
  bool ends_with_line() const {
    return !lines.lines.empty() && (grids.empty() || line_below.back() < lines.lines.size());
  }
  /// It ends within a table, or with one.
  bool ends_in_columns() const;
  void drop_lines(std::uint32_t first, std::uint32_t last);
};

/// Ruled tables, and lines.
PageReading read_page(const PositionedText& positioned, std::int32_t page, MadeWords& words);

/// Makes tables of those lines that look like them although no rules draw them. What is no part of the page
/// (its number) should be dropped before. `before`: the page before, read; null for the first.
void read_aligned_tables(const PositionedText& positioned, std::int32_t page, MadeWords& words,
                         const PageReading* before, PageReading& reading);

}  // namespace mingzhang
