// One disclosure in every format gives the facts of its plain text, at the same places: the bundled sample,
// its paragraphs and tables written anew as a Word document and as a web page.
#include "../document/package.h"
#include "document/reader.h"
#include "support.h"

#include <cstdint>
#include <string>
#include <string_view>

using namespace mingzhang;

namespace {

std::string escaped(std::string_view words, std::string_view line_break) {
  std::string out;
  for (const char c : words) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\n') {
      out += line_break;
    } else {
      out += c;
    }
  }
  return out;
}

/// What a cell is that begins elsewhere: below the first row of heads and at the start of a row it goes on
/// from above, further right from the left.
enum class Covered : std::uint8_t { no, from_above, from_left };
Covered covered(const Table& table, std::uint32_t row, std::uint32_t column) {
  if (!table.at(row, column).continued) return Covered::no;
  if (row > 0 && row < table.header_rows) return Covered::from_above;
  for (std::uint32_t left = 0; left < column; ++left) {
    if (!table.at(row, left).continued) return Covered::from_left;
  }
  return Covered::from_above;
}
std::uint32_t columns_of(const Table& table, std::uint32_t row, std::uint32_t column) {
  std::uint32_t columns = 1;
  while (column + columns < table.columns && covered(table, row, column + columns) == Covered::from_left)
    ++columns;
  return columns;
}
std::uint32_t rows_of(const Table& table, std::uint32_t row, std::uint32_t column) {
  std::uint32_t rows = 1;
  while (row + rows < table.rows && covered(table, row + rows, column) == Covered::from_above)
    ++rows;
  return rows;
}

/// Writes the document's paragraphs and tables, each line of the text as one paragraph.
template <class Writer>
std::string written(const Document& document, Writer writer) {
  std::string out;
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    const Block& block = document.blocks[at];
    if (block.kind == BlockKind::table) {
      const Table& table = document.tables[static_cast<std::size_t>(block.table)];
      // A title row within the flattened table.
      if (table.span.contains(table.title)) out += writer.paragraph(document.words(table.title));
      if (table.span.contains(table.unit_line) && table.span.contains(table.title))
        out += writer.paragraph(document.words(table.unit_line));
      out += writer.table(document, table);
      continue;
    }
    Span words = block.span;
    while (at + 1 < document.blocks.size() && document.blocks[at + 1].kind != BlockKind::table &&
           document.text.find('\n', words.end) > document.blocks[at + 1].span.start)
      words.end = document.blocks[++at].span.end;
    out += writer.paragraph(document.words(words)) + writer.paragraph("");
  }
  return out;
}

struct WordWriter {
  std::string paragraph(std::string_view words) const {
    return test::p(escaped(words, "</w:t><w:br/><w:t>"));
  }
  std::string table(const Document& document, const Table& table) const {
    std::string out = "<w:tbl>";
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      out += "<w:tr>";
      for (std::uint32_t column = 0; column < table.columns; ++column) {
        const Covered how = covered(table, row, column);
        if (how == Covered::from_left) continue;
        out += "<w:tc><w:tcPr><w:gridSpan w:val=\"" + std::to_string(columns_of(table, row, column)) + "\"/>";
        if (how == Covered::from_above) out += "<w:vMerge/>";
        if (how == Covered::no && rows_of(table, row, column) > 1) out += "<w:vMerge w:val=\"restart\"/>";
        out += "</w:tcPr>" + paragraph(document.words(table.at(row, column).span)) + "</w:tc>";
      }
      out += "</w:tr>";
    }
    return out + "</w:tbl>";
  }
};

struct PageWriter {
  std::string paragraph(std::string_view words) const {
    return "<p>" + escaped(words, "<br>") + "&nbsp;</p>\n";
  }
  std::string table(const Document& document, const Table& table) const {
    std::string out = "<table>";
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      out += "<tr>";
      for (std::uint32_t column = 0; column < table.columns; ++column) {
        if (covered(table, row, column) != Covered::no) continue;
        out += "<td rowspan=" + std::to_string(rows_of(table, row, column)) +
               " colspan=" + std::to_string(columns_of(table, row, column)) + ">" +
               escaped(document.words(table.at(row, column).span), "<br>") + "</td>";
      }
      out += "</tr>\n";
    }
    return out + "</table>\n";
  }
};

Lines facts_in(const std::string& bytes) {
  auto document = read_document(test::bytes_of(bytes), "sample");
  REQUIRE(document.ok());
  Reading reading{std::move(document).value(), {}};
  reading.disclosure = extract(reading.document, vocabulary());
  return facts_of(reading);
}

}  // namespace

TEST_CASE("the sample as a Word document and as a web page gives the facts of the sample") {
  const std::string text = test::file_below_source("assets/samples/linhe-npc-2021-budget.txt");
  const Reading plain = read_text(text);
  const Lines expected = facts_of(plain);
  REQUIRE(expected.size() > 50);
  CHECK(facts_in(test::docx(written(plain.document, WordWriter()))) == expected);
  CHECK(facts_in("<!DOCTYPE html><body>" + written(plain.document, PageWriter())) == expected);
}

TEST_CASE("a figure whose unit stands on the next page is quoted without the page's number") {
  const Reading read = read_text(
      "某馆2020年部门预算\n\f  一、收支情况\n    某馆为全县读者提供借阅和自修场所并负责各乡镇分馆\n"
      "的图书采购和编目工作以及古籍的整理，其中公务接待费预算403.75\n\n\n                  24\n\f"
      "万元，与上年相比持平，某馆为全县读者提供借阅和自修场所并负责各乡\n镇分馆的图书采购。\n");
  REQUIRE(facts_of(read) == Lines{"three_public.reception 2020 amount 403.75 万元 @一"});
  const Fact& fact = read.disclosure.facts.front();
  CHECK(read.document.in_input(fact.source.span).of(read.document.input_text()) == "403.75");
}
