// Puts values into the places of a sentence: "{detail}". For this room only.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mingzhang {

/// A place without a value stays as it is; values are not searched for places.
inline std::string filled(std::string_view sentence,
                          std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    const std::size_t close = open == std::string_view::npos ? open : sentence.find('}', open);
    if (close == std::string_view::npos) break;
    out += sentence.substr(0, open);
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    std::string_view value = sentence.substr(open, close - open + 1);
    for (const auto& [key, given] : values) {
      if (key == name) value = given;
    }
    out += value;
    sentence.remove_prefix(close + 1);
  }
  out += sentence;
  return out;
}

}  // namespace mingzhang
