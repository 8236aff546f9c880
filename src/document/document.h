// A document as read: its text, and the headings, paragraphs and tables in it, each with its place in the
// text.
//
// Offsets everywhere are bytes of `text`. For a UTF-8 text file `text` is the file itself, byte-order mark
// included; for other encodings it is the file in UTF-8; for laid-out text and other formats the text that
// the reader made. A Document is immutable once read and owns everything; views into `text` live as long as
// it does.
#pragma once

#include "text/quantity.h"
#include "text/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

inline constexpr std::int32_t none = -1;

/// One position of a table's grid.
struct Cell {
  /// The cell's words without surrounding white space; empty where nothing is printed. Several lines of one
  /// cell are one span with the line breaks inside.
  Span span;
  /// Part of a merged cell that began further up or to the left; its span is empty.
  bool continued = false;
  /// The layout leaves open whether these words belong here: shown, and never used to accuse.
  bool unsure = false;
};

struct Table {
  /// Words of the nearest caption or title row; may be empty.
  Span title;
  /// Words of the unit line that governs the table (单位：万元), wherever it stands; may be empty.
  Span unit_line;
  /// The unit that line names; Unit::none where there is none. A column head may name its own (header text).
  Unit unit = Unit::none;
  /// The whole table in the text.
  Span span;
  std::int32_t page = none;
  /// Rows at the top that hold column heads; they are not counted in the report's row numbers.
  std::uint32_t header_rows = 0;
  std::uint32_t rows = 0;  // header rows included
  std::uint32_t columns = 0;
  /// Dense, row by row: cells[row * columns + column].
  std::vector<Cell> cells;

  const Cell& at(std::uint32_t row, std::uint32_t column) const { return cells[row * columns + column]; }
};

enum class BlockKind : std::uint8_t { title, heading, paragraph, table };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  /// Without surrounding white space.
  Span span;
  /// Index into Document::tables; none unless kind is table.
  std::int32_t table = none;
  /// Index of the innermost section that the block belongs to; a heading belongs to the section it opens,
  /// and to none where it has no number.
  std::int32_t section = none;
  std::int32_t page = none;
  /// A paragraph that is one line of a table laid out by spaces, whose columns were not read: what its
  /// figures are about cannot be told from the words beside them.
  bool in_columns = false;
};

/// A numbered heading and what follows it up to the next heading of its level or above.
struct Section {
  /// As printed, without the separator: "一", "（二）", "3", "（1）", "第一部分".
  std::string number;
  /// The heading's words after its number, without a closing colon. For a numbered paragraph (1、负责…) the
  /// span covers only its first sentence.
  Span title;
  /// Heading through the last block.
  Span span;
  /// 0: 第一部分; 1: 一、; 2: （一）; 3: 1、 1. 1．; 4: （1） ①
  std::uint8_t level = 0;
  /// The number's value: 二 is 2.
  std::uint16_t ordinal = 0;
  std::int32_t parent = none;
};

/// Something the reader could not place or had to leave out, for the visitor to see.
struct ReaderNote {
  std::string code;  // words in assets/words/errors.json
  Span span;
  std::string detail;
};

/// One input of a document that was joined of several (join.h).
struct InputPart {
  std::string name;
  std::string media;
  std::uint64_t bytes = 0;
  /// As Document::input_sha256.
  std::string sha256;
  /// Its text within the joined one.
  Span span;
  /// The first of its tables; they follow one another.
  std::int32_t first_table = 0;
  /// What its text was read from, within that of the joined one (Document::input_text).
  Span input;
  /// Its first page in Document::page_starts.
  std::size_t first_page = 0;
};

/// A stretch of the text and where it stands in the input's own text.
struct Origin {
  std::uint32_t start = 0;
  std::uint32_t size = 0;
  std::uint32_t input = 0;
};

/// A stretch of the text and the box around it on its page, in points from the top left corner.
struct PagePlace {
  std::uint32_t start = 0;
  std::uint32_t size = 0;
  std::int32_t page = none;
  float x0 = 0;
  float y0 = 0;
  float x1 = 0;
  float y1 = 0;
};

struct Document {
  /// Name of the input as the visitor knows it.
  std::string name;
  /// "text/plain" and so on.
  std::string media;
  std::uint64_t input_bytes = 0;
  /// In hexadecimal, where the reader did not see the file's own bytes but what was made of them (a PDF's
  /// pages); else empty.
  std::string input_sha256;
  std::string text;
  std::vector<Block> blocks;
  std::vector<Section> sections;
  std::vector<Table> tables;
  std::vector<ReaderNote> notes;
  /// The inputs of a joined document, in order; empty for a document of one input.
  std::vector<InputPart> parts;
  /// Of laid-out text, whose lines, gaps and page numbers `text` is free of: the file's own text, in which a
  /// report's offsets count. Empty where that is `text` itself.
  std::string input;
  /// By start. Only where `input` is not empty.
  std::vector<Origin> origins;
  /// By start. Only of formats with pages that can be drawn.
  std::vector<PagePlace> places;
  /// Where each page's words begin in `text`; empty for formats without pages.
  std::vector<std::uint32_t> page_starts;

  std::string_view words(Span span) const { return span.of(text); }
  /// What a report's offsets count in.
  std::string_view input_text() const { return input.empty() ? std::string_view(text) : input; }
  /// The smallest stretch of input_text() that holds the words of `span`.
  Span in_input(Span span) const;
  /// `span` up to where the input has other words between its own, such as the number of a page; without white
  /// space at its end.
  Span unbroken(Span span) const;
  /// Index into `parts` of the input that a place is from; 0 where there is only one.
  std::int32_t part_at(std::uint32_t offset) const;
  /// Counted from 0 within the place's input; none where its format has no pages.
  std::int32_t page_of(std::uint32_t offset) const;
};

/// The path of a section as sources print it: "二、（一）"; empty for none.
std::string section_path(const Document& document, std::int32_t section);

}  // namespace mingzhang
