// Loads assets/rules/rules.json. The build has checked its shape against the schema; here every name in it is
// looked up, and the book is refused where it lists a rule that nothing evaluates or misses one that
// something does.
//
// Tests: tests/unit/checks/rule_book_test.cpp.
#include "checks/rule_book.h"

#include "checks/rule_data.h"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

namespace mingzhang {
namespace {

using Json = nlohmann::json;

std::uint32_t first_bytes(std::string_view word) {
  std::uint32_t bytes = 0;
  for (const char byte : word.substr(0, 3))
    bytes = bytes << 8 | static_cast<unsigned char>(byte);
  return bytes;
}

constexpr std::string_view evaluator_ids[] = {
    "sum.projects",
    "sum.project_funding",
    "sum.activities",
    "equal.activity_project",
    "sum.assets_amount",
    "sum.assets_quantity",
    "equal.restated",
    "equal.table_text",
    "equal.tables",
    "rate.growth",
    "rate.zero_base",
    "rate.share",
    "rate.completion",
    "rate.impossible",
    "direction.change",
    "direction.budget_final",
    "explain.change",
    "part.of_which",
    "part.sme",
    "count.cost",
    "sum.classification",
    "sum.table",
    "balance.grand",
    "balance.rollforward",
    "sum.vehicles_use",
    "sum.grades",
    "missing.section",
    "missing.granularity",
    "missing.empty_note",
    "structure.contents",
    "structure.naming",
    "structure.class_name",
    "equal.narrative_pair",
    "equal.years",
    "sum.units",
    "period.deadline",
    "unit.suspect",
    "ladder.order",
    "ladder.cover",
    "indicator.unit",
    "indicator.unreachable",
    "indicator.empty_target",
    "indicator.duplicate",
    "missing.table",
    "missing.reason",
    "missing.amount",
    "missing.subject",
    "none.contradicted",
    "structure.numbering",
    "structure.placeholder",
    "structure.punctuation",
    "structure.repeated",
    "period.heading",
    "period.date",
    "period.comparison",
    "privacy.contact",
};
static_assert(std::size(evaluator_ids) == static_cast<std::size_t>(Evaluator::count),
              "one id for each evaluator");

/// Reads the parsed file; the first thing that is wrong is kept in `fault`.
class Loader {
 public:
  Loader(const Vocabulary& vocabulary, RuleBook::Data& data) : vocabulary_(vocabulary), data_(data) {}

  std::string load(const Json& root) {
    data_.date = text(root, "date");
    read_words(member(root, "words"));
    read_tables(member(root, "tables"));
    read_sections(member(root, "sections"));
    read_known(member(root, "known"));
    for (const Json& pair : member(root, "contained")) {
      data_.containments.push_back({concept_named(text(pair, "whole")), concepts(pair, "parts")});
    }
    for (const Json& pair : member(root, "counterparts")) {
      data_.counterparts.push_back({concept_named(text(pair, "prose")), concept_named(text(pair, "table"))});
    }
    for (const Json& pair : member(root, "levels"))
      data_.levels.push_back(
          {concept_named(text(pair, "own")), concept_named(text(pair, "grand")), concepts(pair, "between")});
    std::vector<bool> evaluated(std::size(evaluator_ids), false);
    for (const Json& rule : member(root, "rules"))
      read_rule(rule, evaluated);
    for (std::size_t i = 0; i < evaluated.size(); ++i) {
      if (!evaluated[i]) blame(std::string(evaluator_ids[i]) + " is evaluated, but not in the book");
    }
    return fault_;
  }

 private:
  void blame(std::string what) {
    if (fault_.empty()) fault_ = std::move(what);
  }

  const Json& member(const Json& object, const char* name) {
    static const Json nothing = Json::array();
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found == object.end() ? nothing : *found;
  }

  std::string text(const Json& object, const char* name) {
    const Json& value = member(object, name);
    if (value.is_string()) return value.get<std::string>();
    blame(std::string("no text ") + name);
    return {};
  }

  std::vector<std::string> texts(const Json& object, const char* name) {
    std::vector<std::string> out;
    for (const Json& value : member(object, name)) {
      if (value.is_string()) out.push_back(value.get<std::string>());
    }
    return out;
  }

  bool flag(const Json& object, const char* name) {
    const Json& value = member(object, name);
    return value.is_boolean() && value.get<bool>();
  }

  int number(const Json& object, const char* name, int otherwise) {
    const Json& value = member(object, name);
    return value.is_number_integer() ? value.get<int>() : otherwise;
  }

  ConceptId concept_named(const std::string& id) {
    const ConceptId found = vocabulary_.find(id);
    if (found == no_concept) blame("the vocabulary has no concept " + id);
    return found;
  }

  std::vector<ConceptId> concepts(const Json& object, const char* name) {
    std::vector<ConceptId> out;
    for (const std::string& id : texts(object, name))
      out.push_back(concept_named(id));
    return out;
  }

  void read_words(const Json& words) {
    data_.name_affixes = texts(words, "name_affixes");
    data_.rate_endings = texts(words, "rate_endings");
    data_.result_beginnings = texts(words, "result_beginnings");
    data_.placeholders = texts(words, "placeholders");
    data_.empty_reasons = texts(words, "empty_reasons");
    data_.total_endings = texts(words, "total_endings");
    data_.subtotals = texts(words, "subtotals");
    data_.provinces = texts(words, "provinces");
    data_.empty_tables = texts(words, "empty_tables");
    data_.empty_notes = texts(words, "empty_notes");
    data_.body_labels = texts(words, "body_labels");
    data_.grades = texts(words, "grades");
    data_.approval_words = texts(words, "approval");
    data_.publication_words = texts(words, "publication");
    constexpr std::array roles = {"opening", "income", "expenditure", "distribution", "closing"};
    for (std::size_t i = 0; i < roles.size(); ++i)
      data_.roll_forward[i] = texts(member(words, "roll_forward"), roles[i]);
    for (const auto* list : {&data_.placeholders, &data_.empty_reasons}) {
      for (const std::string& entry : *list)
        data_.template_starts.add(first_bytes(entry));
    }
  }

  void read_tables(const Json& tables) {
    for (const Json& entry : tables) {
      StandardTable table;
      table.zh = text(member(entry, "name"), "zh");
      table.en = text(member(entry, "name"), "en");
      for (const Json& words : member(entry, "titles")) {
        std::vector<std::string>& list = table.titles.emplace_back();
        for (const Json& word : words)
          list.push_back(word.is_string() ? word.get<std::string>() : std::string());
      }
      table.without = texts(entry, "without");
      table.from = static_cast<std::int16_t>(number(entry, "from", 0));
      table.to = static_cast<std::int16_t>(number(entry, "to", 9999));
      table.kind = text(entry, "kind") == "final" ? DisclosureKind::final : DisclosureKind::budget;
      data_.tables.push_back(std::move(table));
    }
  }

  void read_sections(const Json& sections) {
    for (const Json& entry : sections) {
      RequiredSection section;
      section.zh = text(member(entry, "name"), "zh");
      section.en = text(member(entry, "name"), "en");
      section.words = texts(entry, "words");
      if (entry.contains("kind"))
        section.kind = text(entry, "kind") == "final" ? DisclosureKind::final : DisclosureKind::budget;
      section.from = static_cast<std::int16_t>(number(entry, "from", 0));
      section.to = static_cast<std::int16_t>(number(entry, "to", 9999));
      if (entry.contains("province")) section.province = text(entry, "province");
      for (const std::string& level : texts(entry, "levels")) {
        section.levels.push_back(level == "central"    ? PlaceLevel::central
                                 : level == "province" ? PlaceLevel::province
                                 : level == "city"     ? PlaceLevel::city
                                                       : PlaceLevel::county);
      }
      section.source = text(entry, "source");
      data_.sections.push_back(std::move(section));
    }
  }

  void read_known(const Json& names) {
    RuleBook::Data::Known& known = data_.known;
    known.expenditure = concept_named(text(names, "expenditure"));
    known.project_expenditure = concept_named(text(names, "project_expenditure"));
    known.project_budget = concept_named(text(names, "project_budget"));
    known.activity_budget = concept_named(text(names, "activity_budget"));
    known.assets_total = concept_named(text(names, "assets_total"));
    known.assets = concepts(names, "assets");
    known.assets_general = concept_named(text(names, "assets_general"));
    known.assets_vehicles = concept_named(text(names, "assets_vehicles"));
    known.vehicles = concept_named(text(names, "vehicles"));
    known.vehicles_planned = concept_named(text(names, "vehicles_planned"));
    known.vehicle_purchase = concept_named(text(names, "vehicle_purchase"));
    known.performance_projects = concept_named(text(names, "performance_projects"));
    known.problems = concept_named(text(names, "problems"));
    known.problems_settled = concept_named(text(names, "problems_settled"));
    known.problems_open = concept_named(text(names, "problems_open"));
    known.vehicle_operation = concept_named(text(names, "vehicle_operation"));
    known.sme = concept_named(text(names, "sme"));
    known.micro = concept_named(text(names, "micro"));
    known.procurement = concept_named(text(names, "procurement"));
    for (const Concept& entry : vocabulary_.concepts()) {
      const std::string_view id = entry.id;
      const bool coded = id.starts_with("function.") || id.starts_with("economic.");
      const std::string_view code = coded ? id.substr(id.find('.') + 1) : std::string_view{};
      const bool digits = code.find_first_not_of("0123456789") == std::string_view::npos;
      known.codes.emplace_back(digits ? code : std::string_view{});
    }
  }

  void read_rule(const Json& entry, std::vector<bool>& evaluated) {
    Rule rule;
    rule.id = text(entry, "id");
    rule.formula_zh = text(member(entry, "formula"), "zh");
    rule.formula_en = text(member(entry, "formula"), "en");
    const std::string severity = text(entry, "severity");
    rule.severity = severity == "error"     ? Severity::error
                    : severity == "warning" ? Severity::warning
                                            : Severity::notice;
    rule.source = text(entry, "source");
    const RuleIndex index = static_cast<RuleIndex>(data_.rules.size());
    if (!read_identity(entry, index)) {
      const auto found = std::find(std::begin(evaluator_ids), std::end(evaluator_ids), rule.id);
      if (found == std::end(evaluator_ids)) {
        blame(rule.id + " is in the book, but nothing evaluates it");
      } else {
        const std::size_t place = static_cast<std::size_t>(found - std::begin(evaluator_ids));
        evaluated[place] = true;
        data_.evaluators[place] = index;
      }
    }
    data_.rules.push_back(std::move(rule));
  }

  bool read_identity(const Json& entry, RuleIndex rule) {
    Identity identity;
    identity.rule = rule;
    if (const Json& sum = member(entry, "sum"); sum.is_object()) {
      identity.kind = IdentityKind::sum;
      identity.concepts = {concept_named(text(sum, "total"))};
      if (flag(sum, "quantity")) identity.measure = Measure::quantity;
      identity.fiscal_parts = flag(sum, "fiscal_parts");
      for (const Json& list : member(sum, "lists")) {
        identity.lists.push_back(
            {concepts(list, "every"), concepts(list, "also"), concepts(list, "open"),
             concepts(list, "contained"),
             list.contains("container") ? concept_named(text(list, "container")) : no_concept,
             static_cast<std::uint32_t>(number(list, "at_least", 2))});
      }
    } else if (const Json& equal = member(entry, "equal"); equal.is_object()) {
      identity.kind = IdentityKind::equal;
      identity.concepts = concepts(equal, "left");
      identity.equals = concepts(equal, "right");
      if (identity.concepts.size() != identity.equals.size()) blame("left and right differ in number");
      identity.across_scopes = flag(equal, "across_scopes");
      identity.single_agency = flag(equal, "single_agency");
      identity.unless_printed = concepts(equal, "unless_printed");
      identity.fiscal_parts = flag(equal, "fiscal_parts");
    } else if (const Json& change = member(entry, "change"); change.is_object()) {
      identity.kind = IdentityKind::change;
      identity.concepts = concepts(change, "of");
    } else {
      return false;
    }
    data_.identities.push_back(std::move(identity));
    return true;
  }

  const Vocabulary& vocabulary_;
  RuleBook::Data& data_;
  std::string fault_;
};

}  // namespace

std::string_view id_of(Evaluator evaluator) {
  return evaluator_ids[static_cast<std::size_t>(evaluator)];
}

Result<RuleBook> RuleBook::load(std::string_view rules_json, const Vocabulary& vocabulary) {
  const Json root = Json::parse(rules_json, nullptr, false);
  if (root.is_discarded() || !root.is_object()) return Error{"rules.invalid", {}, Error::no_place, "JSON"};
  auto data = std::make_unique<Data>();
  std::string fault = Loader(vocabulary, *data).load(root);
  if (!fault.empty()) return Error{"rules.invalid", {}, Error::no_place, std::move(fault)};
  return RuleBook(std::move(data));
}

RuleBook::RuleBook(std::unique_ptr<Data> data) : data_(std::move(data)) {}
RuleBook::RuleBook(RuleBook&&) noexcept = default;
RuleBook& RuleBook::operator=(RuleBook&&) noexcept = default;
RuleBook::~RuleBook() = default;

const std::vector<Rule>& RuleBook::rules() const {
  return data_->rules;
}
const std::string& RuleBook::date() const {
  return data_->date;
}

RuleIndex RuleBook::find(std::string_view id) const {
  const auto found =
      std::find_if(data_->rules.begin(), data_->rules.end(), [&](const Rule& r) { return r.id == id; });
  return static_cast<RuleIndex>(found - data_->rules.begin());
}

}  // namespace mingzhang
