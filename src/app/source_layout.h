// What the source view knows of a document at one width, so that it is not measured or searched again at
// every frame: each table's columns, and where the words that are looked for stand.
#pragma once

#include "text/span.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang {

struct TableLayout {
  bool measured = false;
  bool blocks = false;         // too wide: each row is a list of label and words
  bool small = false;          // set in the smaller type
  std::vector<float> columns;  // widths
  std::vector<bool> figures;   // columns of figures
};

/// A term of the glossary where it is to be marked.
struct TermPlace {
  Span span;
  std::uint32_t term = 0;  // into Phrases::glossary()
};

struct SourceLayout {
  float width = 0, text_size = 0, pixel_ratio = 0, target = 0;
  std::vector<TableLayout> tables;

  std::string find;         // what `found` was looked for with
  std::vector<Span> found;  // in order of place

  bool terms_known = false;
  std::vector<TermPlace> terms;  // in order of place
};

}  // namespace mingzhang
