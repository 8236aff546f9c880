// Classifications by code: a class (201) is the sum of its subclasses (20101), a subclass of its items
// (2010101), within one column of one table, where the table prints them all. Tests:
// tests/unit/checks/classification_test.cpp.
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

void relate_column(Case& c, const Column& column) {
  // A code twice in one column: the table is not one list, and nothing can be said.
  std::vector<std::string_view> codes;
  for (const Row& row : column)
    codes.push_back(row.code);
  std::sort(codes.begin(), codes.end());
  if (std::adjacent_find(codes.begin(), codes.end()) != codes.end()) return;
  for (std::size_t i = 0; i + 1 < column.size(); ++i)
    relate_parent(c, column, i);
}

}  // namespace

void relate_classification(Case& c) {
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
