// How many decimals a printed figure really has: documents drop trailing zeros, so '83' beside '294.65' is
// 83.00. CHECKS.md, 'How exact a printed figure is'.
//
// Tests: tests/unit/checks/precision_test.cpp.
#pragma once

#include "checks/table_cells.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

struct Precision {
  /// Last place, in the figure's own unit; negative for tens, hundreds…
  int decimals = 0;
  /// A count: exactly what is printed.
  bool exact = false;
};

/// One for each figure. A figure has the precision of the finest in its own sentence or column; where none
/// there has decimals, that of the document for its unit, unless the whole family is visibly coarse. A figure
/// that is printed with decimals is taken to have dropped one zero at most. Percentages stand as printed.
std::vector<Precision> infer_precision(const FigureList& figures);

}  // namespace mingzhang
