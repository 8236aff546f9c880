// What the views are made of: sign boxes, buttons, switches, figures that can be followed, quotations,
// tables. All drawn with ui.h's toolkit and mirrored.
#pragma once

#include "app/ui.h"
#include "app/wording.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Places things side by side in the column and goes on below where the line is full.
class Flow {
 public:
  Flow(Ui& ui, float gap, float line_gap);
  /// Room for something of this size.
  Rect place(float wide, float high);
  /// Moves the column on to below the last line.
  void end();

 private:
  Ui& ui_;
  float gap_, line_gap_, x_, top_, line_height_ = 0;
};

enum class ButtonLook : std::uint8_t {
  filled,    // the one thing to do
  outlined,  // one of several
  plain,     // a link
};

SignColours sign_colours(const Colours& colours, Sign sign);
constexpr float sign_box_size = 32;
/// The rounded box with ≠ ? · = …; `name` says it to those who cannot see it.
void sign_box(Ui& ui, float left, float top, float size, Sign sign, std::string_view name);

float button_width(Ui& ui, std::string_view words, ButtonLook look);
bool button_at(Ui& ui, std::string_view key, const Rect& rect, std::string_view words, ButtonLook look,
               const NodeState& state = {});
bool button(Ui& ui, Flow& flow, std::string_view key, std::string_view words, ButtonLook look,
            const NodeState& state = {});
/// A pill that filters; `sign` stands before its words.
bool chip(Ui& ui, Flow& flow, std::string_view key, std::string_view words, bool chosen);

struct SwitchItem {
  std::string_view key, words;
};
/// Buttons in one frame of which one is down. Returns the new choice.
float segmented_width(Ui& ui, const std::vector<SwitchItem>& items);
std::size_t segmented(Ui& ui, const Rect& rect, const std::vector<SwitchItem>& items, std::size_t chosen,
                      std::string_view name);

/// A list to choose one from, as the browser shows it; returns the new choice.
std::size_t select_at(Ui& ui, std::string_view key, const Rect& rect, const std::vector<std::string>& words,
                      std::size_t chosen, std::string_view name);
/// A field of one line; what was typed, in the frame after it changed.
std::optional<std::string> field_at(Ui& ui, std::string_view key, const Rect& rect, std::string_view name,
                                    std::string_view placeholder, std::string_view value);

/// A figure with a dotted underline that opens its evidence; returns true where it was pressed. `name` is
/// what the mirror calls it. `hit` is what can be pressed, where it is larger than the figure.
bool figure_at(Ui& ui, std::string_view key, float left, float top, std::string_view words, const Type& look,
               Colour colour, std::string_view name, const Rect* hit = nullptr);

/// Words of the document in a quiet box, its figures marked. True where 'to the source' was asked by
/// pressing a figure.
bool quotation(Ui& ui, std::string_view key, const Quote& quote, std::string_view place, Sign sign);

/// A formula with its failing sign in the sign's colour: a heading of that level.
void formula_text(Ui& ui, std::string_view key, std::string_view formula, const Type& look, Sign sign,
                  std::int8_t level = 3);

/// A coloured square and a word, for legends.
void legend_item(Ui& ui, Flow& flow, std::string_view key, Colour colour, std::string_view words);

/// A column that is empty for a reason: says what would be here.
void empty_note(Ui& ui, std::string_view key, std::string_view words);

}  // namespace mingzhang
