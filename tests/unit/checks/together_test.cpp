// Rules between documents that are checked together.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// Ends the first input here: what follows stands in the second.
void next_input(Sketch& sketch) {
  const auto end = static_cast<std::uint32_t>(sketch.document.text.size());
  sketch.document.parts.resize(2);
  sketch.document.parts[0].span = {0, end};
  sketch.document.parts[1].span = {end, end};
}

Sketch pair(std::string_view narrative, std::string_view tables) {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", narrative}});
  next_input(sketch);
  sketch.paragraph().sentence({{"expenditure.total", tables}});
  return sketch;
}

/// The budget of 2020, and what the budget of 2021 says of it.
Sketch years(std::string_view own, std::string_view later, Stage stage) {
  Sketch sketch(2020);
  sketch.sentence({{"expenditure.total", own}});
  next_input(sketch);
  sketch.disclosure.year = 2021;
  sketch.paragraph().sentence({{"expenditure.total", "50.00万元"}, {"expenditure.basic", "40.00万元"}});
  sketch.paragraph().sentence({{"expenditure.total", later}});
  sketch.last().period = 2020;
  sketch.last().stage = stage;
  return sketch;
}

}  // namespace

TEST_CASE("narrative and tables of one disclosure") {
  CHECK(outcomes(pair("45.50万元", "45.50万元").of("equal.narrative_pair")) == "holds: 45.50 = 45.50");
  CHECK(outcomes(pair("45.50万元", "54.50万元").of("equal.narrative_pair")) == "fails error: 45.50 ≠ 54.50");
  CHECK(pair("45.50万元", "54.50万元").of("equal.restated").empty());
}

TEST_CASE("what a year says of the year before") {
  CHECK(outcomes(years("45.50万元", "45.50万元", Stage::budget).of("equal.years")) == "holds: 45.50 = 45.50");
  CHECK(outcomes(years("45.50万元", "54.50万元", Stage::budget).of("equal.years")) ==
        "fails warning: 45.50 ≠ 54.50");
}

TEST_CASE("execution and final account are other bases than the budget") {
  CHECK(years("45.50万元", "54.50万元", Stage::execution).of("equal.years").empty());
  CHECK(years("45.50万元", "54.50万元", Stage::final).of("equal.years").empty());
}

TEST_CASE("a department is its units in a table of units") {
  const auto table = [](std::string_view total) {
    Sketch sketch;
    sketch.table(
        "单位收支表",
        {{"单位名称", "金额"}, {"局机关", "30.50"}, {"服务中心", "12.25"}, {"合计", std::string(total)}});
    return outcomes(sketch.of("sum.units"));
  };
  CHECK(table("42.75") == "holds: 30.50 + 12.25 = 42.75");
  CHECK(table("45.75") == "fails warning: 30.50 + 12.25 = 42.75 ≠ 45.75");
}
