// What a frame is, and what the app may ask of the page.
// Tests: tests/browser (a frame for each event, none without; file dialog and clipboard inside the event).
#include "platform/window.h"

#include "platform/drawing.h"
#include "platform/page.h"
#include "platform/program.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

namespace mingzhang {
namespace {

// Describing again is needed where the atlas grew; twice is already rare, and a page must end some time.
constexpr int kDescriptions = 4;
constexpr float kThumbWidth = 6, kThumbWidthForFingers = 3, kThumbMargin = 3, kShortestThumb = 32;

/// A quiet thumb where the browser's own scrollbar lies under the canvas: something to take hold of.
void draw_scrollbars(const Mirror& mirror, float width, ImU32 colour) {
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  for (const Mirror::Scroller& each : mirror.scrollers()) {
    const float height = each.rect.height;
    if (each.content_height <= height + 1 || height < 2 * kShortestThumb) continue;
    const float thumb = std::max(kShortestThumb, height * height / each.content_height);
    const float way = std::clamp(each.scroll / (each.content_height - height), 0.0F, 1.0F);
    const float right = each.rect.x + each.rect.width - kThumbMargin;
    const float top = each.rect.y + kThumbMargin + way * (height - thumb - 2 * kThumbMargin);
    list.AddRectFilled({right - width, top}, {right, top + thumb}, colour, width / 2);
  }
}

/// The paper's colour is kept in ImGui's style, which exists before the app does.
ImVec4& paper() {
  return ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
}

/// Set as soon as there is a context, since the app may call the page while it is being made.
const Program& running() {
  return *static_cast<const Program*>(ImGui::GetIO().BackendPlatformUserData);
}

ImU32 thumb_colour() {
  const bool dark = paper().y < 0.5F;
  return dark ? IM_COL32(255, 255, 255, 70) : IM_COL32(0, 0, 0, 60);
}

}  // namespace

Program::Program() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.BackendPlatformName = "mingzhang";
  io.BackendPlatformUserData = this;
  ImGui::GetPlatformIO().Renderer_TextureMaxWidth = ImGui::GetPlatformIO().Renderer_TextureMaxHeight = 4096;
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;
  fonts_ = glyphs_.install(*io.Fonts);
  application_ = make_application();
}

Program::~Program() {
  application_.reset();
  ImGui::DestroyContext();
}

void Program::describe(Application& application, Mirror& mirror, bool& another, bool& again) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {surroundings_.width, surroundings_.height};
  io.DisplayFramebufferScale = {surroundings_.pixel_ratio, surroundings_.pixel_ratio};
  io.DeltaTime = static_cast<float>(std::max(1e-4, surroundings_.seconds - last_frame_));
  last_frame_ = surroundings_.seconds;
  // Edges are smoothed over one device pixel, and curves are as round as the screen can show.
  ImGuiStyle& style = ImGui::GetStyle();
  style.CircleTessellationMaxError = 0.3F / surroundings_.pixel_ratio;
  style.CurveTessellationTol = 1.25F / surroundings_.pixel_ratio;
  ImGui::NewFrame();
  ImGui::GetDrawListSharedData()->InitialFringeScale = 1 / surroundings_.pixel_ratio;
  mirror.begin_frame();
  application.frame({surroundings_, fonts_, mirror, another, again});
  mirror.forget_events();
}

bool Program::frame(double seconds) {
  if (surroundings_.width <= 0 || surroundings_.height <= 0) return false;
  surroundings_.seconds = seconds;
  bool another = false;
  // The frame that answers an event may have drawn half of the page before the answer changed it.
  bool again = mirror_.has_events();
  for (int left = kDescriptions; left > 0; --left) {
    another = false;
    const bool answers = std::exchange(again, false);
    describe(*application_, mirror_, another, again);
    const bool complete = glyphs_.finish_frame() && !glyphs_.full();
    if ((complete && !answers && !again) || left == 1) break;
    ImGui::EndFrame();
    glyphs_.make_room();
  }
  draw_scrollbars(mirror_, surroundings_.coarse_pointer ? kThumbWidthForFingers : kThumbWidth,
                  thumb_colour());
  ImGui::Render();
  draw(*ImGui::GetDrawData(), ImGui::ColorConvertFloat4ToU32(paper()));
  mirror_.end_frame();
  std::string place = application_->place();
  if (place != told_place_) {
    notify_page("place", place);
    told_place_ = std::move(place);
  }
  return another;
}

void Program::rehearse(std::vector<std::uint8_t> document) {
  rehearsing_ = true;
  understudy_ = make_application();
  understudy_->open({}, std::move(document), Opening::on_top);
  rehearsing_ = false;
}

void Program::rehearse_view(std::string_view view) {
  if (understudy_ == nullptr || surroundings_.width <= 0) return;
  rehearsing_ = true;
  Mirror unseen;
  bool another = false, again = false;
  understudy_->command("view", view);
  describe(*understudy_, unseen, another, again);
  glyphs_.finish_frame();
  ImGui::EndFrame();
  rehearsing_ = false;
}

void Program::move_pointer(float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x, y);
}

void Program::restore_textures() {
  forget_textures();
}

Program& program() {
  // The script's calls have no argument that could carry it: this one thing lives as long as the page.
  static Program only;
  return only;
}

void ask_for_files() {
  page::ask_for_files();
}

void copy_to_clipboard(std::string_view text) {
  page::copy_text(text.data(), text.size());
}

void save_file(std::string_view name, std::string_view media_type, std::string_view bytes) {
  page::save_file(name.data(), name.size(), media_type.data(), media_type.size(), bytes.data(), bytes.size());
}

void save_page(std::string_view about, std::span<const std::uint8_t> packed) {
  page::save_page(about.data(), about.size(), packed.data(), packed.size());
}

void notify_page(std::string_view name, std::string_view value) {
  if (running().rehearsing()) return;
  page::notify(name.data(), name.size(), value.data(), value.size());
}

void set_page(std::string_view title, std::string_view language) {
  if (running().rehearsing()) return;
  page::set_page(title.data(), title.size(), language.data(), language.size());
}

void set_page_colours(std::uint32_t paper_colour, std::uint32_t ink, std::uint32_t accent) {
  if (running().rehearsing()) return;
  const auto channel = [&](unsigned shift) { return static_cast<float>(paper_colour >> shift & 0xFF) / 255; };
  paper() = {channel(16), channel(8), channel(0), 1};
  page::set_colours(paper_colour, ink, accent);
}

bool prefers_chinese() {
  return page::prefers_chinese();
}

}  // namespace mingzhang
