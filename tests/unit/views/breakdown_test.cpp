#include "made.h"
#include "views/view_models.h"

using namespace mingzhang;

namespace {

void add_project(Made& made, std::string name, std::string_view amount) {
  made.fact(made.concepts().project_budget, amount).subject = name;
  Project project;
  project.name = std::move(name);
  project.budget = static_cast<std::int32_t>(made.last());
  made.analysis.disclosure.projects.push_back(std::move(project));
}

/// The whole with its three parts as in most county budgets.
Made county_budget() {
  Made made;
  made.fact(made.concepts().expenditure_total, "454.19");
  made.fact(made.concepts().expenditure_basic, "371.19");
  made.fact(made.concepts().expenditure_personnel, "294.65");
  made.fact(made.concepts().expenditure_operating, "76.54");
  made.fact(made.concepts().expenditure_project, "83");
  return made;
}

}  // namespace

TEST_CASE("expenditure falls into staff, running costs and projects, in thousandths of the whole") {
  const Made made = county_budget();
  const BreakdownNode root = expenditure_breakdown(made.analysis);
  CHECK(root.fact == 0);
  CHECK(root.yuan == decimal("4541900"));
  CHECK(root.per_mille == 1000);
  REQUIRE(root.children.size() == 3);
  CHECK(root.children[0].fact == 2);
  CHECK(root.children[0].per_mille == 649);
  CHECK(root.children[1].per_mille == 169);
  CHECK(root.children[2].per_mille == 183);
  CHECK(root.children[2].printed.to_string() == "83");
  CHECK(root.children[2].unit == Unit::ten_thousand_yuan);
}

TEST_CASE("projects stand below project expenditure, largest first, with what they leave over") {
  Made made = county_budget();
  add_project(made, "培训", "10");
  add_project(made, "会议", "30");
  const BreakdownNode root = expenditure_breakdown(made.analysis);
  const std::vector<BreakdownNode>& projects = root.children[2].children;
  REQUIRE(projects.size() == 3);
  CHECK(projects[0].label == "会议");
  CHECK(projects[1].label == "培训");
  CHECK(projects[2].remainder);
  CHECK(projects[2].fact == none);
  CHECK(projects[2].yuan == decimal("430000"));
}

TEST_CASE("only basic expenditure where its two parts are not both stated") {
  Made made;
  made.fact(made.concepts().expenditure_total, "100.00");
  made.fact(made.concepts().expenditure_basic, "60.00");
  made.fact(made.concepts().expenditure_personnel, "50.00");
  const BreakdownNode root = expenditure_breakdown(made.analysis);
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[0].concept_id == made.concepts().expenditure_basic);
  REQUIRE(root.children[0].children.size() == 2);
  CHECK(root.children[0].children[1].remainder);
  CHECK(root.children[1].remainder);
  CHECK(root.children[1].printed.to_string() == "40.00");
}

TEST_CASE("parts that do not make up basic expenditure stand below it, with the rest") {
  Made made = county_budget();
  made.analysis.disclosure.facts[1].value = decimal("371.79");
  const BreakdownNode root = expenditure_breakdown(made.analysis);
  CHECK(root.children[0].concept_id == made.concepts().expenditure_basic);
  REQUIRE(root.children[0].children.size() == 3);
  CHECK(root.children[0].children[2].remainder);
  CHECK(root.children[0].children[2].printed.to_string() == "0.60");
}

TEST_CASE("what rounding explains is no remainder") {
  Made made;
  made.fact(made.concepts().expenditure_total, "100.02");
  made.fact(made.concepts().expenditure_personnel, "50.00");
  made.fact(made.concepts().expenditure_operating, "20.00");
  made.fact(made.concepts().expenditure_project, "30.00");
  CHECK(expenditure_breakdown(made.analysis).children.size() == 3);
  made.analysis.disclosure.facts[0].value = decimal("100.03");
  CHECK(expenditure_breakdown(made.analysis).children.size() == 4);
}

TEST_CASE("another year's, another scope's or a project's figure is not taken for the whole body's") {
  Made made;
  made.fact(made.concepts().expenditure_total, "1").period = 2019;
  made.fact(made.concepts().expenditure_total, "2").subject = "一个项目";
  made.fact(made.concepts().expenditure_total, "3").part = Part::basic;
  made.fact(made.concepts().expenditure_total, "4").scope = Scope::general_public;
  made.fact(made.concepts().expenditure_total, "5");
  CHECK(expenditure_breakdown(made.analysis).fact == 4);
}

TEST_CASE("in final accounts the final figure is the whole, not the budget's column") {
  Made made;
  made.fact(made.concepts().expenditure_total, "90").stage = Stage::budget;
  made.fact(made.concepts().expenditure_total, "95").stage = Stage::final;
  CHECK(expenditure_breakdown(made.analysis).fact == 1);
}

TEST_CASE("nothing stated, nothing shown") {
  Made made;
  const BreakdownNode root = expenditure_breakdown(made.analysis);
  CHECK(root.fact == none);
  CHECK(root.children.empty());
  CHECK(root.per_mille == 0);
}

TEST_CASE("activities keep those without an amount") {
  Made made;
  made.fact(made.concepts().activity_budget, "20.00");
  Activity with_amount;
  with_amount.name = "代表工作";
  with_amount.budget = 0;
  Activity blank;
  blank.name = "综合管理";
  made.analysis.disclosure.activities = {with_amount, blank};
  const BreakdownNode root = activity_breakdown(made.analysis);
  CHECK(root.fact == none);
  CHECK(root.yuan == decimal("200000"));
  CHECK(root.printed.to_string() == "20.00");
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[0].per_mille == 1000);
  CHECK(root.children[1].label == "综合管理");
  CHECK(root.children[1].fact == none);
  CHECK(root.children[1].per_mille == 0);
}
