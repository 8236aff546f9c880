// Loads assets/vocabulary/*.json. The schemas have judged the files at build time, yet every access here is
// checked: a test or an accountant may hand in other data. Tested in
// tests/unit/disclosure/vocabulary_test.cpp.
#include "disclosure/vocabulary.h"

#include "disclosure/json_members.h"
#include "disclosure/lexicon.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

struct WordName {
  const char* name;
  Word word;
};

constexpr WordName word_names[] = {
    {"whole", Word::whole},
    {"expenditure_bare", Word::expenditure_bare},
    {"revenue_bare", Word::revenue_bare},
    {"glue", Word::glue},
    {"joint", Word::joint},
    {"increase", Word::increase},
    {"decrease", Word::decrease},
    {"greater", Word::greater},
    {"smaller", Word::smaller},
    {"unchanged", Word::unchanged},
    {"incomparable", Word::incomparable},
    {"nothing", Word::nothing},
    {"last_year", Word::last_year},
    {"year_end", Word::year_end},
    {"versus", Word::versus},
    {"versus_alone", Word::versus_alone},
    {"base_budget", Word::base_budget},
    {"base_execution", Word::base_execution},
    {"base_final", Word::base_final},
    {"stage_budget", Word::stage_budget},
    {"stage_adjusted", Word::stage_adjusted},
    {"stage_execution", Word::stage_execution},
    {"stage_final", Word::stage_final},
    {"share", Word::share},
    {"completion", Word::completion},
    {"of_which", Word::of_which},
    {"reason", Word::reason},
    {"purpose", Word::purpose},
    {"within", Word::within},
    {"unit_price", Word::unit_price},
};

/// The first name of an item of a classification; empty where there is none.
std::string item_name(const json& items, const std::string& code) {
  const auto names = items.find(code);
  if (names == items.end()) return {};
  if (names->is_array()) return names->empty() ? std::string() : text_of(names->front(), "zh");
  return names->is_string() ? names->get<std::string>() : std::string();
}

/// 其他人大事务支出 needs no English of its own: it is the rest of its class.
std::string english_name(const json& classification, const std::string& code) {
  constexpr std::size_t class_digits = 3;
  const json& english = classification["english"];
  std::string words = text_of(english, item_name(classification["items"], code).c_str());
  for (std::string above = code; words.empty() && above.size() > class_digits;) {
    above.resize(above.size() - 2);
    words = text_of(english, item_name(classification["items"], above).c_str());
    if (!words.empty()) words += ", other";
  }
  return words.empty() ? "Item " + code : words;
}

std::vector<std::string> folded_strings(const json& list) {
  std::vector<std::string> strings = strings_of(list);
  for (std::string& words : strings)
    words = fold_label(words);
  return strings;
}

/// Scope::all for any other name.
Scope scope_of(std::string_view name) {
  constexpr std::pair<std::string_view, Scope> names[] = {{"fiscal", Scope::fiscal},
                                                          {"general_public", Scope::general_public},
                                                          {"government_fund", Scope::government_fund},
                                                          {"state_capital", Scope::state_capital}};
  const auto* known =
      std::find_if(std::begin(names), std::end(names), [&](auto& pair) { return name == pair.first; });
  return known == std::end(names) ? Scope::all : known->second;
}

Level level_of(std::string_view name) {
  constexpr std::pair<std::string_view, Level> names[] = {
      {"excellent", Level::excellent}, {"good", Level::good}, {"fair", Level::fair}, {"poor", Level::poor}};
  const auto* known =
      std::find_if(std::begin(names), std::end(names), [&](auto& pair) { return name == pair.first; });
  return known == std::end(names) ? Level::none : known->second;
}

class Loader {
 public:
  explicit Loader(Vocabulary::Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Each returns the place of the first fault, empty where there is none.
  std::string concepts(const json& data);
  std::string classifications(const json& function, const json& economic);
  std::string tables(const json& data);
  std::string finish();

 private:
  ConceptId add_concept(std::string id, std::string zh, std::string en, ConceptTraits traits);
  VocabularyTerm& term(std::string_view words);
  std::string classification(const json& data, const std::string& family, Classification& into);
  void name_classes();
  std::string scopes(const json& list);
  void roles(const json& object, std::vector<ShapeRole>& into);
  std::string form(const json& labels);
  std::string heads(const json& words);
  std::string standard(const json& words);

  Vocabulary::Lexicon& lexicon_;
};

ConceptId Loader::add_concept(std::string id, std::string zh, std::string en, ConceptTraits traits) {
  const auto made = static_cast<ConceptId>(lexicon_.concepts.size());
  lexicon_.by_id.emplace_back(id, made);
  lexicon_.concepts.push_back({std::move(id), std::move(zh), std::move(en)});
  lexicon_.traits.push_back(traits);
  return made;
}

VocabularyTerm& Loader::term(std::string_view words) {
  std::int32_t& slot = lexicon_.trie.slot(words);
  if (slot < 0) {
    slot = static_cast<std::int32_t>(lexicon_.terms.size());
    VocabularyTerm made;
    const std::string folded = fold_label(words);
    for (std::size_t at = 0; at < folded.size(); at += decode_utf8(folded, at).size)
      ++made.length;
    lexicon_.terms.push_back(made);
  }
  return lexicon_.terms[static_cast<std::size_t>(slot)];
}

std::string Loader::scopes(const json& list) {
  for (const json& entry : list) {
    if (!entry.is_object()) return "scopes";
    const std::string name = text_of(entry, "scope");
    const Scope scope = scope_of(name);
    const ConceptId revenue = lexicon_.find(text_of(entry, "revenue"));
    if (scope == Scope::all || revenue == no_concept) return "scopes/" + name;
    for (const std::string& words : strings_of(entry, "words")) {
      VocabularyTerm& made = term(words);
      made.add(Word::scope);
      made.scope = scope;
      made.revenue = revenue;
      lexicon_.traits[static_cast<std::size_t>(revenue)].named_scope = scope;
    }
  }
  return {};
}

std::string Loader::concepts(const json& data) {
  const auto list = data.find("concepts");
  if (list == data.end() || !list->is_array()) return "concepts";
  for (const json& entry : *list) {
    const std::string id = entry.is_object() ? text_of(entry, "id") : std::string();
    if (id.empty() || text_of(entry, "zh").empty() || text_of(entry, "en").empty()) return "concepts/" + id;
    const ConceptTraits traits{text_of(entry, "kind") == "money", flag_of(entry, "scoped"),
                               flag_of(entry, "stock"), Scope::all, text_of(entry, "beside")};
    add_concept(id, text_of(entry, "zh"), text_of(entry, "en"), traits);
  }
  std::sort(lexicon_.by_id.begin(), lexicon_.by_id.end());
  for (std::size_t index = 0; index < list->size(); ++index) {
    const auto id = static_cast<ConceptId>(index);
    const json& entry = (*list)[index];
    const auto label = [&](const std::string& words) -> VocabularyTerm& {
      VocabularyTerm& made = term(words);
      made.add(Word::label);
      (lexicon_.traits_of(id).money ? made.money : made.count) = id;
      return made;
    };
    for (const std::string& words : strings_of(entry, "words"))
      label(words);
    if (const auto scoped = entry.find("scoped_words"); scoped != entry.end()) {
      for (const auto& [scope, wordings] : scoped->items()) {
        for (const std::string& words : strings_of(wordings))
          label(words).scope = scope_of(scope);
      }
    }
    if (const auto graded = entry.find("graded"); graded != entry.end()) {
      for (const auto& [level, wordings] : graded->items()) {
        for (const std::string& words : strings_of(wordings))
          label(words).level = level_of(level);
      }
    }
    for (const std::string& words : strings_of(entry, "short")) {
      VocabularyTerm& made = term(words);
      made.add(Word::short_label);
      made.short_concept = id;
      made.under = lexicon_.find(text_of(entry, "under"));
    }
    for (const std::string& words : strings_of(entry, "behind")) {
      VocabularyTerm& made = term(words);
      made.add(Word::behind_count);
      made.counted = id;
    }
  }
  const auto words = data.find("words");
  if (words == data.end() || !words->is_object()) return "words";
  for (const WordName& kind : word_names) {
    if (strings_of(*words, kind.name).empty()) return std::string("words/") + kind.name;
    for (const std::string& wording : strings_of(*words, kind.name))
      term(wording).add(kind.word);
  }
  for (const std::string& wording : strings_of(data, "vehicle_uses"))
    term(wording).add(Word::vehicle_use);
  lexicon_.performance_steps = strings_of(data, "performance_steps");
  for (std::string& ending : strings_of(data, "organisation_endings")) {
    lexicon_.organisation_endings.add(std::move(ending));
  }
  const auto scope_list = data.find("scopes");
  return scope_list != data.end() ? scopes(*scope_list) : std::string("scopes");
}

std::string Loader::classification(const json& data, const std::string& family, Classification& into) {
  const std::string place = "classification/" + family + ".json/";
  for (const char* key : {"items", "english", "renumbered"}) {
    if (!data.is_object() || !data.contains(key)) return place + key;
  }
  std::vector<ClassifiedItem> items;
  for (const auto& [code, names] : data["items"].items()) {
    ClassifiedItem item{code, {}, no_concept};
    if (names.is_string()) item.names.push_back({names.get<std::string>(), 0, 0});
    for (const json& entry : names.is_array() ? names : json::array())
      item.names.push_back({text_of(entry, "zh"), year_of(entry, "from"), year_of(entry, "to")});
    if (code.empty() || item.names.empty() || item.names.front().name.empty()) return place + "items/" + code;
    const std::string& name = item.names.front().name;
    item.concept_id =
        add_concept(family + "." + code, name, english_name(data, code), lexicon_.traits_of_items);
    items.push_back(std::move(item));
  }
  std::vector<Classification::Renumbered> renumbered;
  for (const json& entry : data["renumbered"]) {
    if (!entry.is_object()) return place + "renumbered";
    renumbered.push_back({text_of(entry, "was"), text_of(entry, "now"), year_of(entry, "from")});
  }
  into = Classification(std::move(items), std::move(renumbered));
  return {};
}

void Loader::name_classes() {
  for (const Classification* kind : {&lexicon_.function, &lexicon_.economic}) {
    for (const ClassifiedItem& item : kind->items()) {
      if (item.code.size() != 3) continue;
      for (const auto& [name, from, to] : item.names) {
        // 其他支出 and 预备费 are said of anything.
        if (name == "其他支出" || name == "其他收入" || name == "预备费") continue;
        VocabularyTerm& made = term(name);
        if (made.is(Word::label) || made.is(Word::item_class)) continue;  // 303 before 509
        made.add(Word::item_class);
        made.money = item.concept_id;
      }
    }
  }
}

std::string Loader::classifications(const json& function, const json& economic) {
  std::string fault = classification(function, "function", lexicon_.function);
  if (fault.empty()) fault = classification(economic, "economic", lexicon_.economic);
  if (fault.empty()) name_classes();
  return fault;
}

void Loader::roles(const json& object, std::vector<ShapeRole>& into) {
  for (const auto& [name, words] : object.items())
    into.push_back({name, folded_strings(words), false});
}

std::string Loader::form(const json& labels) {
  constexpr std::pair<const char*, FormRole> names[] = {{"name", FormRole::name},
                                                        {"total", FormRole::total},
                                                        {"superior", FormRole::superior},
                                                        {"county", FormRole::county},
                                                        {"other", FormRole::other},
                                                        {"goal", FormRole::goal},
                                                        {"unit_of", FormRole::unit_of},
                                                        {"category", FormRole::category},
                                                        {"subcategory", FormRole::subcategory},
                                                        {"indicator", FormRole::indicator},
                                                        {"target", FormRole::target}};
  for (const auto& [name, role] : names) {
    const std::vector<std::string> wordings = strings_of(labels, name);
    if (wordings.empty()) return std::string("form/") + name;
    for (const std::string& words : wordings) {
      std::int32_t& slot = lexicon_.form_labels.slot(words);
      if (slot >= 0) return std::string("form/") + name;  // one label, one role
      slot = static_cast<std::int32_t>(role);
    }
  }
  lexicon_.form_labels.freeze();
  return {};
}

std::string Loader::heads(const json& words) {
  constexpr std::pair<const char*, HeadWord> names[] = {{"code", HeadWord::code},
                                                        {"name", HeadWord::name},
                                                        {"label", HeadWord::label},
                                                        {"unit", HeadWord::unit},
                                                        {"other", HeadWord::other},
                                                        {"total", HeadWord::total},
                                                        {"plain", HeadWord::plain},
                                                        {"this_year", HeadWord::this_year},
                                                        {"last_year", HeadWord::last_year},
                                                        {"budget", HeadWord::budget},
                                                        {"adjusted", HeadWord::adjusted},
                                                        {"execution", HeadWord::execution},
                                                        {"final", HeadWord::final},
                                                        {"change", HeadWord::change},
                                                        {"rate", HeadWord::rate},
                                                        {"share", HeadWord::share},
                                                        {"completion", HeadWord::completion},
                                                        {"versus", HeadWord::versus}};
  for (const auto& [name, word] : names) {
    const std::vector<std::string> wordings = strings_of(words, name);
    if (wordings.empty()) return std::string("heads/") + name;
    for (const std::string& wording : wordings) {
      std::int32_t& slot = lexicon_.head_words.slot(wording);
      if (slot >= 0) return std::string("heads/") + name + "/" + wording;  // one word, one meaning
      slot = static_cast<std::int32_t>(word);
    }
  }
  lexicon_.head_words.freeze();
  return {};
}

std::string Loader::standard(const json& words) {
  const std::pair<const char*, std::vector<std::string>*> lists[] = {
      {"total_labels", &lexicon_.standard.total_labels},
      {"own_year_labels", &lexicon_.standard.own_year_labels}};
  for (const auto& [name, list] : lists) {
    if (!words.is_object() || !words.contains(name)) return std::string("standard/") + name;
    *list = folded_strings(words[name]);
  }
  return {};
}

std::string Loader::tables(const json& data) {
  for (const char* key : {"shapes", "form", "heads", "standard"}) {
    if (!data.contains(key)) return key;
  }
  for (const json& entry : data["shapes"]) {
    TableShape shape;
    shape.reader = text_of(entry, "reader");
    if (shape.reader.empty() || !entry.contains("columns")) return "shapes/" + shape.reader;
    roles(entry["columns"], shape.roles);
    for (const std::string& name : strings_of(entry, "required")) {
      for (ShapeRole& role : shape.roles)
        role.required = role.required || role.name == name;
    }
    if (entry.contains("titles")) shape.titles = folded_strings(entry["titles"]);
    lexicon_.shapes.push_back(std::move(shape));
  }
  if (std::string fault = form(data["form"]); !fault.empty()) return fault;
  if (std::string fault = heads(data["heads"]); !fault.empty()) return fault;
  return standard(data["standard"]);
}

std::string Loader::finish() {
  std::sort(lexicon_.by_id.begin(), lexicon_.by_id.end());
  lexicon_.trie.freeze();
  CoreConcepts& core = lexicon_.core;
  const std::pair<const char*, ConceptId*> named[] = {
      {"revenue.total", &core.revenue_total},
      {"revenue.fiscal", &core.revenue_fiscal},
      {"revenue.carryover", &core.revenue_carryover},
      {"expenditure.total", &core.expenditure_total},
      {"expenditure.basic", &core.expenditure_basic},
      {"expenditure.project", &core.expenditure_project},
      {"expenditure.personnel", &core.expenditure_personnel},
      {"expenditure.operating", &core.expenditure_operating},
      {"agency_operating.total", &core.agency_operating},
      {"three_public.with_meetings_training", &core.three_public_more},
      {"three_public.total", &core.three_public},
      {"activity.budget", &core.activity_budget},
      {"grade.threshold", &core.grade_threshold},
      {"indicator.target", &core.indicator_target},
      {"project.budget", &core.project_budget},
      {"project.funding.superior", &core.funding_superior},
      {"project.funding.county", &core.funding_county},
      {"project.funding.other", &core.funding_other},
      {"function.unknown", &core.function_unknown},
      {"assets.total", &core.assets_total},
      {"staff.total", &core.staff_total},
      {"vehicles", &core.vehicles},
      {"grand.total", &core.grand_total},
      {"fiscal.total", &core.fiscal_total},
      {"performance.projects", &core.performance_projects},
      {"performance.amount", &core.performance_amount},
      {"equipment.large", &core.large_equipment},
      {"expenditure.carryover", &core.expenditure_carryover},
      {"revenue.general_public", &core.revenue_general_public},
      {"revenue.government_fund", &core.revenue_government_fund},
      {"revenue.state_capital", &core.revenue_state_capital},
      {"procurement.total", &core.procurement_total},
  };
  for (const auto& [id, slot] : named) {
    *slot = lexicon_.find(id);
    if (*slot == no_concept) return std::string("concepts/") + id;
  }
  lexicon_.traits[static_cast<std::size_t>(core.fiscal_total)].named_scope = Scope::fiscal;
  lexicon_.large_equipment_term = static_cast<std::int32_t>(lexicon_.terms.size());
  VocabularyTerm large;
  large.add(Word::label);
  large.count = core.large_equipment;
  lexicon_.terms.push_back(large);
  return {};
}

}  // namespace

Vocabulary::Vocabulary(std::unique_ptr<Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

const std::vector<Concept>& Vocabulary::concepts() const {
  return lexicon_->concepts;
}
ConceptId Vocabulary::find(std::string_view id) const {
  return lexicon_->find(id);
}

const Classification& Vocabulary::function() const {
  return lexicon_->function;
}
const Classification& Vocabulary::economic() const {
  return lexicon_->economic;
}

Result<Vocabulary> Vocabulary::load(const VocabularyTexts& texts) {
  const auto fault = [](std::string place) {
    return Error{"vocabulary.invalid", {}, Error::no_place, std::move(place)};
  };
  json parsed[4];
  const std::pair<const char*, std::string_view> files[] = {{"concepts.json", texts.concepts},
                                                            {"tables.json", texts.tables},
                                                            {"function.json", texts.function},
                                                            {"economic.json", texts.economic}};
  for (std::size_t index = 0; index < std::size(files); ++index) {
    parsed[index] = json::parse(files[index].second, nullptr, false);
    if (!parsed[index].is_object()) return fault(files[index].first);
  }
  auto lexicon = std::make_unique<Lexicon>();
  Loader loader(*lexicon);
  std::string place = loader.concepts(parsed[0]);
  if (place.empty()) place = loader.classifications(parsed[2], parsed[3]);
  if (place.empty()) place = loader.tables(parsed[1]);
  if (place.empty()) place = loader.finish();
  if (!place.empty()) return fault(std::move(place));
  return Vocabulary(std::move(lexicon));
}

const Concept& concept_of(const Vocabulary& vocabulary, const Disclosure& disclosure, ConceptId id) {
  const auto index = static_cast<std::size_t>(id);
  const std::size_t known = vocabulary.concepts().size();
  return index < known ? vocabulary.concepts()[index] : disclosure.own_concepts[index - known];
}

std::size_t concept_count(const Vocabulary& vocabulary, const Disclosure& disclosure) {
  return vocabulary.concepts().size() + disclosure.own_concepts.size();
}

}  // namespace mingzhang
