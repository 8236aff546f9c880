// See widgets.h.
#include "app/widgets.h"

#include "text/sorting.h"

#include <algorithm>
#include <charconv>

namespace mingzhang {
namespace {

constexpr float button_padding = 14, chip_padding = 12;
constexpr float button_radius = 8;
constexpr float switch_padding = 14;

}  // namespace

// Flow
// ----------------------------------------------------------------------------------------------------------

Flow::Flow(Ui& ui, float gap, float line_gap)
    : ui_(ui), gap_(gap), line_gap_(line_gap), x_(ui.x), top_(ui.y) {}

Rect Flow::place(float wide, float high) {
  if (x_ > ui_.x && x_ + wide > ui_.x + ui_.width + 0.5F) {
    x_ = ui_.x;
    top_ += line_height_ + line_gap_;
    line_height_ = 0;
  }
  const Rect rect{x_, top_, std::min(wide, ui_.width), high};
  x_ += wide + gap_;
  line_height_ = std::max(line_height_, high);
  return rect;
}

void Flow::end() {
  ui_.y = top_ + line_height_;
}

// Signs
// ---------------------------------------------------------------------------------------------------------

SignColours sign_colours(const Colours& colours, Sign sign) {
  switch (sign) {
    case Sign::contradiction:
      return colours.contradiction;
    case Sign::to_explain:
      return colours.to_explain;
    case Sign::remark:
      return colours.remark;
    case Sign::holds:
      return colours.holds;
    case Sign::unknown:
      break;
  }
  return colours.unknown;
}

void sign_box(Ui& ui, float left, float top, float size, Sign sign, std::string_view name) {
  const SignColours pair = sign_colours(ui.colours, sign);
  const Rect rect{left, top, size, size};
  if (ui.theme == Theme::high_contrast) {
    ui.frame_box(rect, pair.tint, pair.ink, size / 4);
  } else {
    ui.fill(rect, pair.tint, size / 4);
  }
  const float centre_x = left + size / 2, centre_y = top + size / 2;
  if (sign == Sign::remark) {
    ui.dot(centre_x, centre_y, size * 0.075F, pair.ink);
  } else if (sign == Sign::unknown) {
    for (int i = -1; i <= 1; ++i)
      ui.dot(centre_x + static_cast<float>(i) * size * 0.17F, centre_y, size * 0.05F, pair.ink);
  } else {
    Type look = ui.type.formula;
    look.weight = Weight::bold;
    if (size < sign_box_size) look = ui.type.caption_strong;
    ui.label(centre_x, centre_y - look.line / 2, sign_words(sign), look, pair.ink, Align::centre);
  }
  if (!name.empty()) {
    ui.say(Role::image, "sign", rect, {}, ui.type.body, pair.ink, {.name = name});
  }
}

// Buttons
// -------------------------------------------------------------------------------------------------------

float button_width(Ui& ui, std::string_view words, ButtonLook look) {
  const float padding = look == ButtonLook::plain ? 0 : button_padding;
  return ui.width_of(words, ui.type.body) + 2 * padding;
}

bool button_at(Ui& ui, std::string_view key, const Rect& rect, std::string_view words, ButtonLook look,
               const NodeState& state) {
  const Colours& c = ui.colours;
  const bool filled = look == ButtonLook::filled;
  Type type = ui.type.body;
  if (filled) type.weight = Weight::semibold;
  const Colour ink = filled ? c.on_accent : look == ButtonLook::plain ? c.accent : c.ink;
  const Pressed pressed = ui.press(key, rect, words,
                                   {.state = state,
                                    .type = type,
                                    .colour = ink,
                                    .ground = filled                         ? c.accent
                                              : look == ButtonLook::outlined ? c.card
                                                                             : 0,
                                    .radius = button_radius});
  if (filled) {
    ui.fill(rect, pressed.hovered ? faded(c.accent, 0.9F) : c.accent, button_radius);
  } else if (look == ButtonLook::outlined) {
    ui.frame_box(rect, pressed.hovered ? c.tint : c.card, pressed.hovered ? c.accent : c.line, button_radius);
  }
  const float top = rect.y + (rect.height - type.line) / 2;
  const bool left = look == ButtonLook::plain;
  const float wide = ui.label(left ? rect.x : rect.x + rect.width / 2, top, words, type, ink,
                              left ? Align::left : Align::centre);
  if (left && pressed.hovered) ui.fill({rect.x, top + type.line - 4, wide, 1}, ink);
  return pressed.activated;
}

bool button(Ui& ui, Flow& flow, std::string_view key, std::string_view words, ButtonLook look,
            const NodeState& state) {
  return button_at(ui, key, flow.place(button_width(ui, words, look), ui.target()), words, look, state);
}

bool chip(Ui& ui, Flow& flow, std::string_view key, std::string_view words, bool chosen) {
  const Colours& c = ui.colours;
  const float high = std::max(ui.target() - 4, 32.0F);
  const Type& look = ui.type.body;
  const Rect rect = flow.place(ui.width_of(words, look) + 2 * chip_padding, high);
  const Colour ink = chosen ? c.accent : c.second;
  const Pressed pressed = ui.press(key, rect, words,
                                   {.state = {.pressed = chosen},
                                    .type = look,
                                    .colour = ink,
                                    .ground = chosen ? c.tint : c.card,
                                    .radius = high / 2});
  const Colour edge = chosen || pressed.hovered ? c.accent : c.line;
  ui.frame_box(rect, chosen ? c.tint : c.card, edge, high / 2);
  ui.label(rect.x + rect.width / 2, rect.y + (high - look.line) / 2, words, look, ink, Align::centre);
  return pressed.activated;
}

float segmented_width(Ui& ui, const std::vector<SwitchItem>& items) {
  float wide = 2;
  for (const SwitchItem& item : items)
    wide += ui.width_of(item.words, ui.type.body) + 2 * switch_padding;
  return wide;
}

std::size_t segmented(Ui& ui, const Rect& rect, const std::vector<SwitchItem>& items, std::size_t chosen,
                      std::string_view name) {
  const Colours& c = ui.colours;
  const Type& look = ui.type.body;
  ui.frame_box(rect, c.card, c.line, button_radius);
  const float natural = segmented_width(ui, items) - 2;
  const float spare = (rect.width - 2 - natural) / static_cast<float>(items.size());
  std::size_t result = chosen;
  const auto body = [&] {
    float left = rect.x + 1;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const float wide = ui.width_of(items[i].words, look) + 2 * switch_padding + spare;
      const Rect part{left, rect.y + 1, wide, rect.height - 2};
      const bool down = i == chosen;
      const Colour ink = down ? c.on_accent : c.ink;
      const Pressed pressed = ui.press(items[i].key, part, items[i].words,
                                       {.state = {.pressed = down},
                                        .type = look,
                                        .colour = ink,
                                        .ground = down ? c.accent : c.card,
                                        .radius = button_radius});
      const bool first = i == 0, last = i + 1 == items.size();
      const ImDrawFlags corners = first && last ? ImDrawFlags_RoundCornersAll
                                  : first       ? ImDrawFlags_RoundCornersLeft
                                  : last        ? ImDrawFlags_RoundCornersRight
                                                : ImDrawFlags_RoundCornersNone;
      if (down || pressed.hovered) ui.fill(part, down ? c.accent : c.tint, button_radius - 1, corners);
      if (!first && !down && i - 1 != chosen) ui.fill({left, rect.y + 8, 1, rect.height - 16}, c.line);
      ui.label(left + wide / 2, rect.y + (rect.height - look.line) / 2, items[i].words, look, ink,
               Align::centre);
      if (pressed.activated) result = i;
      left += wide;
    }
  };
  if (ui.measuring()) return result;
  ui.mirror.open(Role::group, name, rect, {}, {}, {.name = name});
  body();
  ui.mirror.close();
  return result;
}

// Fields: real elements above the canvas
// ----------------------------------------------------------------------------------------------------------

namespace {

TextStyle field_style(const Ui& ui) {
  const Type& look = ui.type.body;
  return {.size = look.size, .line_height = look.line, .colour = ui.colours.ink};
}

}  // namespace

std::size_t select_at(Ui& ui, std::string_view key, const Rect& rect, const std::vector<std::string>& words,
                      std::size_t chosen, std::string_view name) {
  if (ui.measuring()) return chosen;
  std::string lines;
  for (const std::string& each : words) {
    if (!lines.empty()) lines += '\n';
    lines += each;
  }
  const std::string value = std::to_string(chosen);
  const NodeId id =
      ui.mirror.leaf(Role::select, key, rect, lines, field_style(ui), {.name = name, .value = value});
  const std::optional<std::string> answer = ui.mirror.edited(id);
  std::size_t next = chosen;
  if (answer) std::from_chars(answer->data(), answer->data() + answer->size(), next);
  return next < words.size() ? next : chosen;
}

std::optional<std::string> field_at(Ui& ui, std::string_view key, const Rect& rect, std::string_view name,
                                    std::string_view placeholder, std::string_view value) {
  if (ui.measuring()) return std::nullopt;
  const NodeId id = ui.mirror.leaf(Role::text_field, key, rect, {}, field_style(ui),
                                   {.name = name, .placeholder = placeholder, .value = value});
  return ui.mirror.edited(id);
}

// Figures and words of the document
// --------------------------------------------------------------------------------

bool figure_at(Ui& ui, std::string_view key, float left, float top, std::string_view words, const Type& look,
               Colour colour, std::string_view name, const Rect* hit) {
  const float wide = ui.width_of(words, look);
  const Rect own{left - 3, top, wide + 6, look.line};
  const Rect& rect = hit != nullptr ? *hit : own;
  // What is seen is said too, also where it is another writing of the figure (in another unit, say).
  const std::string spoken = name.find(words) == std::string_view::npos
                                 ? std::string(words) + " · " + std::string(name)
                                 : std::string(name);
  const Pressed pressed = ui.press(key, rect, words,
                                   {.state = {.name = spoken},
                                    .type = look,
                                    .colour = colour,
                                    .radius = 4,
                                    .right_aligned = hit != nullptr});
  if (pressed.hovered) ui.fill({left - 3, top + 1, wide + 6, look.line - 2}, ui.colours.tint, 4);
  ui.label(left, top, words, look, pressed.hovered ? ui.colours.accent : colour);
  const float under = top + (look.line + look.size) / 2 + std::max(1.0F, look.size / 14);
  ui.dotted(left, under, wide, pressed.hovered ? ui.colours.accent : ui.colours.third);
  return pressed.activated;
}

bool quotation(Ui& ui, std::string_view key, const Quote& quote, std::string_view place, Sign sign) {
  const Colours& c = ui.colours;
  bool pressed = false;
  const bool failing = sign == Sign::contradiction || sign == Sign::to_explain;
  const SignColours pair = sign_colours(c, sign);
  ui.box(16, 12, c.paper, c.line, [&] {
    ui.group(Role::group, key, {}, [&] {
      if (!place.empty()) {
        ui.text("place", place, ui.type.caption, c.third);
        ui.space(4);
      }
      std::vector<Run> runs;
      for (const auto& [start, end] : quote.marked) {
        Run run{.start = start, .end = end, .link = static_cast<std::int32_t>(runs.size())};
        const std::size_t at = runs.size();
        const bool doubtful = failing && (at >= quote.doubtful.size() || quote.doubtful[at]);
        run.ground = doubtful ? pair.tint : c.mark;
        if (doubtful) run.underline = Underline::solid;
        run.underline_colour = pair.ink;
        runs.push_back(run);
      }
      const auto name_of = [&](std::int32_t link) {
        const auto& [start, end] = quote.marked[static_cast<std::size_t>(link)];
        return quote.words.substr(start, end - start);
      };
      pressed = ui.rich("words", quote.words, runs, ui.type.body, c.ink, {}, name_of) >= 0;
    });
  });
  return pressed;
}

void formula_text(Ui& ui, std::string_view key, std::string_view formula, const Type& look, Sign sign,
                  std::int8_t level) {
  std::vector<Run> runs;
  const SignColours pair = sign_colours(ui.colours, sign);
  const bool failing = sign != Sign::holds && sign != Sign::unknown;
  for (const std::string_view relation : {"≠", " > ", " < "}) {
    for (std::size_t at = formula.find(relation); failing && at != std::string_view::npos;
         at = formula.find(relation, at + relation.size())) {
      Run run{.start = static_cast<std::uint32_t>(at),
              .end = static_cast<std::uint32_t>(at + relation.size()),
              .colour = pair.ink};
      run.has_weight = true;
      run.weight = Weight::bold;
      runs.push_back(run);
    }
  }
  sort_stably(runs, [](const Run& a, const Run& b) { return a.start < b.start; });
  ui.rich(key, formula, runs, look, ui.colours.ink, {.role = Role::heading, .level = level},
          [](std::int32_t) { return std::string(); });
}

void legend_item(Ui& ui, Flow& flow, std::string_view key, Colour colour, std::string_view words) {
  constexpr float square = 10, gap = 6;
  const Type& look = ui.type.caption;
  const Rect rect = flow.place(square + gap + ui.width_of(words, look), look.line);
  ui.fill({rect.x, rect.y + (look.line - square) / 2, square, square}, colour, 3);
  ui.label(rect.x + square + gap, rect.y, words, look, ui.colours.second);
  ui.say(Role::paragraph, key, {rect.x + square + gap, rect.y, rect.width - square - gap, rect.height}, words,
         look, ui.colours.second);
}

void empty_note(Ui& ui, std::string_view key, std::string_view words) {
  ui.card(24, [&] { ui.text(key, words, ui.type.body, ui.colours.second); });
}

}  // namespace mingzhang
