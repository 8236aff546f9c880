// The words that the reader of positioned text writes: fragments of the pages one after the other, each with
// its origin, and what stands between them (a space, a tab, a line break) without one. For this room only.
//
// Tested through read_positioned in tests/unit/document/positioned_test.cpp.
#pragma once

#include "document/pages/page_parts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

// Another room has a Piece too, and a program of both must tell them apart (one-definition rule).
inline namespace document_room {
/// Where a stretch of the words comes from.
struct MadePiece {
  std::uint32_t start = 0;
  std::uint32_t size = 0;
  /// In PositionedText::words.
  std::uint32_t from = 0;
  std::int32_t page = none;
  float x0 = 0;
  float x1 = 0;
  float y = 0;
  float height = 0;
};
}  // namespace document_room

class MadeWords {
 public:
  explicit MadeWords(std::string_view from) : from_(from) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  std::string_view text() const { return text_; }
  const std::vector<MadePiece>& pieces() const { return pieces_; }
  void put(std::string_view words) { text_ += words; }
  void put(const Fragment& fragment, std::int32_t page);
  /// Fragments of one line, from left to right. Letters spread over the line (合    计) come together; other
  /// gaps become `gap` where they are wide.
  void put_line(const Fragment* begin, const Fragment* end, std::int32_t page, std::string_view gap);
  /// Lines of one cell or one paragraph: what stands between the words written so far, from `start` on, and
  /// `next`.
  void put_line_break(std::uint32_t start, std::string_view next, bool full);
  /// A line break before what comes next, unless nothing stands before it.
  void part() {
    if (!text_.empty()) text_ += '\n';
  }
  /// The same words and their origins once more, at the end.
  void copy(const MadeWords& other, Span span);
  void repeat(Span span) { copy(*this, span); }
  void reserve(std::size_t bytes, std::size_t pieces);
  std::string take_text() { return std::move(text_); }

 private:
  std::string_view from_;
  std::string text_;
  std::vector<MadePiece> pieces_;
};

/// Sorts fragments into lines from top to bottom, each from left to right; returns where each line begins,
/// and the end.
std::vector<std::uint32_t> sort_into_lines(std::vector<Fragment>& fragments);

}  // namespace mingzhang
