#include "views/select.h"

#include <algorithm>
#include <tuple>

namespace mingzhang {

Decimal yuan_of(const Fact& fact) {
  return kind_of(fact.unit) == UnitKind::money ? fact.value.shifted(power_of(fact.unit)) : fact.value;
}

Decimal converted(const Decimal& value, Unit from, Unit to) {
  return from == to ? value : value.shifted(power_of(from) - power_of(to));
}

bool comparable(Unit a, Unit b) {
  return a == b || (kind_of(a) == UnitKind::money && kind_of(b) == UnitKind::money);
}

Decimal believed_value(const Analysis& analysis, FactIndex fact) {
  for (const Finding& finding : analysis.findings.all) {
    if (finding.status != Status::fails) continue;
    for (const Repair& repair : finding.repair) {
      if (repair.fact == fact && repair.likely && repair.slip == Slip::unit) return repair.value;
    }
  }
  return analysis.disclosure.facts[fact].value;
}

int stage_rank(Stage stage) {
  switch (stage) {
    case Stage::unstated:
      return 0;
    case Stage::final:
      return 1;
    case Stage::execution:
      return 2;
    case Stage::adjusted:
      return 3;
    case Stage::budget:
      return 4;
  }
  return 5;
}

namespace {

auto rank_of(const Fact& fact) {
  return std::tuple(static_cast<int>(fact.scope), stage_rank(fact.stage));
}

bool starts_from(Base base, Stage stage) {
  switch (base) {
    case Base::unstated:
      return true;
    case Base::budget:
      return stage == Stage::budget || stage == Stage::unstated;
    case Base::execution:
      return stage == Stage::execution;
    case Base::final:
      return stage == Stage::final;
  }
  return true;
}

auto rank_beside(const Fact& fact, const Fact& other) {
  const bool other_base = fact.period != other.period && !starts_from(other.base, fact.stage);
  return std::tuple(fact.scope != other.scope, other_base, fact.context != other.context,
                    fact.source.section != other.source.section, rank_of(fact));
}

bool means(const Fact& fact, const Wanted& wanted) {
  return fact.concept_id == wanted.concept_id && fact.measure == wanted.measure &&
         fact.period == wanted.period && fact.subject.empty() && fact.part == Part::total;
}

/// The fact that is wanted with the smallest rank, the first in the document among equals; none where there
/// is none.
template <class Rank>
std::int32_t best_figure(const Disclosure& disclosure, const Wanted& wanted, Rank rank) {
  std::int32_t best = none;
  if (wanted.concept_id == no_concept) return best;
  for (std::size_t i = 0; i < disclosure.facts.size(); ++i) {
    const Fact& fact = disclosure.facts[i];
    if (!means(fact, wanted)) continue;
    if (best == none || rank(fact) < rank(disclosure.facts[static_cast<std::size_t>(best)])) {
      best = static_cast<std::int32_t>(i);
    }
  }
  return best;
}

}  // namespace

std::int32_t figure_for(const Disclosure& disclosure, const Wanted& wanted) {
  return best_figure(disclosure, wanted, rank_of);
}

std::int32_t figure_in_scope(const Disclosure& disclosure, const Wanted& wanted, Scope scope) {
  const std::int32_t best = best_figure(disclosure, wanted, [&](const Fact& fact) {
    return std::tuple(fact.scope != scope, stage_rank(fact.stage));
  });
  if (best == none || disclosure.facts[static_cast<std::size_t>(best)].scope != scope) return none;
  return best;
}

std::int32_t figure_beside(const Disclosure& disclosure, const Wanted& wanted, const Fact& other) {
  return best_figure(disclosure, wanted, [&](const Fact& fact) { return rank_beside(fact, other); });
}

std::int32_t own_figure(const Disclosure& disclosure, ConceptId concept_id, Measure measure) {
  return figure_for(disclosure, {concept_id, measure, disclosure.year});
}

std::int32_t latest_figure(const Disclosure& disclosure, ConceptId concept_id, Measure measure) {
  std::int32_t best = none;
  std::int16_t latest = 0;
  for (const Fact& fact : disclosure.facts) {
    if (fact.concept_id != concept_id || fact.measure != measure) continue;
    if (best != none && fact.period <= latest) continue;
    const std::int32_t candidate = figure_for(disclosure, {concept_id, measure, fact.period});
    if (candidate == none) continue;
    best = candidate;
    latest = fact.period;
  }
  return best;
}

int gravity_rank(const Finding& finding) {
  switch (finding.status) {
    case Status::fails:
      return static_cast<int>(finding.severity);
    case Status::unknown:
      return 3;
    case Status::holds:
      return 4;
  }
  return 5;
}

bool uses(const Finding& finding, FactIndex fact) {
  return std::find(finding.facts.begin(), finding.facts.end(), fact) != finding.facts.end();
}

bool blames(const Finding& finding, FactIndex fact) {
  bool named = false;
  for (const Repair& repair : finding.repair) {
    if (!repair.likely) continue;
    if (repair.fact == fact) return true;
    named = true;
  }
  return !named && uses(finding, fact);
}

}  // namespace mingzhang
