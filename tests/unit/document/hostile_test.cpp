// Inputs that nobody means well with: each is read or refused with the right error, quickly and without harm.
#include "document/limits.h"
#include "support.h"

#include <string>

using namespace mingzhang;
using namespace mingzhang::test;
using namespace std::literals;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i)
    out += part;
  return out;
}

/// Every span lies within the text, and every index within its list.
void check_whole(const Document& document) {
  const Span all{0, static_cast<std::uint32_t>(document.text.size())};
  for (const Block& block : document.blocks) {
    CHECK(all.contains(block.span));
    CHECK(block.section < static_cast<std::int32_t>(document.sections.size()));
    CHECK((block.kind == BlockKind::table) == (block.table != none));
    CHECK(block.table < static_cast<std::int32_t>(document.tables.size()));
  }
  for (const Section& section : document.sections) {
    CHECK(all.contains(section.span));
    CHECK(section.span.contains(section.title));
    CHECK(section.parent < static_cast<std::int32_t>(&section - document.sections.data()));
  }
  for (const Table& table : document.tables) {
    CHECK(table.cells.size() == std::size_t{table.rows} * table.columns);
    CHECK(table.header_rows <= table.rows);
    CHECK(all.contains(table.title));
    CHECK(all.contains(table.unit_line));
    for (const Cell& cell : table.cells)
      CHECK((all.contains(cell.span) && (!cell.continued || cell.span.empty())));
  }
}

}  // namespace

TEST_CASE("zero bytes") {
  CHECK(error_of("\0\0\0\0"s) == "file.binary");
  CHECK(error_of("一、概况\0\0\0\0\0\0\0\0"s) == "file.binary");
  // A single stray one in a long text is below the share of control characters that makes a file binary.
  check_whole(read(repeated("正文在此。\n", 500) + "\0"s));
}

TEST_CASE("a megabyte of tabs between words") {
  check_whole(read("题目\n\n" + std::string(1u << 20, '\t') + "\n\n正文在此。\n"));
  check_whole(read("题目\n\n" + repeated("\t\n", 1u << 19) + "\n正文在此。\n"));
  CHECK(error_of("甲" + std::string(1u << 20, '\t') + "\n乙" + std::string(1u << 20, '\t') + "\n") ==
        "table.too_large 512");
}

TEST_CASE("a hundred thousand columns") {
  const std::string row = repeated("\t甲\n", 100'000);
  CHECK(error_of(row + "\n" + row) == "table.too_large 512");
  CHECK(read(row).tables.empty());
  CHECK(read(repeated("\t甲\n", 512) + "\n" + repeated("\t乙\n", 512)).tables[0].columns == 512);
  CHECK(error_of(repeated("\t甲\n", 513) + "\n" + repeated("\t乙\n", 513)) == "table.too_large 512");
}

TEST_CASE("more rows and more cells than any table has") {
  CHECK(error_of(repeated("\t甲\n\t1\n\n", limits::rows_of_table + 1)) ==
        "table.too_large " + std::to_string(limits::rows_of_table));
  const std::string wide = "\t甲\n\t1\n\n" + repeated("\t乙\n", 500);
  CHECK(error_of(wide + repeated("\n\t子\n\t2\n", 5'000)) ==
        "table.too_large " + std::to_string(limits::cells));
}

TEST_CASE("a cell of ten megabytes") {
  const std::string cell = repeated("很长的内容，", 500'000);
  const Document document = read("\t项目\n\t说明\n\n\t甲\n\t" + cell + "\n" + cell + "\n");
  check_whole(document);
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].at(1, 1).span.size() == 2 * cell.size() + 1);
}

TEST_CASE("a million lines, a million headings, a million blank lines") {
  check_whole(read(repeated("甲\n", 200'000)));
  check_whole(read(repeated("一、甲\n（一）乙\n1、丙\n", 50'000)));
  check_whole(read("甲" + std::string(5u << 20, '\n') + "乙"));
  CHECK(error_of(repeated("甲\n", limits::blocks + 2)) ==
        "document.too_large " + std::to_string(limits::blocks));
}

TEST_CASE("forms that open again at every row stay quick") {
  check_whole(read(repeated("\t项目名称\n\t甲\n\n\t资金\n\t1\n\t2\n\n", 8'000)));
  check_whole(read("\t项目名称\n\t甲\n\n" + repeated("\t项目名称\n\t甲\n", 200)));
  const std::string joined = repeated("\t项目名称\n\t甲\n", 10'000);
  CHECK(error_of("\t项目名称\n\t甲\n\n" + joined + repeated("\n\t甲\n", 400'000)) == "none");
  // Long cells in the rows that a table is known by.
  const std::string cell = repeated("单位：", 100'000);
  CHECK(error_of("\t\n\t" + cell + "\n\n\t\n\t" + cell + repeated("\n\n\t甲\n\t1", 50'000)) == "none");
}

TEST_CASE("fifty megabytes") {
  CHECK(error_of(std::string(50u << 20, 'a')) == "file.too_large 32 MB");
  CHECK(error_of(std::string(limits::input_bytes, 'a')) == "none");
}

TEST_CASE("ragged rows of every width") {
  std::string text;
  for (int row = 0; row < 60; ++row)
    text += repeated("\t甲\n", static_cast<std::size_t>(row * 7 % 13 + 1)) + "\n";
  check_whole(read(text));
  check_whole(read("\t\n\t\n\t\n\n\t\n\n\t\n\t甲\n"));
  check_whole(read("\t甲\n\t乙\n\n\t\n\n\t\n\t\n\t\n\t丙\n"));
}

TEST_CASE("bytes that are no UTF-8") {
  const std::string text = "一、概况\n\n\xFF\xFE\x80\x80 乱码\n";
  const Result<Document> document = read_document(bytes_of(text), "test.txt");
  if (document) {
    check_whole(document.value());
  } else {
    CHECK(document.error().code == "text.encoding");
    CHECK(document.error().file == "test.txt");
  }
}

TEST_CASE("a text cut off anywhere is still read whole") {
  const std::string text =
      "某馆2021年预算\n\n一、概况：无。\n机构表\n\t名称\n\t性质\n\n\t某馆\n\t事业\n\n\t\n\t\n\n（二）收支";
  for (std::size_t size = 1; size <= text.size(); ++size) {
    const Result<Document> document =
        read_document(bytes_of(std::string_view(text).substr(0, size)), "test.txt");
    if (document) check_whole(document.value());
  }
}
