// Performance indicators: units, targets that cannot be missed, duplicates, empty targets.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

struct Line {
  const char* name;
  const char* figure;  // "1次"; empty: none
  Comparator comparator = Comparator::at_least;
};

Sketch form(const std::vector<Line>& lines) {
  Sketch sketch;
  std::vector<std::vector<std::string>> rows{{"三级指标", "指标值"}};
  for (const Line& line : lines)
    rows.push_back({line.name, line.figure[0] ? std::string("≥") + line.figure : ""});
  sketch.table("绩效", rows);
  Project project;
  project.name = "项目";
  project.budget = none;
  project.indicators = static_cast<std::int32_t>(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto row = static_cast<std::int32_t>(i);
    Indicator indicator;
    indicator.project = 0;
    indicator.name = lines[i].name;
    indicator.name_source = sketch.cell_source(row, 0);
    indicator.target = sketch.cell_source(row, 1);
    if (lines[i].figure[0]) {
      indicator.fact =
          static_cast<std::int32_t>(sketch.cell(row, 1, "indicator.target", lines[i].figure, lines[i].name));
      sketch.last().measure = Measure::target;
      sketch.last().comparator = lines[i].comparator;
      sketch.last().project = 0;
    }
    sketch.disclosure.indicators.push_back(indicator);
  }
  sketch.disclosure.projects.push_back(project);
  return sketch;
}

}  // namespace

TEST_CASE("a result is not counted in times, a rate not in pieces") {
  Sketch sketch =
      form({{"提升代表履职能力", "1次"}, {"开展视察工作", "2次"}, {"群众满意率", "70%"}, {"办结率", "5件"}});
  const auto findings = sketch.of("indicator.unit");
  CHECK(outcomes(findings) == "fails warning: 提升代表履职能力 ≥1次; fails warning: 办结率 ≥5件");
  CHECK(findings[0].message == "indicator.unit.result");
}

TEST_CASE("a target of at least 100% admits no shortfall") {
  Sketch sketch = form({{"客户端满意度", "100%"}, {"群众满意率", "70%"}});
  CHECK(outcomes(sketch.of("indicator.unreachable")) == "fails notice: 客户端满意度 ≥100%");
}

TEST_CASE("an indicator twice with the same target, within one project") {
  Sketch sketch = form({{"群众满意度", "70%"}, {"群众满意度", "70%"}, {"代表满意度", "70%"}});
  CHECK(outcomes(sketch.of("indicator.duplicate")) == "fails notice: 群众满意度 ≥70%");
  CHECK(form({{"开展视察工作", "2次"}, {"开展视察工作", "3次"}}).of("indicator.duplicate").empty());
}

TEST_CASE("an indicator without a target") {
  CHECK(form({{"群众满意度", ""}}).of("indicator.empty_target").size() == 1);
  CHECK(form({{"群众满意度", "70%"}}).of("indicator.empty_target").empty());
}
