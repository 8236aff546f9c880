#include "views/protection_view.h"

#include "made.h"

using namespace mingzhang;

TEST_CASE("each figure has what would be noticed and the relations that it is in") {
  Made made;
  made.fact(made.concepts().expenditure_total, "454.19");
  made.fact(made.concepts().expenditure_project, "83");
  made.fact(made.concepts().staff_total, "64");
  made.analysis.findings.protection[0] = {.guarded = true, .noticed_from = decimal("0.02")};
  made.analysis.findings.protection[1] = {.guarded = true, .noticed_from = decimal("1")};
  made.finding(Status::holds, Severity::error, {0, 1});
  made.finding(Status::fails, Severity::error, {0});
  made.finding(Status::unknown, Severity::error, {2});
  const std::vector<GuardedFigure> figures = guarded_figures(made.analysis);
  REQUIRE(figures.size() == 3);
  CHECK(figures[0].guarded);
  CHECK(figures[0].noticed_from == decimal("0.02"));
  CHECK(figures[0].holding == 1);
  CHECK(figures[0].failing == 1);
  CHECK(figures[0].contradicted);
  CHECK(figures[1].holding == 1);
  CHECK_FALSE(figures[1].contradicted);
  CHECK_FALSE(figures[2].guarded);
  const ProtectionSummary summary = summary_of(figures);
  CHECK(summary.figures == 3);
  CHECK(summary.guarded == 2);
  CHECK(summary.twice == 1);
}

TEST_CASE("rules are counted by how they came out") {
  Made made;
  made.finding(Status::holds, Severity::error).rule = 1;
  made.finding(Status::holds, Severity::error).rule = 1;
  made.finding(Status::fails, Severity::notice).rule = 0;
  made.finding(Status::unknown, Severity::notice).rule = 7;
  const std::vector<RuleResult> results = rule_results(made.analysis, 2);
  REQUIRE(results.size() == 2);
  CHECK(results[1].holds == 2);
  CHECK(results[0].fails == 1);
  CHECK(results[0].unknown == 0);
}
