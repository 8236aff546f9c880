// Reads labels, codes and numbers of rows, and builds the tree.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#include "checks/table_lists.h"

#include "checks/table_rows.h"
#include "document/heading.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

constexpr std::size_t longest_label = 240;

bool is_digits(std::string_view words) {
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<Panel> panels_of(const TableCells& cells) {
  std::vector<Panel> panels;
  for (std::uint32_t column = 0; column < cells.columns; ++column) {
    switch (cells.roles[column]) {
      case ColumnRole::words:
      case ColumnRole::code:
        if (panels.empty() || !panels.back().figures.empty()) panels.emplace_back();
        panels.back().labels.push_back(column);
        break;
      case ColumnRole::figures:
        if (panels.empty()) panels.emplace_back();
        panels.back().figures.push_back(column);
        break;
      default:
        break;
    }
  }
  std::erase_if(panels, [](const Panel& panel) { return panel.figures.empty(); });
  return panels;
}

class ListReader {
 public:
  ListReader(const Document& document, const Disclosure& disclosure, std::int32_t table,
             const TableCells& cells, const RuleBook::Data& book)
      : document_(document),
        disclosure_(disclosure),
        index_(table),
        table_(document.tables[static_cast<std::size_t>(table)]),
        cells_(cells),
        book_(book) {}

  std::vector<TableList> read() {
    std::vector<TableList> out;
    for (Panel& panel : panels_of(cells_)) {
      TableList list;
      list.table = index_;
      list.columns = panel.figures.size();
      list.panels.push_back(std::move(panel));
      read_rows(list);
      if (goes_on(out, list))
        append(out.back(), std::move(list));
      else
        out.push_back(std::move(list));
    }
    for (TableList& list : out) {
      find_parents(list);
      list.coded = is_coded(list);
    }
    return out;
  }

 private:
  std::string_view words(std::uint32_t row, std::uint32_t column) const {
    return document_.words(table_.at(row, column).span);
  }

  void read_rows(TableList& list) {
    const Panel& panel = list.panels[0];
    std::int32_t category = none;
    carried_.assign(panel.labels.size(), {});
    for (std::uint32_t row = cells_.first_row; row < table_.rows; ++row) {
      ListRow entry;
      entry.row = row;
      read_label(panel, entry);
      if (panel.labels.size() > 1) {
        const std::uint32_t first = panel.labels.front();
        const Cell& cell = table_.at(row, first);
        if (!cell.span.empty()) category = static_cast<std::int32_t>(row);
        const bool own_label = entry.label == cell.span;
        entry.category = own_label && !cell.span.empty() ? none : category;
      }
      entry.has_figure = std::any_of(panel.figures.begin(), panel.figures.end(),
                                     [&](std::uint32_t column) { return cells_.at(row, column) != none; });
      if (entry.label.empty() && entry.code.empty() && !entry.has_figure) continue;
      list.rows.push_back(std::move(entry));
    }
  }

  /// The code from its own columns (201 | 06 | 02 or 2010602), from the label (2010506统计管理), or from the
  /// concept of a fact; the label is the last cell of words.
  void read_label(const Panel& panel, ListRow& entry) {
    std::string code;
    std::size_t code_columns = 0;
    for (std::size_t i = 0; i < panel.labels.size(); ++i) {
      const std::uint32_t column = panel.labels[i];
      const std::string_view cell = words(entry.row, column);
      if (cells_.roles[column] == ColumnRole::code) {
        ++code_columns;
        // Blank below a code that is not repeated, left of one that is printed: 201 |    | … then | 06 |.
        if (is_digits(cell)) {
          carried_[i] = std::string(cell);
          for (std::size_t k = i + 1; k < carried_.size(); ++k)
            carried_[k].clear();
          // 301 | 2 for 30102: the leading zero is often dropped.
          if (i > 0 && !code.empty() && cell.size() == 1) code += '0';
          code += cell;
        } else if (cell.empty() && !carried_[i].empty() && has_code_right_of(entry.row, panel, i)) {
          if (i > 0 && carried_[i].size() == 1) code += '0';
          code += carried_[i];
        }
        if (!cell.empty() && !is_digits(cell)) entry.label = table_.at(entry.row, column).span;
        continue;
      }
      if (!cell.empty()) entry.label = table_.at(entry.row, column).span;
    }
    if (code.empty()) code = code_in_label(document_.words(entry.label));
    entry.code_printed = !code.empty();
    entry.code = std::move(code);
    if (entry.label.size() > longest_label) return;
    const std::string label = folded(document_.words(entry.label));
    if (begins_with_of_which(label)) entry.kind = RowKind::of_which;
    if (!entry.code.empty()) return;
    read_total(label, entry);
    if (const auto heading = parse_heading(document_.text, entry.label);
        heading && entry.kind == RowKind::item) {
      entry.style = static_cast<std::uint8_t>(heading->level + 1);
      entry.ordinal = heading->ordinal;
    }
    if (entry.kind == RowKind::item && entry.style == 0) entry.code = code_of_fact(panel, entry.row);
  }

  void read_total(const std::string& label, ListRow& entry) const {
    const auto ends_so = [&](const std::string& word) { return label.ends_with(word); };
    const auto is_so = [&](const std::string& word) { return label == word; };
    const bool ends = std::any_of(book_.total_endings.begin(), book_.total_endings.end(), ends_so);
    const bool part = std::any_of(book_.subtotals.begin(), book_.subtotals.end(), is_so);
    if (!ends && !part) return;
    entry.kind = RowKind::total;
    entry.grand = !part && !label.ends_with("小计");
  }

  bool has_code_right_of(std::uint32_t row, const Panel& panel, std::size_t i) const {
    for (std::size_t k = i + 1; k < panel.labels.size(); ++k) {
      if (cells_.roles[panel.labels[k]] == ColumnRole::code && is_digits(words(row, panel.labels[k])))
        return true;
    }
    return false;
  }

  /// Three, five or seven digits that a name follows directly.
  static std::string code_in_label(std::string_view label) {
    std::size_t digits = 0;
    while (digits < label.size() && label[digits] >= '0' && label[digits] <= '9')
      ++digits;
    if (digits != 3 && digits != 5 && digits != 7) return {};
    std::size_t at = digits;
    while (at < label.size() && (label[at] == ' ' || label[at] == '-'))
      ++at;
    const CodePoint next = decode_utf8(label, at);
    return next.size > 0 && is_han(next.value) ? std::string(label.substr(0, digits)) : std::string();
  }

  std::string code_of_fact(const Panel& panel, std::uint32_t row) const {
    for (const std::uint32_t column : panel.figures) {
      const std::int32_t figure = cells_.at(row, column);
      if (figure == none || static_cast<std::size_t>(figure) >= disclosure_.facts.size()) continue;
      const ConceptId concept_id = disclosure_.facts[static_cast<std::size_t>(figure)].concept_id;
      return std::string(book_.code_of(disclosure_, concept_id));
    }
    return {};
  }

  /// A classification that goes on beside itself: both have codes and as many columns.
  static bool goes_on(const std::vector<TableList>& before, const TableList& list) {
    return !before.empty() && before.back().columns == list.columns && is_coded(before.back()) &&
           is_coded(list);
  }

  static void append(TableList& list, TableList more) {
    const auto panel = static_cast<std::uint32_t>(list.panels.size());
    list.panels.push_back(std::move(more.panels[0]));
    for (ListRow& row : more.rows) {
      row.panel = panel;
      list.rows.push_back(std::move(row));
    }
  }

  static bool is_coded(const TableList& list) {
    const auto codes = std::count_if(list.rows.begin(), list.rows.end(),
                                     [](const ListRow& row) { return !row.code.empty(); });
    const auto items = std::count_if(list.rows.begin(), list.rows.end(), [](const ListRow& row) {
      return row.kind == RowKind::item && !row.label.empty();
    });
    return codes >= 2 && codes * 10 >= items * 8;
  }

  /// By code: the nearest row before it that its code extends by whole levels. By number: the row before a
  /// list that starts anew at 1. 其中: the row before.
  static void find_parents(TableList& list) {
    std::vector<std::int32_t> codes;    // open ancestors
    std::vector<std::int32_t> numbers;  // open numbered rows, outermost first
    std::int32_t above = none;          // last row that is no 其中
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
      ListRow& row = list.rows[i];
      const auto self = static_cast<std::int32_t>(i);
      const auto at = [&](std::int32_t index) -> const ListRow& {
        return list.rows[static_cast<std::size_t>(index)];
      };
      if (row.kind == RowKind::total) {
        numbers.clear();
        above = none;
        continue;
      }
      if (!row.code.empty()) {
        while (!codes.empty() && !extends(row.code, at(codes.back()).code))
          codes.pop_back();
        row.parent = codes.empty() ? none : codes.back();
        codes.push_back(self);
        above = self;
        continue;
      }
      if (row.kind == RowKind::of_which) {
        row.parent = above;
        continue;
      }
      if (row.style != 0) {
        const auto same = std::find_if(numbers.begin(), numbers.end(),
                                       [&](std::int32_t index) { return at(index).style == row.style; });
        if (same != numbers.end() && (row.ordinal > 1 || at(*same).parent != none)) {
          row.parent = at(*same).parent;
          // 1. again behind the last list of its kind: a list below the row before.
          if (row.ordinal == 1 && above != none && at(above).style < row.style) row.parent = above;
          numbers.erase(same, numbers.end());
        } else if (same != numbers.end()) {
          row.parent = above != *same && above != none && at(above).style == 0 ? above : none;
          numbers.clear();
        } else {
          row.parent = row.ordinal == 1 ? above : numbers.empty() ? none : at(numbers.back()).parent;
        }
        numbers.push_back(self);
      }
      above = self;
    }
  }

  static bool extends(const std::string& code, const std::string& parent) {
    return parent.size() >= 3 && code.size() > parent.size() && (code.size() - parent.size()) % 2 == 0 &&
           code.starts_with(parent);
  }

  const Document& document_;
  const Disclosure& disclosure_;
  std::int32_t index_;
  const Table& table_;
  const TableCells& cells_;
  const RuleBook::Data& book_;
  std::vector<std::string> carried_;
};

}  // namespace

bool TableList::has_figures_below(const TableCells& cells, const FigureList& figures, std::size_t row,
                                  std::size_t column) const {
  const bool total = rows[row].kind == RowKind::total;
  const std::size_t first = total ? 0 : row + 1;
  const std::size_t last = total ? rows.size() : std::min(rows.size(), row + 1 + most_rows_below);
  for (std::size_t i = first; i < last; ++i) {
    const bool below =
        total ? rows[i].kind == RowKind::item : rows[i].parent == static_cast<std::int32_t>(row);
    if (!below) continue;
    const std::int32_t found = figure(cells, i, column);
    if (found != none && !figures[static_cast<FactIndex>(found)].value.is_zero()) return true;
  }
  return false;
}

std::vector<TableList> lists_of(const Document& document, const Disclosure& disclosure, std::int32_t table,
                                const TableCells& cells, const RuleBook::Data& book) {
  return ListReader(document, disclosure, table, cells, book).read();
}

}  // namespace mingzhang
