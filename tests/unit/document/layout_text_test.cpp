// Pages as pdftotext -layout prints them: what is joined, what is left apart, what is dropped. Each case is a
// text with form feeds and the outline it must give; '/' is a line break inside a block.
#include "document/pages/layout_text.h"

#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

/// A first page that holds nothing but a title, so that the page under test is not the first.
std::string second_page(std::string_view page) {
  return "某馆预算\n\f" + std::string(page);
}

std::string outline_of_page(std::string_view page) {
  std::string out = outline(read(second_page(page)));
  constexpr std::string_view title = "title [] 某馆预算\n";
  REQUIRE(out.starts_with(title));
  return out.substr(title.size());
}

// Lines of forty columns or so, as a page of prose has them.
constexpr std::string_view long_first = "    某馆为全县读者提供借阅和自修场所并负责";
constexpr std::string_view long_middle = "各乡镇分馆的图书采购和编目工作以及古籍的";
constexpr std::string_view short_last = "整理保护。";

std::string paragraph() {
  return std::string(long_first) + "\n" + std::string(long_middle) + "\n" + std::string(short_last) + "\n";
}
constexpr std::string_view joined =
    "某馆为全县读者提供借阅和自修场所并负责各乡镇分馆的图书采购和编目工作以及古籍的整理保护。\n";

}  // namespace

TEST_CASE("lines broken at the margin are one paragraph, whose words keep their places in the file") {
  CHECK(outline_of_page(paragraph()) == "paragraph [] " + std::string(joined));
  const std::string text = second_page(paragraph());
  const Document document = read(text);
  CHECK(document.input_text() == text);
  const auto at = static_cast<std::uint32_t>(document.text.find("负责各乡镇"));
  const Span place = document.in_input({at, at + 15});
  CHECK(place.of(document.input_text()) == "负责\n各乡镇");
  CHECK(document.page_of(at) == 1);
}

TEST_CASE("an indented line begins a paragraph, also after a full line") {
  CHECK(outline_of_page(paragraph() + paragraph()) ==
        "paragraph [] " + std::string(joined) + "paragraph [] " + std::string(joined));
  CHECK(outline_of_page(std::string(long_first) + "\n" + paragraph()) ==
        "paragraph [] 某馆为全县读者提供借阅和自修场所并负责\nparagraph [] " + std::string(joined));
}

TEST_CASE("single blank lines between the lines of a paragraph do not part them") {
  CHECK(outline_of_page(std::string(long_first) + "\n\n" + std::string(long_middle) + "\n\n整理。\n") ==
        "paragraph [] "
        "某馆为全县读者提供借阅和自修场所并负责各乡镇分馆的图书采购和编目工作以及古籍的整理。\n");
}

TEST_CASE("short lines stay apart") {
  CHECK(outline_of_page(paragraph() + "馆长室\n借阅部\n") ==
        "paragraph [] " + std::string(joined) + "paragraph [] 馆长室\nparagraph [] 借阅部\n");
}

TEST_CASE("a heading is not joined to the line before, a number inside a sentence is") {
  CHECK(outline_of_page(paragraph() + "一、概况\n" + paragraph() + "二、收支\n") ==
        "paragraph [] " + std::string(joined) + "heading [一] 一、概况\nparagraph [一] " +
            std::string(joined) + "heading [二] 二、收支\n");
  // 九、 does not follow 一、, so it is the rest of the sentence.
  CHECK(outline_of_page("    一、概况\n" + std::string(long_first) + "\n" + std::string(long_middle) +
                        "\n九、十月份的外借服务。\n") ==
        "heading [一] 一、概况\nparagraph [一] 某馆为全县读者提供借阅和自修场所并负责"
        "各乡镇分馆的图书采购和编目工作以及古籍的九、十月份的外借服务。\n");
}

TEST_CASE("page numbers are dropped, with dashes and without") {
  for (const std::string_view number : {"7", "- 7 -", "— 7 —", "－ 7 －", "第 7 页"}) {
    CAPTURE(number);
    CHECK(outline_of_page(paragraph() + "\n\n                    " + std::string(number) + "\n\f") ==
          "paragraph [] " + std::string(joined));
  }
  CHECK(outline_of_page(paragraph() + "共7项\n") ==
        "paragraph [] " + std::string(joined) + "paragraph [] 共7项\n");
}

TEST_CASE("a paragraph that a page break parts is put together, without the page number") {
  const std::string first =
      "一、概况\n1、" + std::string(long_middle) + "\n" + std::string(long_middle) + "\n\n      - 7 -\n\f";
  CHECK(outline_of_page(first + std::string(long_middle) + "\n整理。\n" + paragraph()) ==
        "heading [一] 一、概况\n"
        "paragraph [一、1] "
        "1、各乡镇分馆的图书采购和编目工作以及古籍的各乡镇分馆的图书采购和编目工作以及古籍的"
        "各乡镇分馆的图书采购和编目工作以及古籍的整理。\n"
        "paragraph [一] " +
            std::string(joined));
}

TEST_CASE(
    "words that a page's number parts in the file are whole in the text; what stands before it is known") {
  const std::string first =
      std::string(long_first) + "\n各乡镇分馆的图书采购和编目工作共需经费 403.75\n\n\n      24\n\f";
  const Document document = read(second_page(first + "万元，与上年相比持平。\n" + paragraph()));
  const auto at = static_cast<std::uint32_t>(document.text.find("403.75"));
  const Span figure{at, at + 12};
  CHECK(document.words(figure) == "403.75万元");
  CHECK(document.words(document.unbroken(figure)) == "403.75");
  const Span line{static_cast<std::uint32_t>(document.text.find("负责各乡镇")), at + 6};
  CHECK(document.unbroken(line) == line);  // a line's end alone parts no words
}

TEST_CASE("a table laid out by spaces stands between paragraphs and opens no sections") {
  const std::string table =
      "         项目               金额              项目               金额\n"
      "一、财政拨款                   1,070.48    一、一般公共服务             827.46\n"
      "二、其他资金                      80.00    二、教育\n"
      "                                           三、科学技术\n"
      "收入合计                       1,150.48    支出合计                   1,150.48\n";
  const Document document = read(second_page(paragraph() + table + paragraph()));
  CHECK(document.sections.empty());
  REQUIRE(document.tables.size() == 1);
  CHECK(grid(document, document.tables[0]) ==
        "项目|金额|项目|金额\n"
        "一、财政拨款|1,070.48|一、一般公共服务|827.46\n"
        "二、其他资金|80.00|二、教育|\n"
        "||三、科学技术|\n"
        "收入合计|1,150.48|支出合计|1,150.48\n");
  CHECK(document.tables[0].header_rows == 1);
  CHECK(document.blocks.size() == 4);
}

TEST_CASE("the gap after a heading's number and spread letters are no columns") {
  CHECK(outline_of_page("           第一部分   概况\n\n" + paragraph()) ==
        "heading [第一部分] 第一部分  概况\nparagraph [第一部分] " + std::string(joined));
  CHECK(outline_of_page("           说        明\n\n" + paragraph()) ==
        "heading [] 说明\nparagraph [] " + std::string(joined));
}

TEST_CASE("a blank that was filled in is no column") {
  CHECK(outline_of_page(paragraph() + std::string(long_middle) + "\n少）    0   万元。\n") ==
        "paragraph [] " + std::string(joined) + "paragraph [] " + std::string(long_middle) +
            "少）  0  万元。\n");
}

TEST_CASE("centred words are a heading without a number and end the sections before them") {
  CHECK(outline_of_page("    一、概况\n" + paragraph() + "              某馆机构设置\n\n" + paragraph() +
                        "    （一）分馆\n") ==
        "heading [一] 一、概况\nparagraph [一] " + std::string(joined) +
            "heading [] 某馆机构设置\nparagraph [] " + std::string(joined) + "heading [（一）] （一）分馆\n");
  // Above columns they are the caption of a table, and in a part its subtitle.
  CHECK(outline_of_page("    一、概况\n" + paragraph() +
                        "              收支总表\n收入       1.00     支出      1.00\n") ==
        "heading [一] 一、概况\nparagraph [一] " + std::string(joined) +
            "paragraph [一] 收支总表\nparagraph [一] 收入  1.00  支出  1.00\n");
  CHECK(outline_of_page("         第二部分  某馆\n              部门预算表\n" + paragraph()) ==
        "heading [第二部分] 第二部分  某馆\nparagraph [第二部分] 部门预算表\nparagraph [第二部分] " +
            std::string(joined));
}

TEST_CASE("a number whose words stand on the next line is one heading with them") {
  CHECK(outline_of_page(paragraph() + "    （一）\n    总体情况\n" + paragraph()) ==
        "paragraph [] " + std::string(joined) + "heading [（一）] （一）总体情况\nparagraph [（一）] " +
            std::string(joined));
}

TEST_CASE("the lines at the top of the first page are one title") {
  CHECK(outline(read("   某县图书馆2018年度部门\n      预算公开\n\n\n       1\n\f一、概况\n")) ==
        "title [] 某县图书馆2018年度部门预算公开\nheading [一] 一、概况\n");
}

TEST_CASE("without a form feed lines are left as they are") {
  CHECK(outline(read("题目\n\n" + paragraph())) ==
        "title [] 题目\nparagraph [] 某馆为全县读者提供借阅和自修场所并负责\n"
        "paragraph [] 各乡镇分馆的图书采购和编目工作以及古籍的\nparagraph [] 整理保护。\n");
}

TEST_CASE("pages of nothing, of numbers and of columns alone are read") {
  CHECK(outline(read("题目\f\f\f1\f2\n\f")) == "title [] 题目\n");
  const std::string columns = "甲      1      2\n";
  const Document document = read(columns + "\f" + columns + columns);
  CHECK(document.text.find("甲") != std::string::npos);
}

TEST_CASE("printed pages of the corpus: sections in order, tables apart") {
  const std::string text =
      file_below_source("../shared/corpus/jiangsu-cppcc-2018-budget-narrative.layout.txt");
  if (text.empty()) {
    MESSAGE("skipped: no corpus");
    return;
  }
  const Document document = read(text);
  CHECK(document.input_text() == text);
  std::string parts;
  int numbered = 0;
  for (const Section& section : document.sections) {
    if (section.level == 0) parts += section.number + " ";
    if (section.level == 1 && section_path(document, section.parent) == "第三部分")
      numbered += section.ordinal;
  }
  CHECK(parts == "第一部分 第二部分 第三部分 第四部分 ");
  CHECK(numbered == 91);  // 一 to 十三, each once
  // A figure that a line break parts from its unit.
  REQUIRE(text.find("10,150.48\n万元") != std::string::npos);
  CHECK(document.text.find("10,150.48万元") != std::string::npos);
}
