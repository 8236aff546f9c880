// Disclosures without errors: an invented budget written out as a document, in the wordings and table shapes
// that real ones have. What a checker says against one of them is a false alarm.
#pragma once

#include "budget.h"

#include <string>

namespace mingzhang::generator {

/// How one document is written.
struct Style {
  bool tables_in_yuan = false;
  bool separators = false;  // 1,234.50 in tables
  bool drop_zeros_in_prose = false;
  bool drop_zeros_in_tables = false;
  bool cut_prose = false;  // prose in 万元 cut off instead of rounded; tables are in yuan
  bool cut_rates = false;
  bool zeros_in_cells = false;  // 0.00 instead of empty cells
  bool total_first = false;
  int codes = 0;              // 0: three columns, 1: one column, 2: glued to the name
  bool nested_three = false;  // 用车 = 购置 + 运行 in prose
  bool contents = false;
};

Style random_style(Random& random);

/// The document as text: prose, and tables with a row on each line and tabs between cells.
std::string write_disclosure(const Budget& budget, const Style& style, Random& random);

/// Both from one number.
std::string disclosure_text(std::uint64_t seed);

}  // namespace mingzhang::generator
