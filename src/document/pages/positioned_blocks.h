// From the lines of a text made of pages to its blocks: title, contents, headings, paragraphs, tables with
// their captions. For this room only.
//
// Tested through read_positioned in tests/unit/document/positioned_test.cpp.
#pragma once

#include "document/document.h"
#include "document/lines.h"

#include <vector>

namespace mingzhang {

/// `lines` are those of document.text, some of which are tables.
void write_blocks_of_lines(const std::vector<Line>& lines, std::vector<Table> tables, Document& document);

}  // namespace mingzhang
