// OFD documents (GB/T 33190-2016), the national format of official documents: a ZIP archive of pages, each
// with text objects, paths and pictures at places in millimetres. What stands at which place becomes a
// PositionedText; lines, paragraphs and tables are made of that as of a PDF.
//
// Page templates are part of their pages. Annotations and seals, clips, composite graphics and fonts' own
// widths are not read: a page with composite graphics is noted as not wholly read. Tested in
// tests/unit/document/ofd_test.cpp.
#pragma once

#include "document/archive/zip.h"
#include "document/document.h"
#include "text/result.h"

#include <optional>

namespace mingzhang {

/// Fills text, blocks, sections, tables, notes and places. Errors are those of the archive, of XML, of
/// positioned.h and of limits.h; they lack the file's name.
std::optional<Error> read_ofd(ZipArchive& archive, Document& document);

}  // namespace mingzhang
