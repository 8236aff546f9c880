// A table as its readers see it: cells in folded form, columns found by their heads.
#pragma once

#include "disclosure/extraction.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang {

class TableView {
 public:
  TableView(Extraction& extraction, std::int32_t block);

  const Table& table() const { return table_; }
  std::uint32_t rows() const { return table_.rows; }
  std::uint32_t columns() const { return table_.columns; }
  /// Rows of heads; one more than the reader of the document knew of where a row holds nothing but known
  /// heads.
  std::uint32_t header_rows() const { return header_rows_; }

  std::string_view words(std::uint32_t row, std::uint32_t column) const {
    return document_.words(table_.at(row, column).span);
  }
  bool is_empty(std::uint32_t row, std::uint32_t column) const { return table_.at(row, column).span.empty(); }
  /// Folded, without a colon at its end.
  std::string label(std::uint32_t row, std::uint32_t column) const;
  /// Heads of a column from top to bottom, folded, without repetitions; bracketed units are left out.
  const std::vector<std::string>& heads(std::uint32_t column) const { return heads_[column]; }
  /// The lowest head of a column; empty for none.
  std::string_view head(std::uint32_t column) const;
  /// The unit that figures of a column have where they print none: the head's own, else the table's.
  Unit unit(std::uint32_t column) const { return units_[column]; }
  /// Words that say what the table is about: its title, the paragraph before it and its heading.
  bool titled(std::string_view part);
  /// Folded: its title, or where it has none that says anything, the heading or short line above it.
  std::string caption() const;
  /// A row of 栏次 beneath the heads: 1 2 3, no money.
  bool is_numbering(std::uint32_t row) const;
  const std::string& title();
  /// As-of year in its title or the paragraphs before it; 0 for none.
  int as_of();
  /// Column whose lowest head is one of the words; none where there is none.
  std::int32_t column_of(const std::vector<std::string>& words) const;

  Source source(std::uint32_t row, std::uint32_t column) const;
  Span row_span(std::uint32_t row) const;
  /// The only figure of a cell that holds nothing else but a comparator or a unit; nullptr where it holds
  /// words, more figures or nothing, or where its column or row is in doubt. Valid until the next call.
  const Quantity* figure(std::uint32_t row, std::uint32_t column);
  /// The same, whether or not its column or row is in doubt.
  const Quantity* printed_figure(std::uint32_t row, std::uint32_t column);
  /// The sums of this row vouch for its columns: none of its cells is in doubt any more.
  void vouch_for(std::uint32_t row) { vouched_row_ = row; }
  void mark_placed(std::uint32_t row, std::uint32_t column) { placed_[row * table_.columns + column] = true; }
  /// Columns of codes, whose digits are no figures.
  void skip_columns(std::vector<bool> columns) { skipped_ = std::move(columns); }
  /// Figures of cells that no fact came from.
  void leave_rest_unplaced();

 private:
  /// 序号, 行次: its numbers are no figures.
  bool is_sequence(std::uint32_t column) const;
  void find_header_rows();
  std::vector<std::uint32_t> head_anchors() const;
  void read_heads();
  void read_title();

  Extraction& ex_;
  const Document& document_;
  std::int32_t block_;
  const Table& table_;
  std::uint32_t header_rows_ = 0;
  std::vector<std::vector<std::string>> heads_;
  std::vector<Unit> units_;
  bool title_read_ = false;
  std::string title_;
  int as_of_ = 0;
  std::int64_t vouched_row_ = -1;
  std::vector<bool> placed_;
  std::vector<bool> skipped_;
  mutable std::int64_t span_row_ = -1;
  mutable Span span_of_row_{};
};

/// Readers by shape; each returns false where the table has another shape.
bool read_activities(Extraction& extraction, TableView& view, const TableShape& shape);
bool read_organisation(Extraction& extraction, TableView& view, const TableShape& shape);
bool read_assets(Extraction& extraction, TableView& view, const TableShape& shape);
bool read_project_list(Extraction& extraction, TableView& view, const TableShape& shape);
bool read_project_forms(Extraction& extraction, TableView& view);

/// Columns of a shape by role, in the order of its roles; `complete` false where a required one is missing.
struct ShapeColumns {
  const TableShape* shape = nullptr;
  std::vector<std::int32_t> columns;
  bool complete = false;
  std::int32_t of(std::string_view role) const;
};
ShapeColumns columns_of(TableView& view, const TableShape& shape);

}  // namespace mingzhang
