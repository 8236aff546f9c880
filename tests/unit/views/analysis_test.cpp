#include "views/analysis.h"

#include <cstdint>
#include <string_view>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

TEST_CASE("the assets that are built in load, and every concept that a view shows is in the vocabulary") {
  const auto knowledge = Knowledge::load();
  REQUIRE_MESSAGE(knowledge.ok(), knowledge.error().detail);
  const KeyConcepts found = KeyConcepts::of(knowledge.value().vocabulary);
  for (const ConceptId id : {found.revenue_total,
                             found.grand_total,
                             found.expenditure_total,
                             found.expenditure_basic,
                             found.expenditure_personnel,
                             found.expenditure_operating,
                             found.expenditure_project,
                             found.expenditure_reserve,
                             found.expenditure_business,
                             found.expenditure_superior,
                             found.expenditure_subordinate,
                             found.agency_operating,
                             found.three_public_total,
                             found.three_public_abroad,
                             found.three_public_vehicles,
                             found.three_public_vehicle_purchase,
                             found.three_public_vehicle_operation,
                             found.three_public_reception,
                             found.assets_total,
                             found.staff_total,
                             found.staff_active,
                             found.staff_retired,
                             found.project_budget,
                             found.activity_budget}) {
    CHECK(id != no_concept);
  }
}

TEST_CASE("a text that is no disclosure is read and not checked") {
  const auto knowledge = Knowledge::load();
  REQUIRE(knowledge.ok());
  const auto analysis = analyse(bytes_of("床前明月光\n疑是地上霜\n"), "poem.txt", knowledge.value());
  REQUIRE(analysis.ok());
  CHECK_FALSE(analysis.value().disclosure.recognised);
  CHECK(analysis.value().findings.all.empty());
  CHECK(analysis.value().document.name == "poem.txt");
  CHECK(analysis.value().sha256.empty());
}

TEST_CASE("an empty file is an error, not an empty analysis") {
  const auto knowledge = Knowledge::load();
  REQUIRE(knowledge.ok());
  const auto analysis = analyse({}, "empty.txt", knowledge.value());
  REQUIRE_FALSE(analysis.ok());
  CHECK(analysis.error().code == "file.empty");
}

TEST_CASE("every figure of a disclosure has its entry in the protection, checked or not") {
  const auto knowledge = Knowledge::load();
  REQUIRE(knowledge.ok());
  const auto analysis = analyse(
      bytes_of("某局2020年部门预算\n\n2020年部门支出预算为100万元，其中基本支出60万元，项目支出40万元。\n"),
      "small.txt", knowledge.value());
  REQUIRE(analysis.ok());
  CHECK(analysis.value().findings.protection.size() == analysis.value().disclosure.facts.size());
}
