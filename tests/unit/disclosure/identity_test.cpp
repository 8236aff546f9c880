// Whose disclosure, of which year and kind, and whether it is one.
#include "support.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::string identity_of(std::string_view text) {
  const Reading reading = read_text(text);
  const Disclosure& found = reading.disclosure;
  if (!found.recognised) return "none";
  return found.entity + " " + std::to_string(found.year) +
         (found.kind == DisclosureKind::final ? " final" : " budget");
}

}  // namespace

TEST_CASE("titles") {
  CHECK(identity_of("临河县档案局2020年部门预算公开情况说明\n\n说明如下。\n") == "临河县档案局 2020 budget");
  CHECK(identity_of("临河县档案局2024年度部门决算\n\n说明如下。\n") == "临河县档案局 2024 final");
  CHECK(identity_of("临河市规划和自然\n    资源局\n 2024 年度部门决算\n") ==
        "临河市规划和自然资源局 2024 final");
  CHECK(identity_of("2019年临河县档案局部门预算公开\n\n说明如下。\n") == "临河县档案局 2019 budget");
  CHECK(identity_of("临河市南区2025年区级部门预算\n\n    预算主管部门：临河市南区档案局\n") ==
        "临河市南区档案局 2025 budget");
}

TEST_CASE("a sentence where there is no title") {
  CHECK(identity_of("现将2018年部门预算及“三公”经费预算公开如下。\n") == " 2018 budget");
}

TEST_CASE("a body that is named below the contents, or behind words of the title") {
  CHECK(
      identity_of("目  录\n第一部分 单位概况\n第二部分 2026年单位预算表\n第三部分 2026年单位预算情况说明\n\n"
                  "临河市公路事业中心2026年单位预算情况说明\n\n一、收支预算情况\n收入预算为5万元。\n") ==
      "临河市公路事业中心 2026 budget");
  CHECK(identity_of("附件1：临河县档案局2024年度部门决算\n\n说明如下。\n") == "临河县档案局 2024 final");
  CHECK(identity_of("2024年度部门决算公开\n\n本部门2024年部门决算如下。\n") == " 2024 final");
}

TEST_CASE("texts that are no disclosure") {
  CHECK(identity_of("床前明月光\n疑是地上霜\n") == "none");
  CHECK(identity_of("本店2020年销售收入100万元，支出90万元。\n") == "none");
  CHECK(identity_of("家庭预算怎么做\n\n每月收入5000元，支出3000元。\n") == "none");
}

TEST_CASE("the entity's place is the title") {
  const Reading reading = read_text("临河县档案局2020年部门预算公开情况说明\n\n说明如下。\n");
  CHECK(reading.document.words(reading.disclosure.entity_source.span) ==
        "临河县档案局2020年部门预算公开情况说明");
}

TEST_CASE("fragments: the body above a table, and words that only public bodies use") {
  CHECK(read_text("收支预算总表\n部门：临河县档案局\n单位：万元\n\n基本支出5万元。\n").disclosure.entity ==
        "临河县档案局");
  CHECK(identity_of("基本支出5万元，机关运行经费2万元，“三公”经费1万元，较上年减少1万元。\n") == " 0 budget");
  const Reading reading = read_text("基本支出5万元，机关运行经费2万元，“三公”经费1万元，较上年减少1万元。\n");
  for (const Fact& fact : reading.disclosure.facts)
    CHECK(fact.period == 0);
}
