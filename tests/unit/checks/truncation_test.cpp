// Figures that are cut off instead of rounded.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// Shares of one whole, as printed.
Sketch shares(const std::vector<std::pair<const char*, const char*>>& parts) {
  Sketch sketch;
  for (const auto& [amount, percent] : parts) {
    sketch.paragraph().sentence({{"expenditure.total", "70000.00万元"},
                                 {"expenditure.basic", amount},
                                 {"expenditure.basic", percent}});
    sketch.last().measure = Measure::share;
    sketch.last().of = sketch.fact(0).concept_id;
    sketch.last().subject = std::string(amount);
    sketch.fact(sketch.next() - 2).subject = std::string(amount);
  }
  return sketch;
}

}  // namespace

TEST_CASE("percentages that are all cut off hold, and one notice says so") {
  // Amounts so large that their own rounding moves no percentage. 100/7 = 14.2857…, 200/7 = 28.5714…, 300/7
  // = 42.8571…
  Sketch sketch =
      shares({{"10000.00万元", "14.28%"}, {"30000.00万元", "42.85%"}, {"20000.00万元", "28.57%"}});
  int holds = 0;
  int notices = 0;
  for (const Finding& finding : sketch.of("rate.share")) {
    holds += finding.status == Status::holds ? 1 : 0;
    notices += finding.message == "truncated.percentages" ? 1 : 0;
  }
  CHECK(holds == 3);
  CHECK(notices == 1);
}

TEST_CASE("on a tie figures are rounded") {
  Sketch sketch = shares({{"10000.00万元", "14.28%"}, {"30000.00万元", "42.86%"}});
  const auto findings = sketch.of("rate.share");
  CHECK(outcomes(findings).find("fails notice: 10000.00 ÷ 70000.00 ≠ 14.28%") != std::string::npos);
  for (const Finding& finding : findings)
    CHECK(finding.message != "truncated.percentages");
}

TEST_CASE("a percentage that is wrong by more does not vote") {
  Sketch sketch = shares({{"10000.00万元", "14.82%"}, {"30000.00万元", "42.86%"}});
  CHECK(outcomes(sketch.of("rate.share")).find("fails warning: 10000.00 ÷ 70000.00 ≠ 14.82%") !=
        std::string::npos);
}

TEST_CASE("prose amounts cut off from a table in a smaller unit") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "580.61万元"}, {"expenditure.basic", "300.55万元"}});
  sketch.table("支出总表", {{"项", "数"}, {"合计", "5806189.16"}, {"基本支出", "3005591.20"}});
  sketch.cell(0, 1, "expenditure.total", "5806189.16元");
  sketch.cell(1, 1, "expenditure.basic", "3005591.20元");
  int holds = 0;
  for (const Finding& finding : sketch.of("equal.table_text"))
    holds += finding.status == Status::holds ? 1 : 0;
  CHECK(holds == 2);
}
