// Columns of a table that no rules draw: bands of the page that words keep to, with white space between them
// on nearly every line. For this room only.
//
// Tested in tests/unit/document/aligned_table_test.cpp.
#pragma once

#include "document/pages/page_parts.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingzhang {

// Another room has a Token too, and a program of both must tell them apart (one-definition rule).
inline namespace document_room {
/// Words of one line that stand together.
struct ColumnToken {
  /// Range of the table's fragments.
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  /// Half ems, or columns of laid-out text.
  float x0 = 0;
  float x1 = 0;
  /// Height of the line, down the page: lines of laid-out text, half points else.
  std::uint32_t line = 0;
  bool figure = false;
  /// A figure with a decimal point or with groups of digits; a nought.
  bool amount = false;

  float centre() const { return (x0 + x1) / 2; }
};
}  // namespace document_room

struct Band {
  float x0 = 0;
  float x1 = 0;
  std::uint32_t figures = 0;
  std::uint32_t words = 0;
  std::uint32_t amounts = 0;
  /// Codes and names that laid-out text has moved into each other, told apart by what they are.
  bool only_figures = false;
  bool only_words = false;

  float centre() const { return (x0 + x1) / 2; }
  /// Codes and amounts; now and then words that reach over from a label's column.
  bool holds_figures() const { return figures * 2 > words; }
  bool holds_amounts() const { return holds_figures() && amounts * 2 > figures; }
  bool overlaps(const ColumnToken& token) const {
    return token.x0 < x1 && token.x1 > x0 && !(token.figure ? only_words : only_figures);
  }
};

/// White space between two words; negative where they overlap.
inline float distance(float a0, float a1, float b0, float b1) {
  return a0 > b1 ? a0 - b1 : b0 > a1 ? b0 - a1 : 0;
}

/// The bands of lines from `body` on, from left to right; empty where there are none.
std::vector<Band> find_bands(const std::vector<ColumnToken>& tokens, std::uint32_t body);

/// The band that a token stands in or nearest to; the first of several that it overlaps, `last` the last of
/// them.
std::uint32_t band_of(const std::vector<Band>& bands, const ColumnToken& token, std::uint32_t& last);

}  // namespace mingzhang
