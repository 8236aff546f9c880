// The body of a Word document: its paragraphs and tables into a TextFlow. For use inside this room only.
//
// Tested in tests/unit/document/docx_test.cpp.
#pragma once

#include "document/docx/numbering.h"
#include "document/docx/styles.h"
#include "document/flow.h"
#include "document/xml/xml.h"
#include "text/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// A footnote or an endnote, in the order in which the text refers to them.
struct NoteReference {
  bool is_endnote = false;
  std::int64_t id = 0;
};

class BodyReader {
 public:
  BodyReader(const Styles& styles, Numbering& numbering, TextFlow& flow)
      : styles_(styles), numbering_(numbering), flow_(flow) {}

  /// The paragraphs and tables in `parent`: the body, a cell, a text box, a note.
  void read_blocks(XmlNode parent, int depth = 0);
  /// What stands before the words of the next paragraph, such as "注1：".
  void put_before_next(std::string words) { words_ = std::move(words); }

  const std::vector<NoteReference>& notes() const { return notes_; }
  /// Stretches of words and rows of tables that the document hides.
  std::uint32_t hidden() const { return hidden_; }
  /// Objects of other programs, such as a worksheet shown as its picture.
  std::uint32_t objects() const { return objects_; }
  /// xml.too_deep, where elements nest beyond limits::xml_depth.
  const std::optional<Error>& error() const { return error_; }

 private:
  struct Field {
    bool shows_result = false;
  };
  struct Grid {
    std::vector<std::uint32_t> column_of;  // by column of the grid as Word counts
    std::map<std::uint32_t, std::size_t> reaching_down;
    std::uint32_t row = 0;
  };

  bool is_too_deep(int depth);
  void read_block(XmlNode node, int depth);
  void read_content_control(XmlNode node, int depth);
  void read_paragraph(XmlNode paragraph, int depth);
  void write_paragraph(const std::string& number, ParagraphKind kind);
  std::string number_of_paragraph(XmlNode properties, std::string_view style_id, const ParagraphStyle& style);

  void read_inlines(XmlNode parent, int depth);
  void read_inline(XmlNode node, int depth);
  void read_run(XmlNode run, int depth);
  void read_run_content(XmlNode node, int depth);
  void read_field(XmlNode mark);
  void find_text_boxes(XmlNode drawing, int depth);
  void append(std::string_view words);

  void read_table(XmlNode table, int depth);
  void read_rows(XmlNode parent, Grid& grid, int depth);
  void read_row(XmlNode row, Grid& grid, int depth);
  void read_cells(XmlNode parent, Grid& grid, std::uint32_t& column, int depth);

  const Styles& styles_;
  Numbering& numbering_;
  TextFlow& flow_;
  /// Of the paragraph that is being read; lines parted by line breaks.
  std::string words_;
  std::vector<XmlNode> text_boxes_;
  std::vector<Field> fields_;
  std::vector<NoteReference> notes_;
  bool hides_ = false;        // the style of the paragraph
  bool in_contents_ = false;  // in a table of contents
  int tables_ = 0;            // around this place
  std::uint32_t hidden_ = 0, objects_ = 0;
  std::optional<Error> error_;
};

}  // namespace mingzhang
