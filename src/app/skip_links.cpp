// Ways past the rail for who has no pointer: to the view, and to the first contradiction. They show while
// they have the keyboard's focus and take no room or press otherwise.
#include "app/shell.h"
#include "app/widgets.h"

namespace mingzhang {
namespace {

/// True where it was pressed. `last` is its element, as far as it is known.
bool show_skip(Shell& shell, std::string_view key, std::string_view words, NodeId& last) {
  Ui& ui = shell.ui;
  const bool shown = ui.mirror.focused(last) && ui.mirror.focus_visible();
  const Type& look = ui.type.body_strong;
  const Rect full{16, 16, ui.region_rect().width - 32, ui.target()};
  const Rect rect = shown ? full : Rect{full.x, full.y, 1, 1};
  if (shown) ui.fill(rect, ui.colours.accent, 8);
  const Pressed pressed = ui.press(key, rect, {}, {.state = {.name = words}, .type = look, .radius = 8});
  last = pressed.id;
  if (shown) {
    ui.label(rect.x + rect.width / 2, rect.y + (rect.height - look.line) / 2, words, look,
             ui.colours.on_accent, Align::centre);
  }
  return pressed.activated;
}

}  // namespace

void show_skips(Shell& shell) {
  Choices& choices = shell.choices;
  std::array<NodeId, 2>& links = shell.ui.memory().skip_links;
  if (show_skip(shell, "skip-to-content", shell.words("skip.content"), links[0]))
    choices.content_waits = true;
  const Dossier* const dossier = shell.dossier;
  if (dossier == nullptr || dossier->verdict.contradictions.empty()) return;
  if (!show_skip(shell, "skip-to-contradiction", shell.words("skip.contradiction"), links[1])) return;
  const FindingKey first = dossier->key_of_finding(dossier->verdict.contradictions.front());
  choices.view = View::checks;
  choices.filter = Filter::all;
  choices.query.clear();
  choices.judged.reset();
  choices.open_findings.insert(first);
  choices.finding_waits = first;
}

}  // namespace mingzhang
