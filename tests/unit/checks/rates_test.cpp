// Percentages against the figures beside them.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

Sketch growth(std::string_view now, std::string_view before, std::string_view rate) {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", now}, {"expenditure.total", before}, {"expenditure.total", rate}});
  sketch.fact(1).period = 2019;
  return sketch;
}

}  // namespace

TEST_CASE("growth follows from the two years") {
  Sketch sketch = growth("454.19万元", "420.38万元", "8.04%");
  CHECK(outcomes(sketch.of("rate.growth")) == "holds: (454.19 \u2212 420.38) ÷ 420.38 = 8.04%");
  CHECK(growth("454.19万元", "420.38万元", "8.06%").of("rate.growth")[0].severity == Severity::notice);
  CHECK(growth("454.19万元", "420.38万元", "8.40%").of("rate.growth")[0].severity == Severity::warning);
  const auto ratio = growth("454.19万元", "420.38万元", "108.04%").of("rate.growth");
  CHECK(outcomes(ratio) == "fails error: (454.19 \u2212 420.38) ÷ 420.38 ≠ 108.04%");
  CHECK(ratio[0].expected == "8.0427");
  const auto words = [](const Finding& finding) {
    return knowledge().messages.sentence(finding, Language::zh);
  };
  CHECK(words(ratio[0]).find("本年数除以上年数") != std::string::npos);
  CHECK(words(growth("454.19万元", "420.38万元", "7.44%").of("rate.growth")[0]).find("除以本年数") !=
        std::string::npos);
  CHECK(words(growth("454.19万元", "420.38万元", "80.43%").of("rate.growth")[0]).find("十倍") !=
        std::string::npos);
}

TEST_CASE("growth follows from the change and either year") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "454.19万元"},
                   {"expenditure.total", "33.81万元"},
                   {"expenditure.total", "8.04%"}});
  sketch.fact(1).measure = Measure::change;
  CHECK(outcomes(sketch.of("rate.growth")) == "holds: 33.81 ÷ (454.19 \u2212 33.81) = 8.04%");
}

TEST_CASE("on a small base the interval is wide") {
  CHECK(growth("0.39万元", "0.41万元", "-4.9%").of("rate.growth")[0].status == Status::holds);
  CHECK(growth("0.39万元", "0.41万元", "-7.0%").of("rate.growth")[0].status == Status::holds);
  CHECK(growth("0.39万元", "0.41万元", "-9.0%").of("rate.growth")[0].severity == Severity::error);
}

TEST_CASE("a rate on nothing is questioned, and gives no relation") {
  Sketch sketch = growth("5万元", "0万元", "100%");
  CHECK(sketch.of("rate.growth").empty());
  CHECK(sketch.of("rate.zero_base")[0].severity == Severity::warning);
  CHECK(growth("5万元", "4万元", "25%").of("rate.zero_base").empty());
}

TEST_CASE("a share is part of its whole, and lies between 0 and 100%") {
  Sketch sketch;
  sketch.sentence(
      {{"expenditure.total", "200万元"}, {"expenditure.basic", "150万元"}, {"expenditure.basic", "75%"}});
  sketch.last().measure = Measure::share;
  sketch.last().of = sketch.fact(0).concept_id;
  CHECK(outcomes(sketch.of("rate.share")) == "holds: 150 ÷ 200 = 75%");
  CHECK(sketch.of("rate.impossible").empty());
  sketch.last().value = Decimal(175, 0);
  CHECK(outcomes(sketch.of("rate.share")) == "fails error: 150 ÷ 200 ≠ 175%");
  CHECK(outcomes(sketch.of("rate.impossible")) == "fails error: 175% > 100%");
}

TEST_CASE("completion fits the budget or the adjusted budget") {
  Sketch sketch(2024, DisclosureKind::final);
  sketch.sentence({{"expenditure.total", "90万元"},
                   {"expenditure.total", "100万元"},
                   {"expenditure.total", "95万元"},
                   {"expenditure.total", "94.7%"}});
  sketch.fact(0).stage = Stage::final;
  sketch.fact(1).stage = Stage::budget;
  sketch.fact(2).stage = Stage::adjusted;
  sketch.last().stage = Stage::final;
  sketch.last().measure = Measure::completion;
  CHECK(outcomes(sketch.of("rate.completion")) == "holds: 90 ÷ 95 = 94.7%");
  sketch.last().value = Decimal(9, 0);
  CHECK(sketch.of("rate.completion")[0].severity == Severity::error);
}

TEST_CASE(
    "a percentage that does not follow may be due to any of its figures; one confirmed elsewhere is not the "
    "one") {
  Sketch sketch = growth("454.19万元", "402.38万元", "8.04%");
  const auto findings = sketch.of("rate.growth");
  REQUIRE(findings[0].repair.size() == 3);
  CHECK(findings[0].repair[1].value == Decimal(42038, 2));
  CHECK(findings[0].repair[1].slip == Slip::swap);
  for (const Repair& repair : findings[0].repair)
    CHECK(!repair.likely);

  sketch.paragraph().sentence({{"expenditure.total", "454.19万元"},
                               {"expenditure.basic", "400.19万元"},
                               {"expenditure.project", "54万元"}});
  sketch.sentence({{"expenditure.total", "33.81万元"}});
  sketch.last().measure = Measure::change;
  sketch.last().base = Base::budget;
  sketch.fact(1).stage = Stage::budget;
  const auto mended = sketch.of("rate.growth");
  REQUIRE(mended[0].repair.size() == 1);
  CHECK(mended[0].repair[0].fact == 1);
  CHECK(mended[0].repair[0].value == Decimal(42038, 2));
  CHECK(mended[0].repair[0].likely);
}
