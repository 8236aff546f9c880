// Tables by functional or economic class. By code: a class (201) is the sum of its subclasses (20101), a
// subclass of its items (2010101), within one column of one table, where the table prints them all.
//
// Tests: tests/unit/checks/classification_test.cpp.
#include "checks/case.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

struct Row {
  FactIndex fact = 0;
  std::string_view code;
};

/// Rows of one column in the order of the table.
using Column = std::vector<Row>;

/// Direct children stand below their parent, before the next code that is no descendant.
void relate_parent(Case& c, const Column& column, std::size_t parent) {
  const std::string_view code = column[parent].code;
  std::vector<Term> children;
  for (std::size_t i = parent + 1; i < column.size() && column[i].code.starts_with(code); ++i) {
    if (column[i].code.size() == code.size()) return;
    if (column[i].code.size() == code.size() + 2) children.push_back({column[i].fact, false});
  }
  if (children.empty()) return;
  const RuleIndex rule = c.book.index(Evaluator::sum_classification);
  Relation& relation = c.relations.add(rule, RelationKind::sum, children, column[parent].fact, c.worst(rule),
                                       "classification");
  c.relations.note_of(relation).values.emplace_back("subject", c.named(c.fact(column[parent].fact)));
}

/// The row of totals above or below the classes of its column.
void relate_total_row(Case& c, const Column& column) {
  constexpr std::size_t class_digits = 3;
  const Fact& first = c.fact(column[0].fact);
  const Span table = c.document.tables[static_cast<std::size_t>(first.source.table)].span;
  std::vector<Term> classes;
  for (const Row& row : column) {
    if (row.code.size() == class_digits) classes.push_back({row.fact, false});
  }
  if (classes.empty()) return;
  std::int32_t total = none;
  for (const FactIndex candidate : c.figures.of(c.book.known.expenditure, table)) {
    const Fact& fact = c.fact(candidate);
    if (fact.source.column != first.source.column || fact.measure != Measure::amount) continue;
    if (fact.part != first.part || fact.stage != first.stage || fact.period != first.period) return;
    // Two rows of totals: it is not clear which one is meant.
    if (total != none) return;
    total = static_cast<std::int32_t>(candidate);
  }
  if (total == none) return;
  const RuleIndex rule = c.book.index(Evaluator::sum_table);
  Relation& relation =
      c.relations.add(rule, RelationKind::sum, classes, static_cast<FactIndex>(total), c.worst(rule), "sum");
  relation.about = c.book.known.expenditure;
}

void relate_column(Case& c, const Column& column) {
  // A code twice in one column: the table is not one list, and nothing can be said.
  std::vector<std::string_view> codes;
  for (const Row& row : column)
    codes.push_back(row.code);
  std::sort(codes.begin(), codes.end());
  if (std::adjacent_find(codes.begin(), codes.end()) != codes.end()) return;
  for (std::size_t i = 0; i + 1 < column.size(); ++i)
    relate_parent(c, column, i);
  relate_total_row(c, column);
}

/// One row: its total against the columns that it is divided into.
class TableRow {
 public:
  TableRow(Case& c, FactIndex total) : c_(c), total_(total) {}

  void relate() {
    for (const auto& [a, b] :
         {std::pair(Part::basic, Part::project), std::pair(Part::personnel, Part::operating)}) {
      const std::int32_t first = beside(a);
      const std::int32_t second = beside(b);
      if (first == none || second == none) continue;
      const Term parts[] = {{static_cast<FactIndex>(first), false}, {static_cast<FactIndex>(second), false}};
      const RuleIndex rule = c_.book.index(Evaluator::sum_table);
      Relation& relation =
          c_.relations.add(rule, RelationKind::sum, parts, total_, c_.worst(rule), "table.row");
      c_.relations.note_of(relation).values.emplace_back("subject", c_.named(c_.fact(total_)));
    }
  }

 private:
  std::int32_t beside(Part part) const {
    Respect respect = c_.figures.respect_of(total_);
    respect.part = part;
    return c_.figures.near(total_, c_.fact(total_).concept_id, respect, Reach::sentence);
  }

  Case& c_;
  FactIndex total_;
};

void relate_rows(Case& c) {
  for (FactIndex i = 0; i < c.disclosure.facts.size(); ++i) {
    const Fact& fact = c.fact(i);
    if (fact.source.table != none && fact.part == Part::total && fact.measure == Measure::amount)
      TableRow(c, i).relate();
  }
}

}  // namespace

void relate_classification(Case& c) {
  relate_rows(c);
  std::vector<Row> rows;
  for (FactIndex i = 0; i < c.disclosure.facts.size(); ++i) {
    const Fact& fact = c.fact(i);
    const std::string_view code = c.book.known.codes[static_cast<std::size_t>(fact.concept_id)];
    if (!code.empty() && fact.source.table != none && fact.measure == Measure::amount)
      rows.push_back({i, code});
  }
  const auto key = [&](const Row& row) {
    const Fact& fact = c.fact(row.fact);
    return std::pair(fact.source.table, fact.source.column);
  };
  std::sort(rows.begin(), rows.end(),
            [&](const Row& a, const Row& b) { return key(a) != key(b) ? key(a) < key(b) : a.fact < b.fact; });
  for (std::size_t start = 0; start < rows.size();) {
    std::size_t end = start + 1;
    while (end < rows.size() && key(rows[end]) == key(rows[start]))
      ++end;
    relate_column(c, Column(rows.begin() + static_cast<std::ptrdiff_t>(start),
                            rows.begin() + static_cast<std::ptrdiff_t>(end)));
    start = end;
  }
}

}  // namespace mingzhang
