// See shell.h.
#include "app/shell.h"

#include "app/widgets.h"

#include <algorithm>

namespace mingzhang {
namespace {

struct Place {
  View view;
  std::string_view key;         // of its words, and of the element
  std::string_view identifier;  // stable for tests and pages that embed this one
};

constexpr Place places[] = {{View::overview, "view.overview", "view-overview"},
                            {View::breakdown, "view.breakdown", "view-breakdown"},
                            {View::change, "view.change", "view-change"},
                            {View::checks, "view.checks", "view-checks"},
                            {View::performance, "view.performance", "view-performance"},
                            {View::source, "view.source", "view-source"}};
/// What stands behind the views: quieter, below them.
constexpr Place further_places[] = {{View::protection, "view.protection", "view-protection"},
                                    {View::rules, "view.rules", "view-rules"},
                                    {View::words, "view.words", "view-words"}};

/// Numbers beside a place: ≠ · ? · ·, or how many indicators.
std::string badge(const Shell& shell, View view) {
  if (shell.dossier == nullptr) return {};
  const Verdict& verdict = shell.dossier->verdict;
  if (view == View::checks) {
    return count_words(verdict.contradictions.size()) + " · " + count_words(verdict.to_explain.size()) +
           " · " + count_words(verdict.remarks.size());
  }
  const std::size_t indicators = shell.dossier->disclosure().indicators.size();
  if (view == View::performance && indicators > 0) return count_words(indicators);
  return {};
}

void show_place(Shell& shell, const Place& place, float high, bool quiet = false) {
  Ui& ui = shell.ui;
  const Colours& c = ui.colours;
  const bool here = shell.choices.view == place.view;
  const std::string_view words = shell.words(place.key);
  const Rect rect{ui.x, ui.y, ui.width, high};
  const Type& plain = quiet ? ui.type.caption : ui.type.body;
  const Type& strong = quiet ? ui.type.caption_strong : ui.type.body_strong;
  const Type& look = here ? strong : plain;
  const Colour ink = here ? c.accent : c.second;
  const Pressed pressed = ui.press(place.identifier, rect, words,
                                   {.state = {.current = here, .identifier = place.identifier},
                                    .type = look,
                                    .colour = ink,
                                    .ground = here ? c.tint : c.rail,
                                    .radius = 8});
  if (here) {
    ui.fill(rect, c.tint, 8);
  } else if (pressed.hovered) {
    ui.fill(rect, faded(c.line, 0.6F), 8);
  }
  ui.label(rect.x + 8, rect.y + (high - look.line) / 2, words, look, ink);
  const std::string numbers = badge(shell, place.view);
  if (!numbers.empty()) {
    const Type& small = here ? ui.type.caption_strong : ui.type.caption;
    ui.label(rect.x + rect.width - 8, rect.y + (high - small.line) / 2, numbers, small,
             here ? c.accent : c.third, Align::right);
  }
  if (pressed.activated) go_to_view(shell.choices, place.view);
  ui.space(high);
}

std::string kind_line(const Shell& shell) {
  const Disclosure& disclosure = shell.dossier->disclosure();
  const bool budget = disclosure.kind == DisclosureKind::budget;
  const std::string year = disclosure.year == 0 ? "" : std::to_string(disclosure.year);
  return shell.words(budget ? "rail.budget" : "rail.final", {{"year", year}});
}

void show_document_card(Shell& shell) {
  Ui& ui = shell.ui;
  const Disclosure& disclosure = shell.dossier->disclosure();
  const std::string& name = disclosure.entity.empty() ? shell.dossier->document().name : disclosure.entity;
  const std::string kind = kind_line(shell);
  const float top = ui.y;
  const auto card = [&] {
    ui.box(9, 8, ui.colours.card, ui.colours.line, [&] {
      ui.inside(0, 12, [&] {
        ui.text("entity", name, ui.type.caption_strong, ui.colours.ink);
        ui.text("kind", kind, ui.type.caption, ui.colours.second);
      });
    });
  };
  // The card is the way to the other documents.
  const Rect rect{ui.x, top, ui.width, ui.height_of(card)};
  if (shell.embedded) {
    card();
    return;
  }
  const Pressed pressed =
      ui.press("documents", rect, name + "\n" + kind,
               {.state = {.description = shell.words("documents.all"), .identifier = "documents"},
                .type = ui.type.caption,
                .ground = ui.colours.card,
                .radius = 8});
  ui.unmirrored(card);
  const float tip = rect.x + rect.width - 12, middle = rect.y + rect.height / 2;
  ui.line({tip - 4, middle - 4}, {tip, middle}, ui.colours.third, 1.5F);
  ui.line({tip, middle}, {tip - 4, middle + 4}, ui.colours.third, 1.5F);
  if (pressed.hovered) ui.outline(rect, ui.colours.third, 8);
  if (pressed.activated) shell.wishes.uncover = true;
}

struct WordChoice {
  std::string_view key, words;
  bool chosen;
};

/// Words in a line, parted by dots; returns the index of the one that was pressed, or -1.
int word_line(Ui& ui, std::string_view name, const std::vector<WordChoice>& choices, Colour ground) {
  const Type& look = ui.type.caption;
  const float high = ui.frame.surroundings.coarse_pointer ? 44 : 28;
  int pressed_at = -1;
  float left = ui.x;
  const auto body = [&] {
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (i > 0) {
        const float dot = ui.label(left + 5, ui.y + (high - look.line) / 2, "·", look, ui.colours.third);
        left += dot + 10;
      }
      const WordChoice& each = choices[i];
      Type shown = look;
      if (each.chosen) shown.weight = Weight::semibold;
      const Colour ink = each.chosen ? ui.colours.ink : ui.colours.second;
      const float wide = ui.width_of(each.words, shown);
      const Pressed pressed = ui.press(each.key, {left, ui.y, wide, high}, each.words,
                                       {.state = {.pressed = each.chosen, .identifier = each.key},
                                        .type = shown,
                                        .colour = ink,
                                        .ground = ground});
      ui.label(left, ui.y + (high - look.line) / 2, each.words, shown,
               pressed.hovered ? ui.colours.accent : ink);
      if (pressed.activated) pressed_at = static_cast<int>(i);
      left += wide;
    }
  };
  if (!ui.measuring()) {
    ui.mirror.open(Role::group, name, {ui.x, ui.y, ui.width, high}, {}, {}, {.name = name});
    body();
    ui.mirror.close();
  }
  ui.space(high);
  return pressed_at;
}

void language_line(Shell& shell, Colour ground) {
  Choices& choices = shell.choices;
  const int pressed = word_line(
      shell.ui, shell.words("settings.language"),
      {{"zh", "中文", choices.language == Language::zh}, {"en", "English", choices.language == Language::en}},
      ground);
  if (pressed >= 0) choices.language = pressed == 0 ? Language::zh : Language::en;
}

void theme_line(Shell& shell, Colour ground) {
  Choices& choices = shell.choices;
  const Phrases& words = shell.words;
  const int pressed =
      word_line(shell.ui, words("settings.theme"),
                {{"theme-auto", words("settings.theme_auto"), !choices.theme},
                 {"theme-light", words("settings.theme_light"), choices.theme == Theme::light},
                 {"theme-dark", words("settings.theme_dark"), choices.theme == Theme::dark}},
                ground);
  if (pressed == 0) choices.theme.reset();
  if (pressed > 0) choices.theme = pressed == 1 ? Theme::light : Theme::dark;
}

void brand(Shell& shell, float left, float top) {
  Ui& ui = shell.ui;
  Type look = ui.type.figure;
  const float wide = ui.label(left, top, "明账", look, ui.colours.ink);
  const Type& small = ui.type.caption;
  ui.label(left + wide + 10, top + (look.line + look.size) / 2 - (small.line + small.size) / 2 - 1,
           "Mingzhang", small, ui.colours.third);
  ui.say(Role::paragraph, "brand", {left, top, wide, look.line}, "明账", look, ui.colours.ink);
}

/// Words in a line that lead beside the views of a document.
void further_line(Shell& shell, Colour ground) {
  const Choices& now = shell.choices;
  const int pressed = word_line(shell.ui, shell.words("rail.further"),
                                {{"hand-on", shell.words("view.hand_on_short"), now.view == View::hand_on},
                                 {"hall", shell.words("view.hall"), false},
                                 {"help", shell.words("view.help_short"), now.view == View::help}},
                                ground);
  if (pressed == 0) go_to_view(shell.choices, View::hand_on);
  if (pressed == 1) shell.wishes.hall = true;
  if (pressed == 2) go_to_view(shell.choices, View::help);
}

}  // namespace

void go_to_view(Choices& choices, View view) {
  const bool beside =
      choices.view == View::hand_on || choices.view == View::help || choices.view == View::more;
  if (view == View::hand_on && !beside) choices.handed_view = choices.view;
  if (choices.view != view) choices.query.clear();
  choices.view = view;
  choices.landed = {};
  choices.jump_waits = choices.list_waits = false;
}

void show_rail(Shell& shell, const Rect& window) {
  Ui& ui = shell.ui;
  ui.region(Role::navigation, "rail", window, shell.words("rail.name"), ui.colours.rail, 16, [&] {
    ui.fill({window.width - ui.colours.border, 0, ui.colours.border, 100000}, ui.colours.line);
    brand(shell, 24, 24);
    show_skips(shell);
    ui.y = 72;
    ui.inside(16, 16, [&] {
      show_document_card(shell);
      ui.space(20);
      const float high = std::max(40.0F, ui.target());
      for (const Place& place : places) {
        show_place(shell, place, high);
        ui.space(4);
      }
      ui.space(8);
      ui.rule(ui.x + 8, ui.y, ui.width - 16);
      ui.space(8);
      for (const Place& place : further_places) {
        show_place(shell, place, std::max(32.0F, ui.target() - 4), true);
        ui.space(2);
      }
    });
    ui.inside(24, 24, [&] {
      const float row = ui.frame.surroundings.coarse_pointer ? 44 : 28;
      const float below = ui.target() + 8 + 3 * row + 16;
      ui.y = std::max(ui.y + 24, window.height - below);
      if (!shell.embedded &&
          button_at(ui, "open-file", {ui.x, ui.y, ui.width, ui.target()}, shell.words("action.open"),
                    ButtonLook::outlined, {.identifier = "open-file"})) {
        ask_for_files();
      }
      ui.space(ui.target() + 8);
      further_line(shell, ui.colours.rail);
      language_line(shell, ui.colours.rail);
      theme_line(shell, ui.colours.rail);
    });
  });
}

void show_bar_below(Shell& shell, const Rect& window) {
  Ui& ui = shell.ui;
  ui.region(Role::navigation, "bar", window, shell.words("rail.name"), ui.colours.card, 0, [&] {
    ui.rule(0, 0, window.width);
    struct Item {
      View view;
      std::string_view key, identifier;
    };
    static constexpr Item items[] = {{View::overview, "view.overview", "view-overview"},
                                     {View::breakdown, "view.breakdown_short", "view-breakdown"},
                                     {View::checks, "view.checks", "view-checks"},
                                     {View::source, "view.source", "view-source"},
                                     {View::more, "view.more", "view-more"}};
    const float wide = window.width / 5;
    for (std::size_t i = 0; i < std::size(items); ++i) {
      const Item& item = items[i];
      const View view = shell.choices.view;
      const bool in_more =
          view != View::overview && view != View::breakdown && view != View::checks && view != View::source;
      const bool here = item.view == View::more ? in_more : view == item.view;
      const Type& look = here ? ui.type.caption_strong : ui.type.caption;
      const Colour ink = here ? ui.colours.accent : ui.colours.second;
      const Rect rect{wide * static_cast<float>(i), 1, wide, window.height - 1};
      const std::string_view words = shell.words(item.key);
      const Pressed pressed = ui.press(item.identifier, rect, words,
                                       {.state = {.current = here, .identifier = item.identifier},
                                        .type = look,
                                        .colour = ink,
                                        .ground = ui.colours.card,
                                        .radius = 4});
      if (here) ui.fill({rect.x + wide / 2 - 12, 0, 24, 3}, ui.colours.accent, 1.5F);
      ui.label(rect.x + wide / 2, (window.height - look.line) / 2, words, look, ink, Align::centre);
      if (pressed.activated) go_to_view(shell.choices, item.view);
    }
    ui.y = window.height;
  });
}

void show_more(Shell& shell) {
  Ui& ui = shell.ui;
  ui.heading("title", shell.words("view.more"), 1);
  ui.space(20);
  const float high = 56;
  ui.card(0, [&] {
    const Place* const further[] = {&places[2], &places[4], &further_places[0], &further_places[1],
                                    &further_places[2]};  // change, performance, what stands behind the views
    for (const Place* each : further) {
      const Place& place = *each;
      const Rect rect{ui.x, ui.y, ui.width, high};
      const std::string_view words = shell.words(place.key);
      const Pressed pressed =
          ui.press(place.identifier, rect, words,
                   {.state = {.identifier = place.identifier}, .type = ui.type.body_strong, .radius = 8});
      ui.label(rect.x + 20, rect.y + (high - ui.type.body.line) / 2, words, ui.type.body_strong,
               ui.colours.ink);
      const std::string numbers = badge(shell, place.view);
      ui.label(rect.x + rect.width - 20, rect.y + (high - ui.type.body.line) / 2,
               numbers.empty() ? std::string("›") : numbers + "  ›", ui.type.body, ui.colours.third,
               Align::right);
      if (pressed.activated) go_to_view(shell.choices, place.view);
      ui.space(high);
      if (each != further[std::size(further) - 1]) ui.rule(ui.x, ui.y - 1, ui.width);
    }
  });
  ui.space(24);
  const Rect wide{ui.x, ui.y, ui.width, std::max(48.0F, ui.target())};
  if (!shell.embedded) {
    if (button_at(ui, "open-file", wide, shell.words("action.open"), ButtonLook::filled,
                  {.identifier = "open-file"})) {
      ask_for_files();
    }
    ui.space(wide.height + 12);
    const Rect below{ui.x, ui.y, wide.width, wide.height};
    if (button_at(ui, "documents", below, shell.words("documents.all"), ButtonLook::outlined,
                  {.identifier = "documents"})) {
      shell.wishes.uncover = true;
    }
    ui.space(wide.height + 12);
  }
  const auto further = [&](std::string_view key, std::string_view words) {
    const Rect rect{ui.x, ui.y, ui.width, std::max(48.0F, ui.target())};
    const bool pressed =
        button_at(ui, key, rect, shell.words(words), ButtonLook::outlined, {.identifier = key});
    ui.space(rect.height + 12);
    return pressed;
  };
  if (further("hand-on", "view.hand_on")) go_to_view(shell.choices, View::hand_on);
  if (further("hall", "view.hall")) shell.wishes.hall = true;
  if (further("help", "view.help")) go_to_view(shell.choices, View::help);
  ui.space(20);
  ui.heading("settings", shell.words("settings.title"), 2);
  ui.space(8);
  const auto setting = [&](std::string_view key, std::string_view words, FunctionRef<void()> body) {
    ui.text(key, words, ui.type.caption, ui.colours.second);
    ui.space(4);
    body();
    ui.space(16);
  };
  setting("language-label", shell.words("settings.language"), [&] {
    const std::vector<SwitchItem> items = {{"zh", "中文"}, {"en", "English"}};
    const std::size_t now = shell.choices.language == Language::zh ? 0 : 1;
    const std::size_t next =
        segmented(ui, {ui.x, ui.y, ui.width, ui.target()}, items, now, shell.words("settings.language"));
    shell.choices.language = next == 0 ? Language::zh : Language::en;
    ui.space(ui.target());
  });
  setting("theme-label", shell.words("settings.theme"), [&] {
    const std::vector<SwitchItem> items = {{"theme-auto", shell.words("settings.theme_auto")},
                                           {"theme-light", shell.words("settings.theme_light")},
                                           {"theme-dark", shell.words("settings.theme_dark")}};
    const std::size_t now = !shell.choices.theme ? 0 : shell.choices.theme == Theme::light ? 1 : 2;
    const std::size_t next =
        segmented(ui, {ui.x, ui.y, ui.width, ui.target()}, items, now, shell.words("settings.theme"));
    if (next != now) {
      if (next == 0) {
        shell.choices.theme.reset();
      } else {
        shell.choices.theme = next == 1 ? Theme::light : Theme::dark;
      }
    }
    ui.space(ui.target());
  });
  ui.text("privacy", shell.words("start.privacy"), ui.type.caption, ui.colours.third);
}

void show_message(Shell& shell, std::string_view sentence, std::string_view hint) {
  Ui& ui = shell.ui;
  const SignColours pair = ui.colours.contradiction;
  ui.box(14, 12, pair.tint, pair.ink, [&] {
    const float top = ui.y, close = std::max(32.0F, ui.target());
    ui.inside(2, close + 8, [&] {
      ui.text("sentence", sentence, ui.type.body_strong, ui.colours.ink, {.ground = pair.tint});
      if (!hint.empty()) ui.text("hint", hint, ui.type.body, ui.colours.second, {.ground = pair.tint});
    });
    const Rect rect{ui.x + ui.width - close, top - 4, close, close};
    const Pressed pressed =
        ui.press("dismiss", rect, {},
                 {.state = {.name = shell.words("action.close")}, .type = ui.type.body, .radius = 8});
    const float x = rect.x + close / 2, y = rect.y + close / 2;
    const Colour ink = pressed.hovered ? ui.colours.ink : ui.colours.second;
    ui.line({x - 5, y - 5}, {x + 5, y + 5}, ink, 1.5F);
    ui.line({x + 5, y - 5}, {x - 5, y + 5}, ink, 1.5F);
    if (pressed.activated) shell.wishes.dismiss = true;
  });
}

void show_progress(Shell& shell, const ReadingProgress& progress) {
  Ui& ui = shell.ui;
  const Colours& c = ui.colours;
  const std::string_view stop = shell.words("progress.stop");
  const float wide = button_width(ui, stop, ButtonLook::outlined), high = ui.target();
  std::string where = progress.name;
  if (progress.pages > 0) {
    where += " · " + shell.words("progress.page", {{"page", std::to_string(progress.page)},
                                                   {"pages", std::to_string(progress.pages)}});
  }
  std::string head = std::string(shell.words("progress.reading"));
  if (progress.of > 1) {
    head = shell.words("progress.reading_many",
                       {{"done", std::to_string(progress.done + 1)}, {"of", std::to_string(progress.of)}});
  }
  ui.box(14, 12, c.card, c.line, [&] {
    const float top = ui.y;
    ui.inside(2, wide + 16, [&] {
      ui.text("reading", head, ui.type.body_strong, c.ink, {.ground = c.card});
      ui.text("where", where, ui.type.caption, c.second, {.ground = c.card, .most_lines = 1});
    });
    if (button_at(ui, "stop", {ui.x + ui.width - wide, top, wide, high}, stop, ButtonLook::outlined,
                  {.identifier = "stop-reading"})) {
      shell.wishes.cancel = true;
    }
    ui.y = std::max(ui.y, top + high) + 10;
    // Files that are done, and the present one's pages.
    const auto of = static_cast<float>(std::max(1U, progress.of));
    const float pages =
        progress.pages == 0 ? 0 : static_cast<float>(progress.page) / static_cast<float>(progress.pages);
    const float part = std::min(1.0F, (static_cast<float>(progress.done) + pages) / of);
    const Rect bar{ui.x, ui.y, ui.width, 4};
    ui.fill(bar, c.line, 2);
    ui.fill({bar.x, bar.y, bar.width * part, bar.height}, c.accent, 2);
    const std::string percent = std::to_string(static_cast<int>(part * 100));
    ui.say(Role::progress, "bar", bar, {}, ui.type.caption, c.ink, {.name = head, .value = percent});
    ui.space(4);
  });
}

}  // namespace mingzhang
