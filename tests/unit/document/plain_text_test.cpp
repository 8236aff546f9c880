// The document as a whole: its title, the captions and unit lines of its tables, its text byte for byte.
#include "document/plain_text.h"

#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

constexpr std::string_view rows = "\t项目\n\t金额\n\n\t办公费\n\t12.5\n";

std::string title_and_unit(std::string_view above) {
  const Document document =
      read("某馆2021年部门预算\n\n正文在此。\n\n" + std::string(above) + std::string(rows));
  REQUIRE(document.tables.size() == 1);
  const Table& table = document.tables[0];
  return std::string(document.words(table.title)) + "|" + std::string(document.words(table.unit_line)) + "|" +
         std::string(name_of(table.unit));
}

}  // namespace

TEST_CASE("the text of a UTF-8 file is the file itself, byte-order mark included") {
  for (const std::string_view text : {"\uFEFF一、概况\r\n\r\n无。\r\n", "一、概况\r无。", " 一、概况 \n\n"}) {
    const Document document = read(text);
    CHECK(document.text == text);
    CHECK(document.input_bytes == text.size());
    CHECK(document.media == "text/plain");
    CHECK(document.name == "test.txt");
    CHECK(document.words(document.sections[0].title) == "概况");
  }
}

TEST_CASE("the first line is the title, and the one right under it") {
  CHECK(outline(read("某县2021年县级部门预算\n预算单位：某县图书馆\n\n一、概况\n")) ==
        "title [] 某县2021年县级部门预算\ntitle [] 预算单位：某县图书馆\nheading [一] 一、概况\n");
  CHECK(outline(read("某馆2021年预算\n\n现说明如下：\n")) ==
        "title [] 某馆2021年预算\nparagraph [] 现说明如下：\n");
}

TEST_CASE("a sentence, a heading or a table at the start is no title") {
  CHECK(outline(read("本年收入12万元。\n")) == "paragraph [] 本年收入12万元。\n");
  CHECK(outline(read("一、概况\n")) == "heading [一] 一、概况\n");
  CHECK(outline(read(rows)) == "table [] 2x2\n");
  CHECK(outline(read("机构情况\n说明：\n" + std::string(rows))) ==
        "title [] 机构情况\nparagraph [] 说明：\ntable [] 2x2\n");
}

TEST_CASE("the nearest caption is the table's title") {
  CHECK(title_and_unit("机构情况\n") == "机构情况||");
  CHECK(title_and_unit("机构情况\n\n") == "机构情况||");
  CHECK(title_and_unit("机构情况：\n") == "机构情况||");
  CHECK(title_and_unit("九、项目申报情况\n") == "项目申报情况||");
  CHECK(title_and_unit("一、资产：今年不购置。\n\n编制部门：某馆    截止时间：2020年12月31日\n \n") ==
        "编制部门：某馆    截止时间：2020年12月31日||");
}

TEST_CASE("a sentence is no caption, nor is what stands far above") {
  CHECK(title_and_unit("以下列出各项费用。\n") == "||");
  CHECK(title_and_unit("机构情况\n\n\n\n\n") == "||");
}

TEST_CASE("a unit line stands between caption and table") {
  CHECK(title_and_unit("收支总表\n单位：元\n") == "收支总表|单位：元|元");
  CHECK(title_and_unit("收支总表\n\n（金额单位：万元）\n\n") == "收支总表|（金额单位：万元）|万元");
  CHECK(title_and_unit("收支总表\n\n部门：某馆          单位:万元\n") == "收支总表|单位:万元|万元");
  CHECK(title_and_unit("以下列出各项费用。\n\n单位：元\n") == "|单位：元|元");
}

TEST_CASE("a unit line of the table itself goes before one above it") {
  const Document document =
      read("收支总表\n单位：元\n\t某馆\n\t单位：万元\n\n\t项目\n\t金额\n\t备注\n\n\t办公费\n\t1\n\t无\n");
  CHECK(document.tables[0].unit == Unit::ten_thousand_yuan);
  CHECK(document.words(document.tables[0].title) == "收支总表");
}

TEST_CASE("two tables without words between them do not share a caption by chance") {
  const Document document =
      read("甲表\n\t项目\n\t金额\n\n\t甲\n\t1\n\n\n\t科目\n\t数量\n\t备注\n\n\t乙\n\t2\n\t无\n");
  REQUIRE(document.tables.size() == 2);
  CHECK(document.words(document.tables[0].title) == "甲表");
  CHECK(document.words(document.tables[1].title) == "");
}
