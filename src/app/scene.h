// What a view is given to show itself, and the views. Each has a file of its own.
#pragma once

#include "app/choices.h"
#include "app/dossier.h"
#include "app/phrases.h"
#include "app/ui.h"
#include "app/widgets.h"
#include "views/measures.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mingzhang {

/// What a view asks for that the application must do.
struct SceneWishes {
  /// Another of the open documents, and a figure of it (none: only the document).
  std::optional<std::pair<std::size_t, std::int32_t>> elsewhere;
  /// A link to this finding, to the clipboard.
  std::optional<FindingRef> link;
};

struct Scene {
  Ui& ui;
  const Dossier& dossier;
  /// What the reader changes here shows from the next description of the page on.
  Reading& reading;
  const Knowledge& knowledge;
  const Phrases& words;
  Choices& choices;
  const std::vector<Thing>& things;
  /// All documents that are open, and which of them this is.
  const std::vector<const Dossier*>& open;
  std::size_t here = 0;
  SceneWishes& wishes;
};

// The views, from top to bottom in the current column ----
void show_overview(Scene& scene);
void show_breakdown(Scene& scene);
void show_change(Scene& scene);
/// The same body over several years, and bodies beside each other.
void show_years(Scene& scene);
void show_bodies(Scene& scene);
void show_checks(Scene& scene);
void show_performance(Scene& scene);
void show_protection(Scene& scene);
void show_rules(Scene& scene);
void show_words(Scene& scene);
/// The words, places and checks of the chosen figure.
void show_evidence(Scene& scene);
/// What the chosen term means.
void show_term(Scene& scene);

// What they share ----
/// h1 and the sentence under it.
void show_title(Scene& scene, std::string_view title, std::string_view lead);
/// Section heading with room above it.
void show_heading(Scene& scene, std::string_view key, std::string_view words);
void open_figure(Scene& scene, std::int32_t fact);
/// What a term of the glossary means, in the place of a figure's evidence.
void open_term(Scene& scene, std::int32_t term);
void go_to_source(Scene& scene, Span place);
void go_to_checks(Scene& scene, Filter filter);
/// The checks with this one opened.
void go_to_finding(Scene& scene, FindingIndex index);
/// A figure at a place that opens its evidence.
bool show_figure(Scene& scene, std::string_view key, float left, float top, std::int32_t fact,
                 std::string_view words, const Type& look, const Rect* hit = nullptr);
std::string_view sign_name(const Phrases& words, Sign sign);
/// The colour that a part of the expenditure has in every view.
Colour kind_colour(const Scene& scene, const BreakdownNode& node, std::size_t place);
std::string node_name(const Scene& scene, const BreakdownNode& node);
/// Sign, formula and sentence in one row, with a way to the source: for lists.
void show_finding_line(Scene& scene, FindingIndex index);
/// Sign and formula in one line that leads to the finding: for the evidence of a figure.
void show_finding_link(Scene& scene, std::string_view key, FindingIndex index);
void show_evidence_label(Scene& scene, std::string_view key, std::string_view words);
/// Its arithmetic says something by itself.
bool has_formula(const Finding& finding);
/// Formula, or the sentence where there is none.
std::string finding_title(const Scene& scene, FindingIndex index);

}  // namespace mingzhang
