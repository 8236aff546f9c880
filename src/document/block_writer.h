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
  void words(Span words);
  /// A heading without a number: it ends the sections before it, except in a document of parts (第一部分),
  /// where only the next part does.
  void unnumbered_heading(Span words);
  /// A paragraph whatever it begins with.
  void paragraph(Span words);
  /// A line of a table laid out by spaces.
  void line_in_columns(Span words);
  void table(Table table);

 private:
  void open_section(const Heading& heading, Span line);
  void append(BlockKind kind, Span span, std::int32_t section);
  bool in_a_part() const;
  /// The section that words without a number belong to: what stands so after a numbered paragraph is no part
  /// of it.
  std::int32_t section_of_unnumbered() const;
  Section& section_at(std::int32_t index) { return document_.sections[static_cast<std::size_t>(index)]; }
  const Section& section_at(std::int32_t index) const {
    return document_.sections[static_cast<std::size_t>(index)];
  }

  Document& document_;
  /// The innermost section that a number opened and that the next number may continue or go below.
  std::int32_t section_ = none;
  /// By level, for the open sections: a numbered paragraph opened it, or a low run-in heading. It holds only
  /// its own line and what is numbered below it.
  bool is_item_[5] = {};
};

}  // namespace mingzhang
