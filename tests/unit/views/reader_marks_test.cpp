#include "views/reader_marks.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

const FindingRef sum{.rule = "sum.basic", .places = {10, 20}},
    rate{.rule = "rate.growth", .places = {10, 20}};

}  // namespace

TEST_CASE("a finding is judged and gets a note, each without the other") {
  ReaderMarks marks;
  marks.judge(sum, Judgement::seen);
  marks.note(rate, "问过财务");
  REQUIRE(marks.all().size() == 2);
  CHECK(marks.find(key_of(sum))->judgement == Judgement::seen);
  CHECK(marks.find(key_of(rate))->judgement == Judgement::none);
  CHECK(marks.find(key_of(rate))->note == "问过财务");
  marks.note(sum, "再看");
  CHECK(marks.find(key_of(sum))->judgement == Judgement::seen);
  marks.judge(sum, Judgement::set_aside);
  CHECK(marks.all().size() == 2);
  CHECK(marks.find(key_of(sum))->judgement == Judgement::set_aside);
}

TEST_CASE("nothing said is no mark") {
  ReaderMarks marks;
  marks.judge(sum, Judgement::seen);
  marks.judge(sum, Judgement::none);
  CHECK(marks.empty());
  marks.note(sum, "x");
  marks.note(sum, "");
  CHECK(marks.empty());
  CHECK(marks.find(key_of(sum)) == nullptr);
}

TEST_CASE("rule and places make the key") {
  CHECK(key_of(sum) == key_of(FindingRef{.rule = "sum.basic", .places = {10, 20}}));
  CHECK(key_of(sum) != key_of(rate));
  CHECK(key_of(sum) != key_of(FindingRef{.rule = "sum.basic", .places = {20, 10}}));
  CHECK(key_of(sum) != key_of(FindingRef{.rule = "sum.basic", .places = {10}}));
}
