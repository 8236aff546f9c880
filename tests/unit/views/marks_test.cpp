#include "made.h"
#include "views/view_models.h"

using namespace mingzhang;

TEST_CASE("every figure is marked once, in order, with the gravest failure that touches it") {
  Made made("甲1元，乙2个，丙3元。");
  made.fact(0, "1").source.span = made.span_of("1元");
  Source unplaced;
  unplaced.span = made.span_of("2个");
  made.analysis.disclosure.unplaced.push_back(unplaced);
  const Span third = made.span_of("3元");
  made.fact(0, "3").source.span = third;
  made.fact(1, "3").source.span = third;
  made.finding(Status::fails, Severity::notice, {1});
  made.finding(Status::holds, Severity::error, {0});
  made.finding(Status::fails, Severity::error, {2});
  const std::vector<Mark> marks = source_marks(made.analysis);
  REQUIRE(marks.size() == 3);
  CHECK(marks[0].fact == 0);
  CHECK(marks[0].worst_finding == none);
  CHECK(marks[1].fact == none);
  CHECK(marks[2].fact == 1);
  CHECK(marks[2].worst_finding == 2);
}
