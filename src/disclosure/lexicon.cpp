// Look-ups in the loaded vocabulary. Tested in tests/unit/disclosure/vocabulary_test.cpp.
#include "disclosure/lexicon.h"

#include <algorithm>

namespace mingzhang {

ConceptId Vocabulary::Lexicon::find(std::string_view id) const {
  const auto found =
      std::lower_bound(by_id.begin(), by_id.end(), id,
                       [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return found != by_id.end() && found->first == id ? found->second : no_concept;
}

namespace {

std::uint32_t last_bytes(std::string_view words) {
  std::uint32_t bytes = 0;
  for (const char byte : words.substr(words.size() < 3 ? 0 : words.size() - 3)) {
    bytes = bytes << 8 | static_cast<unsigned char>(byte);
  }
  return bytes;
}

}  // namespace

void Endings::add(std::string ending) {
  const std::uint32_t last = last_bytes(ending);
  endings_.emplace_back(last, std::move(ending));
}

bool Endings::end(std::string_view words) const {
  const std::uint32_t last = last_bytes(words);
  return std::any_of(endings_.begin(), endings_.end(), [&](const auto& ending) {
    return ending.first == last && words.ends_with(ending.second);
  });
}

}  // namespace mingzhang
