// See geometry.h.
#include "document/ofd/geometry.h"

#include <algorithm>

namespace mingzhang::ofd {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',';
}

}  // namespace

std::string_view next_word(std::string_view& words) {
  while (!words.empty() && is_blank(words.front()))
    words.remove_prefix(1);
  std::size_t end = 0;
  while (end < words.size() && !is_blank(words[end]))
    ++end;
  const std::string_view word = words.substr(0, end);
  words.remove_prefix(end);
  return word;
}

float number_in(std::string_view word) {
  const bool negative = word.starts_with('-');
  if (negative || word.starts_with('+')) word.remove_prefix(1);
  float value = 0, place = 0;
  for (const char c : word) {
    if (c == '.' && place == 0) {
      place = 1;
    } else if (c < '0' || c > '9') {
      return 0;
    } else if (place == 0) {
      value = std::min(value * 10 + static_cast<float>(c - '0'), farthest);
    } else {
      place /= 10;
      value += place * static_cast<float>(c - '0');
    }
  }
  return negative ? -value : value;
}

Box box_in(std::string_view words, Box otherwise) {
  float values[4];
  for (float& value : values) {
    const std::string_view word = next_word(words);
    if (word.empty()) return otherwise;
    value = number_in(word);
  }
  return {values[0], values[1], values[0] + values[2], values[1] + values[3]};
}

Matrix matrix_in(std::string_view words) {
  float values[6];
  for (float& value : values) {
    const std::string_view word = next_word(words);
    if (word.empty()) return {};
    value = number_in(word);
  }
  return {values[0], values[1], values[2], values[3], values[4], values[5]};
}

std::vector<float> steps_in(std::string_view words, std::size_t most) {
  std::vector<float> steps;
  for (std::string_view word = next_word(words); !word.empty() && steps.size() < most;
       word = next_word(words)) {
    if (word != "g") {
      steps.push_back(number_in(word));
      continue;
    }
    const float times = number_in(next_word(words));
    const float step = number_in(next_word(words));
    const auto count = static_cast<std::size_t>(std::max(times, 0.0F));
    steps.insert(steps.end(), std::min(count, most - steps.size()), step);
  }
  return steps;
}

}  // namespace mingzhang::ofd
