#include "report/words.h"

#include "assets/assets.h"

#include <nlohmann/json.hpp>

namespace mingzhang {

Words::Words(Language language) : language_(language) {
  const nlohmann::json all = nlohmann::json::parse(asset("words/report.json"), nullptr, false);
  const char* name = language == Language::zh ? "zh" : "en";
  if (!all.is_object() || !all.contains(name)) return;
  for (const auto& [key, phrase] : all.at(name).items()) {
    if (phrase.is_string()) phrases_.emplace(key, phrase.get<std::string>());
  }
}

std::string_view Words::operator[](std::string_view name) const {
  const auto found = phrases_.find(name);
  return found == phrases_.end() ? name : std::string_view(found->second);
}

std::string_view Words::of_source(std::string_view source) const {
  return source == "good practice" ? (*this)["good_practice"] : source;
}

}  // namespace mingzhang
