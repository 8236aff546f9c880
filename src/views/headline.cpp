// The few figures that a reader sees first. Tested in tests/unit/views/headline_test.cpp.
#include "views/select.h"
#include "views/view_models.h"

#include <utility>

namespace mingzhang {
namespace {

constexpr int decimals_of_rate = 2;

void set_rate(const Analysis& analysis, Headline& headline) {
  if (headline.total == none || headline.change == none) return;
  const Fact& total = fact_at(analysis, headline.total);
  const Fact& change = fact_at(analysis, headline.change);
  if (!comparable(total.unit, change.unit)) return;
  const Decimal last = yuan_of(total) - yuan_of(change);
  if (last.is_zero() || last.is_negative()) return;
  const auto rate = (yuan_of(change) * Decimal(100, 0)).divided_by(last, decimals_of_rate);
  if (!rate) return;
  headline.has_rate = true;
  headline.rate_percent = *rate;
}

/// Places of the own year that state the running costs, under either of their two names, with the same
/// amount.
std::int32_t restated_operating(const Analysis& analysis, std::int32_t agency_operating) {
  if (agency_operating == none) return 0;
  const Fact& stated = fact_at(analysis, agency_operating);
  std::int32_t places = 0;
  for (const Fact& fact : analysis.disclosure.facts) {
    const bool named = fact.concept_id == analysis.concepts.agency_operating ||
                       fact.concept_id == analysis.concepts.expenditure_operating;
    const bool same = named && fact.measure == Measure::amount && fact.period == stated.period &&
                      fact.subject.empty() && kind_of(fact.unit) == UnitKind::money;
    if (same && yuan_of(fact) == yuan_of(stated)) ++places;
  }
  return places;
}

/// A head count may have been read as a quantity or as a plain amount.
std::int32_t latest_count(const Disclosure& disclosure, ConceptId concept_id) {
  const std::int32_t counted = latest_figure(disclosure, concept_id, Measure::quantity);
  return counted != none ? counted : latest_figure(disclosure, concept_id, Measure::amount);
}

std::uint32_t guarded_figures(const Analysis& analysis) {
  std::uint32_t guarded = 0;
  for (const Protection& protection : analysis.findings.protection)
    guarded += protection.guarded ? 1U : 0U;
  return guarded;
}

}  // namespace

Headline headline_of(const Analysis& analysis) {
  const Disclosure& disclosure = analysis.disclosure;
  const KeyConcepts& concepts = analysis.concepts;
  Headline headline;
  ConceptId whole = concepts.expenditure_total;
  headline.total = own_figure(disclosure, whole);
  if (headline.total == none) {
    whole = concepts.revenue_total;
    headline.total = own_figure(disclosure, whole);
  }
  headline.change = own_figure(disclosure, whole, Measure::change);
  set_rate(analysis, headline);
  headline.parts = std::move(expenditure_breakdown(analysis).children);
  headline.three_public = own_figure(disclosure, concepts.three_public_total);
  headline.three_public_change = own_figure(disclosure, concepts.three_public_total, Measure::change);
  headline.agency_operating = own_figure(disclosure, concepts.agency_operating);
  headline.operating_restated = restated_operating(analysis, headline.agency_operating);
  headline.assets = latest_figure(disclosure, concepts.assets_total);
  headline.assets_quantity = latest_figure(disclosure, concepts.assets_total, Measure::quantity);
  headline.staff = latest_count(disclosure, concepts.staff_total);
  headline.staff_active = latest_count(disclosure, concepts.staff_active);
  headline.staff_retired = latest_count(disclosure, concepts.staff_retired);
  headline.guarded = guarded_figures(analysis);
  headline.figures = static_cast<std::uint32_t>(disclosure.facts.size());
  return headline;
}

}  // namespace mingzhang
