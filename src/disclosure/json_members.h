// Members of the vocabulary's JSON, for the files that load it: empty where they are absent or of another
// kind, since a test or an accountant may hand in anything.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace mingzhang {

using nlohmann::json;

inline std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

inline bool flag_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

/// 0 where there is none.
inline std::int16_t year_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<std::int16_t>() : std::int16_t{0};
}

inline std::vector<std::string> strings_of(const json& list) {
  std::vector<std::string> strings;
  if (!list.is_array()) return strings;
  for (const json& element : list) {
    if (element.is_string()) strings.push_back(element.get<std::string>());
  }
  return strings;
}

inline std::vector<std::string> strings_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() ? strings_of(*found) : std::vector<std::string>();
}

}  // namespace mingzhang
