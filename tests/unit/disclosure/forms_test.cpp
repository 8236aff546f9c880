// The form of a project's performance goals.
#include "support.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::string form(const std::string& name, const std::string& amount, const std::string& target) {
  return "\t项目名称\n\t" + name +
         "\n\t项目负责人及电话\n\t某人  5550123\n\n\t主管部门\n\t临河县\n\t实施单位\n\t档案局\n\n" +
         "\t资金情况（万元）\n\t年度资金总额：\n\t" + amount +
         "\n\n\t\n\t其中：上级资金\n\t\n\n\t\n\t县级资金\n\t" + amount +
         "\n\n\t\n\t其他资金\n\t\n\n\t项目概况及总体目标\n\t年度目标\n\t年度总体目标计划完成情况\n\n\t\n\t管"
         "好档案\n\t全部管好\n\n" +
         "\t绩效指标\n\t一级指标\n\t二级指标\n\t三级指标\n\t指标值\n\n\t\n\t产出指标\n\t数量指标\n\t整理档案"
         "\n\t" +
         target +
         "\n\n\t\n\t\n\t\n\t编目\n\t全部完成\n\n\t\n\t满意度指标\n\t服务对象满意度指标\n\t满意率\n\t≧70%\n\n";
}

Reading read_forms(const std::string& forms) {
  return read_text("临河县档案局2020年部门预算公开情况说明\n\n九、项目绩效申报情况\n" + forms +
                   "\n十、其他\n\n无。\n");
}

}  // namespace

TEST_CASE("one form: amount, funding, indicators") {
  const Reading reading = read_forms(form("档案整理费", "20", "≧2次"));
  CHECK(facts_of(reading) ==
        Lines{"project.budget <档案整理费> 2020 amount 20 万元 project=0 @table 0 2,3",
              "project.funding.county <档案整理费> 2020 amount 20 万元 project=0 @table 0 4,3",
              "indicator.target <整理档案> 2020 target ≥2 次 project=0 @table 0 9,4",
              "indicator.target <满意率> 2020 target ≥70 % project=0 @table 0 11,4"});
  REQUIRE(reading.disclosure.projects.size() == 1);
  const Project& project = reading.disclosure.projects[0];
  CHECK(project.name == "档案整理费");
  CHECK(project.blank_funding == 2);
  CHECK(reading.document.words(project.goal) == "管好档案");
  CHECK(project.indicators == 3);
  const Indicator& words = reading.disclosure.indicators[1];
  CHECK(words.category == "产出指标");
  CHECK(words.subcategory == "数量指标");
  CHECK(words.name == "编目");
  CHECK(words.fact == none);
  CHECK(reading.document.words(words.target.span) == "全部完成");
  CHECK(unplaced_of(reading).empty());  // the landline is no figure
}

TEST_CASE("forms one after another keep apart") {
  const Reading reading = read_forms(form("档案整理费", "20", "≧2次") + form("库房维修费", "8.5", "≧3次"));
  REQUIRE(reading.disclosure.projects.size() == 2);
  CHECK(reading.disclosure.projects[1].name == "库房维修费");
  CHECK(reading.disclosure.projects[1].first_indicator == 3);
  CHECK(reading.disclosure.projects[1].indicators == 3);
  CHECK(reading.disclosure.indicators[3].project == 1);
  const Lines facts = facts_of(reading);
  REQUIRE(facts.size() == 8);
  CHECK(facts[4].starts_with("project.budget <库房维修费> 2020 amount 8.5 万元 project=1"));
}
