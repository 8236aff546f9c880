// Which lines of labels are one cell, in a table that no rules draw: 机关事业单位基本养老 / 保险缴费支出
// beside its code and figures, which stand on the line between or on the first of the two. For this room
// only.
//
// The lines of one label column are cut where the cut costs least: a cell has at most one line of figures,
// which stands at its middle, its first line or right beside it; a line goes on in the next where it is full;
// a numbered line begins a cell. Tested in tests/unit/document/aligned_table_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

namespace mingzhang {

/// A line of a label column.
struct LabelLine {
  /// Its height on the page, as that of the anchors.
  std::uint32_t line = 0;
  /// No further word would have found room.
  bool full = false;
  /// Begins with a number, or is a total: it goes on from nothing.
  bool starts = false;
};

/// Lines [first, last] of the list are one cell.
struct LabelCell {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  /// The line of its figures; -1 where it has none.
  std::int64_t anchor = -1;
};

/// `anchors`: the lines with figures that belong to these labels, ascending. `pitch`: from one line to the
/// next. `each_has_figures`: nearly every label has figures beside it.
std::vector<LabelCell> cut_labels(const std::vector<LabelLine>& labels,
                                  const std::vector<std::uint32_t>& anchors, float pitch,
                                  bool each_has_figures);

}  // namespace mingzhang
