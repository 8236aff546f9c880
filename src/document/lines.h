// A text cut into lines, each with its words and what kind of line it is. One pass, one vector;
// blank lines are only counted.
//
// Lines end at LF, CR LF, a lone CR or a form feed. Tested in tests/unit/document/lines_test.cpp.
#pragma once

#include "text/span.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingzhang {

enum class LineKind : std::uint8_t {
  tabbed,  // a tab first: a cell of a flattened table (perhaps an empty one), or an indented line
  plain,
};

struct Line {
  /// Without the line break; a byte-order mark at the file's start is no part of it.
  Span raw;
  /// `raw` without surrounding white space, or the words of all the visual lines that were joined into this
  /// one.
  Span words;
  LineKind kind = LineKind::plain;
  /// Blank lines (nothing but white space, no tab first) right before this one.
  std::uint32_t blanks = 0;
  /// The line begins a page: a form feed stands between it and the line before.
  bool starts_page = false;
  /// Words by themselves in the middle of a printed page: a heading without a number (paragraphs.h).
  bool centred = false;
  /// A line of a table that is laid out by spaces (page_tables.h).
  bool in_columns = false;
  /// Tabs anywhere in the line.
  std::uint32_t tabs = 0;
  /// Index of the table that these words are, for pages of positioned words; else -1.
  std::int32_t table = -1;
};

/// Every line that is not blank. Stops one line beyond limits::lines.
std::vector<Line> split_lines(std::string_view text);

/// `span` without white space at its ends.
Span trimmed_span(std::string_view text, Span span);

}  // namespace mingzhang
