// The list of documents that are open or kept, on the start screen.
// Tests: tests/browser/kept.test.mjs.
#include "app/shell.h"
#include "app/widgets.h"

#include <algorithm>

namespace mingzhang {
namespace {

void show_known_document(Shell& shell, const KnownDocument& document) {
  Ui& ui = shell.ui;
  const Colours& c = ui.colours;
  const float side = std::max(40.0F, ui.target());
  const std::string& title = document.entity.empty() ? document.name : document.entity;
  std::string below = document.kind;
  if (!document.entity.empty() && !document.name.empty()) {
    if (!below.empty()) below += " · ";
    below += document.name;
  }
  if (document.open)
    below = std::string(shell.words("documents.open")) + (below.empty() ? "" : " · ") + below;

  const float top = ui.y, padding = 10;
  const auto words = [&] {
    ui.space(padding);
    ui.inside(16, side + 12, [&] {
      ui.text("name", title, ui.type.body_strong, c.ink, {.ground = c.card});
      ui.text("below", below, ui.type.caption, c.second, {.ground = c.card, .most_lines = 2});
    });
    ui.space(padding);
  };
  const Rect rect{ui.x, top, ui.width - side - 8, ui.height_of(words)};
  const Pressed pressed =
      ui.press("show", rect, title + "\n" + below,
               {.state = {.identifier = "known-document"}, .type = ui.type.body, .ground = c.card});
  if (pressed.hovered) ui.fill({rect.x + 6, rect.y + 4, rect.width - 6, rect.height - 8}, c.tint, 8);
  ui.unmirrored(words);
  if (pressed.activated) shell.wishes.lift = document.key;

  const Rect cross{ui.x + ui.width - side - 4, top + (rect.height - side) / 2, side, side};
  const std::string name = shell.words("documents.forget", {{"name", title}});
  const Pressed forgotten =
      ui.press("forget", cross, {},
               {.state = {.name = name, .identifier = "forget"}, .type = ui.type.body, .radius = 8});
  const float x = cross.x + side / 2, y = cross.y + side / 2;
  const Colour ink = forgotten.hovered ? c.ink : c.third;
  ui.line({x - 4.5F, y - 4.5F}, {x + 4.5F, y + 4.5F}, ink, 1.5F);
  ui.line({x + 4.5F, y - 4.5F}, {x - 4.5F, y + 4.5F}, ink, 1.5F);
  if (forgotten.activated) shell.wishes.forget = document.key;
}

}  // namespace

void show_known_documents(Shell& shell) {
  if (shell.known.empty()) return;
  Ui& ui = shell.ui;
  ui.space(24);
  ui.heading("known", shell.words("documents.known"), 2);
  ui.space(8);
  ui.card(0, [&] {
    ui.group(Role::list, "known-list", {.name = shell.words("documents.known")}, [&] {
      for (std::size_t i = 0; i < shell.known.size(); ++i) {
        if (i > 0) ui.rule(ui.x + 16, ui.y, ui.width - 32);
        ui.group(Role::list_item, shell.known[i].key, {},
                 [&] { show_known_document(shell, shell.known[i]); });
      }
    });
  });
  ui.space(8);
  const std::string_view all = shell.words("documents.forget_all");
  const std::string_view where = shell.words(shell.keeping == "denied" ? "documents.denied"
                                             : shell.keeping == "full" ? "documents.full"
                                                                       : "documents.where");
  const float high = ui.target(), wide = button_width(ui, all, ButtonLook::plain);
  if (button_at(ui, "forget-all", {ui.x + ui.width - wide, ui.y, wide, high}, all, ButtonLook::plain,
                {.identifier = "forget-all"})) {
    shell.wishes.forget_all = true;
  }
  ui.at(ui.x, ui.y + (high - ui.type.caption.line) / 2, ui.width - wide - 12,
        [&] { ui.text("where", where, ui.type.caption, ui.colours.third); });
  ui.space(high + 12);
}

}  // namespace mingzhang
