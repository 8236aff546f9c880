#include "views/targets.h"

#include "made.h"

using namespace mingzhang;

namespace {

Fact target(std::string_view value, Comparator comparator, Unit unit = Unit::percent) {
  Fact fact;
  fact.value = decimal(value);
  fact.comparator = comparator;
  fact.unit = unit;
  fact.measure = Measure::target;
  return fact;
}

}  // namespace

TEST_CASE("a target is met as its sign says") {
  CHECK(progress_of(target("95", Comparator::at_least), decimal("95")).met);
  CHECK_FALSE(progress_of(target("95", Comparator::greater), decimal("95")).met);
  CHECK(progress_of(target("95", Comparator::equal), decimal("100")).met);
  CHECK(progress_of(target("3", Comparator::at_most), decimal("2")).met);
  CHECK_FALSE(progress_of(target("3", Comparator::less), decimal("3")).met);
}

TEST_CASE("progress is the part of the way, never more than all of it") {
  CHECK(progress_of(target("80", Comparator::at_least), decimal("60")).per_mille == 750);
  CHECK(progress_of(target("80", Comparator::at_least), decimal("90")).per_mille == 1000);
  CHECK(progress_of(target("80", Comparator::at_least), decimal("-5")).per_mille == 0);
  CHECK(progress_of(target("0", Comparator::at_most), decimal("0")).per_mille == 1000);
  CHECK(progress_of(target("0", Comparator::at_most), decimal("1")).per_mille == 0);
}

TEST_CASE("what a counted target costs each; rates, times and areas are not counted") {
  Made made;
  made.fact(made.concepts().project_budget, "42.00");
  const struct {
    std::string_view value;
    Unit unit;
    Comparator comparator;
  } targets[] = {{"3", Unit::time, Comparator::at_least}, {"95", Unit::percent, Comparator::at_least},
                 {"30", Unit::day, Comparator::at_least}, {"0", Unit::piece, Comparator::equal},
                 {"2", Unit::item, Comparator::at_most},  {"400", Unit::square_metre, Comparator::at_least}};
  Project project;
  project.budget = 0;
  for (const auto& each : targets) {
    Fact& fact = made.fact(no_concept, each.value, Measure::target);
    fact.unit = each.unit;
    fact.comparator = each.comparator;
    Indicator indicator;
    indicator.fact = static_cast<std::int32_t>(made.last());
    made.analysis.disclosure.indicators.push_back(indicator);
    ++project.indicators;
  }
  made.analysis.disclosure.projects.push_back(project);
  const std::vector<UnitCost> costs = unit_costs(made.analysis, 0);
  REQUIRE(costs.size() == 1);
  CHECK(costs[0].indicator == 0);
  CHECK(costs[0].yuan_each == decimal("140000"));
  CHECK(unit_costs(made.analysis, 1).empty());
}
