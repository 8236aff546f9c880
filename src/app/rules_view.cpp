// The rule book: every rule with what it asks, where that is laid down, and how it came out in this document.
#include "app/scene.h"
#include "text/utf8.h"
#include "views/protection_view.h"

#include <string_view>

namespace mingzhang {
namespace {

std::string_view family_of(std::string_view id) {
  return id.substr(0, id.find('.'));
}

/// How it came out here; what it would be called where it fails stands in words.
Sign sign_of(const Rule& rule, const RuleResult& result) {
  if (result.fails > 0) {
    return rule.severity == Severity::error     ? Sign::contradiction
           : rule.severity == Severity::warning ? Sign::to_explain
                                                : Sign::remark;
  }
  return result.holds > 0 ? Sign::holds : Sign::unknown;
}

std::string_view severity_words(const Phrases& words, Severity severity) {
  return words(severity == Severity::error     ? "rules.is_error"
               : severity == Severity::warning ? "rules.is_warning"
                                               : "rules.is_notice");
}

bool matches(const Rule& rule, const std::string& query) {
  if (query.empty()) return true;
  for (const std::string_view words : {std::string_view(rule.id), std::string_view(rule.formula_zh),
                                       std::string_view(rule.formula_en), std::string_view(rule.source)}) {
    if (folded(words).find(query) != std::string::npos) return true;
  }
  return false;
}

std::string result_words(const RuleResult& result) {
  std::string words;
  const auto add = [&](std::string_view sign, std::uint32_t count) {
    if (count == 0) return;
    if (!words.empty()) words += "  ";
    words.append(sign).append(" ").append(count_words(count));
  };
  add("≠", result.fails);
  add("=", result.holds);
  add("…", result.unknown);
  return words;
}

std::string source_words(const Scene& scene, const Rule& rule) {
  return rule.source == "good practice" ? std::string(scene.words("rules.good_practice")) : rule.source;
}

void show_rule(Scene& scene, const Rule& rule, const RuleResult& result) {
  Ui& ui = scene.ui;
  const bool zh = scene.choices.language == Language::zh;
  const float padding = ui.narrow ? 16 : 20, top = ui.y;
  const std::string results = result_words(result);
  const std::string shown = results.empty() ? std::string(scene.words("rules.not_met")) : results;
  const Type& small = ui.type.caption;
  const float wide = ui.width_of(shown, small);
  ui.space(14);
  ui.inside(padding, padding, [&] {
    const float first = ui.y;
    sign_box(ui, ui.x, ui.y, sign_box_size, sign_of(rule, result), {});
    const bool beside = ui.width >= 560;
    ui.inside(sign_box_size + 16, beside ? wide + 24 : 0, [&] {
      ui.text("formula", zh ? rule.formula_zh : rule.formula_en, ui.type.body_strong, ui.colours.ink,
              {.role = Role::heading, .level = 3});
      ui.text("source",
              std::string(severity_words(scene.words, rule.severity)) + " · " + source_words(scene, rule) +
                  " · " + rule.id,
              small, ui.colours.third);
    });
    const Colour ink = result.fails > 0 ? ui.colours.ink : ui.colours.third;
    if (beside) {
      ui.label(ui.x + ui.width, first + 2, shown, small, ink, Align::right);
      ui.say(Role::paragraph, "result", {ui.x + ui.width - wide, first + 2, wide, small.line}, shown, small,
             ink);
    } else {
      ui.inside(sign_box_size + 16, 0, [&] { ui.text("result", shown, small, ink); });
    }
    ui.y = std::max(ui.y, first + sign_box_size);
    if (!results.empty()) {
      const std::string_view link = scene.words("rules.to_checks");
      const Rect rect{ui.x + sign_box_size + 16, ui.y, ui.width_of(link, small) + 4,
                      std::max(28.0F, ui.target())};
      const Pressed pressed = ui.press("to-checks", rect, link, {.type = small, .colour = ui.colours.accent});
      ui.label(rect.x, rect.y + (rect.height - small.line) / 2, link, small, ui.colours.accent);
      if (pressed.activated) {
        go_to_checks(scene, Filter::all);
        scene.choices.query = rule.id;
      }
      ui.space(rect.height);
    }
  });
  ui.y = std::max(ui.y, top) + 10;
}

}  // namespace

void show_rules(Scene& scene) {
  Ui& ui = scene.ui;
  const std::vector<Rule>& rules = scene.knowledge.rules.rules();
  show_title(
      scene, scene.words("rules.title"),
      scene.words("rules.lead", {{"n", count_words(rules.size())}, {"date", scene.knowledge.rules.date()}}));
  if (auto typed = field_at(ui, "query", {ui.x, ui.y, std::min(ui.width, 280.0F), ui.target()},
                            scene.words("rules.search"), scene.words("rules.search"), scene.choices.query))
    scene.choices.query = std::move(*typed);
  ui.space(ui.target());
  const std::string query = folded(scene.choices.query);
  const std::vector<RuleResult> results = rule_results(scene.dossier.analysis, rules.size());
  bool any = false;
  for (std::size_t i = 0; i < rules.size();) {
    const std::string_view family = family_of(rules[i].id);
    std::vector<std::size_t> shown;
    for (; i < rules.size() && family_of(rules[i].id) == family; ++i) {
      if (matches(rules[i], query)) shown.push_back(i);
    }
    if (shown.empty()) continue;
    any = true;
    show_heading(scene, family, scene.words("family." + std::string(family)));
    ui.card(0, [&] {
      ui.group(Role::list, std::string(family) + "-list",
               {.name = scene.words("family." + std::string(family))}, [&] {
                 for (const std::size_t index : shown) {
                   ui.part(rules[index].id, index + 1, [&] {
                     ui.group(Role::list_item, "rule", {},
                              [&] { show_rule(scene, rules[index], results[index]); });
                     if (index != shown.back()) ui.rule(ui.x, ui.y - 1, ui.width);
                   });
                 }
               });
    });
  }
  if (!any) {
    ui.space(16);
    empty_note(ui, "none", scene.words("rules.none"));
  }
}

}  // namespace mingzhang
