// Headings of every level, and the lines that look like headings and are none.
#include "document/heading.h"

#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// "level ordinal number|title|rest form", or "none".
std::string heading(std::string_view line) {
  const auto h = parse_heading(line, {0, static_cast<std::uint32_t>(line.size())});
  if (!h) return "none";
  static constexpr std::string_view forms[] = {"whole", "run-in", "sentence"};
  return std::to_string(h->level) + " " + std::to_string(h->ordinal) + " " + std::string(h->number.of(line)) +
         "|" + std::string(h->title.of(line)) + "|" + std::string(line.substr(h->rest)) + " " +
         std::string(forms[static_cast<int>(h->form)]);
}

}  // namespace

TEST_CASE("a heading of each level") {
  CHECK(heading("第一部分 部门概况") == "0 1 第一部分|部门概况| whole");
  CHECK(heading("第十二部分：附表") == "0 12 第十二部分|附表| whole");
  CHECK(heading("第二部分2021年度部门预算表") == "0 2 第二部分|2021年度部门预算表| whole");
  CHECK(heading("一、部门概况") == "1 1 一|部门概况| whole");
  CHECK(heading("十一、一般公共预算") == "1 11 十一|一般公共预算| whole");
  CHECK(heading("二十三．附表") == "1 23 二十三|附表| whole");
  CHECK(heading("（一）收支情况") == "2 1 （一）|收支情况| whole");
  CHECK(heading("(二)收支情况") == "2 2 (二)|收支情况| whole");
  CHECK(heading("（三) 收支情况") == "2 3 （三)|收支情况| whole");
  CHECK(heading("（ 四 ）、收支情况") == "2 4 （ 四 ）|收支情况| whole");
  CHECK(heading("3、支出说明") == "3 3 3|支出说明| whole");
  CHECK(heading("3. 支出说明") == "3 3 3|支出说明| whole");
  CHECK(heading("3．支出说明") == "3 3 3|支出说明| whole");
  CHECK(heading("１２、支出说明") == "3 12 １２|支出说明| whole");
  CHECK(heading("（1）人员") == "4 1 （1）|人员| whole");
  CHECK(heading("(12) 人员") == "4 12 (12)|人员| whole");
  CHECK(heading("2）人员") == "4 2 2）|人员| whole");
  CHECK(heading("③人员") == "4 3 ③|人员| whole");
}

TEST_CASE("text in the line of a heading") {
  CHECK(heading("七、资产情况：今年不购置。") == "1 7 七|资产情况|今年不购置。 run-in");
  CHECK(heading("2、人员:机关现有71人，其中在职25人。") == "3 2 2|人员|机关现有71人，其中在职25人。 run-in");
  CHECK(heading("3、资产情况。共有设备58件。") == "3 3 3|资产情况|共有设备58件。 run-in");
  CHECK(heading("（二） 分类目标：") == "2 2 （二）|分类目标| whole");
}

TEST_CASE("a numbered paragraph is a sentence, not a heading") {
  CHECK(heading("6、完成交付的工作。") == "3 6 6|完成交付的工作| sentence");
  CHECK(heading("1、筹备会议，整理纪要。逐项分解。") == "3 1 1|筹备会议，整理纪要| sentence");
  CHECK(heading("1、明确责任，落实到人；") == "3 1 1|明确责任，落实到人| sentence");
  CHECK(heading("1．财政拨款收入512.36万元。") == "3 1 1|财政拨款收入512.36万元| sentence");
  CHECK(heading("（1）公用经费83.64万元") == "4 1 （1）|公用经费83.64万元| sentence");
  CHECK(heading("（四）负责以下工作，包括：甲、乙。") == "2 4 （四）|负责以下工作，包括：甲、乙| sentence");
}

TEST_CASE("a year may follow a heading's number, no other figure") {
  CHECK(heading("1.2021年预算收入") == "3 1 1|2021年预算收入| whole");
  CHECK(heading("2、2021 年度重点工作") == "3 2 2|2021 年度重点工作| whole");
  CHECK(heading("3.5万元") == "none");
  CHECK(heading("3．5万元") == "none");
  CHECK(heading("18、19日开会") == "none");
  CHECK(heading("2021.1") == "none");
  CHECK(heading("2021、2022年两年") == "none");
}

TEST_CASE("lists of numbers and plain words are no headings") {
  CHECK(heading("一、二线同志") == "none");
  CHECK(heading("二、三级机构") == "none");
  CHECK(heading("一般公共预算") == "none");
  CHECK(heading("（冀财预〔2016〕129号）") == "none");
  CHECK(heading("第一部分内容是概况，第二部分是说明。") == "none");
  CHECK(heading("第十四条") == "none");
  CHECK(heading("999、太大") == "none");
  CHECK(heading("12345678901234567890、太长") == "none");
  CHECK(heading("（") == "none");
  CHECK(heading("一") == "none");
  CHECK(heading("") == "none");
  CHECK(heading("0、零") == "none");
}

TEST_CASE("a number alone is a heading without words") {
  CHECK(heading("一、") == "1 1 一|| whole");
  CHECK(heading("第三部分") == "0 3 第三部分|| whole");
}
