// Keys, and about this program: version, rule book, licence, what it is built with.
// Tests: tests/browser/help.test.mjs.
#include "app/help_page.h"

#include "app/table.h"
#include "app/widgets.h"
#include "report/report.h"

namespace mingzhang {
namespace {

struct Shortcut {
  std::string_view keys, words;
};
constexpr Shortcut shortcuts[] = {
    {"1 … 6", "help.views"}, {"o", "help.open"},     {"d", "help.documents"}, {"e", "help.hand_on"},
    {"p", "help.hall"},      {"l", "help.language"}, {"?", "help.help"},      {"Esc", "help.escape"},
    {"← →", "help.arrows"},  {"Tab", "help.tab"},
};

struct Library {
  std::string_view name, what, licence;
};
/// Third parties in the page; their licences in full stand in licences.txt beside it (web/build.mjs).
constexpr Library libraries[] = {
    {"Dear ImGui", "about.imgui", "MIT"},
    {"nlohmann/json", "about.json", "MIT"},
    {"pugixml", "about.pugixml", "MIT"},
    {"zlib", "about.zlib", "zlib"},
    {"Emscripten, musl, libc++", "about.libraries", "MIT, Apache 2.0 with LLVM exception"},
    {"pdf.js", "about.pdfjs", "Apache 2.0"},
};

void show_keys(Ui& ui, const Phrases& words) {
  ui.card(8, [&] {
    ui.inside(12, 12, [&] {
      const std::vector<TableColumn> columns = {{.head = std::string(words("help.key"))},
                                                {.head = std::string(words("help.does"))}};
      std::vector<TableRow> rows;
      for (const Shortcut& each : shortcuts) {
        rows.push_back({.cells = {{.words = std::string(each.keys), .strong = true},
                                  {.words = std::string(words(each.words))}}});
      }
      table(ui, "keys", columns, rows, {}, words("help.keys"));
    });
  });
}

}  // namespace

HelpWish show_help(Ui& ui, const Phrases& words, const Knowledge& knowledge, bool single_keys) {
  HelpWish wish;
  ui.heading("title", words("help.title"), 1);
  ui.space(24);
  ui.heading("keys-head", words("help.keys"), 2);
  ui.space(12);
  show_keys(ui, words);
  ui.space(12);
  // Keys without Ctrl may get in the way of those who speak to their computer: they can be switched off.
  const std::string_view toggle = words(single_keys ? "help.keys_off" : "help.keys_on");
  const float high = ui.target();
  if (button_at(ui, "single-keys", {ui.x, ui.y, button_width(ui, toggle, ButtonLook::outlined), high}, toggle,
                ButtonLook::outlined, {.identifier = "single-keys"})) {
    wish.toggle_keys = true;
  }
  ui.space(high + 40);

  ui.heading("about-head", words("about.title"), 2);
  ui.space(8);
  ui.text("version",
          words("about.version", {{"version", program_version()}, {"rules", knowledge.rules.date()}}),
          ui.type.body, ui.colours.ink);
  ui.text("licence", words("about.licence"), ui.type.body, ui.colours.second);
  ui.space(12);
  ui.card(8, [&] {
    ui.inside(12, 12, [&] {
      const std::vector<TableColumn> columns = {{.head = std::string(words("about.part"))},
                                                {.head = std::string(words("about.purpose"))},
                                                {.head = std::string(words("about.terms"))}};
      std::vector<TableRow> rows;
      for (const Library& part : libraries) {
        rows.push_back({.cells = {{.words = std::string(part.name)},
                                  {.words = std::string(words(part.what))},
                                  {.words = std::string(part.licence)}}});
      }
      table(ui, "parts", columns, rows, {}, words("about.title"));
    });
  });
  ui.space(12);
  const std::string_view licences = words("about.licences");
  if (button_at(ui, "licences", {ui.x, ui.y, button_width(ui, licences, ButtonLook::outlined), high},
                licences, ButtonLook::outlined, {.identifier = "licences"})) {
    wish.licences = true;
  }
  ui.space(high);
  return wish;
}

}  // namespace mingzhang
