#include "made.h"
#include "views/view_models.h"

using namespace mingzhang;

namespace {

struct Threshold {
  Comparator comparator;
  const char* value;
};

Made ladder(std::initializer_list<Threshold> thresholds) {
  Made made;
  Activity activity;
  std::size_t level = 0;
  for (const Threshold& threshold : thresholds) {
    Fact& fact = made.fact(no_concept, threshold.value, Measure::threshold);
    fact.unit = Unit::percent;
    fact.comparator = threshold.comparator;
    activity.grades[level++] = static_cast<std::int32_t>(made.last());
  }
  made.analysis.disclosure.activities.push_back(activity);
  return made;
}

Level earned(const Made& made, const char* value) {
  return grade_for(made.analysis, 0, decimal(value)).level;
}

}  // namespace

TEST_CASE("the best grade whose threshold admits the value") {
  const Made made = ladder({{Comparator::equal, "100"},
                            {Comparator::at_least, "95"},
                            {Comparator::at_least, "90"},
                            {Comparator::less, "90"}});
  CHECK(earned(made, "100") == Level::excellent);
  CHECK(earned(made, "99.9") == Level::good);
  CHECK(earned(made, "95") == Level::good);
  CHECK(earned(made, "94.99") == Level::fair);
  CHECK(earned(made, "90") == Level::fair);
  CHECK(earned(made, "89.99") == Level::poor);
}

TEST_CASE("a top grade without a sign is taken literally") {
  const Made made = ladder({{Comparator::equal, "90"}, {Comparator::at_least, "85"}});
  CHECK(earned(made, "90") == Level::excellent);
  CHECK(earned(made, "95") == Level::good);
}

TEST_CASE("a value that no threshold admits has no grade, nor has a row that is not there") {
  const Made made = ladder({{Comparator::greater, "95"}, {Comparator::at_most, "80"}});
  CHECK(earned(made, "95") == Level::none);
  CHECK(earned(made, "80") == Level::good);
  CHECK(grade_for(made.analysis, 7, decimal("1")).level == Level::none);
}
