// The document as read: set like a document, figures marked by what they are, problems underlined and on a
// strip at the right; what was not understood counted and listed. A jump from anywhere lands here.
#include "app/source_view.h"

#include "app/source_page.h"
#include "report/report.h"
#include "views/text_search.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr float strip_width = 12, strip_gap = 16, bar_padding = 8;
constexpr std::size_t most_found = 10'000;

void look_for(Scene& scene, SourceLayout& layout) {
  const std::string& find = scene.choices.find;
  if (layout.find == find) return;
  layout.find = find;
  layout.found = places_of(find, scene.dossier.document().text, most_found);
  // The first place from where the reader is.
  const Span landed = scene.choices.landed;
  const auto next = std::lower_bound(layout.found.begin(), layout.found.end(), landed.start,
                                     [](Span place, std::uint32_t at) { return place.start < at; });
  scene.choices.found =
      next == layout.found.end() ? 0 : static_cast<std::size_t>(next - layout.found.begin());
}

void go_to_found(Scene& scene, const SourceLayout& layout, std::size_t index) {
  if (layout.found.empty()) return;
  scene.choices.found = index % layout.found.size();
  scene.choices.landed = layout.found[scene.choices.found];
  scene.choices.jump_waits = true;
}

// The strip
// -------------------------------------------------------------------------------------------------------------

struct Strip {
  Rect rect;
  float sheet_top = 0, sheet_height = 0;
  float at(float y) const {
    return rect.y + (rect.height - 4) * std::clamp((y - sheet_top) / sheet_height, 0.0F, 1.0F);
  }
};

/// Ticks of the problems' places and of what was found, standing still while the document scrolls.
void show_strip(Scene& scene, const SourcePage& page, float sheet_top, float sheet_height) {
  Ui& ui = scene.ui;
  const bool nothing = page.problems().empty() && page.found().empty();
  if (ui.measuring() || nothing || sheet_height <= 0) return;
  const Rect window = ui.region_rect();
  const float scroll = ui.mirror.scroll_of(ui.region_id());
  const float top = std::max(sheet_top, scroll + 24);
  const float bottom = std::min(sheet_top + sheet_height, scroll + window.height - 24);
  if (bottom - top < 80) return;
  const Strip strip{{ui.x + ui.width - strip_width, top, strip_width, bottom - top}, sheet_top, sheet_height};
  ui.fill(strip.rect, ui.colours.track, strip_width / 2);
  for (const float y : page.found())
    ui.fill({strip.rect.x + 2, strip.at(y), strip_width - 4, 2}, ui.colours.accent);
  ui.mirror.open(Role::group, "strip", strip.rect, {}, {}, {.name = scene.words("source.strip")});
  float last = -100;
  for (const Tick& problem : page.problems()) {
    const SourcePlace& place = scene.dossier.places[problem.place];
    const auto finding = static_cast<FindingIndex>(place.finding);
    const float y = strip.at(problem.y);
    ui.fill({strip.rect.x, y, strip_width, 4},
            sign_colours(ui.colours, sign_of(scene.dossier.finding(finding))).ink);
    // On a finger's screen a tick is no target: the list of checks is.
    if (ui.frame.surroundings.coarse_pointer || y - last < 6) continue;
    last = y;
    const Pressed pressed =
        ui.press(numbered("tick", problem.place), {strip.rect.x - 4, y - 2, strip_width + 8, 8}, {},
                 {.state = {.name = scene.dossier.sentence(finding, scene.choices.language)},
                  .type = ui.type.caption,
                  .radius = 2});
    if (pressed.activated) {
      scene.choices.landed = place.span;
      scene.choices.jump_waits = true;
    }
  }
  ui.mirror.close();
}

// What stands around the sheet
// -------------------------------------------------------------------------------------------------------------

void show_legend(Scene& scene) {
  Ui& ui = scene.ui;
  const Colours& c = ui.colours;
  ui.group(Role::group, "legend", {.name = scene.words("source.legend")}, [&] {
    Flow flow(ui, 20, 4);
    legend_item(ui, flow, "amount", c.mark, scene.words("source.mark_amount"));
    legend_item(ui, flow, "change", c.mark_change, scene.words("source.mark_change"));
    legend_item(ui, flow, "count", c.mark_count, scene.words("source.mark_count"));
    legend_item(ui, flow, "target", c.mark_target, scene.words("source.mark_target"));
    legend_item(ui, flow, "problem", c.contradiction.tint, scene.words("verdict.contradictions"));
    flow.end();
  });
  ui.space(12);
}

/// What the reader of the file had to leave out or could not read.
void show_reader_notes(Scene& scene) {
  const std::vector<ReaderNote>& notes = scene.dossier.document().notes;
  if (notes.empty()) return;
  Ui& ui = scene.ui;
  const SignColours pair = ui.colours.to_explain;
  ui.box(16, 12, pair.tint, pair.tint, [&] {
    ui.group(Role::list, "reader-notes", {.name = scene.words("source.notes")}, [&] {
      for (std::size_t i = 0; i < notes.size(); ++i) {
        Error error;
        error.code = notes[i].code;
        error.detail = notes[i].detail;
        ui.group(Role::list_item, numbered("note", i), {}, [&] {
          ui.text("words", error_sentence(error, scene.choices.language), ui.type.body, ui.colours.ink,
                  {.ground = pair.tint});
        });
      }
    });
  });
  ui.space(16);
}

void show_unplaced(Scene& scene, std::size_t index) {
  Ui& ui = scene.ui;
  const Source& source = scene.dossier.disclosure().unplaced[index];
  ui.group(Role::list_item, "item", {}, [&] {
    ui.space(10);
    ui.inside(20, 20, [&] {
      const Quote quote = scene.dossier.quote_around(source, 40);
      std::vector<Run> runs;
      for (const auto& [start, end] : quote.marked)
        runs.push_back({.start = start, .end = end, .ground = ui.colours.mark, .link = 0});
      const auto name_of_link = [&](std::int32_t) {
        return std::string(scene.dossier.document().words(source.span));
      };
      if (ui.rich("words", quote.words, runs, ui.type.body, ui.colours.ink, {}, name_of_link) >= 0)
        go_to_source(scene, source.span);
    });
    ui.space(10);
  });
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
      for (std::size_t i = 0; i < unplaced.size(); ++i) {
        ui.part(numbered("unplaced", i), 1, [&] {
          show_unplaced(scene, i);
          if (i + 1 < unplaced.size()) ui.rule(ui.x, ui.y - 1, ui.width);
        });
      }
    });
  });
  if (!scene.choices.list_waits || ui.measuring()) return;
  scene.choices.list_waits = false;
  ui.mirror.scroll_to(ui.region_id(), {ui.x, top, ui.width, ui.region_rect().height});
}

}  // namespace

float source_bar_height(const Ui& ui) {
  return ui.target() + 2 * bar_padding;
}

void show_source_bar(Scene& scene, SourceLayout& layout) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  const float high = ui.target(), top = ui.y + bar_padding;
  look_for(scene, layout);
  const std::size_t count = layout.found.size();
  const float field = std::min(300.0F, ui.width - 2 * high - 12 - 90);
  const NodeId id =
      ui.mirror.leaf(Role::text_field, "find", {ui.x, top, field, high}, {},
                     {.size = ui.type.body.size, .line_height = ui.type.body.line, .colour = ui.colours.ink},
                     {.name = scene.words("source.find"),
                      .placeholder = scene.words("source.find"),
                      .value = choices.find,
                      .identifier = "find"});
  if (choices.find_waits) {
    choices.find_waits = false;
    ui.mirror.focus(id);
  }
  if (auto typed = ui.mirror.edited(id)) {
    choices.find = std::move(*typed);
    look_for(scene, layout);
    go_to_found(scene, layout, choices.found);
  } else if (ui.mirror.activated(id) && count > 0) {  // Enter: the next one
    go_to_found(scene, layout, choices.found + 1);
  }
  float left = ui.x + field + 8;
  const auto step = [&](std::string_view key, std::string_view name, std::string_view sign, std::size_t to) {
    const bool can = count > 0;
    const Rect rect{left, top, high, high};
    const Pressed pressed = ui.press(
        key, rect, {}, {.state = {.disabled = !can, .name = name}, .type = ui.type.body, .radius = 8});
    ui.frame_box(rect, pressed.hovered && can ? ui.colours.tint : ui.colours.card, ui.colours.line, 8);
    ui.label(rect.x + high / 2, rect.y + (high - ui.type.body.line) / 2, sign, ui.type.body,
             can ? ui.colours.ink : ui.colours.third, Align::centre);
    if (pressed.activated && can) go_to_found(scene, layout, to);
    left += high + 4;
  };
  step("previous", scene.words("source.find_previous"), "‹", choices.found + count - 1);
  step("next", scene.words("source.find_next"), "›", choices.found + 1);
  const std::string words =
      choices.find.empty() ? std::string()
      : count == 0         ? std::string(scene.words("source.find_none"))
                           : scene.words("source.find_count",
                                         {{"i", count_words(choices.found + 1)}, {"n", count_words(count)}});
  const Type& small = ui.type.caption;
  const float label_top = top + (high - small.line) / 2;
  ui.label(left + 8, label_top, words, small, ui.colours.second);
  ui.say(Role::status, "count", {left + 8, label_top, std::max(1.0F, ui.x + ui.width - left - 8), small.line},
         words, small, ui.colours.second);
  ui.y = top + high + bar_padding;
  ui.rule(0, ui.y - ui.colours.border, ui.region_rect().width);
}

void show_source(Scene& scene, SourceLayout& layout) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  show_title(scene, scene.words("source.title"),
             scene.words(ui.narrow ? "source.lead_narrow" : "source.lead"));
  look_for(scene, layout);
  if (!layout.terms_known) {
    layout.terms = term_places(scene.dossier.document(), scene.words);
    layout.terms_known = true;
  }
  show_reader_notes(scene);
  show_legend(scene);
  const bool strip = !ui.narrow;
  const float right = strip ? strip_width + strip_gap : 0;
  const float padding = ui.narrow ? 16 : 32;
  const float sheet_top = ui.y;
  SourcePage page(scene, layout);
  ui.inside(0, right, [&] {
    ui.box(0, 12, ui.colours.card, ui.colours.line, [&] {
      ui.group(Role::group, "document", {.name = scene.dossier.document().name, .identifier = "document"},
               [&] {
                 ui.space(padding - 4);
                 ui.inside(padding, padding, [&] { page.show(); });
                 ui.space(padding - 12);
               });
    });
  });
  const float sheet_height = ui.y - sheet_top;
  if (strip) show_strip(scene, page, sheet_top, sheet_height);
  show_not_understood(scene);
  if (!choices.jump_waits || ui.measuring() || page.landed().height <= 0) return;
  choices.jump_waits = false;
  ui.mirror.scroll_to(ui.region_id(), page.landed());
}

}  // namespace mingzhang
