// Ladders of grades.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

Sketch ladder(const std::vector<std::string>& steps) {
  Sketch sketch;
  std::vector<std::string> row{"代表工作"};
  row.insert(row.end(), steps.begin(), steps.end());
  sketch.table("评价标准", {{"活动", "优", "良", "中", "差"}, row});
  Activity activity;
  activity.name = "代表工作";
  activity.indicator = "完成率";
  for (std::size_t i = 0; i < 4; ++i) {
    const auto column = static_cast<std::int32_t>(i + 1);
    const std::string& step = steps[i];
    const std::size_t digits = step.find_first_of("0123456789");
    activity.grade_cells[i] = sketch.cell_source(0, column);
    activity.grades[i] = static_cast<std::int32_t>(
        sketch.cell(0, column, "grade.threshold", std::string_view(step).substr(digits)));
    sketch.last().measure = Measure::threshold;
    const std::string_view sign = std::string_view(step).substr(0, digits);
    sketch.last().comparator = sign == "≥"   ? Comparator::at_least
                               : sign == "<" ? Comparator::less
                               : sign == "≤" ? Comparator::at_most
                                             : Comparator::equal;
  }
  sketch.disclosure.activities.push_back(activity);
  return sketch;
}

std::string cover(const std::vector<std::string>& steps) {
  return ladder(steps).of("ladder.cover")[0].message;
}

}  // namespace

TEST_CASE("100% on top needs no sign; 90% does") {
  CHECK(cover({"100%", "≥95%", "≥90%", "<90%"}) == "ladder.cover.holds");
  CHECK(cover({"90%", "≥85%", "≥80%", "<80%"}) == "ladder.cover.top");
  CHECK(cover({"≥90%", "≥85%", "≥80%", "<80%"}) == "ladder.cover.holds");
  CHECK(ladder({"90%", "≥85%", "≥80%", "<80%"}).of("ladder.cover")[0].severity == Severity::warning);
}

TEST_CASE("no value without a grade, none with two") {
  CHECK(cover({"100%", "≥95%", "≥90%", "<85%"}) == "ladder.cover.gap");
  CHECK(cover({"100%", "≥95%", "≥90%", "<92%"}) == "ladder.cover.overlap");
  CHECK(cover({"100%", "≥95%", "≥90%", "≤90%"}) == "ladder.cover.overlap");
}

TEST_CASE("grades fall in order") {
  CHECK(ladder({"100%", "≥95%", "≥90%", "<90%"}).of("ladder.order")[0].status == Status::holds);
  CHECK(ladder({"100%", "≥90%", "≥95%", "<95%"}).of("ladder.order")[0].status == Status::fails);
}
