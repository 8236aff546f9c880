// 三公 beside last year's, a row for each part. Tested in tests/unit/views/three_public_test.cpp.
#include "views/select.h"
#include "views/view_models.h"

#include <algorithm>
#include <optional>

namespace mingzhang {
namespace {

/// Facts of one row: those that are stated, in the order last, change, current.
std::vector<FactIndex> facts_of(const ChangeRow& row) {
  std::vector<FactIndex> facts;
  for (const std::int32_t fact : {row.last, row.change, row.current}) {
    if (fact != none) facts.push_back(static_cast<FactIndex>(fact));
  }
  return facts;
}

Decimal value_in(const Analysis& analysis, std::int32_t index, Unit unit) {
  const Fact& fact = fact_at(analysis, index);
  const Decimal value = believed_value(analysis, static_cast<FactIndex>(index));
  return fact.unit == unit ? value : converted(value, fact.unit, unit).trimmed();
}

/// The unit of the change, else of this year's figure: the one that is seldom slipped.
Unit unit_of(const Analysis& analysis, const ChangeRow& row) {
  return fact_at(analysis, row.change != none ? row.change : row.current).unit;
}

void set_values(const Analysis& analysis, ChangeRow& row) {
  row.unit = unit_of(analysis, row);
  if (row.last != none) row.last_value = value_in(analysis, row.last, row.unit);
  if (row.change != none) row.change_value = value_in(analysis, row.change, row.unit);
  if (row.current != none) row.current_value = value_in(analysis, row.current, row.unit);
  if (row.last == none) {
    row.last_derived = true;
    row.last_value = row.current_value - row.change_value;
  } else if (row.change == none) {
    row.change_value = row.current_value - row.last_value;
  } else if (row.current == none) {
    row.current_value = row.last_value + row.change_value;
  }
}

bool contradicts(const Finding& finding, const std::vector<FactIndex>& facts) {
  if (finding.status != Status::fails || finding.severity != Severity::error) return false;
  return std::any_of(facts.begin(), facts.end(), [&](FactIndex fact) { return blames(finding, fact); });
}

bool confirms(const Finding& finding, const ChangeRow& row) {
  if (finding.status != Status::holds) return false;
  if (row.change != none) return uses(finding, static_cast<FactIndex>(row.change));
  return uses(finding, static_cast<FactIndex>(row.current)) &&
         uses(finding, static_cast<FactIndex>(row.last));
}

void set_status(const Analysis& analysis, ChangeRow& row) {
  const std::vector<FactIndex> facts = facts_of(row);
  const std::vector<Finding>& findings = analysis.findings.all;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const bool fails = contradicts(findings[i], facts);
    if (!fails && (row.status != Status::unknown || !confirms(findings[i], row))) continue;
    row.status = findings[i].status;
    row.finding = static_cast<std::int32_t>(i);
    if (fails) return;
  }
}

std::optional<ChangeRow> row_for(const Analysis& analysis, ConceptId concept_id) {
  const Disclosure& disclosure = analysis.disclosure;
  const auto last_year = static_cast<std::int16_t>(disclosure.year - 1);
  ChangeRow row;
  row.concept_id = concept_id;
  row.change = own_figure(disclosure, concept_id, Measure::change);
  row.current = own_figure(disclosure, concept_id);
  row.last = row.change == none ? figure_for(disclosure, {concept_id, Measure::amount, last_year})
                                : figure_beside(disclosure, {concept_id, Measure::amount, last_year},
                                                fact_at(analysis, row.change));
  const std::vector<FactIndex> stated = facts_of(row);
  if (stated.size() < 2) return std::nullopt;
  const Unit unit = unit_of(analysis, row);
  for (const FactIndex fact : stated) {
    if (!comparable(disclosure.facts[fact].unit, unit)) return std::nullopt;
  }
  set_values(analysis, row);
  set_status(analysis, row);
  return row;
}

}  // namespace

std::vector<ChangeRow> three_public_changes(const Analysis& analysis) {
  const KeyConcepts& concepts = analysis.concepts;
  std::vector<ChangeRow> rows;
  for (const ConceptId concept_id :
       {concepts.three_public_abroad, concepts.three_public_vehicles, concepts.three_public_vehicle_purchase,
        concepts.three_public_vehicle_operation, concepts.three_public_reception,
        concepts.three_public_total}) {
    const std::optional<ChangeRow> row = row_for(analysis, concept_id);
    if (row) rows.push_back(*row);
  }
  return rows;
}

}  // namespace mingzhang
