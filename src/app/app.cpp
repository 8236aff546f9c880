// The application: opens documents, holds what the visitor chose, and puts rail, view, evidence and messages
// into the window. Tested in tests/browser, through the mirror.
#include "app/scene.h"
#include "app/shell.h"
#include "app/source_view.h"
#include "document/limits.h"
#include "report/report.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include <assets/assets.h>

namespace mingzhang {
namespace {

constexpr float wide_from = 900;    // a rail instead of a bar below
constexpr float panel_from = 1100;  // evidence beside the content instead of a sheet
constexpr float panel_width = 400, content_width = 1100;
constexpr float margin = 40, narrow_margin = 16, narrow_below = 600;
constexpr double opening_seconds = 0.2;
constexpr std::string_view sample_path = "samples/linhe-npc-2021-budget.txt";
constexpr std::string_view view_names[] = {"overview",    "breakdown", "change", "checks",
                                           "performance", "source",    "more"};

class App final : public Application {
 public:
  App() : knowledge_(Knowledge::load()) {
    choices_.language = prefers_chinese() ? Language::zh : Language::en;
    if (!knowledge_.ok()) {
      report(knowledge_.error());
      return;
    }
    const Vocabulary& vocabulary = knowledge_.value().vocabulary;
    zh_ = std::make_unique<Phrases>(Language::zh, vocabulary);
    en_ = std::make_unique<Phrases>(Language::en, vocabulary);
  }

  void frame(const Frame& frame) override;
  void open(std::string name, std::vector<std::uint8_t> bytes) override;
  void fail(std::string code, std::string name) override {
    // The page refuses a file that is too large before its bytes come here, so the limit is named here.
    std::string limit;
    if (code == "file.too_large") limit = std::to_string(limits::input_bytes >> 20) + " MB";
    report({.code = std::move(code), .file = std::move(name), .detail = std::move(limit)});
  }
  void command(std::string_view name, std::string_view value) override;

 private:
  struct Layout {
    float scale = 1;  // of the visitor's text size, as far as the page's frame follows it
    bool rail = false, panel = false, sheet = false;
    Rect content;
  };

  void report(Error error) {
    error_ = std::move(error);
    error_to_say_ = true;
  }
  const Phrases& words() const { return choices_.language == Language::zh ? *zh_ : *en_; }
  Theme theme_for(const Surroundings& surroundings) const;
  Layout layout_for(const Surroundings& surroundings) const;
  void tell_page(Theme theme);
  void say_error(Mirror& mirror);
  void show_content(Ui& ui, Shell& shell, const Layout& layout);
  void show_view(Scene& scene);
  void show_panel(Scene& scene, const Layout& layout);
  void show_sheet(Scene& scene);
  void show_panel_head(Scene& scene);
  void close_evidence();
  std::string page_title() const;

  Result<Knowledge> knowledge_;
  std::unique_ptr<Phrases> zh_, en_;
  Typesetter typesetter_;
  Choices choices_;
  std::unique_ptr<Dossier> dossier_;
  std::vector<SourcePlace> places_;
  SourceLayout source_layout_;
  std::size_t opened_ = 0;  // documents so far: regions of another document begin at their top

  std::optional<Error> error_;
  bool error_to_say_ = false;

  // What the page was told last, and what is moving.
  std::string told_title_;
  std::optional<Language> told_language_;
  std::optional<Theme> told_theme_;
  std::int32_t shown_figure_ = none;
  double figure_since_ = 0;
  NodeId opener_ = 0;
  bool return_focus_ = false;
};

// Opening
// -------------------------------------------------------------------------------------------------------

void App::open(std::string name, std::vector<std::uint8_t> bytes) {
  if (!knowledge_.ok()) return;
  Result<Analysis> read = analyse(bytes, name, knowledge_.value());
  if (!read.ok()) {
    Error error = read.error();
    if (error.file.empty()) error.file = std::move(name);
    report(std::move(error));
    return;
  }
  if (!read.value().disclosure.recognised) {
    report({.code = "file.not_disclosure", .file = std::move(name)});
    return;
  }
  const bool dossier_was_open = dossier_ != nullptr;
  dossier_ = std::make_unique<Dossier>(std::move(read).value(), knowledge_.value());
  places_ = source_places(dossier_->analysis, dossier_->marks);
  source_layout_.forget();
  // The view that the page's address named waits for its document.
  const View view = dossier_was_open ? View::overview : choices_.view;
  choices_.forget_document();
  choices_.view = view;
  if (!dossier_->verdict.contradictions.empty()) {
    choices_.open_findings.insert(dossier_->verdict.contradictions.front());
  }
  error_.reset();
  ++opened_;
}

void App::command(std::string_view name, std::string_view value) {
  if (name == "language") choices_.language = value == "en" ? Language::en : Language::zh;
  if (name == "theme") {
    choices_.theme.reset();
    if (value == "light") choices_.theme = Theme::light;
    if (value == "dark") choices_.theme = Theme::dark;
    if (value == "high_contrast" || value == "contrast") choices_.theme = Theme::high_contrast;
  }
  if (name == "view") {
    for (std::size_t i = 0; i < std::size(view_names); ++i) {
      if (value == view_names[i]) choices_.view = static_cast<View>(i);
    }
  }
  if (name == "key" && value == "Escape") {
    if (choices_.figure != none) {
      close_evidence();
    } else {
      error_.reset();
    }
  }
}

void App::close_evidence() {
  choices_.figure = none;
  return_focus_ = true;
}

// A frame
// -------------------------------------------------------------------------------------------------------

Theme App::theme_for(const Surroundings& surroundings) const {
  if (surroundings.system_theme == Theme::high_contrast) return Theme::high_contrast;
  return choices_.theme.value_or(surroundings.system_theme);
}

App::Layout App::layout_for(const Surroundings& surroundings) const {
  Layout layout;
  const float wide = surroundings.width, high = surroundings.height;
  layout.scale = std::clamp(surroundings.text_scale, 1.0F, 1.6F);
  layout.rail = dossier_ != nullptr && wide >= wide_from * layout.scale;
  const bool evidence = dossier_ != nullptr && choices_.figure != none;
  layout.panel = evidence && wide >= panel_from * layout.scale;
  layout.sheet = evidence && !layout.panel;
  const float left = layout.rail ? std::round(rail_width * layout.scale) : 0;
  const float below = dossier_ != nullptr && !layout.rail ? std::round(bar_height * layout.scale) : 0;
  layout.content = {left, 0, wide - left - (layout.panel ? panel_width : 0), high - below};
  return layout;
}

std::string App::page_title() const {
  std::string title;
  if (dossier_ != nullptr && !dossier_->disclosure().entity.empty())
    title = dossier_->disclosure().entity + " · ";
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

void App::say_error(Mirror& mirror) {
  if (!error_to_say_ || !error_) return;
  error_to_say_ = false;
  const std::string name = error_->file.empty() ? std::string() : error_->file + ": ";
  mirror.alert(name + error_sentence(*error_, choices_.language));
}

void App::frame(const Frame& frame) {
  say_error(frame.mirror);
  if (zh_ == nullptr) return;
  const Theme theme = theme_for(frame.surroundings);
  tell_page(theme);
  const Layout layout = layout_for(frame.surroundings);
  Ui ui(frame, typesetter_, theme, layout.content.width < narrow_below);
  Wishes wishes;
  Shell shell{ui, words(), choices_, dossier_.get(), wishes};
  const std::int32_t figure_before = choices_.figure;
  if (choices_.view == View::more && layout.rail) choices_.view = View::overview;

  if (layout.rail) show_rail(shell, {0, 0, layout.content.x, frame.surroundings.height});
  show_content(ui, shell, layout);
  if (dossier_ != nullptr) {
    Scene scene{ui, *dossier_, knowledge_.value(), words(), choices_};
    if (layout.panel) show_panel(scene, layout);
    if (!layout.rail) {
      const float top = layout.content.height;
      show_bar_below(shell, {0, top, frame.surroundings.width, frame.surroundings.height - top});
    }
    if (layout.sheet) show_sheet(scene);
  }

  if (choices_.figure != figure_before) {
    if (choices_.figure != none) opener_ = ui.activated_node();
    figure_since_ = frame.surroundings.seconds;
  }
  if (return_focus_) {
    return_focus_ = false;
    frame.mirror.focus(opener_);
  }
  if (wishes.dismiss) error_.reset();
  if (wishes.sample) {
    const std::string_view bytes = asset(sample_path);
    open(std::string(words()("sample.name")), {bytes.begin(), bytes.end()});
  }
}

void App::show_content(Ui& ui, Shell& shell, const Layout& layout) {
  const float side = layout.content.width < narrow_below ? narrow_margin : margin;
  const float centred = std::max(side, (layout.content.width - content_width) / 2);
  Rect window = layout.content;
  if (error_) {
    const std::string name = error_->file.empty() ? std::string() : error_->file + "：";
    const std::string sentence = name + error_sentence(*error_, choices_.language);
    const std::string hint = error_hint(*error_, choices_.language);
    const auto message = [&] {
      ui.space(12);
      ui.inside(centred, centred, [&] { show_message(shell, sentence, hint); });
    };
    ui.x = ui.y = 0;
    ui.width = window.width;
    const float high = ui.height_of(message);
    ui.region(Role::complementary, "message", {window.x, window.y, window.width, high},
              words()("message.name"), ui.colours.paper, 0, message);
    window.y += high;
    window.height -= high;
  }
  const bool started = dossier_ != nullptr;
  const std::string key =
      started ? numbered(view_names[static_cast<std::size_t>(choices_.view)], opened_) : std::string("start");
  const std::string_view name = words()(started ? "content.name" : "start.name");
  ui.region(Role::content, key, window, name, ui.colours.paper, ui.narrow ? 32 : 48, [&] {
    ui.inside(centred, centred, [&] {
      if (!started) {
        show_start(shell);
        return;
      }
      ui.space(ui.narrow ? 20 : 32);
      if (choices_.view == View::more) {
        show_more(shell);
        return;
      }
      Scene scene{ui, *dossier_, knowledge_.value(), words(), choices_};
      show_view(scene);
    });
  });
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
      return show_source(scene, places_, source_layout_);
    case View::overview:
    case View::more:
      break;
  }
  show_overview(scene);
}

// Evidence
// ------------------------------------------------------------------------------------------------------

void App::show_panel_head(Scene& scene) {
  Ui& ui = scene.ui;
  const Type& small = ui.type.caption;
  const float high = std::max(32.0F, ui.target());
  const std::string_view words = scene.words("evidence.title");
  ui.label(ui.x, ui.y + (high - small.line) / 2, words, small, ui.colours.second);
  ui.say(Role::paragraph, "panel-title", {ui.x, ui.y + (high - small.line) / 2, ui.width - high, small.line},
         words, small, ui.colours.second);
  const Rect rect{ui.x + ui.width - high + 8, ui.y, high, high};
  const Pressed pressed =
      ui.press("close", rect, {},
               {.state = {.name = scene.words("action.close"), .identifier = "close-evidence"},
                .type = small,
                .radius = 8});
  const float x = rect.x + high / 2, y = rect.y + high / 2;
  const Colour ink = pressed.hovered ? ui.colours.ink : ui.colours.second;
  ui.line({x - 5, y - 5}, {x + 5, y + 5}, ink, 1.5F);
  ui.line({x + 5, y - 5}, {x - 5, y + 5}, ink, 1.5F);
  ui.space(high + 4);
  // A panel that opened takes the keyboard along, once.
  if (!ui.measuring() && shown_figure_ != choices_.figure) {
    shown_figure_ = choices_.figure;
    ui.mirror.focus(pressed.id);
  }
  if (pressed.activated) close_evidence();
}

void App::show_panel(Scene& scene, const Layout& layout) {
  Ui& ui = scene.ui;
  const Rect window{layout.content.x + layout.content.width, 0, panel_width,
                    scene.ui.frame.surroundings.height};
  // A soft edge to the left: the panel lifts a little.
  for (int i = 0; i < 16; ++i) {
    const float out = static_cast<float>(i + 1) * 1.5F;
    ui.list().AddRectFilled({window.x - out, 0}, {window.x, window.height},
                            packed(faded(ui.colours.shadow, 0.004F)));
  }
  const std::string key = numbered("evidence", static_cast<std::size_t>(choices_.figure));
  ui.region(Role::complementary, key, window, scene.words("evidence.title"), ui.colours.card, 32, [&] {
    ui.fill({0, 0, ui.colours.border, 100000}, ui.colours.line);
    ui.space(16);
    ui.inside(24, 24, [&] {
      show_panel_head(scene);
      if (choices_.figure != none) show_evidence(scene);
    });
  });
}

void App::show_sheet(Scene& scene) {
  Ui& ui = scene.ui;
  const Surroundings& around = ui.frame.surroundings;
  const double since = around.seconds - figure_since_;
  float way = 0;  // still to go
  if (!around.reduced_motion && since < opening_seconds) {
    const auto part = static_cast<float>(std::clamp(since / opening_seconds, 0.0, 1.0));
    way = (1 - part) * (1 - part) * (1 - part);
    ui.frame.another = true;
  }
  ui.list().AddRectFilled({0, 0}, {around.width, around.height}, packed(faded(ui.colours.scrim, 1 - way)));
  const Rect everything{0, 0, around.width, around.height};
  const NodeId scrim =
      ui.mirror.leaf(Role::button, "scrim", everything, {}, {}, {.name = scene.words("action.close")});
  if (ui.mirror.activated(scrim)) close_evidence();

  const float wide = std::min(around.width, 640.0F);
  const float side = (around.width - wide) / 2;
  const float inner = ui.narrow || around.width < narrow_below ? 24 : 32;
  const auto content = [&] {
    ui.space(12);
    ui.inside(inner, inner, [&] {
      show_panel_head(scene);
      if (choices_.figure != none) show_evidence(scene);
    });
  };
  ui.x = ui.y = 0;
  ui.width = wide;
  const float natural = ui.height_of(content) + 32;
  const float high = std::min(natural, std::round(around.height * 0.7F));
  const Rect window{side, around.height - high, wide, high};
  const std::string key = numbered("evidence", static_cast<std::size_t>(choices_.figure));
  ui.list().AddRectFilled({window.x, window.y + way * high}, {window.x + wide, around.height + 20},
                          packed(ui.colours.card), 16, ImDrawFlags_RoundCornersTop);
  ui.shifted_region(Role::complementary, key, window, scene.words("evidence.title"), way * high, 32, content);
}

}  // namespace

std::unique_ptr<Application> make_application() {
  return std::make_unique<App>();
}

}  // namespace mingzhang
