// Text of the toolkit: paragraphs, runs, labels. See ui.h.
#include "app/ui.h"
#include "text/utf8.h"

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

void Ui::draw_ground(const SetText& set, const SetLine& line, std::span<const Run> runs, const Type& look,
                     Colour colour, float left, float top) {
  for (std::uint32_t i = line.first; i < line.end; ++i) {
    const std::int32_t index = set.pieces[i].run;
    if (index < 0) continue;
    const Run& run = runs[static_cast<std::size_t>(index)];
    // A figure and its unit are two pieces of one run: one ground and one line under both.
    std::uint32_t last = i;
    while (last + 1 < line.end && set.pieces[last + 1].run == index)
      ++last;
    const float from = left + set.pieces[i].x, to = left + set.pieces[last].x + set.pieces[last].width;
    i = last;
    if (run.ground != 0) {
      constexpr float out = 2;
      const float high = std::min(look.line - 2, look.size * 1.45F);
      fill({from - out, top + (look.line - high) / 2, to - from + 2 * out, high}, run.ground, 3);
    }
    if (run.underline == Underline::none) continue;
    const float under = top + (look.line + look.size) / 2 + std::max(1.0F, look.size / 12);
    const Colour stroke = run.underline_colour != 0 ? run.underline_colour : colour;
    if (run.underline == Underline::dotted) {
      dotted(from, under, to - from, stroke);
    } else {
      fill({from, under, to - from, 2}, stroke);
    }
  }
}

void Ui::draw_piece(const Piece& piece, std::string_view words, std::span<const Run> runs, const Type& look,
                    Colour colour, float left, float top) {
  const Run* run = piece.run < 0 ? nullptr : &runs[static_cast<std::size_t>(piece.run)];
  const Weight weight = run != nullptr && run->has_weight ? run->weight : look.weight;
  const Colour ink = run != nullptr && run->colour != 0 ? run->colour : colour;
  draw_text(*list_, typesetter_.font(weight), look.size, on_screen(left, top + (look.line - look.size) / 2),
            packed(ink), words.substr(piece.start, piece.end - piece.start));
}

void Ui::draw_lines(const SetText& set, std::string_view words, std::span<const Run> runs, const Type& look,
                    Colour colour, const TextOptions& options) {
  float top = y;
  std::uint32_t count = 0;
  for (const SetLine& line : set.lines) {
    if (options.most_lines != 0 && count++ >= options.most_lines) return;
    if (visible(top, top + look.line)) {
      const float left = aligned(x, width, line.width, options.align);
      draw_ground(set, line, runs, look, colour, left, top);
      for (std::uint32_t i = line.first; i < line.end; ++i)
        draw_piece(set.pieces[i], words, runs, look, colour, left + set.pieces[i].x, top);
    }
    top += look.line;
  }
}

/// The least width at which a text has no more lines: none of them is left with one character.
float Ui::balanced_width(std::string_view words, const Type& look) {
  const std::size_t lines = typesetter_.set(words, {}, look, width).lines.size();
  if (lines < 2 || lines > 4) return width;
  // Of two lines the first may end with a clause.
  constexpr float step = 6;
  for (float wide = width; lines == 2 && wide > width * 0.6F; wide -= step) {
    const SetText& set = typesetter_.set(words, {}, look, wide);
    if (set.lines.size() != 2) break;
    const std::uint32_t end = set.pieces[set.lines[0].end - 1].end;
    const char32_t last = decode_utf8_before(words, end).value;
    if (last == U'，' || last == U'。' || last == U'；' || last == U'：') return wide;
  }
  float low = width / 2, high = width;
  for (int i = 0; i < 6; ++i) {
    const float middle = std::round((low + high) / 2);
    (typesetter_.set(words, {}, look, middle).lines.size() > lines ? low : high) = middle;
  }
  return high;
}

float Ui::text(std::string_view key, std::string_view words, const Type& look, Colour colour,
               const TextOptions& options) {
  const float wide = options.balanced ? balanced_width(words, look) : width;
  const SetText& set = typesetter_.set(words, {}, look, wide);
  std::size_t lines = set.lines.size();
  if (options.most_lines != 0) lines = std::min<std::size_t>(lines, options.most_lines);
  const float height = look.line * static_cast<float>(lines);
  if (!measuring()) draw_lines(set, words, {}, look, colour, options);
  if (!silent() && options.mirrored) {
    // The mirror knows no centred text: its box stands where the words do.
    Rect rect{x, y, wide, height};
    if (options.align == Align::centre) {
      rect.x = aligned(x, width, set.width, options.align);
      rect.width = std::ceil(set.width) + 1;
    }
    mirror.leaf(options.role, key, rect, words,
                style_of(look, colour, options.ground, options.align == Align::right),
                {.level = options.level});
  }
  y += height;
  return height;
}

void Ui::say_lines(const SetText& set, std::string_view words, const Type& look, Colour colour,
                   const TextOptions& options) {
  float top = y;
  std::size_t count = 0;
  for (const SetLine& line : set.lines) {
    if (line.end > line.first) {
      const std::uint32_t start = set.pieces[line.first].start, end = set.pieces[line.end - 1].end;
      const std::string_view shown = words.substr(start, end - start);
      // What joints and grounds add to the letters' own widths is spread over the line.
      float natural = 0;
      for (std::uint32_t i = line.first; i < line.end; ++i)
        natural += set.pieces[i].width;
      const auto letters = static_cast<float>(std::max<std::size_t>(1, shown.size() / 2));
      TextStyle style = style_of(look, colour, options.ground, false);
      style.spacing = std::round((line.width - natural) / letters * 20) / 20;
      const std::string at = "@" + std::to_string(options.lines_from + start);
      mirror.leaf(Role::line, numbered("line", count++),
                  {aligned(x, width, line.width, options.align), top, line.width + 1, look.line}, shown,
                  style, {.identifier = at});
    }
    top += look.line;
  }
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
    const bool lines = options.lines_from >= 0;
    mirror.open(options.role, key, {x, y, width, height}, lines ? std::string_view() : words,
                style_of(look, colour, options.ground, options.align == Align::right),
                {.level = options.level});
    if (lines) say_lines(set, words, look, colour, options);
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
       {.role = Role::heading, .level = static_cast<std::int8_t>(level), .balanced = true});
}

float Ui::label(float left, float top, std::string_view words, const Type& look, Colour colour, Align align) {
  const SetText& set = typesetter_.set(words, {}, look, 1e6F);
  if (measuring() || !visible(top, top + look.line)) return set.width;
  const float start = aligned(left, 0, set.width, align);
  for (const Piece& piece : set.pieces)
    draw_piece(piece, words, {}, look, colour, start + piece.x, top);
  return set.width;
}

std::string Ui::shortened(std::string_view words, const Type& look, float wide) {
  if (width_of(words, look) <= wide) return std::string(words);
  constexpr std::string_view cut = "…";
  const float room = wide - width_of(cut, look);
  const SetText& set = typesetter_.set(words, {}, look, std::max(room, look.size));
  // The first line as it was broken; where nothing could be broken, at the first character.
  std::uint32_t end = decode_utf8(words, 0).size;
  if (!set.lines.empty() && set.lines[0].end > set.lines[0].first) end = set.pieces[set.lines[0].end - 1].end;
  return std::string(words.substr(0, end)).append(cut);
}

void Ui::say(Role role, std::string_view key, const Rect& rect, std::string_view words, const Type& look,
             Colour colour, const NodeState& state, bool right_aligned) {
  if (silent()) return;
  mirror.leaf(role, key, rect, words, style_of(look, colour, 0, right_aligned), state);
}

}  // namespace mingzhang
