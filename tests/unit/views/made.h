// An Analysis made by hand, so that the views are tested without the rooms below: a text, facts that quote
// it, findings.
#pragma once

#include "views/analysis.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace mingzhang {

/// The real one, for what names of concepts decide.
inline const Knowledge& knowledge() {
  static const Result<Knowledge> loaded = Knowledge::load();
  REQUIRE(loaded.ok());
  return loaded.value();
}
inline const Vocabulary& vocabulary() {
  return knowledge().vocabulary;
}

/// Concept numbers as some vocabulary might give them.
inline KeyConcepts made_concepts() {
  KeyConcepts concepts;
  ConceptId next = 0;
  for (ConceptId* id : {&concepts.revenue_total,
                        &concepts.grand_total,
                        &concepts.expenditure_total,
                        &concepts.expenditure_basic,
                        &concepts.expenditure_personnel,
                        &concepts.expenditure_operating,
                        &concepts.expenditure_project,
                        &concepts.expenditure_reserve,
                        &concepts.expenditure_business,
                        &concepts.expenditure_superior,
                        &concepts.expenditure_subordinate,
                        &concepts.agency_operating,
                        &concepts.three_public_total,
                        &concepts.three_public_abroad,
                        &concepts.three_public_vehicles,
                        &concepts.three_public_vehicle_purchase,
                        &concepts.three_public_vehicle_operation,
                        &concepts.three_public_reception,
                        &concepts.assets_total,
                        &concepts.staff_total,
                        &concepts.staff_active,
                        &concepts.staff_retired,
                        &concepts.project_budget,
                        &concepts.activity_budget}) {
    *id = next++;
  }
  return concepts;
}

inline Decimal decimal(std::string_view digits) {
  return Decimal::parse(digits).value();
}

class Made {
 public:
  explicit Made(std::string text = {}) {
    analysis.document.text = std::move(text);
    analysis.concepts = made_concepts();
    analysis.disclosure.year = 2020;
    analysis.disclosure.recognised = true;
  }

  const KeyConcepts& concepts() const { return analysis.concepts; }

  /// The first occurrence of the words at or after the last one asked for.
  Span span_of(std::string_view words) {
    const std::size_t at = analysis.document.text.find(words, searched_);
    REQUIRE(at != std::string::npos);
    searched_ = at + words.size();
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  /// A fact of the own year in 万元; change what is different afterwards.
  Fact& fact(ConceptId concept_id, std::string_view value, Measure measure = Measure::amount) {
    Fact made;
    made.concept_id = concept_id;
    made.value = decimal(value);
    made.measure = measure;
    made.period = 2020;
    made.unit = Unit::ten_thousand_yuan;
    analysis.disclosure.facts.push_back(made);
    analysis.findings.protection.emplace_back();
    return analysis.disclosure.facts.back();
  }

  FactIndex last() const { return static_cast<FactIndex>(analysis.disclosure.facts.size() - 1); }

  Finding& finding(Status status, Severity severity, std::vector<FactIndex> facts = {}) {
    Finding made;
    made.status = status;
    made.severity = severity;
    made.facts = std::move(facts);
    analysis.findings.all.push_back(std::move(made));
    return analysis.findings.all.back();
  }

  Analysis analysis;

 private:
  std::size_t searched_ = 0;
};

}  // namespace mingzhang
