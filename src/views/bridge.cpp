// From last year to this one: the stated parts of a change, and what is left unexplained.
// Tested in tests/unit/views/bridge_test.cpp.
#include "views/select.h"
#include "views/view_models.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace mingzhang {
namespace {

/// One of the figures of a bridge: a fact in the bridge's unit, or a figure computed from the others.
struct YearFigure {
  std::int32_t fact = none;
  std::optional<Decimal> amount;
};

Decimal in_unit(const Analysis& analysis, std::int32_t index, Unit unit) {
  const Fact& fact = fact_at(analysis, index);
  const Decimal value = believed_value(analysis, static_cast<FactIndex>(index));
  return fact.unit == unit ? value : converted(value, fact.unit, unit).trimmed();
}

YearFigure level_beside(const Analysis& analysis, const Fact& change, std::int16_t period) {
  YearFigure level;
  level.fact = figure_beside(analysis.disclosure, {change.concept_id, Measure::amount, period}, change);
  if (level.fact == none) return level;
  if (!comparable(fact_at(analysis, level.fact).unit, change.unit)) return {};
  level.amount = in_unit(analysis, level.fact, change.unit);
  return level;
}

/// The explanation that belongs to a change of the concept in the own year; a complete list before main
/// reasons.
const ChangeExplanation* explanation_for(const Disclosure& disclosure, ConceptId concept_id) {
  const ChangeExplanation* found = nullptr;
  for (const ChangeExplanation& explanation : disclosure.explanations) {
    const Fact& whole = disclosure.facts[explanation.whole];
    if (whole.concept_id != concept_id || whole.period != disclosure.year || explanation.parts.empty())
      continue;
    if (found == nullptr || (explanation.complete && !found->complete)) found = &explanation;
  }
  return found;
}

/// Changes of the parts of 三公 that stand in the section of its own change, where no sentence lists them.
std::vector<FactIndex> three_public_parts(const Analysis& analysis, const Fact& change) {
  const KeyConcepts& concepts = analysis.concepts;
  std::vector<FactIndex> parts;
  const auto append = [&](ConceptId part) {
    const std::int32_t fact =
        figure_beside(analysis.disclosure, {part, Measure::change, change.period}, change);
    if (fact == none || fact_at(analysis, fact).source.section != change.source.section) return false;
    parts.push_back(static_cast<FactIndex>(fact));
    return true;
  };
  append(concepts.three_public_abroad);
  if (!append(concepts.three_public_vehicles)) {
    append(concepts.three_public_vehicle_purchase);
    append(concepts.three_public_vehicle_operation);
  }
  append(concepts.three_public_reception);
  return parts;
}

Span reason_for(const Disclosure& disclosure, std::int32_t change) {
  for (const Statement& statement : disclosure.statements) {
    if (statement.kind == StatementKind::reason && statement.fact == change) return statement.source.span;
  }
  return {};
}

BridgeStep step(BridgeStep::Kind kind, ConceptId concept_id, std::int32_t fact, const Decimal& amount) {
  BridgeStep made;
  made.kind = kind;
  made.concept_id = concept_id;
  made.fact = fact;
  made.amount = amount;
  return made;
}

void append_parts(const Analysis& analysis, const std::vector<FactIndex>& parts, Bridge& bridge) {
  for (const FactIndex part : parts) {
    const Fact& fact = analysis.disclosure.facts[part];
    if (!comparable(fact.unit, bridge.unit)) continue;
    const auto index = static_cast<std::int32_t>(part);
    BridgeStep explained =
        step(BridgeStep::Kind::explained, fact.concept_id, index, in_unit(analysis, index, bridge.unit));
    explained.reason = reason_for(analysis.disclosure, index);
    bridge.steps.push_back(std::move(explained));
  }
}

/// Half a unit of the last place for each figure: what rounding alone can leave over.
Decimal rounding_slack(const Bridge& bridge) {
  int decimals = 0;
  for (const BridgeStep& one : bridge.steps)
    decimals = std::max(decimals, one.amount.decimals());
  return Decimal(static_cast<Int128>(bridge.steps.size() + 1) * 5, decimals + 1);
}

/// What the parts leave over of the difference between the two years.
void append_rest(const Analysis& analysis, std::int32_t change, const Decimal& difference, Bridge& bridge) {
  Decimal rest = difference;
  for (std::size_t i = 1; i < bridge.steps.size(); ++i)
    rest -= bridge.steps[i].amount;
  const bool has_parts = bridge.steps.size() > 1;
  if (has_parts ? rest.abs() <= rounding_slack(bridge) : rest.is_zero()) return;
  const Span reason = reason_for(analysis.disclosure, change);
  const bool explained = !has_parts && !reason.empty();
  BridgeStep last = step(explained ? BridgeStep::Kind::explained : BridgeStep::Kind::unexplained,
                         bridge.concept_id, has_parts ? none : change, rest);
  if (explained) last.reason = reason;
  bridge.steps.push_back(std::move(last));
}

std::vector<FactIndex> parts_of(const Analysis& analysis, const ChangeExplanation* explanation,
                                const Fact& change) {
  if (explanation != nullptr) return explanation->parts;
  if (change.concept_id == analysis.concepts.three_public_total) return three_public_parts(analysis, change);
  return {};
}

std::optional<Bridge> bridge_for(const Analysis& analysis, ConceptId concept_id) {
  const Disclosure& disclosure = analysis.disclosure;
  const ChangeExplanation* explanation = explanation_for(disclosure, concept_id);
  const std::int32_t index = explanation != nullptr ? static_cast<std::int32_t>(explanation->whole)
                                                    : own_figure(disclosure, concept_id, Measure::change);
  if (index == none) return std::nullopt;
  const Fact& change = fact_at(analysis, index);
  const Decimal amount = in_unit(analysis, index, change.unit);

  YearFigure last = level_beside(analysis, change, static_cast<std::int16_t>(change.period - 1));
  YearFigure current = level_beside(analysis, change, change.period);
  if (!last.amount && !current.amount) return std::nullopt;
  if (!last.amount) last.amount = *current.amount - amount;
  if (!current.amount) current.amount = *last.amount + amount;

  Bridge bridge;
  bridge.concept_id = concept_id;
  bridge.period = change.period;
  bridge.unit = change.unit;
  bridge.steps.push_back(step(BridgeStep::Kind::last_year, concept_id, last.fact, *last.amount));
  append_parts(analysis, parts_of(analysis, explanation, change), bridge);
  append_rest(analysis, index, *current.amount - *last.amount, bridge);
  bridge.steps.push_back(step(BridgeStep::Kind::this_year, concept_id, current.fact, *current.amount));
  return bridge;
}

}  // namespace

std::vector<Bridge> change_bridges(const Analysis& analysis) {
  const KeyConcepts& concepts = analysis.concepts;
  std::vector<Bridge> bridges;
  for (const ConceptId whole : {concepts.expenditure_total, concepts.revenue_total, concepts.grand_total}) {
    std::optional<Bridge> bridge = bridge_for(analysis, whole);
    if (!bridge) continue;
    bridges.push_back(std::move(*bridge));
    break;  // income and expenditure change alike: one of them is enough
  }
  for (const ConceptId part : {concepts.three_public_total, concepts.agency_operating}) {
    std::optional<Bridge> bridge = bridge_for(analysis, part);
    if (bridge) bridges.push_back(std::move(*bridge));
  }
  return bridges;
}

}  // namespace mingzhang
