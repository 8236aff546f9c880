#include "all_sets.h"

#include <algorithm>
#include <optional>

namespace mingzhang::mutation {
namespace {

/// A value with as many decimals as the figure has within the range; nullopt where none lies there.
std::optional<Decimal> value_within(const Interval& range, const Figure& figure) {
  const int decimals = std::max(figure.decimals, 0) + 2;
  const Interval own = range.shifted(-figure.power);
  const Decimal middle = Interval{Decimal(), own.low + own.high}.half_width().rounded(decimals);
  if (own.contains(middle)) return middle.shifted(figure.power);
  return own.low <= own.high ? std::optional(own.low.shifted(figure.power)) : std::nullopt;
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
    std::optional<Interval> range;
    bool linear = true;
    for (const std::uint32_t index : near) {
      const Relation& relation = c.relations.all[index];
      if (!c.relations.touches(relation, fact)) continue;
      linear = linear && relation.kind == RelationKind::sum;
      const auto admissible = c.relations.admissible(relation, fact, c.figures);
      if (!admissible) continue;
      range = !range
                  ? *admissible
                  : Interval{std::max(range->low, admissible->low), std::min(range->high, admissible->high)};
    }
    if (!range || range->low > range->high) continue;
    const auto value = value_within(*range, c.figures[fact]);
    const Measure measure = c.fact(fact).measure;
    const bool may_be_negative = measure == Measure::change || measure == Measure::rate;
    if (!value || (value->is_negative() && !may_be_negative && !c.fact(fact).value.is_negative())) continue;
    if (linear) {
      out.push_back(fact);
      continue;
    }
    const Supposition supposition = supposed(fact, *value, c.figures);
    const bool all_hold = std::all_of(near.begin(), near.end(), [&](std::uint32_t index) {
      return c.relations.judge(c.relations.all[index], c.figures, {&supposition, 1}).holds;
    });
    if (all_hold) out.push_back(fact);
  }
  return out;
}

int compare_all_groups(const Document& document, const Disclosure& disclosure, const Vocabulary& vocabulary,
                       const RuleBook& rules, int& different) {
  const CellFigures cells = read_cells(document, disclosure);
  Case c{document,   disclosure,
         vocabulary, rules.data(),
         cells,      Figures(document, {disclosure.facts, cells.figures}, concept_count(vocabulary, disclosure)),
         {},         {},
         {},         {},
         {}};
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
