// How small a change of a figure would be noticed.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::string noticed(Sketch& sketch, FactIndex fact) {
  const Protection protection = sketch.check().protection[fact];
  return protection.guarded ? protection.noticed_from.to_string() : "null";
}

}  // namespace

TEST_CASE("a sum of three notices what exceeds its rounding, a second printing notices less") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "454.19万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "76.54万元"},
                   {"expenditure.project", "83万元"}});
  CHECK(noticed(sketch, 1) == "0.03");
  CHECK(noticed(sketch, 3) == "0.03");
  sketch.paragraph().sentence({{"expenditure.personnel", "294.65万元"}});
  CHECK(noticed(sketch, 1) == "0.02");
}

TEST_CASE("a count is noticed from one on, a figure that stands alone never") {
  Sketch sketch;
  sketch.sentence({{"staff.total", "64人"}, {"staff.active", "22人"}, {"staff.retired", "42人"}});
  sketch.paragraph().sentence({{"telephones", "14部"}});
  CHECK(noticed(sketch, 1) == "1");
  CHECK(noticed(sketch, 3) == "null");
}

TEST_CASE("what is claimed to be noticed is noticed, and one step less is not") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "454.20万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "76.54万元"},
                   {"expenditure.project", "83万元"}});
  sketch.paragraph().sentence({{"expenditure.total", "420.38万元"},
                               {"expenditure.total", "33.81万元"},
                               {"expenditure.total", "8.0%"}});
  sketch.fact(4).period = 2019;
  sketch.fact(5).measure = Measure::change;
  sketch.states(StatementKind::reason, "expenditure.total", 5);
  const Findings before = sketch.check();
  const auto failing = [&] {
    int count = 0;
    for (const Finding& finding : sketch.check().all)
      count += finding.status == Status::fails ? 1 : 0;
    return count;
  };
  REQUIRE(failing() == 0);
  for (FactIndex i = 0; i < sketch.next(); ++i) {
    INFO(i);
    REQUIRE(before.protection[i].guarded);
    const Decimal step = before.protection[i].noticed_from;
    const Decimal printed_value = sketch.fact(i).value;
    const Decimal place = Decimal(1, step.decimals());
    int noticed_now = 0;
    for (const Decimal& change : {step, -step}) {
      sketch.fact(i).value = printed_value + change;
      noticed_now += failing() > 0 ? 1 : 0;
      sketch.fact(i).value = printed_value + (change.is_negative() ? change + place : change - place);
      CHECK(failing() == 0);
      sketch.fact(i).value = printed_value;
    }
    CHECK(noticed_now > 0);
  }
}
