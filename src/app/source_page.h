// The document set on the source view's sheet: words with their marks, tables as tables, in parts that cost
// nothing out of sight. Used by source_view.cpp and source_table.cpp only.
#pragma once

#include "app/scene.h"
#include "app/source_layout.h"
#include "app/source_places.h"

#include <string>
#include <vector>

namespace mingzhang {

/// A place on the sheet that the strip at the right shows.
struct Tick {
  float y = 0;  // in the region; near enough for a strip
  std::size_t place = 0;
};

class SourcePage {
 public:
  SourcePage(Scene& scene, SourceLayout& layout) : scene_(scene), layout_(layout) {}

  /// All blocks, from the top of the column on.
  void show();
  /// Places with a problem.
  const std::vector<Tick>& problems() const { return problems_; }
  /// Where what was looked for stands.
  const std::vector<float>& found() const { return found_; }
  /// Where the place that a jump goes to stands; its height is 0 while it was not met.
  const Rect& landed() const { return landed_; }

 private:
  const std::vector<SourcePlace>& places() const { return scene_.dossier.places; }
  void show_block(std::size_t index);
  void show_words(std::string_view key, Span span, const Type& look, Colour colour,
                  const TextOptions& options);
  std::vector<Run> runs_in(Span span) const;
  Run run_for(const SourcePlace& place, Span within) const;
  void mark_terms(std::vector<Run>& runs, Span span) const;
  void mark_found(std::vector<Run>& runs, Span span) const;
  void note_landing(Span span, const std::vector<Run>& runs, const Type& look, float wide, float top);
  std::string link_name(std::int32_t link) const;
  void press(std::int32_t link);
  /// A part of the sheet that shows the words of `span`.
  void part(std::string_view key, Span span, FunctionRef<void()> body, Role role = Role::group);
  std::uint64_t version_of(Span span) const;

  // Tables: source_table.cpp
  void show_table(std::size_t index);
  void show_rows(const Table& table, const TableLayout& layout, std::uint32_t first, std::uint32_t end);
  void show_blocks(const Table& table, std::uint32_t first, std::uint32_t end);
  /// Widths that a table's columns would like, and those that their figures need.
  struct Wishes {
    std::vector<float> natural, figures;
  };
  Wishes wishes_of(const Table& table, bool small, std::vector<bool>& figure_columns) const;
  void measure_table(const Table& table, TableLayout& layout);
  bool fit_columns(const Wishes& wishes, float size, TableLayout& layout) const;
  float cell_height(const Table& table, const TableLayout& layout, std::uint32_t row, std::uint32_t column);
  void show_row(const Table& table, const TableLayout& layout, std::uint32_t row, float high);
  void show_pair(float label_width, FunctionRef<void()> label, FunctionRef<void()> words);
  std::string head_of(const Table& table, std::uint32_t column) const;
  void show_row_as_block(const Table& table, std::uint32_t row);
  std::uint32_t columns_spanned(const Table& table, std::uint32_t row, std::uint32_t column) const;

  Scene& scene_;
  SourceLayout& layout_;
  std::vector<Tick> problems_;
  std::vector<float> found_;
  Rect landed_;
};

/// The first place at which each term stands in each section, in order.
std::vector<TermPlace> term_places(const Document& document, const Phrases& words);

}  // namespace mingzhang
