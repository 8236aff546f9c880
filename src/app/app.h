// The application: what is open, what the visitor chose, and how both become rail, view, evidence and
// messages in the window. app.cpp: a frame; opening.cpp: documents and commands; panel.cpp: evidence beside
// or above the view. Tested in tests/browser, through the mirror. For this room only.
#pragma once

#include "app/address.h"
#include "app/desk.h"
#include "app/handing_on.h"
#include "app/place.h"
#include "app/scene.h"
#include "app/shell.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Width of the evidence beside the content; below the second, in CSS px of the content, the page is narrow.
constexpr float panel_width = 400, narrow_below = 600;

class App final : public Application {
 public:
  App();

  void frame(const Frame& frame) override;
  void open(std::string name, std::vector<std::uint8_t> bytes, Opening how) override;
  void open_packed(std::vector<std::uint8_t> packed, Opening how) override;
  void fail(std::string code, std::string name, std::string detail, double offset) override;
  void command(std::string_view name, std::string_view value) override;
  std::string place() const override { return place_of(desk_.top(), choices_); }
  void go_to(std::string_view place) override;

 private:
  struct Layout {
    float scale = 1;  // of the visitor's text size, as far as the page's frame follows it
    bool rail = false, panel = false, sheet = false;
    Rect content;
  };

  void report(Error error) { errors_.push_back(std::move(error)); }
  void forget_errors() { errors_.clear(), errors_said_ = 0; }
  /// What the errors say, one a line; of many the first few.
  std::string error_sentences(std::size_t from) const;
  const Phrases& words() const { return choices_.language == Language::zh ? *zh_ : *en_; }
  /// What the reader changed shows from the next description on; the page is told of it.
  void bring_up_to_date();
  void take_marks(std::string_view key, std::string_view json);
  /// Of everything that any part of the page may depend on.
  std::uint64_t page_version() const;
  const Dossier* dossier() const { return desk_.top() == nullptr ? nullptr : &desk_.top()->dossier; }
  void put(Analysis read, Opening how);
  void open_sample();
  void copy_source(std::string_view places);
  void close(std::string_view key);
  void take_key(std::string_view key);
  /// What the visitor asked for on the page of handing on.
  void hand(std::string_view kind);
  /// Asks the page's script for the link of the present place.
  void ask_for_link();
  void save_as_page(bool pdf);
  void fulfil(const Wishes& wishes);
  void fulfil_scene();
  std::vector<KnownDocument> known_documents() const;
  void lift(OpenDocument* document);
  Theme theme_for(const Surroundings& surroundings) const;
  Layout layout_for(const Surroundings& surroundings) const;
  /// Title, language and colours, where they changed.
  void tell_page(Theme theme);
  void tell_settings() const;
  void say_error(Mirror& mirror);
  void show_content(Ui& ui, Shell& shell, const Layout& layout);
  /// What a view of the document on top is given.
  Scene scene_for(Ui& ui);
  void show_view(Scene& scene);
  /// Where words are looked for in the source; takes its height from `window`.
  void show_bar_above(Ui& ui, Rect& window);
  void show_help_page(Shell& shell);
  void show_panel(Scene& scene, const Layout& layout);
  void show_sheet(Scene& scene);
  void show_panel_head(Scene& scene);
  void close_evidence();
  /// In the panel: a figure, a term, or nothing (0).
  std::int64_t what_is_shown() const {
    if (choices_.term != none) return -1 - static_cast<std::int64_t>(choices_.term);
    return static_cast<std::int64_t>(choices_.figure) + 1;
  }
  std::string page_title() const;

  Result<Knowledge> knowledge_;
  std::unique_ptr<Phrases> zh_, en_;
  std::vector<Thing> things_ = everyday_things();
  SceneWishes scene_wishes_;
  std::vector<const Dossier*> open_;  // as the desk has them, for the views
  Typesetter typesetter_;
  UiMemory memory_;
  Choices choices_;
  Desk desk_;
  /// Where to go in the document that is opened next, or in the one that it names.
  std::string waiting_place_;
  /// What the page keeps on this device: key, name, entity, year, kind.
  std::vector<Address> kept_;
  std::string keeping_;  // kept | denied | full
  ReadingProgress progress_;
  Handing handing_;
  /// Place, document and numbers of the link that was asked for last.
  std::string link_asked_;
  bool saved_page_ = false, embedded_ = false;

  /// Of what was opened last; several files may fail together.
  std::vector<Error> errors_;
  std::size_t errors_said_ = 0;

  // What the page was told last, and what is moving.
  std::string told_title_;
  std::optional<Language> told_language_;
  std::optional<Theme> told_theme_;
  std::int64_t shown_ = 0;
  double figure_since_ = 0;
  NodeId opener_ = 0;
  bool return_focus_ = false;
};

}  // namespace mingzhang
