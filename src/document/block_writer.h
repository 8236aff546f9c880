// Appends blocks to a document in reading order and keeps its sections: which heading opens one, which blocks
// belong to it and where it ends. Every reader writes through it.
//
// Tested in tests/unit/document/sections_test.cpp.
#pragma once

#include "document/document.h"
#include "document/heading.h"

#include <cstdint>

namespace mingzhang {

class BlockWriter {
 public:
  explicit BlockWriter(Document& document) : document_(document) {}

  void title(Span words);
  /// A paragraph, a heading, or a heading with text after it in the same line; `words` is trimmed and not
  /// empty.
  /// `cut_off`: a page break comes before the end of the sentence, so the words cannot be a heading as a whole.
  void words(Span words, bool cut_off = false);
  /// A paragraph whatever it begins with.
  void paragraph(Span words);
  /// The rest of the paragraph before, which a page break parts from it.
  void continuation(Span words) { append(BlockKind::paragraph, words); }
  /// A line of a table laid out by spaces.
  void line_in_columns(Span words);
  void table(Table table);

 private:
  void open_section(const Heading& heading, Span line);
  void append(BlockKind kind, Span span);
  /// What stands without a number after a numbered paragraph is no part of it.
  void leave_paragraph_sections();

  Document& document_;
  std::int32_t section_ = none;
  /// Sections that a numbered paragraph opened, or a low run-in heading: they hold only their own line and
  /// what is numbered below them.
  bool closed_[5] = {};
};

}  // namespace mingzhang
