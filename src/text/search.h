// Words in Chinese text. std::string_view::find looks for the first byte, which in UTF-8 one of three
// characters shares with any other; here it is the third, which one in sixty does. Tested in
// tests/unit/text/search_test.cpp.
#pragma once

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// As text.find(words, from).
inline std::size_t find_words(std::string_view text, std::string_view words, std::size_t from = 0) {
  constexpr std::size_t telling = 2;  // the last byte of a first character of three
  if (words.size() <= telling) return text.find(words, from);
  while (from <= text.size() && text.size() - from >= words.size()) {
    const std::size_t room = text.size() - from - words.size() + 1;
    const void* found = std::memchr(text.data() + from + telling, words[telling], room);
    if (found == nullptr) return std::string_view::npos;
    const char* start = static_cast<const char*>(found) - telling;
    if (std::memcmp(start, words.data(), words.size()) == 0)
      return static_cast<std::size_t>(start - text.data());
    from = static_cast<std::size_t>(start - text.data()) + 1;
  }
  return std::string_view::npos;
}

inline bool contains_words(std::string_view text, std::string_view words) {
  return find_words(text, words) != std::string_view::npos;
}

inline bool contains_one_of(std::string_view text, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (contains_words(text, word)) return true;
  }
  return false;
}

}  // namespace mingzhang
