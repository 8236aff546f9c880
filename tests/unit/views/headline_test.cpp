#include "made.h"
#include "views/view_models.h"

using namespace mingzhang;

TEST_CASE("the headline: the total, its change as a rate, and the parts") {
  Made made;
  made.fact(made.concepts().expenditure_total, "454.19");
  made.fact(made.concepts().expenditure_total, "33.81", Measure::change);
  made.fact(made.concepts().expenditure_personnel, "294.65");
  made.fact(made.concepts().expenditure_operating, "76.54");
  made.analysis.findings.protection[0].guarded = true;
  const Headline headline = headline_of(made.analysis);
  CHECK(headline.total == 0);
  CHECK(headline.change == 1);
  REQUIRE(headline.has_rate);
  CHECK(headline.rate_percent.to_string() == "8.04");
  CHECK(headline.parts.size() == 3);  // the third is the rest
  CHECK(headline.guarded == 1);
  CHECK(headline.figures == 4);
}

TEST_CASE("income stands in where no expenditure is stated") {
  Made made;
  made.fact(made.concepts().revenue_total, "454.19");
  CHECK(headline_of(made.analysis).total == 0);
}

TEST_CASE("no rate on a year that had nothing") {
  Made made;
  made.fact(made.concepts().expenditure_total, "10");
  made.fact(made.concepts().expenditure_total, "10", Measure::change);
  CHECK_FALSE(headline_of(made.analysis).has_rate);
}

TEST_CASE("places that state the running costs alike, under either name") {
  Made made;
  made.fact(made.concepts().expenditure_operating, "76.54");
  made.fact(made.concepts().expenditure_operating, "76.540");
  made.fact(made.concepts().agency_operating, "765400").unit = Unit::yuan;
  made.fact(made.concepts().agency_operating, "70").period = 2019;
  const Headline headline = headline_of(made.analysis);
  CHECK(headline.agency_operating == 2);
  CHECK(headline.operating_restated == 3);
}

TEST_CASE("assets and staff are those of the latest date that the document names") {
  Made made;
  Fact& older = made.fact(made.concepts().assets_total, "150");
  older.period = 2018;
  Fact& newer = made.fact(made.concepts().assets_total, "172.2");
  newer.period = 2019;
  Fact& staff = made.fact(made.concepts().staff_total, "64", Measure::quantity);
  staff.unit = Unit::person;
  const Headline headline = headline_of(made.analysis);
  CHECK(headline.assets == 1);
  CHECK(headline.staff == 2);
  CHECK(headline.staff_active == none);
}
