// See glyph_runs.h.
#include "document/ofd/glyph_runs.h"

#include "document/limits.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>

namespace mingzhang::ofd {
namespace {

// In ems. Words of Latin script stand apart from the first on; a wider gap ends the run, where a space is
// printed in it a little wider still; a character may begin so far before the end of the one before, or so
// far off its baseline.
constexpr float latin_space = 0.25F, widest_gap = 0.45F, widest_space = 0.7F, overlap = 0.3F,
                off_baseline = 0.12F;

bool is_latin(char32_t character) {
  return character > U' ' && character < 0x250;
}

}  // namespace

void GlyphRuns::add(const Glyph& glyph) {
  if (is_space(glyph.character)) {
    space_before_ = true;
    return;
  }
  float gap = 0;
  if (open_) {
    const PlacedRun& run = out_.runs.back();
    const float dx = glyph.x - run.x, dy = glyph.y - run.y;
    const float along[] = {dx, dy, -dx, -dy};
    gap = along[run.turns] - run.width;
  }
  if (open_ && joins(glyph, gap)) {
    out_.advances.back() += gap;
    out_.runs.back().width += gap;
    const bool apart = is_latin(last_) && is_latin(glyph.character) && gap > latin_space * glyph.size;
    if (space_before_ || apart) write(U' ', 0);
  } else {
    if (out_.runs.size() >= limits::runs) return;
    PlacedRun run;
    run.x = glyph.x;
    run.y = glyph.y;
    run.size = glyph.size;
    run.turns = glyph.turns;
    run.first_advance = static_cast<std::uint32_t>(out_.advances.size());
    const auto start = static_cast<std::uint32_t>(out_.words.size());
    run.words = {start, start};
    out_.runs.push_back(run);
    open_ = true;
  }
  // A wide step to the next character is a gap, not width.
  const bool gap_follows = glyph.advance > glyph.width + widest_gap * glyph.size;
  write(glyph.character, gap_follows ? glyph.width : std::max(glyph.advance, 0.0F));
  last_ = glyph.character;
  space_before_ = false;
}

bool GlyphRuns::joins(const Glyph& glyph, float gap) const {
  const PlacedRun& run = out_.runs.back();
  if (glyph.turns != run.turns || std::fabs(glyph.size - run.size) > 0.1F * run.size) return false;
  const float dx = glyph.x - run.x, dy = glyph.y - run.y;
  const float across = run.turns % 2 == 0 ? dy : dx;
  if (std::fabs(across) > off_baseline * run.size || gap < -overlap * run.size) return false;
  return gap <= (space_before_ ? widest_space : widest_gap) * run.size;
}

void GlyphRuns::write(char32_t character, float advance) {
  PlacedRun& run = out_.runs.back();
  append_utf8(out_.words, character);
  run.words.end = static_cast<std::uint32_t>(out_.words.size());
  run.width += advance;
  out_.advances.push_back(advance);
}

}  // namespace mingzhang::ofd
