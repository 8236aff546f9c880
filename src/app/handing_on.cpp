// The page that offers what can be done with a document elsewhere. See handing_on.h.
#include "app/handing_on.h"

#include "app/widgets.h"

#include <algorithm>

namespace mingzhang {
namespace {

struct Offer {
  std::string_view kind, words;
};

/// A row of buttons; the kind of the one that was pressed, or nothing.
std::string_view offers(Scene& scene, std::initializer_list<Offer> list) {
  Ui& ui = scene.ui;
  std::string_view pressed;
  Flow flow(ui, 8, 8);
  for (const Offer& offer : list) {
    const NodeState state{.identifier = offer.kind};
    if (button(ui, flow, offer.kind, scene.words(offer.words), ButtonLook::outlined, state))
      pressed = offer.kind;
  }
  flow.end();
  return pressed;
}

void section(Scene& scene, std::string_view key, std::string_view explanation) {
  Ui& ui = scene.ui;
  ui.heading(key, scene.words(key), 2);
  ui.space(4);
  ui.text(std::string(key) + "-text", explanation, ui.type.body, ui.colours.second);
  ui.space(12);
}

/// A box that is ticked or not, and words beside it.
bool tick(Ui& ui, std::string_view key, std::string_view words, bool on) {
  const Colours& c = ui.colours;
  const float high = ui.target(), side = 18;
  const Rect rect{ui.x, ui.y, std::min(ui.width, ui.width_of(words, ui.type.body) + side + 12), high};
  const Pressed pressed = ui.press(
      key, rect, words, {.state = {.pressed = on, .identifier = key}, .type = ui.type.body, .radius = 6});
  const Rect box{rect.x, rect.y + (high - side) / 2, side, side};
  ui.frame_box(box, on ? c.accent : c.card, on || pressed.hovered ? c.accent : c.third, 4);
  if (on) {
    ui.line({box.x + 4, box.y + 9}, {box.x + 7.5F, box.y + 13}, c.on_accent, 2);
    ui.line({box.x + 7.5F, box.y + 13}, {box.x + 14, box.y + 5}, c.on_accent, 2);
  }
  ui.label(rect.x + side + 10, rect.y + (high - ui.type.body.line) / 2, words, ui.type.body, c.ink);
  ui.space(high);
  return pressed.activated;
}

std::string_view link_section(Scene& scene, const Handing& handing) {
  Ui& ui = scene.ui;
  section(scene, "hand.link", scene.words("hand.link_text"));
  const float high = std::max(40.0F, ui.target());
  const std::string_view copy = scene.words("hand.copy_link");
  const float wide = button_width(ui, copy, ButtonLook::filled);
  const bool beside = ui.width >= 420;
  // A field of the browser's own: the link can be selected, and copied by hand where the clipboard is not to
  // be had.
  const Rect field{ui.x, ui.y, beside ? ui.width - wide - 12 : ui.width, high};
  ui.say(Role::text_field, "link", field, {}, ui.type.body, ui.colours.ink,
         {.name = scene.words("hand.link"), .value = handing.link});
  if (!beside) ui.space(high + 8);
  const Rect rect{beside ? ui.x + ui.width - wide : ui.x, ui.y, beside ? wide : ui.width, high};
  const bool pressed =
      button_at(ui, "copy-link", rect, copy, ButtonLook::filled, {.identifier = "copy-link"});
  ui.space(high + 6);
  const std::string_view state = handing.link.empty()          ? "hand.link_made"
                                 : handing.link_holds_document ? "hand.link_whole"
                                                               : "hand.link_place";
  ui.text("link-state", scene.words(state), ui.type.caption, ui.colours.second);
  if (pressed) ui.mirror.announce(scene.words("hand.link_copied"));
  return pressed ? "link" : std::string_view();
}

}  // namespace

std::string_view show_handing_on(Scene& scene, Handing& handing) {
  Ui& ui = scene.ui;
  std::string_view wish;
  const auto take = [&](std::string_view pressed) {
    if (!pressed.empty()) wish = pressed;
  };
  show_title(scene, scene.words("hand.title"), scene.words("hand.lead"));
  if (handing.numbers > 0) {
    ui.card(ui.narrow ? 16 : 20, [&] {
      ui.text("numbers", scene.words("hand.numbers", {{"n", std::to_string(handing.numbers)}}), ui.type.body,
              ui.colours.ink);
      ui.space(4);
      if (tick(ui, "with-numbers", scene.words("hand.with_numbers"), handing.with_numbers)) {
        handing.with_numbers = !handing.with_numbers;
        take("numbers");
      }
    });
    ui.space(16);
  }
  ui.card(ui.narrow ? 16 : 20, [&] { take(link_section(scene, handing)); });
  ui.space(16);
  ui.card(ui.narrow ? 16 : 20, [&] {
    section(scene, "hand.page", scene.words("hand.page_text"));
    take(handing.can_save_pdf_page
             ? offers(scene, {{"page", "hand.save_page"}, {"page-pdf", "hand.save_page_pdf"}})
             : offers(scene, {{"page", "hand.save_page"}}));
  });
  ui.space(16);
  ui.card(ui.narrow ? 16 : 20, [&] {
    section(scene, "hand.report", scene.words("hand.report_text"));
    take(offers(scene, {{"print", "hand.print"},
                        {"html", "hand.html"},
                        {"markdown", "hand.markdown"},
                        {"report-json", "hand.report_json"}}));
  });
  ui.space(16);
  ui.card(ui.narrow ? 16 : 20, [&] {
    section(scene, "hand.data", scene.words("hand.data_text"));
    take(offers(scene, {{"facts-csv", "hand.facts_csv"},
                        {"facts-json", "hand.facts_json"},
                        {"findings-csv", "hand.findings_csv"},
                        {"package", "hand.package"}}));
  });
  return wish;
}

}  // namespace mingzhang
