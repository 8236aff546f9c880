// Hands what Dear ImGui wants drawn to the page's WebGL (web/drawing.ts): textures that came new or changed,
// then lists.
#pragma once

#include <cstdint>

struct ImDrawData;

namespace mingzhang {

/// `paper` is what the canvas is cleared to, as IM_COL32.
void draw(const ImDrawData& data, std::uint32_t paper);
/// After a lost WebGL context: everything must be uploaded again.
void forget_textures();

}  // namespace mingzhang
