// One table of a grid: its columns, its heads, and its rows in the text. See grid.h.
#include "document/grid.h"
#include "document/limits.h"
#include "document/lines.h"
#include "document/unit_line.h"
#include "text/utf8.h"

#include <algorithm>
#include <span>

namespace mingzhang {
namespace {

constexpr std::uint32_t most_heads = 6;
constexpr std::int32_t nobody = -1;

Error too_large(std::uint64_t limit) {
  return Error{"table.too_large", {}, Error::no_place, std::to_string(limit)};
}

class GridTable {
 public:
  GridTable(std::string_view words, const Grid& grid, const GridPart& part)
      : words_(words), cells_(grid.cells.data() + part.first_cell, part.last_cell - part.first_cell) {}

  Result<Table> write(std::uint64_t cells_left, std::string& text) {
    find_columns();
    find_rows();
    if (columns() > limits::columns_of_table) return too_large(limits::columns_of_table);
    if (rows() > limits::rows_of_table) return too_large(limits::rows_of_table);
    if (std::uint64_t{rows()} * columns() > cells_left) return too_large(limits::cells);
    find_owners();
    table_.rows = rows();
    table_.columns = columns();
    table_.header_rows = count_heads();
    write_rows(text);
    find_unit(text);
    return std::move(table_);
  }

 private:
  std::uint32_t rows() const { return static_cast<std::uint32_t>(row_numbers_.size()); }
  std::uint32_t columns() const { return static_cast<std::uint32_t>(column_numbers_.size()); }

  void find_columns() {
    for (const GridCell& cell : cells_)
      column_numbers_.push_back(cell.column);
    std::sort(column_numbers_.begin(), column_numbers_.end());
    column_numbers_.erase(std::unique(column_numbers_.begin(), column_numbers_.end()), column_numbers_.end());
  }
  void find_rows() {
    for (const GridCell& cell : cells_) {
      if (row_numbers_.empty() || row_numbers_.back() != cell.row) row_numbers_.push_back(cell.row);
    }
  }
  static std::uint32_t index_of(const std::vector<std::uint32_t>& numbers, std::uint64_t number) {
    return static_cast<std::uint32_t>(std::lower_bound(numbers.begin(), numbers.end(), number) -
                                      numbers.begin());
  }

  /// Which cell covers which position. Where a format states two for one, the one that begins there has it,
  /// else the first: what is already taken ends the other.
  void find_owners() {
    owners_.assign(std::size_t{rows()} * columns(), nobody);
    for (std::size_t i = 0; i < cells_.size(); ++i)
      owner(index_of(row_numbers_, cells_[i].row), index_of(column_numbers_, cells_[i].column)) =
          static_cast<std::int32_t>(i);
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const GridCell& cell = cells_[i];
      if (cell.rows == 1 && cell.columns == 1) continue;
      cover(static_cast<std::int32_t>(i), index_of(row_numbers_, cell.row),
            index_of(column_numbers_, cell.column),
            index_of(row_numbers_, std::uint64_t{cell.row} + cell.rows),
            index_of(column_numbers_, std::uint64_t{cell.column} + cell.columns));
    }
  }
  void cover(std::int32_t cell, std::uint32_t top, std::uint32_t left, std::uint32_t bottom,
             std::uint32_t right) {
    for (std::uint32_t row = top; row < bottom; ++row) {
      for (std::uint32_t column = left; column < right; ++column) {
        if (owner(row, column) == cell) continue;
        if (owner(row, column) != nobody) {
          // A narrower cell all the way down; nothing beside the first column means nothing below.
          right = column;
          if (right == left) return;
          break;
        }
        owner(row, column) = cell;
      }
    }
  }

  std::int32_t& owner(std::uint32_t row, std::uint32_t column) {
    return owners_[std::size_t{row} * columns() + column];
  }
  std::int32_t owner(std::uint32_t row, std::uint32_t column) const {
    return owners_[std::size_t{row} * columns() + column];
  }
  /// The cell that begins here; nullptr where none does.
  const GridCell* cell_at(std::uint32_t row, std::uint32_t column) const {
    const std::int32_t index = owner(row, column);
    if (index == nobody || is_covered(row, column)) return nullptr;
    return &cells_[static_cast<std::size_t>(index)];
  }
  bool goes_on_from_left(std::uint32_t row, std::uint32_t column) const {
    return column > 0 && owner(row, column) != nobody && owner(row, column) == owner(row, column - 1);
  }
  bool goes_on_from_above(std::uint32_t row, std::uint32_t column) const {
    return row > 0 && owner(row, column) != nobody && owner(row, column) == owner(row - 1, column);
  }
  bool is_covered(std::uint32_t row, std::uint32_t column) const {
    return goes_on_from_left(row, column) || goes_on_from_above(row, column);
  }
  std::string_view words_at(std::uint32_t row, std::uint32_t column) const {
    const GridCell* cell = cell_at(row, column);
    return cell == nullptr ? std::string_view() : cell->words.of(words_);
  }

  // Heads
  // --------------------------------------------------------------------------------------------------------

  std::uint32_t count_heads() const {
    if (rows() < 2 || filled(0) < 2) return 0;
    std::uint32_t heads = 1;
    for (std::uint32_t row = 0; row < heads; ++row) {
      if (has_amount(row)) return 0;
      heads = std::max(heads, bottom_of(row));
      if (heads > most_heads || heads >= rows()) return 0;
      if (row + 1 == heads && is_lower_head(heads)) ++heads;
    }
    if (heads >= rows() || is_form(heads)) return 0;
    if (is_row_of_numbers(heads)) ++heads;
    return heads;
  }

  std::uint32_t filled(std::uint32_t row) const {
    std::uint32_t n = 0;
    for (std::uint32_t column = 0; column < columns(); ++column)
      n += !words_at(row, column).empty();
    return n;
  }
  bool has_amount(std::uint32_t row) const {
    for (std::uint32_t column = 0; column < columns(); ++column) {
      if (is_amount(words_at(row, column))) return true;
    }
    return false;
  }
  /// The row below the cells that begin in this one.
  std::uint32_t bottom_of(std::uint32_t row) const {
    std::uint32_t bottom = row + 1;
    for (std::uint32_t column = 0; column < columns(); ++column) {
      while (bottom < rows() && cell_at(row, column) != nullptr &&
             owner(bottom, column) == owner(row, column))
        ++bottom;
    }
    return bottom;
  }

  /// Words only beneath heads that are wider than their column, and no figures.
  bool is_lower_head(std::uint32_t row) const {
    if (row >= rows() || has_amount(row)) return false;
    std::uint32_t words = 0;
    for (std::uint32_t column = 0; column < columns(); ++column) {
      if (words_at(row, column).empty()) continue;
      if (!is_below_wide_head(row, column)) return false;
      ++words;
    }
    return words >= 2;
  }
  bool is_below_wide_head(std::uint32_t row, std::uint32_t column) const {
    if (owner(row - 1, column) == nobody || empty_above(row, column)) {
      // Without merged cells a wide head shows as one with empty cells to its right.
      return column > 0 && !empty_above(row, 0);
    }
    const bool next_goes_on =
        column + 1 < columns() && (goes_on_from_left(row - 1, column + 1) || empty_above(row, column + 1));
    return next_goes_on || goes_on_from_left(row - 1, column);
  }
  /// No head stands over this column in any row above.
  bool empty_above(std::uint32_t row, std::uint32_t column) const {
    for (std::uint32_t above = row; above-- > 0;) {
      const std::int32_t index = owner(above, column);
      if (index != nobody && !cells_[static_cast<std::size_t>(index)].words.empty()) return false;
    }
    return true;
  }

  /// 栏次, or 1 2 3 … over the columns, perhaps with dashes, asterisks and formulas (3=1+2) between.
  bool is_row_of_numbers(std::uint32_t row) const {
    if (row + 1 >= rows()) return false;
    std::uint32_t numbers = 0, next = 0;
    for (std::uint32_t column = 0; column < columns(); ++column) {
      const std::string_view words = words_at(row, column);
      if (words.empty() || words == "*" || words == "**" || words == "-" || words == "—") continue;
      const std::string packed = without_spaces(words);
      if (packed == "栏次" || packed == "行次") {
        numbers += 2;
        continue;
      }
      if (packed == "类" || packed == "款" || packed == "项") continue;  // over the columns of a code
      std::uint32_t value = 0;
      std::size_t digits = 0;
      while (digits < packed.size() && digits < 3 && packed[digits] >= '0' && packed[digits] <= '9')
        value = value * 10 + static_cast<std::uint32_t>(packed[digits++] - '0');
      if (digits == 0 || (digits < packed.size() && packed[digits] != '=')) return false;
      if (numbers > 0 && next > 0 && value != next) return false;
      if (next == 0 && value > 1) return false;
      next = value + 1;
      ++numbers;
    }
    return numbers >= 3;
  }

  /// More than one row in five is cut otherwise than most rows are. Totals and headings within a table may
  /// well be merged.
  bool is_form(std::uint32_t heads) const {
    std::vector<std::uint64_t> cuts;
    for (std::uint32_t row = heads; row < rows(); ++row) {
      if (filled(row) < 2 || begins_with_total(row) || (row == heads && is_row_of_numbers(row))) continue;
      std::uint64_t cut = 0;
      for (std::uint32_t column = 0; column < columns(); ++column) {
        if (!goes_on_from_left(row, column)) cut = (cut ^ column) * 0x100000001B3u + 1;
      }
      cuts.push_back(cut);
    }
    if (cuts.size() < 2) return false;
    std::sort(cuts.begin(), cuts.end());
    std::size_t most = 0;
    for (std::size_t at = 0; at < cuts.size();) {
      const std::size_t first = at;
      while (at < cuts.size() && cuts[at] == cuts[first])
        ++at;
      most = std::max(most, at - first);
    }
    return (cuts.size() - most) * 5 > cuts.size();
  }
  bool begins_with_total(std::uint32_t row) const {
    for (std::uint32_t column = 0; column < columns(); ++column) {
      if (const std::string_view words = words_at(row, column); !words.empty())
        return without_spaces(words).ends_with("计");
    }
    return false;
  }

  // Writing
  // ------------------------------------------------------------------------------------------------------

  void write_rows(std::string& text) {
    table_.cells.resize(owners_.size());
    Span all{};
    for (std::uint32_t row = 0; row < rows(); ++row) {
      for (std::uint32_t column = 0; column < columns(); ++column) {
        if (column > 0) text += '\t';
        Cell& out = table_.cells[std::size_t{row} * columns() + column];
        const std::string_view words = words_at(row, column);
        out.span.start = static_cast<std::uint32_t>(text.size());
        text += words;
        out.span.end = static_cast<std::uint32_t>(text.size());
        out.continued = is_covered(row, column) ||
                        (words.empty() && row > 0 && row < table_.header_rows && !empty_above(row, column));
        if (words.empty()) continue;
        if (all.empty()) all.start = out.span.start;
        all.end = out.span.end;
      }
      text += '\n';
    }
    table_.span = all;
  }

  void find_unit(std::string_view text) {
    const bool form = table_.header_rows == 0;
    for (std::uint32_t row = 0; row < (form ? rows() : table_.header_rows); ++row) {
      for (std::uint32_t column = 0; column < (form ? 1 : columns()); ++column) {
        const Span span = table_.at(row, column).span;
        if (span.empty()) continue;
        UnitLine unit = find_unit_line(text, span);
        if (unit.unit == Unit::none && form) unit = find_unit_of_label(text, span);
        if (unit.unit == Unit::none) continue;
        table_.unit = unit.unit;
        table_.unit_line = unit.span;
        return;
      }
    }
  }

  std::string_view words_;
  std::span<const GridCell> cells_;
  /// Rows and columns of the grid in which a cell begins, in order: those of the table.
  std::vector<std::uint32_t> row_numbers_, column_numbers_;
  std::vector<std::int32_t> owners_;
  Table table_;
};

}  // namespace

Result<Table> write_grid(std::string_view words, const Grid& grid, const GridPart& part,
                         std::uint64_t cells_left, std::string& text) {
  return GridTable(words, grid, part).write(cells_left, text);
}

}  // namespace mingzhang
