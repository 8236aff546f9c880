// See targets.h.
#include "views/targets.h"

#include "views/select.h"

#include <algorithm>

namespace mingzhang {
namespace {

std::int32_t thousandths(const Decimal& part, const Decimal& whole) {
  const auto share = (part * Decimal(1000, 0)).divided_by(whole, 0);
  if (!share) return 0;
  const Int128 value = share->coefficient();
  return static_cast<std::int32_t>(value < 0 ? 0 : value > 1000 ? 1000 : value);
}

/// Things, people and events; not areas, periods of time or rates.
bool is_counted(const Fact& target) {
  if (target.comparator == Comparator::at_most || target.comparator == Comparator::less) return false;
  switch (target.unit) {
    case Unit::day:
    case Unit::month:
    case Unit::year:
    case Unit::square_metre:
    case Unit::none:
      return false;
    default:
      return kind_of(target.unit) == UnitKind::count;
  }
}

}  // namespace

Progress progress_of(const Fact& target, const Decimal& achieved) {
  const Decimal& wanted = target.value;
  Progress progress;
  switch (target.comparator) {
    case Comparator::equal:
    case Comparator::at_least:
      progress.met = achieved >= wanted;
      break;
    case Comparator::greater:
      progress.met = achieved > wanted;
      break;
    case Comparator::at_most:
      progress.met = achieved <= wanted;
      break;
    case Comparator::less:
      progress.met = achieved < wanted;
      break;
  }
  progress.per_mille = wanted.is_zero() ? (progress.met ? 1000 : 0) : thousandths(achieved, wanted);
  return progress;
}

std::vector<UnitCost> unit_costs(const Analysis& analysis, std::size_t project) {
  std::vector<UnitCost> costs;
  const Disclosure& disclosure = analysis.disclosure;
  if (project >= disclosure.projects.size() || disclosure.projects[project].budget == none) return costs;
  const Project& own = disclosure.projects[project];
  const Fact& budget = fact_at(analysis, own.budget);
  if (kind_of(budget.unit) != UnitKind::money) return costs;
  for (std::int32_t i = 0; i < own.indicators; ++i) {
    const auto index = static_cast<std::uint32_t>(own.first_indicator + i);
    const Indicator& indicator = disclosure.indicators[index];
    if (indicator.fact == none) continue;
    const Fact& target = fact_at(analysis, indicator.fact);
    if (!is_counted(target)) continue;
    const auto each = yuan_of(budget).divided_by(target.value, 0);
    if (each && *each > Decimal()) costs.push_back({index, static_cast<FactIndex>(indicator.fact), *each});
  }
  return costs;
}

}  // namespace mingzhang
