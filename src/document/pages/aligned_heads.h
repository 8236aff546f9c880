// Column heads of a table that no rules draw: which words over the columns are whose head, which stand over
// several, and which name a column that has no figures. For this room only.
//
// Words one below the other are one head. Heads and columns keep their order; each head goes to the column
// that it stands over or nearest to, so that all of them together are as near as can be. Tested in
// tests/unit/document/aligned_table_test.cpp.
#pragma once

#include "document/pages/aligned_columns.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

struct AlignedHead {
  /// Indices of tokens, from top to bottom.
  std::vector<std::uint32_t> tokens;
  std::uint32_t first_column = 0;
  std::uint32_t last_column = 0;
  /// Among the rows of heads; the lowest has every column's own.
  std::uint32_t level = 0;
};

struct AlignedHeads {
  std::vector<AlignedHead> heads;
  std::uint32_t levels = 0;
  /// By column: its figures could as well belong under the head beside it.
  std::vector<bool> unsure_columns;
};

/// Heads are the tokens of lines before `body`; `pitch` is the height of a line. Columns without figures that
/// only a head names are added to `bands`.
AlignedHeads read_heads(const std::vector<ColumnToken>& tokens, std::uint32_t body, float pitch,
                        std::vector<Band>& bands);

}  // namespace mingzhang
