// Regions, columns and drawing of the toolkit. See ui.h.
#include "app/ui.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

namespace mingzhang {
namespace {

constexpr float ring_distance = 2, ring_width = 2;
constexpr float card_radius = 12;

}  // namespace

std::string numbered(std::string_view word, std::size_t number) {
  char digits[24];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  std::string key(word);
  key.append(digits, end);
  return key;
}

Ui::Ui(const Frame& the_frame, Typesetter& typesetter, UiMemory& memory, Theme the_theme, bool is_narrow,
       std::uint64_t version)
    : frame(the_frame),
      mirror(the_frame.mirror),
      colours(colours_of(the_theme)),
      type(type_scale(the_frame.surroundings.text_scale, is_narrow)),
      narrow(is_narrow),
      theme(the_theme),
      typesetter_(typesetter),
      list_(ImGui::GetBackgroundDrawList()),
      memory_(memory),
      version_(version) {
  typesetter_.begin_frame(frame.fonts, frame.surroundings.pixel_ratio);
  memory_.begin_frame();
}

// Where we are
// --------------------------------------------------------------------------------------------------

void Ui::region(Role role, std::string_view key, const Rect& window, std::string_view name, Colour ground,
                float below, FunctionRef<void()> body) {
  list_->AddRectFilled({window.x, window.y}, {window.x + window.width, window.y + window.height},
                       packed(ground));
  shifted_region(role, key, window, name, 0, below, body);
}

void Ui::shifted_region(Role role, std::string_view key, const Rect& window, std::string_view name,
                        float down, float below, FunctionRef<void()> body) {
  region_ = mirror.open_region(role, key, window, name);
  path_ = {region_, 0};
  window_ = window;
  origin_ = {window.x, window.y + down - mirror.scroll_of(region_)};
  list_->PushClipRect({window.x, window.y}, {window.x + window.width, window.y + window.height}, true);
  x = y = 0;
  width = window.width;
  body();
  draw_rings();
  list_->PopClipRect();
  mirror.set_content_height(std::ceil(y + below));
  mirror.close();
}

void Ui::inside(float left, float right, FunctionRef<void()> body) {
  const float old_x = x, old_width = width;
  x += left;
  width = std::max(1.0F, width - left - right);
  body();
  x = old_x;
  width = old_width;
}

void Ui::at(float left, float top, float wide, FunctionRef<void()> body) {
  const float old_x = x, old_y = y, old_width = width;
  x = left;
  y = top;
  width = std::max(1.0F, wide);
  body();
  x = old_x;
  y = old_y;
  width = old_width;
}

float Ui::height_of(FunctionRef<void()> body) {
  const float old_y = y, old_cell = std::exchange(cell_height_, 0.0F);
  ++measuring_;
  body();
  --measuring_;
  cell_height_ = old_cell;
  return std::exchange(y, old_y) - old_y;
}

void Ui::unmirrored(FunctionRef<void()> body) {
  ++unmirrored_;
  body();
  --unmirrored_;
}

void Ui::group(Role role, std::string_view key, const NodeState& state, FunctionRef<void()> body) {
  if (silent()) {
    body();
    return;
  }
  const Path outside = enter(key);
  const float top = y;
  mirror.open(role, key, {x, y, width, last_height()}, {}, {}, state);
  body();
  mirror.close();
  remember_height(y - top);
  path_ = outside;
}

void Ui::part(std::string_view key, std::uint64_t version, FunctionRef<void()> body, Role role) {
  // Elements that the page hears of for the first time cost the browser most: so many a frame, what is in
  // sight first.
  constexpr int most_first_told = 60;
  if (unmirrored_ > 0) {
    body();
    return;
  }
  const Path outside = enter(key);
  const std::uint64_t now = version_here(version);
  const UiMemory::Extent* last = memory_.find(path_.hash);
  const bool known = last != nullptr && last->version == now;
  const float top = y;
  if (measuring()) {
    known ? space(last->height) : body();
    path_ = outside;
    return;
  }
  const float height = known ? last->height : height_of(body);
  const bool seen = visible(top, top + height);
  if (!mirror.open_part(role, key, {x, y, width, height}, now, !seen)) {
    space(height);
  } else if (!seen && ++first_told_ > most_first_told) {
    mirror.leave_part();
    space(height);
    frame.another = true;
  } else {
    body();
    mirror.close();
  }
  const bool as_expected = y - top == height;
  if (!memory_.put(path_.hash, {y - top, now}) && !as_expected) frame.again = true;
  path_ = outside;
}

Ui::Path Ui::enter(std::string_view key) {
  std::uint64_t hash = path_.hash ^ 0xCBF29CE484222325ULL;
  for (const char letter : key)
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
  return std::exchange(path_, {hash ^ hash >> 29, 0});
}

Ui::Path Ui::enter_box() {
  const std::uint64_t hash = (path_.hash + ++path_.boxes) * 0x9E3779B97F4A7C15ULL;
  return std::exchange(path_, {hash ^ hash >> 29, 0});
}

float Ui::last_height() const {
  const UiMemory::Extent* last = memory_.find(path_.hash);
  return last == nullptr ? 0 : last->height;
}

void Ui::remember_height(float height) {
  if (!memory_.put(path_.hash, {height, 0})) frame.again = true;
}

std::uint64_t Ui::version_here(std::uint64_t own) const {
  std::uint64_t version = own ^ version_;
  const Surroundings& around = frame.surroundings;
  for (const float each : {width, type.body.size, around.pixel_ratio, target(), static_cast<float>(theme)}) {
    std::uint32_t bits = 0;
    static_assert(sizeof bits == sizeof each);
    std::memcpy(&bits, &each, sizeof bits);
    version = (version ^ bits) * 0x9E3779B97F4A7C15ULL;
    version ^= version >> 31;
  }
  return version == 0 ? 1 : version;
}

void Ui::grid(std::size_t count, std::size_t columns, float gap, FunctionRef<void(std::size_t)> cell) {
  columns = std::max<std::size_t>(1, columns);
  const float wide = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t first = 0; first < count; first += columns) {
    if (first > 0) y += gap;
    const std::size_t end = std::min(count, first + columns);
    y += grid_row(first, end, wide, gap, cell);
  }
}

/// Cells side by side, drawn as high as the highest of them was last; returns how high that is now.
float Ui::grid_row(std::size_t first, std::size_t end, float wide, float gap,
                   FunctionRef<void(std::size_t)> cell) {
  const Path outside = measuring() ? path_ : enter_box();
  const float expected = measuring() ? 0 : last_height();
  float high = 0;
  for (std::size_t i = first; i < end; ++i) {
    at(x + static_cast<float>(i - first) * (wide + gap), y, wide, [&] {
      const float top = y;
      cell_height_ = expected;
      cell_natural_ = -1;
      cell(i);
      cell_height_ = 0;
      high = std::max(high, cell_natural_ >= 0 ? cell_natural_ : y - top);
      cell_natural_ = -1;
    });
  }
  if (!measuring()) remember_height(high);
  path_ = outside;
  return high;
}

void Ui::card(float padding, FunctionRef<void()> body) {
  box(padding, card_radius, colours.card, colours.line, body);
}

void Ui::box(float padding, float radius, Colour ground, Colour border, FunctionRef<void()> body) {
  const float least = std::exchange(cell_height_, 0.0F);
  const float top = y;
  const auto padded = [&] {
    space(padding);
    inside(padding, padding, body);
    space(padding);
  };
  if (measuring()) {
    padded();
    return;
  }
  const Path outside = enter_box();
  frame_box({x, top, width, std::max(least, last_height())}, ground, border, radius);
  padded();
  const float natural = y - top;
  remember_height(natural);
  path_ = outside;
  if (least <= 0) return;
  cell_natural_ = natural;
  y = top + std::max(least, natural);
}

// Drawing
// -------------------------------------------------------------------------------------------------------

float Ui::snapped(float value) const {
  const float ratio = frame.surroundings.pixel_ratio;
  return std::round(value * ratio) / ratio;
}

bool Ui::visible(float top, float bottom) const {
  return origin_.y + bottom >= window_.y && origin_.y + top <= window_.y + window_.height;
}

void Ui::clipped(const Rect& rect, FunctionRef<void()> body) {
  list_->PushClipRect(on_screen(rect.x, rect.y), on_screen(rect.x + rect.width, rect.y + rect.height), true);
  body();
  list_->PopClipRect();
}

void Ui::fill(const Rect& rect, Colour colour, float radius, ImDrawFlags corners) {
  if (measuring() || !visible(rect.y, rect.y + rect.height)) return;
  const ImVec2 from{snapped(origin_.x + rect.x), snapped(origin_.y + rect.y)};
  const ImVec2 to{snapped(origin_.x + rect.x + rect.width), snapped(origin_.y + rect.y + rect.height)};
  list_->AddRectFilled(from, to, packed(colour), radius, corners);
}

void Ui::frame_box(const Rect& rect, Colour ground, Colour border, float radius) {
  const float edge = colours.border;
  fill(rect, border, radius);
  fill({rect.x + edge, rect.y + edge, rect.width - 2 * edge, rect.height - 2 * edge}, ground,
       std::max(0.0F, radius - edge));
}

void Ui::outline(const Rect& rect, Colour colour, float radius) {
  if (measuring() || !visible(rect.y, rect.y + rect.height)) return;
  list_->AddRect(on_screen(rect.x, rect.y), on_screen(rect.x + rect.width, rect.y + rect.height),
                 packed(colour), radius, 0, std::max(1.0F, colours.border));
}

void Ui::rule(float left, float top, float wide) {
  fill({left, top, wide, colours.border}, colours.line);
}

void Ui::dotted(float left, float top, float wide, Colour colour) {
  if (measuring() || !visible(top, top + 1)) return;
  constexpr float step = 3, dot = 1.25F;
  for (float at = left; at + dot <= left + wide; at += step)
    fill({at, top, dot, dot}, colour);
}

void Ui::dashed(float left, float top, float wide, Colour colour) {
  constexpr float step = 6, dash = 3;
  for (float at = left; at < left + wide; at += step)
    fill({at, top, std::min(dash, left + wide - at), 1}, colour);
}

void Ui::line(ImVec2 from, ImVec2 to, Colour colour, float thickness) {
  if (measuring()) return;
  list_->AddLine(on_screen(from.x, from.y), on_screen(to.x, to.y), packed(colour), thickness);
}

void Ui::dot(float centre_x, float centre_y, float radius, Colour colour) {
  if (measuring() || !visible(centre_y - radius, centre_y + radius)) return;
  list_->AddCircleFilled(on_screen(centre_x, centre_y), radius, packed(colour));
}

void Ui::triangle(ImVec2 a, ImVec2 b, ImVec2 c, Colour colour) {
  if (measuring()) return;
  list_->AddTriangleFilled(on_screen(a.x, a.y), on_screen(b.x, b.y), on_screen(c.x, c.y), packed(colour));
}

void Ui::dashed_box(const Rect& rect, Colour colour, float radius, float thickness) {
  if (measuring() || !visible(rect.y, rect.y + rect.height)) return;
  // The rounded outline as one path, cut into dashes of even length.
  const ImVec2 from = on_screen(rect.x + thickness / 2, rect.y + thickness / 2);
  const ImVec2 to = on_screen(rect.x + rect.width - thickness / 2, rect.y + rect.height - thickness / 2);
  list_->PathRect(from, to, radius);
  std::vector<ImVec2> path(list_->_Path.begin(), list_->_Path.end());
  list_->PathClear();
  if (path.empty()) return;
  path.push_back(path.front());
  constexpr float dash = 6, gap = 4;
  float left_over = dash;
  bool on = true;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    ImVec2 at = path[i];
    float dx = path[i + 1].x - at.x, dy = path[i + 1].y - at.y;
    float length = std::sqrt(dx * dx + dy * dy);
    while (length > 0.01F) {
      const float part = std::min(length, left_over);
      const ImVec2 next{at.x + dx * part / length, at.y + dy * part / length};
      if (on) list_->AddLine(at, next, packed(colour), thickness);
      dx -= next.x - at.x, dy -= next.y - at.y;
      at = next;
      length -= part;
      left_over -= part;
      if (left_over > 0.01F) continue;
      on = !on;
      left_over = on ? dash : gap;
    }
  }
}

// Focus
// ---------------------------------------------------------------------------------------------------------

void Ui::ring(NodeId id, const Rect& rect, float radius) {
  if (mirror.focused(id) && mirror.focus_visible()) rings_.push_back({rect, radius});
}

void Ui::draw_rings() {
  constexpr float out = ring_distance + ring_width / 2;
  for (const Ring& each : rings_) {
    const Rect& rect = each.rect;
    list_->AddRect(on_screen(rect.x - out, rect.y - out),
                   on_screen(rect.x + rect.width + out, rect.y + rect.height + out), packed(colours.accent),
                   each.radius + out, 0, ring_width);
  }
  rings_.clear();
}

Pressed Ui::press(std::string_view key, const Rect& rect, std::string_view words,
                  const PressOptions& options) {
  if (silent()) return {};
  const TextStyle style{.size = options.type.size,
                        .line_height = options.type.line,
                        .weight = static_cast<std::uint16_t>(options.type.weight == Weight::regular    ? 400
                                                             : options.type.weight == Weight::semibold ? 600
                                                                                                       : 700),
                        .colour = options.colour == 0 ? colours.ink : options.colour,
                        .right_aligned = options.right_aligned,
                        .background = options.ground};
  const NodeId id = mirror.leaf(options.role, key, rect, words, style, options.state);
  ring(id, rect, options.radius);
  if (mirror.activated(id)) activated_ = id;
  return {id, mirror.activated(id), mirror.hovered(id)};
}

}  // namespace mingzhang
