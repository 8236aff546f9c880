// The grade that an achieved value earns. Tested in tests/unit/views/grades_test.cpp.
#include "views/select.h"
#include "views/view_models.h"

namespace mingzhang {
namespace {

bool admits(const Fact& threshold, const Decimal& achieved) {
  switch (threshold.comparator) {
    case Comparator::equal:
      return achieved == threshold.value;
    case Comparator::at_least:
      return achieved >= threshold.value;
    case Comparator::at_most:
      return achieved <= threshold.value;
    case Comparator::greater:
      return achieved > threshold.value;
    case Comparator::less:
      return achieved < threshold.value;
  }
  return false;
}

constexpr Level levels[] = {Level::excellent, Level::good, Level::fair, Level::poor};

}  // namespace

Grade grade_for(const Analysis& analysis, std::size_t activity, const Decimal& achieved) {
  if (activity >= analysis.disclosure.activities.size()) return {};
  const Activity& row = analysis.disclosure.activities[activity];
  for (std::size_t i = 0; i < std::size(levels); ++i) {
    if (row.grades[i] != none && admits(fact_at(analysis, row.grades[i]), achieved)) return {levels[i]};
  }
  return {};
}

}  // namespace mingzhang
