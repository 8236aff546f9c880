// Word documents of 1997 to 2003 (.doc; .wps that is such a file): paragraphs with their automatic numbers,
// headings by style, tables with merged cells, footnotes, text boxes.
//
// As the document reads when all changes are accepted. Tables within cells are lines of the cell; headers,
// comments and pictures are not read. Word 6 and 95, and the older form of WPS, are refused.
// Tested in tests/unit/document/doc_test.cpp.
#pragma once

#include "document/document.h"
#include "text/result.h"

#include <cstdint>
#include <optional>
#include <span>

namespace mingzhang {

/// Fills text, blocks, sections, tables and notes. Errors: ole.damaged, file.password, doc.too_old, and those
/// of flow_writer.h; they lack the file's name.
std::optional<Error> read_doc(std::span<const std::uint8_t> bytes, Document& document);

}  // namespace mingzhang
