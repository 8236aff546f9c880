// Pages as words at places: what PDF, OFD and laid-out text have in common. A reader of one of these formats
// fills a PositionedText; read_positioned() makes lines, paragraphs, headings and tables of it.
//
// Places are in one unit for a document, x to the right and y down from the top left corner of the page as it
// is displayed: points for PDF and OFD, columns and lines for laid-out text. What is not visible on the page
// (clipped, outside it, invisible, covered) is left out by whoever fills this and only counted.
#pragma once

#include "document/document.h"
#include "text/result.h"
#include "text/span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mingzhang {

// Another room has a Run too, and a program of both must tell them apart (one-definition rule).
inline namespace document_room {
/// Words in one font on one baseline without a gap wider than a space.
struct PlacedRun {
  static constexpr std::uint32_t even = UINT32_MAX;

  /// Where the first character begins, on the baseline.
  float x = 0;
  float y = 0;
  /// From there to the end of the last character, in the direction of the words.
  float width = 0;
  /// Height of an em.
  float size = 0;
  /// In PositionedText::words; not empty, no line break inside.
  Span words;
  /// Index into PositionedText::advances of the first character's; `even`: by display width, an ideograph
  /// twice a digit.
  std::uint32_t first_advance = even;
  /// Quarter turns clockwise in which the words run; 0: from left to right.
  std::uint8_t turns = 0;
  /// Characters right beside it cannot be seen: figures in it may be parts of longer ones.
  bool cut = false;
};
}  // namespace document_room

/// A line drawn along one axis, of any thickness or colour: a side of table cells, or an ornament.
struct Ruling {
  /// x0 <= x1 and y0 <= y1, one of them nearly equal.
  float x0 = 0;
  float y0 = 0;
  float x1 = 0;
  float y1 = 0;
};

struct PositionedPage {
  float width = 0;
  float height = 0;
  /// Ranges of PositionedText::runs and ::rulings.
  std::uint32_t first_run = 0;
  std::uint32_t runs = 0;
  std::uint32_t first_ruling = 0;
  std::uint32_t rulings = 0;
  /// Characters that stand in the file but cannot be seen on the page; left out.
  std::uint32_t unseen = 0;
  /// Characters whose font does not say what they are (no map to Unicode); left out.
  std::uint32_t unknown = 0;
  /// It shows a picture of the size of a page, or much of one.
  bool picture = false;
  /// It could not be read, or not wholly.
  bool damaged = false;
};

struct PositionedText {
  /// What all runs' words are spans of; runs may stand in any order in it.
  std::string words;
  std::vector<PlacedRun> runs;
  std::vector<Ruling> rulings;
  std::vector<PositionedPage> pages;
  /// Distance from the start of a character (code point) to the start of the next, for runs that are not
  /// even.
  std::vector<float> advances;
  /// `words` is the text of a file, laid out by spaces and in columns of characters: offsets count in that
  /// file, not in the text that the reader makes.
  bool words_are_input = false;
};

/// Fills text, blocks, sections, tables, notes and places of `document`; name, media and input_bytes are the
/// caller's. The error, if any, lacks the file's name. `pages.text` takes over positioned.words where those
/// are the input.
///
/// Errors: document.too_large, table.too_large, text.too_large with the limit as detail.
std::optional<Error> read_positioned(PositionedText positioned, Document& document);

}  // namespace mingzhang
