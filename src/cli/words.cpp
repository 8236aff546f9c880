#include "cli/words.h"

#include "assets/assets.h"

namespace mingzhang::cli {

nlohmann::json words_in(Language language) {
  const nlohmann::json all =
      nlohmann::json::parse(asset_beyond_page("words/command_line.json"), nullptr, false);
  const char* name = language == Language::zh ? "zh" : "en";
  return all.is_object() && all.contains(name) ? all.at(name) : nlohmann::json::object();
}

}  // namespace mingzhang::cli
