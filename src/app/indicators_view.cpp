// See indicators_view.h.
#include "app/indicators_view.h"

#include "text/utf8.h"
#include "views/targets.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr float field_width = 96, target_width = 120, progress_width = 168, gap = 16;

std::optional<Decimal> typed_value(const Scene& scene, std::uint32_t indicator) {
  const auto at = scene.choices.achieved_indicators.find(indicator);
  if (at == scene.choices.achieved_indicators.end()) return std::nullopt;
  std::string digits = folded(at->second);
  std::erase(digits, ',');
  while (!digits.empty() && digits.back() == '%')
    digits.pop_back();
  return Decimal::parse(digits);
}

std::string target_words(const Scene& scene, const Indicator& indicator) {
  return on_one_line(scene.dossier.document().words(indicator.target.span));
}

/// A bar and a word; the word carries it, the bar repeats it.
void show_progress(Scene& scene, const Rect& rect, const Fact& target, const std::optional<Decimal>& achieved,
                   bool typed) {
  Ui& ui = scene.ui;
  const Type& small = ui.type.caption;
  std::string words;
  Colour ink = ui.colours.third;
  float part = 0;
  if (achieved) {
    const Progress progress = progress_of(target, *achieved);
    part = static_cast<float>(progress.per_mille) / 1000;
    words = scene.words(progress.met ? "performance.met" : "performance.not_met");
    ink = progress.met ? ui.colours.holds.ink : ui.colours.to_explain.ink;
  } else if (typed) {
    words = scene.words("performance.no_number");
    ink = ui.colours.to_explain.ink;
  }
  const float bar = rect.width * 0.55F;
  const float top = rect.y + rect.height / 2 - 4;
  ui.fill({rect.x, top, bar, 8}, ui.colours.track, 4);
  if (part > 0) ui.fill({rect.x, top, std::max(4.0F, bar * part), 8}, ink, 4);
  ui.label(rect.x + bar + 10, rect.y + (rect.height - small.line) / 2, words, small, ink);
  ui.say(Role::status, "progress",
         {rect.x + bar + 10, rect.y + (rect.height - small.line) / 2, std::max(1.0F, rect.width - bar - 10),
          small.line},
         words, small, ink);
}

void show_target(Scene& scene, const Indicator& indicator, const Rect& rect) {
  Ui& ui = scene.ui;
  const Type& look = ui.type.body;
  const std::string words = target_words(scene, indicator);
  const float top = rect.y + (rect.height - look.line) / 2;
  const std::string shown = ui.shortened(words, look, rect.width);
  const float left = rect.x + rect.width - ui.width_of(shown, look);
  if (indicator.fact != none) {
    show_figure(scene, "target", left, top, indicator.fact, shown, look);
  } else {
    ui.label(left, top, shown, look, ui.colours.ink);
    ui.say(Role::paragraph, "target", {rect.x, top, rect.width, look.line}, words, look, ui.colours.ink, {},
           true);
  }
}

void show_field(Scene& scene, std::uint32_t index, const Rect& rect) {
  auto& achieved = scene.choices.achieved_indicators;
  const Indicator& indicator = scene.dossier.disclosure().indicators[index];
  const auto at = achieved.find(index);
  const std::string name = std::string(scene.words("performance.achieved")) + " " + indicator.name;
  if (auto typed = field_at(scene.ui, "achieved", rect, name, scene.words("performance.achieved"),
                            at == achieved.end() ? std::string_view() : std::string_view(at->second)))
    achieved[index] = std::move(*typed);
}

void show_indicator(Scene& scene, std::uint32_t index) {
  Ui& ui = scene.ui;
  const Indicator& indicator = scene.dossier.disclosure().indicators[index];
  const std::string kind = indicator.subcategory.empty() ? indicator.category : indicator.subcategory;
  const bool measured = indicator.fact != none;
  const bool beside = ui.width >= 640;
  const float tools = beside ? target_width + gap + field_width + gap + progress_width : 0;
  const float top = ui.y;
  ui.space(8);
  ui.inside(0, beside ? tools + gap : 0, [&] {
    ui.text("name", indicator.name, ui.type.body, ui.colours.ink);
    if (!kind.empty()) ui.text("kind", kind, ui.type.caption, ui.colours.third);
  });
  const float high = ui.target();
  float row = beside ? top + 8 : ui.y + 4, left = beside ? ui.x + ui.width - tools : ui.x;
  show_target(scene, indicator,
              {left, row, beside ? target_width : std::min(target_width, ui.width * 0.3F), high});
  left += (beside ? target_width : std::min(target_width, ui.width * 0.3F)) + gap;
  if (measured) {
    show_field(scene, index, {left, row, field_width, high});
    left += field_width + gap;
    const bool typed = scene.choices.achieved_indicators.contains(index) &&
                       !scene.choices.achieved_indicators[index].empty();
    show_progress(scene, {left, row, ui.x + ui.width - left, high}, scene.dossier.fact(indicator.fact),
                  typed_value(scene, index), typed);
  }
  ui.y = std::max(ui.y, row + high) + 8;
}

void show_costs(Scene& scene, std::size_t project) {
  const std::vector<UnitCost> costs = unit_costs(scene.dossier.analysis, project);
  if (costs.empty()) return;
  Ui& ui = scene.ui;
  ui.space(12);
  ui.text("costs-head", scene.words("performance.costs"), ui.type.caption, ui.colours.second,
          {.role = Role::heading, .level = 4});
  ui.space(4);
  const Fact& budget = scene.dossier.fact(scene.dossier.disclosure().projects[project].budget);
  ui.group(Role::list, "costs", {.name = scene.words("performance.costs")}, [&] {
    for (const UnitCost& cost : costs) {
      const Fact& target = scene.dossier.fact(static_cast<std::int32_t>(cost.target));
      const Indicator& indicator = scene.dossier.disclosure().indicators[cost.indicator];
      const std::string words =
          scene.words("performance.cost", {{"name", indicator.name},
                                           {"budget", with_unit(value_words(budget.value), budget.unit)},
                                           {"target", with_unit(value_words(target.value), target.unit)},
                                           {"each", grouped_words(cost.yuan_each)},
                                           {"unit", name_of(target.unit)}});
      ui.group(Role::list_item, numbered("cost", cost.indicator), {},
               [&] { ui.text("words", words, ui.type.body, ui.colours.ink); });
    }
  });
}

}  // namespace

void show_indicators(Scene& scene, std::size_t project) {
  Ui& ui = scene.ui;
  const Project& own = scene.dossier.disclosure().projects[project];
  ui.space(4);
  ui.group(Role::list, "indicators", {.name = scene.words("performance.indicators")}, [&] {
    for (std::int32_t i = 0; i < own.indicators; ++i) {
      const auto index = static_cast<std::uint32_t>(own.first_indicator + i);
      ui.rule(ui.x, ui.y, ui.width);
      ui.group(Role::list_item, numbered("indicator", index), {}, [&] { show_indicator(scene, index); });
    }
  });
  show_costs(scene, project);
}

}  // namespace mingzhang
