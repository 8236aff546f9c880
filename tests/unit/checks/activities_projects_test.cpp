// Projects, their funds, and the activities they belong to.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// 83 in projects of 20, 10, 15, 30 and 8, four of them with an activity of a slightly different name.
Sketch congress() {
  Sketch sketch;
  sketch.sentence({{"expenditure.project", "83万元"}, {"expenditure.operating", "76.54万元"}});
  const auto activity = [&](const char* name, const char* figure) {
    Activity entry;
    entry.name = name;
    if (*figure != 0) {
      sketch.paragraph().sentence({{"activity.budget", figure, name}});
      entry.budget = static_cast<std::int32_t>(sketch.next() - 1);
    }
    entry.name_source.span = {0, 3};
    sketch.disclosure.activities.push_back(entry);
  };
  const auto project = [&](const char* name, const char* figure) {
    Project entry;
    entry.name = name;
    sketch.paragraph().sentence({{"project.budget", figure, name}, {"project.funding.county", figure, name}});
    entry.budget = static_cast<std::int32_t>(sketch.next() - 2);
    entry.funding = {sketch.next() - 1};
    entry.name_source.span = {0, 3};
    sketch.disclosure.projects.push_back(entry);
  };
  activity("代表工作", "20.00万元");
  activity("代表提案议案工作", "");
  activity("人大代表培训", "10.00万元");
  activity("代表视察与监督", "15.00万元");
  activity("人代会经费", "30.00万元");
  project("人大代表工作经费", "20万元");
  project("人大代表培训费", "10万元");
  project("人大代表视察与监督", "15万元");
  project("人代会经费", "30万元");
  project("系统平台维护费", "8万元");
  return sketch;
}

}  // namespace

TEST_CASE("the projects add up to project expenditure, each project's funds to its budget") {
  Sketch sketch = congress();
  CHECK(outcomes(sketch.of("sum.projects")) == "holds: 20 + 10 + 15 + 30 + 8 = 83");
  CHECK(sketch.of("sum.project_funding").size() == 5);
  CHECK(outcomes(sketch.of("equal.activity_project")) ==
        "holds: 20.00 = 20; holds: 10.00 = 10; holds: 15.00 = 15; holds: 30.00 = 30");

  const auto last = static_cast<FactIndex>(sketch.disclosure.projects[4].budget);
  sketch.fact(last).value = Decimal(9, 0);
  CHECK(outcomes(sketch.of("sum.projects")) == "fails error: 20 + 10 + 15 + 30 + 9 = 84 ≠ 83");
  const auto funding = sketch.of("sum.project_funding");
  CHECK(outcome(funding[4]) == "fails error: 8 ≠ 9");
}

TEST_CASE("a list that is short where one of its figures is contradicted elsewhere fails") {
  Sketch sketch = congress();
  sketch.fact(static_cast<FactIndex>(sketch.disclosure.projects[4].budget)).value = Decimal(7, 0);
  const auto findings = sketch.of("sum.projects");
  REQUIRE(outcomes(findings) == "fails error: 20 + 10 + 15 + 30 + 7 = 82 ≠ 83");
  REQUIRE(findings[0].repair.size() == 1);
  CHECK(findings[0].repair[0].value == Decimal(8, 0));
}

TEST_CASE("a list that is short by as much as a project has may be a list of the main ones") {
  Sketch sketch = congress();
  sketch.disclosure.projects.pop_back();
  CHECK(outcomes(sketch.of("sum.projects")) == "unknown: 20 + 10 + 15 + 30 = 75 ≠ 83");
}

TEST_CASE(
    "activities fall short: the blank ones are named, and the project without an activity shares the cause") {
  Sketch sketch = congress();
  const auto sums = sketch.of("sum.activities");
  REQUIRE(outcomes(sums) == "fails warning: 20.00 + 10.00 + 15.00 + 30.00 = 75 ≠ 83");
  CHECK(sums[0].stated == "83");
  CHECK(sums[0].expected == "75");
  CHECK(sums[0].difference == "8");
  CHECK(knowledge().messages.sentence(sums[0], Language::zh).find("代表提案议案工作") != std::string::npos);
  const auto missing = sketch.of("missing.subject");
  REQUIRE(missing.size() == 2);
  CHECK(sketch.of("missing.amount").size() == 1);
  int grouped = 0;
  for (const Finding& finding : missing)
    grouped += finding.group != none && finding.group == sums[0].group ? 1 : 0;
  CHECK(grouped == 1);
}

TEST_CASE("an activity and its project with different amounts") {
  Sketch sketch = congress();
  sketch.fact(static_cast<FactIndex>(sketch.disclosure.activities[0].budget)).value = Decimal(2500, 2);
  CHECK(outcome(sketch.of("equal.activity_project")[0]) == "fails error: 25.00 ≠ 20");
}

TEST_CASE("names that could mean two projects are not matched") {
  Sketch sketch = congress();
  sketch.disclosure.projects[1].name = "代表工作费";
  CHECK(sketch.of("equal.activity_project").size() == 2);
}
