// Rows of a grid sorted into lines and tables; grid_table.cpp makes the tables. See grid.h.
#include "document/grid.h"

#include "document/lines.h"
#include "document/table_shape.h"
#include "document/unit_line.h"
#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>
#include <tuple>

namespace mingzhang {
namespace {

/// Bytes above which the only cell of a row is running text rather than a title.
constexpr std::uint32_t longest_title = 120;
/// Bytes of a cell that may stand beside others in one line.
constexpr std::uint32_t longest_in_line = 120;
constexpr std::string_view gap_in_line = "    ";

bool is_note(std::string_view words) {
  constexpr std::string_view beginnings[] = {"注：", "注:", "备注：", "备注:", "说明：", "说明:", "注 "};
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view beginning) { return words.starts_with(beginning); });
}

bool ends_a_sentence(std::string_view words) {
  return words.ends_with("。") || words.ends_with("；") || words.ends_with("！") || words.ends_with("？");
}

bool is_total_label(std::string_view words) {
  return without_spaces(words).ends_with("计");
}

/// 2020, 2020年, 2020预算: a year in a head, which is no amount.
bool is_year(std::string_view words) {
  if (words.size() < 4 || !(words.starts_with("19") || words.starts_with("20"))) return false;
  const auto digit = [&](std::size_t at) { return words[at] >= '0' && words[at] <= '9'; };
  return digit(2) && digit(3) && (words.size() == 4 || is_han(decode_utf8(words, 4).value));
}

struct Row {
  std::size_t first = 0, last = 0;  // cells
  std::uint32_t filled = 0, amounts = 0;
  /// Of a sheet: blank rows before it.
  bool after_blank = false;
  /// A cell from above reaches down beside its own.
  bool reached = false;
};

class Parter {
 public:
  Parter(std::string_view words, const Grid& grid) : words_(words), grid_(grid) { find_rows(); }

  std::vector<GridPart> parts() {
    for (std::size_t at = 0; at < rows_.size();) {
      std::size_t end = at;
      while (end < rows_.size() && is_line(end))
        ++end;
      emit_lines(at, end);
      if (end == rows_.size()) break;
      at = end_of_table(end);
      emit_table(end, at);
    }
    return std::move(parts_);
  }

 private:
  std::string_view words(const GridCell& cell) const { return cell.words.of(words_); }
  /// The first cell of the row with words.
  const GridCell& first_filled(std::size_t row) const {
    std::size_t at = rows_[row].first;
    while (at + 1 < rows_[row].last && grid_.cells[at].words.empty())
      ++at;
    return grid_.cells[at];
  }

  void find_rows() {
    std::uint32_t next_row = 0;
    for (std::size_t at = 0; at < grid_.cells.size(); ++at) {
      const GridCell& cell = grid_.cells[at];
      if (rows_.empty() || grid_.cells[rows_.back().first].row != cell.row) {
        const bool after_blank = grid_.is_sheet && !rows_.empty() && cell.row > next_row;
        rows_.push_back({at, at, 0, 0, after_blank, cell.row < next_row});
      }
      Row& row = rows_.back();
      row.last = at + 1;
      row.filled += !cell.words.empty();
      row.amounts += !cell.words.empty() && is_amount(words(cell));
      // Below a merged cell nothing is blank.
      next_row = std::max(next_row, cell.row + cell.rows);
    }
  }

  bool names_unit_or_date(std::size_t row) const {
    for (std::size_t at = rows_[row].first; at < rows_[row].last; ++at) {
      const GridCell& cell = grid_.cells[at];
      const std::string_view w = words(cell);
      if (find_unit_line(words_, cell.words).alone) return true;
      if (w.find("年") != std::string_view::npos && w.find("日") != std::string_view::npos) return true;
      for (const std::string_view label : {"编制部门", "编制单位", "预算单位", "部门名称", "单位名称",
                                           "填报单位", "公开部门", "部门：", "部门:", "单位：", "单位:"}) {
        if (w.starts_with(label) && (w.find("：") != w.npos || w.find(':') != w.npos)) return true;
      }
    }
    return false;
  }

  /// A title, a unit line, a note: what stands outside a table.
  bool is_line(std::size_t at) const {
    const Row& row = rows_[at];
    if (row.filled == 0) return true;
    if (row.amounts > 0) return false;
    if (row.filled == 1) return true;
    if (row.filled > 3 || !names_unit_or_date(at)) return false;
    // 项目 | 单位：万元 with as many figures below is a row of heads.
    const bool heads = at + 1 < rows_.size() && rows_[at + 1].amounts > 0 &&
                       rows_[at].filled >= rows_[at + 1].filled &&
                       rows_[at].filled == rows_[at].last - rows_[at].first;
    return !heads;
  }

  bool is_running_text(std::size_t at) const {
    if (rows_[at].filled != 1) return false;
    const std::string_view w = words(first_filled(at));
    return w.size() > longest_title || ends_a_sentence(w) || is_note(w);
  }

  /// What follows a blank row of a sheet is another table where heads come next; figures go on with this one.
  bool starts_afresh(std::size_t at) const {
    if (is_total_label(words(first_filled(at)))) return false;
    while (at < rows_.size() && is_line(at))
      ++at;
    return at == rows_.size() || rows_[at].amounts == 0;
  }

  /// The table's first words stand once more at the start of a row: the same form again.
  bool opens_again(std::size_t first, std::size_t at) const {
    if (at < first + 2 || rows_[at].filled < 2 || rows_[first].filled < 2) return false;
    const GridCell& label = first_filled(first);
    const GridCell& here = first_filled(at);
    const std::string_view w = words(label);
    return here.column == label.column && w.size() >= 6 && is_han(decode_utf8(w, 0).value) &&
           !is_total_label(w) && words(here) == w && rows_[at].amounts == rows_[first].amounts;
  }

  std::size_t end_of_table(std::size_t first) const {
    std::size_t at = first + 1;
    for (; at < rows_.size(); ++at) {
      if (rows_[at].after_blank && starts_afresh(at)) break;
      if (!opens_again(first, at)) continue;
      // The lines right above it are the next one's title.
      while (at > first + 2 && rows_[at - 1].filled == 1 && is_line(at - 1))
        --at;
      break;
    }
    while (at > first + 1 && is_running_text(at - 1))
      --at;
    return at;
  }

  void emit_lines(std::size_t first, std::size_t last) {
    if (first == last) return;
    if (!parts_.empty() && !parts_.back().is_table) {
      parts_.back().last_cell = rows_[last - 1].last;
    } else {
      parts_.push_back({rows_[first].first, rows_[last - 1].last, false});
    }
  }

  /// Empty rows at its end are the form's room for more; one row alone, or one column, is no table.
  void emit_table(std::size_t first, std::size_t last) {
    std::size_t wide = 0;
    for (std::size_t row = first; row < last; ++row)
      wide += rows_[row].last - rows_[row].first > 1 || rows_[row].reached;
    if (wide < 2) return emit_lines(first, last);
    parts_.push_back({rows_[first].first, rows_[last - 1].last, true});
  }

  std::string_view words_;
  const Grid& grid_;
  std::vector<Row> rows_;
  std::vector<GridPart> parts_;
};

void append_lines(std::string_view words, std::vector<std::string>& out) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('\n'), words.size());
    if (const std::string_view line = trimmed(words.substr(0, end)); !line.empty()) out.emplace_back(line);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

}  // namespace

bool is_amount(std::string_view words) {
  return is_figure(words) && !is_year(words);
}

std::vector<GridPart> part_grid(std::string_view words, Grid& grid) {
  if (grid.is_sheet) std::erase_if(grid.cells, [](const GridCell& cell) { return cell.words.empty(); });
  const auto order = [](const GridCell& a, const GridCell& b) {
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
  };
  if (!std::is_sorted(grid.cells.begin(), grid.cells.end(), order)) sort_stably(grid.cells, order);
  return Parter(words, grid).parts();
}

std::vector<std::string> lines_of(std::string_view words, const Grid& grid, const GridPart& part) {
  std::vector<std::string> lines;
  for (std::size_t at = part.first_cell; at < part.last_cell;) {
    std::size_t end = at;
    std::uint32_t filled = 0, longest = 0;
    for (; end < part.last_cell && grid.cells[end].row == grid.cells[at].row; ++end) {
      filled += !grid.cells[end].words.empty();
      longest = std::max(longest, grid.cells[end].words.size());
    }
    std::string joined;
    for (; at < end; ++at) {
      const std::string_view cell = grid.cells[at].words.of(words);
      if (filled == 1 || longest > longest_in_line) {
        append_lines(cell, lines);
      } else if (!cell.empty()) {
        if (!joined.empty()) joined += gap_in_line;
        joined += cell;
      }
    }
    std::replace(joined.begin(), joined.end(), '\n', ' ');
    if (!joined.empty()) lines.push_back(std::move(joined));
  }
  return lines;
}

}  // namespace mingzhang
