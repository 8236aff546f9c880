#include "made.h"
#include "views/view_models.h"

using namespace mingzhang;

TEST_CASE("evidence names the other places of the same thing and no other thing") {
  Made made;
  made.fact(made.concepts().expenditure_operating, "76.54");
  made.fact(made.concepts().expenditure_operating, "76.55");  // the same thing, said otherwise
  made.fact(made.concepts().expenditure_operating, "70.00").period = 2019;
  made.fact(made.concepts().expenditure_operating, "6.54", Measure::change);
  CHECK(evidence_for(made.analysis, 0).also_at == std::vector<FactIndex>{1});
}

TEST_CASE("evidence lists the checks that touch a figure, the gravest failure first") {
  Made made;
  made.fact(made.concepts().expenditure_total, "1");
  made.fact(made.concepts().expenditure_basic, "1");
  made.finding(Status::holds, Severity::error, {0, 1});
  made.finding(Status::unknown, Severity::error, {0});
  made.finding(Status::fails, Severity::notice, {0});
  made.finding(Status::fails, Severity::error, {0});
  made.finding(Status::fails, Severity::error, {1});
  CHECK(evidence_for(made.analysis, 0).findings == std::vector<FindingIndex>{3, 2, 1, 0});
}

TEST_CASE("evidence says from which change on a figure is guarded") {
  Made made;
  made.fact(made.concepts().expenditure_total, "1");
  CHECK_FALSE(evidence_for(made.analysis, 0).guarded);
  made.analysis.findings.protection[0] = {true, decimal("0.02")};
  const Evidence evidence = evidence_for(made.analysis, 0);
  CHECK(evidence.guarded);
  CHECK(evidence.noticed_from == decimal("0.02"));
}
