// Years in headings, as-of dates and comparisons.
#include "checks/years.h"
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("a heading names the document's year or another") {
  Sketch sketch;
  sketch.words("二、2020年度部门预算情况说明", BlockKind::heading);
  CHECK(outcomes(sketch.of("period.heading")) == "holds: 2020 = 2020");
  sketch.words("三、2019年部门预算情况说明", BlockKind::heading);
  CHECK(outcomes(sketch.of("period.heading")) == "holds: 2020 = 2020; fails warning: 2019 ≠ 2020");
}

TEST_CASE("headings about last year by right are left alone") {
  Sketch sketch;
  sketch.words("（二）2019年预算执行情况", BlockKind::heading)
      .words("（三）与2019年预算比较", BlockKind::heading);
  CHECK(sketch.of("period.heading").empty());
}

TEST_CASE(
    "an as-of date fits a budget in its own year and the year before, a final account on its last day") {
  const auto holds = [](std::int16_t year, DisclosureKind kind, const char* date) {
    Sketch sketch(year, kind);
    sketch.words(std::string("截止时间：") + date);
    return sketch.of("period.date")[0].status == Status::holds;
  };
  CHECK(holds(2020, DisclosureKind::budget, "2019年12月31日"));
  CHECK(holds(2020, DisclosureKind::budget, "2020年1月31日"));
  CHECK(!holds(2020, DisclosureKind::budget, "2018年12月31日"));
  CHECK(holds(2024, DisclosureKind::final, "2024年12月31日"));
  CHECK(!holds(2024, DisclosureKind::final, "2023年12月31日"));
}

TEST_CASE("a comparison with the document's own year") {
  Sketch sketch;
  sketch.words("比2020年预算增加3万元。");
  CHECK(sketch.of("period.comparison").size() == 1);
  CHECK(Sketch().words("比2019年预算增加3万元。").of("period.comparison").empty());
  CHECK(Sketch(2020, DisclosureKind::final).words("比2020年预算增加3万元。").of("period.comparison").empty());
}

TEST_CASE("years and dates are read with and without spaces") {
  CHECK(year_at("2020 年度", 0)->year == 2020);
  CHECK(year_at("2019年12月31日", 0)->day == 31);
  CHECK(!year_at("12020年", 1));
  CHECK(!year_at("4600000", 0));
}

TEST_CASE("so does the title of a table, once where it is a heading as well") {
  Sketch sketch;
  sketch.table("2019年部门支出预算总表", {{"项目", "金额"}, {"基本支出", "10.00"}});
  CHECK(outcomes(sketch.of("period.heading")) == "fails warning: 2019 ≠ 2020");
  Sketch own;
  own.table("2020年部门支出预算总表", {{"项目", "金额"}, {"基本支出", "10.00"}});
  CHECK(outcomes(own.of("period.heading")) == "holds: 2020 = 2020");
}
