// Reads cells without the scanner of running text: a cell is a figure where it holds digits, separators, a
// point, at most a sign and a unit, and nothing else.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#include "checks/table_cells.h"

#include "text/utf8.h"

#include <algorithm>
#include <optional>

namespace mingzhang {
namespace {

struct Figure {
  Decimal value;
  Unit unit = Unit::none;
  /// Digits and nothing else, as codes are printed.
  bool plain_integer = false;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Digits with separators and a point; nullopt where anything else stands in `words`.
std::optional<Figure> figure_in(std::string_view words) {
  std::string_view rest = words;
  const bool negative = rest.starts_with('-') || rest.starts_with("\u2212") || rest.starts_with("－");
  if (negative) rest.remove_prefix(rest[0] == '-' ? 1 : 3);
  std::string digits;
  bool plain = !negative;
  std::size_t at = 0;
  for (; at < rest.size(); ++at) {
    const char c = rest[at];
    if (is_digit(c) || (c == '.' && !digits.empty())) {
      digits += c;
      plain = plain && c != '.';
    } else if (c == ',' && !digits.empty() && at + 3 < rest.size() && is_digit(rest[at + 1]) &&
               is_digit(rest[at + 2]) && is_digit(rest[at + 3])) {
      plain = false;
    } else {
      break;
    }
  }
  if (digits.empty() || digits.size() > Decimal::max_digits + 1) return std::nullopt;
  Figure figure;
  if (at < rest.size()) {
    figure.unit = unit_named(trimmed(rest.substr(at)));
    if (figure.unit == Unit::none) return std::nullopt;
    plain = false;
  }
  if (digits.back() == '.') digits.pop_back();
  if (negative) digits.insert(digits.begin(), '-');
  const auto value = Decimal::parse(digits);
  if (!value) return std::nullopt;
  figure.value = *value;
  figure.plain_integer = plain;
  return figure;
}

std::optional<Figure> figure_in_cell(std::string_view words) {
  constexpr std::size_t longest = 40;
  if (words.empty() || words.size() > longest) return std::nullopt;
  const auto lead = static_cast<unsigned char>(words[0]);
  if (lead < 0x80 && !is_digit(words[0]) && words[0] != '-') return std::nullopt;
  // Full-width digits begin with EF, the minus signs with E2 and EF; Chinese characters with E4 to E9.
  if (lead >= 0xE3 && lead != 0xEF) return std::nullopt;
  if (const auto figure = figure_in(words)) return figure;
  return figure_in(folded(words));
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// What one column holds below its heads.
struct Tally {
  std::uint32_t figures = 0;
  std::uint32_t words = 0;
  std::uint32_t integers = 0;
  std::uint32_t codes = 0;  // 201, 20101, 2010101
  std::uint32_t percentages = 0;
  std::uint32_t steps = 0;  // integers one above the integer before
  Decimal last;
};

bool is_code(std::string_view words) {
  if (words.size() != 3 && words.size() != 5 && words.size() != 7) return false;
  return words[0] >= '2' && words[0] <= '5' && std::all_of(words.begin(), words.end(), is_digit);
}

class Reader {
 public:
  Reader(const Document& document, const Table& table, std::int32_t index, CellFigures& out,
         FactIndex first_free)
      : document_(document), table_(table), index_(index), out_(out), first_free_(first_free) {}

  /// `facts`: for each cell the fact that stands there; none, or -2 for several.
  TableCells read(std::vector<std::int32_t> facts, std::int32_t block) {
    cells_.columns = table_.columns;
    cells_.figures = std::move(facts);
    cells_.first_row = table_.header_rows;
    skip_column_numbers();
    tally();
    cells_.roles.resize(table_.columns, ColumnRole::empty);
    for (std::uint32_t column = 0; column < table_.columns; ++column)
      cells_.roles[column] = role_of(column);
    for (std::uint32_t row = 0; row < table_.rows; ++row)
      add_row(row, block);
    return std::move(cells_);
  }

 private:
  std::string_view words(std::uint32_t row, std::uint32_t column) const {
    return document_.words(table_.at(row, column).span);
  }

  /// 栏次 1 2 3 4 below the heads.
  void skip_column_numbers() {
    if (cells_.first_row >= table_.rows) return;
    std::uint32_t numbers = 0;
    Decimal last;
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      const std::string_view cell = words(cells_.first_row, column);
      if (cell.empty()) continue;
      const auto figure = figure_in_cell(cell);
      if (!figure) {
        const bool of_code = numbers == 0 && (cell == "类" || cell == "款" || cell == "项");
        if (!contains_any(folded(cell), {"栏次", "行次"}) && cell != "**" && !of_code) return;
        continue;
      }
      if (!figure->plain_integer || (numbers > 0 && figure->value != last + Decimal(1, 0))) return;
      last = figure->value;
      ++numbers;
    }
    if (numbers >= 2 && last <= Decimal(table_.columns + 2, 0)) ++cells_.first_row;
  }

  void tally() {
    tallies_.resize(table_.columns);
    for (std::uint32_t row = cells_.first_row; row < table_.rows; ++row) {
      for (std::uint32_t column = 0; column < table_.columns; ++column) {
        const std::string_view cell = words(row, column);
        if (cell.empty()) continue;
        Tally& tally = tallies_[column];
        const auto figure = figure_in_cell(cell);
        if (!figure && cells_.at(row, column) != none) {
          ++tally.figures;
          continue;
        }
        if (!figure) {
          ++tally.words;
          continue;
        }
        ++tally.figures;
        if (figure->unit == Unit::percent) ++tally.percentages;
        if (!figure->plain_integer) continue;
        if (tally.integers > 0 && figure->value == tally.last + Decimal(1, 0)) ++tally.steps;
        ++tally.integers;
        tally.last = figure->value;
        if (is_code(cell)) ++tally.codes;
      }
    }
  }

  ColumnRole role_of(std::uint32_t column) const {
    const Tally& tally = tallies_[column];
    const std::string head = head_of(document_, table_, column);
    if (tally.figures + tally.words == 0) return ColumnRole::empty;
    if (contains_any(head, {"序号", "行次", "栏次"})) return ColumnRole::sequence;
    if (tally.figures > 0 && tally.integers == tally.figures && is_code_column(column, head))
      return ColumnRole::code;
    if (tally.words > tally.figures) return ColumnRole::words;
    constexpr std::uint32_t shortest_sequence = 3;
    if (tally.integers == tally.figures && tally.integers >= shortest_sequence &&
        tally.steps + 1 == tally.integers && column == 0)
      return ColumnRole::sequence;
    if (tally.percentages * 2 > tally.figures ||
        contains_any(head, {"%", "比例", "比重", "占比", "增幅", "降幅", "完成率", "增长率", "执行率"}))
      return ColumnRole::ratio;
    return ColumnRole::figures;
  }

  /// Headed as such, or all its figures are codes and the names stand to the right.
  bool is_code_column(std::uint32_t column, std::string_view head) const {
    const Tally& tally = tallies_[column];
    // 人员经费合计 may stand below the codes of one half of a sheet.
    if (contains_any(head, {"科目编码", "科目代码"}) && tally.codes == tally.figures) return true;
    if (tally.words > 0 && tally.words * 4 > tally.figures) return false;
    const bool headed = contains_any(head, {"编码", "代码"}) || head.ends_with("类") ||
                        head.ends_with("款") || head.ends_with("项");
    if (headed && contains_any(head, {"元", "金额", "数量"})) return false;
    if (headed) return true;
    const bool names_beside = column + 1 < table_.columns && tallies_[column + 1].words >= tally.figures;
    return tally.codes == tally.figures && names_beside;
  }

  /// The unit in the column's head, else the table's.
  Unit unit_of(std::uint32_t column) {
    if (units_.empty()) {
      units_.resize(table_.columns, table_.unit);
      for (std::uint32_t i = 0; i < table_.columns; ++i) {
        const std::string head = head_of(document_, table_, i);
        const std::size_t open = head.rfind('(');
        if (open == std::string::npos || head.back() != ')') continue;
        std::string_view inside = std::string_view(head).substr(open + 1);
        inside.remove_suffix(1);
        if (const std::size_t colon = inside.find(':'); colon != std::string_view::npos)
          inside.remove_prefix(colon + 1);
        if (const Unit unit = unit_named(inside); unit != Unit::none) units_[i] = unit;
      }
    }
    return units_[column];
  }

  void add_row(std::uint32_t row, std::int32_t block) {
    Span row_span;
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      std::int32_t& figure = cells_.figures[static_cast<std::size_t>(row) * table_.columns + column];
      if (figure == several) figure = none;
      if (figure != none || row < cells_.first_row || cells_.roles[column] != ColumnRole::figures) continue;
      const Span cell = table_.at(row, column).span;
      if (cell.empty()) continue;
      const auto read = figure_in_cell(document_.words(cell));
      if (!read || read->unit == Unit::percent) continue;
      if (row_span.empty()) row_span = span_of(row);
      Fact fact;
      fact.value = read->value;
      fact.unit = read->unit != Unit::none ? read->unit : unit_of(column);
      fact.context = row_span;
      fact.source.span = cell;
      fact.source.block = block;
      fact.source.section = block == none ? none : document_.blocks[static_cast<std::size_t>(block)].section;
      fact.source.table = index_;
      fact.source.row = static_cast<std::int32_t>(row) - static_cast<std::int32_t>(table_.header_rows);
      fact.source.column = static_cast<std::int32_t>(column);
      figure = static_cast<std::int32_t>(first_free_ + out_.figures.size());
      out_.figures.push_back(std::move(fact));
    }
  }

  Span span_of(std::uint32_t row) const {
    Span out;
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      const Span cell = table_.at(row, column).span;
      if (cell.empty()) continue;
      if (out.empty()) out = cell;
      out.start = std::min(out.start, cell.start);
      out.end = std::max(out.end, cell.end);
    }
    return out;
  }

 public:
  static constexpr std::int32_t several = -2;

 private:
  const Document& document_;
  const Table& table_;
  std::int32_t index_;
  CellFigures& out_;
  FactIndex first_free_;
  TableCells cells_;
  std::vector<Tally> tallies_;
  std::vector<Unit> units_;
};

}  // namespace

std::string head_of(const Document& document, const Table& table, std::uint32_t column) {
  std::string out;
  for (std::uint32_t row = 0; row < table.header_rows && row < table.rows; ++row) {
    const Span cell = table.at(row, column).span;
    if (!cell.empty()) out += folded(document.words(cell));
  }
  return out;
}

CellFigures read_cells(const Document& document, const Disclosure& disclosure) {
  CellFigures out;
  std::vector<std::int32_t> block_of(document.tables.size(), none);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const std::int32_t table = document.blocks[i].table;
    if (table != none) block_of[static_cast<std::size_t>(table)] = static_cast<std::int32_t>(i);
  }
  std::vector<std::vector<std::int32_t>> facts(document.tables.size());
  for (std::size_t i = 0; i < facts.size(); ++i)
    facts[i].assign(document.tables[i].cells.size(), none);
  for (FactIndex i = 0; i < disclosure.facts.size(); ++i) {
    const Source& place = disclosure.facts[i].source;
    if (place.table == none || place.row == none || place.column == none) continue;
    const Table& table = document.tables[static_cast<std::size_t>(place.table)];
    const std::size_t at = (static_cast<std::size_t>(place.row) + table.header_rows) * table.columns +
                           static_cast<std::size_t>(place.column);
    std::vector<std::int32_t>& cells = facts[static_cast<std::size_t>(place.table)];
    if (at >= cells.size()) continue;
    cells[at] = cells[at] == none ? static_cast<std::int32_t>(i) : Reader::several;
  }
  for (std::size_t i = 0; i < document.tables.size(); ++i) {
    Reader reader(document, document.tables[i], static_cast<std::int32_t>(i), out,
                  static_cast<FactIndex>(disclosure.facts.size()));
    out.tables.push_back(reader.read(std::move(facts[i]), block_of[i]));
  }
  return out;
}

}  // namespace mingzhang
