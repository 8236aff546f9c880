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

std::string_view code_of(const Case& c, ConceptId concept_id) {
  const std::string_view id = c.vocabulary[concept_id].id;
  return id.substr(id.find('.') + 1);
}

bool is_code(std::string_view code) {
  return !code.empty() && std::all_of(code.begin(), code.end(), [](char d) { return d >= '0' && d <= '9'; });
}

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
  for (const auto* concepts : {&c.book.known.functions, &c.book.known.economic}) {
    for (const ConceptId concept_id : *concepts) {
      const std::string_view code = code_of(c, concept_id);
      if (!is_code(code)) continue;
      for (const FactIndex fact : c.figures.of(concept_id)) {
        if (c.fact(fact).source.table != none && c.fact(fact).measure == Measure::amount)
          rows.push_back({fact, code});
      }
    }
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
