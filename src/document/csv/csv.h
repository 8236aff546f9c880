// Comma-separated values (RFC 4180), also with semicolons, and with tabs where fields are quoted: one sheet.
//
// Nothing but the content tells such a file from plain text: nearly all of its lines must have equally many
// fields. Rows of plain tabs stay plain text, which has its own reader for them.
// Tested in tests/unit/document/csv_test.cpp.
#pragma once

#include "document/document.h"
#include "text/result.h"

#include <optional>
#include <string_view>

namespace mingzhang {

/// ',' ';' or a tab; '\0' where the text is no such file. Looks at its first lines only.
char csv_separator(std::string_view text);

/// Fills the document from `text`, whose fields that character parts. The error lacks the file's name.
std::optional<Error> read_csv(std::string_view text, char separator, Document& document);

}  // namespace mingzhang
