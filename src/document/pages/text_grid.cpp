// See text_grid.h.
#include "document/pages/text_grid.h"

#include "document/lines.h"
#include "document/table_shape.h"
#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mingzhang {
namespace {

/// Words may stand so far outside the rules, in points.
constexpr float outside = 2;
/// Figures are on one line if they are no further apart in height than this, in ems.
constexpr float same_row = 0.6F;
/// A line is full if another character would not have found room, in ems.
constexpr float full_slack = 1.1F;

/// Fragments with the cell that each belongs to.
struct Placed {
  std::uint32_t cell;
  Fragment fragment;
};

class GridFiller {
 public:
  GridFiller(const PositionedText& positioned, const RuledGrid& grid, std::int32_t page, MadeWords& words)
      : positioned_(positioned), grid_(grid), page_(page), words_(words) {}

  TextGrid fill(std::vector<Fragment>& fragments) {
    take_fragments(fragments);
    sort_stably(placed_, [](const Placed& a, const Placed& b) { return a.cell < b.cell; });
    TextGrid out;
    out.columns = grid_.columns();
    out.edges = grid_.xs;
    out.top = grid_.top();
    out.bottom = grid_.bottom();
    out.page = page_;
    out.ruled = true;
    for (std::uint32_t row = 0; row < grid_.rows(); ++row)
      write_band(row, out);
    return out;
  }

 private:
  // Which words stand in which cell
  // ----------------------------------------------------------------------------------------------------

  void take_fragments(std::vector<Fragment>& fragments) {
    std::size_t kept = 0;
    for (const Fragment& f : fragments) {
      const float y = f.middle(), x = f.centre();
      const bool inside = y >= grid_.top() - outside && y <= grid_.bottom() + outside &&
                          x >= grid_.left() - outside && x <= grid_.right() + outside;
      if (inside) {
        place(f);
      } else {
        fragments[kept++] = f;
      }
    }
    fragments.resize(kept);
  }

  void place(Fragment f) {
    const std::uint32_t row = grid_.row_at(f.middle());
    std::uint32_t column = grid_.column_at(f.x0);
    const std::uint32_t last = grid_.column_at(f.x1);
    for (std::uint32_t c = column + 1; c <= last; ++c) {
      if (grid_.owner(row, c - 1) == grid_.owner(row, c)) continue;
      const std::uint32_t at = break_at(positioned_, f, grid_.xs[c]);
      if (at == 0) continue;
      put(row, part_of(positioned_, f, 0, at));
      f = part_of(positioned_, f, at, UINT32_MAX);
    }
    put(row, f);
  }

  /// Into the cell that holds most of it: words may stick out over a rule.
  void put(std::uint32_t row, Fragment f) {
    f.words = trimmed_span(positioned_.words, f.words);
    if (f.words.empty()) return;
    std::uint32_t best = grid_.owner(row, grid_.column_at(f.centre()));
    float widest = 0;
    const std::uint32_t last = grid_.column_at(f.x1);
    for (std::uint32_t c = grid_.column_at(f.x0); c <= last;) {
      const std::uint32_t owner = grid_.owner(row, c);
      const float from = std::max(f.x0, grid_.xs[c]);
      while (c <= last && grid_.owner(row, c) == owner)
        ++c;
      const float shared = std::min(f.x1, grid_.xs[c]) - from;
      if (shared <= widest) continue;
      widest = shared;
      best = owner;
    }
    placed_.push_back({best, f});
  }

  // Rows
  // ----------------------------------------------------------------------------------------------------

  /// The words of a cell into cell_.
  void take_words(std::uint32_t cell) {
    cell_.clear();
    auto placed = std::lower_bound(placed_.begin(), placed_.end(), cell,
                                   [](const Placed& p, std::uint32_t c) { return p.cell < c; });
    for (; placed != placed_.end() && placed->cell == cell; ++placed)
      cell_.push_back(placed->fragment);
  }

  bool begins_cell(std::uint32_t row, std::uint32_t column) const {
    return grid_.owner(row, column) == row * grid_.columns() + column;
  }
  float right_of(std::uint32_t row, std::uint32_t column) const {
    const std::uint32_t owner = grid_.owner(row, column);
    while (column < grid_.columns() && grid_.owner(row, column) == owner)
      ++column;
    return grid_.xs[column];
  }
  bool ends_in_band(std::uint32_t row, std::uint32_t column) const {
    return row + 1 == grid_.rows() || grid_.owner(row + 1, column) != grid_.owner(row, column);
  }

  /// One row of the rules: it holds as many rows of the table as figures stand one below the other.
  void write_band(std::uint32_t row, TextGrid& out) {
    const std::uint32_t columns = grid_.columns();
    find_rows(row);
    const auto rows = static_cast<std::uint32_t>(std::max<std::size_t>(tops_.size(), 1));
    const std::uint32_t first = out.rows;
    out.rows += rows;
    out.cells.resize(std::size_t{out.rows} * columns);
    for (std::uint32_t column = 0; column < columns; ++column) {
      if (!begins_cell(row, column)) {
        continue_cells(row, column, first, out);
        continue;
      }
      take_words(row * columns + column);
      const float left = grid_.xs[column], right = right_of(row, column);
      const bool parted = rows > 1 && ends_in_band(row, column);
      if (!parted) {
        PageCell& cell = out.at(first, column);
        cell.owner = ++owners_;
        write_cell(cell_, left, right, cell);
        for (std::uint32_t i = 1; i < rows; ++i)
          out.at(first + i, column) = cell;
        continue;
      }
      for (std::uint32_t i = 0; i < rows; ++i) {
        part_.clear();
        for (const Fragment& f : cell_) {
          if (nearest_row(f.middle()) == i) part_.push_back(f);
        }
        out.at(first + i, column).owner = ++owners_;
        write_cell(part_, left, right, out.at(first + i, column));
      }
    }
  }

  /// From the left where the cell reaches there, else from above.
  void continue_cells(std::uint32_t row, std::uint32_t column, std::uint32_t first, TextGrid& out) const {
    const bool from_left = column > 0 && grid_.owner(row, column - 1) == grid_.owner(row, column);
    for (std::uint32_t r = first; r < out.rows; ++r)
      out.at(r, column) = from_left ? out.at(r, column - 1) : out.at(r - 1, column);
  }

  /// Fills tops_ with the heights of the rows; none where the band is one row.
  void find_rows(std::uint32_t row) {
    tops_.clear();
    heights_.clear();
    bool several = false;
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      if (!begins_cell(row, column) || !ends_in_band(row, column)) continue;
      take_words(row * grid_.columns() + column);
      several = add_figures(grid_.xs[column], right_of(row, column)) || several;
    }
    if (!several) return;
    std::sort(heights_.begin(), heights_.end());
    for (const auto& [height, size] : heights_) {
      if (tops_.empty() || height - tops_.back() > same_row * size) tops_.push_back(height);
    }
    if (tops_.size() == 1) tops_.clear();
  }

  /// Heights of the cell's lines where each is a figure; true where there are several.
  bool add_figures(float left, float right) {
    const std::vector<std::uint32_t> starts = sort_into_lines(cell_);
    const std::size_t before = heights_.size();
    for (std::size_t line = 0; line + 1 < starts.size(); ++line) {
      std::string words;
      for (std::uint32_t i = starts[line]; i < starts[line + 1]; ++i)
        words += cell_[i].words.of(positioned_.words);
      const Fragment& f = cell_[starts[line]];
      // A figure too long for its cell goes on in the next line.
      const bool broken = starts.size() > 2 && f.x1 - f.x0 > right - left - full_slack * f.size;
      if (!is_figure(words) || broken) {
        heights_.resize(before);
        return false;
      }
      heights_.emplace_back(f.middle(), f.size);
    }
    return heights_.size() > before + 1;
  }

  std::uint32_t nearest_row(float height) const {
    std::uint32_t nearest = 0;
    for (std::uint32_t i = 1; i < tops_.size(); ++i) {
      if (std::fabs(tops_[i] - height) < std::fabs(tops_[nearest] - height)) nearest = i;
    }
    return nearest;
  }

  // Words of a cell
  // ----------------------------------------------------------------------------------------------------

  void write_cell(std::vector<Fragment>& fragments, float left, float right, PageCell& cell) {
    const std::uint32_t start = words_.size();
    const std::vector<std::uint32_t> starts = sort_into_lines(fragments);
    bool full = false;
    for (std::size_t line = 0; line + 1 < starts.size(); ++line) {
      const Fragment* begin = fragments.data() + starts[line];
      const Fragment* end = fragments.data() + starts[line + 1];
      if (line > 0) words_.put_line_break(start, begin->words.of(positioned_.words), full);
      words_.put_line(begin, end, page_, " ");
      const Fragment& last = *(end - 1);
      full = last.x1 - begin->x0 >= right - left - 2 * full_slack * last.size;
      for (const Fragment* f = begin; f != end; ++f)
        cell.unsure = cell.unsure || f->cut;
    }
    cell.words = {start, words_.size()};
  }

  const PositionedText& positioned_;
  const RuledGrid& grid_;
  std::int32_t page_;
  MadeWords& words_;
  std::vector<Placed> placed_;
  std::uint32_t owners_ = 0;
  std::vector<float> tops_;
  std::vector<std::pair<float, float>> heights_;
  std::vector<Fragment> cell_;
  std::vector<Fragment> part_;
};

}  // namespace

TextGrid fill_ruled_grid(const PositionedText& positioned, const RuledGrid& grid,
                         std::vector<Fragment>& fragments, std::int32_t page, MadeWords& words) {
  return GridFiller(positioned, grid, page, words).fill(fragments);
}

void drop_empty(TextGrid& grid) {
  // A position counts where it is its cell's first of the row or column, so that of a merged cell one is
  // kept.
  std::vector<bool> row_kept(grid.rows, false), column_kept(grid.columns, false);
  for (std::uint32_t row = 0; row < grid.rows; ++row) {
    for (std::uint32_t column = 0; column < grid.columns; ++column) {
      if (grid.is_empty(row, column)) continue;
      if (row == 0 || !grid.is_one_cell(row, column, row - 1, column)) row_kept[row] = true;
      if (column == 0 || !grid.is_one_cell(row, column, row, column - 1)) column_kept[column] = true;
    }
  }
  TextGrid out = grid;
  if (grid.heads != none)
    out.heads = static_cast<std::int32_t>(std::count(row_kept.begin(), row_kept.begin() + grid.heads, true));
  out.rows = static_cast<std::uint32_t>(std::count(row_kept.begin(), row_kept.end(), true));
  out.columns = static_cast<std::uint32_t>(std::count(column_kept.begin(), column_kept.end(), true));
  out.cells.clear();
  out.edges.clear();
  for (std::uint32_t row = 0; row < grid.rows; ++row) {
    for (std::uint32_t column = 0; row_kept[row] && column < grid.columns; ++column) {
      if (column_kept[column]) out.cells.push_back(grid.at(row, column));
    }
  }
  for (std::uint32_t column = 0; column < grid.columns; ++column) {
    if (column_kept[column]) out.edges.push_back(grid.edges[column]);
  }
  if (!grid.edges.empty()) out.edges.push_back(grid.edges.back());
  grid = std::move(out);
}

}  // namespace mingzhang
