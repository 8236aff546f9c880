#include "made.h"
#include "views/view_models.h"

using namespace mingzhang;

namespace {

Made three_public() {
  Made made;
  const KeyConcepts concepts = made.concepts();
  made.fact(concepts.three_public_total, "28.55").unit = Unit::yuan;
  made.fact(concepts.three_public_reception, "12.35");
  made.fact(concepts.three_public_total, "31.55").period = 2019;
  made.fact(concepts.three_public_total, "-3", Measure::change);
  made.fact(concepts.three_public_reception, "-2", Measure::change);
  made.finding(Status::fails, Severity::error, {0, 1})
      .repair.push_back({0, decimal("285500"), Slip::unit, true});
  made.finding(Status::holds, Severity::error, {3, 4});
  return made;
}

}  // namespace

TEST_CASE("a year that the document leaves out is computed from the other two") {
  const std::vector<ChangeRow> rows = three_public_changes(three_public().analysis);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].last == none);
  CHECK(rows[0].last_derived);
  CHECK(rows[0].last_value == decimal("14.35"));
  CHECK(rows[0].change_value == decimal("-2"));
  CHECK_FALSE(rows[1].last_derived);
}

TEST_CASE("a contradiction marks the figure that is likely wrong, not the ones beside it") {
  const std::vector<ChangeRow> rows = three_public_changes(three_public().analysis);
  CHECK(rows[0].status == Status::holds);
  CHECK(rows[0].finding == 1);
  CHECK(rows[1].status == Status::fails);
  CHECK(rows[1].finding == 0);
  CHECK(rows[1].current_value.to_string() == "28.55");
  CHECK(rows[1].unit == Unit::ten_thousand_yuan);
}

TEST_CASE("a change without any of the years is no row") {
  Made made;
  made.fact(made.concepts().three_public_abroad, "-3", Measure::change);
  CHECK(three_public_changes(made.analysis).empty());
}
