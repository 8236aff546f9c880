// See grid_heads.h.
#include "document/pages/grid_heads.h"

#include "document/table_shape.h"
#include "document/unit_line.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>

namespace mingzhang {
namespace {

constexpr std::uint32_t most_heads = 8;

bool is_small_number(std::string_view words, int& value) {
  if (words.empty() || words.size() > 2) return false;
  value = 0;
  for (const char c : words) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return true;
}

class HeadFinder {
 public:
  HeadFinder(const TextGrid& grid, std::string_view words) : grid_(grid), words_(words) {}

  GridHeads find() const {
    GridHeads found;
    while (found.titles + 1 < grid_.rows && is_title(found.titles))
      ++found.titles;
    found.heads = heads_from(found.titles);
    return found;
  }

 private:
  std::string_view words(std::uint32_t row, std::uint32_t column) const {
    return grid_.at(row, column).words.of(words_);
  }
  bool begins(std::uint32_t row, std::uint32_t column) const {
    return column == 0 || !grid_.is_one_cell(row, column, row, column - 1);
  }
  /// Filled cells of a row; parts of a cell from above count too.
  std::uint32_t filled(std::uint32_t row) const {
    std::uint32_t n = 0;
    for (std::uint32_t c = 0; c < grid_.columns; ++c)
      n += begins(row, c) && !grid_.is_empty(row, c);
    return n;
  }
  bool has_figure(std::uint32_t row) const {
    for (std::uint32_t c = 0; c < grid_.columns; ++c) {
      if (begins(row, c) && is_figure(words(row, c))) return true;
    }
    return false;
  }

  bool is_title(std::uint32_t row) const {
    for (std::uint32_t c = 0; row + 1 < grid_.rows && c < grid_.columns; ++c) {
      if (!grid_.is_empty(row, c) && grid_.is_one_cell(row, c, row + 1, c)) return false;
    }
    const std::uint32_t n = filled(row);
    if (n == 0) return true;
    if (n > 3 || has_figure(row)) return false;
    if (n == 1) return grid_.columns > 1 && spans_all(row);
    return names_unit_or_body(row);
  }
  bool spans_all(std::uint32_t row) const {
    return grid_.is_one_cell(row, 0, row, grid_.columns - 1) ||
           (grid_.columns > 2 && !grid_.is_empty(row, 0) && filled(row + 1) > 1);
  }
  bool names_unit_or_body(std::uint32_t row) const {
    for (std::uint32_t c = 0; c < grid_.columns; ++c) {
      if (!begins(row, c) || grid_.is_empty(row, c)) continue;
      if (find_unit_line(words_, grid_.at(row, c).words).alone) return true;
      const std::string plain = without_spaces(words(row, c));
      const bool dated = plain.find("年") != std::string::npos && plain.find("日") != std::string::npos;
      const auto names = [&](std::string_view label) { return plain.starts_with(label); };
      if (dated || names("编制部门：") || names("编制单位：") || names("部门：") || names("单位："))
        return true;
    }
    return false;
  }

  std::uint32_t heads_from(std::uint32_t first) const {
    if (first >= grid_.rows || filled(first) < 2 || has_figure(first)) return 0;
    std::uint32_t end = first + 1;
    while (end < grid_.rows && end - first < most_heads && (reaches_into(end) || splits_heads(end)))
      ++end;
    if (is_form(end)) return 0;
    if (end < grid_.rows && numbers_columns(end)) ++end;
    return end - first;
  }

  /// A cell of the row above goes on in this row.
  bool reaches_into(std::uint32_t row) const {
    for (std::uint32_t c = 0; c < grid_.columns; ++c) {
      if (!grid_.is_empty(row, c) && grid_.is_one_cell(row, c, row - 1, c)) return true;
    }
    return false;
  }

  /// The row stands below wide heads and nothing else.
  bool splits_heads(std::uint32_t row) const {
    if (has_figure(row)) return false;
    bool below_wide = false;
    for (std::uint32_t c = 0; c < grid_.columns; ++c) {
      if (grid_.is_empty(row, c)) continue;
      const bool wide = (c > 0 && grid_.is_one_cell(row - 1, c, row - 1, c - 1)) ||
                        (c + 1 < grid_.columns && grid_.is_one_cell(row - 1, c, row - 1, c + 1));
      if (!wide || grid_.is_empty(row - 1, c)) return false;
      below_wide = below_wide || !spans_like_above(row, c);
    }
    return below_wide;
  }
  /// The cell has the width of the one above it: a row of a form rather than a lower head.
  bool spans_like_above(std::uint32_t row, std::uint32_t column) const {
    std::uint32_t from = column, to = column;
    while (from > 0 && grid_.is_one_cell(row - 1, column, row - 1, from - 1))
      --from;
    while (to + 1 < grid_.columns && grid_.is_one_cell(row - 1, column, row - 1, to + 1))
      ++to;
    return grid_.is_one_cell(row, from, row, to);
  }

  /// Most rows below have cells that begin where the last row of heads has none, and no head stands over
  /// figures.
  bool is_form(std::uint32_t body) const {
    for (std::uint32_t c = 0; c < grid_.columns; ++c) {
      if (heads_figures(body, c)) return false;
    }
    std::uint32_t finer = 0;
    for (std::uint32_t row = body; row < grid_.rows; ++row) {
      bool other = false;
      for (std::uint32_t c = 1; c < grid_.columns && !other; ++c)
        other = begins(row, c) && !begins(body - 1, c);
      finer += other;
    }
    return finer * 2 > grid_.rows - body;
  }

  /// A head over one column, most of whose cells are figures.
  bool heads_figures(std::uint32_t body, std::uint32_t column) const {
    const bool narrow =
        begins(body - 1, column) && (column + 1 == grid_.columns || begins(body - 1, column + 1));
    if (!narrow || grid_.is_empty(body - 1, column)) return false;
    std::uint32_t filled = 0, figures = 0;
    for (std::uint32_t row = body; row < grid_.rows; ++row) {
      filled += !grid_.is_empty(row, column);
      figures += is_figure(words(row, column));
    }
    return figures >= 2 && figures * 2 > filled;
  }

  bool numbers_columns(std::uint32_t row) const {
    int expected = 0;
    std::uint32_t numbers = 0;
    for (std::uint32_t c = 0; c < grid_.columns; ++c) {
      if (!begins(row, c) || grid_.is_empty(row, c)) continue;
      int value = 0;
      if (!is_small_number(words(row, c), value)) {
        const std::string plain = without_spaces(words(row, c));
        if (plain == "栏次" || plain == "行次" || plain == "—" || plain == "**" || plain.size() == 1)
          continue;
        return false;
      }
      if (numbers > 0 && value != expected) return false;
      if (numbers == 0 && value > 2) return false;
      expected = value + 1;
      ++numbers;
    }
    return numbers >= 2;
  }

  const TextGrid& grid_;
  std::string_view words_;
};

}  // namespace

GridHeads heads_of(const TextGrid& grid, std::string_view words) {
  if (grid.heads != none) return {0, static_cast<std::uint32_t>(grid.heads)};
  return grid.rows == 0 ? GridHeads{} : HeadFinder(grid, words).find();
}

bool same_rows(const TextGrid& a, std::uint32_t row_a, const TextGrid& b, std::uint32_t row_b,
               std::uint32_t rows, std::string_view words) {
  if (a.columns != b.columns || row_a + rows > a.rows || row_b + rows > b.rows) return false;
  for (std::uint32_t row = 0; row < rows; ++row) {
    for (std::uint32_t c = 0; c < a.columns; ++c) {
      if (without_spaces(a.at(row_a + row, c).words.of(words)) !=
          without_spaces(b.at(row_b + row, c).words.of(words)))
        return false;
    }
  }
  return true;
}

}  // namespace mingzhang
