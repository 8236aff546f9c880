// What the reader of a format finds, in reading order, before it is a document: paragraphs, and tables whose
// cells' extents the format itself states. Tables may stand in cells of others.
//
// flow_writer.h makes a document of it: its text, blocks, sections and tables. Readers of Word, Excel, HTML
// and separated values record here and know nothing of titles, captions, heads and units.
// Tested in tests/unit/document/flow_test.cpp.
#pragma once

#include "text/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

enum class ParagraphKind : std::uint8_t {
  text,      // a heading where its number says so
  title,     // of the whole document, by its style
  heading,   // by its style, whether numbered or not
  contents,  // an entry of a table of contents
};

enum class FlowKind : std::uint8_t { paragraph, open_table, cell, close_table };

struct FlowItem {
  FlowKind kind = FlowKind::paragraph;
  ParagraphKind paragraph = ParagraphKind::text;
  /// paragraph: a blank one stands before it.
  bool after_blank = false;
  /// open_table: its rows are a sheet's, where empty cells mean nothing and blank rows part tables.
  bool is_sheet = false;
  /// In TextFlow::words(). paragraph: its words; open_table: the sheet's name, which stands for a title where
  /// it prints none.
  Span words;
  /// cell: its place and extent. The items up to the next cell or the table's end stand in it.
  std::uint32_t row = 0, column = 0, rows = 1, columns = 1;
};

class TextFlow {
 public:
  /// Surrounding white space is dropped; where no words are left only the gap is recorded. A tab sets what is
  /// left and right of it apart; a line break is a space outside tables.
  void paragraph(std::string_view words, ParagraphKind kind = ParagraphKind::text);
  void open_table();
  void open_sheet(std::string_view name);
  /// Cells come row by row, from left to right, and do not overlap. Returns the item's index.
  std::size_t cell(std::uint32_t row, std::uint32_t column, std::uint32_t rows = 1,
                   std::uint32_t columns = 1);
  /// The cell recorded as that item reaches down to `row`, this row included.
  void reach_down(std::size_t item, std::uint32_t row) { items_[item].rows = row + 1 - items_[item].row; }
  void close_table();
  /// The paragraph recorded as that item is none.
  void forget(std::size_t item) { items_[item].words.end = items_[item].words.start; }

  /// More words or items were given than a document may have (limits.h); what came since then is missing.
  bool is_full() const { return full_; }

  const std::vector<FlowItem>& items() const { return items_; }
  std::string_view words() const { return words_; }

 private:
  bool has_room();

  std::vector<FlowItem> items_;
  std::string words_;
  bool after_blank_ = false;
  bool full_ = false;
};

}  // namespace mingzhang
