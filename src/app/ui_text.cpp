// Text of the toolkit: paragraphs, runs, labels. See ui.h.
#include "app/ui.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

std::uint16_t number_of(Weight weight) {
  return weight == Weight::regular ? 400 : weight == Weight::semibold ? 600 : 700;
}

TextStyle style_of(const Type& look, Colour colour, Colour ground, bool right_aligned) {
  return {.size = look.size,
          .line_height = look.line,
          .weight = number_of(look.weight),
          .colour = colour,
          .right_aligned = right_aligned,
          .background = ground};
}

}  // namespace

float Ui::aligned(float left, float wide, float text, Align align) const {
  if (align == Align::right) return left + wide - text;
  return align == Align::centre ? left + (wide - text) / 2 : left;
}

void Ui::draw_piece(const Piece& piece, std::string_view words, std::span<const Run> runs, const Type& look,
                    Colour colour, float left, float top) {
  const Run* run = piece.run < 0 ? nullptr : &runs[static_cast<std::size_t>(piece.run)];
  const float glyph_top = top + (look.line - look.size) / 2;
  if (run != nullptr && run->ground != 0) {
    constexpr float out = 2;
    const float high = std::min(look.line - 2, look.size * 1.45F);
    fill({left - out, top + (look.line - high) / 2, piece.width + 2 * out, high}, run->ground, 3);
  }
  const Weight weight = run != nullptr && run->has_weight ? run->weight : look.weight;
  const Colour ink = run != nullptr && run->colour != 0 ? run->colour : colour;
  draw_text(*list_, typesetter_.font(weight), look.size, on_screen(left, glyph_top), packed(ink),
            words.substr(piece.start, piece.end - piece.start));
  if (run == nullptr || run->underline == Underline::none) return;
  const float under = glyph_top + look.size + std::max(1.0F, look.size / 12);
  const Colour stroke = run->underline_colour != 0 ? run->underline_colour : ink;
  if (run->underline == Underline::dotted) {
    dotted(left, under, piece.width, stroke);
  } else {
    fill({left, under, piece.width, 2}, stroke);
  }
}

void Ui::draw_lines(const SetText& set, std::string_view words, std::span<const Run> runs, const Type& look,
                    Colour colour, const TextOptions& options) {
  float top = y;
  std::uint32_t count = 0;
  for (const SetLine& line : set.lines) {
    if (options.most_lines != 0 && count++ >= options.most_lines) return;
    if (visible(top, top + look.line)) {
      const float left = aligned(x, width, line.width, options.align);
      // Grounds first: a mark's edge must not cover its neighbour's letters.
      for (std::uint32_t i = line.first; i < line.end; ++i) {
        const Piece& piece = set.pieces[i];
        draw_piece(piece, words, runs, look, colour, left + piece.x, top);
      }
    }
    top += look.line;
  }
}

float Ui::text(std::string_view key, std::string_view words, const Type& look, Colour colour,
               const TextOptions& options) {
  const SetText& set = typesetter_.set(words, {}, look, width);
  std::size_t lines = set.lines.size();
  if (options.most_lines != 0) lines = std::min<std::size_t>(lines, options.most_lines);
  const float height = look.line * static_cast<float>(lines);
  if (!measuring()) draw_lines(set, words, {}, look, colour, options);
  if (!silent() && options.mirrored) {
    mirror.leaf(options.role, key, {x, y, width, height}, words,
                style_of(look, colour, options.ground, options.align == Align::right),
                {.level = options.level});
  }
  y += height;
  return height;
}

std::int32_t Ui::rich(std::string_view key, std::string_view words, std::span<const Run> runs,
                      const Type& look, Colour colour, const TextOptions& options,
                      FunctionRef<std::string(std::int32_t)> name_of) {
  const SetText& set = typesetter_.set(words, runs, look, width);
  const float height = look.line * static_cast<float>(set.lines.size());
  if (measuring()) {
    y += height;
    return -1;
  }
  draw_lines(set, words, runs, look, colour, options);
  std::int32_t pressed = -1;
  if (!silent() && options.mirrored) {
    mirror.open(options.role, key, {x, y, width, height}, words,
                style_of(look, colour, options.ground, options.align == Align::right),
                {.level = options.level});
    std::int32_t last = -1;
    float top = y;
    for (const SetLine& line : set.lines) {
      const float left = aligned(x, width, line.width, options.align);
      for (std::uint32_t i = line.first; i < line.end; ++i) {
        const Piece& piece = set.pieces[i];
        if (piece.run < 0) continue;
        const std::int32_t link = runs[static_cast<std::size_t>(piece.run)].link;
        if (link < 0 || link == last) continue;
        last = link;
        // All pieces of the link on this line.
        float right = piece.x + piece.width;
        for (std::uint32_t k = i; k < line.end && set.pieces[k].run == piece.run; ++k)
          right = set.pieces[k].x + set.pieces[k].width;
        const std::string name = name_of(link);
        const Rect rect{left + piece.x - 2, top, right - piece.x + 4, look.line};
        const Pressed press_state =
            press(numbered("link", static_cast<std::size_t>(link)), rect, {},
                  {.role = Role::figure_mark, .state = {.name = name}, .type = look, .radius = 3});
        if (press_state.activated) pressed = link;
      }
      top += look.line;
    }
    mirror.close();
  }
  y += height;
  return pressed;
}

void Ui::heading(std::string_view key, std::string_view words, int level) {
  text(key, words, level == 1 ? type.title : type.heading, colours.ink,
       {.role = Role::heading, .level = static_cast<std::int8_t>(level)});
}

float Ui::label(float left, float top, std::string_view words, const Type& look, Colour colour, Align align) {
  const SetText& set = typesetter_.set(words, {}, look, 1e6F);
  if (measuring() || !visible(top, top + look.line)) return set.width;
  const float start = aligned(left, 0, set.width, align);
  for (const Piece& piece : set.pieces)
    draw_piece(piece, words, {}, look, colour, start + piece.x, top);
  return set.width;
}

void Ui::say(Role role, std::string_view key, const Rect& rect, std::string_view words, const Type& look,
             Colour colour, const NodeState& state, bool right_aligned) {
  if (silent()) return;
  mirror.leaf(role, key, rect, words, style_of(look, colour, 0, right_aligned), state);
}

}  // namespace mingzhang
