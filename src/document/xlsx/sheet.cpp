// See sheet.h.
#include "document/xlsx/sheet.h"

#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace mingzhang {
namespace {

constexpr std::uint32_t most_rows = 1'048'576, most_columns = 16'384;

struct Range {
  CellPlace first, last;  // both included
};

std::optional<Range> parse_range(std::string_view words) {
  const std::size_t colon = words.find(':');
  const auto first = parse_reference(words.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : parse_reference(words.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
  return Range{*first, *last};
}

class SheetReader {
 public:
  SheetReader(const Workbook& workbook, TextFlow& flow, SheetLosses& losses)
      : workbook_(workbook), flow_(flow), losses_(losses) {}

  void read(XmlNode sheet, std::string_view name) {
    for (const XmlNode view : child_of(sheet, "sheetViews").children())
      shows_zeros_ =
          shows_zeros_ && !(has_attribute(view, "showZeros") && !is_true(attribute_of(view, "showZeros")));
    rows_hidden_ = is_true(attribute_of(child_of(sheet, "sheetFormatPr"), "zeroHeight"));
    read_columns(child_of(sheet, "cols"));
    read_merges(child_of(sheet, "mergeCells"));
    flow_.open_sheet(name);
    std::uint32_t row = 0;
    for (const XmlNode node : child_of(sheet, "sheetData").children()) {
      if (flow_.is_full()) break;
      if (!is(node, "row")) continue;
      row = static_cast<std::uint32_t>(
                std::clamp<std::int64_t>(number_of(attribute_of(node, "r"), row + 1), 1, most_rows)) -
            1;
      read_row(node, row);
      ++row;
    }
    flow_.close_table();
    losses_.hidden_columns +=
        static_cast<std::uint32_t>(std::count(column_lost_.begin(), column_lost_.end(), true));
  }

 private:
  void read_columns(XmlNode columns) {
    for (const XmlNode node : columns.children()) {
      if (!is_true(attribute_of(node, "hidden"))) continue;
      const auto first = std::clamp<std::int64_t>(number_of(attribute_of(node, "min"), 1), 1, most_columns);
      const auto last =
          std::clamp<std::int64_t>(number_of(attribute_of(node, "max"), first), first, most_columns);
      if (column_hidden_.size() < static_cast<std::size_t>(last))
        column_hidden_.resize(static_cast<std::size_t>(last));
      for (auto column = first; column <= last; ++column)
        column_hidden_[static_cast<std::size_t>(column - 1)] = true;
    }
    column_lost_.resize(column_hidden_.size());
  }
  bool is_hidden(std::uint32_t column) const {
    return column < column_hidden_.size() && column_hidden_[column];
  }

  void read_merges(XmlNode merges) {
    for (const XmlNode node : merges.children()) {
      if (const auto range = parse_range(attribute_of(node, "ref"))) merges_.push_back(*range);
    }
    sort_stably(merges_, [](const Range& a, const Range& b) {
      return a.first.row != b.first.row ? a.first.row < b.first.row : a.first.column < b.first.column;
    });
  }
  const Range* merge_at(std::uint32_t row, std::uint32_t column) const {
    const auto found = std::lower_bound(merges_.begin(), merges_.end(), CellPlace{row, column},
                                        [](const Range& range, const CellPlace& place) {
                                          return range.first.row != place.row
                                                     ? range.first.row < place.row
                                                     : range.first.column < place.column;
                                        });
    if (found == merges_.end() || found->first.row != row || found->first.column != column) return nullptr;
    return &*found;
  }

  /// Below another cell of a merged range: its words, if it has any left, are not seen.
  bool is_covered(std::uint32_t row, std::uint32_t column) {
    for (; next_merge_ < merges_.size() && merges_[next_merge_].first.row <= row; ++next_merge_)
      reaching_[merges_[next_merge_].first.column] = merges_[next_merge_];
    for (auto at = reaching_.upper_bound(column); at != reaching_.begin();) {
      --at;
      const Range& range = at->second;
      if (range.last.row < row) {
        at = reaching_.erase(at);
        continue;
      }
      return range.last.column >= column && !(range.first.row == row && range.first.column == column);
    }
    return false;
  }

  void read_row(XmlNode row, std::uint32_t number) {
    const bool hidden = has_attribute(row, "hidden") ? is_true(attribute_of(row, "hidden")) : rows_hidden_;
    if (!hidden) write_waiting(number);
    bool lost = false;
    std::uint32_t column = 0;
    for (const XmlNode cell : row.children()) {
      if (!is(cell, "c")) continue;
      if (const auto place = parse_reference(attribute_of(cell, "r"))) column = place->column;
      const std::string_view words = words_of(cell);
      if (!trimmed(words).empty() && !is_covered(number, column))
        lost = !write(words, number, column, hidden) || lost;
      ++column;
    }
    losses_.hidden_rows += lost && hidden;
  }

  /// False where the cell is hidden. A merged cell shows its words wherever a part of it is seen: one whose
  /// first row is hidden waits for a row that is not.
  bool write(std::string_view words, std::uint32_t row, std::uint32_t column, bool hidden) {
    const Range* merge = merge_at(row, column);
    const std::uint32_t last = merge == nullptr ? column : merge->last.column;
    std::uint32_t first = column;
    while (first < last && is_hidden(first))
      ++first;
    if (is_hidden(first)) column_lost_[column] = true;
    if (is_hidden(first)) return false;
    if (hidden && merge != nullptr && merge->last.row > row) {
      waiting_.push_back({std::string(words), {{row, first}, merge->last}});
      return true;
    }
    if (hidden) return false;
    const std::uint32_t rows = merge == nullptr ? 1 : merge->last.row - row + 1;
    flow_.cell(row, first, rows, last - first + 1);
    flow_.paragraph(words);
    return true;
  }

  void write_waiting(std::uint32_t row) {
    for (const Waiting& cell : waiting_) {
      if (cell.range.last.row < row) {
        ++losses_.hidden_rows;
        continue;
      }
      flow_.cell(row, cell.range.first.column, cell.range.last.row - row + 1,
                 cell.range.last.column - cell.range.first.column + 1);
      flow_.paragraph(cell.words);
    }
    waiting_.clear();
  }

  /// As the page shows them; valid until the next call.
  std::string_view words_of(XmlNode cell) {
    const std::string_view type = attribute_of(cell, "t");
    const std::string_view value = text_of(child_of(cell, "v"));
    if (type == "s") return workbook_.shared_string(number_of(value, -1));
    if (type == "inlineStr") {
      words_.clear();
      append_rich_text(child_of(cell, "is"), words_);
      return words_;
    }
    if (value.empty()) {
      losses_.uncalculated += static_cast<bool>(child_of(cell, "f")) && type != "str";
      return {};
    }
    if (type == "e") ++losses_.errors;
    if (type == "b") return is_true(value) ? "TRUE" : "FALSE";
    if (type == "e" || type == "str") return value;
    if (type == "d") return value.substr(0, 10);  // ISO 8601
    if (!shows_zeros_ && value == "0") return {};
    words_ = workbook_.format(number_of(attribute_of(cell, "s"))).shown(value, workbook_.from_1904());
    return words_;
  }

  const Workbook& workbook_;
  TextFlow& flow_;
  SheetLosses& losses_;
  bool shows_zeros_ = true;
  bool rows_hidden_ = false;
  std::vector<bool> column_hidden_, column_lost_;
  std::vector<Range> merges_;
  /// The first of merges_ below the row that is being read, and by their first column those that reach into
  /// it.
  std::size_t next_merge_ = 0;
  std::map<std::uint32_t, Range> reaching_;
  struct Waiting {
    std::string words;
    Range range;
  };
  std::vector<Waiting> waiting_;
  std::string words_;
};

}  // namespace

std::optional<CellPlace> parse_reference(std::string_view words) {
  std::uint32_t row = 0, column = 0;
  std::size_t at = 0, letters = 0;
  for (; at < words.size(); ++at) {
    const char c = words[at];
    const bool lower = c >= 'a' && c <= 'z';
    if (c == '$') continue;
    if (!lower && !(c >= 'A' && c <= 'Z')) break;
    column = column * 26 + static_cast<std::uint32_t>(c - (lower ? 'a' : 'A')) + 1;
    if (++letters > 3) return std::nullopt;
  }
  std::size_t digits = 0;
  for (; at < words.size(); ++at) {
    const char c = words[at];
    if (c < '0' || c > '9' || ++digits > 7) return std::nullopt;
    row = row * 10 + static_cast<std::uint32_t>(c - '0');
  }
  if (row == 0 || row > most_rows || column == 0 || column > most_columns) return std::nullopt;
  return CellPlace{row - 1, column - 1};
}

void read_sheet(XmlNode worksheet, const Workbook& workbook, std::string_view name, TextFlow& flow,
                SheetLosses& losses) {
  SheetReader(workbook, flow, losses).read(worksheet, name);
}

}  // namespace mingzhang
