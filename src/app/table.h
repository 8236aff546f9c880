// A table set with figures aligned on their decimal points; where it would be too wide, each row becomes a
// block of label and figure.
#pragma once

#include "app/choices.h"
#include "app/ui.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang {

struct TableColumn {
  std::string head;
  bool figures = false;   // right-aligned on the decimal point
  bool sortable = false;  // its head is a button
};

struct TableCell {
  std::string words;
  /// Not empty: a figure that opens its evidence; what the mirror calls it.
  std::string figure_name;
  Colour colour = 0;
  Colour ground = 0;  // behind the words, as of a doubtful figure
  bool strong = false;
  bool link = false;  // the words can be pressed (to go in)
  float indent = 0;
};

struct TableRow {
  std::vector<TableCell> cells;
};

struct TableAnswer {
  std::int32_t row = -1, column = -1;  // pressed cell
  std::int32_t head = -1;              // pressed head
};

TableAnswer table(Ui& ui, std::string_view key, const std::vector<TableColumn>& columns,
                  const std::vector<TableRow>& rows, const Sorting& sorting, std::string_view name);

}  // namespace mingzhang
