// Labels of table rows.
//
// Tests: tests/unit/checks/of_which_test.cpp.
#include "checks/table_rows.h"

#include "text/utf8.h"

#include <string_view>

namespace mingzhang {

std::uint32_t grid_row(const Document& document, const Source& source) {
  return static_cast<std::uint32_t>(source.row) +
         document.tables[static_cast<std::size_t>(source.table)].header_rows;
}

Span label_of_row(const Document& document, std::int32_t table, std::uint32_t row) {
  const Table& grid = document.tables[static_cast<std::size_t>(table)];
  for (std::uint32_t column = 0; column < grid.columns; ++column) {
    const Cell& cell = grid.at(row, column);
    if (cell.span.empty()) continue;
    const CodePoint first = decode_utf8(document.words(cell.span), 0);
    const bool figure = (first.value >= U'0' && first.value <= U'9') || first.value == U'-';
    return figure ? Span{} : cell.span;
  }
  return {};
}

bool begins_with_of_which(std::string_view label) {
  return trimmed(label).substr(0, std::string_view("其中").size()) == "其中";
}

bool is_of_which_row(const Document& document, const Source& source) {
  if (source.table == none || source.row == none) return false;
  const std::uint32_t row = grid_row(document, source);
  if (row >= document.tables[static_cast<std::size_t>(source.table)].rows) return false;
  return begins_with_of_which(document.words(label_of_row(document, source.table, row)));
}

}  // namespace mingzhang
