// Side by side in one table: income on the left, expenditure on the right, each with labels and figures of
// its own. For this room only.
//
// Tested in tests/unit/document/aligned_table_test.cpp.
#pragma once

#include "document/pages/aligned_tokens.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace mingzhang {

// Another room has a Side too, and a program of both must tell them apart (one-definition rule).
inline namespace document_room {
/// Bands from left to right that belong together: codes, then labels, then their figures.
struct TableSide {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<std::uint32_t> labels;
  /// Lines with figures of this side.
  std::vector<std::uint32_t> anchors;
  /// Lines of codes alone, each with the line of its row's amounts.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> moved;
};
}  // namespace document_room

struct Sides {
  std::vector<TableSide> list;
  /// By band, its side in the list.
  std::vector<std::uint32_t> of_band;

  const TableSide& of(std::uint32_t band) const { return list[of_band[band]]; }
  /// The line whose row a figure in this band belongs to.
  std::uint32_t row_line(const ColumnToken& token, std::uint32_t band) const;
};

Sides find_sides(const AlignedTokens& words, const std::vector<Band>& bands);

}  // namespace mingzhang
