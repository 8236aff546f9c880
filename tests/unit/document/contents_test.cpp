// Tables of contents: entries are paragraphs, and the body's headings behind them are headings again.
#include "document/contents.h"

#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

TEST_CASE("entries end where the first one's number recurs") {
  CHECK(outline(
            read("某馆预算\n\n目　录\n第一部分 概况\n一、职责\n第二部分 说明\n第一部分 概况\n一、职责\n")) ==
        "title [] 某馆预算\nparagraph [] 目　录\nparagraph [] 第一部分 概况\nparagraph [] 一、职责\n"
        "paragraph [] 第二部分 说明\nheading [第一部分] 第一部分 概况\nheading [第一部分 一] 一、职责\n");
}

TEST_CASE("entries end at a sentence and at a table") {
  CHECK(outline(read("目录\n一、职责\n二、说明\n本馆负责借阅。\n三、收支\n")) ==
        "paragraph [] 目录\nparagraph [] 一、职责\nparagraph [] 二、说明\nparagraph [] 本馆负责借阅。\n"
        "heading [三] 三、收支\n");
  CHECK(outline(read("目录\n一、职责\n\t甲\n\t乙\n\n\t丙\n\t丁\n")) ==
        "paragraph [] 目录\nparagraph [] 一、职责\ntable [] 2x2\n");
}

TEST_CASE("leaders and page numbers belong to an entry") {
  CHECK(outline(read("目录\n一、职责 ………… 3\n1. 总表 …………………… 4\n\n某馆职责\n\n（一）借阅\n")) ==
        "paragraph [] 目录\nparagraph [] 一、职责 ………… 3\nparagraph [] 1. 总表 …………………… 4\n"
        "paragraph [] 某馆职责\nheading [（一）] （一）借阅\n");
}

TEST_CASE("an entry may run over two lines, also over the end of a page") {
  CHECK(outline(read("题目\n\f目录\n一、机关运行经费安排\n情况\n二、培训费支\n\f    "
                     "出表\n三、采购\n\f一、机关运行\n")) ==
        "title [] 题目\nparagraph [] 目录\nparagraph [] 一、机关运行经费安排\nparagraph [] 情况\n"
        "paragraph [] 二、培训费支\nparagraph [] 出表\nparagraph [] 三、采购\nheading [一] 一、机关运行\n");
}

TEST_CASE("words that only begin like it are no table of contents") {
  CHECK(outline(read("题目\n\n目录内容如下\n\n一、职责\n")) ==
        "title [] 题目\nparagraph [] 目录内容如下\nheading [一] 一、职责\n");
}
