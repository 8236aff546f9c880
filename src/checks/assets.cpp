// The table of fixed assets: its total is the sum of the kinds. Whether a row marked 其中 stands inside the
// kind above it or beside it is decided for each column by what adds up; square metres are not added to
// pieces. Tests: tests/unit/checks/assets_test.cpp.
#include "checks/case.h"
#include "checks/table_rows.h"

#include <algorithm>

namespace mingzhang {
namespace {

struct AssetColumn {
  std::vector<Term> beside;  // all kinds
  std::vector<Term> inside;  // without those that are marked 其中
  bool has_marked = false;
};

AssetColumn kinds_in_column(const Case& c, FactIndex total) {
  const Fact& whole = c.fact(total);
  AssetColumn out;
  for (const ConceptId kind : c.book.known.assets) {
    for (const FactIndex part :
         c.figures.of(kind, c.document.tables[static_cast<std::size_t>(whole.source.table)].span)) {
      const Fact& fact = c.fact(part);
      if (fact.source.column != whole.source.column || fact.measure != whole.measure ||
          fact.period != whole.period)
        continue;
      if (kind_of(fact.unit) != kind_of(whole.unit) && kind_of(fact.unit) == UnitKind::area) continue;
      const bool marked = is_of_which_row(c.document, fact.source);
      out.beside.push_back({part, false});
      if (marked) out.has_marked = true;
      if (!marked) out.inside.push_back({part, false});
      break;
    }
  }
  const auto by_place = [](const Term& a, const Term& b) { return a.fact < b.fact; };
  std::sort(out.beside.begin(), out.beside.end(), by_place);
  std::sort(out.inside.begin(), out.inside.end(), by_place);
  return out;
}

void relate_total(Case& c, FactIndex total) {
  const Fact& whole = c.fact(total);
  const AssetColumn column = kinds_in_column(c, total);
  if (column.beside.size() < 2) return;
  const bool amounts = whole.measure == Measure::amount;
  const RuleIndex rule =
      c.book.index(amounts ? Evaluator::sum_assets_amount : Evaluator::sum_assets_quantity);
  const auto candidate = [&](const std::vector<Term>& parts) {
    RelationSet trial;
    const Relation relation = trial.add(rule, RelationKind::sum, parts, total, Severity::error, "sum");
    return trial.judge(relation, c.figures).holds;
  };
  // Where neither reading adds up, the marked row is read as it is marked: inside.
  const bool beside = column.has_marked && !candidate(column.inside) && candidate(column.beside);
  const bool take_all = beside || !column.has_marked;
  Relation& relation =
      c.relations.add(rule, RelationKind::sum, take_all ? column.beside : column.inside, total, c.worst(rule),
                      column.has_marked ? (beside ? "sum.beside" : "sum.inside") : "sum");
  relation.about = whole.concept_id;
}

}  // namespace

void relate_assets(Case& c) {
  for (const FactIndex total : c.figures.of(c.book.known.assets_total)) {
    const Fact& fact = c.fact(total);
    if (fact.source.table == none || !fact.subject.empty()) continue;
    if (fact.measure == Measure::amount || fact.measure == Measure::quantity) relate_total(c, total);
  }
}

}  // namespace mingzhang
