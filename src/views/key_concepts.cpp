#include "views/key_concepts.h"

namespace mingzhang {

KeyConcepts KeyConcepts::of(const Vocabulary& vocabulary) {
  KeyConcepts found;
  found.revenue_total = vocabulary.find("revenue.total");
  found.grand_total = vocabulary.find("grand.total");
  found.revenue_fiscal = vocabulary.find("revenue.fiscal");
  found.revenue_budgets = {vocabulary.find("revenue.general_public"),
                           vocabulary.find("revenue.government_fund"),
                           vocabulary.find("revenue.state_capital")};
  found.revenue_others = {
      vocabulary.find("revenue.special_account"), vocabulary.find("revenue.institutional"),
      vocabulary.find("revenue.business"),        vocabulary.find("revenue.superior"),
      vocabulary.find("revenue.subordinate"),     vocabulary.find("revenue.other"),
      vocabulary.find("revenue.other_funds"),     vocabulary.find("revenue.carryover"),
      vocabulary.find("revenue.reserves")};
  found.expenditure_total = vocabulary.find("expenditure.total");
  found.expenditure_basic = vocabulary.find("expenditure.basic");
  found.expenditure_personnel = vocabulary.find("expenditure.personnel");
  found.expenditure_operating = vocabulary.find("expenditure.operating");
  found.expenditure_project = vocabulary.find("expenditure.project");
  found.expenditure_reserve = vocabulary.find("expenditure.reserve");
  found.expenditure_business = vocabulary.find("expenditure.business");
  found.expenditure_superior = vocabulary.find("expenditure.superior");
  found.expenditure_subordinate = vocabulary.find("expenditure.subordinate");
  found.expenditure_left = {vocabulary.find("expenditure.carryover"),
                            vocabulary.find("expenditure.distribution")};
  found.agency_operating = vocabulary.find("agency_operating.total");
  found.three_public_total = vocabulary.find("three_public.total");
  found.three_public_abroad = vocabulary.find("three_public.abroad");
  found.three_public_vehicles = vocabulary.find("three_public.vehicles");
  found.three_public_vehicle_purchase = vocabulary.find("three_public.vehicle_purchase");
  found.three_public_vehicle_operation = vocabulary.find("three_public.vehicle_operation");
  found.three_public_reception = vocabulary.find("three_public.reception");
  found.assets_total = vocabulary.find("assets.total");
  found.staff_total = vocabulary.find("staff.total");
  found.staff_active = vocabulary.find("staff.active");
  found.staff_retired = vocabulary.find("staff.retired");
  found.project_budget = vocabulary.find("project.budget");
  found.activity_budget = vocabulary.find("activity.budget");
  return found;
}

}  // namespace mingzhang
