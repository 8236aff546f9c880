// A finding, as a line of a list and as a card that opens: formula first, sentence second, the places side by
// side, actions last; the rule stands in the details.
#include "app/finding_view.h"

#include "app/finding_marks.h"
#include "app/scene.h"

#include <algorithm>
#include <set>

namespace mingzhang {
namespace {

constexpr float after_sign = 16;

/// "四": the number of the top section, for the way to the source.
std::string section_number(const Scene& scene, const Finding& finding) {
  if (finding.sources.empty()) return {};
  std::int32_t section = finding.sources.front().section;
  const Document& document = scene.dossier.document();
  if (section == none) return {};
  while (document.sections[static_cast<std::size_t>(section)].parent != none)
    section = document.sections[static_cast<std::size_t>(section)].parent;
  return document.sections[static_cast<std::size_t>(section)].number;
}

std::string source_words(const Scene& scene, const Finding& finding) {
  const std::string number = section_number(scene, finding);
  if (number.empty()) return std::string(scene.words("finding.source_link"));
  const bool table = finding.sources.front().table != none;
  return scene.words(table ? "finding.table_link" : "finding.section_link", {{"section", number}});
}

Span first_place(const Finding& finding) {
  return finding.sources.empty() ? Span{} : finding.sources.front().span;
}

void formula_and_sentence(Scene& scene, FindingIndex index, const Type& look) {
  Ui& ui = scene.ui;
  const Finding& finding = scene.dossier.finding(index);
  const Sign sign = stands_back(scene, index) ? Sign::holds : sign_of(finding);
  const std::string& sentence = scene.dossier.sentence(index, scene.choices.language);
  formula_text(ui, "formula", finding_title(scene, index), look, sign);
  const std::string judged = judgement_words(scene, index);
  if (!judged.empty()) ui.text("judged", judged, ui.type.caption_strong, ui.colours.third);
  if (!has_formula(finding)) return;
  ui.space(2);
  ui.text("sentence", sentence, ui.type.body, ui.colours.second);
}

/// Everything that another program would want, as text.
std::string copied_text(const Scene& scene, FindingIndex index) {
  const Finding& finding = scene.dossier.finding(index);
  std::string text = finding_title(scene, index);
  const std::string& sentence = scene.dossier.sentence(index, scene.choices.language);
  if (has_formula(finding)) text += "\n" + sentence;
  for (const Quote& quote : scene.dossier.quotes(index)) {
    text += "\n“" + quote.words + "”";
    if (!quote.place.empty()) text += "（" + quote.place + "）";
  }
  text += "\n" + scene.knowledge.rules.rules()[finding.rule].id + " · " + scene.dossier.document().name;
  return text;
}

void show_quotes(Scene& scene, FindingIndex index) {
  Ui& ui = scene.ui;
  const std::vector<Quote>& quotes = scene.dossier.quotes(index);
  if (quotes.empty()) return;
  ui.space(12);
  const std::size_t columns = ui.width >= 560 && quotes.size() > 1 ? 2 : 1;
  const Sign sign = sign_of(scene.dossier.finding(index));
  ui.grid(quotes.size(), columns, 16, [&](std::size_t i) {
    if (quotation(ui, numbered("quote", i), quotes[i], quotes[i].place, sign)) {
      go_to_source(scene, quotes[i].first_mark);
    }
  });
}

std::string repair_words(const Scene& scene, const Repair& repair) {
  const Fact& fact = scene.dossier.fact(static_cast<std::int32_t>(repair.fact));
  static constexpr std::string_view slips[] = {"",          "slip.unit", "slip.point", "slip.digit",
                                               "slip.swap", "slip.sign", "slip.copied"};
  const std::string_view slip = slips[static_cast<std::size_t>(repair.slip)];
  const std::string printed(scene.dossier.document().words(fact.source.span));
  std::string value = with_unit(value_words(repair.value), fact.unit);
  if (repair.slip == Slip::unit) {
    // The digits are right and the unit is not: 28.55 万元, not 285500 元.
    static constexpr Unit moneys[] = {Unit::yuan, Unit::thousand_yuan, Unit::ten_thousand_yuan,
                                      Unit::million_yuan, Unit::hundred_million_yuan};
    for (const Unit unit : moneys) {
      if (repair.value.shifted(power_of(fact.unit) - power_of(unit)) == fact.value) {
        value = with_unit(value_words(fact.value), unit);
      }
    }
  }
  return scene.words(repair.likely ? "finding.likely_repair" : "finding.possible_repair",
                     {{"printed", printed},
                      {"value", value},
                      {"slip", slip.empty() ? std::string_view() : scene.words(slip)}});
}

void show_details(Scene& scene, FindingIndex index) {
  Ui& ui = scene.ui;
  const Finding& finding = scene.dossier.finding(index);
  const Rule& rule = scene.knowledge.rules.rules()[finding.rule];
  const bool zh = scene.choices.language == Language::zh;
  ui.space(12);
  for (std::size_t i = 0; i < finding.repair.size(); ++i)
    ui.text(numbered("repair", i), repair_words(scene, finding.repair[i]), ui.type.body, ui.colours.ink);
  const bool other_unit = !finding.repair.empty() && finding.repair.front().slip == Slip::unit;
  if (!other_unit && !finding.stated.empty() && !finding.expected.empty() && !finding.difference.empty()) {
    ui.text("compared",
            scene.words("finding.compared", {{"stated", formula_words(finding.stated)},
                                             {"expected", formula_words(finding.expected)},
                                             {"difference", formula_words(" " + finding.difference)},
                                             {"unit", name_of(finding.unit)}}),
            ui.type.caption, ui.colours.second);
  }
  ui.text("rule",
          scene.words("finding.rule", {{"formula", zh ? rule.formula_zh : rule.formula_en},
                                       {"source", rule.source},
                                       {"id", rule.id}}),
          ui.type.caption, ui.colours.third);
}

/// The concepts that the finding is about, with what they mean; each once.
std::vector<const GlossaryTerm*> terms_of(const Scene& scene, FindingIndex index) {
  constexpr std::size_t most = 4;
  std::vector<const GlossaryTerm*> terms;
  for (const FactIndex fact : scene.dossier.finding(index).facts) {
    const GlossaryTerm* term =
        scene.words.explanation_of(scene.dossier.fact(static_cast<std::int32_t>(fact)).concept_id);
    const bool known = std::any_of(terms.begin(), terms.end(), [&](const GlossaryTerm* each) {
      return term != nullptr && each->term == term->term;
    });
    if (term != nullptr && !known && terms.size() < most) terms.push_back(term);
  }
  return terms;
}

void show_meaning(Scene& scene, FindingIndex index) {
  if (!scene.choices.explained_findings.contains(scene.dossier.key_of_finding(index))) return;
  Ui& ui = scene.ui;
  const std::vector<const GlossaryTerm*> terms = terms_of(scene, index);
  ui.space(12);
  ui.box(14, 12, ui.colours.tint, ui.colours.tint, [&] {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (i > 0) ui.space(8);
      ui.text(numbered("term", i), terms[i]->term, ui.type.body_strong, ui.colours.ink,
              {.ground = ui.colours.tint});
      ui.text(numbered("meaning", i), terms[i]->explanation, ui.type.body, ui.colours.second,
              {.ground = ui.colours.tint});
    }
  });
}

template <class Key>
void toggle(std::set<Key>& set, const Key& key) {
  if (set.erase(key) == 0) set.insert(key);
}

void show_actions(Scene& scene, FindingIndex index) {
  Ui& ui = scene.ui;
  const Finding& finding = scene.dossier.finding(index);
  const FindingKey key = scene.dossier.key_of_finding(index);
  ui.space(12);
  Flow flow(ui, 8, 8);
  if (!finding.sources.empty() &&
      button(ui, flow, "to-source", scene.words("finding.to_source"), ButtonLook::outlined)) {
    go_to_source(scene, first_place(finding));
  }
  if (button(ui, flow, "copy", scene.words("finding.copy"), ButtonLook::outlined)) {
    copy_to_clipboard(copied_text(scene, index));
    ui.mirror.announce(scene.words("finding.copied"));
  }
  if (button(ui, flow, "copy-link", scene.words("finding.copy_link"), ButtonLook::outlined)) {
    scene.wishes.link = ref_of(finding, scene.knowledge.rules);
    ui.mirror.announce(scene.words("finding.copied"));
  }
  if (!terms_of(scene, index).empty()) {
    const bool shown = scene.choices.explained_findings.contains(key);
    if (button(ui, flow, "meaning", scene.words("finding.meaning"), ButtonLook::outlined,
               {.expanded = shown}))
      toggle(scene.choices.explained_findings, key);
  }
  if (finding.status == Status::fails) show_judgements(scene, flow, index);
  flow.end();
  show_meaning(scene, index);
  show_note(scene, index);
}

}  // namespace

void show_finding_line(Scene& scene, FindingIndex index) {
  Ui& ui = scene.ui;
  const Finding& finding = scene.dossier.finding(index);
  const Sign sign = sign_of(finding);
  sign_box(ui, ui.x, ui.y, sign_box_size, sign, sign_name(scene.words, sign));
  const std::string link = source_words(scene, finding);
  const Type& small = ui.type.caption;
  const float link_width = ui.width_of(link, small) + 4;
  const bool beside = ui.width >= 560;
  const float top = ui.y;
  ui.inside(sign_box_size + after_sign, beside ? link_width + 24 : 0, [&] {
    formula_and_sentence(scene, index, ui.type.formula);
    if (!beside) ui.space(2);
  });
  const float high = std::max(ui.target(), 28.0F);
  const Rect rect = beside ? Rect{ui.x + ui.width - link_width, top - 4, link_width, high}
                           : Rect{ui.x + sign_box_size + after_sign, ui.y, link_width, high};
  const Pressed pressed = ui.press("to-source", rect, link, {.type = small, .colour = ui.colours.accent});
  ui.label(rect.x, rect.y + (high - small.line) / 2, link, small, ui.colours.accent);
  if (pressed.hovered)
    ui.fill({rect.x, rect.y + (high + small.line) / 2 - 2, link_width, 1}, ui.colours.accent);
  if (pressed.activated) go_to_source(scene, first_place(finding));
  if (!beside) ui.space(high - 8);
  ui.y = std::max(ui.y, top + sign_box_size);
}

void show_finding_card(Scene& scene, FindingIndex index) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  const Sign sign = sign_of(scene.dossier.finding(index));
  const FindingKey key = scene.dossier.key_of_finding(index);
  const bool open = choices.open_findings.count(key) != 0;
  const std::string_view link = scene.words(open ? "finding.close" : "finding.open");
  const Type& small = ui.type.caption;
  constexpr float arrow = 16;
  const float link_width = ui.width_of(link, small) + arrow + 6;
  const bool beside = ui.width >= 560;
  const float top = ui.y;
  sign_box(ui, ui.x, ui.y, sign_box_size, sign, sign_name(scene.words, sign));
  const float high = std::max(ui.target(), 28.0F);
  const auto show_toggle = [&](float left, float at) {
    const Rect rect{left, at, link_width, high};
    const Pressed pressed = ui.press(
        "toggle", rect, link, {.state = {.expanded = open}, .type = small, .colour = ui.colours.accent});
    ui.label(rect.x, rect.y + (high - small.line) / 2, link, small, ui.colours.accent);
    const float tip_x = rect.x + link_width - arrow / 2 + 2,
                tip_y = rect.y + high / 2 + (open ? -2.0F : 2.0F);
    const float back = open ? 4.0F : -4.0F;
    ui.line({tip_x - 4, tip_y + back}, {tip_x, tip_y}, ui.colours.accent, 1.5F);
    ui.line({tip_x, tip_y}, {tip_x + 4, tip_y + back}, ui.colours.accent, 1.5F);
    if (pressed.activated) toggle(choices.open_findings, key);
    // Whoever was led here by the keyboard goes on from here.
    if (choices.finding_waits == key && !ui.measuring()) ui.mirror.focus(pressed.id);
  };
  const float left = sign_box_size + (ui.narrow ? 12 : after_sign);
  ui.inside(left, beside ? link_width + 24 : 0, [&] {
    formula_and_sentence(scene, index, open && !ui.narrow ? ui.type.figure : ui.type.formula);
  });
  if (beside) show_toggle(ui.x + ui.width - link_width, top - 2);
  // On a phone the places use the card's whole width.
  if (open) {
    ui.inside(ui.narrow ? 0 : left, 0, [&] {
      show_quotes(scene, index);
      show_details(scene, index);
      show_actions(scene, index);
    });
  }
  if (!beside) {
    show_toggle(ui.x + (open && ui.narrow ? 0 : left), ui.y);
    ui.space(high - 6);
  }
  ui.y = std::max(ui.y, top + sign_box_size);
}

}  // namespace mingzhang
