// sum.classification across columns: functional classes in a column without a total of its own are the
// expenditure that another column of the same table states (功能分类 | 支出用途 side by side).
//
// Tests: tests/unit/checks/listed_items_test.cpp.
#include "checks/class_items.h"

namespace mingzhang {
namespace {

/// The classes of a column; nothing where it holds any other figure.
std::vector<Term> classes_of(const Case& c, const TableCells& cells, std::uint32_t rows,
                             std::uint32_t column) {
  std::vector<Term> out;
  for (std::uint32_t row = cells.first_row; row < rows; ++row) {
    const std::int32_t figure = cells.at(row, column);
    if (figure == none) continue;
    const auto index = static_cast<FactIndex>(figure);
    if (!c.is_fact(index) || digits_of_class(c, c.fact(index)) != 3 ||
        c.fact(index).measure != Measure::amount)
      return {};
    out.push_back({index, false});
  }
  return out;
}

/// The one expenditure that another column states in the same respect.
std::int32_t total_beside(const Case& c, std::int32_t table, const Fact& of) {
  const Span span = c.document.tables[static_cast<std::size_t>(table)].span;
  std::int32_t found = none;
  for (const FactIndex index : c.figures.of(c.book.known.expenditure, span)) {
    const Fact& fact = c.fact(index);
    if (fact.source.table != table || fact.measure != Measure::amount || fact.scope != of.scope ||
        fact.part != of.part || fact.stage != of.stage || fact.period != of.period)
      continue;
    if (found != none && c.figures[static_cast<FactIndex>(found)].value != c.figures[index].value)
      return none;
    found = static_cast<std::int32_t>(index);
  }
  return found;
}

void relate_column(Case& c, std::int32_t table, std::uint32_t column) {
  constexpr std::size_t most_classes = 64;
  const auto& cells = c.cells.tables[static_cast<std::size_t>(table)];
  const std::uint32_t rows = c.document.tables[static_cast<std::size_t>(table)].rows;
  const std::vector<Term> classes = classes_of(c, cells, rows, column);
  if (classes.size() < 2 || classes.size() > most_classes) return;
  const std::int32_t beside = total_beside(c, table, c.fact(classes[0].fact));
  if (beside == none) return;
  relate_class_items(c, classes, static_cast<FactIndex>(beside));
}

}  // namespace

void relate_class_columns(Case& c) {
  for (std::size_t table = 0; table < c.document.tables.size(); ++table) {
    for (std::uint32_t column = 0; column < c.document.tables[table].columns; ++column)
      relate_column(c, static_cast<std::int32_t>(table), column);
  }
}

}  // namespace mingzhang
