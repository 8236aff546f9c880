// One page made ready for reading: turned so that most of its words run from left to right, words printed
// twice (bold by a second stroke) kept once, rulings along each axis joined. For this room only.
//
// Tested in tests/unit/document/page_parts_test.cpp.
#pragma once

#include "document/positioned.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Words on one line, or those of them that stand in one cell.
struct Fragment {
  float x0 = 0;
  float x1 = 0;
  /// Baseline.
  float y = 0;
  /// Height of an em.
  float size = 0;
  /// In PositionedText::words.
  Span words;
  std::uint32_t run = 0;
  bool cut = false;
  /// Across the page's other words; x0, x1 and y are those of a square around its middle.
  bool turned = false;

  /// Letters stand above their baseline.
  float middle() const { return y - 0.35F * size; }
  float centre() const { return (x0 + x1) / 2; }
};

/// A ruling along one axis.
struct AxisLine {
  float at = 0;
  float from = 0;
  float to = 0;
};

struct PageParts {
  float width = 0;
  float height = 0;
  /// In the order of the run list.
  std::vector<Fragment> fragments;
  /// By place.
  std::vector<AxisLine> level;
  std::vector<AxisLine> upright;
};

PageParts parts_of_page(const PositionedText& positioned, const PositionedPage& page);

/// The part of a fragment from one character to another, counted from its start.
Fragment part_of(const PositionedText& positioned, const Fragment& fragment, std::uint32_t first,
                 std::uint32_t last);

/// The character at which a fragment falls apart at the upright line `x`: the nearest one with a gap before
/// it. 0 where there is none, so that the words only stick out over the line.
std::uint32_t break_at(const PositionedText& positioned, const Fragment& fragment, float x);

}  // namespace mingzhang
