// The toolkit that every view is written with: text, boxes, buttons and columns, each drawn on Dear ImGui's
// background list and told to the semantic mirror at the same place in the same type.
//
// A view runs from top to bottom at every frame. It stands in a region (which scrolls) and in a column of it;
// `y` moves on as things are added. Places are CSS px in the region's content, before scrolling. What stands
// around a body (a card, a group) is drawn before it with the height that it had last; where that was
// another, the frame is described again before it is shown. A body handed to height_of() runs without drawing
// and without the mirror, to learn how high it will be; nothing is ever pressed in it.
//
// ui.cpp: regions, columns, drawing; ui_text.cpp: text; widgets.h: what is made of them.
#pragma once

#include "app/theme.h"
#include "app/typesetting.h"
#include "app/ui_memory.h"
#include "platform/window.h"
#include "text/function_ref.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// A key for the mirror made of a word and a number.
std::string numbered(std::string_view word, std::size_t number);

enum class Align : std::uint8_t { left, centre, right };

struct TextOptions {
  Role role = Role::paragraph;
  std::int8_t level = 0;  // of a heading
  Align align = Align::left;
  Colour ground = 0;             // what the text stands on, where it is not the region's own
  bool mirrored = true;          // false where another element says the same
  bool balanced = false;         // lines of about the same length: titles and sentences under them
  std::uint32_t most_lines = 0;  // 0: all
  /// Words of the document: where they begin in it. Each line is an element of its own, at its place, so that
  /// they can be selected. -1: other words.
  std::int64_t lines_from = -1;
};

/// What a pressable element tells.
struct Pressed {
  NodeId id = 0;
  bool activated = false, hovered = false;
};

struct PressOptions {
  Role role = Role::button;
  NodeState state;
  Type type;
  Colour colour = 0, ground = 0;
  float radius = 6;  // of the focus ring's inner side
  bool right_aligned = false;
};

class Ui {
 public:
  /// `typesetter` and `memory` live longer than the frame. `version` is of everything that any part of the
  /// page may depend on and that this cannot see: the language, the document, its changes.
  Ui(const Frame& frame, Typesetter& typesetter, UiMemory& memory, Theme theme, bool narrow,
     std::uint64_t version);
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  const Frame& frame;
  Mirror& mirror;
  const Colours& colours;
  const TypeScale type;
  /// One column, as on a phone.
  const bool narrow;
  const Theme theme;
  /// Least height of what is to be pressed.
  float target() const { return frame.surroundings.coarse_pointer ? 44 : 36; }
  bool still() const { return frame.surroundings.reduced_motion; }

  // Where we are -------------------------------------------------------------------------------------------
  float x = 0, y = 0, width = 0;
  void space(float height) { y += height; }
  /// A region of the window; its content begins at 0, 0. Its height is where `y` ends, and `below` more.
  void region(Role role, std::string_view key, const Rect& window, std::string_view name, Colour ground,
              float below, FunctionRef<void()> body);
  /// A region without a ground of its own, drawn `down` below where it stands: it is on its way.
  void shifted_region(Role role, std::string_view key, const Rect& window, std::string_view name, float down,
                      float below, FunctionRef<void()> body);
  /// The region that is being described, and its place in the window.
  NodeId region_id() const { return region_; }
  const Rect& region_rect() const { return window_; }
  /// A narrower column from here on; `y` goes on.
  void inside(float left, float right, FunctionRef<void()> body);
  /// A column of its own at any place; `y` comes back to where it was.
  void at(float left, float top, float wide, FunctionRef<void()> body);
  float height_of(FunctionRef<void()> body);
  bool measuring() const { return measuring_ > 0; }
  /// Draws, but tells the mirror nothing: an element that is described as a whole says it.
  void unmirrored(FunctionRef<void()> body);
  /// An element of the mirror around all of `body`.
  void group(Role role, std::string_view key, const NodeState& state, FunctionRef<void()> body);
  /// A part of a long page, such as an item of a list. Out of sight it is only a height, and its elements
  /// stay as they are, until `version` is another: it must differ wherever `body` would show something else.
  void part(std::string_view key, std::uint64_t version, FunctionRef<void()> body, Role role = Role::group);
  /// Cells side by side, `columns` in a row, rows as high as their highest cell. A card in a cell fills it.
  void grid(std::size_t count, std::size_t columns, float gap, FunctionRef<void(std::size_t)> cell);
  /// A white box around `body`.
  void card(float padding, FunctionRef<void()> body);
  void box(float padding, float radius, Colour ground, Colour border, FunctionRef<void()> body);

  // Text ---------------------------------------------------------------------------------------------------
  /// A block in the column; moves `y` on. Returns its height.
  float text(std::string_view key, std::string_view words, const Type& look, Colour colour,
             const TextOptions& options = {});
  /// The same with runs; returns the link that was pressed, or -1. `name_of` names a link for the mirror.
  std::int32_t rich(std::string_view key, std::string_view words, std::span<const Run> runs, const Type& look,
                    Colour colour, const TextOptions& options,
                    FunctionRef<std::string(std::int32_t)> name_of);
  void heading(std::string_view key, std::string_view words, int level);
  /// One line at a place, in a line box of the type's height; tells the mirror nothing. Returns its width.
  float label(float left, float top, std::string_view words, const Type& look, Colour colour,
              Align align = Align::left);
  float width_of(std::string_view words, const Type& look) { return typesetter_.width_of(words, look); }
  /// On one line, with … where it is too long; at least one character.
  std::string shortened(std::string_view words, const Type& look, float wide);
  std::size_t lines_of(std::string_view words, const Type& look, float wide) {
    return typesetter_.set(words, {}, look, wide).lines.size();
  }
  /// A mirrored text at a place, for what is drawn with label().
  void say(Role role, std::string_view key, const Rect& rect, std::string_view words, const Type& look,
           Colour colour, const NodeState& state = {}, bool right_aligned = false);

  // Pressing -----------------------------------------------------------------------------------------------
  /// An element to be pressed; draws only its focus ring. `words` is its text in the mirror.
  Pressed press(std::string_view key, const Rect& rect, std::string_view words, const PressOptions& options);
  /// What was pressed in this frame; 0: nothing.
  NodeId activated_node() const { return activated_; }
  /// A ring around what has the keyboard's focus, drawn above everything in the region.
  void ring(NodeId id, const Rect& rect, float radius);

  // Drawing ------------------------------------------------------------------------------------------------
  void fill(const Rect& rect, Colour colour, float radius = 0, ImDrawFlags corners = 0);
  /// Filled, with a border inside.
  void frame_box(const Rect& rect, Colour ground, Colour border, float radius);
  /// A border of 1 px alone, as over what the pointer is on.
  void outline(const Rect& rect, Colour colour, float radius);
  void dashed_box(const Rect& rect, Colour colour, float radius, float thickness);
  void rule(float left, float top, float wide);  // a hairline
  void dotted(float left, float top, float wide, Colour colour);
  void dashed(float left, float top, float wide, Colour colour);
  void line(ImVec2 from, ImVec2 to, Colour colour, float thickness);
  void dot(float centre_x, float centre_y, float radius, Colour colour);
  void triangle(ImVec2 a, ImVec2 b, ImVec2 c, Colour colour);
  /// What `body` draws shows only inside.
  void clipped(const Rect& rect, FunctionRef<void()> body);
  bool visible(float top, float bottom) const;
  /// Window coordinates of a place in the region.
  ImVec2 on_screen(float left, float top) const { return {origin_.x + left, origin_.y + top}; }
  ImDrawList& list() { return *list_; }
  Typesetter& typesetter() { return typesetter_; }
  UiMemory& memory() { return memory_; }

 private:
  struct Ring {
    Rect rect;
    float radius;
  };
  /// A path of keys: the enclosing one's, and how many nameless boxes were met in it.
  struct Path {
    std::uint64_t hash = 0, boxes = 0;
  };
  float grid_row(std::size_t first, std::size_t end, float wide, float gap,
                 FunctionRef<void(std::size_t)> cell);
  Path enter(std::string_view key);
  Path enter_box();
  float last_height() const;
  void remember_height(float height);
  std::uint64_t version_here(std::uint64_t own) const;
  void say_lines(const SetText& set, std::string_view words, const Type& look, Colour colour,
                 const TextOptions& options);
  bool silent() const { return measuring_ > 0 || unmirrored_ > 0; }
  void draw_lines(const SetText& set, std::string_view words, std::span<const Run> runs, const Type& look,
                  Colour colour, const TextOptions& options);
  void draw_ground(const SetText& set, const SetLine& line, std::span<const Run> runs, const Type& look,
                   Colour colour, float left, float top);
  float balanced_width(std::string_view words, const Type& look);
  void draw_piece(const Piece& piece, std::string_view words, std::span<const Run> runs, const Type& look,
                  Colour colour, float left, float top);
  float aligned(float left, float wide, float text, Align align) const;
  void draw_rings();
  float snapped(float value) const;

  Typesetter& typesetter_;
  ImDrawList* list_;
  ImVec2 origin_{0, 0};
  Rect window_;
  NodeId region_ = 0, activated_ = 0;
  int measuring_ = 0, unmirrored_ = 0;
  float cell_height_ = 0, cell_natural_ = -1;
  UiMemory& memory_;
  Path path_;
  std::uint64_t version_;
  int first_told_ = 0;  // parts of this frame that the mirror hears of for the first time
  std::vector<Ring> rings_;
};

}  // namespace mingzhang
