// One sheet of a workbook into a TextFlow: its visible cells with words, and how far the merged ones reach.
// For use inside this room only.
//
// Tested in tests/unit/document/xlsx_test.cpp.
#pragma once

#include "document/flow.h"
#include "document/xlsx/workbook.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingzhang {

/// What was left out of a workbook, for its notes.
struct SheetLosses {
  std::uint32_t hidden_rows = 0, hidden_columns = 0;  // with words in them
  std::uint32_t uncalculated = 0;                     // formulas without a value
  std::uint32_t errors = 0;                           // cells that show #REF! and the like
};

struct CellPlace {
  std::uint32_t row = 0, column = 0;
};

/// "B3" is row 2 and column 1; dollars are passed over. nullopt for what is no reference, or one beyond
/// Excel's own limits.
std::optional<CellPlace> parse_reference(std::string_view words);

void read_sheet(XmlNode worksheet, const Workbook& workbook, std::string_view name, TextFlow& flow,
                SheetLosses& losses);

}  // namespace mingzhang
