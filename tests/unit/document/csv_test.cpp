// Separated values: what is such a file, and what its fields are.
#include "document/csv/csv.h"

#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

std::string only_grid(std::string_view text) {
  const Document document = read(text);
  REQUIRE(document.tables.size() == 1);
  return grid(document, document.tables[0]);
}

}  // namespace

TEST_CASE("a table with its title and unit line, as a spreadsheet exports it") {
  const Document document = read(
      "\uFEFF2021年收支总表,,\r\n编制单位：某馆,,单位：万元\r\n科目,基本,项目\r\n教育,12.5,3\r\n合计,12.5,"
      "3\r\n");
  CHECK(document.media == "text/csv");
  CHECK(document.text ==
        "2021年收支总表\n编制单位：某馆    单位：万元\n科目\t基本\t项目\n教育\t12.5\t3\n合计\t12.5\t3\n");
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].header_rows == 1);
  CHECK(document.tables[0].unit == Unit::ten_thousand_yuan);
  CHECK(document.words(document.tables[0].title) == "2021年收支总表");
}

TEST_CASE("title lines without separators, semicolons, lone carriage returns") {
  CHECK(only_grid("收支总表\n科目,金额\n教育,1\n") == "科目|金额\n教育|1\n");
  CHECK(only_grid("科目;金额\n教育;1,5\n") == "科目|金额\n教育|1,5\n");
  CHECK(only_grid("科目,金额\r教育,1\r") == "科目|金额\n教育|1\n");
}

TEST_CASE("quoted fields may hold anything") {
  CHECK(
      only_grid("科目,金额,说明\n\"教育\",\"1,234.50\",\"第一行\r\n第二行\"\n卫生,2,\"称为\"\"甲\"\"\"\n") ==
      "科目|金额|说明\n教育|1,234.50|第一行/第二行\n卫生|2|称为\"甲\"\n");
  CHECK(only_grid("科目\t金额\n\"教\n育\"\t\"1\"\n") == "科目|金额\n教/育|1\n");
  // A quote that is not closed, and words behind a closing one.
  CHECK(read("科目,金额\n教育,\"1").text == "科目\t金额\n教育\t1\n");
  CHECK(only_grid("科目,金额\n\"教育\"x,1\n") == "科目|金额\n教育|1\n");
}

TEST_CASE("GBK is decoded first") {
  CHECK(only_grid("\xBF\xC6\xC4\xBF,\xBD\xF0\xB6\xEE\n\xBD\xCC\xD3\xFD,1\n") == "科目|金额\n教育|1\n");
}

TEST_CASE("plain text stays plain text") {
  for (const std::string_view text :
       {"某馆2021年预算\n\n本年收入1,234.50万元，支出1,200万元。\n", "收入合计,支出合计",
        "一、概况\n二、收支,平衡\n三、其他\n", "科目\t金额\n教育\t1\n", "\t科目\n\t金额\n\n\t教育\n\t1,234\n",
        "1,234.50\n2,345.60\n合计\n3,580.10\n", "甲,乙\n丙,丁,戊\n己,庚,辛,壬\n"}) {
    CHECK(csv_separator(text) == '\0');
    const Document document = read(text);
    CHECK(document.media == "text/plain");
    CHECK(document.text == text);
  }
}
