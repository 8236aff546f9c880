// Text drawn by the visitor's own browser: a font loader for Dear ImGui whose glyphs come from the browser's
// canvas.
//
// A glyph is measured when ImGui first meets it, which reserves its place in the atlas, and drawn at the end
// of the frame together with all others that came new: one drawing, one reading back. Sizes are CSS px; the
// pixels are device pixels of the current ratio, so one texel is one pixel of the screen.
#pragma once

#include "platform/page.h"
#include "platform/window.h"

#include <cstdint>
#include <vector>

struct ImFontAtlas;
struct ImFontConfig;
struct ImFontLoader;
struct ImFontBaked;
struct ImFontGlyph;
struct ImTextureData;

namespace mingzhang {

class Glyphs {
 public:
  /// What Dear ImGui calls for each source and each glyph.
  static const ImFontLoader& loader();
  /// Puts the three weights into the atlas, which must outlive this and not change its address.
  Fonts install(ImFontAtlas& atlas);
  /// Draws what came new in this frame. False where the atlas grew meanwhile: what was drawn before that
  /// points into the old one, so the frame must be described once more.
  bool finish_frame();
  /// Some glyphs found no room in the largest atlas and stayed blank.
  bool full() const { return full_; }
  /// Between frames: where it is full, forgets all glyphs; those that are still needed come anew.
  void make_room();

 private:
  struct Pending {
    int place = 0;  // ImFontAtlasRectId
    page::GlyphOrder order;
  };
  bool load(ImFontConfig& source, ImFontBaked& baked, std::uint32_t codepoint, ImFontGlyph* glyph,
            float* advance);
  struct CommonAdvances {
    std::uint32_t weight = 0;
    float pixel_size = 0;
    float digit = 0, han = 0;
  };
  CommonAdvances common_advances(std::uint32_t weight, float pixel_size);

  // What ImFontLoader calls; each finds its Glyphs in the atlas's UserData.
  static bool init_source(ImFontAtlas* atlas, ImFontConfig* source);
  static bool contains(ImFontAtlas* atlas, ImFontConfig* source, unsigned codepoint);
  static bool init_size(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data);
  static bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data,
                         unsigned codepoint, ImFontGlyph* glyph, float* advance);

  ImFontAtlas* atlas_ = nullptr;
  ImTextureData* texture_ = nullptr;  // at the end of the last frame
  std::vector<Pending> pending_;
  std::vector<page::GlyphOrder> orders_;
  std::vector<CommonAdvances> common_;
  bool full_ = false;
};

}  // namespace mingzhang
