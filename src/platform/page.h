// What the program asks of the page's script: WebAssembly imports of the module "page", defined in
// web/host.ts. The other direction, what the script calls, stands in web/main.cpp. Both sides hold the same
// list; web/build.mjs fails where an import of the program is missing there.
//
// Text crosses as address and length in bytes, UTF-8. Nothing is kept by the script beyond the call.
#pragma once

#include <cstddef>
#include <cstdint>

// A test defines them itself (MINGZHANG_PAGE_OF_A_TEST): then they are ordinary functions.
#ifdef MINGZHANG_PAGE_OF_A_TEST
#define MINGZHANG_PAGE(name) extern "C"
#else
#define MINGZHANG_PAGE(name) extern "C" __attribute__((import_module("page"), import_name(#name)))
#endif

namespace mingzhang::page {

/// A glyph's extent in device pixels around its origin on the baseline; y grows downwards.
struct GlyphBox {
  float advance = 0;
  std::int32_t left = 0, top = 0, width = 0, height = 0;
};

/// One glyph to draw into the atlas at x, y; `phase` moves it to the right by a part of a device pixel.
struct GlyphOrder {
  std::uint32_t weight = 0;
  float phase = 0;
  float pixel_size = 0;
  std::uint32_t codepoint = 0;
  std::int32_t left = 0, top = 0, width = 0, height = 0;
  std::int32_t x = 0, y = 0;
};

// Glyphs (web/glyphs.ts)
MINGZHANG_PAGE(face_metrics) void face_metrics(std::uint32_t weight, float pixel_size, float* ascent_descent);
MINGZHANG_PAGE(measure_glyph)
void measure_glyph(std::uint32_t weight, float pixel_size, std::uint32_t codepoint, GlyphBox* box);
/// Draws all of them with one reading back; `pixels` is one byte of coverage a pixel, `pitch` bytes a row.
MINGZHANG_PAGE(draw_glyphs)
void draw_glyphs(const GlyphOrder* orders, std::size_t count, std::uint8_t* pixels, std::size_t pitch);

// Drawing (web/drawing.ts)
MINGZHANG_PAGE(texture_create)
void texture_create(std::uint32_t texture, std::uint32_t width, std::uint32_t height);
MINGZHANG_PAGE(texture_update)
void texture_update(std::uint32_t texture, std::uint32_t x, std::uint32_t y, std::uint32_t width,
                    std::uint32_t height, const std::uint8_t* pixels, std::uint32_t pitch);
MINGZHANG_PAGE(texture_delete) void texture_delete(std::uint32_t texture);
/// Clears the canvas to `paper` (0xAABBGGRR). Vertices at the texture coordinate (solid_u, solid_v) are
/// shapes; all others are glyphs, which are put on whole device pixels.
MINGZHANG_PAGE(draw_begin)
void draw_begin(float width, float height, float pixel_ratio, std::uint32_t paper, float solid_u,
                float solid_v);
MINGZHANG_PAGE(draw_list)
void draw_list(const void* vertices, std::size_t vertex_bytes, const void* indices, std::size_t index_bytes,
               std::size_t bytes_of_an_index);
/// Triangles of the last list, clipped to a rectangle in CSS px.
MINGZHANG_PAGE(draw_triangles)
void draw_triangles(std::uint32_t texture, float left, float top, float right, float bottom,
                    std::uint32_t count, std::uint32_t first_index, std::uint32_t first_vertex);

// The semantic mirror (web/mirror.ts)
MINGZHANG_PAGE(mirror_write) void mirror_write(const char* records, std::size_t size);
MINGZHANG_PAGE(scroll_region) void scroll_region(std::uint32_t region, float top, bool smooth);
MINGZHANG_PAGE(focus_node) void focus_node(std::uint32_t node);
MINGZHANG_PAGE(announce) void announce(const char* words, std::size_t size, bool urgent);

// The browser (web/host.ts)
MINGZHANG_PAGE(ask_for_files) void ask_for_files();
MINGZHANG_PAGE(copy_text) void copy_text(const char* text, std::size_t size);
MINGZHANG_PAGE(save_file)
void save_file(const char* name, std::size_t name_size, const char* media, std::size_t media_size,
               const char* bytes, std::size_t size);
/// `about`: JSON, as web/handing.ts has it; `packed`: the document as views/packed.h makes it.
MINGZHANG_PAGE(save_page)
void save_page(const char* about, std::size_t about_size, const std::uint8_t* packed,
               std::size_t packed_size);
MINGZHANG_PAGE(notify)
void notify(const char* name, std::size_t name_size, const char* value, std::size_t value_size);
MINGZHANG_PAGE(set_page)
void set_page(const char* title, std::size_t title_size, const char* language, std::size_t language_size);
MINGZHANG_PAGE(set_colours) void set_colours(std::uint32_t paper, std::uint32_t ink, std::uint32_t accent);
MINGZHANG_PAGE(prefers_chinese) bool prefers_chinese();

}  // namespace mingzhang::page
