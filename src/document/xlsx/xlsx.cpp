// See xlsx.h.
#include "document/xlsx/xlsx.h"

#include "document/flow_writer.h"
#include "document/office/package.h"
#include "document/xlsx/sheet.h"
#include "document/xlsx/workbook.h"

#include <string>

namespace mingzhang {

std::optional<Error> read_xlsx(ZipArchive& archive, Document& document) {
  Package package(archive);
  const auto workbook = Workbook::read(package);
  if (!workbook) return workbook.error();
  TextFlow flow;
  SheetLosses losses;
  std::uint32_t hidden_sheets = 0;
  for (const SheetEntry& sheet : workbook.value().sheets()) {
    if (sheet.hidden) {
      ++hidden_sheets;
      continue;
    }
    const auto xml = package.part(sheet.part);
    if (!xml) return xml.error();
    read_sheet(xml.value().root(), workbook.value(), sheet.name, flow, losses);
  }
  if (auto error = write_flow(flow, document)) return error;
  const auto note = [&](const char* code, std::uint32_t count) {
    if (count > 0) document.notes.push_back({code, {}, std::to_string(count)});
  };
  note("xlsx.hidden_sheets", hidden_sheets);
  note("xlsx.hidden_rows", losses.hidden_rows);
  note("xlsx.hidden_columns", losses.hidden_columns);
  note("xlsx.uncalculated", losses.uncalculated);
  note("xlsx.errors", losses.errors);
  return std::nullopt;
}

}  // namespace mingzhang
