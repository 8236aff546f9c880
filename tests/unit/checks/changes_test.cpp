// This year less last year, and the parts given for a change.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// 454.19 this year; last year's budget and the change in one sentence.
Sketch with_change(std::string_view concept_id, std::string_view now, std::string_view before,
                   std::string_view change) {
  Sketch sketch;
  sketch.sentence({{concept_id, now}}).paragraph().sentence({{concept_id, before}, {concept_id, change}});
  sketch.fact(1).period = 2019;
  sketch.fact(1).stage = Stage::budget;
  sketch.fact(2).measure = Measure::change;
  sketch.fact(2).base = Base::budget;
  return sketch;
}

}  // namespace

TEST_CASE("an increase is the difference of the two years") {
  Sketch sketch = with_change("expenditure.total", "454.19万元", "420.38万元", "33.81万元");
  CHECK(outcomes(sketch.of("change.total")) == "holds: 454.19 \u2212 420.38 = 33.81");
  sketch.fact(2).value = Decimal(3381, 1);
  CHECK(outcomes(sketch.of("change.total")) == "fails error: 454.19 \u2212 420.38 = 33.81 ≠ 338.1");
}

TEST_CASE("a decrease is written forwards") {
  Sketch sketch = with_change("three_public.total", "28.55万元", "31.55万元", "-3万元");
  CHECK(outcomes(sketch.of("change.three_public")) == "holds: 31.55 \u2212 3 = 28.55");
  sketch.fact(0).value = Decimal(2955, 2);
  CHECK(outcomes(sketch.of("change.three_public")) == "fails error: 31.55 \u2212 3 = 28.55 ≠ 29.55");
}

TEST_CASE("any other concept has its change checked too") {
  Sketch sketch = with_change("expenditure.personnel", "30万元", "20万元", "7万元");
  CHECK(outcomes(sketch.of("change.item")) == "fails error: 30 \u2212 20 = 10 ≠ 7");
}

TEST_CASE("budget, execution and final figures of last year are different bases") {
  Sketch sketch = with_change("expenditure.total", "454.19万元", "420.38万元", "33.81万元");
  sketch.fact(1).stage = Stage::execution;
  CHECK(sketch.of("change.total").empty());
}

TEST_CASE("parts given for a change add up to it, or the rest is named") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "33.81万元"}, {"expenditure.personnel", "30.53万元"}});
  sketch.fact(0).measure = sketch.fact(1).measure = Measure::change;
  sketch.disclosure.explanations.push_back({0, {1}, true, sketch.fact(0).source});
  auto findings = sketch.of("explain.change");
  REQUIRE(outcomes(findings) == "fails warning: 30.53 ≠ 33.81");
  CHECK(findings[0].difference == "3.28");
  CHECK(knowledge().messages.sentence(findings[0], Language::zh).find("3.28") != std::string::npos);

  sketch.disclosure.explanations[0].complete = false;
  CHECK(outcomes(sketch.of("explain.change")) == "fails notice: 30.53 ≠ 33.81");
}

TEST_CASE("decreases add up with their signs") {
  Sketch sketch;
  sketch.sentence({{"three_public.total", "-3万元"},
                   {"three_public.vehicle_operation", "-1万元"},
                   {"three_public.reception", "-2万元"}});
  for (FactIndex i = 0; i < 3; ++i)
    sketch.fact(i).measure = Measure::change;
  sketch.disclosure.explanations.push_back({0, {1, 2}, true, sketch.fact(0).source});
  CHECK(outcomes(sketch.of("explain.change")) == "holds: \u22121 \u2212 2 = \u22123");
}
