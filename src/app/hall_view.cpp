// The hall: one finding at a time for a room that reads from afar. Formula large, sentence, then the words it
// rests on. Tests: tests/browser/hall.test.mjs.
#include "app/hall_view.h"

#include "app/widgets.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

/// Sizes for a projector of 1080 lines; smaller windows get less, down to the page's own.
struct HallType {
  Type formula, sentence, evidence, small;
};

HallType type_for(const Ui& ui, float high) {
  const float scale = std::clamp(std::min(ui.width / 1400, high / 900), ui.narrow ? 0.5F : 0.55F, 1.4F);
  const auto sized = [&](float size, float line, Weight weight) {
    const float rounded = std::max(15.0F, std::round(size * scale));
    return Type{rounded, std::round(rounded * line), weight};
  };
  return {sized(64, 1.3F, Weight::semibold), sized(30, 1.5F, Weight::regular),
          sized(26, 1.6F, Weight::regular), sized(20, 1.5F, Weight::regular)};
}

void show_evidence_of(Scene& scene, FindingIndex index, const HallType& look) {
  Ui& ui = scene.ui;
  const std::vector<Quote>& quotes = scene.dossier.quotes(index);
  const std::size_t count = std::min<std::size_t>(quotes.size(), 4);
  const std::size_t columns = count > 1 && ui.width > 900 ? 2 : 1;
  const Sign sign = sign_of(scene.dossier.finding(index));
  const SignColours pair = sign_colours(ui.colours, sign);
  ui.grid(count, columns, 24, [&](std::size_t i) {
    const Quote& quote = quotes[i];
    ui.card(24, [&] {
      if (!quote.place.empty()) ui.text("place", quote.place, look.small, ui.colours.third);
      std::vector<Run> runs;
      std::uint32_t at = 0;
      for (std::size_t m = 0; m < quote.marked.size(); ++m) {
        const auto [from, to] = quote.marked[m];
        if (from > at) runs.push_back({.start = at, .end = from});
        const bool doubtful = m < quote.doubtful.size() && quote.doubtful[m];
        runs.push_back({.start = from, .end = to, .ground = doubtful ? pair.tint : ui.colours.mark});
        at = to;
      }
      ui.rich("words", quote.words, runs, look.evidence, ui.colours.ink, {.ground = ui.colours.card},
              [](std::int32_t) { return std::string(); });
    });
  });
}

/// A dot for each finding, the present one filled; past forty only the numbers tell.
void show_dots(Ui& ui, std::size_t count, std::size_t now, float left, float top) {
  constexpr std::size_t most = 40;
  if (count > most) return;
  for (std::size_t i = 0; i < count; ++i) {
    ui.dot(left + 16 * static_cast<float>(i), top, i == now ? 5 : 3,
           i == now ? ui.colours.accent : ui.colours.third);
  }
}

}  // namespace

std::vector<FindingIndex> hall_findings(const Verdict& verdict) {
  std::vector<FindingIndex> all = verdict.contradictions;
  all.insert(all.end(), verdict.to_explain.begin(), verdict.to_explain.end());
  return all;
}

void show_hall(Scene& scene, const Rect& window) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  const std::vector<FindingIndex> all = hall_findings(scene.dossier.verdict);
  const auto count = static_cast<std::int32_t>(all.size());
  choices.hall = count == 0 ? 0 : std::clamp(choices.hall, 0, count - 1);
  const float below = std::max(72.0F, ui.target() + 28);
  const Rect upper{window.x, window.y, window.width, window.height - below};
  const std::string key = numbered("hall", static_cast<std::size_t>(choices.hall));
  ui.region(Role::content, key, upper, scene.words("hall.name"), ui.colours.paper, 32, [&] {
    const float side = std::max(24.0F, upper.width * 0.06F);
    ui.inside(side, side, [&] {
      const HallType look = type_for(ui, window.height);
      const auto body = [&] {
        if (all.empty()) {
          ui.text("none", scene.words("hall.none"), look.formula, ui.colours.ink,
                  {.role = Role::heading, .level = 1, .align = Align::centre});
          return;
        }
        const FindingIndex index = all[static_cast<std::size_t>(choices.hall)];
        const Sign sign = sign_of(scene.dossier.finding(index));
        ui.text("kind", std::string(sign_words(sign)) + " " + std::string(sign_name(scene.words, sign)),
                look.small, sign_colours(ui.colours, sign).ink);
        ui.space(8);
        formula_text(ui, "formula", finding_title(scene, index), look.formula, sign, 1);
        if (has_formula(scene.dossier.finding(index))) {
          ui.space(16);
          ui.text("sentence", scene.dossier.sentence(index, choices.language), look.sentence,
                  ui.colours.second);
        }
        ui.space(32);
        show_evidence_of(scene, index, look);
      };
      // In the middle of the room's wall, if it is less than the wall.
      const float spare = upper.height - ui.height_of(body) - 48;
      ui.space(std::max(24.0F, spare * 0.4F));
      body();
    });
  });
  ui.region(Role::navigation, "hall-bar", {window.x, window.y + upper.height, window.width, below},
            scene.words("hall.bar"), ui.colours.rail, 0, [&] {
              ui.rule(0, 0, window.width);
              const float high = std::max(40.0F, ui.target()), top = (below - high) / 2;
              const float side = ui.narrow ? 12 : 32;
              float right = window.width - side;
              const auto from_right = [&](std::string_view name, ButtonLook look, bool disabled) {
                const std::string_view words = scene.words(name);
                const float wide = button_width(ui, words, look);
                right -= wide;
                const bool pressed = button_at(ui, name, {right, top, wide, high}, words, look,
                                               {.disabled = disabled, .identifier = name});
                right -= 8;
                return pressed && !disabled;
              };
              if (from_right("hall.leave", ButtonLook::outlined, false)) choices.hall = -1;
              if (from_right("hall.next", ButtonLook::filled, choices.hall + 1 >= count)) ++choices.hall;
              if (from_right("hall.before", ButtonLook::outlined, choices.hall <= 0)) --choices.hall;
              const std::string& entity = scene.dossier.disclosure().entity;
              const auto place_in_row = [&](std::string_view key) {
                return scene.words(key, {{"now", std::to_string(choices.hall + 1)},
                                         {"of", std::to_string(count)},
                                         {"entity", entity}});
              };
              std::string where = count == 0 ? entity : place_in_row("hall.where");
              const Type& look = ui.type.body;
              if (count > 0 && side + ui.width_of(where, look) >= right)
                where = place_in_row("hall.where_short");
              const float wide = ui.width_of(where, look);
              if (side + wide < right) {
                ui.label(side, top + (high - look.line) / 2, where, look, ui.colours.second);
                ui.say(Role::status, "where", {side, top + (high - look.line) / 2, wide, look.line}, where,
                       look, ui.colours.second);
                const float dots = side + wide + 24;
                if (dots + 16 * static_cast<float>(count) < right) {
                  show_dots(ui, static_cast<std::size_t>(count),
                            static_cast<std::size_t>(std::max(0, choices.hall)), dots, below / 2);
                }
              }
              ui.y = below;
            });
}

bool hall_key(Choices& choices, const Verdict& verdict, std::string_view key) {
  const auto last = static_cast<std::int32_t>(hall_findings(verdict).size()) - 1;
  if (key == "Escape") {
    choices.hall = -1;
  } else if (key == "ArrowRight" || key == "ArrowDown" || key == "PageDown") {
    choices.hall = std::min(choices.hall + 1, std::max(0, last));
  } else if (key == "ArrowLeft" || key == "ArrowUp" || key == "PageUp") {
    choices.hall = std::max(choices.hall - 1, 0);
  } else if (key == "Home") {
    choices.hall = 0;
  } else if (key == "End") {
    choices.hall = std::max(0, last);
  } else {
    return false;
  }
  return true;
}

}  // namespace mingzhang
