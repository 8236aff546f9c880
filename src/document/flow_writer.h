// From what a format's reader found (flow.h) to a document: the text that the reader makes, a line a
// paragraph and a line a row of a table, and the blocks, sections and tables in it.
//
// Titles of the document, tables of contents, captions and unit lines are found as in plain text. A table
// that only lays out others, or stands in one column, is taken apart into its paragraphs and tables.
// Tested in tests/unit/document/flow_test.cpp.
#pragma once

#include "document/document.h"
#include "document/flow.h"
#include "text/result.h"

#include <optional>

namespace mingzhang {

/// Fills text, blocks, sections, tables. Errors: file.empty, text.too_large, table.too_large,
/// document.too_large. The error lacks the file's name.
std::optional<Error> write_flow(const TextFlow& flow, Document& document);

}  // namespace mingzhang
