// A frame: rail, view, evidence and messages put into the window. See app.h.
#include "app/app.h"

#include "app/hall_view.h"
#include "app/help_page.h"
#include "app/source_view.h"
#include "app/trial_view.h"
#include "report/report.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace mingzhang {
namespace {

constexpr float wide_from = 900;    // a rail instead of a bar below
constexpr float panel_from = 1100;  // evidence beside the content instead of a sheet
constexpr float content_width = 1100;
constexpr float margin = 40, narrow_margin = 16;

}  // namespace

Theme App::theme_for(const Surroundings& surroundings) const {
  if (surroundings.system_theme == Theme::high_contrast) return Theme::high_contrast;
  return choices_.theme.value_or(surroundings.system_theme);
}

App::Layout App::layout_for(const Surroundings& surroundings) const {
  Layout layout;
  const float wide = surroundings.width, high = surroundings.height;
  layout.scale = std::clamp(surroundings.text_scale, 1.0F, 1.6F);
  layout.rail = dossier() != nullptr && wide >= wide_from * layout.scale;
  const bool evidence = dossier() != nullptr && what_is_shown() != 0;
  layout.panel = evidence && wide >= panel_from * layout.scale;
  layout.sheet = evidence && !layout.panel;
  const float left = layout.rail ? std::round(rail_width * layout.scale) : 0;
  const float below = dossier() != nullptr && !layout.rail ? std::round(bar_height * layout.scale) : 0;
  layout.content = {left, 0, wide - left - (layout.panel ? panel_width : 0), high - below};
  return layout;
}

std::string App::page_title() const {
  std::string title;
  if (dossier() != nullptr && !dossier()->disclosure().entity.empty())
    title = dossier()->disclosure().entity + " · ";
  return title + std::string(words()("page.title"));
}

void App::tell_page(Theme theme) {
  std::string title = page_title();
  if (title != told_title_ || told_language_ != choices_.language) {
    set_page(title, choices_.language == Language::zh ? "zh-Hans" : "en");
    told_title_ = std::move(title);
    told_language_ = choices_.language;
  }
  if (told_theme_ != theme) {
    const Colours& colours = colours_of(theme);
    set_page_colours(colours.paper, colours.ink, colours.accent);
    told_theme_ = theme;
  }
}

void App::tell_settings() const {
  Address settings;
  settings.add("language", choices_.language == Language::zh ? "zh" : "en");
  if (choices_.theme) {
    settings.add("theme", *choices_.theme == Theme::light  ? "light"
                          : *choices_.theme == Theme::dark ? "dark"
                                                           : "high_contrast");
  }
  if (!choices_.single_keys) settings.add("keys", "off");
  notify_page("settings", settings.line());
}

std::string App::error_sentences(std::size_t from) const {
  constexpr std::size_t most = 4;
  const bool zh = choices_.language == Language::zh;
  std::string sentences;
  for (std::size_t i = from; i < errors_.size(); ++i) {
    if (!sentences.empty()) sentences += '\n';
    if (i - from == most)
      return sentences + words()("message.more", {{"n", count_words(errors_.size() - i)}});
    const Error& error = errors_[i];
    if (!error.file.empty()) sentences += error.file + (zh ? "：" : ": ");
    sentences += error_sentence(error, choices_.language);
  }
  return sentences;
}

void App::say_error(Mirror& mirror) {
  if (errors_said_ == errors_.size()) return;
  mirror.alert(error_sentences(0));
  errors_said_ = errors_.size();
}

std::uint64_t App::page_version() const {
  const OpenDocument* top = desk_.top();
  if (top == nullptr) return static_cast<std::uint64_t>(choices_.language);
  const std::uint64_t revision = static_cast<std::uint64_t>(top->dossier.revision()) << 8;
  return static_cast<std::uint64_t>(top->serial) << 40 ^ revision ^
         static_cast<std::uint64_t>(choices_.language);
}

void App::frame(const Frame& frame) {
  say_error(frame.mirror);
  if (zh_ == nullptr) return;
  const Theme theme = theme_for(frame.surroundings);
  tell_page(theme);
  const Layout layout = layout_for(frame.surroundings);
  Ui ui(frame, typesetter_, memory_, theme, layout.content.width < narrow_below, page_version());
  Wishes wishes;
  const std::vector<KnownDocument> known = known_documents();
  Shell shell{ui, words(), choices_, dossier(), wishes, known, keeping_, embedded_};
  const std::int64_t shown_before = what_is_shown();
  const auto settings_before = std::pair(choices_.language, choices_.theme);
  if (choices_.view == View::more && layout.rail) choices_.view = View::overview;
  if (choices_.hall >= 0 && dossier() != nullptr) {
    Scene scene = scene_for(ui);
    show_hall(scene, {0, 0, frame.surroundings.width, frame.surroundings.height});
    return;
  }

  if (layout.rail) show_rail(shell, {0, 0, layout.content.x, frame.surroundings.height});
  show_content(ui, shell, layout);
  if (dossier() != nullptr) {
    Scene scene = scene_for(ui);
    if (layout.panel) show_panel(scene, layout);
    if (!layout.rail) {
      const float top = layout.content.height;
      show_bar_below(shell, {0, top, frame.surroundings.width, frame.surroundings.height - top});
    }
    if (layout.sheet) show_sheet(scene);
  }

  bring_up_to_date();
  if (what_is_shown() != shown_before) {
    if (what_is_shown() != 0) opener_ = ui.activated_node();
    figure_since_ = frame.surroundings.seconds;
  }
  if (return_focus_) {
    return_focus_ = false;
    frame.mirror.focus(opener_);
  }
  if (settings_before != std::pair(choices_.language, choices_.theme)) tell_settings();
  if (wishes.dismiss) forget_errors();
  if (wishes.hall) choices_.hall = 0;
  if (wishes.sample) open_sample();
  fulfil(wishes);
  fulfil_scene();
}

void App::show_content(Ui& ui, Shell& shell, const Layout& layout) {
  const float side = layout.content.width < narrow_below ? narrow_margin : margin;
  const float centred = std::max(side, (layout.content.width - content_width) / 2);
  Rect window = layout.content;
  const auto notice = [&](const std::string& key, FunctionRef<void()> body) {
    const auto padded = [&] {
      ui.space(12);
      ui.inside(centred, centred, body);
    };
    ui.x = ui.y = 0;
    ui.width = window.width;
    const float high = ui.height_of(padded);
    ui.region(Role::complementary, key, {window.x, window.y, window.width, high}, words()(key + ".name"),
              ui.colours.paper, 0, padded);
    window.y += high;
    window.height -= high;
  };
  if (progress_.active) notice("progress", [&] { show_progress(shell, progress_); });
  if (!errors_.empty()) {
    const std::string sentence = error_sentences(0);
    // What to do about one of them would not fit the others.
    const std::string hint = errors_.size() == 1 ? error_hint(errors_[0], choices_.language) : std::string();
    notice("message", [&] { show_message(shell, sentence, hint); });
  }
  const bool started = dossier() != nullptr;
  if (started && choices_.view == View::source) show_bar_above(ui, window);
  const std::string key = started ? numbered(name_of(choices_.view), desk_.top()->serial)
                          : choices_.view == View::help ? std::string("help")
                                                        : std::string("start");
  const std::string_view name = words()(started ? "content.name" : "start.name");
  ui.region(Role::content, key, window, name, ui.colours.paper, ui.narrow ? 32 : 48, [&] {
    if (std::exchange(choices_.content_waits, false)) ui.mirror.focus(ui.region_id());
    ui.inside(centred, centred, [&] {
      if (!started && choices_.view != View::help) {
        show_start(shell);
        return;
      }
      ui.space(ui.narrow ? 20 : 32);
      if (choices_.view == View::help) {
        show_help_page(shell);
        return;
      }
      if (choices_.view == View::more) {
        show_more(shell);
        return;
      }
      Scene scene = scene_for(ui);
      const Edits& edits = scene.reading.edits;
      if (!edits.empty() || edits.can_redo()) {
        show_changes_bar(scene);
        ui.space(24);
      }
      show_view(scene);
    });
  });
}

void App::show_bar_above(Ui& ui, Rect& window) {
  const float side = window.width < narrow_below ? narrow_margin : margin;
  const float centred = std::max(side, (window.width - content_width) / 2);
  const float high = source_bar_height(ui);
  ui.region(Role::complementary, "find-bar", {window.x, window.y, window.width, high},
            words()("source.find_bar"), ui.colours.paper, 0, [&] {
              ui.inside(centred, centred, [&] {
                Scene scene = scene_for(ui);
                show_source_bar(scene, desk_.top()->source_layout);
              });
            });
  window.y += high;
  window.height -= high;
}

Scene App::scene_for(Ui& ui) {
  OpenDocument& top = *desk_.top();
  open_.clear();
  std::size_t here = 0;
  for (const std::unique_ptr<OpenDocument>& each : desk_.documents()) {
    if (each.get() == &top) here = open_.size();
    open_.push_back(&each->dossier);
  }
  return {ui,      top.dossier, top.reading, knowledge_.value(), words(), choices_,
          things_, open_,       here,        scene_wishes_};
}

void App::show_view(Scene& scene) {
  switch (choices_.view) {
    case View::breakdown:
      return show_breakdown(scene);
    case View::change:
      return show_change(scene);
    case View::checks:
      return show_checks(scene);
    case View::performance:
      return show_performance(scene);
    case View::source:
      return show_source(scene, desk_.top()->source_layout);
    case View::protection:
      return show_protection(scene);
    case View::rules:
      return show_rules(scene);
    case View::words:
      return show_words(scene);
    case View::hand_on: {
      ask_for_link();
      const std::string_view wish = show_handing_on(scene, handing_);
      if (!wish.empty()) hand(wish);
      return;
    }
    case View::overview:
    case View::help:
    case View::more:
      break;
  }
  show_overview(scene);
}

void App::show_help_page(Shell& shell) {
  const HelpWish wish = show_help(shell.ui, words(), knowledge_.value(), choices_.single_keys);
  if (wish.licences) notify_page("licences", {});
  if (!wish.toggle_keys) return;
  choices_.single_keys = !choices_.single_keys;
  tell_settings();
}

std::unique_ptr<Application> make_application() {
  return std::make_unique<App>();
}

}  // namespace mingzhang
