// Words against figures: directions, 无, and missing reasons.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

Sketch two_years(std::string_view now, std::string_view before, std::string_view change) {
  Sketch sketch;
  sketch.sentence(
      {{"three_public.total", now}, {"three_public.total", before}, {"three_public.total", change}});
  sketch.fact(1).period = 2019;
  sketch.fact(2).measure = Measure::change;
  return sketch;
}

}  // namespace

TEST_CASE("增加 and 减少 agree with the two years") {
  Sketch sketch = two_years("28.55万元", "31.55万元", "-3万元");
  sketch.states(StatementKind::decrease, "three_public.total", 2);
  CHECK(outcomes(sketch.of("direction.change")) == "holds: 28.55 < 31.55");
  sketch.disclosure.statements[0].kind = StatementKind::increase;
  const auto findings = sketch.of("direction.change");
  CHECK(outcomes(findings) == "fails error: 28.55 < 31.55");
  CHECK(knowledge().messages.sentence(findings[0], Language::en).find("increased") != std::string::npos);
}

TEST_CASE("持平 is said of equal figures only") {
  Sketch sketch = two_years("31.55万元", "31.55万元", "0万元");
  sketch.states(StatementKind::unchanged, "three_public.total", 2);
  CHECK(outcomes(sketch.of("direction.change")) == "holds: 31.55 = 31.55");
  sketch.fact(0).value = Decimal(3255, 2);
  CHECK(outcomes(sketch.of("direction.change")) == "fails error: 32.55 > 31.55");
}

TEST_CASE("大于预算数 and 小于预算数 agree with budget and final figure") {
  Sketch sketch(2024, DisclosureKind::final);
  sketch.sentence({{"expenditure.project", "90万元"}, {"expenditure.project", "100万元"}});
  sketch.fact(0).stage = Stage::final;
  sketch.fact(1).stage = Stage::budget;
  sketch.states(StatementKind::smaller, "expenditure.project", 0);
  CHECK(outcomes(sketch.of("direction.budget_final")) == "holds: 90 < 100");
  sketch.disclosure.statements[0].kind = StatementKind::greater;
  CHECK(outcomes(sketch.of("direction.budget_final")) == "fails error: 90 < 100");
}

TEST_CASE("无 stands beside no figure above 0") {
  Sketch sketch;
  sketch.sentence({{"three_public.vehicle_purchase", "0万元"}});
  sketch.states(StatementKind::nothing, "three_public.vehicle_purchase", none);
  CHECK(sketch.of("none.contradicted")[0].status == Status::holds);
  sketch.last().value = Decimal(18, 0);
  CHECK(outcomes(sketch.of("none.contradicted")) == "fails error: 18 ≠ 0");
  sketch.last().period = 2019;
  CHECK(sketch.of("none.contradicted")[0].status == Status::holds);
}

TEST_CASE("a change without any reason is worth a notice") {
  Sketch sketch = two_years("28.55万元", "31.55万元", "-3万元");
  CHECK(outcomes(sketch.of("missing.reason")) == "fails notice: \u22123");
  sketch.states(StatementKind::reason, "three_public.total", 2);
  CHECK(sketch.of("missing.reason").empty());
}
