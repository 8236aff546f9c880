// A Word file of 1997 to 2003 (MS-DOC): its paragraphs with their words and what their properties say of
// them. For use inside this room only.
//
// Deleted words are out, as in a document whose changes are accepted; hidden ones are left out and counted;
// of a field its result stands. Tested in tests/unit/document/doc_test.cpp.
#pragma once

#include "document/docx/numbering.h"
#include "document/ole/compound.h"
#include "text/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// How a row of a table is cut: the edges of its cells in twips, and of each cell whether it goes on from the
/// row above.
struct WordRow {
  std::vector<std::int16_t> edges;
  std::vector<bool> goes_on;
};

struct WordProperties {
  std::uint16_t style = 0;
  std::uint32_t depth = 0;  // of tables around it
  bool ends_row = false;
  bool ends_inner_row = false;
  int list = 0;  // 0: none
  int list_level = 0;
  int outline_level = 9;  // 9: text
  std::optional<WordRow> row;
};

struct WordParagraph {
  /// Line breaks and tabs as such.
  std::string words;
  WordProperties properties;
  /// It ends a cell or a row of a table.
  bool ends_cell = false;
};

struct WordStyle {
  /// As Word numbers its own styles: 1 to 9 headings, 19 to 27 entries of a table of contents, 62 the title.
  std::uint16_t own = 0xFFF;
  WordProperties properties;
};

class WordFile {
 public:
  /// Errors: file.password, doc.too_old (Word 6 and 95), ole.damaged.
  static Result<WordFile> open(const CompoundFile& file);

  /// Of the text itself, then of text boxes.
  std::vector<WordParagraph> body() const { return paragraphs(0, body_size_); }
  std::vector<WordParagraph> notes() const { return paragraphs(body_size_, notes_size_); }
  std::vector<WordParagraph> text_boxes() const { return paragraphs(boxes_start_, boxes_size_); }
  const WordStyle& style(std::uint16_t index) const;
  /// Fills the lists that paragraphs refer to.
  void read_lists(Numbering& numbering) const;
  std::uint32_t hidden() const { return hidden_; }

 private:
  struct Piece {
    std::uint32_t first = 0, last = 0;  // characters
    std::uint32_t offset = 0;           // of the first in the stream
    bool compressed = false;            // a byte a character
  };
  /// A stretch of the stream, by offsets.
  struct Stretch {
    std::uint32_t first = 0, last = 0;
    bool deleted = false, hidden = false;  // of characters
    std::uint32_t properties = 0;          // of a paragraph: where they stand in the stream
    std::uint16_t size = 0;
  };

  bool read_pieces();
  void read_styles();
  template <class Take>
  void for_each_stretch(std::size_t list_place, std::size_t entry_size, const Take& take) const;
  void read_characters();
  void read_paragraph_marks();
  std::vector<WordParagraph> paragraphs(std::uint32_t first, std::uint32_t count) const;
  WordProperties properties_at(std::uint32_t offset) const;
  void apply(std::string_view changes, WordProperties& properties, int depth = 0) const;
  std::size_t read_level(std::string_view levels, std::size_t at, std::int64_t definition, int level,
                         Numbering& numbering) const;
  std::string_view in_table(std::size_t place) const;

  std::string text_, table_, data_;  // streams
  std::uint32_t body_size_ = 0, notes_size_ = 0, boxes_start_ = 0, boxes_size_ = 0;
  std::vector<Piece> pieces_;
  std::vector<Stretch> characters_, marks_;
  std::vector<WordStyle> styles_;
  mutable std::uint32_t hidden_ = 0;
};

}  // namespace mingzhang
