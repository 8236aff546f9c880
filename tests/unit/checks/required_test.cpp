// Sections required by place, level and time; the days of approval and publication.
#include "checks/required.h"

#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

int count(const std::vector<Finding>& findings, Status status) {
  int out = 0;
  for (const Finding& finding : findings)
    out += finding.status == status ? 1 : 0;
  return out;
}

Sketch narrative(std::string_view entity, std::string_view last) {
  Sketch sketch(2024);
  sketch.disclosure.entity = entity;
  for (const std::string_view words :
       {"一、主要职责", "二、机构设置", "收入比上年增加3万元。", "四、机关运行经费情况", "五、政府采购情况"})
    sketch.words(words);
  sketch.words(last);
  return sketch;
}

Jurisdiction place(std::string_view entity) {
  Disclosure disclosure;
  disclosure.entity = entity;
  return jurisdiction_of(disclosure, knowledge().rules.data());
}

}  // namespace

TEST_CASE("place and level from the body's own name") {
  CHECK(place("江苏省档案局").level == PlaceLevel::province);
  CHECK(place("江苏省档案局").province == "江苏");
  CHECK(place("上海市普陀区财政局").level == PlaceLevel::county);
  CHECK(place("上海市财政局").level == PlaceLevel::province);
  CHECK(place("临禾县档案局").level == PlaceLevel::county);
  CHECK(place("河北省唐山市档案局").level == PlaceLevel::city);
  CHECK(place("国家统计局").level == PlaceLevel::central);
  CHECK(place("档案局").level == PlaceLevel::unknown);
}

TEST_CASE("a section that the rules of its place ask for") {
  CHECK(count(narrative("临禾县档案局", "六、名词解释").of("missing.section"), Status::holds) == 6);
  const auto missing = narrative("临禾县档案局", "六、其他").of("missing.section");
  CHECK(count(missing, Status::fails) == 1);
  CHECK(knowledge().messages.sentence(missing.back(), Language::zh) ==
        "文中没有找到名词解释的说明（依据财预〔2016〕143号）。");
}

TEST_CASE("no verdict without a place, or on half a document") {
  CHECK(count(narrative("档案局", "六、其他").of("missing.section"), Status::fails) == 0);
  Sketch half(2024);
  half.disclosure.entity = "临禾县档案局";
  half.words("政府采购预算3万元。");
  CHECK(count(half.of("missing.section"), Status::fails) == 0);
}

TEST_CASE("days between approval and publication") {
  const auto days = [](std::string_view approved, std::string_view published) {
    Sketch sketch(2024);
    sketch.words(approved);
    sketch.words(published);
    return outcomes(sketch.of("period.deadline"));
  };
  CHECK(days("本预算于2024年2月20日经县财政局批复。", "公开时间：2024年3月5日") ==
        "holds: 2024-3-5 − 2024-2-20 = 14 ≤ 20");
  CHECK(days("本预算于2024年2月20日经县财政局批复。", "公开时间：2024年3月15日") ==
        "fails notice: 2024-3-15 − 2024-2-20 = 24 > 20");
  CHECK(days("本预算于2024年2月20日编制。", "公开时间：2024年3月15日").empty());
}
