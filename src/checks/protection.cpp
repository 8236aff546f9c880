// How well each figure is guarded: the smallest change of it, in steps of its own last place, that would make
// some relation fail. For sums this is arithmetic; for quotients it is searched. A relation that fails
// already counts as if it held exactly.
//
// Tests: tests/unit/checks/protection_test.cpp.
#include "checks/case.h"

#include <algorithm>
#include <optional>

namespace mingzhang {
namespace {

/// One step of the figure's last place, in its base unit.
Decimal step_of(const Figure& figure) {
  return Decimal(1, 0).shifted(figure.power - figure.decimals);
}

/// The smallest number of steps that is more than `slack`.
Int128 steps_beyond(const Decimal& slack, const Decimal& step) {
  if (slack.is_negative()) return 1;
  const auto whole = slack.divided_by(step, 0, Rounding::down);
  return whole ? whole->coefficient() + 1 : 0;
}

Int128 steps_in_sum(const Relation& relation, const Figure& figure) {
  const RelationJudgement& judged = relation.judgement;
  Decimal off = (judged.stated - judged.expected).abs();
  if (!judged.holds) off = Decimal();
  return steps_beyond(judged.tolerance - off, step_of(figure));
}

Int128 steps_in_bound(const Relation& relation, const Figure& figure) {
  const RelationJudgement& judged = relation.judgement;
  if (!judged.holds) return 1;
  return steps_beyond(judged.stated - judged.expected + judged.tolerance, step_of(figure));
}

/// Doubling, then halving: the quotient moves one way with each of its figures.
Int128 steps_in_quotient(const Case& c, const Relation& relation, FactIndex fact) {
  constexpr Int128 most = Int128{1} << 40;
  const Figure& figure = c.figures[fact];
  const Decimal step = step_of(figure);
  const auto noticed = [&](Int128 steps) {
    const Decimal change = step * Decimal(steps, 0);
    const Supposition supposition = supposed(fact, figure.value + change, c.figures);
    return !c.relations.judge(relation, c.figures, {&supposition, 1}).holds;
  };
  std::optional<Int128> best;
  for (const int direction : {1, -1}) {
    Int128 high = 1;
    while (high < most && !noticed(high * direction))
      high *= 2;
    if (high >= most) continue;
    Int128 low = high / 2;
    while (high - low > 1) {
      const Int128 middle = low + (high - low) / 2;
      (noticed(middle * direction) ? high : low) = middle;
    }
    if (!best || high < *best) best = high;
  }
  return best.value_or(0);
}

Int128 steps_noticed(const Case& c, const Relation& relation, FactIndex fact) {
  const Figure& figure = c.figures[fact];
  switch (relation.kind) {
    case RelationKind::sum:
      return steps_in_sum(relation, figure);
    case RelationKind::at_most:
      return steps_in_bound(relation, figure);
    default:
      return relation.judgement.holds ? steps_in_quotient(c, relation, fact) : 1;
  }
}

}  // namespace

std::vector<Protection> protection_of(const Case& c) {
  std::vector<Protection> out(c.disclosure.facts.size());
  std::vector<Int128> best(c.figures.size(), 0);
  const auto guard = [&](const Relation& relation, FactIndex fact) {
    if (best[fact] == 1) return;
    const Int128 steps = steps_noticed(c, relation, fact);
    if (steps > 0 && (best[fact] == 0 || steps < best[fact])) best[fact] = steps;
  };
  for (const Relation& relation : c.relations.all) {
    if (relation.undecided || relation.only_holds) continue;
    guard(relation, relation.stated);
    for (const Term& term : c.relations.terms_of(relation))
      guard(relation, term.fact);
  }
  for (FactIndex i = 0; i < out.size(); ++i) {
    if (best[i] == 0) continue;
    out[i].guarded = true;
    const Decimal last_place = Decimal(1, 0).shifted(-c.figures[i].decimals);
    out[i].noticed_from = Decimal(best[i], 0) * last_place;
  }
  return out;
}

}  // namespace mingzhang
