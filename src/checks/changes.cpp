// This year less last year is the stated change (change.*), and the parts given for a change add up to it
// (explain.change). 'Last year' is what the words say: its budget, its execution or its final account.
//
// Tests: tests/unit/checks/changes_test.cpp.
#include "checks/case.h"

#include <algorithm>

namespace mingzhang {
namespace {

std::int32_t this_year(const Case& c, FactIndex change) {
  Respect respect = c.figures.respect_of(change);
  respect.measure = Measure::amount;
  respect.or_unscoped = true;
  const ConceptId concept_id = c.fact(change).concept_id;
  const std::int32_t found = c.figures.nearest(change, concept_id, respect, Reach::document);
  if (found != none || respect.stage == Stage::unstated) return found;
  respect.stage = Stage::unstated;
  return c.figures.nearest(change, concept_id, respect, Reach::document);
}

/// The base of the comparison, as far as the sentence or paragraph names it, else from elsewhere.
std::int32_t last_year(const Case& c, FactIndex index) {
  const Fact& change = c.fact(index);
  Respect respect = c.figures.respect_of(index);
  respect.measure = Measure::amount;
  respect.or_unscoped = true;
  respect.period = static_cast<std::int16_t>(change.period - 1);
  const auto with_stage = [&](Stage stage, bool any, Reach reach) {
    respect.stage = stage;
    respect.any_stage = any;
    return c.figures.nearest(index, change.concept_id, respect, reach);
  };
  switch (change.base) {
    case Base::budget: {
      if (c.disclosure.kind == DisclosureKind::final) {
        // 比年初预算: the budget of the same year, unless the words name the year before.
        respect.period = change.period;
        const std::int32_t own = with_stage(Stage::budget, false, Reach::block);
        if (own != none) return own;
        respect.period = static_cast<std::int16_t>(change.period - 1);
      }
      const std::int32_t found = with_stage(Stage::budget, false, Reach::document);
      return found != none ? found : with_stage(Stage::unstated, false, Reach::block);
    }
    case Base::execution:
      return with_stage(Stage::execution, false, Reach::document);
    case Base::final:
      return with_stage(Stage::final, false, Reach::document);
    case Base::unstated:
      break;
  }
  return with_stage(change.stage, true, Reach::block);
}

bool answers(const Identity& identity, ConceptId concept_id, const std::vector<bool>& named) {
  if (identity.concepts.empty()) return !named[static_cast<std::size_t>(concept_id)];
  return std::find(identity.concepts.begin(), identity.concepts.end(), concept_id) != identity.concepts.end();
}

void relate_change(Case& c, RuleIndex rule, FactIndex change) {
  const std::int32_t now = this_year(c, change);
  const std::int32_t before = last_year(c, change);
  if (now == none || before == none) return;
  const FactIndex current = static_cast<FactIndex>(now);
  const FactIndex base = static_cast<FactIndex>(before);
  const UnitKind kind = kind_of(c.fact(change).unit);
  if (kind_of(c.fact(current).unit) != kind || kind_of(c.fact(base).unit) != kind) return;
  // A decrease reads better forwards: 31.55 − 3 = 28.55.
  const bool decrease = c.fact(change).value.is_negative();
  const Term increase_terms[] = {{current, false}, {base, true}};
  const Term decrease_terms[] = {{base, false}, {change, false}};
  Relation& relation = c.relations.add(rule, RelationKind::sum, decrease ? decrease_terms : increase_terms,
                                       decrease ? current : change, c.worst(rule), "change");
  relation.about = c.fact(change).concept_id;
}

void relate_explanation(Case& c, const ChangeExplanation& explanation) {
  if (explanation.parts.empty()) return;
  std::vector<Term> parts;
  for (const FactIndex part : explanation.parts) {
    if (kind_of(c.fact(part).unit) != kind_of(c.fact(explanation.whole).unit)) return;
    parts.push_back({part, false});
  }
  const RuleIndex rule = c.book.index(Evaluator::explain_change);
  Relation& relation =
      c.relations.add(rule, RelationKind::sum, parts, explanation.whole,
                      explanation.complete ? Severity::warning : Severity::notice, "explain");
  relation.about = c.fact(explanation.whole).concept_id;
  relation.loose = true;
  c.relations.note_of(relation).sources.push_back(explanation.source);
}

}  // namespace

void relate_changes(Case& c) {
  std::vector<bool> named(c.concept_count(), false);
  std::vector<const Identity*> rules;
  for (const Identity& identity : c.book.identities) {
    if (identity.kind != IdentityKind::change) continue;
    rules.push_back(&identity);
    for (const ConceptId concept_id : identity.concepts)
      named[static_cast<std::size_t>(concept_id)] = true;
  }
  for (FactIndex i = 0; i < c.disclosure.facts.size(); ++i) {
    const Fact& fact = c.fact(i);
    if (fact.measure != Measure::change || fact.period == 0) continue;
    for (const Identity* identity : rules) {
      if (answers(*identity, fact.concept_id, named)) relate_change(c, identity->rule, i);
    }
  }
  for (const ChangeExplanation& explanation : c.disclosure.explanations)
    relate_explanation(c, explanation);
}

}  // namespace mingzhang
