// Characters at places into runs: those on one baseline, in one size and without a gap wider than a space. As
// web/pdf/words.ts does for PDF, with the widths of characters estimated, as OFD states only where the next
// one begins.
#pragma once

#include "document/ofd/geometry.h"
#include "document/positioned.h"

#include <cstdint>

namespace mingzhang::ofd {

/// A character where it stands on the page, in points.
struct Glyph {
  char32_t character = 0;
  float x = 0;
  float y = 0;
  /// Own width, estimated, and the way to the start of the next character; equal for the last one of its
  /// words.
  float width = 0;
  float advance = 0;
  float size = 0;
  std::uint8_t turns = 0;
};

class GlyphRuns {
 public:
  explicit GlyphRuns(PositionedText& out) : out_(out) {}

  /// Blank glyphs only say that what comes next may stand apart.
  void add(const Glyph& glyph);
  /// What comes next begins a run.
  void end() { open_ = false; }

 private:
  bool joins(const Glyph& glyph, float gap) const;
  void write(char32_t character, float advance);

  PositionedText& out_;
  bool open_ = false;
  bool space_before_ = false;
  char32_t last_ = 0;
};

}  // namespace mingzhang::ofd
