// Fills lines character by character. See typesetting.h.
#include "app/typesetting.h"

#include "app/line_breaking.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstring>

#include <imgui_internal.h>

namespace mingzhang {
namespace {

constexpr float thin_space_em = 0.125F;
constexpr float half_em = 0.5F;
constexpr float full_width_em = 0.9F;  // a mark at least this wide has a blank half
constexpr float ground_padding = 2;    // around a marked figure, CSS px
constexpr std::uint32_t frames_kept = 240;
constexpr float boundless = 1e6F;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32);
}

std::uint64_t hash_of(const void* data, std::size_t size, std::uint64_t hash) {
  const char* bytes = static_cast<const char*>(data);
  for (; size >= 8; bytes += 8, size -= 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, 8);
    hash = mixed(hash, eight);
  }
  std::uint64_t rest = size;
  for (std::size_t i = 0; i < size; ++i)
    rest = rest << 8 | static_cast<unsigned char>(bytes[i]);
  return mixed(hash, rest);
}

bool makes_room(const Run& run) {
  return run.ground != 0 && !run.flat;
}

/// Only what moves letters: a colour that changes must not set the text anew.
std::uint64_t key_of(std::string_view text, std::span<const Run> runs, const Type& type, float width) {
  std::uint64_t key = hash_of(text.data(), text.size(), 1);
  for (const Run& run : runs) {
    key = mixed(key, static_cast<std::uint64_t>(run.start) << 32 | run.end);
    const unsigned look =
        static_cast<unsigned>(run.weight) << 2 | (run.has_weight ? 2U : 0U) | (makes_room(run) ? 1U : 0U);
    key = mixed(key, look);
  }
  key = mixed(key, static_cast<std::uint64_t>(type.size * 4) << 8 | static_cast<std::uint64_t>(type.weight));
  return mixed(key, static_cast<std::uint64_t>(width * 4));
}

/// One text on its way into lines.
class Setter {
 public:
  Setter(std::string_view text, std::span<const Run> runs, const Type& type, float width,
         const Typesetter& typesetter)
      : text_(text), runs_(runs), type_(type), width_(width), typesetter_(typesetter) {}

  SetText take() {
    characters_ = characters_of(text_);
    measure();
    std::size_t line = 0;
    while (line < characters_.size())
      line = fill_line(line);
    if (out_.lines.empty()) out_.lines.push_back({});
    return std::move(out_);
  }

 private:
  struct Place {
    float advance = 0;
    float joint = 0;  // before it, where it does not begin the line
    std::int32_t run = -1;
    bool full_width = false;
  };

  void measure() {
    places_.resize(characters_.size());
    std::size_t run = 0;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      const Character& character = characters_[i];
      while (run < runs_.size() && runs_[run].end <= character.offset)
        ++run;
      Place& place = places_[i];
      if (run < runs_.size() && runs_[run].start <= character.offset)
        place.run = static_cast<std::int32_t>(run);
      const Weight weight = place.run >= 0 && runs_[run].has_weight ? runs_[run].weight : type_.weight;
      place.advance = advance_of(character.value, weight);
      place.full_width = place.advance >= full_width_em * type_.size;
      if (i > 0) place.joint = joint_width(i);
    }
  }

  /// A font at this size, looked up once for a text and not for each character.
  struct Face {
    ImFontBaked* baked = nullptr;
    float han_advance = 0;
  };

  /// All Han characters are as wide as one of them, so most of a document needs no glyph before it is in
  /// sight.
  float advance_of(char32_t character, Weight weight) {
    Face& face = faces_[static_cast<std::size_t>(weight)];
    if (face.baked == nullptr) {
      face.baked = typesetter_.font(weight)->GetFontBaked(type_.size, ImGui::GetFontRasterizerDensity());
      face.han_advance = face.baked->GetCharAdvance(static_cast<ImWchar>(U'国'));
    }
    if (is_han(character)) return face.han_advance;
    return face.baked->GetCharAdvance(static_cast<ImWchar>(character));
  }

  float joint_width(std::size_t i) const {
    float width = 0;
    if (characters_[i].joint == Joint::thin_space) width = thin_space_em * type_.size;
    const bool squeezed =
        characters_[i].joint == Joint::squeezed && places_[i].full_width && places_[i - 1].full_width;
    if (squeezed) width = -half_em * type_.size;
    // A mark's edge makes room enough by itself.
    const float edge = edge_padding(i);
    return edge > 0 ? edge : width;
  }

  /// Room for the ground of a marked figure where it begins and ends.
  float edge_padding(std::size_t i) const {
    const std::int32_t before = places_[i - 1].run, here = places_[i].run;
    if (before == here) return 0;
    float width = 0;
    if (before >= 0 && makes_room(runs_[static_cast<std::size_t>(before)])) width += ground_padding;
    if (here >= 0 && makes_room(runs_[static_cast<std::size_t>(here)])) width += ground_padding;
    return width;
  }

  /// The blank half of an opening mark at a line's start stands outside the text.
  float start_of_line(std::size_t i) const {
    if (characters_[i].opening && places_[i].full_width) return -half_em * type_.size;
    const std::int32_t run = places_[i].run;
    return run >= 0 && makes_room(runs_[static_cast<std::size_t>(run)]) ? ground_padding : 0;
  }

  /// Returns the first character of the next line.
  std::size_t fill_line(std::size_t first) {
    float x = start_of_line(first);
    std::size_t last_break = first, i = first;
    for (; i < characters_.size(); ++i) {
      const Character& character = characters_[i];
      if (i > first) {
        if (character.must_break) break;
        if (character.may_break) last_break = i;
        x += places_[i].joint;
      }
      x += places_[i].advance;
      if (character.space) continue;
      const bool hangs = character.closing && places_[i].full_width;
      const float needed = x - (hangs ? half_em * type_.size : 0.0F);
      if (needed > width_ + 0.01F && i > first) {
        if (last_break > first) i = last_break;
        break;
      }
    }
    append_line(first, i);
    return i;
  }

  void append_line(std::size_t first, std::size_t end) {
    SetLine line{.first = static_cast<std::uint32_t>(out_.pieces.size())};
    while (end > first && characters_[end - 1].space)
      --end;
    float x = end > first ? start_of_line(first) : 0;
    for (std::size_t i = first; i < end; ++i) {
      const float joint = i > first ? places_[i].joint : 0;
      x += joint;
      const Character& character = characters_[i];
      const bool goes_on = i > first && joint == 0 && out_.pieces.back().run == places_[i].run &&
                           out_.pieces.back().end == character.offset;
      if (!goes_on) {
        out_.pieces.push_back(
            {.start = character.offset, .end = character.offset, .run = places_[i].run, .x = x});
      }
      Piece& piece = out_.pieces.back();
      piece.end = character.offset + character.size;
      x += places_[i].advance;
      piece.width = x - piece.x;
    }
    line.end = static_cast<std::uint32_t>(out_.pieces.size());
    line.width = x;
    out_.width = std::max(out_.width, x);
    out_.lines.push_back(line);
  }

  std::string_view text_;
  std::span<const Run> runs_;
  const Type& type_;
  float width_;
  const Typesetter& typesetter_;
  std::vector<Character> characters_;
  std::vector<Place> places_;
  Face faces_[3];
  SetText out_;
};

}  // namespace

void Typesetter::begin_frame(const Fonts& fonts, float pixel_ratio) {
  ++frame_;
  fonts_ = fonts;
  if (pixel_ratio != pixel_ratio_) kept_.clear();
  pixel_ratio_ = pixel_ratio;
  if (frame_ % frames_kept != 0) return;
  std::erase_if(kept_, [&](const auto& entry) { return frame_ - entry.second.used > frames_kept; });
}

ImFont* Typesetter::font(Weight weight) const {
  switch (weight) {
    case Weight::semibold:
      return fonts_.semibold;
    case Weight::bold:
      return fonts_.bold;
    case Weight::regular:
      break;
  }
  return fonts_.regular;
}

const SetText& Typesetter::set(std::string_view text, std::span<const Run> runs, const Type& type,
                               float width) {
  Kept& kept = kept_[key_of(text, runs, type, width)];
  if (kept.used == 0) kept.text = Setter(text, runs, type, width, *this).take();
  kept.used = frame_;
  return kept.text;
}

float Typesetter::width_of(std::string_view text, const Type& type) {
  return set(text, {}, type, boundless).width;
}

}  // namespace mingzhang
