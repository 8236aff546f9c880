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

/// Size of the white space (is_space) whose bytes begin at `offset`, else 0. By bytes, as most places hold
/// none.
inline std::size_t space_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return first == ' ' || (first >= '\t' && first <= '\r') ? 1 : 0;
  const std::size_t left = text.size() - offset;
  if (first == 0xC2) return left > 1 && byte(1) == 0xA0 ? 2 : 0;
  if ((first != 0xE2 && first != 0xE3 && first != 0xEF) || left < 3) return 0;
  if (first == 0xE2) return byte(1) == 0x80 && byte(2) >= 0x80 && byte(2) <= 0x8B ? 3 : 0;
  if (first == 0xE3) return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
  return byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
}

/// Size of the white space that ends at `end`, else 0.
inline std::size_t space_before(std::string_view text, std::size_t end) {
  if (end == 0) return 0;
  const auto last = static_cast<unsigned char>(text[end - 1]);
  if (last < 0x80) return space_at(text, end - 1);
  if (end >= 3 && space_at(text, end - 3) == 3) return 3;
  return end >= 2 && space_at(text, end - 2) == 2 ? 2 : 0;
}

inline bool breaks_line(char c) {
  return c >= '\t' && c <= '\r';
}

/// Over spaces within a line. Tabs part the cells of a flattened table, so they count as an end.
inline std::size_t after_spaces(std::string_view text, std::size_t offset) {
  while (true) {
    const std::size_t size = space_at(text, offset);
    if (size == 0 || breaks_line(text[offset])) return offset;
    offset += size;
  }
}

inline std::size_t before_spaces(std::string_view text, std::size_t offset) {
  while (true) {
    const std::size_t size = space_before(text, offset);
    if (size == 0 || breaks_line(text[offset - 1])) return offset;
    offset -= size;
  }
}

/// Over any white space, line breaks too.
inline std::size_t before_white_space(std::string_view text, std::size_t offset) {
  while (const std::size_t size = space_before(text, offset))
    offset -= size;
  return offset;
}

/// A line may break within a figure and its unit; nothing but spaces and one line break is passed over.
inline std::size_t after_line_break(std::string_view text, std::size_t offset) {
  if (stands_at(text, offset, "\r\n")) return after_spaces(text, offset + 2);
  return stands_at(text, offset, "\n") ? after_spaces(text, offset + 1) : offset;
}

/// Only white space stands between the start of the line (or of the text) and the place.
inline bool begins_line(std::string_view text, std::size_t offset) {
  while (offset > 0 && text[offset - 1] != '\n' && text[offset - 1] != '\r') {
    const std::size_t size = space_before(text, offset);
    if (size == 0) return false;
    offset -= size;
  }
  return true;
}

}  // namespace mingzhang
