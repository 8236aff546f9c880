// equal.years: what one year's disclosure says of the year before, against that year's own. Budget, adjusted
// budget, execution and final account are different bases: only equal ones are compared.
//
// Tests: tests/unit/checks/together_test.cpp.
#include "checks/inputs.h"

#include <algorithm>
#include <map>

namespace mingzhang {
namespace {

/// 上年预算数 in the later document is the budget that the earlier one is about.
bool is_one_base(const Fact& own, const Fact& later) {
  const Stage base = own.stage == Stage::unstated ? Stage::budget : own.stage;
  return later.stage == base;
}

void compare(Case& c, FactIndex own, FactIndex later) {
  const RuleIndex rule = c.book.index(Evaluator::equal_years);
  const Term part{own, false};
  Relation& relation =
      c.relations.add(rule, RelationKind::sum, {&part, 1}, later, c.worst(rule), "equal.years");
  relation.about = c.fact(own).concept_id;
  RelationNote& note = c.relations.note_of(relation);
  note.values.emplace_back("year", std::to_string(c.fact(own).period));
  if (!c.fact(own).subject.empty()) note.values.emplace_back("subject", c.fact(own).subject);
}

}  // namespace

Inputs::Inputs(const Case& c)
    : document_(&c.document), years_(std::max<std::size_t>(c.document.parts.size(), 1), 0) {
  if (c.document.parts.size() < 2) return;
  std::vector<std::map<int, int>> counts(years_.size());
  for (const Fact& fact : c.disclosure.facts) {
    if (fact.measure == Measure::amount && fact.period != 0)
      ++counts[static_cast<std::size_t>(of(fact))][fact.period];
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    int most = 0;
    for (const auto& [year, count] : counts[i]) {
      if (count <= most) continue;
      most = count;
      years_[i] = year;
    }
  }
}

bool Inputs::of_one_year() const {
  return std::all_of(years_.begin(), years_.end(),
                     [&](int year) { return year == 0 || years_.front() == 0 || year == years_.front(); });
}

std::int32_t Inputs::of(const Fact& fact) const {
  return document_->parts.size() < 2 ? 0 : document_->part_at(fact.source.span.start);
}

void relate_years(Case& c) {
  const Inputs inputs(c);
  if (!inputs.several()) return;
  constexpr std::size_t most_candidates = 128;
  for (FactIndex later = 0; later < c.disclosure.facts.size(); ++later) {
    const Fact& said = c.fact(later);
    const int year = inputs.year(inputs.of(said));
    if (said.measure != Measure::amount || said.period == 0 || said.period >= year) continue;
    const auto all = c.figures.of(said.concept_id);
    for (const FactIndex own : all.first(std::min(all.size(), most_candidates))) {
      const Fact& fact = c.fact(own);
      const bool own_year = fact.period == said.period && inputs.year(inputs.of(fact)) == said.period;
      if (!own_year || fact.measure != Measure::amount || fact.scope != said.scope ||
          fact.part != said.part || c.figures[own].subject != c.figures[later].subject ||
          fact.stage == said.stage || kind_of(fact.unit) != kind_of(said.unit) || !is_one_base(fact, said))
        continue;
      compare(c, own, later);
      break;
    }
  }
}

}  // namespace mingzhang
