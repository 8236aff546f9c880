// Plain text: lines become a title, headings, paragraphs and flattened tables, in one pass.
//
// Tested in tests/unit/document/plain_text_test.cpp and, table by table, in flattened_tables_test.cpp.
#pragma once

#include "document/document.h"
#include "text/result.h"

#include <optional>

namespace mingzhang {

/// Fills blocks, sections, tables and notes from `document.text`. The error, if any, lacks the file's name.
std::optional<Error> read_plain_text(Document& document);

}  // namespace mingzhang
