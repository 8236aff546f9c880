// Everything about one figure: the words it comes from, where else it stands, the checks that touch it, how
// small a change would be noticed, what it means, and what another value would do.
#include "app/scene.h"
#include "app/trial_view.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::uint32_t quote_characters = 56;
constexpr std::size_t most_places = 4;
constexpr float small_box = 22;

void show_value(Scene& scene, const Fact& fact) {
  Ui& ui = scene.ui;
  Type look = ui.type.title;
  look.size = ui.type.title.size < 26 ? 26 : ui.type.title.size;
  look.line = look.size * 1.35F;
  const std::string value = fact_value(fact);
  const float wide = ui.label(ui.x, ui.y, value, look, ui.colours.ink);
  ui.say(Role::heading, "value", {ui.x, ui.y, wide, look.line}, value, look, ui.colours.ink, {.level = 2});
  std::string about(name_of(fact.unit));
  if (!about.empty()) about += " ";
  about += fact_name(fact, scene.words);
  if (fact.period != 0) about += scene.words("evidence.period", {{"year", std::to_string(fact.period)}});
  const Type& small = ui.type.body;
  const float room = ui.width - wide - 10;
  if (ui.width_of(about, small) <= room) {
    const float top = ui.y + (look.line + look.size) / 2 - (small.line + small.size) / 2 - 2;
    ui.label(ui.x + wide + 10, top, about, small, ui.colours.second);
    ui.say(Role::paragraph, "about", {ui.x + wide + 10, top, room, small.line}, about, small,
           ui.colours.second);
    ui.space(look.line + 12);
  } else {
    ui.space(look.line + 2);
    ui.text("about", about, small, ui.colours.second);
    ui.space(12);
  }
}

void show_place(Scene& scene, std::string_view key, const Fact& fact, Sign sign) {
  const Quote quote = scene.dossier.quote_around(fact.source, quote_characters);
  if (quotation(scene.ui, key, quote, quote.place, sign)) go_to_source(scene, fact.source.span);
}

void show_checks_of(Scene& scene, const Evidence& evidence) {
  Ui& ui = scene.ui;
  if (!evidence.findings.empty()) {
    show_evidence_label(scene, "checks-head", scene.words("evidence.checks"));
    for (const FindingIndex index : evidence.findings) {
      show_finding_link(scene, numbered("check", index), index);
      ui.space(4);
    }
  }
  ui.space(12);
  const Fact& fact = scene.dossier.fact(static_cast<std::int32_t>(evidence.fact));
  const std::string words =
      evidence.guarded ? scene.words("evidence.noticed",
                                     {{"change", with_unit(value_words(evidence.noticed_from), fact.unit)}})
                       : std::string(scene.words("evidence.alone"));
  ui.text("noticed", words, ui.type.body, ui.colours.second);
}

void show_meaning(Scene& scene, const Fact& fact) {
  const GlossaryTerm* term = scene.words.explanation_of(fact.concept_id);
  if (term == nullptr) return;
  show_evidence_label(scene, "meaning-head", scene.words("evidence.meaning", {{"term", term->term}}));
  scene.ui.text("meaning", term->explanation, scene.ui.type.body, scene.ui.colours.second);
}

/// Where the same thing stands, and what a rule finds equal to it under another name.
std::vector<FactIndex> other_places(const Scene& scene, const Evidence& evidence) {
  std::vector<FactIndex> places = evidence.also_at;
  for (const FindingIndex index : evidence.findings) {
    const Finding& finding = scene.dossier.finding(index);
    const std::string& rule = scene.knowledge.rules.rules()[finding.rule].id;
    if (finding.status != Status::holds || rule.rfind("equal.", 0) != 0) continue;
    for (const FactIndex fact : finding.facts) {
      const bool known =
          fact == evidence.fact || std::find(places.begin(), places.end(), fact) != places.end();
      if (!known) places.push_back(fact);
    }
  }
  return places;
}

Sign worst_sign(const Scene& scene, const Evidence& evidence) {
  for (const FindingIndex index : evidence.findings) {
    const Finding& finding = scene.dossier.finding(index);
    if (finding.status == Status::fails) return sign_of(finding);
  }
  return Sign::holds;
}

bool same_on_both_sides(std::string_view formula) {
  const std::size_t sign = formula.find(" = ");
  return sign != std::string_view::npos && formula.substr(0, sign) == formula.substr(sign + 3);
}

}  // namespace

void show_evidence_label(Scene& scene, std::string_view key, std::string_view words) {
  scene.ui.space(18);
  scene.ui.text(key, words, scene.ui.type.body, scene.ui.colours.second, {.role = Role::heading, .level = 3});
  scene.ui.space(8);
}

void show_finding_link(Scene& scene, std::string_view key, FindingIndex index) {
  Ui& ui = scene.ui;
  const Finding& finding = scene.dossier.finding(index);
  const Sign sign = sign_of(finding);
  const float top = ui.y;
  // "76.54 = 76.54" does not say what is compared: the sentence does.
  const bool telling = has_formula(finding) && !same_on_both_sides(finding.formula);
  const std::string title =
      telling ? formula_words(finding.formula) : scene.dossier.sentence(index, scene.choices.language);
  sign_box(ui, ui.x, top + 1, small_box, sign, {});
  ui.inside(small_box + 10, 0,
            [&] { ui.unmirrored([&] { formula_text(ui, "formula", title, ui.type.body, sign); }); });
  ui.y = std::max(ui.y, top + ui.target() - 8);
  const Rect rect{ui.x, top - 2, ui.width, ui.y - top + 2};
  const std::string spoken = std::string(sign_name(scene.words, sign)) + " " + title;
  const Pressed pressed = ui.press(key, rect, spoken, {.type = ui.type.body});
  if (pressed.hovered)
    ui.outline({rect.x - 6, rect.y - 2, rect.width + 12, rect.height + 4}, ui.colours.line, 8);
  if (!pressed.activated) return;
  go_to_finding(scene, index);
  if (ui.narrow) scene.choices.figure = none;
}

void show_evidence(Scene& scene) {
  Ui& ui = scene.ui;
  const Evidence evidence =
      evidence_for(scene.dossier.analysis, static_cast<FactIndex>(scene.choices.figure));
  const Fact& fact = scene.dossier.fact(scene.choices.figure);
  show_value(scene, fact);
  show_place(scene, "own-place", fact, worst_sign(scene, evidence));
  const std::vector<FactIndex> also = other_places(scene, evidence);
  if (!also.empty()) {
    show_evidence_label(scene, "also-head", scene.words("evidence.also"));
    const std::size_t shown = std::min(also.size(), most_places);
    for (std::size_t i = 0; i < shown; ++i) {
      if (i > 0) ui.space(8);
      show_place(scene, numbered("also", i), scene.dossier.fact(static_cast<std::int32_t>(also[i])),
                 Sign::holds);
    }
    if (also.size() > shown) {
      ui.space(6);
      ui.text("more-places", scene.words("evidence.more_places", {{"n", count_words(also.size() - shown)}}),
              ui.type.caption, ui.colours.third);
    }
  }
  show_checks_of(scene, evidence);
  ui.space(16);
  Flow flow(ui, 8, 8);
  if (button(ui, flow, "to-source", scene.words("finding.to_source"), ButtonLook::outlined)) {
    go_to_source(scene, fact.source.span);
  }
  flow.end();
  show_trial(scene, fact);
  show_meaning(scene, fact);
}

void show_term(Scene& scene) {
  Ui& ui = scene.ui;
  const std::vector<GlossaryTerm>& terms = scene.words.glossary();
  const auto index = static_cast<std::size_t>(scene.choices.term);
  if (index >= terms.size()) return;
  const GlossaryTerm& term = terms[index];
  ui.text("term", term.term, ui.type.figure, ui.colours.ink, {.role = Role::heading, .level = 2});
  ui.space(8);
  ui.text("explanation", term.explanation, ui.type.body, ui.colours.second);
  for (const GlossaryEntry& entry : scene.dossier.disclosure().glossary) {
    const bool same = std::any_of(term.words.begin(), term.words.end(), [&](const std::string& word) {
      return folded(entry.term) == folded(word);
    });
    if (!same) continue;
    show_evidence_label(scene, "own-head", scene.words("words.own"));
    const Quote quote = scene.dossier.quote_around(entry.source, 200);
    if (quotation(ui, "own", quote, quote.place, Sign::holds)) go_to_source(scene, entry.source.span);
    break;
  }
  ui.space(16);
  Flow flow(ui, 8, 8);
  if (button(ui, flow, "all-words", scene.words("words.all"), ButtonLook::outlined))
    scene.choices.view = View::words;
  flow.end();
}

}  // namespace mingzhang
