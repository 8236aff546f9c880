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

void check_purchase(Case& c) {
  for (const FactIndex cost : c.figures.of(c.book.known.vehicle_purchase)) {
    const Fact& purchase = c.fact(cost);
    const bool own = purchase.period == c.disclosure.year && purchase.subject.empty() &&
                     (purchase.stage == Stage::unstated || purchase.stage == Stage::final);
    if (purchase.measure != Measure::amount || !own || purchase.value.is_zero()) continue;
    for (const FactIndex planned : c.figures.of(c.book.known.vehicles_planned)) {
      const Fact& count = c.fact(planned);
      if (count.measure != Measure::quantity || !count.subject.empty() || count.period != purchase.period)
        continue;
      const bool agree = !count.value.is_zero();
      Finding& finding = c.report(Evaluator::count_cost, agree ? Status::holds : Status::fails,
                                  Severity::warning, agree ? "count.cost.holds" : "count.cost.fails");
      c.rest_on(finding, cost);
      c.rest_on(finding, planned);
      finding.stated = purchase.value.to_string();
      finding.expected = count.value.to_string();
      finding.unit = purchase.unit;
      finding.formula = printed(purchase.value) + std::string(name_of(purchase.unit)) + ", " +
                        printed(count.value) + std::string(name_of(count.unit));
      finding.values.emplace_back("about", c.named(purchase));
      return;
    }
  }
}

}  // namespace

void check_counts(Case& c) {
  check_purchase(c);
  for (const FactIndex cost : c.figures.of(c.book.known.vehicle_operation)) {
    const Fact& running = c.fact(cost);
    const bool own = running.period == c.disclosure.year && running.subject.empty() &&
                     (running.stage == Stage::unstated || running.stage == Stage::final);
    if (running.measure != Measure::amount || !own) continue;
    const std::int32_t held = vehicles_held(c, running.period);
    if (held == none) continue;
    const Fact& vehicles = c.fact(static_cast<FactIndex>(held));
    const bool agree = running.value.is_zero() == vehicles.value.is_zero();
    Finding& finding = c.report(Evaluator::count_cost, agree ? Status::holds : Status::fails,
                                Severity::warning, agree ? "count.cost.holds" : "count.cost.fails");
    c.rest_on(finding, cost);
    c.rest_on(finding, static_cast<FactIndex>(held));
    finding.stated = running.value.to_string();
    finding.expected = vehicles.value.to_string();
    finding.unit = running.unit;
    finding.formula = printed(running.value) + std::string(name_of(running.unit)) + ", " +
                      printed(vehicles.value) + std::string(name_of(vehicles.unit));
    finding.values.emplace_back("about", c.named(running));
    return;
  }
}

}  // namespace mingzhang
