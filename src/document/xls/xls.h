// Excel workbooks of before 2007 (.xls; .et that is such a file), from Excel 5 on: their sheets written anew
// as the parts of a workbook of today, which xlsx.h then reads. What holds there holds here.
//
// Tested in tests/unit/document/xls_test.cpp.
#pragma once

#include "document/document.h"
#include "text/result.h"

#include <cstdint>
#include <optional>
#include <span>

namespace mingzhang {

/// Fills text, blocks, sections, tables and notes. Errors: ole.damaged, file.password, and those of xlsx.h;
/// they lack the file's name.
std::optional<Error> read_xls(std::span<const std::uint8_t> bytes, Document& document);

}  // namespace mingzhang
