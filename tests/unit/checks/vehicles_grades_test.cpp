// Vehicles by use, evaluated projects by grade, problems found.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("vehicles are those of each use; counts are exact") {
  const auto sketch = [](std::string_view all) {
    Sketch out;
    out.sentence({{"vehicles", all}, {"vehicles", "1辆", "机要通信用车"}, {"vehicles", "3辆", "其他用车"}});
    return out;
  };
  CHECK(outcomes(sketch("4辆").of("sum.vehicles_use")) == "holds: 1 + 3 = 4");
  CHECK(outcomes(sketch("5辆").of("sum.vehicles_use")) == "fails error: 1 + 3 = 4 ≠ 5");
}

TEST_CASE("one use alone is no list of all uses") {
  Sketch sketch;
  sketch.sentence({{"vehicles", "4辆"}, {"vehicles", "1辆", "机要通信用车"}});
  CHECK(sketch.of("sum.vehicles_use").empty());
}

TEST_CASE("evaluated projects by grade") {
  const auto said = [](std::string_view words) {
    Sketch sketch(2024, DisclosureKind::final);
    sketch.words(words);
    return outcomes(sketch.of("sum.grades"));
  };
  CHECK(
      said(
          "开展绩效自评的项目12个，涉及金额350.20万元（其中，评级为“优”的项目9个；评级为“良”的项目2个；评级为"
          "“合格”的项目1个；评级为“不合格”的项目0个）。") == "holds: 9 + 2 + 1 + 0 = 12");
  CHECK(said("开展绩效自评的项目12个，其中评级为“优”的项目8个，“良”的项目2个，“合格”的项目1个。") ==
        "fails error: 8 + 2 + 1 = 11 ≠ 12");
  CHECK(said("绩效评价发现问题5个，其中已完成整改3个，正在整改2个；评级为“优”“良”的另行公布。") ==
        "holds: 3 + 2 = 5");
  // Two grades need not be all of them.
  CHECK(said("绩效评价项目12个，其中评级为“优”的项目8个，“良”的项目2个。").empty());
}

TEST_CASE("grades and problems as facts") {
  const auto graded = [](std::string_view all) {
    Sketch sketch(2024, DisclosureKind::final);
    sketch.sentence({{"performance.projects", all},
                     {"performance.projects", "9个"},
                     {"performance.projects", "2个"},
                     {"performance.projects", "1个"}});
    sketch.fact(1).level = Level::excellent;
    sketch.fact(2).level = Level::good;
    sketch.fact(3).level = Level::fair;
    return outcomes(sketch.of("sum.grades"));
  };
  CHECK(graded("12个") == "holds: 9 + 2 + 1 = 12");
  CHECK(graded("13个") == "fails error: 9 + 2 + 1 = 12 ≠ 13");
  Sketch problems(2024, DisclosureKind::final);
  problems.sentence({{"performance.problems", "5个"},
                     {"performance.problems_settled", "3个"},
                     {"performance.problems_open", "1个"}});
  CHECK(outcomes(problems.of("sum.grades")) == "fails error: 3 + 1 = 4 ≠ 5");
}
