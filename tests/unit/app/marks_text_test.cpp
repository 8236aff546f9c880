// What is kept of the reader's marks comes back the same, and nothing else does.
#include "app/marks_text.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("marks and changed figures come back as they were") {
  ReaderMarks marks;
  marks.put({.finding = {.rule = "sum.basic", .places = {3348, 3400}},
             .judgement = Judgement::set_aside,
             .note = "与财政局核对过：\"按预算\"\n第二行"});
  marks.note({.rule = "rate.growth", .places = {}}, "只有备注");
  const std::vector<Edit> edits = {{.kind = Edit::Kind::correction,
                                    .place = {3348, 3360},
                                    .value = Decimal::parse("28.50").value(),
                                    .unit = Unit::ten_thousand_yuan},
                                   {.kind = Edit::Kind::trial,
                                    .place = {1, 2},
                                    .value = Decimal::parse("-3").value(),
                                    .unit = Unit::none,
                                    .carried = true}};
  const std::string text = marks_text(marks, edits);
  const auto read = marks_of(text);
  REQUIRE(read);
  REQUIRE(read->marks.all().size() == 2);
  const ReaderMark& first = read->marks.all()[0];
  CHECK(first.finding == marks.all()[0].finding);
  CHECK(first.judgement == Judgement::set_aside);
  CHECK(first.note == marks.all()[0].note);
  CHECK(read->marks.all()[1].judgement == Judgement::none);
  REQUIRE(read->edits.size() == 2);
  CHECK(read->edits[0] == edits[0]);
  CHECK(read->edits[0].value.to_string() == "28.50");
  CHECK(read->edits[1].carried);
}

TEST_CASE("text of another shape is refused; entries of another shape are passed over") {
  for (const char* text : {"", "[]", "{}", "null", "{\"format\": \"mingzhang-marks/2\"}", "{\"format\": 1}",
                           "{\"format\": \"mingzhang-marks/1\"", "[[[[[[[[[["})
    CHECK_FALSE(marks_of(text));
  const auto read = marks_of(
      R"({"format": "mingzhang-marks/1", "findings": [1, null, {"rule": 5}, {"rule": "a", "places": [-1]},
          {"rule": "a", "places": [99999999999]}, {"rule": "a", "places": [1.5]}, {"rule": "b", "places": [1],
          "judgement": "guilty", "note": 3}], "figures": {"kind": "trial"}})");
  REQUIRE(read);
  CHECK(read->marks.empty());  // a mark that says nothing is none
  CHECK(read->edits.empty());
  const auto figures = marks_of(
      R"({"format": "mingzhang-marks/1", "figures": [{"start": 5, "end": 3, "value": "1"}, {"start": 1, "end": 3},
          {"start": 1, "end": 3, "value": "one"}, {"start": 1, "end": 3, "value": 1},
          {"start": 1, "end": 3, "value": "1", "unit": "万元", "kind": "fact"}]})");
  REQUIRE(figures);
  REQUIRE(figures->edits.size() == 1);
  CHECK(figures->edits[0].kind == Edit::Kind::trial);
  CHECK(figures->edits[0].unit == Unit::ten_thousand_yuan);
}
