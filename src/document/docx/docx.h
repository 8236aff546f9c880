// Word documents (.docx, .docm): paragraphs with their automatic numbers, headings by style, tables with
// merged cells and tables within, text boxes, footnotes and endnotes.
//
// As the document reads when all changes are accepted: deleted words are out, inserted ones in. Hidden words
// and rows are left out and counted in a note. Headers and footers, comments, charts and pictures are not
// read. Tested in tests/unit/document/docx_test.cpp.
#pragma once

#include "document/archive/zip.h"
#include "document/document.h"
#include "text/result.h"

#include <optional>

namespace mingzhang {

/// Fills text, blocks, sections, tables and notes. Errors are those of the archive, of XML and of limits.h;
/// they lack the file's name.
std::optional<Error> read_docx(ZipArchive& archive, Document& document);

}  // namespace mingzhang
