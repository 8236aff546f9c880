// Excel workbooks (.xlsx, .xlsm): each sheet's cells as the page shows them, under their number formats.
//
// Formulas are not computed: the value that Excel left with them counts. Hidden sheets, rows and columns are
// left out and counted in notes, as are formulas without a value and cells that show an error. Charts,
// pictures, comments and text boxes are not read, nor are conditional formats.
// Tested in tests/unit/document/xlsx_test.cpp.
#pragma once

#include "document/archive/zip.h"
#include "document/document.h"
#include "text/result.h"

#include <optional>

namespace mingzhang {

/// Fills text, blocks, sections, tables and notes. Errors are those of the archive, of XML and of limits.h;
/// they lack the file's name.
std::optional<Error> read_xlsx(ZipArchive& archive, Document& document);

}  // namespace mingzhang
