// unit.suspect: a figure in a wrong unit, a misplaced point, and no suspicion where several figures would do.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("元 for 万元: the sums hold in the printed digits, the unit is reported once") {
  Sketch sketch;
  sketch.sentence({{"three_public.total", "28.55元"},
                   {"three_public.reception", "12.35万元"},
                   {"three_public.vehicle_operation", "16.20万元"}});
  sketch.sentence({{"three_public.total", "31.55万元"}, {"three_public.total", "-3万元"}});
  sketch.fact(3).period = 2019;
  sketch.fact(4).measure = Measure::change;
  const auto findings = sketch.of("unit.suspect");
  REQUIRE(findings.size() == 1);
  CHECK(outcome(findings[0]) == "fails error: 12.35万元 + 16.20万元 = 28.55万元 ≠ 28.55元");
  REQUIRE(findings[0].repair.size() == 1);
  CHECK(findings[0].repair[0].fact == 0);
  CHECK(findings[0].repair[0].value.to_string() == "285500");
  CHECK(findings[0].repair[0].slip == Slip::unit);
  CHECK(findings[0].repair[0].likely);
  const auto sums = sketch.of("sum.three_public");
  CHECK(outcomes(sums) == "holds: 12.35 + 16.20 = 28.55");
  CHECK(sums[0].unit == Unit::ten_thousand_yuan);
  CHECK(outcomes(sketch.of("change.three_public")) == "holds: 31.55 \u2212 3 = 28.55");
  CHECK(knowledge().messages.sentence(findings[0], Language::zh).find("28.55万元") != std::string::npos);
}

TEST_CASE("a misplaced point is named where only one figure can be meant, and the sum still fails") {
  Sketch sketch;
  sketch.sentence({{"expenditure.basic", "371.19万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "7.654万元"}});
  CHECK(outcomes(sketch.of("sum.basic")) == "fails error: 294.65 + 7.654 = 302.304 ≠ 371.19");
  const auto findings = sketch.of("unit.suspect");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].repair[0].value.to_string() == "76.54");
  CHECK(findings[0].repair[0].slip == Slip::point);
}

TEST_CASE("two figures that differ by a power of ten: either may be wrong, so none is suspected") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "15万元"}}).paragraph().sentence({{"expenditure.total", "150万元"}});
  CHECK(sketch.of("unit.suspect").empty());
  CHECK(outcomes(sketch.of("equal.restated")) == "fails error: 15 ≠ 150");
}

TEST_CASE("figures that agree raise no suspicion") {
  Sketch sketch;
  sketch.sentence({{"expenditure.basic", "371.19万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "76.54万元"}});
  CHECK(sketch.of("unit.suspect").empty());
}
