// The document as read: set like a document, figures marked, problems underlined and on a strip at the right;
// what was not understood counted and listed. A jump from anywhere lands here.
#include "app/source_view.h"

#include "app/source_page.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr float strip_width = 12, strip_gap = 16;
constexpr std::size_t most_listed = 200;

/// Ticks of the problems' places, standing still while the document scrolls.
void show_strip(Scene& scene, const std::vector<Problem>& problems, float sheet_top, float sheet_height,
                const std::vector<SourcePlace>& places) {
  Ui& ui = scene.ui;
  if (ui.measuring() || problems.empty() || sheet_height <= 0) return;
  const Rect window = ui.region_rect();
  const float scroll = ui.mirror.scroll_of(ui.region_id());
  const float top = std::max(sheet_top, scroll + 24);
  const float bottom = std::min(sheet_top + sheet_height, scroll + window.height - 24);
  if (bottom - top < 80) return;
  const Rect strip{ui.x + ui.width - strip_width, top, strip_width, bottom - top};
  ui.fill(strip, ui.colours.track, strip_width / 2);
  ui.mirror.open(Role::group, "strip", strip, {}, {}, {.name = scene.words("source.strip")});
  float last = -100;
  for (const Problem& problem : problems) {
    const float y =
        strip.y + (strip.height - 4) * std::clamp((problem.y - sheet_top) / sheet_height, 0.0F, 1.0F);
    const SignColours pair = sign_colours(ui.colours, problem.sign);
    ui.fill({strip.x, y, strip.width, 4}, pair.ink);
    // On a finger's screen a tick is no target: the list of checks is.
    if (ui.frame.surroundings.coarse_pointer || y - last < 6) continue;
    last = y;
    const SourcePlace& place = places[problem.place];
    const std::string& sentence =
        scene.dossier.sentence(static_cast<FindingIndex>(place.finding), scene.choices.language);
    const Pressed pressed =
        ui.press(numbered("tick", problem.place), {strip.x - 4, y - 2, strip.width + 8, 8}, {},
                 {.state = {.name = sentence}, .type = ui.type.caption, .radius = 2});
    if (pressed.activated) {
      scene.choices.landed = place.span;
      scene.choices.jump_waits = true;
    }
  }
  ui.mirror.close();
}

void show_not_understood(Scene& scene) {
  Ui& ui = scene.ui;
  const std::vector<Source>& unplaced = scene.dossier.disclosure().unplaced;
  if (unplaced.empty()) return;
  const float top = ui.y;
  show_heading(scene, "not-understood",
               scene.words("source.not_understood", {{"n", count_words(unplaced.size())}}));
  ui.text("not-understood-lead", scene.words("source.not_understood_lead"), ui.type.body, ui.colours.second);
  ui.space(12);
  ui.card(0, [&] {
    ui.group(Role::list, "not-understood-list", {}, [&] {
      const std::size_t count = std::min(unplaced.size(), most_listed);
      for (std::size_t i = 0; i < count; ++i) {
        ui.group(Role::list_item, numbered("unplaced", i), {}, [&] {
          ui.space(10);
          ui.inside(20, 20, [&] {
            const Quote quote = scene.dossier.quote_around(unplaced[i], 40);
            std::vector<Run> runs;
            for (const auto& [start, end] : quote.marked)
              runs.push_back({.start = start, .end = end, .ground = ui.colours.mark, .link = 0});
            const auto name_of_link = [&](std::int32_t) {
              return std::string(scene.dossier.document().words(unplaced[i].span));
            };
            if (ui.rich("words", quote.words, runs, ui.type.body, ui.colours.ink, {}, name_of_link) >= 0) {
              go_to_source(scene, unplaced[i].span);
            }
          });
          ui.space(10);
        });
        if (i + 1 < count) ui.rule(ui.x, ui.y - 1, ui.width);
      }
    });
  });
  if (unplaced.size() > most_listed) {
    ui.space(8);
    ui.text("not-understood-more",
            scene.words("evidence.more_places", {{"n", count_words(unplaced.size() - most_listed)}}),
            ui.type.caption, ui.colours.third);
  }
  if (!scene.choices.list_waits || ui.measuring()) return;
  scene.choices.list_waits = false;
  ui.mirror.scroll_to(ui.region_id(), {ui.x, top, ui.width, ui.y - top});
}

}  // namespace

void show_source(Scene& scene, SourceLayout& layout) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  show_title(scene, scene.words("source.title"),
             scene.words(ui.narrow ? "source.lead_narrow" : "source.lead"));
  const bool strip = !ui.narrow;
  const float right = strip ? strip_width + strip_gap : 0;
  const float padding = ui.narrow ? 16 : 32;
  const float sheet_top = ui.y;
  const std::vector<SourcePlace>& places = scene.dossier.places;
  SourcePage page(scene, places, layout);
  ui.inside(0, right, [&] {
    const auto content = [&] {
      ui.space(padding - 4);
      ui.inside(padding, padding, [&] { page.show(); });
      ui.space(padding - 12);
    };
    ui.frame_box({ui.x, sheet_top, ui.width, std::max(0.0F, layout.height)}, ui.colours.card, ui.colours.line,
                 12);
    ui.group(Role::group, "document", {.name = scene.dossier.document().name}, content);
    if (layout.height != ui.y - sheet_top) ui.frame.again = true;
    layout.height = ui.y - sheet_top;
  });
  const float sheet_height = ui.y - sheet_top;
  if (strip) show_strip(scene, page.problems(), sheet_top, sheet_height, places);
  show_not_understood(scene);
  if (!choices.jump_waits || ui.measuring() || page.landed().height <= 0) return;
  choices.jump_waits = false;
  ui.mirror.scroll_to(ui.region_id(), page.landed());
}

}  // namespace mingzhang
