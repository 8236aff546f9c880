// The checks: filters, then failures first, each written as arithmetic; what holds and what cannot be checked
// stands behind them, never mixed with failures.
#include "app/finding_view.h"
#include "app/scene.h"

namespace mingzhang {
namespace {

struct Group {
  Filter filter;
  Sign sign;
  std::string_view key;
  const std::vector<FindingIndex>* findings;
};

std::vector<Group> groups_of(const Verdict& verdict) {
  return {{Filter::contradictions, Sign::contradiction, "verdict.contradictions", &verdict.contradictions},
          {Filter::to_explain, Sign::to_explain, "verdict.to_explain", &verdict.to_explain},
          {Filter::remarks, Sign::remark, "verdict.remarks", &verdict.remarks},
          {Filter::holding, Sign::holds, "verdict.holding", &verdict.holding},
          {Filter::not_checkable, Sign::unknown, "verdict.not_checkable", &verdict.not_checkable}};
}

void show_filters(Scene& scene, const std::vector<Group>& groups) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  ui.group(Role::group, "filters", {.name = scene.words("checks.filters")}, [&] {
    Flow flow(ui, 8, 8);
    if (chip(ui, flow, "all", scene.words("checks.all"), choices.filter == Filter::all)) {
      choices.filter = Filter::all;
    }
    for (const Group& group : groups) {
      const std::string words = std::string(sign_words(group.sign)) + " " +
                                std::string(scene.words(group.key)) + " " +
                                count_words(group.findings->size());
      const bool chosen = choices.filter == group.filter;
      if (chip(ui, flow, group.key, words, chosen)) choices.filter = chosen ? Filter::all : group.filter;
    }
    flow.end();
  });
}

/// Contradictions have a card each; the rest stand in one card with hairlines between.
void show_group(Scene& scene, const Group& group) {
  Ui& ui = scene.ui;
  const float padding = ui.narrow ? 16 : 20;
  ui.group(Role::list, group.key, {.name = scene.words(group.key)}, [&] {
    const auto item = [&](FindingIndex index) {
      ui.group(Role::list_item, numbered("finding", index), {}, [&] { show_finding_card(scene, index); });
    };
    if (group.sign == Sign::contradiction) {
      for (std::size_t i = 0; i < group.findings->size(); ++i) {
        if (i > 0) ui.space(16);
        ui.card(padding, [&] { item((*group.findings)[i]); });
      }
      return;
    }
    ui.card(0, [&] {
      for (std::size_t i = 0; i < group.findings->size(); ++i) {
        ui.space(padding - 4);
        ui.inside(padding, padding, [&] { item((*group.findings)[i]); });
        ui.space(padding - 4);
        if (i + 1 < group.findings->size()) ui.rule(ui.x, ui.y - 1, ui.width);
      }
    });
  });
}

}  // namespace

void show_checks(Scene& scene) {
  Ui& ui = scene.ui;
  show_title(scene, scene.words("checks.title"), scene.words("checks.lead"));
  const std::vector<Group> groups = groups_of(scene.dossier.verdict);
  show_filters(scene, groups);
  ui.space(16);
  bool first = true;
  for (const Group& group : groups) {
    const bool alone = scene.choices.filter == group.filter;
    if (scene.choices.filter != Filter::all && !alone) continue;
    if (group.findings->empty()) {
      if (alone) empty_note(ui, "none", scene.words(std::string(group.key) + "_none"));
      continue;
    }
    if (!first) {
      ui.space(32);
    } else {
      ui.space(8);
    }
    ui.heading(std::string(group.key) + "-head",
               std::string(scene.words(group.key)) + " " + count_words(group.findings->size()), 2);
    ui.space(12);
    first = false;
    show_group(scene, group);
  }
  if (first && scene.choices.filter == Filter::all) empty_note(ui, "none", scene.words("checks.none"));
}

}  // namespace mingzhang
