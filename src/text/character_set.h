// A set of characters fixed at compile time, asked with one look at a table: how the scanner rejects most
// places of a text before it compares any word. Tested through tests/unit/text/quantity_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingzhang {

/// ASCII characters and characters of three bytes in UTF-8, as all Chinese characters and signs here are.
class CharacterSet {
 public:
  constexpr explicit CharacterSet(std::string_view characters) {
    for (std::size_t at = 0; at < characters.size();) {
      const std::uint8_t first = byte(characters, at);
      if (first < 0x80) {
        ascii_[first >> 6] |= bit(first);
        at += 1;
      } else {
        thirds_[row(first, byte(characters, at + 1))] |= bit(byte(characters, at + 2));
        at += 3;
      }
    }
  }

  constexpr bool has_ascii(std::uint8_t character) const {
    return (ascii_[character >> 6] & bit(character)) != 0;
  }
  /// The bytes of one character; the caller has seen that the first is 0xE0 to 0xEF.
  constexpr bool has(std::uint8_t first, std::uint8_t second, std::uint8_t third) const {
    return (thirds_[row(first, second)] & bit(third)) != 0;
  }

  /// The character that begins at `offset` is one of the set.
  constexpr bool at(std::string_view text, std::size_t offset) const {
    if (offset >= text.size()) return false;
    const std::uint8_t first = byte(text, offset);
    if (first < 0x80) return has_ascii(first);
    return (first & 0xF0) == 0xE0 && offset + 2 < text.size() &&
           has(first, byte(text, offset + 1), byte(text, offset + 2));
  }
  /// The character that ends at `end` is one of the set.
  constexpr bool before(std::string_view text, std::size_t end) const {
    if (end == 0) return false;
    if (byte(text, end - 1) < 0x80) return has_ascii(byte(text, end - 1));
    return end >= 3 && (byte(text, end - 3) & 0xF0) == 0xE0 && at(text, end - 3);
  }

 private:
  static constexpr std::uint8_t byte(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
  }
  static constexpr std::uint64_t bit(std::uint8_t byte) { return std::uint64_t{1} << (byte & 0x3F); }
  static constexpr std::size_t row(std::uint8_t first, std::uint8_t second) {
    return (static_cast<std::size_t>(first & 0x0F) << 6) | (second & 0x3F);
  }

  std::array<std::uint64_t, 2> ascii_{};
  std::array<std::uint64_t, 1024> thirds_{};
};

}  // namespace mingzhang
