// See trial_view.h.
#include "app/trial_view.h"

#include "views/what_if.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::size_t most_outcomes = 8, most_ways_out = 4;
constexpr float field_width = 168;

std::string value_of(const Decimal& value, Unit unit) {
  return with_unit(value_words(value), unit);
}

/// The field's text: what is being typed, else the changed value, else nothing.
std::string field_text(const Scene& scene, const Edit* edit) {
  if (!scene.choices.trial.empty() || edit == nullptr) return scene.choices.trial;
  return edit->value.to_string();
}

void take_typed(Scene& scene, const Fact& fact, std::string typed) {
  const bool goes_on = !scene.choices.trial.empty();
  scene.choices.trial = std::move(typed);
  const Edit::Kind kind = scene.choices.correcting ? Edit::Kind::correction : Edit::Kind::trial;
  const auto edit = edit_from(scene.choices.trial, fact, kind);
  if (!edit) {
    if (scene.choices.trial.empty()) scene.reading.edits.remove(fact.source.span);
    return;
  }
  const Revision::Printed* printed = scene.dossier.printed(scene.choices.figure);
  const Decimal& was = printed != nullptr ? printed->value : fact.value;
  const Unit unit = printed != nullptr ? printed->unit : fact.unit;
  if (edit->value == was && edit->unit == unit) {
    scene.reading.edits.remove(fact.source.span);
  } else {
    scene.reading.edits.put(*edit, goes_on);
  }
}

void show_kinds(Scene& scene, const Edit* edit) {
  Ui& ui = scene.ui;
  const std::vector<SwitchItem> kinds = {{"trial", scene.words("trial.try")},
                                         {"correction", scene.words("trial.correct")}};
  const bool was = edit != nullptr ? edit->kind == Edit::Kind::correction : scene.choices.correcting;
  const float wide = std::min(ui.width, segmented_width(ui, kinds));
  const std::size_t next =
      segmented(ui, {ui.x, ui.y, wide, ui.target()}, kinds, was ? 1 : 0, scene.words("trial.kind"));
  ui.space(ui.target() + 6);
  const bool correcting = next == 1;
  ui.text("kind-lead", scene.words(correcting ? "trial.correct_lead" : "trial.try_lead"), ui.type.caption,
          ui.colours.third);
  ui.space(8);
  scene.choices.correcting = correcting;
  if (correcting == was || edit == nullptr) return;
  Edit other = *edit;
  other.kind = correcting ? Edit::Kind::correction : Edit::Kind::trial;
  scene.reading.edits.put(other);
}

void show_field(Scene& scene, const Fact& fact, const Edit* edit) {
  Ui& ui = scene.ui;
  const float high = std::max(40.0F, ui.target());
  const Type& look = ui.type.body;
  const Revision::Printed* printed = scene.dossier.printed(scene.choices.figure);
  if (!ui.measuring()) {
    const std::string value = field_text(scene, edit);
    const std::string name = std::string(scene.words("evidence.trial")) + " " + fact_name(fact, scene.words);
    const NodeId field =
        ui.mirror.leaf(Role::text_field, "trial", {ui.x, ui.y, field_width, high}, {},
                       {.size = look.size, .line_height = look.line, .colour = ui.colours.ink},
                       {.name = name,
                        .placeholder = (printed != nullptr ? printed->value : fact.value).to_string(),
                        .value = value});
    if (auto typed = ui.mirror.edited(field)) take_typed(scene, fact, std::move(*typed));
  }
  ui.label(ui.x + field_width + 12, ui.y + (high - look.line) / 2, name_of(fact.unit), look,
           ui.colours.second);
  ui.space(high + 8);
}

void show_printed(Scene& scene, const Fact& fact) {
  const Revision::Printed* printed = scene.dossier.printed(scene.choices.figure);
  if (printed == nullptr) return;
  Ui& ui = scene.ui;
  const std::string words =
      scene.words("trial.printed", {{"value", value_of(printed->value, printed->unit)}});
  Flow flow(ui, 12, 4);
  const Rect rect = flow.place(ui.width_of(words, ui.type.body), ui.target());
  const float top = rect.y + (rect.height - ui.type.body.line) / 2;
  ui.label(rect.x, top, words, ui.type.body, ui.colours.second);
  ui.say(Role::paragraph, "printed", {rect.x, top, rect.width, ui.type.body.line}, words, ui.type.body,
         ui.colours.second);
  if (button(ui, flow, "restore", scene.words("trial.restore"), ButtonLook::outlined)) {
    scene.choices.trial.clear();
    scene.reading.edits.remove(fact.source.span);
  }
  flow.end();
  ui.space(8);
}

void show_carry(Scene& scene) {
  Ui& ui = scene.ui;
  Flow flow(ui, 8, 8);
  if (chip(ui, flow, "carry", scene.words("trial.carry"), scene.choices.carry)) {
    scene.choices.carry = !scene.choices.carry;
    if (!scene.choices.carry) scene.reading.edits.carry({});
    scene.reading.edits.touch();
  }
  flow.end();
  ui.space(12);
}

void show_outcomes(Scene& scene) {
  Ui& ui = scene.ui;
  const std::vector<Outcome> outcomes =
      outcomes_of(scene.dossier.printed_findings(), scene.dossier.analysis.findings);
  ui.text("outcomes",
          outcomes.empty() ? std::string(scene.words("evidence.trial_unnoticed"))
                           : scene.words("evidence.trial_noticed", {{"n", count_words(outcomes.size())}}),
          ui.type.body, ui.colours.second, {.role = Role::status});
  ui.space(6);
  for (std::size_t i = 0; i < outcomes.size() && i < most_outcomes; ++i) {
    show_finding_link(scene, numbered("outcome", i), outcomes[i].finding);
    ui.space(4);
  }
  if (outcomes.size() > most_outcomes) {
    ui.text("more-outcomes",
            scene.words("evidence.more_places", {{"n", count_words(outcomes.size() - most_outcomes)}}),
            ui.type.caption, ui.colours.third);
  }
}

/// A value that somebody could give a figure, and what it would do.
struct WayOut {
  std::int32_t fact = none;
  Decimal value;
  std::string says;
};

/// What this figure would have to be, then what another figure of a failing relation would have to be.
std::vector<WayOut> ways_out(const Scene& scene) {
  const Dossier& dossier = scene.dossier;
  std::vector<WayOut> ways;
  const auto known = [&](std::int32_t fact) {
    return std::any_of(ways.begin(), ways.end(), [&](const WayOut& way) { return way.fact == fact; });
  };
  const Frame& frame = scene.ui.frame;
  const std::vector<Remedy>* const remedies =
      dossier.remedies(scene.choices.figure, frame.surroundings.seconds);
  if (remedies == nullptr) {
    frame.another = true;
    return ways;
  }
  for (const Remedy& remedy : *remedies) {
    const std::string n = count_words(remedy.mended.size());
    std::string says = scene.words("trial.mends", {{"n", n}});
    if (remedy.broken > 0) says += scene.words("trial.breaks", {{"n", count_words(remedy.broken)}});
    ways.push_back({scene.choices.figure, remedy.value, std::move(says)});
  }
  for (const FindingIndex index :
       evidence_for(dossier.analysis, static_cast<FactIndex>(scene.choices.figure)).findings) {
    const Finding& finding = dossier.finding(index);
    if (finding.status != Status::fails) break;  // failures come first
    for (const Repair& repair : finding.repair) {
      const auto fact = static_cast<std::int32_t>(repair.fact);
      if (known(fact)) continue;
      ways.push_back({fact, repair.value, fact_name(dossier.fact(fact), scene.words)});
    }
  }
  if (ways.size() > most_ways_out) ways.resize(most_ways_out);
  return ways;
}

void show_ways_out(Scene& scene) {
  const std::vector<WayOut> ways = ways_out(scene);
  if (ways.empty()) return;
  Ui& ui = scene.ui;
  ui.space(12);
  ui.text("ways", scene.words("trial.ways"), ui.type.body, ui.colours.second,
          {.role = Role::heading, .level = 3});
  ui.space(6);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const WayOut& way = ways[i];
    const Fact& fact = scene.dossier.fact(way.fact);
    const float high = std::max(40.0F, ui.target());
    const Rect rect{ui.x, ui.y, ui.width, high};
    const std::string value = value_of(way.value, fact.unit);
    const Pressed pressed = ui.press(numbered("way", i), rect, value + " " + way.says,
                                     {.type = ui.type.body, .ground = ui.colours.card, .radius = 8});
    ui.frame_box(rect, pressed.hovered ? ui.colours.tint : ui.colours.card,
                 pressed.hovered ? ui.colours.accent : ui.colours.line, 8);
    const float top = rect.y + (high - ui.type.body_strong.line) / 2;
    const float wide = ui.label(rect.x + 12, top, value, ui.type.body_strong, ui.colours.ink);
    ui.at(rect.x + 12 + wide + 12, rect.y + (high - ui.type.caption.line) / 2, rect.width - wide - 36, [&] {
      ui.text("says", way.says, ui.type.caption, ui.colours.second, {.mirrored = false, .most_lines = 1});
    });
    if (pressed.activated) {
      scene.choices.trial.clear();
      const Edit::Kind kind = scene.choices.correcting ? Edit::Kind::correction : Edit::Kind::trial;
      scene.reading.edits.put(
          {.kind = kind, .place = fact.source.span, .value = way.value, .unit = fact.unit});
    }
    ui.space(high + 6);
  }
}

}  // namespace

void show_trial(Scene& scene, const Fact& fact) {
  Ui& ui = scene.ui;
  show_evidence_label(scene, "trial-head", scene.words("evidence.trial"));
  const Edit* edit = scene.reading.edits.at(fact.source.span);
  show_kinds(scene, edit);
  show_field(scene, fact, edit);
  const bool no_number =
      !scene.choices.trial.empty() && !edit_from(scene.choices.trial, fact, Edit::Kind::trial);
  if (no_number) {
    ui.text("trial-note", scene.words("evidence.trial_no_number"), ui.type.body, ui.colours.to_explain.ink,
            {.role = Role::status});
    return;
  }
  show_printed(scene, fact);
  if (scene.dossier.printed(scene.choices.figure) != nullptr) {
    if (!scene.choices.correcting) show_carry(scene);
    show_outcomes(scene);
  }
  show_ways_out(scene);
}

// The bar
// -------------------------------------------------------------------------------------------------------

namespace {

std::string changes_in_words(const Scene& scene) {
  std::size_t trials = 0, corrections = 0;
  for (const Edit& edit : scene.reading.edits.all())
    ++(edit.kind == Edit::Kind::trial ? trials : corrections);
  std::string words;
  if (trials > 0) words = scene.words("changes.trials", {{"n", count_words(trials)}});
  if (corrections == 0) return words;
  if (!words.empty()) words += scene.words("changes.between");
  return words + scene.words("changes.corrections", {{"n", count_words(corrections)}});
}

void show_change_row(Scene& scene, std::size_t index, const Edit& edit) {
  Ui& ui = scene.ui;
  const std::vector<Fact>& facts = scene.dossier.disclosure().facts;
  const auto at = std::find_if(facts.begin(), facts.end(),
                               [&](const Fact& fact) { return fact.source.span == edit.place; });
  if (at == facts.end()) return;
  const auto fact = static_cast<std::int32_t>(at - facts.begin());
  const Revision::Printed* printed = scene.dossier.printed(fact);
  if (printed == nullptr) return;
  const float high = ui.target();
  const std::string_view restore = scene.words("trial.restore");
  const float wide = ui.width_of(restore, ui.type.body);
  std::string words = fact_name(*at, scene.words) + "  " + value_of(printed->value, printed->unit) + " → " +
                      value_of(at->value, at->unit);
  if (edit.kind == Edit::Kind::correction) words += scene.words("changes.is_correction");
  if (edit.carried) words += scene.words("changes.is_carried");
  ui.group(Role::list_item, numbered("change", index), {}, [&] {
    const float room = ui.width - wide - 24;
    const auto lines = static_cast<float>(ui.lines_of(words, ui.type.body, room));
    const float row = std::max(high, lines * ui.type.body.line + 8);
    const Rect rect{ui.x, ui.y, room, row};
    const Pressed pressed = ui.press("show", rect, words, {.type = ui.type.body});
    ui.at(ui.x, ui.y + (row - lines * ui.type.body.line) / 2, room, [&] {
      ui.text("words", words, ui.type.body, pressed.hovered ? ui.colours.accent : ui.colours.ink,
              {.mirrored = false});
    });
    if (pressed.activated) open_figure(scene, fact);
    if (button_at(ui, "restore", {ui.x + ui.width - wide, ui.y + (row - high) / 2, wide, high}, restore,
                  ButtonLook::plain)) {
      scene.choices.trial.clear();
      scene.reading.edits.remove(edit.place);
    }
    ui.space(row);
  });
}

}  // namespace

void show_changes_bar(Scene& scene) {
  Ui& ui = scene.ui;
  Edits& edits = scene.reading.edits;
  Choices& choices = scene.choices;
  ui.box(10, 12, ui.colours.tint, ui.colours.accent, [&] {
    ui.inside(6, 2, [&] {
      Flow flow(ui, 16, 2);
      const float high = ui.target();
      const std::string words =
          edits.empty() ? std::string(scene.words("changes.none")) : changes_in_words(scene);
      const Rect rect = flow.place(std::min(ui.width, ui.width_of(words, ui.type.body_strong)), high);
      const float top = rect.y + (high - ui.type.body_strong.line) / 2;
      ui.label(rect.x, top, words, ui.type.body_strong, ui.colours.ink);
      ui.say(Role::status, "changes", {rect.x, top, rect.width, ui.type.body_strong.line}, words,
             ui.type.body_strong, ui.colours.ink);
      if (edits.can_undo() && button(ui, flow, "undo", scene.words("changes.undo"), ButtonLook::plain)) {
        choices.trial.clear();
        edits.undo();
      }
      if (edits.can_redo() && button(ui, flow, "redo", scene.words("changes.redo"), ButtonLook::plain)) {
        choices.trial.clear();
        edits.redo();
      }
      if (!edits.empty()) {
        if (button(ui, flow, "list", scene.words(choices.list_changes ? "changes.hide" : "changes.list"),
                   ButtonLook::plain, {.expanded = choices.list_changes})) {
          choices.list_changes = !choices.list_changes;
        }
        if (button(ui, flow, "clear", scene.words("changes.clear"), ButtonLook::plain)) {
          choices.trial.clear();
          edits.clear();
        }
      }
      flow.end();
      if (!choices.list_changes || edits.empty()) return;
      ui.rule(ui.x, ui.y, ui.width);
      ui.group(Role::list, "changes-list", {.name = scene.words("changes.list")}, [&] {
        const std::vector<Edit> all = edits.all();
        for (std::size_t i = 0; i < all.size(); ++i)
          show_change_row(scene, i, all[i]);
      });
    });
  });
}

}  // namespace mingzhang
