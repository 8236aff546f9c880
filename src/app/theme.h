// Colours and type of the page in its three themes. Every text pair is at least 4.5 : 1.
// Looked at in tests/browser: a screenshot of each view in each theme; axe-core measures the contrasts.
#pragma once

#include "platform/window.h"

#include <array>
#include <cstdint>

namespace mingzhang {

/// 0xAARRGGBB, as the mirror has it.
using Colour = std::uint32_t;

/// For Dear ImGui's draw lists.
ImU32 packed(Colour colour);
/// The same colour with another opacity, 0 to 1.
Colour faded(Colour colour, float opacity);

/// A sign's ink and the ground of its box.
struct SignColours {
  Colour ink = 0, tint = 0;
};

struct Colours {
  Colour paper, card, rail;
  Colour ink, second, third;
  Colour line, accent, tint;
  /// Words on a filled accent or kind.
  Colour on_accent, on_kind;
  SignColours contradiction, to_explain, remark, holds, unknown;
  /// Grounds of figures in the source: money, changes and rates, counts, targets; of what is looked for, and
  /// of the place that a jump went to.
  Colour mark, mark_change, mark_count, mark_target;
  Colour found, landed;
  Colour last_year;  // the bar of a past year
  Colour track;      // empty part of a bar
  Colour scrim;      // over the page behind a sheet
  Colour shadow;
  std::array<Colour, 8> kinds;
  float border = 1;
};

const Colours& colours_of(Theme theme);

enum class Weight : std::uint8_t { regular, semibold, bold };

/// Size and line height in CSS px.
struct Type {
  float size = 15, line = 24;
  Weight weight = Weight::regular;
};

/// The type scale at the visitor's own text size.
struct TypeScale {
  Type caption, caption_strong, body, body_strong, lead, formula, heading, figure, title, hero, source,
      source_heading;
};
/// `narrow`: one column on a phone, where titles are a step smaller.
TypeScale type_scale(float text_scale, bool narrow);

}  // namespace mingzhang
