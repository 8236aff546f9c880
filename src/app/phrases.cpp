// Loads the words of the interface. Their schemas (assets/schema/interface.json, glossary.json) are checked
// when the project is built, so what is missing here is left out quietly. See phrases.h.
#include "app/phrases.h"

#include "app/wording.h"

#include <assets/assets.h>
#include <nlohmann/json.hpp>

namespace mingzhang {
namespace {

using nlohmann::json;

std::string text_of(const json& object, std::string_view key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

}  // namespace

Phrases::Phrases(Language language, const Vocabulary& vocabulary) : language_(language) {
  const std::string_view tongue = language == Language::zh ? "zh" : "en";
  const json words = json::parse(asset("words/interface.json"), nullptr, false);
  const auto set = [&](std::string phrase) {
    return language == Language::en ? with_straight_quotes(phrase) : phrase;
  };
  if (words.is_object()) {
    for (const auto& [key, both] : words.items()) {
      if (both.is_object()) phrases_.emplace(key, set(text_of(both, tongue)));
    }
  }
  for (const Concept& each : vocabulary.concepts())
    concept_names_.push_back(language == Language::zh ? each.name_zh : each.name_en);

  const json glossary = json::parse(asset("words/glossary.json"), nullptr, false);
  if (!glossary.is_array()) return;
  for (const json& entry : glossary) {
    if (!entry.is_object() || !entry.contains(tongue) || !entry.contains("concepts")) continue;
    const json& words_of_entry = entry[std::string(tongue)];
    const json& concepts = entry["concepts"];
    if (!words_of_entry.is_object() || !concepts.is_array()) continue;
    GlossaryTerm term;
    term.term = set(text_of(words_of_entry, "term"));
    term.explanation = set(text_of(words_of_entry, "explanation"));
    if (entry.contains("zh")) term.printed = text_of(entry["zh"], "term");
    if (entry.contains("words")) {
      for (const json& word : entry["words"])
        if (word.is_string()) term.words.push_back(word.get<std::string>());
    }
    for (const json& id : concepts) {
      if (id.is_string()) term_of_.emplace(vocabulary.find(id.get<std::string>()), terms_.size());
    }
    terms_.push_back(std::move(term));
  }
  term_of_.erase(no_concept);
}

std::string_view Phrases::operator()(std::string_view key) const {
  const auto at = phrases_.find(key);
  return at == phrases_.end() ? key : std::string_view(at->second);
}

std::string Phrases::operator()(
    std::string_view key, std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
  std::string_view phrase = (*this)(key);
  for (const auto& [name, value] : values) {
    if (name != "n" || value != "1") continue;
    const auto one = phrases_.find(std::string(key) + ".one");
    if (one != phrases_.end()) phrase = one->second;
  }
  std::string out;
  while (!phrase.empty()) {
    const std::size_t open = phrase.find('{');
    const std::size_t close = open == std::string_view::npos ? open : phrase.find('}', open);
    if (close == std::string_view::npos) break;
    out += phrase.substr(0, open);
    const std::string_view name = phrase.substr(open + 1, close - open - 1);
    for (const auto& [key_of_value, value] : values) {
      if (key_of_value == name) out += value;
    }
    phrase.remove_prefix(close + 1);
  }
  out += phrase;
  return out;
}

std::string_view Phrases::concept_name(ConceptId id) const {
  if (id < 0 || static_cast<std::size_t>(id) >= concept_names_.size()) return {};
  return concept_names_[static_cast<std::size_t>(id)];
}

const GlossaryTerm* Phrases::explanation_of(ConceptId id) const {
  const auto at = term_of_.find(id);
  return at == term_of_.end() ? nullptr : &terms_[at->second];
}

}  // namespace mingzhang
