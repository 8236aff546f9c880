// What the reader made of a document, a line each: blocks, tables, cells. Tested in
// tests/unit/report/blocks_test.cpp.
#include "report/report.h"
#include "report/valid_text.h"

#include <initializer_list>

namespace mingzhang {
namespace {

std::string_view kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::table:
      return "table";
  }
  return {};
}

/// Tabs and line breaks inside words are written \t and \n, so that a line stays a line and a column a
/// column.
std::string escaped(std::string_view words) {
  std::string out;
  std::string valid;
  append_valid(valid, words);
  for (const char character : valid) {
    switch (character) {
      case '\\':
        out += "\\\\";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += character;
    }
  }
  return out;
}

void append_line(std::string& out, std::initializer_list<std::string> columns) {
  bool first = true;
  for (const std::string& column : columns) {
    if (!first) out += '\t';
    first = false;
    out += column;
  }
  out += '\n';
}

/// Rows count as in the report; a row of heads is "h0", "h1", …
std::string row_name(const Table& table, std::uint32_t row) {
  return row < table.header_rows ? "h" + std::to_string(row) : std::to_string(row - table.header_rows);
}

/// Offsets as the report has them.
std::string start_of(const Document& document, Span span) {
  return std::to_string(document.in_input(span).start);
}
std::string end_of(const Document& document, Span span) {
  return std::to_string(document.in_input(span).end);
}

void append_table(std::string& out, const Document& document, std::int32_t index) {
  const Table& table = document.tables[static_cast<std::size_t>(index)];
  const std::string number = std::to_string(index);
  append_line(out, {"table", start_of(document, table.span), end_of(document, table.span), number,
                    std::to_string(table.rows - table.header_rows), std::to_string(table.columns),
                    std::to_string(table.header_rows), std::string(name_of(table.unit)),
                    escaped(document.words(table.title))});
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      const Cell& cell = table.at(row, column);
      append_line(out, {cell.continued ? "merged" : "cell", start_of(document, cell.span),
                        end_of(document, cell.span), number, row_name(table, row), std::to_string(column),
                        escaped(document.words(cell.span))});
    }
  }
}

}  // namespace

std::string write_blocks(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::table && block.table != none) {
      append_table(out, document, block.table);
      continue;
    }
    append_line(out, {std::string(kind_name(block.kind)), start_of(document, block.span),
                      end_of(document, block.span), section_path(document, block.section),
                      escaped(document.words(block.span))});
  }
  return out;
}

}  // namespace mingzhang
