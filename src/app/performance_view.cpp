// Performance: the activities with their targets and thresholds, where an achieved value can be typed and its
// grade read; the projects with their money, goals and indicators.
#include "app/indicators_view.h"
#include "app/ruler.h"
#include "app/scene.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr float field_width = 120;

std::optional<Decimal> typed_value(const Scene& scene, std::size_t activity) {
  const auto at = scene.choices.achieved.find(activity);
  if (at == scene.choices.achieved.end()) return std::nullopt;
  std::string digits = folded(at->second);
  while (!digits.empty() && (digits.back() == '%' || digits.back() == ' '))
    digits.pop_back();
  return Decimal::parse(digits);
}

std::string thresholds_in_words(const Scene& scene, const Activity& activity) {
  static constexpr Level levels[] = {Level::excellent, Level::good, Level::fair, Level::poor};
  std::string words;
  for (std::size_t i = 0; i < 4; ++i) {
    const Span cell = activity.grade_cells[i].span;
    if (cell.empty()) continue;
    if (!words.empty()) words += scene.words("performance.between_grades");
    words += std::string(level_name(scene.words, levels[i])) + " " +
             on_one_line(scene.dossier.document().words(cell));
  }
  return words;
}

void show_field(Scene& scene, std::size_t activity) {
  Ui& ui = scene.ui;
  const float high = std::max(40.0F, ui.target());
  const Type& look = ui.type.body;
  const std::string_view label = scene.words("performance.achieved");
  const float label_width = ui.width_of(label, look);
  ui.label(ui.x, ui.y + (high - look.line) / 2, label, look, ui.colours.second);
  ui.say(Role::paragraph, "achieved-label", {ui.x, ui.y + (high - look.line) / 2, label_width, look.line},
         label, look, ui.colours.second);
  const Rect rect{ui.x + label_width + 12, ui.y, field_width, high};
  const auto at = scene.choices.achieved.find(activity);
  const std::string value = at == scene.choices.achieved.end() ? std::string() : at->second;
  const std::string name = std::string(label) + " " + scene.dossier.disclosure().activities[activity].name;
  if (!ui.measuring()) {
    const NodeId field =
        ui.mirror.leaf(Role::text_field, "achieved", rect, {},
                       {.size = look.size, .line_height = look.line, .colour = ui.colours.ink},
                       {.name = name, .placeholder = "96", .value = value});
    if (const auto typed = ui.mirror.edited(field)) scene.choices.achieved[activity] = *typed;
  }
  std::string words(scene.words("performance.type_here"));
  Colour ink = ui.colours.third;
  Type strong = look;
  if (const auto achieved = typed_value(scene, activity)) {
    const Level level = grade_for(scene.dossier.analysis, activity, *achieved).level;
    words = level == Level::none
                ? std::string(scene.words("performance.no_grade"))
                : scene.words("performance.grade", {{"grade", level_name(scene.words, level)}});
    ink = level == Level::none || level == Level::poor ? ui.colours.to_explain.ink : ui.colours.ink;
    strong.weight = Weight::semibold;
  } else if (!value.empty()) {
    words = scene.words("performance.no_number");
    ink = ui.colours.to_explain.ink;
  }
  const float after = rect.x + rect.width + 12;
  const float room = ui.x + ui.width - after;
  if (ui.width_of(words, strong) <= room) {
    ui.label(after, ui.y + (high - strong.line) / 2, words, strong, ink);
    ui.say(Role::status, "grade", {after, ui.y + (high - strong.line) / 2, room, strong.line}, words, strong,
           ink);
    ui.space(high);
  } else {
    ui.space(high + 6);
    ui.text("grade", words, strong, ink, {.role = Role::status});
  }
}

void show_activity(Scene& scene, std::size_t index) {
  Ui& ui = scene.ui;
  const Activity& activity = scene.dossier.disclosure().activities[index];
  const float top = ui.y;
  float figure_width = 0;
  const Type& strong = ui.type.body_strong;
  std::string amount(scene.words("performance.no_amount"));
  if (activity.budget != none) {
    const Fact& budget = scene.dossier.fact(activity.budget);
    amount = with_unit(value_words(budget.value), budget.unit);
  }
  figure_width = ui.width_of(amount, strong);
  ui.inside(0, figure_width + 16, [&] {
    ui.text("name", activity.name, ui.type.formula, ui.colours.ink, {.role = Role::heading, .level = 3});
  });
  const float left = ui.x + ui.width - figure_width;
  if (activity.budget != none) {
    show_figure(scene, "amount", left, top, activity.budget, amount, strong);
  } else {
    ui.label(left, top, amount, strong, ui.colours.to_explain.ink);
    ui.say(Role::paragraph, "amount", {left, top, figure_width, strong.line}, amount, strong,
           ui.colours.to_explain.ink);
  }
  if (!activity.indicator.empty()) {
    ui.space(2);
    ui.text("indicator", activity.indicator, ui.type.body, ui.colours.second);
  }
  const std::string grades = thresholds_in_words(scene, activity);
  if (grades.empty()) return;
  ui.text("grades", grades, ui.type.caption, ui.colours.third);
  ui.space(10);
  show_ruler(scene, index, typed_value(scene, index));
  ui.space(10);
  show_field(scene, index);
}

void show_activities(Scene& scene) {
  Ui& ui = scene.ui;
  const std::size_t count = scene.dossier.disclosure().activities.size();
  if (count == 0) return;
  ui.heading("activities-head", scene.words("performance.activities"), 2);
  ui.space(4);
  ui.text("activities-lead", scene.words("performance.activities_lead"), ui.type.body, ui.colours.second);
  ui.space(12);
  ui.grid(count, ui.width >= 820 ? 2 : 1, 16, [&](std::size_t i) {
    ui.card(ui.narrow ? 16 : 20,
            [&] { ui.group(Role::group, numbered("activity", i), {}, [&] { show_activity(scene, i); }); });
  });
}

// Projects
// ---------------------------------------------------------------------------------------------------

void show_funding(Scene& scene, const Project& project) {
  if (project.funding.empty()) return;
  Ui& ui = scene.ui;
  std::string words;
  for (const FactIndex index : project.funding) {
    const Fact& fact = scene.dossier.fact(static_cast<std::int32_t>(index));
    if (!words.empty()) words += scene.words("performance.between_grades");
    words += std::string(scene.words.concept_name(fact.concept_id)) + " " +
             with_unit(value_words(fact.value), fact.unit);
  }
  ui.space(6);
  ui.text("funding", words, ui.type.caption, ui.colours.third);
}

void show_project(Scene& scene, std::size_t index) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  const Project& project = scene.dossier.disclosure().projects[index];
  const bool open = choices.open_projects.count(index) != 0;
  const float top = ui.y;
  const Type& strong = ui.type.body_strong;
  std::string amount(scene.words("performance.no_amount"));
  if (project.budget != none) {
    const Fact& budget = scene.dossier.fact(project.budget);
    amount = with_unit(value_words(budget.value), budget.unit);
  }
  const float figure_width = ui.width_of(amount, strong);
  ui.inside(0, figure_width + 16, [&] {
    ui.text("name", project.name, ui.type.formula, ui.colours.ink, {.role = Role::heading, .level = 3});
  });
  const float left = ui.x + ui.width - figure_width;
  if (project.budget != none) {
    show_figure(scene, "amount", left, top, project.budget, amount, strong);
  } else {
    ui.label(left, top, amount, strong, ui.colours.to_explain.ink);
  }
  if (!project.goal.empty()) {
    ui.space(2);
    ui.text("goal", on_one_line(scene.dossier.document().words(project.goal)), ui.type.body,
            ui.colours.second);
  }
  show_funding(scene, project);
  if (project.indicators == 0) return;
  const std::string link = scene.words(open ? "performance.hide_indicators" : "performance.show_indicators",
                                       {{"n", count_words(static_cast<std::size_t>(project.indicators))}});
  const Rect rect{ui.x, ui.y, ui.width_of(link, ui.type.body), ui.target()};
  if (button_at(ui, "toggle", rect, link, ButtonLook::plain, {.expanded = open})) {
    if (open) {
      choices.open_projects.erase(index);
    } else {
      choices.open_projects.insert(index);
    }
  }
  ui.space(ui.target());
  if (open) show_indicators(scene, index);
}

void show_projects(Scene& scene) {
  Ui& ui = scene.ui;
  const std::size_t count = scene.dossier.disclosure().projects.size();
  if (count == 0) return;
  if (!scene.dossier.disclosure().activities.empty()) ui.space(40);
  ui.heading("projects-head", scene.words("performance.projects"), 2);
  ui.space(12);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) ui.space(16);
    ui.card(ui.narrow ? 16 : 20,
            [&] { ui.group(Role::group, numbered("project", i), {}, [&] { show_project(scene, i); }); });
  }
}

}  // namespace

void show_performance(Scene& scene) {
  Ui& ui = scene.ui;
  const Disclosure& disclosure = scene.dossier.disclosure();
  const bool empty = disclosure.activities.empty() && disclosure.projects.empty();
  show_title(
      scene, scene.words("performance.title"),
      empty ? std::string(scene.words("performance.lead_empty"))
            : scene.words("performance.lead", {{"activities", count_words(disclosure.activities.size())},
                                               {"projects", count_words(disclosure.projects.size())},
                                               {"indicators", count_words(disclosure.indicators.size())}}));
  if (empty) {
    empty_note(ui, "empty", scene.words("performance.empty"));
    return;
  }
  show_activities(scene);
  show_projects(scene);
}

}  // namespace mingzhang
