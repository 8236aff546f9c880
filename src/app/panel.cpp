// A figure's evidence: a panel at the right that makes room for itself, or a sheet from below. See app.h.
#include "app/app.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

constexpr double opening_seconds = 0.2;

}  // namespace

void App::close_evidence() {
  choices_.figure = choices_.term = none;
  return_focus_ = true;
}

void App::show_panel_head(Scene& scene) {
  Ui& ui = scene.ui;
  const Type& small = ui.type.caption;
  const float high = std::max(32.0F, ui.target());
  const std::string_view words = scene.words(choices_.term != none ? "words.panel" : "evidence.title");
  ui.label(ui.x, ui.y + (high - small.line) / 2, words, small, ui.colours.second);
  ui.say(Role::paragraph, "panel-title", {ui.x, ui.y + (high - small.line) / 2, ui.width - high, small.line},
         words, small, ui.colours.second);
  const Rect rect{ui.x + ui.width - high + 8, ui.y, high, high};
  const Pressed pressed =
      ui.press("close", rect, {},
               {.state = {.name = scene.words("action.close"), .identifier = "close-evidence"},
                .type = small,
                .radius = 8});
  const float x = rect.x + high / 2, y = rect.y + high / 2;
  const Colour ink = pressed.hovered ? ui.colours.ink : ui.colours.second;
  ui.line({x - 5, y - 5}, {x + 5, y + 5}, ink, 1.5F);
  ui.line({x + 5, y - 5}, {x - 5, y + 5}, ink, 1.5F);
  ui.space(high + 4);
  // A panel that opened takes the keyboard along, once.
  if (!ui.measuring() && shown_ != what_is_shown()) {
    shown_ = what_is_shown();
    ui.mirror.focus(pressed.id);
  }
  if (pressed.activated) close_evidence();
}

void App::show_panel(Scene& scene, const Layout& layout) {
  Ui& ui = scene.ui;
  const Rect window{layout.content.x + layout.content.width, 0, panel_width,
                    scene.ui.frame.surroundings.height};
  // A soft edge to the left: the panel lifts a little.
  for (int i = 0; i < 16; ++i) {
    const float out = static_cast<float>(i + 1) * 1.5F;
    ui.list().AddRectFilled({window.x - out, 0}, {window.x, window.height},
                            packed(faded(ui.colours.shadow, 0.004F)));
  }
  const std::string key = numbered("evidence", static_cast<std::size_t>(what_is_shown()));
  ui.region(Role::complementary, key, window, scene.words("evidence.title"), ui.colours.card, 32, [&] {
    ui.fill({0, 0, ui.colours.border, 100000}, ui.colours.line);
    ui.space(16);
    ui.inside(24, 24, [&] {
      show_panel_head(scene);
      if (choices_.figure != none) show_evidence(scene);
      if (choices_.term != none) show_term(scene);
    });
  });
}

void App::show_sheet(Scene& scene) {
  Ui& ui = scene.ui;
  const Surroundings& around = ui.frame.surroundings;
  const double since = around.seconds - figure_since_;
  float way = 0;  // still to go
  if (!around.reduced_motion && since < opening_seconds) {
    const auto part = static_cast<float>(std::clamp(since / opening_seconds, 0.0, 1.0));
    way = (1 - part) * (1 - part) * (1 - part);
    ui.frame.another = true;
  }
  ui.list().AddRectFilled({0, 0}, {around.width, around.height}, packed(faded(ui.colours.scrim, 1 - way)));
  const Rect everything{0, 0, around.width, around.height};
  const NodeId scrim =
      ui.mirror.leaf(Role::button, "scrim", everything, {}, {}, {.name = scene.words("action.close")});
  if (ui.mirror.activated(scrim)) close_evidence();

  const float wide = std::min(around.width, 640.0F);
  const float side = (around.width - wide) / 2;
  const float inner = ui.narrow || around.width < narrow_below ? 24 : 32;
  const auto content = [&] {
    ui.space(12);
    ui.inside(inner, inner, [&] {
      show_panel_head(scene);
      if (choices_.figure != none) show_evidence(scene);
      if (choices_.term != none) show_term(scene);
    });
  };
  ui.x = ui.y = 0;
  ui.width = wide;
  const float natural = ui.height_of(content) + 32;
  const float high = std::min(natural, std::round(around.height * 0.7F));
  const Rect window{side, around.height - high, wide, high};
  const std::string key = numbered("evidence", static_cast<std::size_t>(what_is_shown()));
  ui.list().AddRectFilled({window.x, window.y + way * high}, {window.x + wide, around.height + 20},
                          packed(ui.colours.card), 16, ImDrawFlags_RoundCornersTop);
  ui.shifted_region(Role::complementary, key, window, scene.words("evidence.title"), way * high, 32, content);
}

}  // namespace mingzhang
