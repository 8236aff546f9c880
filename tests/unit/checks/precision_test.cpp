// The precision of a figure is inferred from its family (CHECKS.md, 'How exact a printed figure is').
#include "checks/precision.h"

#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

int decimals(Sketch& sketch, FactIndex fact) {
  return infer_precision({sketch.disclosure.facts, {}})[fact].decimals;
}

}  // namespace

TEST_CASE("83 beside 294.65 has dropped its zeros") {
  Sketch sketch;
  sketch.sentence({{"expenditure.personnel", "294.65万元"}, {"expenditure.project", "83万元"}});
  CHECK(decimals(sketch, 1) == 2);
}

TEST_CASE("a figure alone takes the document's precision for its unit, not another unit's") {
  Sketch sketch;
  sketch.sentence({{"expenditure.personnel", "294.65万元"}});
  sketch.paragraph().sentence({{"expenditure.project", "83万元"}});
  sketch.paragraph().sentence({{"expenditure.reserve", "5元"}});
  CHECK(decimals(sketch, 1) == 2);
  CHECK(decimals(sketch, 2) == 0);
}

TEST_CASE("a document without decimals has none") {
  Sketch sketch;
  sketch.sentence(
      {{"expenditure.total", "100万元"}, {"expenditure.basic", "60万元"}, {"expenditure.project", "40万元"}});
  CHECK(decimals(sketch, 0) == 0);
}

TEST_CASE("a figure printed with decimals has dropped one zero at most") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "275.7248万元"},
                   {"expenditure.basic", "200.72万元"},
                   {"expenditure.project", "75.004万元"}});
  CHECK(decimals(sketch, 1) == 2);
  CHECK(decimals(sketch, 2) == 4);
}

TEST_CASE("a column of rounded amounts is coarse, a column of planned round figures is not") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "1234.56万元"}});
  sketch.table("表", {{"项", "数"}, {"a", "1231"}, {"b", "87"}, {"c", "312"}, {"d", "44"}, {"e", "9"}});
  for (int row = 0; row < 5; ++row)
    sketch.cell(row, 1, "project.budget", row == 0 ? "1231万元" : "87万元", "x");
  CHECK(decimals(sketch, 1) == 0);
  for (FactIndex i = 1; i < 6; ++i)
    sketch.fact(i).value = Decimal(20 + 5 * static_cast<int>(i), 0);
  CHECK(decimals(sketch, 1) == 2);
}

TEST_CASE("words make a figure coarse, counts are exact, percentages stand as printed") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "300万元"},
                   {"expenditure.basic", "12.34万元"},
                   {"staff.total", "64人"},
                   {"revenue.total", "8.1%"}});
  sketch.fact(0).coarse = true;
  CHECK(decimals(sketch, 0) == -2);
  const auto precision = infer_precision({sketch.disclosure.facts, {}});
  CHECK(precision[2].exact);
  CHECK(!precision[3].exact);
  CHECK(precision[3].decimals == 1);
}
