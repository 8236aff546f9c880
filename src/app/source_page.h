// The document set on the source view's sheet: words with their marks, tables as tables. Used by
// source_view.cpp and source_table.cpp only.
#pragma once

#include "app/scene.h"
#include "app/source_layout.h"
#include "app/source_places.h"

#include <string>
#include <vector>

namespace mingzhang {

/// A place with a problem, for the strip at the right.
struct Problem {
  float y = 0;  // in the region
  std::size_t place = 0;
  Sign sign = Sign::remark;
};

class SourcePage {
 public:
  SourcePage(Scene& scene, const std::vector<SourcePlace>& places, SourceLayout& layout)
      : scene_(scene), places_(places), layout_(layout) {}

  /// All blocks, from the top of the column on.
  void show();
  const std::vector<Problem>& problems() const { return problems_; }
  /// Where the place that a jump goes to stands; its height is 0 while it was not met.
  const Rect& landed() const { return landed_; }

 private:
  void show_block(std::size_t index);
  void show_words(std::string_view key, Span span, const Type& look, Colour colour,
                  const TextOptions& options);
  std::vector<Run> runs_in(Span span, std::size_t& first) const;
  Run run_for(const SourcePlace& place, Span within) const;
  void add_landing(std::vector<Run>& runs, Span span) const;
  void note_places(Span span, std::size_t first, const std::vector<Run>& runs, const Type& look, float wide,
                   float top);
  void press(std::size_t place);

  // Tables: source_table.cpp
  void show_table(std::size_t index);
  void show_grid(const Table& table, const TableLayout& layout);
  void show_blocks(const Table& table);
  /// Widths that a table's columns would like, and those that their figures need.
  struct Wishes {
    std::vector<float> natural, figures;
  };
  Wishes wishes_of(const Table& table, std::vector<bool>& figure_columns) const;
  void measure_table(const Table& table, TableLayout& layout);
  float cell_height(const Table& table, const TableLayout& layout, std::uint32_t row, std::uint32_t column);
  void show_row(const Table& table, const TableLayout& layout, std::uint32_t row);
  void show_pair(float label_width, FunctionRef<void()> label, FunctionRef<void()> words);
  std::string head_of(const Table& table, std::uint32_t column) const;
  void show_row_as_block(const Table& table, std::uint32_t row);
  std::uint32_t columns_spanned(const Table& table, std::uint32_t row, std::uint32_t column) const;

  Scene& scene_;
  const std::vector<SourcePlace>& places_;
  SourceLayout& layout_;
  std::vector<Problem> problems_;
  Rect landed_;
};

}  // namespace mingzhang
