// count.cost: a cost of running vehicles goes with vehicles, and vehicles with a cost; a cost of buying some
// goes with vehicles to be bought. Vehicles bought without a cost here may be paid from elsewhere.
//
// Tests: tests/unit/checks/counts_test.cpp.
#include "checks/case.h"

namespace mingzhang {
namespace {

/// The vehicles held, as the prose states them for the cost's year; those of one kind do not count.
std::int32_t vehicles_held(const Case& c, std::int16_t period) {
  for (const FactIndex index : c.figures.of(c.book.known.vehicles)) {
    const Fact& fact = c.fact(index);
    if (fact.measure == Measure::quantity && fact.subject.empty() && fact.period == period) {
      return static_cast<std::int32_t>(index);
    }
  }
  return none;
}

/// A cost of the year, final where the document states several stages.
bool is_own_cost(const Case& c, const Fact& cost) {
  return cost.measure == Measure::amount && cost.period == c.disclosure.year && cost.subject.empty() &&
         (cost.stage == Stage::unstated || cost.stage == Stage::final);
}

void report_cost(Case& c, FactIndex cost, FactIndex vehicles, bool agree) {
  const Fact& amount = c.fact(cost);
  const Fact& count = c.fact(vehicles);
  Finding& finding = c.report(Evaluator::count_cost, agree ? Status::holds : Status::fails, Severity::warning,
                              agree ? "count.cost.holds" : "count.cost.fails");
  c.rest_on(finding, cost);
  c.rest_on(finding, vehicles);
  finding.stated = amount.value.to_string();
  finding.expected = count.value.to_string();
  finding.unit = amount.unit;
  finding.formula = printed(amount.value) + std::string(name_of(amount.unit)) + ", " + printed(count.value) +
                    std::string(name_of(count.unit));
  finding.values.emplace_back("about", c.named(amount));
}

void check_purchase(Case& c) {
  for (const FactIndex cost : c.figures.of(c.book.known.vehicle_purchase)) {
    const Fact& purchase = c.fact(cost);
    if (!is_own_cost(c, purchase) || purchase.value.is_zero()) continue;
    for (const FactIndex planned : c.figures.of(c.book.known.vehicles_planned)) {
      const Fact& count = c.fact(planned);
      if (count.measure != Measure::quantity || !count.subject.empty() || count.period != purchase.period)
        continue;
      return report_cost(c, cost, planned, !count.value.is_zero());
    }
  }
}

}  // namespace

void check_counts(Case& c) {
  check_purchase(c);
  for (const FactIndex cost : c.figures.of(c.book.known.vehicle_operation)) {
    const Fact& running = c.fact(cost);
    if (!is_own_cost(c, running)) continue;
    const std::int32_t held = vehicles_held(c, running.period);
    if (held == none) continue;
    const auto vehicles = static_cast<FactIndex>(held);
    return report_cost(c, cost, vehicles, running.value.is_zero() == c.fact(vehicles).value.is_zero());
  }
}

}  // namespace mingzhang
