// The font loader of glyphs.h, and the drawing of lines of text with it.
// Tests: tests/browser/platform.test.mjs (as crisp as the browser's own text at several pixel ratios).
#include "platform/glyphs.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

namespace mingzhang {
namespace {

constexpr std::uint32_t kWeights[] = {400, 600, 700};
/// Below this many device pixels per CSS pixel a letter moved by half a pixel is seen: it is drawn at
/// quarters then, by fonts of its own behind the three. Han characters are wide and stand on whole pixels.
constexpr float kFinePhasesBelow = 2;
constexpr std::uint32_t kPhases = 4, kFirstHan = 0x2E80;
constexpr int kFirstAtlasWidth = 1024, kFirstAtlasHeight = 512;
constexpr int kLargestAtlas = 4096;  // every WebGL 2 device has at least 2048; phones of today 4096

bool is_digit(std::uint32_t codepoint) {
  return codepoint >= '0' && codepoint <= '9';
}
/// Those that every Chinese face sets in one width.
bool is_han(std::uint32_t codepoint) {
  return codepoint >= 0x4E00 && codepoint <= 0x9FFF;
}
bool is_blank(std::uint32_t codepoint) {
  return codepoint < 0x20 || (codepoint >= 0x200B && codepoint <= 0x200F) || codepoint == 0xFEFF;
}

// The source's number within its font file, which these fonts don't have, carries weight and phase.
std::uint32_t weight_of(const ImFontConfig& source) {
  return source.FontNo / kPhases;
}
std::uint32_t phase_of(const ImFontConfig& source) {
  return source.FontNo % kPhases;
}

}  // namespace

const ImFontLoader& Glyphs::loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader it;
    it.Name = "browser";
    it.FontSrcInit = init_source;
    it.FontSrcContainsGlyph = contains;
    it.FontBakedInit = init_size;
    it.FontBakedLoadGlyph = load_glyph;
    return it;
  }();
  return loader;
}

Fonts Glyphs::install(ImFontAtlas& atlas) {
  atlas_ = &atlas;
  atlas.UserData = this;
  atlas.TexDesiredFormat = ImTextureFormat_Alpha8;
  atlas.TexMinWidth = kFirstAtlasWidth;
  atlas.TexMinHeight = kFirstAtlasHeight;
  atlas.TexMaxWidth = atlas.TexMaxHeight = kLargestAtlas;
  // Lines come from triangles: their texture in the atlas would be taken for glyphs when drawing.
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  ImFont* fonts[3] = {};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::uint32_t phase = 0; phase < kPhases; ++phase) {
      ImFontConfig config;
      config.FontLoader = &loader();
      config.FontNo = kWeights[i] * kPhases + phase;
      ImFont* font = atlas.AddFont(&config);
      if (phase == 0) fonts[i] = font;
    }
  }
  return {.regular = fonts[0], .semibold = fonts[1], .bold = fonts[2]};
}

bool Glyphs::init_source(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/) {
  return true;
}

bool Glyphs::contains(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/, unsigned codepoint) {
  return !is_blank(codepoint);  // the browser finds some font for everything
}

bool Glyphs::init_size(ImFontAtlas* /*atlas*/, ImFontConfig* source, ImFontBaked* baked, void* /*data*/) {
  float metrics[2] = {};
  page::face_metrics(weight_of(*source), baked->Size * baked->RasterizerDensity, metrics);
  const float ascent = metrics[0] / baked->RasterizerDensity, descent = metrics[1] / baked->RasterizerDensity;
  // A line is as high as the font's size here; the face's own height stands centred in it, as in a DOM line
  // box.
  baked->Ascent = (baked->Size + ascent - descent) / 2;
  baked->Descent = baked->Ascent - baked->Size;
  // A text that is only measured, as all of a long document is, draws nothing.
  baked->LoadNoRenderOnLayout = true;
  return true;
}

bool Glyphs::load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* /*data*/,
                        unsigned codepoint, ImFontGlyph* glyph, float* advance) {
  return static_cast<Glyphs*>(atlas->UserData)->load(*source, *baked, codepoint, glyph, advance);
}

/// Columns of figures stand under each other, also in faces whose digits differ in width: all get the widest
/// one's. Han characters have one width in any case; a long text is set without asking the browser for each.
Glyphs::CommonAdvances Glyphs::common_advances(std::uint32_t weight, float pixel_size) {
  for (const CommonAdvances& known : common_) {
    if (known.weight == weight && known.pixel_size == pixel_size) return known;
  }
  CommonAdvances common{weight, pixel_size, 0, 0};
  page::GlyphBox box;
  for (std::uint32_t digit = '0'; digit <= '9'; ++digit) {
    page::measure_glyph(weight, pixel_size, digit, &box);
    common.digit = std::max(common.digit, box.advance);
  }
  page::measure_glyph(weight, pixel_size, U'国', &box);
  common.han = box.advance;
  common_.push_back(common);
  return common;
}

bool Glyphs::load(ImFontConfig& source, ImFontBaked& baked, std::uint32_t codepoint, ImFontGlyph* glyph,
                  float* advance) {
  const std::uint32_t weight = weight_of(source);
  const float ratio = baked.RasterizerDensity, pixel_size = baked.Size * ratio;
  if (advance != nullptr && is_han(codepoint)) {
    *advance = common_advances(weight, pixel_size).han / ratio;
    return true;
  }
  page::GlyphBox box;
  if (!is_blank(codepoint)) page::measure_glyph(weight, pixel_size, codepoint, &box);
  float shift = 0;
  if (is_digit(codepoint)) {
    const float common = common_advances(weight, pixel_size).digit;
    shift = std::round((common - box.advance) / 2);
    box.advance = common;
  }
  if (advance != nullptr) {
    *advance = box.advance / ratio;
    return true;
  }
  glyph->Codepoint = codepoint;
  glyph->AdvanceX = box.advance / ratio;
  if (box.width <= 0 || box.height <= 0) return true;
  if (phase_of(source) > 0) ++box.width;

  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas_, box.width, box.height);
  if (place == ImFontAtlasRectId_Invalid) {
    full_ = true;  // keeps its width and stays blank until make_room()
    return true;
  }
  glyph->X0 = (static_cast<float>(box.left) + shift) / ratio;
  glyph->Y0 = baked.Ascent + static_cast<float>(box.top) / ratio;
  glyph->X1 = glyph->X0 + static_cast<float>(box.width) / ratio;
  glyph->Y1 = glyph->Y0 + static_cast<float>(box.height) / ratio;
  glyph->Visible = true;
  glyph->PackId = place;
  pending_.push_back({.place = place,
                      .order = {.weight = weight,
                                .phase = static_cast<float>(phase_of(source)) / kPhases,
                                .pixel_size = pixel_size,
                                .codepoint = codepoint,
                                .left = box.left,
                                .top = box.top,
                                .width = box.width,
                                .height = box.height}});
  return true;
}

bool Glyphs::finish_frame() {
  ImTextureData* texture = atlas_->TexData;
  const bool grew = texture != texture_ && texture_ != nullptr;
  texture_ = texture;
  if (pending_.empty()) return !grew;
  orders_.clear();
  for (Pending& each : pending_) {
    const ImTextureRect* rect = ImFontAtlasPackGetRectSafe(atlas_, each.place);
    if (rect == nullptr) continue;  // given up again meanwhile
    each.order.x = rect->x;
    each.order.y = rect->y;
    orders_.push_back(each.order);
  }
  pending_.clear();
  page::draw_glyphs(orders_.data(), orders_.size(), static_cast<std::uint8_t*>(texture->GetPixels()),
                    static_cast<std::size_t>(texture->GetPitch()));
  for (const page::GlyphOrder& order : orders_) {
    ImFontAtlasTextureBlockQueueUpload(atlas_, texture, order.x, order.y, order.width, order.height);
  }
  return !grew;
}

void Glyphs::make_room() {
  if (!std::exchange(full_, false)) return;
  ImFontAtlasBuildDiscardBakes(atlas_, 0);
  ImFontAtlasTextureCompact(atlas_);
  texture_ = atlas_->TexData;
}

// Drawing lines of text -----------------------------------------------------------------------

namespace {

/// Calls `use` with each code point.
template <typename Use>
void each_codepoint(std::string_view text, Use&& use) {
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    unsigned codepoint = static_cast<unsigned char>(*at);
    if (codepoint < 0x80) {
      ++at;
    } else {
      at += std::max(1, ImTextCharFromUtf8(&codepoint, at, end));
    }
    use(codepoint);
  }
}

}  // namespace

float text_width(ImFont* font, float size, std::string_view text) {
  ImFontBaked* baked = font->GetFontBaked(size, ImGui::GetFontRasterizerDensity());
  float width = 0;
  each_codepoint(
      text, [&](unsigned codepoint) { width += baked->GetCharAdvance(static_cast<ImWchar>(codepoint)); });
  return width;
}

float draw_text(ImDrawList& list, ImFont* font, float size, ImVec2 top_left, ImU32 colour,
                std::string_view text) {
  const float ratio = ImGui::GetFontRasterizerDensity();
  ImFontBaked* baked = font->GetFontBaked(size, ratio);
  const ImVec4& clip = list._CmdHeader.ClipRect;
  if (top_left.y > clip.w || top_left.y + 2 * size < clip.y) return text_width(font, size, text);

  ImFont* const* phases =
      std::find(font->ContainerAtlas->Fonts.begin(), font->ContainerAtlas->Fonts.end(), font);
  const bool fine = ratio < kFinePhasesBelow;
  float x = top_left.x;
  each_codepoint(text, [&](unsigned codepoint) {
    const auto character = static_cast<ImWchar>(codepoint);
    if (x + 2 * size < clip.x || x - size > clip.z) {
      x += baked->GetCharAdvance(character);
      return;
    }
    ImFontBaked* from = baked;
    float left = x;
    if (fine && codepoint < kFirstHan) {
      const float pixels = x * ratio + 0.5F / kPhases, whole = std::floor(pixels);
      const auto phase = static_cast<std::size_t>((pixels - whole) * kPhases);
      left = whole / ratio;
      if (phase > 0) from = phases[phase]->GetFontBaked(size, ratio);
    }
    const ImFontGlyph* glyph = from->FindGlyph(character);
    if (glyph->Visible) {
      list.PrimReserve(6, 4);
      list.PrimRectUV({left + glyph->X0, top_left.y + glyph->Y0}, {left + glyph->X1, top_left.y + glyph->Y1},
                      {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, colour);
    }
    x += glyph->AdvanceX;
  });
  return x - top_left.x;
}

}  // namespace mingzhang

/// Dear ImGui's loader of last resort (imgui_config.h).
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  return &mingzhang::Glyphs::loader();
}
