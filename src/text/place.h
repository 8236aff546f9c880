// Small questions about a place in a text that the parts of the scanner share. Tested through
// quantity_test.cpp.
#pragma once

#include "text/utf8.h"

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace mingzhang {

/// The last bytes are compared first: in UTF-8 they differ most between characters, and few comparisons go
/// further.
inline bool stands_at(std::string_view text, std::size_t offset, std::string_view words) {
  if (offset > text.size() || text.size() - offset < words.size()) return false;
  const char* here = text.data() + offset;
  for (std::size_t i = words.size(); i-- > 0;) {
    if (here[i] != words[i]) return false;
  }
  return true;
}

inline bool ends_at(std::string_view text, std::size_t offset, std::string_view words) {
  return offset >= words.size() && stands_at(text, offset - words.size(), words);
}

/// The first of `words` that stands at the place; empty where none does.
inline std::string_view any_at(std::string_view text, std::size_t offset,
                               std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (stands_at(text, offset, word)) return word;
  }
  return {};
}

inline std::string_view any_ends_at(std::string_view text, std::size_t offset,
                                    std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (ends_at(text, offset, word)) return word;
  }
  return {};
}

/// Spaces within a line. Tabs part the cells of a flattened table, so they count as an end.
inline bool is_space_in_line(char32_t character) {
  return is_space(character) && (character < '\t' || character > '\r');
}

inline std::size_t after_spaces(std::string_view text, std::size_t offset) {
  while (true) {
    if (offset < text.size() && static_cast<unsigned char>(text[offset]) > ' ' && text[offset] > 0)
      return offset;
    const CodePoint next = decode_utf8(text, offset);
    if (next.size == 0 || !is_space_in_line(next.value)) return offset;
    offset += next.size;
  }
}

inline std::size_t before_spaces(std::string_view text, std::size_t offset) {
  while (true) {
    const CodePoint last = decode_utf8_before(text, offset);
    if (last.size == 0 || !is_space_in_line(last.value)) return offset;
    offset -= last.size;
  }
}

/// Over any white space, line breaks too.
inline std::size_t before_white_space(std::string_view text, std::size_t offset) {
  while (true) {
    const CodePoint last = decode_utf8_before(text, offset);
    if (last.size == 0 || !is_space(last.value)) return offset;
    offset -= last.size;
  }
}

/// A line may break within a figure and its unit; nothing but spaces and one line break is passed over.
inline std::size_t after_line_break(std::string_view text, std::size_t offset) {
  if (stands_at(text, offset, "\r\n")) return after_spaces(text, offset + 2);
  return stands_at(text, offset, "\n") ? after_spaces(text, offset + 1) : offset;
}

/// Only white space stands between the start of the line (or of the text) and the place.
inline bool begins_line(std::string_view text, std::size_t offset) {
  while (true) {
    const CodePoint last = decode_utf8_before(text, offset);
    if (last.size == 0 || last.value == '\n' || last.value == '\r') return true;
    if (!is_space(last.value)) return false;
    offset -= last.size;
  }
}

}  // namespace mingzhang
