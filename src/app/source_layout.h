// What the source view measured of a document at one width, so that a long document is not measured again at
// every frame: the height of the sheet, and of each table its columns and rows.
#pragma once

#include <cstdint>
#include <vector>

namespace mingzhang {

struct TableLayout {
  bool blocks = false;         // too wide: each row is a list of label and words
  std::vector<float> columns;  // widths
  std::vector<float> rows;     // heights
  std::vector<bool> figures;   // columns of figures
};

struct SourceLayout {
  float width = 0, text_size = 0, pixel_ratio = 0, target = 0;
  float height = -1;  // of the sheet; negative: not measured yet
  std::vector<TableLayout> tables;

  void forget() { *this = SourceLayout{}; }
};

}  // namespace mingzhang
