// What the views share. See scene.h.
#include "app/scene.h"

#include <algorithm>

namespace mingzhang {

void show_title(Scene& scene, std::string_view title, std::string_view lead) {
  Ui& ui = scene.ui;
  ui.heading("title", title, 1);
  ui.space(4);
  ui.text("lead", lead, ui.type.lead, ui.colours.second, {.balanced = true});
  ui.space(24);
}

void show_heading(Scene& scene, std::string_view key, std::string_view words) {
  scene.ui.space(40);
  scene.ui.heading(key, words, 2);
  scene.ui.space(12);
}

void open_figure(Scene& scene, std::int32_t fact) {
  if (fact == none) return;
  scene.choices.figure = fact;
  scene.choices.term = none;
  scene.choices.trial.clear();
  scene.choices.correcting = false;
}

void open_term(Scene& scene, std::int32_t term) {
  scene.choices.term = term;
  scene.choices.figure = none;
}

void go_to_source(Scene& scene, Span place) {
  scene.choices.view = View::source;
  scene.choices.landed = place;
  scene.choices.jump_waits = true;
  scene.choices.content_waits = true;
  // On a phone the sheet would cover the place.
  if (scene.ui.narrow) scene.choices.figure = scene.choices.term = none;
}

void go_to_checks(Scene& scene, Filter filter) {
  scene.choices.view = View::checks;
  scene.choices.filter = filter;
  scene.choices.content_waits = true;
}

void go_to_finding(Scene& scene, FindingIndex index) {
  go_to_checks(scene, Filter::all);
  const FindingKey key = scene.dossier.key_of_finding(index);
  scene.choices.query.clear();
  scene.choices.judged.reset();
  scene.choices.open_findings.insert(key);
  scene.choices.finding_waits = key;
  scene.choices.content_waits = false;  // the finding has it instead
}

bool show_figure(Scene& scene, std::string_view key, float left, float top, std::int32_t fact,
                 std::string_view words, const Type& look, const Rect* hit) {
  const Fact& shown = scene.dossier.fact(fact);
  const std::string name = figure_name(shown, scene.words);
  const bool pressed = figure_at(scene.ui, key, left, top, words, look, scene.ui.colours.ink, name, hit);
  if (pressed) open_figure(scene, fact);
  return pressed;
}

std::string_view sign_name(const Phrases& words, Sign sign) {
  switch (sign) {
    case Sign::contradiction:
      return words("verdict.contradictions");
    case Sign::to_explain:
      return words("verdict.to_explain");
    case Sign::remark:
      return words("verdict.remarks");
    case Sign::holds:
      return words("verdict.holding");
    case Sign::unknown:
      break;
  }
  return words("verdict.not_checkable");
}

Colour kind_colour(const Scene& scene, const BreakdownNode& node, std::size_t place) {
  const KeyConcepts& key = scene.dossier.analysis.concepts;
  const Colours& c = scene.ui.colours;
  if (node.remainder) return c.kinds[7];
  const ConceptId known[] = {key.expenditure_personnel,  key.expenditure_operating, key.expenditure_project,
                             key.expenditure_reserve,    key.expenditure_business,  key.expenditure_superior,
                             key.expenditure_subordinate};
  if (node.concept_id == key.project_budget || node.concept_id == key.activity_budget) return c.kinds[2];
  if (node.concept_id == key.expenditure_basic) return c.kinds[0];
  for (std::size_t i = 0; i < std::size(known); ++i) {
    if (known[i] == node.concept_id && node.concept_id != no_concept) return c.kinds[i];
  }
  return c.kinds[place % c.kinds.size()];
}

std::string node_name(const Scene& scene, const BreakdownNode& node) {
  if (node.remainder) return std::string(scene.words("breakdown.remainder"));
  if (!node.label.empty()) return node.label;
  return std::string(scene.words.concept_name(node.concept_id));
}

bool has_formula(const Finding& finding) {
  // A single figure is no formula: the sentence says what is missing beside it.
  return finding.formula.find_first_not_of("0123456789.,- ") != std::string::npos;
}

std::string finding_title(const Scene& scene, FindingIndex index) {
  const Finding& finding = scene.dossier.finding(index);
  if (!has_formula(finding)) return scene.dossier.sentence(index, scene.choices.language);
  return formula_words(finding.formula);
}

}  // namespace mingzhang
