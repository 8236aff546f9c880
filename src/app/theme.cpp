// The page's colours, theme by theme, and its type scale. See theme.h.
#include "app/theme.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

constexpr Colour opaque(std::uint32_t rgb) {
  return 0xFF000000U | rgb;
}
constexpr SignColours sign(std::uint32_t ink, std::uint32_t tint) {
  return {opaque(ink), opaque(tint)};
}

constexpr Colours light = {
    .paper = opaque(0xFBFAF7),
    .card = opaque(0xFFFFFF),
    .rail = opaque(0xF3F1EC),
    .ink = opaque(0x1C2126),
    .second = opaque(0x57606A),
    .third = opaque(0x6B737C),
    .line = opaque(0xE4E1DA),
    .accent = opaque(0x0B6E6E),
    .tint = opaque(0xE3F0EF),
    .on_accent = opaque(0xFFFFFF),
    .on_kind = opaque(0xFFFFFF),
    .contradiction = sign(0xB3261E, 0xFBEBE9),
    .to_explain = sign(0x855600, 0xFAF1DF),
    .remark = sign(0x475A6B, 0xEBEFF3),
    .holds = sign(0x2C6E49, 0xE6F1EA),
    .unknown = sign(0x5C646C, 0xEFEDE7),
    .mark = opaque(0xFFF0B8),
    .mark_change = opaque(0xDDEBFA),
    .mark_count = opaque(0xE0F0D8),
    .mark_target = opaque(0xEEE3F7),
    .found = opaque(0xFFE0B0),
    .landed = opaque(0xFFD766),
    .last_year = opaque(0x9AA2AD),
    .track = opaque(0xE9E6DF),
    .scrim = 0x661C2126,
    .shadow = 0xFF1C2126,
    .kinds = {opaque(0x17706B), opaque(0x4658A0), opaque(0x96650A), opaque(0x84456F), opaque(0x5F6D1F),
              opaque(0xA24E2C), opaque(0x2B7296), opaque(0x5A6672)},
    .border = 1,
};

constexpr Colours dark = {
    .paper = opaque(0x15181B),
    .card = opaque(0x1D2125),
    .rail = opaque(0x191C20),
    .ink = opaque(0xECEAE4),
    .second = opaque(0xB4B8BC),
    .third = opaque(0x949A9F),
    .line = opaque(0x33383D),
    .accent = opaque(0x5CC2BD),
    .tint = opaque(0x17383A),
    .on_accent = opaque(0x15181B),
    .on_kind = opaque(0x15181B),
    .contradiction = sign(0xFF8A80, 0x43211F),
    .to_explain = sign(0xE8B45A, 0x3A2E17),
    .remark = sign(0xA9BACB, 0x27313A),
    .holds = sign(0x7FCB9E, 0x1C3527),
    .unknown = sign(0xA4A9AE, 0x2A2E32),
    .mark = opaque(0x5A4A12),
    .mark_change = opaque(0x1F3F5C),
    .mark_count = opaque(0x2B4A26),
    .mark_target = opaque(0x47335A),
    .found = opaque(0x6B4A1A),
    .landed = opaque(0x8A6D10),
    .last_year = opaque(0x6C747D),
    .track = opaque(0x33383D),
    .scrim = 0x99000000,
    .shadow = 0xFF000000,
    .kinds = {opaque(0x3E9F98), opaque(0x8190D8), opaque(0xD39B3A), opaque(0xBC7BA9), opaque(0x98A84B),
              opaque(0xD98462), opaque(0x5FA8CD), opaque(0x8E9AA6)},
    .border = 1,
};

constexpr Colours high_contrast = {
    .paper = opaque(0x000000),
    .card = opaque(0x000000),
    .rail = opaque(0x000000),
    .ink = opaque(0xFFFFFF),
    .second = opaque(0xFFFFFF),
    .third = opaque(0xFFFFFF),
    .line = opaque(0xFFFFFF),
    .accent = opaque(0x1AEBFF),
    .tint = opaque(0x00343A),
    .on_accent = opaque(0x000000),
    .on_kind = opaque(0x000000),
    .contradiction = sign(0xFF9C94, 0x000000),
    .to_explain = sign(0xFFD75E, 0x000000),
    .remark = sign(0xFFFFFF, 0x000000),
    .holds = sign(0x8CF0B4, 0x000000),
    .unknown = sign(0xFFFFFF, 0x000000),
    .mark = opaque(0x4A3C00),
    .mark_change = opaque(0x003A5C),
    .mark_count = opaque(0x0F4A1F),
    .mark_target = opaque(0x4A2A5C),
    .found = opaque(0x5C3A00),
    .landed = opaque(0x806800),
    .last_year = opaque(0xA0A0A0),
    .track = opaque(0x404040),
    .scrim = 0xCC000000,
    .shadow = 0x00000000,
    .kinds = {opaque(0x4FD1C5), opaque(0xA3B0FF), opaque(0xFFC64A), opaque(0xF0A8DA), opaque(0xC6DA63),
              opaque(0xFFA582), opaque(0x7CCBF5), opaque(0xC0CAD4)},
    .border = 2,
};

}  // namespace

ImU32 packed(Colour colour) {
  return IM_COL32(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF, colour >> 24);
}

Colour faded(Colour colour, float opacity) {
  const float alpha = static_cast<float>(colour >> 24) * std::clamp(opacity, 0.0F, 1.0F);
  return (colour & 0x00FFFFFFU) | static_cast<Colour>(std::lround(alpha)) << 24;
}

const Colours& colours_of(Theme theme) {
  switch (theme) {
    case Theme::dark:
      return dark;
    case Theme::high_contrast:
      return high_contrast;
    case Theme::light:
      break;
  }
  return light;
}

TypeScale type_scale(float text_scale, bool narrow) {
  // The canvas draws whole sizes only; below 0.8 the smallest type could not be read.
  const float scale = std::clamp(text_scale, 0.8F, 3.0F);
  const auto type = [&](float size, float ratio, Weight weight) {
    const float whole = std::round(size * scale);
    return Type{whole, std::round(whole * ratio), weight};
  };
  constexpr float prose = 1.6F, heading = 1.35F;
  return {
      .caption = type(13, 1.5F, Weight::regular),
      .caption_strong = type(13, 1.5F, Weight::semibold),
      .body = type(15, prose, Weight::regular),
      .body_strong = type(15, prose, Weight::semibold),
      .lead = type(15, prose, Weight::regular),
      .formula = type(17, 1.45F, Weight::semibold),
      .heading = type(17, heading, Weight::bold),
      .figure = type(20, heading, Weight::bold),
      .title = type(narrow ? 20.0F : 26.0F, heading, Weight::bold),
      .hero = type(44, 1.15F, Weight::bold),
      .source = type(16, 1.9F, Weight::regular),
      .source_heading = type(17, 1.6F, Weight::bold),
  };
}

}  // namespace mingzhang
