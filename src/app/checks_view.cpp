// The checks: filters, then failures first, each written as arithmetic, those of one cause together; what
// holds and what cannot be checked stands behind them, never mixed with failures.
#include "app/finding_marks.h"
#include "app/finding_view.h"
#include "app/scene.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>

namespace mingzhang {
namespace {

struct Kind {
  Filter filter;
  Sign sign;
  std::string_view key;
  const std::vector<FindingIndex>* findings;
};

std::vector<Kind> kinds_of(const Verdict& verdict) {
  return {{Filter::contradictions, Sign::contradiction, "verdict.contradictions", &verdict.contradictions},
          {Filter::to_explain, Sign::to_explain, "verdict.to_explain", &verdict.to_explain},
          {Filter::remarks, Sign::remark, "verdict.remarks", &verdict.remarks},
          {Filter::holding, Sign::holds, "verdict.holding", &verdict.holding},
          {Filter::not_checkable, Sign::unknown, "verdict.not_checkable", &verdict.not_checkable}};
}

// What is shown
// ------------------------------------------------------------------------------------------------------------

bool says(std::string_view words, const std::string& query) {
  return folded(words).find(query) != std::string::npos;
}

/// The query stands in its formula, its sentence, its rule, or the words that it rests on.
bool matches(const Scene& scene, FindingIndex index, const std::string& query) {
  if (query.empty()) return true;
  const Finding& finding = scene.dossier.finding(index);
  const Rule& rule = scene.knowledge.rules.rules()[finding.rule];
  if (says(finding.formula, query) || says(scene.dossier.sentence(index, scene.choices.language), query) ||
      says(rule.id, query) || says(rule.formula_zh, query) || says(rule.formula_en, query))
    return true;
  return std::any_of(finding.sources.begin(), finding.sources.end(), [&](const Source& source) {
    return says(scene.dossier.section_name(source.section), query) ||
           says(scene.dossier.document().words(source.span), query);
  });
}

bool is_judged_so(const Scene& scene, FindingIndex index) {
  if (!scene.choices.judged) return true;
  const ReaderMark* mark = scene.reading.marks.find(scene.dossier.key_of_finding(index));
  return (mark == nullptr ? Judgement::none : mark->judgement) == *scene.choices.judged;
}

std::vector<FindingIndex> shown_of(const Scene& scene, const std::vector<FindingIndex>& findings) {
  const std::string query = folded(scene.choices.query);
  std::vector<FindingIndex> shown;
  for (const FindingIndex index : findings) {
    if (is_judged_so(scene, index) && matches(scene, index, query)) shown.push_back(index);
  }
  return shown;
}

// Toolbar
// ------------------------------------------------------------------------------------------------------------

void show_filters(Scene& scene, const std::vector<Kind>& kinds) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  ui.group(Role::group, "filters", {.name = scene.words("checks.filters")}, [&] {
    Flow flow(ui, 8, 8);
    if (chip(ui, flow, "all", scene.words("checks.all"), choices.filter == Filter::all)) {
      choices.filter = Filter::all;
    }
    for (const Kind& kind : kinds) {
      const std::string words = std::string(sign_words(kind.sign)) + " " +
                                std::string(scene.words(kind.key)) + " " + count_words(kind.findings->size());
      const bool chosen = choices.filter == kind.filter;
      if (chip(ui, flow, kind.key, words, chosen)) choices.filter = chosen ? Filter::all : kind.filter;
    }
    flow.end();
  });
}

void show_judged(Scene& scene, const Rect& rect) {
  static constexpr std::optional<Judgement> all[] = {std::nullopt, Judgement::none, Judgement::seen,
                                                     Judgement::set_aside, Judgement::misread};
  static constexpr std::string_view keys[] = {"checks.judged_any", "checks.judged_none", "judgement.seen",
                                              "judgement.set_aside", "judgement.misread"};
  std::vector<std::string> words;
  std::size_t now = 0;
  for (std::size_t i = 0; i < std::size(all); ++i) {
    words.emplace_back(scene.words(keys[i]));
    if (scene.choices.judged == all[i]) now = i;
  }
  scene.choices.judged = all[select_at(scene.ui, "judged", rect, words, now, scene.words("checks.judged"))];
}

void show_tools(Scene& scene) {
  Ui& ui = scene.ui;
  Choices& choices = scene.choices;
  const float high = ui.target();
  const std::vector<SwitchItem> orders = {{"by-gravity", scene.words("checks.by_gravity")},
                                          {"by-section", scene.words("checks.by_section")}};
  Flow flow(ui, 8, 8);
  const float search = ui.narrow ? ui.width : 240.0F;
  if (auto typed = field_at(ui, "query", flow.place(search, high), scene.words("checks.search"),
                            scene.words("checks.search"), choices.query))
    choices.query = std::move(*typed);
  const float wide = segmented_width(ui, orders);
  const std::size_t next =
      segmented(ui, flow.place(wide, high), orders, choices.by_section ? 1 : 0, scene.words("checks.order"));
  choices.by_section = next == 1;
  show_judged(scene, flow.place(140, high));
  flow.end();
}

// Lists
// ------------------------------------------------------------------------------------------------------------

/// Everything that the finding's card shows and that is chosen, not computed.
std::uint64_t version_of(const Scene& scene, FindingIndex index) {
  const FindingKey key = scene.dossier.key_of_finding(index);
  const std::uint64_t open = scene.choices.open_findings.contains(key) ? 1 : 0;
  const std::uint64_t explained = scene.choices.explained_findings.contains(key) ? 2 : 0;
  return (mark_version(scene, index) << 8 | open | explained) * 0x9E3779B97F4A7C15ULL ^
         static_cast<std::uint64_t>(key);
}

void show_item(Scene& scene, FindingIndex index) {
  Ui& ui = scene.ui;
  const float top = ui.y;
  ui.group(Role::list_item, numbered("finding", index), {}, [&] { show_finding_card(scene, index); });
  const FindingKey key = scene.dossier.key_of_finding(index);
  if (scene.choices.finding_waits != key || ui.measuring()) return;
  scene.choices.finding_waits.reset();
  ui.mirror.scroll_to(ui.region_id(), {ui.x, top, ui.width, ui.y - top});
}

/// How many from `first` on are of one cause.
std::size_t same_cause(const Scene& scene, const std::vector<FindingIndex>& findings, std::size_t first) {
  const std::int32_t group = scene.dossier.finding(findings[first]).group;
  std::size_t end = first + 1;
  while (group != none && end < findings.size() && scene.dossier.finding(findings[end]).group == group)
    ++end;
  return end - first;
}

/// A card with one finding, or with those of one cause under a line that says so.
void show_cause(Scene& scene, const std::vector<FindingIndex>& findings, std::size_t first,
                std::size_t count) {
  Ui& ui = scene.ui;
  const float padding = ui.narrow ? 16 : 20;
  std::uint64_t version = count;
  for (std::size_t i = first; i < first + count; ++i)
    version = version * 31 + version_of(scene, findings[i]);
  // A jump looks for its finding in every card until it is found.
  if (scene.choices.finding_waits) version ^= static_cast<std::uint64_t>(*scene.choices.finding_waits);
  ui.part(numbered("cause", findings[first]), version, [&] {
    ui.card(0, [&] {
      if (count > 1) {
        ui.space(12);
        ui.inside(padding, padding, [&] {
          ui.text("cause", scene.words("checks.one_cause", {{"n", count_words(count)}}),
                  ui.type.caption_strong, ui.colours.second);
        });
        ui.space(10);
        ui.rule(ui.x, ui.y, ui.width);
      }
      for (std::size_t i = first; i < first + count; ++i) {
        ui.space(padding - 4);
        ui.inside(padding, padding, [&] { show_item(scene, findings[i]); });
        ui.space(padding - 4);
        if (i + 1 < first + count) ui.rule(ui.x, ui.y - 1, ui.width);
      }
    });
  });
}

/// What needs attention has a card each; the rest stands in one list with hairlines between.
void show_findings(Scene& scene, std::string_view key, std::string_view name,
                   const std::vector<FindingIndex>& findings, bool cards) {
  Ui& ui = scene.ui;
  const float padding = ui.narrow ? 16 : 20;
  ui.group(Role::list, key, {.name = name}, [&] {
    if (cards) {
      for (std::size_t first = 0; first < findings.size();) {
        const std::size_t count = same_cause(scene, findings, first);
        if (first > 0) ui.space(16);
        show_cause(scene, findings, first, count);
        first += count;
      }
      return;
    }
    ui.card(0, [&] {
      for (std::size_t i = 0; i < findings.size(); ++i) {
        std::uint64_t version = version_of(scene, findings[i]);
        if (scene.choices.finding_waits) version ^= static_cast<std::uint64_t>(*scene.choices.finding_waits);
        ui.part(numbered("line", findings[i]), version, [&] {
          ui.space(padding - 4);
          ui.inside(padding, padding, [&] { show_item(scene, findings[i]); });
          ui.space(padding - 4);
          if (i + 1 < findings.size()) ui.rule(ui.x, ui.y - 1, ui.width);
        });
      }
    });
  });
}

void show_head(Scene& scene, std::string_view key, std::string_view words, std::size_t count, bool first) {
  Ui& ui = scene.ui;
  ui.space(first ? 8.0F : 32.0F);
  ui.heading(std::string(key) + "-head", std::string(words) + " " + count_words(count), 2);
  ui.space(12);
}

bool show_by_gravity(Scene& scene, const std::vector<Kind>& kinds) {
  bool first = true;
  for (const Kind& kind : kinds) {
    const bool alone = scene.choices.filter == kind.filter;
    if (scene.choices.filter != Filter::all && !alone) continue;
    const std::vector<FindingIndex> shown = shown_of(scene, *kind.findings);
    if (shown.empty()) {
      if (alone && kind.findings->empty()) {
        empty_note(scene.ui, "none", scene.words(std::string(kind.key) + "_none"));
        return true;
      }
      continue;
    }
    show_head(scene, kind.key, scene.words(kind.key), shown.size(), first);
    first = false;
    const bool cards = kind.sign == Sign::contradiction || kind.sign == Sign::to_explain;
    show_findings(scene, kind.key, scene.words(kind.key), shown, cards);
  }
  return !first;
}

/// In the document's order of sections; failures first in each.
bool show_by_section(Scene& scene, const std::vector<Kind>& kinds) {
  std::map<std::int32_t, std::vector<FindingIndex>> sections;
  for (const Kind& kind : kinds) {
    if (scene.choices.filter != Filter::all && scene.choices.filter != kind.filter) continue;
    for (const FindingIndex index : shown_of(scene, *kind.findings)) {
      const Finding& finding = scene.dossier.finding(index);
      std::int32_t section = finding.sources.empty() ? none : finding.sources.front().section;
      const auto& all = scene.dossier.document().sections;
      while (section != none && all[static_cast<std::size_t>(section)].parent != none)
        section = all[static_cast<std::size_t>(section)].parent;
      sections[section].push_back(index);
    }
  }
  bool first = true;
  for (const auto& [section, findings] : sections) {
    std::string name = scene.dossier.section_name(section);
    if (name.empty()) name = scene.words("checks.no_section");
    const std::string key = numbered("section", static_cast<std::size_t>(section + 1));
    show_head(scene, key, name, findings.size(), first);
    first = false;
    show_findings(scene, key, name, findings, false);
  }
  return !first;
}

}  // namespace

void show_checks(Scene& scene) {
  Ui& ui = scene.ui;
  show_title(scene, scene.words("checks.title"), scene.words("checks.lead"));
  const std::vector<Kind> kinds = kinds_of(scene.dossier.verdict);
  show_filters(scene, kinds);
  ui.space(12);
  show_tools(scene);
  ui.space(16);
  const bool any = scene.choices.by_section ? show_by_section(scene, kinds) : show_by_gravity(scene, kinds);
  if (any) return;
  const bool nothing = scene.dossier.analysis.findings.all.empty();
  empty_note(ui, "none", scene.words(nothing ? "checks.none" : "checks.none_shown"));
}

}  // namespace mingzhang
