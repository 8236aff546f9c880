// See flattened_tables.h.
#include "document/flattened_tables.h"

#include "document/heading.h"
#include "document/unit_line.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

/// Bytes above which a row's only cell is running text rather than a title.
constexpr std::uint32_t longest_title = 120;
/// Bytes above which a cell of an indented stretch is taken for a sentence whatever its end.
constexpr std::uint32_t long_cell = 90;

bool ends_a_sentence(std::string_view words) {
  return words.ends_with("。") || words.ends_with("；") || words.ends_with("！") || words.ends_with("？");
}

bool is_note(std::string_view words) {
  return words.starts_with("注：") || words.starts_with("注:") || words.starts_with("备注：") ||
         words.starts_with("说明：");
}

/// Words that repeat within a table without opening another one.
bool is_total_label(std::string_view words) {
  return words.ends_with("计") || words.starts_with("其中");
}

class Cutter {
 public:
  Cutter(std::string_view text, FlatRegion& region, std::vector<FlatPiece>& pieces)
      : text_(text), region_(region), pieces_(pieces) {}

  void cut() {
    split_joined_rows();
    const std::uint32_t gap = prevailing_gap();
    bool repeats = false;
    begin_table(0);
    for (std::uint32_t row = 1; row < rows(); ++row) {
      const bool again = opens_again(row);
      if (!again && !(at(row).gap > gap && begins_afresh(row))) continue;
      const std::uint32_t next = again ? first_title_before(row) : row;
      const std::string_view label = label_;
      emit(first_, next, repeats);
      begin_table(next);
      repeats = !label.empty() && label_ == label;
    }
    emit(first_, rows(), repeats);
  }

 private:
  std::uint32_t rows() const { return static_cast<std::uint32_t>(region_.rows.size()); }
  const FlatRow& at(std::uint32_t row) const { return region_.rows[row]; }
  std::string_view words(std::uint32_t row, std::uint32_t cell) const {
    return region_.cells[at(row).first_cell + cell].of(text_);
  }

  /// Where nothing parts two forms, the second one's first row is joined to the last row of the first.
  void split_joined_rows() {
    const std::string_view label = words(0, 0);
    if (!is_label(label)) return;
    std::vector<FlatRow> rows;
    std::uint32_t width = at(0).cells;
    for (const FlatRow& joined : region_.rows) {
      FlatRow row = joined;
      for (std::uint32_t cell = 1; row.cells > width && cell < row.cells;) {
        if (region_.cells[row.first_cell + cell].of(text_) != label) {
          ++cell;
          continue;
        }
        rows.push_back({row.first_cell, cell, row.gap});
        row = {row.first_cell + cell, row.cells - cell, 0};
        cell = 1;
      }
      width = std::max(width, row.cells);
      rows.push_back(row);
    }
    if (rows.size() > region_.rows.size()) region_.rows = std::move(rows);
  }

  std::uint32_t prevailing_gap() const {
    std::uint32_t gap = UINT32_MAX;
    for (std::uint32_t row = 1; row < rows(); ++row) {
      if (at(row).gap > 0) gap = std::min(gap, at(row).gap);
    }
    return gap;
  }

  static bool is_label(std::string_view words) {
    return words.size() >= 6 && is_han(decode_utf8(words, 0).value) && !is_total_label(words);
  }

  /// A row that a table can be known by: several cells, and none of the first ones a unit line.
  bool has_label(std::uint32_t row) const {
    if (at(row).cells < 2 || words(row, 0).empty()) return false;
    for (std::uint32_t cell = 1; cell < std::min(at(row).cells, 4u); ++cell) {
      const Span span = region_.cells[at(row).first_cell + cell];
      if (span.size() <= longest_title && find_unit_line(text_, span).alone) return false;
    }
    return true;
  }
  std::uint32_t label_row_from(std::uint32_t first) const {
    std::uint32_t row = first;
    while (row + 1 < rows() && row < first + 4 && !has_label(row))
      ++row;
    return row;
  }
  void begin_table(std::uint32_t first) {
    first_ = first;
    label_row_ = label_row_from(first);
    label_ = is_label(words(label_row_, 0)) ? words(label_row_, 0) : std::string_view();
  }

  bool opens_again(std::uint32_t row) const {
    return row >= first_ + 2 && row > label_row_ && at(row).cells > 1 && !label_.empty() &&
           words(row, 0) == label_;
  }
  /// Title rows of the table that opens again at `row` stand right before it, as many as the first one had.
  std::uint32_t first_title_before(std::uint32_t row) const {
    const std::uint32_t titles = label_row_ - first_;
    std::uint32_t start = row;
    while (start > first_ && row - start < titles &&
           at(start - 1).cells == at(label_row_ - 1 - (row - start)).cells) {
      --start;
    }
    return row - start == titles ? start : row;
  }

  /// After a wider gap the same table goes on only with a row as wide that has a figure or begins empty.
  bool begins_afresh(std::uint32_t row) const {
    if (at(row).cells != at(row - 1).cells || at(row).cells < 2) return true;
    if (words(row, 0).empty()) return false;
    for (std::uint32_t cell = 1; cell < at(row).cells; ++cell) {
      if (!words(row, cell).empty() && is_figure(words(row, cell))) return false;
    }
    return true;
  }

  bool is_running_text(std::uint32_t row) const {
    const FlatRow& r = at(row);
    if (r.cells != 1) return false;
    const Span cell = region_.cells[r.first_cell];
    const std::string_view w = cell.of(text_);
    if (w.empty()) return false;
    return w.size() > longest_title || ends_a_sentence(w) || is_note(w) ||
           parse_heading(text_, cell).has_value();
  }

  bool is_table(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t wide_rows = 0, cells = 0, empty = 0, sentences = 0;
    for (std::uint32_t row = first; row < last; ++row) {
      wide_rows += at(row).cells > 1;
      for (std::uint32_t cell = 0; cell < at(row).cells; ++cell) {
        const std::string_view w = words(row, cell);
        ++cells;
        empty += w.empty();
        sentences += w.size() > long_cell || ends_a_sentence(w);
      }
    }
    return wide_rows >= 2 && empty < cells && !(empty == 0 && sentences * 2 > cells);
  }

  void emit(std::uint32_t first, std::uint32_t last, bool repeats) {
    std::uint32_t begin = first, end = last;
    while (begin < end && is_running_text(begin))
      ++begin;
    while (end > begin && is_running_text(end - 1))
      --end;
    if (!is_table(begin, end)) {
      pieces_.push_back({first, last, false, false});
      return;
    }
    if (begin > first) pieces_.push_back({first, begin, false, false});
    pieces_.push_back({begin, end, true, repeats});
    if (end < last) pieces_.push_back({end, last, false, false});
  }

  std::string_view text_;
  FlatRegion& region_;
  std::vector<FlatPiece>& pieces_;
  /// The table that is being cut: its first row, the row that it is known by, and that row's first cell where
  /// it is one that would open the table anew.
  std::uint32_t first_ = 0;
  std::uint32_t label_row_ = 0;
  std::string_view label_;
};

/// The cells of `line`, parted by tabs, as a row of its own.
void append_row(std::string_view text, Span line, std::uint32_t gap, FlatRegion& region) {
  region.rows.push_back({static_cast<std::uint32_t>(region.cells.size()), 0, gap});
  std::uint32_t start = line.start;
  for (std::uint32_t at = start; at <= line.end; ++at) {
    if (at != line.end && text[at] != '\t') continue;
    region.cells.push_back(trimmed_span(text, {start, at}));
    ++region.rows.back().cells;
    start = at + 1;
  }
}

std::uint32_t bars_in(std::string_view text, Span line) {
  const std::string_view words = line.of(text);
  return static_cast<std::uint32_t>(std::count(words.begin(), words.end(), '|'));
}

void append_barred_row(std::string_view text, Span line, FlatRegion& region) {
  if (line.of(text).find_first_not_of("|-: ") == std::string_view::npos &&
      line.of(text).find('-') != std::string_view::npos)
    return;
  if (text[line.start] == '|') ++line.start;
  if (line.end > line.start && text[line.end - 1] == '|') --line.end;
  region.rows.push_back({static_cast<std::uint32_t>(region.cells.size()), 0, 0});
  std::uint32_t start = line.start;
  for (std::uint32_t at = start; at <= line.end; ++at) {
    if (at != line.end && text[at] != '|') continue;
    region.cells.push_back(trimmed_span(text, {start, at}));
    ++region.rows.back().cells;
    start = at + 1;
  }
}

bool has_tab_between_words(std::string_view text, const Line& line) {
  return line.tabs > 0 && line.words.of(text).find('\t') != std::string_view::npos;
}

}  // namespace

void read_flat_region(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                      FlatRegion& region) {
  region.rows.clear();
  region.cells.clear();
  bool row_open = false;
  std::size_t index = begin;
  for (; index < lines.size(); ++index) {
    const Line& line = lines[index];
    if (line.kind == LineKind::plain) {
      if (line.blanks > 0 || line.tabs > 0) break;
      Span& cell = region.cells.back();
      cell = cell.empty() ? line.words : Span{cell.start, line.words.end};
    } else if (has_tab_between_words(text, line)) {
      append_row(text, {line.raw.start + 1, line.raw.end}, line.blanks, region);
      row_open = false;
    } else {
      if (!row_open || line.blanks > 0) {
        region.rows.push_back({static_cast<std::uint32_t>(region.cells.size()), 0, line.blanks});
      }
      region.cells.push_back(line.words);
      ++region.rows.back().cells;
      row_open = true;
    }
  }
  region.end = index;
}

bool read_delimited_region(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                           FlatRegion& region) {
  const std::uint32_t tabs = lines[begin].tabs;
  if (tabs == 0) return false;
  std::size_t end = begin + 1;
  bool words_first = lines[begin].kind == LineKind::plain;
  while (end < lines.size() && lines[end].tabs == tabs && lines[end].blanks == 0) {
    words_first = words_first || lines[end].kind == LineKind::plain;
    ++end;
  }
  if (end - begin < 2 || !words_first) return false;
  region.rows.clear();
  region.cells.clear();
  for (std::size_t index = begin; index < end; ++index)
    append_row(text, lines[index].raw, 0, region);
  region.end = end;
  return true;
}

bool read_barred_region(std::string_view text, const std::vector<Line>& lines, std::size_t begin,
                        FlatRegion& region) {
  if (bars_in(text, lines[begin].words) < 2) return false;
  std::size_t end = begin + 1;
  while (end < lines.size() && lines[end].blanks == 0 && bars_in(text, lines[end].words) >= 2)
    ++end;
  if (end - begin < 2) return false;
  region.rows.clear();
  region.cells.clear();
  for (std::size_t index = begin; index < end; ++index)
    append_barred_row(text, lines[index].words, region);
  region.end = end;
  return region.rows.size() >= 2;
}

void cut_flat_region(std::string_view text, FlatRegion& region, std::vector<FlatPiece>& pieces) {
  pieces.clear();
  Cutter(text, region, pieces).cut();
}

}  // namespace mingzhang
