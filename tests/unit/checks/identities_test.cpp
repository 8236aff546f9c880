// Sums, balances and equalities that are data: each holding and failing, and silent where nothing may be
// said.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("expenditure is the sum of its parts, in both ways of listing them") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "454.19万元"},
                   {"expenditure.basic", "371.19万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "76.54万元"},
                   {"expenditure.project", "83万元"}});
  const auto findings = sketch.of("sum.expenditure");
  CHECK(outcomes(findings) == "holds: 371.19 + 83 = 454.19; holds: 294.65 + 76.54 + 83 = 454.19");
  CHECK(outcomes(sketch.of("sum.basic")) == "holds: 294.65 + 76.54 = 371.19");
  CHECK(findings[1].stated == "454.19");
  CHECK(findings[1].expected == "454.19");
  CHECK(findings[1].difference == "0");
  CHECK(findings[1].tolerance == "0.02");
  CHECK(findings[1].unit == Unit::ten_thousand_yuan);
}

TEST_CASE("a part that is wrong fails, with what follows and how far apart") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "454.19万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "67.54万元"},
                   {"expenditure.project", "83万元"}});
  const auto findings = sketch.of("sum.expenditure");
  REQUIRE(outcomes(findings) == "fails error: 294.65 + 67.54 + 83 = 445.19 ≠ 454.19");
  CHECK(findings[0].expected == "445.19");
  CHECK(findings[0].difference == "9");
}

TEST_CASE("the same sum in two sentences is one finding that rests on both") {
  Sketch sketch;
  for (int i = 0; i < 2; ++i) {
    sketch.paragraph().sentence({{"expenditure.basic", "371.19万元"},
                                 {"expenditure.personnel", "294.65万元"},
                                 {"expenditure.operating", "76.54万元"}});
  }
  const auto findings = sketch.of("sum.basic");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].facts.size() == 6);
}

TEST_CASE("a third part that is printed belongs to the sum") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "120万元"},
                   {"expenditure.basic", "60万元"},
                   {"expenditure.project", "50万元"},
                   {"expenditure.reserve", "10万元"}});
  CHECK(outcomes(sketch.of("sum.expenditure")) == "holds: 60 + 50 + 10 = 120");
}

TEST_CASE("parts in paragraphs of their own below a colon are the total's") {
  Sketch sketch;
  sketch.paragraph().sentence({{"expenditure.basic", "100.00万元"}}).colon();
  sketch.paragraph().sentence({{"expenditure.personnel", "80.00万元"}});
  sketch.paragraph().sentence({{"expenditure.operating", "21.00万元"}});
  CHECK(outcomes(sketch.of("sum.basic")) == "fails error: 80.00 + 21.00 = 101.00 ≠ 100.00");

  Sketch no_list;
  no_list.paragraph().sentence({{"expenditure.basic", "100.00万元"}});
  no_list.paragraph().sentence({{"expenditure.personnel", "80.00万元"}});
  no_list.paragraph().sentence({{"expenditure.operating", "21.00万元"}});
  CHECK(no_list.of("sum.basic").empty());

  Sketch with_another;
  with_another.paragraph().sentence({{"expenditure.basic", "100.00万元"}}).colon();
  with_another.paragraph().sentence({{"expenditure.personnel", "80.00万元"}});
  with_another.paragraph().sentence({{"meetings", "7万元"}});
  with_another.paragraph().sentence({{"expenditure.operating", "13万元"}});
  CHECK(with_another.of("sum.basic").empty());
}

TEST_CASE("other funds stand beside the kinds of revenue or hold them, whichever adds up") {
  Sketch inside;
  inside.sentence({{"revenue.total", "180万元"},
                   {"revenue.general_public", "100万元"},
                   {"revenue.other_funds", "80万元"},
                   {"revenue.other", "80万元"}});
  CHECK(outcomes(inside.of("sum.revenue")) == "holds: 100 + 80 = 180");
  Sketch beside;
  beside.sentence({{"revenue.total", "190万元"},
                   {"revenue.general_public", "100万元"},
                   {"revenue.other_funds", "80万元"},
                   {"revenue.other", "10万元"}});
  CHECK(outcomes(beside.of("sum.revenue")) == "holds: 100 + 80 + 10 = 190");
}

TEST_CASE("a sum that a figure without a concept would complete gets no verdict") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "120万元"},
                   {"expenditure.basic", "60.50万元"},
                   {"expenditure.project", "50万元"},
                   {"expenditure.reserve", "9.50万元"}});
  const Fact left_out = sketch.last();
  sketch.disclosure.facts.pop_back();
  CHECK(outcomes(sketch.of("sum.expenditure")) == "fails error: 60.50 + 50 = 110.5 ≠ 120");
  sketch.disclosure.unplaced.push_back(left_out.source);
  CHECK(outcomes(sketch.of("sum.expenditure")) == "unknown: 60.50 + 50 = 110.5 ≠ 120");
}

TEST_CASE("an incomplete list says nothing") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "454.19万元"}, {"expenditure.personnel", "294.65万元"}});
  CHECK(sketch.of("sum.expenditure").empty());
}

TEST_CASE("parts of another scope, period or stage are not compared") {
  Sketch sketch;
  sketch.sentence({{"expenditure.basic", "371.19万元"},
                   {"expenditure.personnel", "100万元"},
                   {"expenditure.operating", "50万元"}});
  SUBCASE("scope") {
    sketch.last().scope = Scope::general_public;
  }
  SUBCASE("period") {
    sketch.last().period = 2019;
  }
  SUBCASE("stage") {
    sketch.last().stage = Stage::execution;
  }
  SUBCASE("part") {
    sketch.last().part = Part::project;
  }
  CHECK(sketch.of("sum.basic").empty());
}

TEST_CASE("revenue is the sum of its sources, unless only the main ones are named") {
  Sketch sketch;
  sketch.sentence(
      {{"revenue.total", "454.19万元"}, {"revenue.fiscal", "400.19万元"}, {"revenue.other", "0万元"}});
  CHECK(outcomes(sketch.of("sum.revenue")) == "fails error: 400.19 + 0 = 400.19 ≠ 454.19");
  sketch.states(StatementKind::only_main, "revenue.total", none);
  CHECK(sketch.of("sum.revenue").empty());
}

TEST_CASE("carry-over may stand inside or beside the year's revenue") {
  Sketch sketch;
  sketch.sentence({{"revenue.total", "110万元"},
                   {"revenue.fiscal", "90万元"},
                   {"revenue.other", "10万元"},
                   {"revenue.carryover", "10万元"}});
  CHECK(outcomes(sketch.of("sum.revenue")) == "holds: 90 + 10 + 10 = 110");
  sketch.fact(0).value = Decimal(100, 0);
  CHECK(outcomes(sketch.of("sum.revenue")) == "holds: 90 + 10 = 100");
}

TEST_CASE("revenue and expenditure balance") {
  Sketch sketch;
  sketch.sentence({{"revenue.total", "454.19万元"}}).sentence({{"expenditure.total", "454.19万元"}});
  CHECK(outcomes(sketch.of("balance.revenue_expenditure")) == "holds: 454.19 = 454.19");
  sketch.last().value = Decimal(45491, 2);
  CHECK(outcomes(sketch.of("balance.revenue_expenditure")) == "fails error: 454.19 ≠ 454.91");
}

TEST_CASE("people are counted exactly") {
  Sketch sketch;
  sketch.sentence({{"staff.total", "64人"}, {"staff.active", "22人"}, {"staff.retired", "42人"}});
  CHECK(outcomes(sketch.of("sum.staff")) == "holds: 22 + 42 = 64");
  sketch.fact(0).value = Decimal(65, 0);
  const auto findings = sketch.of("sum.staff");
  CHECK(outcomes(findings) == "fails error: 22 + 42 = 64 ≠ 65");
  CHECK(findings[0].tolerance == "0");
}

TEST_CASE("three public expenses add up nested or flat, in a sentence or a column") {
  Sketch sketch;
  sketch.sentence({{"three_public.total", "30万元"},
                   {"three_public.vehicles", "18万元"},
                   {"three_public.vehicle_purchase", "10万元"},
                   {"three_public.vehicle_operation", "8万元"},
                   {"three_public.reception", "12万元"}});
  CHECK(outcomes(sketch.of("sum.three_public")) == "holds: 18 + 12 = 30; holds: 10 + 8 + 12 = 30");
  CHECK(outcomes(sketch.of("sum.three_public_vehicles")) == "holds: 10 + 8 = 18");

  Sketch column;
  column.table("三公经费", {{"项目", "金额"}, {"合计", "33"}, {"用车", "18"}, {"接待", "12"}});
  column.cell(0, 1, "three_public.total", "33万元");
  column.cell(1, 1, "three_public.vehicles", "18万元");
  column.cell(2, 1, "three_public.reception", "12万元");
  CHECK(outcomes(column.of("sum.three_public")) == "fails error: 18 + 12 = 30 ≠ 33");
}

TEST_CASE("agency running costs equal the operating expenses, whatever scope is said of one of them") {
  Sketch sketch;
  sketch.sentence({{"expenditure.operating", "76.54万元"}})
      .paragraph()
      .sentence({{"agency_operating.total", "76.54万元"}});
  CHECK(outcomes(sketch.of("equal.operating")) == "holds: 76.54 = 76.54");
  sketch.last().scope = Scope::general_public;
  sketch.last().value = Decimal(7754, 2);
  CHECK(sketch.of("equal.operating").empty());
  sketch.disclosure.organisation.push_back({"办公室", "行政", "", "", {}});
  CHECK(outcomes(sketch.of("equal.operating")) == "fails warning: 77.54 ≠ 76.54");
  sketch.disclosure.organisation.push_back({"信息中心", "财政补助事业单位", "", "", {}});
  CHECK(sketch.of("equal.operating").empty());
}

TEST_CASE(
    "with carry-over printed, or in a final account, the year's revenue and expenditure differ by right") {
  Sketch sketch;
  sketch.sentence({{"revenue.total", "97.46万元"}}).sentence({{"expenditure.total", "97.59万元"}});
  CHECK(sketch.of("balance.revenue_expenditure").size() == 1);
  sketch.disclosure.kind = DisclosureKind::final;
  CHECK(sketch.of("balance.revenue_expenditure").empty());
  sketch.disclosure.kind = DisclosureKind::budget;
  sketch.sentence({{"revenue.carryover", "0.13万元"}});
  CHECK(sketch.of("balance.revenue_expenditure").empty());
}

TEST_CASE("procurement and the fiscal appropriation are the sums of their parts") {
  Sketch sketch;
  sketch.sentence(
      {{"procurement.total", "30万元"}, {"procurement.goods", "10万元"}, {"procurement.services", "20万元"}});
  sketch.paragraph().sentence({{"revenue.fiscal", "100万元"},
                               {"revenue.general_public", "70万元"},
                               {"revenue.government_fund", "20万元"}});
  CHECK(outcomes(sketch.of("sum.procurement")) == "holds: 10 + 20 = 30");
  CHECK(outcomes(sketch.of("balance.fiscal")) == "fails error: 70 + 20 = 90 ≠ 100");
}
