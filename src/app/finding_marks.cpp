// See finding_marks.h.
#include "app/finding_marks.h"

#include <algorithm>
#include <functional>

namespace mingzhang {
namespace {

constexpr float note_height = 88;

const ReaderMark* mark_of(const Scene& scene, FindingIndex index) {
  return scene.reading.marks.find(scene.dossier.key_of_finding(index));
}

Judgement judgement_of(const Scene& scene, FindingIndex index) {
  const ReaderMark* mark = mark_of(scene, index);
  return mark == nullptr ? Judgement::none : mark->judgement;
}

std::string_view words_of(const Phrases& words, Judgement judgement) {
  switch (judgement) {
    case Judgement::seen:
      return words("judgement.seen");
    case Judgement::set_aside:
      return words("judgement.set_aside");
    case Judgement::misread:
      return words("judgement.misread");
    case Judgement::none:
      break;
  }
  return {};
}

bool is_noted(const Scene& scene, FindingIndex index) {
  const FindingKey key = scene.dossier.key_of_finding(index);
  const ReaderMark* mark = mark_of(scene, index);
  return scene.choices.noted_findings.contains(key) || (mark != nullptr && !mark->note.empty());
}

/// The figures of a misread finding, each with a way to correct it.
void show_corrections(Scene& scene, FindingIndex index) {
  Ui& ui = scene.ui;
  const Finding& finding = scene.dossier.finding(index);
  if (finding.facts.empty()) return;
  ui.space(12);
  ui.text("correct-lead", scene.words("judgement.correct_lead"), ui.type.caption, ui.colours.second);
  ui.space(4);
  Flow flow(ui, 8, 8);
  constexpr std::size_t most = 8;
  for (std::size_t i = 0; i < finding.facts.size() && i < most; ++i) {
    const auto fact = static_cast<std::int32_t>(finding.facts[i]);
    const std::string words =
        scene.words("judgement.correct",
                    {{"printed", scene.dossier.document().words(scene.dossier.fact(fact).source.span)}});
    if (!button(ui, flow, numbered("correct", i), words, ButtonLook::outlined)) continue;
    open_figure(scene, fact);
    scene.choices.correcting = true;
  }
  flow.end();
}

}  // namespace

void show_judgements(Scene& scene, Flow& flow, FindingIndex index) {
  Ui& ui = scene.ui;
  const Judgement now = judgement_of(scene, index);
  for (const Judgement each : {Judgement::seen, Judgement::set_aside, Judgement::misread}) {
    const bool chosen = now == each;
    if (chip(ui, flow, words_of(scene.words, each), words_of(scene.words, each), chosen)) {
      scene.reading.marks.judge(ref_of(scene.dossier.finding(index), scene.knowledge.rules),
                                chosen ? Judgement::none : each);
      ui.mirror.announce(scene.words(chosen ? "judgement.taken_back" : "judgement.kept"));
    }
  }
  const bool noted = is_noted(scene, index);
  if (chip(ui, flow, "note", scene.words("judgement.note"), noted) && !noted)
    scene.choices.noted_findings.insert(scene.dossier.key_of_finding(index));
}

void show_note(Scene& scene, FindingIndex index) {
  Ui& ui = scene.ui;
  if (is_noted(scene, index)) {
    ui.space(12);
    const ReaderMark* mark = mark_of(scene, index);
    if (!ui.measuring()) {
      const Type& look = ui.type.body;
      const NodeId field =
          ui.mirror.leaf(Role::text_area, "note-field", {ui.x, ui.y, ui.width, note_height}, {},
                         {.size = look.size, .line_height = look.line, .colour = ui.colours.ink},
                         {.name = scene.words("judgement.note"),
                          .placeholder = scene.words("judgement.note_here"),
                          .value = mark == nullptr ? std::string_view() : std::string_view(mark->note)});
      if (auto typed = ui.mirror.edited(field)) {
        scene.choices.noted_findings.insert(scene.dossier.key_of_finding(index));
        scene.reading.marks.note(ref_of(scene.dossier.finding(index), scene.knowledge.rules),
                                 std::move(*typed));
      }
    }
    ui.space(note_height);
  }
  if (judgement_of(scene, index) == Judgement::misread) show_corrections(scene, index);
}

std::string judgement_words(const Scene& scene, FindingIndex index) {
  const ReaderMark* mark = mark_of(scene, index);
  if (mark == nullptr) return {};
  std::string words(words_of(scene.words, mark->judgement));
  if (mark->note.empty()) return words;
  if (!words.empty()) words += " · ";
  return words + std::string(scene.words("judgement.has_note"));
}

bool stands_back(const Scene& scene, FindingIndex index) {
  const Judgement judgement = judgement_of(scene, index);
  return judgement == Judgement::set_aside || judgement == Judgement::misread;
}

std::uint64_t mark_version(const Scene& scene, FindingIndex index) {
  const ReaderMark* mark = mark_of(scene, index);
  const std::uint64_t noted = is_noted(scene, index) ? 16 : 0;
  if (mark == nullptr) return noted;
  return static_cast<std::uint64_t>(mark->judgement) ^ noted ^ std::hash<std::string>()(mark->note) << 8;
}

}  // namespace mingzhang
