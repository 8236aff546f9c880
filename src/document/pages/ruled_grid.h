// Grids of tables whose cells have ruled sides. For this room only.
//
// Sides may be missing outside (open tables) and inside (merged cells, rows not parted by rules); what is
// enclosed belongs together. No words are looked at here. Tested in tests/unit/document/ruled_grid_test.cpp.
#pragma once

#include "document/pages/page_parts.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

struct RuledGrid {
  /// Places of the upright and of the level lines: one more than there are columns and rows.
  std::vector<float> xs;
  std::vector<float> ys;
  /// Row by row, the index of the first position of the cell that the position belongs to; its own where it
  /// begins one.
  std::vector<std::uint32_t> owners;

  std::uint32_t columns() const { return static_cast<std::uint32_t>(xs.size()) - 1; }
  std::uint32_t rows() const { return static_cast<std::uint32_t>(ys.size()) - 1; }
  float left() const { return xs.front(); }
  float right() const { return xs.back(); }
  float top() const { return ys.front(); }
  float bottom() const { return ys.back(); }
  std::uint32_t owner(std::uint32_t row, std::uint32_t column) const {
    return owners[row * columns() + column];
  }
  /// The column or row that holds a place; the nearest where it lies outside.
  std::uint32_t column_at(float x) const;
  std::uint32_t row_at(float y) const;
};

/// From top to bottom. A box around a single cell is a frame and no table; so is what has a single column.
std::vector<RuledGrid> ruled_grids(const PageParts& page);

}  // namespace mingzhang
