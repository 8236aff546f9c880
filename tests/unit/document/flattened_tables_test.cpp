// Where a flattened table begins and ends, and which lines make a row. Each case is a text and the outline or
// the grid that it must give.
#include "document/flattened_tables.h"

#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

constexpr std::string_view two_by_two = "\t项目\n\t金额\n\n\t办公费\n\t12.5\n";

std::string only_grid(std::string_view text) {
  const Document document = read(text);
  REQUIRE(document.tables.size() == 1);
  return grid(document, document.tables[0]);
}

}  // namespace

TEST_CASE("cells behind tabs, rows apart by blank lines") {
  CHECK(only_grid(two_by_two) == "项目|金额\n办公费|12.5\n");
}

TEST_CASE("a cell keeps its exact place, without the white space around it") {
  const std::string text = "\t项目\n\t金额\n\n\t 　办公费 \n\t12.5\n";
  const Document document = read(text);
  const Span cell = document.tables[0].at(1, 0).span;
  CHECK(document.words(cell) == "办公费");
  CHECK(cell.start == text.find("办公费"));
}

TEST_CASE("further lines of a cell stand without a tab and are one span with it") {
  const Document document = read("\t项目\n\t价值\n（万元）\n\n\t设备\n\t1\n");
  CHECK(grid(document, document.tables[0]) == "项目|价值/（万元）\n设备|1\n");
}

TEST_CASE("a cell whose words begin only on its second line") {
  CHECK(only_grid("\t项目\n\t金额\n\n\t\n办公费\n\t3\n") == "项目|金额\n办公费|3\n");
}

TEST_CASE("empty cells and empty rows stay in the grid") {
  CHECK(only_grid("\t甲\n\t乙\n\n\t\n\t\n\n\t丙\n\t \n") == "甲|乙\n|\n丙|\n");
}

TEST_CASE("words after a blank line end the table") {
  CHECK(outline(read("题目\n\n\t甲\n\t乙\n\n\t丙\n\t丁\n\n正文在后。\n")) ==
        "title [] 题目\ntable [] 2x2\nparagraph [] 正文在后。\n");
}

TEST_CASE("lines may end in CR LF, and the last one in nothing") {
  CHECK(only_grid("\t甲\r\n\t乙\r\n\r\n\t丙\r\n\t丁") == "甲|乙\n丙|丁\n");
  CHECK(only_grid("\t甲\r\t乙\r\r\t丙\r\t丁\r") == "甲|乙\n丙|丁\n");
}

TEST_CASE("rows two blank lines apart are rows where all of them are") {
  CHECK(only_grid("\t甲\n\t乙\n\n\n\t丙\n\t1\n\n\n\t丁\n\t2\n") == "甲|乙\n丙|1\n丁|2\n");
}

TEST_CASE("a wider gap than between the rows ends a table where another one begins") {
  const Document document = read("\t甲\n\t乙\n\n\t子\n\t1\n\n\n\t丙\n\t丁\n\n\t丑\n\t2\n");
  CHECK(outline(document) == "table [] 2x2\ntable [] 2x2\n");
}

TEST_CASE("a wider gap before a row of figures is only a gap") {
  CHECK(only_grid("\t甲\n\t乙\n\n\t子\n\t1\n\n\n\t丑\n\t2\n") == "甲|乙\n子|1\n丑|2\n");
}

TEST_CASE("a form begins anew where its first label recurs, whatever parts the two") {
  const std::string first =
      "\t项目名称\n\t甲\n\t负责人\n\t综合科\n\n\t资金\n\t20\n\n\t绩效\n\t一级\n\t二级\n\t三级\n\t≧2次\n";
  const std::string second =
      "\t项目名称\n\t乙\n\t负责人\n\t业务科\n\n\t资金\n\t10\n\n\t绩效\n\t一级\n\t二级\n\t三级\n\t≧5次\n";
  for (const std::string gap : {"", "\n", "\n\n", "\n\n\n"}) {
    const Document document = read("九、申报情况\n" + first + gap + second);
    CAPTURE(gap.size());
    REQUIRE(document.tables.size() == 2);
    CHECK(grid(document, document.tables[0]) ==
          "项目名称|甲|^|负责人|综合科\n资金|20|^|^|^\n绩效|一级|二级|三级|≧2次\n");
    CHECK(grid(document, document.tables[1]) ==
          "项目名称|乙|^|负责人|业务科\n资金|10|^|^|^\n绩效|一级|二级|三级|≧5次\n");
    CHECK(document.words(document.tables[0].title) == "申报情况");
    CHECK(document.words(document.tables[1].title) == "申报情况");
  }
}

TEST_CASE("a total or a figure that recurs in the first column opens no table") {
  CHECK(only_grid("\t合计\n\t8\n\n\t甲\n\t3\n\n\t合计\n\t8\n") == "合计|8\n甲|3\n合计|8\n");
  CHECK(only_grid("\t100\n\t甲\n\n\t7\n\t乙\n\n\t100\n\t丙\n") == "100|甲\n7|乙\n100|丙\n");
}

TEST_CASE("a title row goes with the table that opens again") {
  const std::string table = "\t某馆\n\t单位：万元\n\n\t职责活动\n\t预算数\n\t说明\n\n\t借阅\n\t3\n\t无\n\n";
  const Document document = read(table + table);
  REQUIRE(document.tables.size() == 2);
  for (const Table& t : document.tables) {
    CHECK(grid(document, t) == "职责活动|预算数|说明\n借阅|3|无\n");
    CHECK(t.unit == Unit::ten_thousand_yuan);
    CHECK(document.words(t.title) == "某馆");
  }
}

TEST_CASE("a tab that only indents makes no table") {
  CHECK(outline(read("\t本年收入12万元。\n")) == "paragraph [] 本年收入12万元。\n");
  CHECK(outline(read("题目\n\n前文。\n\n\t本年收入12万元。\n\n后文。\n")) ==
        "title [] 题目\nparagraph [] 前文。\nparagraph [] 本年收入12万元。\nparagraph [] 后文。\n");
  CHECK(outline(read("\t一、概况\n\n\t本馆有在职人员三人。\n\n\t二、收支\n\n\t收入12万元。\n")) ==
        "heading [一] 一、概况\nparagraph [一] 本馆有在职人员三人。\n"
        "heading [二] 二、收支\nparagraph [二] 收入12万元。\n");
}

TEST_CASE("indented sentences side by side make no table either") {
  CHECK(outline(read("\t收入12万元。\n\t支出12万元。\n\n\t结余0万元。\n\t以上各项无误。\n")) ==
        "paragraph [] 收入12万元。\nparagraph [] 支出12万元。\n"
        "paragraph [] 结余0万元。\nparagraph [] 以上各项无误。\n");
}

TEST_CASE("rows without a single word are no table") {
  CHECK(outline(read("题目\n\n\t\n\t\n\n\t\n\t\n")) == "title [] 题目\n");
}

TEST_CASE("a single row is no table") {
  CHECK(outline(read("题目\n\n\t甲\n\t乙\n\t丙\n")) ==
        "title [] 题目\nparagraph [] 甲\nparagraph [] 乙\nparagraph [] 丙\n");
}

TEST_CASE("an indented sentence before or after a table is no row of it") {
  const Document document =
      read("\t以下为明细情况。\n\n" + std::string(two_by_two) + "\n\t注：数据取自年初批复\n");
  CHECK(outline(document) ==
        "paragraph [] 以下为明细情况。\ntable [] 2x2\nparagraph [] 注：数据取自年初批复\n");
}

TEST_CASE("rows of one line with a tab before each cell") {
  CHECK(only_grid("\t项目\t金额\n\t办公费\t12.5\n\t差旅费\t3\n") == "项目|金额\n办公费|12.5\n差旅费|3\n");
}

TEST_CASE("rows as spreadsheets paste them: a tab between the cells") {
  CHECK(only_grid("项目\t金额\t上年\n办公费\t12.5\t\n\t3\t4\n") == "项目|金额|上年\n办公费|12.5|\n|3|4\n");
  CHECK(outline(read("题目\n\n一行\t文字\n\n另一行\t文字\n")) ==
        "title [] 题目\nparagraph [] 一行\t文字\nparagraph [] 另一行\t文字\n");
}

TEST_CASE("the span of a table reaches from its first words to its last") {
  const Document document = read("前文在此。\n\t甲\n\t乙\n\n\t丙\n\t丁\n\t \n\n后文。\n");
  CHECK(document.words(document.tables[0].span) == "甲\n\t乙\n\n\t丙\n\t丁");
  CHECK(document.blocks[1].span == document.tables[0].span);
}
