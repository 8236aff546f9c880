#include "made.h"
#include "views/view_models.h"

using namespace mingzhang;

namespace {

/// 420.38 → 454.19, of which 30.53 are given as staff.
Made county_change() {
  Made made;
  made.fact(made.concepts().expenditure_total, "454.19");
  Fact& last = made.fact(made.concepts().expenditure_total, "420.38");
  last.period = 2019;
  last.stage = Stage::budget;
  made.fact(made.concepts().expenditure_total, "33.81", Measure::change);
  made.fact(made.concepts().expenditure_personnel, "30.53", Measure::change);
  return made;
}

void explain(Made& made, FactIndex whole, std::vector<FactIndex> parts) {
  ChangeExplanation explanation;
  explanation.whole = whole;
  explanation.parts = std::move(parts);
  explanation.complete = true;
  made.analysis.disclosure.explanations.push_back(std::move(explanation));
}

using Kind = BridgeStep::Kind;

}  // namespace

TEST_CASE("the bridge leads from last year over the stated parts and the unexplained rest to this year") {
  Made made = county_change();
  explain(made, 2, {3});
  const std::vector<Bridge> bridges = change_bridges(made.analysis);
  REQUIRE(bridges.size() == 1);
  CHECK(bridges[0].period == 2020);
  CHECK(bridges[0].unit == Unit::ten_thousand_yuan);
  const std::vector<BridgeStep>& steps = bridges[0].steps;
  REQUIRE(steps.size() == 4);
  CHECK(steps[0].kind == Kind::last_year);
  CHECK(steps[0].fact == 1);
  CHECK(steps[1].kind == Kind::explained);
  CHECK(steps[1].concept_id == made.concepts().expenditure_personnel);
  CHECK(steps[1].amount == decimal("30.53"));
  CHECK(steps[2].kind == Kind::unexplained);
  CHECK(steps[2].fact == none);
  CHECK(steps[2].amount == decimal("3.28"));
  CHECK(steps[3].kind == Kind::this_year);
  CHECK(steps[3].amount == decimal("454.19"));
}

TEST_CASE("a reason's words stand with the part that they are given for") {
  Made made = county_change();
  explain(made, 2, {3});
  Statement reason;
  reason.kind = StatementKind::reason;
  reason.fact = 3;
  reason.source.span = {7, 9};
  made.analysis.disclosure.statements.push_back(reason);
  CHECK(change_bridges(made.analysis)[0].steps[1].reason == Span{7, 9});
}

TEST_CASE("a change with a reason but no amounts is explained as a whole; without one it is not") {
  Made made = county_change();
  CHECK(change_bridges(made.analysis)[0].steps[1].kind == Kind::unexplained);
  Statement reason;
  reason.kind = StatementKind::reason;
  reason.fact = 2;
  reason.source.span = {7, 9};
  made.analysis.disclosure.statements.push_back(reason);
  const BridgeStep step = change_bridges(made.analysis)[0].steps[1];
  CHECK(step.kind == Kind::explained);
  CHECK(step.fact == 2);
  CHECK(step.amount == decimal("33.81"));
}

TEST_CASE("a year that is not stated is computed and has no fact") {
  Made made = county_change();
  made.analysis.disclosure.facts[1].period = 2018;
  const std::vector<BridgeStep> steps = change_bridges(made.analysis)[0].steps;
  CHECK(steps[0].fact == none);
  CHECK(steps[0].amount == decimal("420.38"));
}

TEST_CASE("of several figures of last year the one of the stage that the words name is taken") {
  Made made = county_change();
  Fact& execution = made.fact(made.concepts().expenditure_total, "440.00");
  execution.period = 2019;
  execution.stage = Stage::execution;
  made.analysis.disclosure.facts[2].base = Base::execution;
  CHECK(change_bridges(made.analysis)[0].steps[0].amount == decimal("440.00"));
  made.analysis.disclosure.facts[2].base = Base::budget;
  CHECK(change_bridges(made.analysis)[0].steps[0].amount == decimal("420.38"));
}

TEST_CASE("三公 is bridged over its parts' changes, in the repaired unit where one is likely") {
  Made made;
  const KeyConcepts concepts = made.concepts();
  made.fact(concepts.three_public_total, "28.55").unit = Unit::yuan;
  made.fact(concepts.three_public_total, "31.55").period = 2019;
  made.fact(concepts.three_public_total, "-3", Measure::change);
  made.fact(concepts.three_public_vehicle_operation, "-1", Measure::change);
  made.fact(concepts.three_public_reception, "-2", Measure::change);
  made.finding(Status::fails, Severity::error, {0})
      .repair.push_back({0, decimal("285500"), Slip::unit, true});
  const std::vector<Bridge> bridges = change_bridges(made.analysis);
  REQUIRE(bridges.size() == 1);
  const std::vector<BridgeStep>& steps = bridges[0].steps;
  REQUIRE(steps.size() == 4);
  CHECK(steps[0].amount == decimal("31.55"));
  CHECK(steps[1].amount == decimal("-1"));
  CHECK(steps[2].amount == decimal("-2"));
  CHECK(steps[3].fact == 0);
  CHECK(steps[3].amount.to_string() == "28.55");
}

TEST_CASE("no stated change, no bridge") {
  Made made;
  made.fact(made.concepts().expenditure_total, "454.19");
  made.fact(made.concepts().expenditure_total, "420.38").period = 2019;
  CHECK(change_bridges(made.analysis).empty());
}
