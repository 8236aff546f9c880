// One cause, one finding: which figure is likely wrong, what it should be, and what slip explains it.
#include "checks/slip.h"
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

Decimal number(std::string_view digits) {
  return *Decimal::parse(digits);
}

/// Three sentences that state the same parts; figure 2 of the first is the one that tests change.
Sketch well_guarded() {
  Sketch sketch;
  sketch.sentence({{"expenditure.basic", "371.19万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "76.54万元"}});
  sketch.paragraph().sentence({{"expenditure.basic", "371.19万元"},
                               {"expenditure.personnel", "294.65万元"},
                               {"expenditure.operating", "76.54万元"}});
  sketch.paragraph().sentence({{"agency_operating.total", "76.54万元"}});
  return sketch;
}

}  // namespace

TEST_CASE("the one figure that mends everything is the likely wrong one") {
  Sketch sketch = well_guarded();
  sketch.fact(2).value = number("67.54");
  const Findings findings = sketch.check();
  int seen = 0;
  for (const Finding& finding : findings.all) {
    if (finding.status != Status::fails || finding.severity != Severity::error) continue;
    ++seen;
    CHECK(finding.group == 0);
    REQUIRE(finding.repair.size() == 1);
    CHECK(finding.repair[0].fact == 2);
    CHECK(finding.repair[0].value == number("76.54"));
    CHECK(finding.repair[0].slip == Slip::swap);
    CHECK(finding.repair[0].likely);
  }
  CHECK(seen == 2);
}

TEST_CASE("where several figures could be wrong, all are named and none is likely") {
  Sketch sketch;
  sketch.sentence({{"expenditure.basic", "371.19万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "70.54万元"}});
  const auto findings = sketch.of("sum.basic");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].group == none);
  CHECK(findings[0].repair.size() == 3);
  for (const Repair& repair : findings[0].repair)
    CHECK(!repair.likely);
}

TEST_CASE("no amount is mended into less than nothing") {
  Sketch sketch;
  sketch.sentence(
      {{"revenue.total", "454.19万元"}, {"revenue.fiscal", "554.19万元"}, {"revenue.other", "0万元"}});
  sketch.sentence({{"expenditure.total", "454.19万元"}});
  const auto findings = sketch.of("sum.revenue");
  REQUIRE(findings[0].repair.size() == 1);
  CHECK(findings[0].repair[0].fact == 1);
}

TEST_CASE("a figure that is confirmed elsewhere is no repair") {
  Sketch sketch = well_guarded();
  sketch.fact(0).value = number("381.19");
  const auto findings = sketch.of("sum.basic");
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].repair.size() == 1);
  CHECK(findings[0].repair[0].fact == 0);
  CHECK(findings[0].repair[0].slip == Slip::digit);
}

TEST_CASE("two wrong figures are found as a pair") {
  Sketch sketch = well_guarded();
  sketch.fact(1).value = number("249.65");
  sketch.fact(2).value = number("67.54");
  const auto findings = sketch.of("sum.basic");
  REQUIRE(findings.size() == 2);
  std::string repairs;
  for (const Repair& repair : findings[0].repair)
    repairs += std::to_string(repair.fact) + "=" + repair.value.to_string() + " ";
  CHECK(repairs == "1=294.65 2=76.54 ");
}

TEST_CASE("the parts given for a change tell which of its figures is wrong") {
  Sketch sketch;
  sketch.sentence({{"three_public.total", "28.55万元"},
                   {"three_public.total", "31.55万元"},
                   {"three_public.total", "-4万元"}});
  sketch.sentence({{"three_public.vehicle_operation", "-1万元"}, {"three_public.reception", "-2万元"}});
  sketch.fact(1).period = 2019;
  for (FactIndex i = 2; i < 5; ++i)
    sketch.fact(i).measure = Measure::change;
  sketch.disclosure.explanations.push_back({2, {3, 4}, true, sketch.fact(2).source});
  const auto change = sketch.of("change.three_public");
  REQUIRE(change.size() == 1);
  REQUIRE(change[0].repair.size() == 1);
  CHECK(change[0].repair[0].fact == 2);
  CHECK(change[0].repair[0].value == number("-3"));
  CHECK(change[0].repair[0].likely);
  CHECK(sketch.of("explain.change")[0].group == change[0].group);
}

TEST_CASE("an incomplete explanation alone makes no figure suspect") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "33.81万元"}, {"expenditure.personnel", "30.53万元"}});
  sketch.fact(0).measure = sketch.fact(1).measure = Measure::change;
  sketch.disclosure.explanations.push_back({0, {1}, true, sketch.fact(0).source});
  CHECK(sketch.of("explain.change")[0].repair.empty());
}

TEST_CASE("independent contradictions are not grouped") {
  Sketch sketch;
  sketch.sentence({{"expenditure.basic", "300万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "76.54万元"}});
  sketch.paragraph().sentence({{"staff.total", "65人"}, {"staff.active", "22人"}, {"staff.retired", "42人"}});
  const Findings findings = sketch.check();
  CHECK(findings.groups == 0);
}

TEST_CASE("slips of the pen are named") {
  CHECK(slip_between(number("28.55"), number("285500")) == Slip::unit);
  CHECK(slip_between(number("7.654"), number("76.54")) == Slip::point);
  CHECK(slip_between(number("67.54"), number("76.54")) == Slip::swap);
  CHECK(slip_between(number("76.64"), number("76.54")) == Slip::digit);
  CHECK(slip_between(number("3"), number("-3")) == Slip::sign);
  CHECK(slip_between(number("12.3"), number("76.54")) == Slip::none);
}
