// See table_shape.h.
#include "document/table_shape.h"

#include "document/lines.h"
#include "document/unit_line.h"
#include "text/utf8.h"

#include <algorithm>
#include <vector>

namespace mingzhang {
namespace {

/// Bytes of the longest words that a column's lower head may have.
constexpr std::size_t longest_sub_head = 60;

enum class CellKind : std::uint8_t { empty, figure, words };

class Shaper {
 public:
  Shaper(std::string_view text, std::span<const FlatRow> rows, std::span<const Span> cells)
      : text_(text), rows_(rows), cells_(cells) {
    for (const FlatRow& row : rows)
      columns_ = std::max(columns_, row.cells);
  }

  Table shape(bool& ragged) {
    read_titles();
    grid_ = rows_.subspan(titles_);
    header_rows_ = count_header_rows();
    is_form_ = header_rows_ == 0;
    find_usual_width();
    table_.header_rows = header_rows_;
    table_.rows = static_cast<std::uint32_t>(grid_.size());
    table_.columns = columns_;
    table_.cells.resize(std::size_t{table_.rows} * columns_);
    for (std::uint32_t row = 0; row < table_.rows; ++row)
      place(row);
    for (std::uint32_t row = 1; row < table_.rows; ++row)
      continue_downwards(row);
    if (table_.unit == Unit::none) find_unit_in_heads();
    ragged = ragged_;
    return std::move(table_);
  }

 private:
  Span cell(const FlatRow& row, std::uint32_t index) const { return cells_[row.first_cell + index]; }
  std::string_view words(const FlatRow& row, std::uint32_t index) const { return cell(row, index).of(text_); }
  bool is_empty(const FlatRow& row, std::uint32_t index) const { return cell(row, index).empty(); }
  CellKind kind(const FlatRow& row, std::uint32_t index) const {
    if (is_empty(row, index)) return CellKind::empty;
    return is_figure(words(row, index)) ? CellKind::figure : CellKind::words;
  }
  std::uint32_t count(const FlatRow& row, CellKind wanted) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = 0; i < row.cells; ++i)
      n += kind(row, i) == wanted;
    return n;
  }
  std::uint32_t filled(const FlatRow& row) const { return row.cells - count(row, CellKind::empty); }

  // Title rows
  // ---------------------------------------------------------------------------------------------------

  void read_titles() {
    while (titles_ + 2 < rows_.size() && is_title(titles_)) {
      take_title(rows_[titles_]);
      ++titles_;
    }
  }

  bool is_title(std::uint32_t index) const {
    const FlatRow& row = rows_[index];
    const std::uint32_t n = filled(row);
    if (n == 0) return true;
    if (n > 3 || count(row, CellKind::figure) > 0) return false;
    if (n == 1) return !is_empty(row, 0) && (row.cells < columns_ || filled(rows_[index + 1]) > 1);
    if (!names_unit_or_date(row)) return false;
    return row.cells < columns_ || n < row.cells || count(rows_[index + 1], CellKind::figure) == 0;
  }

  bool names_unit_or_date(const FlatRow& row) const {
    for (std::uint32_t i = 0; i < row.cells; ++i) {
      if (find_unit_line(text_, cell(row, i)).alone) return true;
      const std::string_view w = words(row, i);
      const bool dated = w.find("年") != std::string_view::npos && w.find("日") != std::string_view::npos;
      if (dated || w.starts_with("编制部门：") || w.starts_with("编制单位：")) return true;
    }
    return false;
  }

  void take_title(const FlatRow& row) {
    for (std::uint32_t i = 0; i < row.cells; ++i) {
      const UnitLine unit = find_unit_line(text_, cell(row, i));
      if (unit.unit != Unit::none) {
        table_.unit = unit.unit;
        table_.unit_line = unit.span;
      }
      if (!unit.alone && !is_empty(row, i) && table_.title.empty()) table_.title = cell(row, i);
    }
  }

  // Heads
  // --------------------------------------------------------------------------------------------------------

  std::uint32_t count_header_rows() {
    if (grid_.empty()) return 0;
    const FlatRow& first = grid_[0];
    if (count(first, CellKind::figure) > 0 || filled(first) < 2) return 0;
    std::uint32_t heads = 1;
    if (grid_.size() > 1 && lay_out_heads(first, grid_[1])) {
      heads = 2;
      if (grid_.size() > 2 && is_lower_head(grid_[1], grid_[2])) heads = 3;
    } else if (!is_single_head(first)) {
      return 0;
    }
    if (heads < grid_.size() && is_column_numbers(grid_[heads])) ++heads;
    return heads;
  }

  /// A single row of heads is as wide as most rows or they are all full, and no column without a head is
  /// empty.
  bool is_single_head(const FlatRow& first) const {
    std::size_t full = 0, alike = 0, with_words = 0;
    for (const FlatRow& row : grid_.subspan(1)) {
      const bool some = filled(row) > 0;
      with_words += some;
      full += some && row.cells == columns_;
      alike += some && row.cells == first.cells;
    }
    if (std::max(full, alike) * 3 < with_words * 2) return false;
    for (std::uint32_t i = 1; first.cells == columns_ && i < columns_; ++i) {
      if (is_empty(first, i) && !is_used(i)) return false;
    }
    return true;
  }
  bool is_used(std::uint32_t column) const {
    return std::any_of(grid_.begin() + 1, grid_.end(),
                       [&](const FlatRow& row) { return row.cells > column && !is_empty(row, column); });
  }

  bool is_sub_head_row(const FlatRow& row) const {
    if (row.cells != columns_ || count(row, CellKind::figure) > 0) return false;
    const std::uint32_t n = filled(row);
    if (n < 2 || n == columns_) return false;
    for (std::uint32_t i = 0; i < row.cells; ++i) {
      if (words(row, i).size() > longest_sub_head) return false;
    }
    return true;
  }

  /// Two rows of heads: fills head_starts_ with the columns at which the upper heads begin.
  bool lay_out_heads(const FlatRow& upper, const FlatRow& lower) {
    if (!is_sub_head_row(lower)) return false;
    if (upper.cells == columns_) return wide_heads_show_as_empty(upper, lower);
    std::uint32_t runs = 0, covered = 0;
    for (std::uint32_t i = 0; i < columns_; ++i) {
      if (is_empty(lower, i)) continue;
      ++covered;
      runs += i == 0 || is_empty(lower, i - 1);
    }
    const std::uint32_t alone = columns_ - covered;
    if (upper.cells < alone + runs) return false;
    lay_out_runs(lower, upper.cells - alone, runs);
    return head_starts_.size() == upper.cells;
  }

  /// Shares `heads` wide heads among the runs of lower heads, and each run evenly among its heads.
  void lay_out_runs(const FlatRow& lower, std::uint32_t heads, std::uint32_t runs) {
    head_starts_.clear();
    for (std::uint32_t i = 0; i < columns_;) {
      if (is_empty(lower, i)) {
        head_starts_.push_back(i++);
        continue;
      }
      std::uint32_t end = i;
      while (end < columns_ && !is_empty(lower, end))
        ++end;
      const std::uint32_t length = end - i;
      const std::uint32_t mine = std::min(length, heads - (runs - 1));
      for (std::uint32_t h = 0; h < mine; ++h)
        head_starts_.push_back(i + (length * h + mine - 1) / mine);
      heads -= mine;
      --runs;
      i = end;
    }
  }

  /// The upper row has empty cells right of a wide head, and lower heads stand beneath the wide ones and no
  /// others.
  bool wide_heads_show_as_empty(const FlatRow& upper, const FlatRow& lower) const {
    bool wide = false;
    for (std::uint32_t i = 0; i < columns_; ++i) {
      if (is_empty(upper, i)) {
        if (!wide) return false;
        continue;
      }
      wide = i + 1 < columns_ && is_empty(upper, i + 1);
      if (wide == is_empty(lower, i)) return false;
    }
    return true;
  }

  /// A third row of heads stands only beneath the lower heads, and below one that is wide.
  bool is_lower_head(const FlatRow& upper, const FlatRow& lower) const {
    if (!is_sub_head_row(lower)) return false;
    bool wide = false;
    for (std::uint32_t i = 0; i < columns_; ++i) {
      if (is_empty(lower, i)) continue;
      if (!is_empty(upper, i)) continue;
      if (i == 0 || is_empty(lower, i - 1)) return false;
      wide = true;
    }
    return wide;
  }

  bool is_column_numbers(const FlatRow& row) const {
    return row.cells > 1 && without_spaces(words(row, 0)) == "栏次";
  }

  // Placing
  // ------------------------------------------------------------------------------------------------------

  void find_usual_width() {
    usual_width_ = columns_;
    if (is_form_) return;
    std::uint32_t wider = 0, short_rows = 0;
    const std::uint32_t head_width = grid_[header_rows_ - 1].cells;
    for (const FlatRow& row : grid_) {
      wider += row.cells > head_width;
      short_rows += row.cells == head_width;
    }
    ragged_ = wider > 0 && short_rows >= 2 * wider;
    if (ragged_) usual_width_ = head_width;
  }

  void place(std::uint32_t index) {
    const FlatRow& row = grid_[index];
    const std::uint32_t end = cell(row, row.cells - 1).end;
    Cell* out = &table_.cells[std::size_t{index} * columns_];
    std::fill(out, out + columns_, Cell{{end, end}, false});
    if (row.cells >= usual_width_ || filled(row) == 0) {
      for (std::uint32_t i = 0; i < row.cells; ++i)
        put(index, i, row, i, i + 1);
    } else if (index == 0 && header_rows_ > 1 && head_starts_.size() == row.cells) {
      for (std::uint32_t i = 0; i < row.cells; ++i) {
        put(index, i, row, head_starts_[i], i + 1 < row.cells ? head_starts_[i + 1] : columns_);
      }
    } else if (is_form_) {
      place_evenly(index, row);
    } else {
      place_by_kind(index, row);
    }
  }

  void put(std::uint32_t index, std::uint32_t i, const FlatRow& row, std::uint32_t from, std::uint32_t to) {
    Cell* out = &table_.cells[std::size_t{index} * columns_];
    out[from].span = cell(row, i);
    for (std::uint32_t column = from + 1; column < to; ++column) {
      const std::uint32_t end = cell(row, i).end;
      out[column] = {{end, end}, true};
    }
  }

  void place_evenly(std::uint32_t index, const FlatRow& row) {
    if (row.cells == 1) return put(index, 0, row, 0, columns_);
    const std::uint32_t sharing = row.cells - 1;
    const std::uint32_t share = (columns_ - 1) / sharing;
    const std::uint32_t wider = (columns_ - 1) % sharing;
    put(index, 0, row, 0, 1);
    std::uint32_t column = 1;
    for (std::uint32_t i = 1; i < row.cells; ++i) {
      const std::uint32_t width = share + (i <= wider ? 1 : 0);
      put(index, i, row, column, column + width);
      column += width;
    }
  }

  void place_by_kind(std::uint32_t index, const FlatRow& row) {
    if (usual_kinds_.empty()) find_usual_kinds();
    const std::uint32_t extra = usual_width_ - row.cells;
    const auto fits = [&](std::uint32_t i, std::uint32_t column) {
      return kind(row, i) == usual_kinds_[column] ? 1 : 0;
    };
    // With the last cell widened every cell keeps its column; each step to the left moves one more to the
    // right.
    int fit = 0;
    for (std::uint32_t i = 0; i < row.cells; ++i)
      fit += fits(i, i);
    std::uint32_t best = row.cells - 1;
    int best_fit = fit;
    for (std::uint32_t widened = row.cells - 1; widened-- > 0;) {
      fit += fits(widened + 1, widened + 1 + extra) - fits(widened + 1, widened + 1);
      if (fit > best_fit) {
        best = widened;
        best_fit = fit;
      }
    }
    for (std::uint32_t i = 0; i < row.cells; ++i) {
      const std::uint32_t from = i > best ? i + extra : i;
      put(index, i, row, from, i == best ? from + extra + 1 : from + 1);
    }
  }

  void find_usual_kinds() {
    usual_kinds_.assign(columns_, CellKind::words);
    for (std::uint32_t column = 0; column < columns_; ++column) {
      std::uint32_t seen[3] = {};
      for (const FlatRow& row : grid_.subspan(header_rows_)) {
        if (row.cells == columns_) ++seen[static_cast<int>(kind(row, column))];
      }
      const std::uint32_t most = std::max({seen[0], seen[1], seen[2]});
      usual_kinds_[column] = seen[1] > 0 && seen[1] >= seen[2] ? CellKind::figure
                             : seen[2] > 0 || most == 0        ? CellKind::words
                                                               : CellKind::empty;
    }
  }

  /// Leading empty cells under a cell with words, in the heads, in forms, and beside words elsewhere.
  void continue_downwards(std::uint32_t row) {
    Cell* out = &table_.cells[std::size_t{row} * columns_];
    const Cell* above = out - columns_;
    std::uint32_t first = 0;
    while (first < columns_ && out[first].span.empty())
      ++first;
    if (first == columns_) return;
    if (row < header_rows_) {
      for (std::uint32_t i = 0; i < columns_; ++i)
        out[i].continued = out[i].span.empty() && is_taken(above[i]);
      return;
    }
    if (row == header_rows_ && header_rows_ > 0) return;
    if (!is_form_ && !has_words(out)) return;
    for (std::uint32_t i = 0; i < first && is_taken(above[i]); ++i)
      out[i].continued = true;
  }
  static bool is_taken(const Cell& cell) { return cell.continued || !cell.span.empty(); }
  bool has_words(const Cell* row) const {
    return std::any_of(row, row + columns_,
                       [&](const Cell& c) { return !c.span.empty() && !is_figure(c.span.of(text_)); });
  }

  // Units
  // --------------------------------------------------------------------------------------------------------

  void find_unit_in_heads() {
    const std::uint32_t rows = is_form_ ? table_.rows : header_rows_;
    for (std::uint32_t row = 0; row < rows; ++row) {
      const std::uint32_t labels = is_form_ ? 1 : columns_;
      for (std::uint32_t column = 0; column < labels; ++column) {
        const Span span = table_.at(row, column).span;
        if (span.empty()) continue;
        UnitLine unit = find_unit_line(text_, span);
        if (unit.unit == Unit::none && is_form_) unit = find_unit_of_label(text_, span);
        if (unit.unit == Unit::none) continue;
        table_.unit = unit.unit;
        table_.unit_line = unit.span;
        return;
      }
    }
  }

  std::string_view text_;
  std::span<const FlatRow> rows_;
  std::span<const Span> cells_;
  std::span<const FlatRow> grid_;
  std::uint32_t columns_ = 0;
  std::uint32_t usual_width_ = 0;
  std::uint32_t titles_ = 0;
  std::uint32_t header_rows_ = 0;
  bool is_form_ = false;
  bool ragged_ = false;
  /// Columns at which the heads of the first row begin, where a second row stands below wide ones.
  std::vector<std::uint32_t> head_starts_;
  std::vector<CellKind> usual_kinds_;
  Table table_;
};

}  // namespace

bool is_figure(std::string_view words) {
  std::size_t at = 0;
  std::size_t digits = 0;
  for (CodePoint c = decode_utf8(words, at); c.size != 0; c = decode_utf8(words, at)) {
    const bool sign = c.value == U'≥' || c.value == U'≤' || c.value == U'≧' || c.value == U'≦' ||
                      c.value == U'＜' || c.value == U'＞' || c.value == U'<' || c.value == U'>' ||
                      c.value == U'-' || c.value == U'+' || c.value == U'=' || c.value == U'－' ||
                      c.value == U'−';
    const bool digit = (c.value >= U'0' && c.value <= U'9') || (c.value >= U'０' && c.value <= U'９');
    const bool inside =
        digits > 0 && (c.value == U',' || c.value == U'.' || c.value == U'，' || c.value == U'．');
    if (!(sign && digits == 0) && !digit && !inside && !(is_space(c.value) && digits == 0)) break;
    digits += digit;
    at += c.size;
  }
  if (digits == 0) return false;
  const std::string_view unit = trimmed(words.substr(at));
  return unit.size() <= 6 && !unit.starts_with("年") && !unit.starts_with("月") && !unit.starts_with("-") &&
         !unit.starts_with("、") && !unit.starts_with("）");
}

Table shape_table(std::string_view text, std::span<const FlatRow> rows, std::span<const Span> cells,
                  bool& ragged) {
  return Shaper(text, rows, cells).shape(ragged);
}

}  // namespace mingzhang
