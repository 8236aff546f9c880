// The table of fixed assets: its total is the sum of the kinds. Whether a row marked 其中 stands inside the
// kind above it or beside it is decided for each column by what adds up; square metres are not added to
// pieces.
//
// Tests: tests/unit/checks/of_which_test.cpp.
#include "checks/case.h"
#include "checks/table_rows.h"
#include "text/sorting.h"

namespace mingzhang {
namespace {

struct AssetColumn {
  std::vector<Term> beside;  // all kinds
  std::vector<Term> inside;  // without those that are marked 其中
  bool has_marked = false;
  /// A marked row is larger than the row that it is marked as part of.
  bool cannot_be_inside = false;
};

AssetColumn kinds_in_column(const Case& c, FactIndex total) {
  const Fact& whole = c.fact(total);
  AssetColumn out;
  const Span table = c.document.tables[static_cast<std::size_t>(whole.source.table)].span;
  for (const ConceptId kind : c.book.known.assets) {
    for (const FactIndex part : c.figures.of(kind, table)) {
      const Fact& fact = c.fact(part);
      if (fact.source.column != whole.source.column || fact.measure != whole.measure ||
          fact.period != whole.period) {
        continue;
      }
      if (kind_of(fact.unit) != kind_of(whole.unit) && kind_of(fact.unit) == UnitKind::area) continue;
      out.beside.push_back({part, false});
      break;
    }
  }
  sort_stably(out.beside, [](const Term& a, const Term& b) { return a.fact < b.fact; });
  for (std::size_t i = 0; i < out.beside.size(); ++i) {
    if (!is_of_which_row(c.document, c.fact(out.beside[i].fact).source)) {
      out.inside.push_back(out.beside[i]);
      continue;
    }
    out.has_marked = true;
    const bool larger =
        i > 0 && c.figures[out.beside[i].fact].range.low > c.figures[out.beside[i - 1].fact].range.high;
    out.cannot_be_inside = out.cannot_be_inside || larger;
  }
  return out;
}

/// Beside where only that adds up; where neither reading does, as the marked figure itself allows.
bool reads_beside(const Case& c, const AssetColumn& column, FactIndex total) {
  if (!column.has_marked) return true;
  if (would_hold(RelationKind::sum, column.inside, total, c.figures)) return false;
  return column.cannot_be_inside || would_hold(RelationKind::sum, column.beside, total, c.figures);
}

void relate_total(Case& c, FactIndex total) {
  const AssetColumn column = kinds_in_column(c, total);
  if (column.beside.size() < 2) return;
  const bool amounts = c.fact(total).measure == Measure::amount;
  const RuleIndex rule =
      c.book.index(amounts ? Evaluator::sum_assets_amount : Evaluator::sum_assets_quantity);
  const bool beside = reads_beside(c, column, total);
  const char* message = !column.has_marked ? "sum" : beside ? "sum.beside" : "sum.inside";
  Relation& relation = c.relations.add(rule, RelationKind::sum, beside ? column.beside : column.inside, total,
                                       c.worst(rule), message);
  relation.about = c.fact(total).concept_id;
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
