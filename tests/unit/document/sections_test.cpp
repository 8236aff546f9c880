// Sections: what opens one, what belongs to it, where it ends, and how its path is printed.
#include "document/block_writer.h"
#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

constexpr std::string_view nested =
    "某馆2021年部门预算\n\n"
    "第一部分 概况\n\n一、职责\n\n1、借阅图书，办理证件。\n\n机构如下。\n\n"
    "第二部分 "
    "预算\n\n一、收支\n\n（一）收入\n\n收入9万元。\n\n1、拨款\n\n（1）本级\n\n①经常\n\n（二）支出\n\n二、说明"
    "\n\n尾声。\n";

/// "path title" of every section.
std::string sections(const Document& document) {
  std::string out;
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    out += section_path(document, static_cast<std::int32_t>(i)) + " " +
           std::string(document.words(document.sections[i].title)) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("paths print the numbers of all levels, the part in front") {
  CHECK(sections(read(nested)) ==
        "第一部分 概况\n"
        "第一部分 一 职责\n"
        "第一部分 一、1 借阅图书，办理证件\n"
        "第二部分 预算\n"
        "第二部分 一 收支\n"
        "第二部分 一、（一） 收入\n"
        "第二部分 一、（一）1 拨款\n"
        "第二部分 一、（一）1（1） 本级\n"
        "第二部分 一、（一）1① 经常\n"
        "第二部分 一、（二） 支出\n"
        "第二部分 二 说明\n");
}

TEST_CASE("no section, no path") {
  const Document document = read("题目\n\n正文在此。\n");
  CHECK(document.sections.empty());
  CHECK(section_path(document, none) == "");
  CHECK(section_path(document, 7) == "");
  CHECK(document.blocks[1].section == none);
}

TEST_CASE("a section reaches to its last block, those of its sections included") {
  const Document document = read(nested);
  const auto section_words = [&](std::size_t i) { return document.words(document.sections[i].span); };
  CHECK(section_words(0).starts_with("第一部分"));
  CHECK(section_words(0).ends_with("机构如下。"));
  CHECK(section_words(3).ends_with("尾声。"));
  CHECK(section_words(5).starts_with("（一）收入"));
  CHECK(section_words(5).ends_with("①经常"));
  CHECK(document.sections[5].parent == 4);
  CHECK(document.sections[4].parent == 3);
  CHECK(document.sections[3].parent == none);
  CHECK(document.sections[5].ordinal == 1);
  CHECK(document.sections[5].level == 2);
  CHECK(document.sections[5].number == "（一）");
}

TEST_CASE("what stands without a number after a numbered paragraph is no part of it") {
  const Document document =
      read("一、职责\n\n1、借阅图书，办理证件。\n\n机构如下。\n\n2、人员：共3人。\n\n尾声。\n");
  CHECK(outline(document) ==
        "heading [一] 一、职责\n"
        "paragraph [一、1] 1、借阅图书，办理证件。\n"
        "paragraph [一] 机构如下。\n"
        "heading [一、2] 2、人员：\n"
        "paragraph [一、2] 共3人。\n"
        "paragraph [一] 尾声。\n");
}

TEST_CASE("numbers go on below their heading after words without a number") {
  CHECK(outline(read("一、收支\n\n（一）收入9万元。包括：\n\n1、拨款8万元。\n\n拨款照旧。\n\n2、其他1万元。\n"
                     "\n（二）支出9万元。\n")) ==
        "heading [一] 一、收支\n"
        "paragraph [一、（一）] （一）收入9万元。包括：\n"
        "paragraph [一、（一）1] 1、拨款8万元。\n"
        "paragraph [一] 拨款照旧。\n"
        "paragraph [一、（一）2] 2、其他1万元。\n"
        "paragraph [一、（二）] （二）支出9万元。\n");
}

TEST_CASE("a heading that stands by itself keeps what follows, at every level") {
  CHECK(outline(read("（一）收支\n\n1、支出说明\n\n支出9万元。\n\n另有说明。\n")) ==
        "heading [（一）] （一）收支\nheading [（一）1] 1、支出说明\n"
        "paragraph [（一）1] 支出9万元。\nparagraph [（一）1] 另有说明。\n");
  CHECK(outline(read("七、资产：今年不购置。\n\n上年末共9万元。\n")) ==
        "heading [七] 七、资产：\nparagraph [七] 今年不购置。\nparagraph [七] 上年末共9万元。\n");
}

TEST_CASE("a table after a numbered paragraph belongs to the section around it") {
  CHECK(outline(read("一、职责\n\n1、借阅图书，办理证件。\n\n机构表\n\t甲\n\t乙\n\n\t丙\n\t丁\n")) ==
        "heading [一] 一、职责\nparagraph [一、1] 1、借阅图书，办理证件。\nparagraph [一] 机构表\ntable [一] "
        "2x2\n");
}

TEST_CASE("numbers inside tables are no headings") {
  const Document document =
      read("一、收支\n\n\t项目\n\t金额\n\n\t一、拨款\n\t9\n\n\t二、其他\n\t1\n\n二、说明\n\n无。\n");
  CHECK(sections(document) == "一 收支\n二 说明\n");
}

TEST_CASE("half and ideographic spaces before a number do not hide it") {
  CHECK(sections(read(" 1、人员，若干。\n\n　　（二）支出\n\n\u00A03、说明\n")) ==
        "1 人员，若干\n（二） 支出\n（二）3 说明\n");
}

TEST_CASE("a gap in the numbers is kept as printed") {
  CHECK(sections(read("（一）收支\n\n收入9万元。\n\n2、支出\n\n3、变动\n")) ==
        "（一） 收支\n（一）2 支出\n（一）3 变动\n");
}
