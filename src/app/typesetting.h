// Sets text into lines: measures with the visitor's own glyphs, breaks lines after the rules of
// line_breaking.h, and keeps what was set, so that a page that stays the same is measured once.
//
// Text is set in one size; runs of it may differ in weight, colour and ground (a marked figure, a sign in a
// formula).
#pragma once

#include "app/theme.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mingzhang {

enum class Underline : std::uint8_t { none, dotted, solid };

/// Part of a text that looks different from the rest; runs stand in order and do not overlap.
struct Run {
  std::uint32_t start = 0, end = 0;  // bytes of the text
  Colour colour = 0;                 // 0: as the rest
  Colour ground = 0;                 // 0: none
  bool flat = false;                 // the ground makes no room for itself: the words stay where they are
  bool has_weight = false;
  Weight weight = Weight::regular;
  Underline underline = Underline::none;
  Colour underline_colour = 0;
  /// Index that the caller gave; none (-1) where the run is not to be pressed.
  std::int32_t link = -1;
};

/// A stretch of one line in one look.
struct Piece {
  std::uint32_t start = 0, end = 0;  // bytes of the text
  std::int32_t run = -1;             // index into the runs
  float x = 0, width = 0;
};

struct SetLine {
  std::uint32_t first = 0, end = 0;  // pieces
  float width = 0;
};

struct SetText {
  std::vector<Piece> pieces;
  std::vector<SetLine> lines;
  float width = 0;  // of the widest line
};

class Typesetter {
 public:
  /// Call once at the beginning of a frame; forgets what was set for another face or long ago.
  void begin_frame(const Fonts& fonts, float pixel_ratio);
  ImFont* font(Weight weight) const;

  /// Valid until the next frame begins. A word wider than the line is broken where it must be.
  const SetText& set(std::string_view text, std::span<const Run> runs, const Type& type, float width);
  /// Width of one line.
  float width_of(std::string_view text, const Type& type);

 private:
  struct Kept {
    SetText text;
    std::uint32_t used = 0;  // frame
  };
  Fonts fonts_;
  float pixel_ratio_ = 0;
  std::uint32_t frame_ = 0;
  std::unordered_map<std::uint64_t, Kept> kept_;
};

}  // namespace mingzhang
