// Words of a document on their way to a terminal, a spreadsheet or a Markdown file: always valid UTF-8, and
// without control characters that could move a terminal's cursor or hide what follows. For this room only.
#pragma once

#include "text/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang {

/// Control characters but tab and line breaks, and the marks that reverse the direction of what follows.
inline bool is_unsafe(char32_t character) {
  const bool control = (character < 0x20 && character != '\t' && character != '\n' && character != '\r') ||
                       (character >= 0x7F && character < 0xA0);
  const bool direction =
      (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
  return control || direction;
}

/// Appends `words`; what is ill-formed or unsafe comes as U+FFFD.
inline void append_valid(std::string& out, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint character = decode_utf8(words, at);
    append_utf8(out, is_unsafe(character.value) ? U'�' : character.value);
    at += character.size;
  }
}

/// The words on one line, each run of white space as one space, cut after so many characters.
inline std::string one_line(std::string_view words, std::size_t characters = SIZE_MAX) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint character = decode_utf8(words, at);
    if (is_space(character.value)) {
      space = !out.empty();
    } else {
      if (characters-- == 0) return out + "……";
      if (space) out += ' ';
      space = false;
      append_valid(out, words.substr(at, character.size));
    }
    at += character.size;
  }
  return out;
}

}  // namespace mingzhang
