#include "all_sets.h"

#include <algorithm>
#include <optional>

namespace mingzhang::mutation {
namespace {

/// Values within the range with as many decimals as the figure has, then finer ones: all of them where they
/// are few, else evenly spread.
std::vector<Decimal> values_within(const Interval& range, const Figure& figure) {
  constexpr int most = 200;
  const Interval own = range.shifted(-figure.power);
  const Decimal width = own.high - own.low;
  std::vector<Decimal> out;
  for (int more = 0; more <= 2; ++more) {
    const int decimals = std::max(figure.decimals, 0) + more;
    for (int i = 0; i <= most; ++i) {
      const auto part = (width * Decimal(i, 0)).divided_by(Decimal(most, 0), decimals + 2, Rounding::down);
      if (!part) continue;
      const Decimal value = (own.low + *part).rounded(decimals);
      if (own.contains(value) && (out.empty() || out.back() != value)) out.push_back(value);
    }
  }
  for (Decimal& value : out)
    value = value.shifted(figure.power);
  if (out.empty() && own.low <= own.high) out.push_back(own.low.shifted(figure.power));
  return out;
}

}  // namespace

std::vector<FactIndex> single_repairs(const Case& c, const CauseGroup& group) {
  std::vector<FactIndex> out;
  const std::vector<std::uint32_t> near = relations_near(c, group, false);
  for (const FactIndex fact : group.figures) {
    const bool in_all = std::all_of(group.failing.begin(), group.failing.end(), [&](std::uint32_t index) {
      return c.relations.touches(c.relations.all[index], fact);
    });
    if (!in_all) continue;
    // Where sums bound the figure, quotients are asked of each value within.
    const bool sums = std::any_of(near.begin(), near.end(), [&](std::uint32_t index) {
      const Relation& relation = c.relations.all[index];
      return relation.kind == RelationKind::sum && c.relations.touches(relation, fact);
    });
    std::optional<Interval> range;
    bool linear = true;
    for (const std::uint32_t index : near) {
      const Relation& relation = c.relations.all[index];
      if (!c.relations.touches(relation, fact)) continue;
      linear = linear && relation.kind == RelationKind::sum;
      if (sums && relation.kind != RelationKind::sum) continue;
      const auto admissible = c.relations.admissible(relation, fact, c.figures);
      if (!admissible) continue;
      range = !range
                  ? *admissible
                  : Interval{std::max(range->low, admissible->low), std::min(range->high, admissible->high)};
    }
    if (!range || range->low > range->high) continue;
    const Measure measure = c.fact(fact).measure;
    const bool may_be_negative =
        measure == Measure::change || measure == Measure::rate || c.fact(fact).value.is_negative();
    std::vector<Decimal> values = values_within(*range, c.figures[fact]);
    std::erase_if(values, [&](const Decimal& value) { return value.is_negative() && !may_be_negative; });
    const bool mends = std::any_of(values.begin(), values.end(), [&](const Decimal& value) {
      const Supposition supposition = supposed(fact, value, c.figures);
      return linear || std::all_of(near.begin(), near.end(), [&](std::uint32_t index) {
               return c.relations.judge(c.relations.all[index], c.figures, {&supposition, 1}).holds;
             });
    });
    if (mends) out.push_back(fact);
  }
  return out;
}

int compare_all_groups(const Document& document, const Disclosure& disclosure, const Vocabulary& vocabulary,
                       const RuleBook& rules, int& different) {
  const CellFigures cells = read_cells(document, disclosure);
  Case c(document, disclosure, vocabulary, rules.data(), cells);
  examine(c);
  int compared = 0;
  for (const CauseGroup& group : groups_of(c)) {
    if (group.figures.size() > most_figures_for_sets) continue;
    ++compared;
    const SmallestRepairs found = smallest_repairs(c, group, false);
    std::vector<FactIndex> by_search;
    if (found.size == 1) {
      for (const Repair& repair : found.repairs)
        by_search.push_back(repair.fact);
    }
    if (by_search != single_repairs(c, group)) ++different;
  }
  return compared;
}

}  // namespace mingzhang::mutation
