// The lines of a page as they stand on it, and what they say about themselves: where they begin and end,
// whether they look like a row of a table. For this room only.
//
// Tested in tests/unit/document/page_lines_test.cpp.
#pragma once

#include "document/pages/page_parts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Measures are half ems of the page's usual words: an ideograph is two wide, a digit one.
struct VisualLine {
  /// Range of PageLines::fragments.
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  /// In PageLines::text.
  Span words;
  std::uint32_t indent = 0;
  std::uint32_t right = 0;
  std::uint32_t cells = 1;
  std::uint32_t figures = 0;
  std::uint32_t widest_gap = 0;
  /// Lines that would find room between this one and the one before.
  std::uint32_t blanks = 0;
  float top = 0;
  float size = 0;
  bool spaced_out = false;  // 目      录: single characters apart
  bool leaders = false;     // ……… of a table of contents

  bool columnar() const { return cells > 1 && !spaced_out && !leaders; }
  /// May be a line of prose with a blank filled in: 增加（减少）    0   万元.
  bool may_be_prose() const;
};

struct PageLines {
  std::vector<Fragment> fragments;
  std::vector<VisualLine> lines;
  /// Em of most words.
  float usual_size = 1;
  /// From most lines to the next.
  float pitch = 1;
  /// The lines' words, gaps as two spaces, one after the other.
  std::string text;

  std::string_view words(std::size_t line) const { return lines[line].words.of(text); }
};

/// `fragments` in any order. `usual_size`: em of most of the page's words, including those in tables.
PageLines lines_of(const PositionedText& positioned, std::vector<Fragment> fragments, float usual_size);

/// Em of most words; 1 for none.
float usual_size_of(const std::vector<Fragment>& fragments);

bool ends_sentence(std::string_view words);
/// Digits with dashes around them or without: 7, - 7 -, — 7 —, 第7页, 第7页共9页.
bool is_page_number(std::string_view words);
/// 公开01表, 附表3, 表1-2: a table's number by itself.
bool is_table_number(std::string_view words);
/// 部门：某局, 编制单位：…, a date: what stands beside or below a table's title.
bool names_body_or_day(std::string_view words);

}  // namespace mingzhang
