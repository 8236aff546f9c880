// The vocabulary as data: that it loads, that it has every concept of the report's reference, what it
// refuses.
#include "disclosure/vocabulary.h"

#include "assets/assets.h"
#include "disclosure/lexicon.h"
#include "support.h"

#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("every concept of the reference is there, with a name in both languages") {
  const char* const ids[] = {
      "revenue.total",
      "revenue.fiscal",
      "revenue.general_public",
      "revenue.government_fund",
      "revenue.state_capital",
      "revenue.special_account",
      "revenue.institutional",
      "revenue.business",
      "revenue.superior",
      "revenue.subordinate",
      "revenue.other",
      "revenue.other_funds",
      "revenue.carryover",
      "revenue.reserves",
      "expenditure.total",
      "expenditure.basic",
      "expenditure.personnel",
      "expenditure.operating",
      "expenditure.project",
      "expenditure.reserve",
      "expenditure.business",
      "expenditure.superior",
      "expenditure.subordinate",
      "expenditure.carryover",
      "expenditure.distribution",
      "grand.total",
      "fiscal.total",
      "agency_operating.total",
      "three_public.total",
      "three_public.abroad",
      "three_public.vehicles",
      "three_public.vehicle_purchase",
      "three_public.vehicle_operation",
      "three_public.reception",
      "three_public.with_meetings_training",
      "meetings",
      "training",
      "procurement.total",
      "procurement.goods",
      "procurement.works",
      "procurement.services",
      "procurement.sme",
      "procurement.micro",
      "assets.total",
      "assets.buildings",
      "assets.general_equipment",
      "assets.vehicles",
      "assets.special_equipment",
      "assets.furniture",
      "assets.other",
      "staff.total",
      "staff.active",
      "staff.retired",
      "vehicles",
      "vehicles.planned",
      "telephones",
      "equipment.general",
      "equipment.large",
      "performance.projects",
      "performance.amount",
      "project.budget",
      "project.funding.superior",
      "project.funding.county",
      "project.funding.other",
      "project.part",
      "activity.budget",
      "indicator.target",
      "grade.threshold",
      "function.unknown",
  };
  for (const char* id : ids) {
    INFO(id);
    CHECK(vocabulary().find(id) != no_concept);
  }
  std::set<std::string> seen;
  for (const Concept& concept_ : vocabulary().concepts()) {
    INFO(concept_.id);
    CHECK(seen.insert(concept_.id).second);
    CHECK_FALSE(concept_.name_zh.empty());
    CHECK_FALSE(concept_.name_en.empty());
  }
}

TEST_CASE("concepts are found by id, items of the classification too") {
  const ConceptId id = vocabulary().find("expenditure.personnel");
  CHECK(vocabulary()[id].name_zh == "人员经费");
  CHECK(vocabulary()[id].name_en == "Personnel");
  CHECK(vocabulary()[vocabulary().find("function.2010101")].name_zh == "行政运行");
  CHECK(vocabulary()[vocabulary().find("economic.30217")].name_zh == "公务接待费");
  CHECK(vocabulary().find("no.such") == no_concept);
  CHECK(vocabulary().find("") == no_concept);
}

TEST_CASE("terms match folded, the longest first") {
  const auto& trie = vocabulary().lexicon().trie;
  const std::string words = "“三公”\n  经费支出预算";
  const auto whole = static_cast<std::uint32_t>(words.size());
  CHECK(trie.longest(words, 3, whole).end == whole);
  CHECK(trie.find("因公出国（境）费") == trie.find("因公出国(境)费"));
  CHECK(trie.find("因公出国(") < 0);
  CHECK(trie.longest("天气", 0, 6).value < 0);
}

TEST_CASE("data that is no vocabulary is refused, with the place") {
  const std::string_view concepts = asset("vocabulary/concepts.json");
  const std::string_view tables = asset("vocabulary/tables.json");
  const std::string_view function = asset("classification/function.json");
  const std::string_view economic = asset("classification/economic.json");
  const auto fault = [&](std::string_view a, std::string_view b) {
    const auto loaded = Vocabulary::load({a, b, function, economic});
    return loaded.ok() ? std::string("none") : loaded.error().code + " " + loaded.error().detail;
  };
  CHECK(fault("not json", tables) == "vocabulary.invalid concepts.json");
  CHECK(fault(concepts, "[]") == "vocabulary.invalid tables.json");
  CHECK(fault("{}", tables) == "vocabulary.invalid concepts");
  CHECK(fault(R"({"concepts": [{"id": "a.b", "zh": "", "en": "x", "kind": "money"}]})", tables) ==
        "vocabulary.invalid concepts/a.b");
  CHECK(fault(R"({"concepts": []})", tables) == "vocabulary.invalid words");
  CHECK(fault(concepts, "{}") == "vocabulary.invalid shapes");
}
