// Text as pdftotext -layout prints pages: form feeds, page numbers, prose broken at the right margin, tables
// laid out by spaces. Visual lines that continue one another become one line; page numbers go; lines of
// tables are marked and never joined.
//
// No grid is made of a table laid out by spaces: heads are centred over columns, labels overhang them, and a
// figure in the wrong column is worse than one in none. A document without a form feed is left as it is.
// Tested in tests/unit/document/layout_text_test.cpp.
#pragma once

#include "document/lines.h"

#include <string_view>
#include <vector>

namespace mingzhang {

bool has_pages(std::string_view text);

void join_visual_lines(std::string_view text, std::vector<Line>& lines);

}  // namespace mingzhang
