// What is protected: which figures a check guards and from what change on, and which are merely stated.
#include "app/scene.h"
#include "app/table.h"
#include "views/protection_view.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

constexpr float square = 12, square_gap = 3;
constexpr std::size_t most_squares = 4000;

Colour colour_of(const Ui& ui, const GuardedFigure& figure) {
  const Colours& c = ui.colours;
  if (figure.contradicted) return c.contradiction.ink;
  if (!figure.guarded) return c.track;
  return figure.holding > 1 ? c.holds.ink : faded(c.holds.ink, 0.55F);
}

/// Every figure as a square, in the order of the document: how strongly it is woven.
void show_map(Scene& scene, const std::vector<GuardedFigure>& figures) {
  Ui& ui = scene.ui;
  const std::size_t count = std::min(figures.size(), most_squares);
  const auto columns =
      static_cast<std::size_t>(std::max(1.0F, std::floor((ui.width + square_gap) / (square + square_gap))));
  const float rows = std::ceil(static_cast<float>(count) / static_cast<float>(columns));
  const float high = std::max(0.0F, rows * (square + square_gap) - square_gap);
  for (std::size_t i = 0; i < count; ++i) {
    const Rect rect{ui.x + static_cast<float>(i % columns) * (square + square_gap),
                    ui.y + static_cast<float>(i / columns) * (square + square_gap), square, square};
    ui.fill(rect, colour_of(ui, figures[i]), 3);
  }
  ui.say(Role::image, "map", {ui.x, ui.y, ui.width, high}, {}, ui.type.caption, ui.colours.ink,
         {.name = scene.words("protection.map")});
  ui.space(high + 12);
  Flow flow(ui, 20, 4);
  legend_item(ui, flow, "twice", ui.colours.holds.ink, scene.words("protection.twice"));
  legend_item(ui, flow, "once", faded(ui.colours.holds.ink, 0.55F), scene.words("protection.once"));
  legend_item(ui, flow, "alone", ui.colours.track, scene.words("protection.alone"));
  legend_item(ui, flow, "failing", ui.colours.contradiction.ink, scene.words("protection.failing"));
  flow.end();
}

void show_numbers(Scene& scene, const ProtectionSummary& summary) {
  Ui& ui = scene.ui;
  struct Number {
    std::string_view key;
    std::uint32_t count;
  };
  const Number numbers[] = {{"protection.guarded_count", summary.guarded},
                            {"protection.twice_count", summary.twice},
                            {"protection.alone_count", summary.figures - summary.guarded}};
  ui.grid(std::size(numbers), ui.width >= 620 ? 3 : 1, 16, [&](std::size_t i) {
    ui.card(ui.narrow ? 16 : 20, [&] {
      const std::string count = count_words(numbers[i].count) + " / " + count_words(summary.figures);
      ui.text(numbers[i].key, count, ui.type.figure, ui.colours.ink);
      ui.text(std::string(numbers[i].key) + "-words", scene.words(numbers[i].key), ui.type.caption,
              ui.colours.second);
    });
  });
}

std::string noticed_words(const Scene& scene, const GuardedFigure& figure) {
  if (!figure.guarded) return std::string(scene.words("protection.nothing"));
  const Fact& fact = scene.dossier.fact(static_cast<std::int32_t>(figure.fact));
  return with_unit(value_words(figure.noticed_from), fact.unit);
}

/// One row of the table, as a part of its own: a long document has thousands.
void show_row(Scene& scene, const GuardedFigure& figure) {
  Ui& ui = scene.ui;
  const auto index = static_cast<std::int32_t>(figure.fact);
  const Fact& fact = scene.dossier.fact(index);
  const Type& look = ui.type.body;
  const float padding = ui.narrow ? 16 : 20;
  const std::string value = with_unit(fact_value(fact), fact.unit), noticed = noticed_words(scene, figure);
  const std::string name = fact_name(fact, scene.words);
  const bool narrow = ui.width < 640;
  const float wide = ui.width - 2 * padding, left = ui.x + padding;
  const float value_width = narrow ? wide * 0.36F : 190, noticed_width = narrow ? 0 : 190,
              count_width = narrow ? 0 : 80;
  const float name_width = wide - value_width - noticed_width - count_width - (narrow ? 12.0F : 48.0F);
  const auto lines = static_cast<float>(ui.lines_of(name, look, name_width));
  const float high = std::max(ui.target(), lines * look.line + 16 + (narrow ? ui.type.caption.line : 0.0F));
  const float top = ui.y + 8;
  ui.group(Role::row, "row", {}, [&] {
    ui.fill({left - 10, ui.y + 8, 4, high - 16}, colour_of(ui, figure), 2);
    ui.at(left + 4, top, name_width,
          [&] { ui.text("name", name, look, ui.colours.ink, {.role = Role::row_header}); });
    const Rect cell{left + name_width + (narrow ? 12.0F : 16.0F), ui.y, value_width, high};
    if (!ui.measuring()) {
      ui.mirror.open(Role::cell, "value", cell);
      const float whole = ui.width_of(value, look);
      show_figure(scene, "figure", cell.x + std::max(0.0F, cell.width - whole), top, index, value, look,
                  &cell);
      ui.mirror.close();
    }
    const Colour ink = figure.guarded ? ui.colours.second : ui.colours.third;
    if (narrow) {
      ui.at(left + 4, top + lines * look.line, wide - 4, [&] {
        const std::string words =
            figure.guarded ? scene.words("evidence.noticed", {{"change", noticed}}) : noticed;
        ui.text("noticed", words, ui.type.caption, ink, {.role = Role::cell});
      });
    } else {
      const float x = cell.x + cell.width + 16;
      ui.label(x + noticed_width, top, noticed, look, ink, Align::right);
      ui.say(Role::cell, "noticed", {x, ui.y, noticed_width, high}, noticed, look, ink, {}, true);
      const std::string count = count_words(figure.holding + figure.failing);
      ui.label(left + wide, top, count, look, ui.colours.second, Align::right);
      ui.say(Role::cell, "count", {left + wide - count_width, ui.y, count_width, high}, count, look,
             ui.colours.second, {}, true);
    }
    ui.space(high);
  });
}

void show_head(Scene& scene) {
  Ui& ui = scene.ui;
  if (ui.width < 640) return;
  const Type& look = ui.type.caption;
  const float padding = 20, wide = ui.width - 2 * padding, left = ui.x + padding, high = 40;
  const float top = ui.y + (high - look.line) / 2;
  ui.group(Role::row, "head", {}, [&] {
    const auto head = [&](std::string_view key, float from, float width, bool right) {
      const std::string_view words = scene.words(key);
      ui.label(right ? from + width : from, top, words, look, ui.colours.second,
               right ? Align::right : Align::left);
      ui.say(Role::column_header, key, {from, top, width, look.line}, words, look, ui.colours.second, {},
             right);
    };
    head("protection.figure", left + 4, wide - 190 * 2 - 80 - 48, false);
    head("protection.value", left + wide - 190 * 2 - 80 - 32, 190, true);
    head("protection.noticed_from", left + wide - 190 - 80 - 16, 190, true);
    head("protection.relations", left + wide - 80, 80, true);
    ui.space(high);
  });
  ui.rule(ui.x + padding, ui.y - 1, wide);
}

void show_table(Scene& scene, const std::vector<GuardedFigure>& figures) {
  Ui& ui = scene.ui;
  ui.card(0, [&] {
    ui.group(Role::table, "figures", {.name = scene.words("protection.title")}, [&] {
      show_head(scene);
      for (const GuardedFigure& figure : figures) {
        if (scene.choices.only_alone && figure.guarded) continue;
        ui.part(
            numbered("figure", figure.fact), 1,
            [&] {
              show_row(scene, figure);
              ui.rule(ui.x + 16, ui.y - 1, ui.width - 32);
            },
            Role::row_group);
      }
    });
  });
}

}  // namespace

void show_protection(Scene& scene) {
  Ui& ui = scene.ui;
  show_title(scene, scene.words("protection.title"), scene.words("protection.lead"));
  const std::vector<GuardedFigure> figures = guarded_figures(scene.dossier.analysis);
  if (figures.empty()) {
    empty_note(ui, "empty", scene.words("protection.empty"));
    return;
  }
  show_numbers(scene, summary_of(figures));
  ui.space(16);
  ui.card(ui.narrow ? 16 : 20, [&] { show_map(scene, figures); });
  show_heading(scene, "list", scene.words("protection.list"));
  Flow flow(ui, 8, 8);
  if (chip(ui, flow, "only-alone", scene.words("protection.only_alone"), scene.choices.only_alone))
    scene.choices.only_alone = !scene.choices.only_alone;
  flow.end();
  ui.space(12);
  show_table(scene, figures);
}

}  // namespace mingzhang
