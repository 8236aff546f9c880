// See page_objects.h.
#include "document/ofd/page_objects.h"

#include "document/limits.h"
#include "document/office/package.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>

namespace mingzhang::ofd {
namespace {

/// A fill thinner than this, in points, is a line; a line shorter than the second is part of a drawing; two
/// ends may differ by the third and it still runs along an axis. As in web/pdf/paint.ts.
constexpr float thickest_line = 2.5F, shortest_line = 1.5F, skew = 0.6F;
/// Directions that differ from a quarter turn by more than this slope are no lines to read: watermarks.
constexpr float slant = 0.05F;
constexpr std::size_t most_rulings = 1'000'000, most_areas = 2'000, most_characters = 100'000;
constexpr float much_of_a_page = 0.5F;

/// "255 255 255", or in the shorter form "#FFFFFF"; no colour is black.
bool is_white(XmlNode colour) {
  std::string_view value = attribute_of(colour, "Value");
  if (value.empty()) return false;
  int parts = 0;
  for (std::string_view word = next_word(value); !word.empty(); word = next_word(value), ++parts) {
    const bool full = word.starts_with('#') ? word.substr(1).find_first_not_of("fF") == std::string_view::npos
                                            : number_in(word) >= 250;
    if (!full) return false;
  }
  return parts > 0;
}

bool is_false(std::string_view value) {
  return value == "false" || value == "0";
}

/// Nothing of it is seen.
bool is_invisible(XmlNode object) {
  return is_false(attribute_of(object, "Visible")) || attribute_of(object, "Alpha") == "0" ||
         attribute_of(child_of(object, "FillColor"), "Alpha") == "0";
}

/// Nothing shines through what is painted so; an object and a colour may each have an Alpha.
bool is_opaque(XmlNode node) {
  const std::string_view alpha = attribute_of(node, "Alpha");
  return alpha.empty() || alpha == "255";
}

/// Private use and control characters, and what stands for a character that no one knows.
bool is_unreadable(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xA4 || (c >= 0xE000 && c <= 0xF8FF) ||
         (c >= 0xFFFD && c <= 0xFFFF);
}

/// Quarter turns clockwise of a direction; -1 for a slanted one.
int turns_of(float dx, float dy) {
  if (std::fabs(dy) <= slant * std::fabs(dx)) return dx >= 0 ? 0 : 2;
  if (std::fabs(dx) <= slant * std::fabs(dy)) return dy >= 0 ? 1 : 3;
  return -1;
}

/// The middle of the letters of a run, which stand above its baseline.
void middle_of(const PlacedRun& run, float& x, float& y) {
  constexpr float cosine[] = {1, 0, -1, 0}, sine[] = {0, 1, 0, -1};
  const float half = run.width / 2, up = 0.35F * run.size;
  x = run.x + half * cosine[run.turns] + up * sine[run.turns];
  y = run.y + half * sine[run.turns] - up * cosine[run.turns];
}

}  // namespace

PageObjects::PageObjects(Box area, PositionedText& out, PositionedPage& page)
    : area_(area), out_(out), page_(page), runs_(out) {}

void PageObjects::read(XmlNode content) {
  for (const XmlNode layer : content.children()) {
    for (const XmlNode object : layer.children())
      read_object(object);
  }
}

void PageObjects::read_object(XmlNode object) {
  const std::string_view name = name_of(object);
  if (name == "TextObject") return read_text(object);
  if (name == "PathObject") return read_path(object);
  if (name == "ImageObject") return read_picture(object);
  if (name == "CompositeObject") page_.damaged = true;
  if (name != "PageBlock") return;
  for (const XmlNode inner : object.children())  // as deep as limits::xml_depth
    read_object(inner);
}

Matrix PageObjects::onto_page(XmlNode object) const {
  const Matrix own = matrix_in(attribute_of(object, "CTM"));
  const Box boundary = box_in(attribute_of(object, "Boundary"), {});
  constexpr float k = points_per_millimetre;
  return {own.a * k,
          own.b * k,
          own.c * k,
          own.d * k,
          (own.e + boundary.x0 - area_.x0) * k,
          (own.f + boundary.y0 - area_.y0) * k};
}

void PageObjects::read_text(XmlNode object) {
  const std::uint32_t first = static_cast<std::uint32_t>(out_.runs.size());
  runs_.end();
  const std::string_view fill = attribute_of(object, "Fill");
  const bool drawn = !is_false(fill) || is_true(attribute_of(object, "Stroke"));
  read_codes(object, onto_page(object), !drawn || is_invisible(object));
  runs_.end();
  if (!is_white(child_of(object, "FillColor"))) return;
  // White words on white paper cannot be seen, on a coloured cell they can.
  const auto seen = std::remove_if(out_.runs.begin() + static_cast<std::ptrdiff_t>(first), out_.runs.end(),
                                   [&](const PlacedRun& run) {
                                     if (!white_below(run)) return false;
                                     page_.unseen += characters_of(run);
                                     return true;
                                   });
  out_.runs.erase(seen, out_.runs.end());
}

void PageObjects::read_codes(XmlNode object, const Matrix& m, bool hidden) {
  const float size = number_in(attribute_of(object, "Size"));
  const std::string_view stretch = attribute_of(object, "HScale");
  const float scale = stretch.empty() ? 1 : number_in(stretch);
  const float across = std::hypot(m.a, m.b);
  const float em = size * std::hypot(m.c, m.d);
  const int turns = turns_of(m.a, m.b);
  float x = 0, y = 0;
  for (XmlNode code = child_of(object, "TextCode"); code; code = next_of(code, "TextCode")) {
    if (has_attribute(code, "X")) x = number_in(attribute_of(code, "X"));
    if (has_attribute(code, "Y")) y = number_in(attribute_of(code, "Y"));
    const std::string_view words = text_of(code);
    const std::vector<float> steps_x = steps_in(attribute_of(code, "DeltaX"), most_characters);
    const std::vector<float> steps_y = steps_in(attribute_of(code, "DeltaY"), most_characters);
    std::size_t index = 0;
    for (std::size_t at = 0; at < words.size(); ++index) {
      const CodePoint c = decode_utf8(words, at);
      at += c.size;
      const float width = size * scale * (display_width(c.value) == 2 ? 1.0F : 0.5F);
      const bool downwards = index < steps_y.size() && steps_y[index] != 0;
      const float step = index < steps_x.size() ? steps_x[index] : downwards ? 0 : width;
      const float px = m.x(x, y), py = m.y(x, y);
      x += step;
      if (downwards) y += steps_y[index];
      if (is_unreadable(c.value)) {
        page_.unknown += c.value >= 0x20;
        continue;
      }
      const Box page{0, 0, page_.width, page_.height};
      if (hidden || turns < 0 || em < 0.5F || !page.holds(px, py)) {
        page_.unseen += !is_space(c.value);
        runs_.end();
        continue;
      }
      runs_.add({c.value, px, py, width * across, step * across, em, static_cast<std::uint8_t>(turns)});
    }
  }
}

std::uint32_t PageObjects::characters_of(const PlacedRun& run) const {
  const std::string_view words = run.words.of(out_.words);
  return static_cast<std::uint32_t>(
      std::count_if(words.begin(), words.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool PageObjects::white_below(const PlacedRun& run) const {
  float x = 0, y = 0;
  middle_of(run, x, y);
  const auto found =
      std::find_if(areas_.rbegin(), areas_.rend(), [&](const Area& area) { return area.box.holds(x, y); });
  return found == areas_.rend() || found->white;
}

/// M and S begin a part, L draws a line, Q and B curves, A an arc, C closes the part.
void PageObjects::read_path(XmlNode object) {
  if (is_invisible(object)) return;
  const XmlNode fill = child_of(object, "FillColor");
  const Paint paint{
      .stroked = !is_false(attribute_of(object, "Stroke")) && !is_white(child_of(object, "StrokeColor")),
      .filled = is_true(attribute_of(object, "Fill")),
      .white = is_white(fill),
      .opaque = is_opaque(object) && is_opaque(fill)};
  if (!paint.stroked && !paint.filled) return;
  const Matrix m = onto_page(object);
  std::string_view data = text_of(child_of(object, "AbbreviatedData"));
  std::vector<float> points;
  bool straight = true;
  const auto finish = [&] {
    add_subpath(points, straight, paint);
    points.clear();
    straight = true;
  };
  for (std::string_view word = next_word(data); !word.empty(); word = next_word(data)) {
    const char kind = word.front();
    const int skipped = kind == 'Q' ? 2 : kind == 'B' ? 4 : kind == 'A' ? 5 : 0;
    if (kind == 'C') {
      if (points.size() >= 2) points.insert(points.end(), {points[0], points[1]});
      finish();
      continue;
    }
    if (kind != 'M' && kind != 'S' && kind != 'L' && skipped == 0) continue;
    if (kind == 'M' || kind == 'S') finish();
    straight = straight && skipped == 0;
    for (int i = 0; i < skipped; ++i)
      next_word(data);
    const float x = number_in(next_word(data)), y = number_in(next_word(data));
    points.insert(points.end(), {m.x(x, y), m.y(x, y)});
  }
  finish();
}

void PageObjects::add_subpath(const std::vector<float>& points, bool straight, const Paint& paint) {
  if (points.size() < 4) return;
  if (paint.stroked && straight) {
    for (std::size_t i = 2; i < points.size(); i += 2)
      add_line(points[i - 2], points[i - 1], points[i], points[i + 1]);
  }
  if (!paint.filled) return;
  Box box{points[0], points[1], points[0], points[1]};
  for (std::size_t i = 2; i < points.size(); i += 2) {
    box = {std::min(box.x0, points[i]), std::min(box.y0, points[i + 1]), std::max(box.x1, points[i]),
           std::max(box.y1, points[i + 1])};
  }
  const float width = box.x1 - box.x0, height = box.y1 - box.y0;
  if (std::min(width, height) > thickest_line) {
    if (straight && points.size() <= 12 && areas_.size() < most_areas)
      areas_.push_back({box, paint.white, paint.opaque, static_cast<std::uint32_t>(out_.runs.size())});
  } else if (!paint.white) {
    const float x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
    width >= height ? add_line(box.x0, y, box.x1, y) : add_line(x, box.y0, x, box.y1);
  }
}

void PageObjects::add_line(float ax, float ay, float bx, float by) {
  const bool flat = std::fabs(ay - by) <= skew, upright = std::fabs(ax - bx) <= skew;
  if (flat == upright || out_.rulings.size() >= most_rulings) return;
  Ruling ruling{std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by)};
  if (std::max(ruling.x1 - ruling.x0, ruling.y1 - ruling.y0) < shortest_line) return;
  if (ruling.x1 < 0 || ruling.y1 < 0 || ruling.x0 > page_.width || ruling.y0 > page_.height) return;
  if (flat) ruling.y0 = ruling.y1 = (ay + by) / 2;
  if (upright) ruling.x0 = ruling.x1 = (ax + bx) / 2;
  out_.rulings.push_back(ruling);
}

void PageObjects::read_picture(XmlNode object) {
  if (is_invisible(object)) return;
  const Box box = box_in(attribute_of(object, "Boundary"), {});
  const float share = (box.x1 - box.x0) * (box.y1 - box.y0);
  if (share > much_of_a_page * (area_.x1 - area_.x0) * (area_.y1 - area_.y0)) page_.picture = true;
}

void PageObjects::remove_covered() {
  const auto first = out_.runs.begin() + static_cast<std::ptrdiff_t>(page_.first_run);
  const auto is_covered = [&](const PlacedRun& run, std::uint32_t index) {
    float x = 0, y = 0;
    middle_of(run, x, y);
    // Areas are in the order of painting: those in front of the run are at the end.
    for (auto area = areas_.rbegin(); area != areas_.rend() && area->runs_before > index; ++area) {
      if (area->opaque && area->box.holds(x, y)) return true;
    }
    return false;
  };
  auto index = page_.first_run;
  const auto seen = std::remove_if(first, out_.runs.end(), [&](const PlacedRun& run) {
    if (!is_covered(run, index++)) return false;
    page_.unseen += characters_of(run);
    return true;
  });
  out_.runs.erase(seen, out_.runs.end());
}

}  // namespace mingzhang::ofd
