// A grid as text and as a Table: its title rows first, then a row a line with tabs between the cells. For
// this room only.
//
// Tested through read_positioned in tests/unit/document/positioned_test.cpp.
#pragma once

#include "document/document.h"
#include "document/pages/text_grid.h"

namespace mingzhang {

/// `words` holds those of the grid's cells; the text is appended to `out`, and the spans are those of `out`.
Table write_table(const TextGrid& grid, const MadeWords& words, MadeWords& out);

}  // namespace mingzhang
