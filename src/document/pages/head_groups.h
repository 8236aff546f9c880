// Column heads that stand over several columns, level by level. For this room only.
//
// A head stands at the middle of its columns, and so at the height of the middle of its own rows: a column
// whose head stands higher has fewer heads over it. Tested in tests/unit/document/aligned_table_test.cpp.
#pragma once

#include "document/pages/aligned_heads.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

/// Words one below the other.
struct HeadStack {
  std::vector<std::uint32_t> tokens;
  float x0 = 0;
  float x1 = 0;
  /// May stand over several columns: between two heads of a lower line, or over both.
  bool wide = false;
  std::uint32_t top = 0;
  std::int32_t column = -1;

  float centre() const { return (x0 + x1) / 2; }
};

/// Writes the columns' own heads (`own`, each with its column) and those over them (`groups`) as levels of
/// `out`.
void group_heads(const std::vector<HeadStack>& own, std::vector<HeadStack> groups,
                 const std::vector<ColumnToken>& tokens, const std::vector<Band>& bands, float pitch,
                 AlignedHeads& out);

}  // namespace mingzhang
