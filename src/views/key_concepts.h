// The concepts that the views show by name, found once in the vocabulary: a concept's number is only its
// place in assets/vocabulary, so no code may know it. Tested in tests/unit/views/analysis_test.cpp.
#pragma once

#include "disclosure/vocabulary.h"

#include <array>

namespace mingzhang {

/// no_concept where the vocabulary has none of that id.
struct KeyConcepts {
  ConceptId revenue_total = no_concept;
  ConceptId grand_total = no_concept;
  ConceptId revenue_fiscal = no_concept;
  /// The three budgets that 财政拨款 comes from, and all other sources of income.
  std::array<ConceptId, 3> revenue_budgets = {no_concept, no_concept, no_concept};
  std::array<ConceptId, 9> revenue_others = {no_concept, no_concept, no_concept, no_concept, no_concept,
                                             no_concept, no_concept, no_concept, no_concept};

  ConceptId expenditure_total = no_concept;
  ConceptId expenditure_basic = no_concept;
  ConceptId expenditure_personnel = no_concept;
  ConceptId expenditure_operating = no_concept;
  ConceptId expenditure_project = no_concept;
  ConceptId expenditure_reserve = no_concept;
  ConceptId expenditure_business = no_concept;
  ConceptId expenditure_superior = no_concept;
  ConceptId expenditure_subordinate = no_concept;
  /// What is left at the year's end: carried over, distributed.
  std::array<ConceptId, 2> expenditure_left = {no_concept, no_concept};

  ConceptId agency_operating = no_concept;

  ConceptId three_public_total = no_concept;
  ConceptId three_public_abroad = no_concept;
  ConceptId three_public_vehicles = no_concept;
  ConceptId three_public_vehicle_purchase = no_concept;
  ConceptId three_public_vehicle_operation = no_concept;
  ConceptId three_public_reception = no_concept;

  ConceptId assets_total = no_concept;
  ConceptId staff_total = no_concept;
  ConceptId staff_active = no_concept;
  ConceptId staff_retired = no_concept;

  ConceptId project_budget = no_concept;
  ConceptId activity_budget = no_concept;

  static KeyConcepts of(const Vocabulary& vocabulary);
};

}  // namespace mingzhang
