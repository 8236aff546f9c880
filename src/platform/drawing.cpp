// Textures first, since lists refer to them; then each list with its commands.
// Tests: tests/browser/platform.test.mjs (drawn, and drawn again after the context was lost).
#include "platform/drawing.h"

#include "platform/page.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace mingzhang {
namespace {

std::uint32_t page_texture(ImTextureID id) {
  return static_cast<std::uint32_t>(id);
}

void upload(ImTextureData& texture, int x, int y, int width, int height) {
  page::texture_update(page_texture(texture.TexID), static_cast<std::uint32_t>(x),
                       static_cast<std::uint32_t>(y), static_cast<std::uint32_t>(width),
                       static_cast<std::uint32_t>(height),
                       static_cast<const std::uint8_t*>(texture.GetPixelsAt(x, y)),
                       static_cast<std::uint32_t>(texture.GetPitch()));
}

void bring_up_to_date(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) {
    texture.SetTexID(static_cast<ImTextureID>(texture.UniqueID));
    page::texture_create(page_texture(texture.TexID), static_cast<std::uint32_t>(texture.Width),
                         static_cast<std::uint32_t>(texture.Height));
    upload(texture, 0, 0, texture.Width, texture.Height);
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    // One block that holds all new glyphs: they stand close together, and each call costs more than its
    // bytes.
    const ImTextureRect& all = texture.UpdateRect;
    upload(texture, all.x, all.y, all.w, all.h);
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
    page::texture_delete(page_texture(texture.TexID));
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
  }
}

}  // namespace

void draw(const ImDrawData& data, std::uint32_t paper) {
  for (ImTextureData* texture : *data.Textures)
    bring_up_to_date(*texture);
  const ImVec2 solid = ImGui::GetIO().Fonts->TexUvWhitePixel;
  page::draw_begin(data.DisplaySize.x, data.DisplaySize.y, data.FramebufferScale.x, paper, solid.x, solid.y);
  for (const ImDrawList* list : data.CmdLists) {
    page::draw_list(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()),
                    list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()),
                    sizeof(ImDrawIdx));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
      const ImVec4& clip = command.ClipRect;
      page::draw_triangles(page_texture(command.GetTexID()), clip.x, clip.y, clip.z, clip.w,
                           command.ElemCount, command.IdxOffset, command.VtxOffset);
    }
  }
}

void forget_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy || texture->Status == ImTextureStatus_Destroyed)
      continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
}

}  // namespace mingzhang
