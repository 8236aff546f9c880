// One thing stated twice is the same: figures that agree in concept, subject, scope, part, stage and period
// are compared with each other, in prose (equal.restated), between prose and table (equal.table_text) and
// between tables (equal.tables).
//
// Tests: tests/unit/checks/restated_test.cpp.
#include "checks/inputs.h"
#include "text/sorting.h"

#include <algorithm>

namespace mingzhang {
namespace {

/// Of several printings, the one that most others agree with; the first of those.
FactIndex most_agreed(const Case& c, std::span<const FactIndex> group) {
  constexpr std::size_t most_compared = 32;
  const auto compared = group.first(std::min(group.size(), most_compared));
  FactIndex best = group[0];
  std::size_t best_count = 0;
  for (const FactIndex candidate : compared) {
    const Interval& range = c.figures[candidate].range;
    const auto agreeing =
        static_cast<std::size_t>(std::count_if(compared.begin(), compared.end(), [&](FactIndex other) {
          return range.meets(c.figures[other].range);
        }));
    if (agreeing > best_count) {
      best = candidate;
      best_count = agreeing;
    }
  }
  return best;
}

Evaluator rule_for(const Inputs& inputs, const Fact& a, const Fact& b) {
  if (inputs.several() && inputs.of(a) != inputs.of(b)) {
    const bool one_year = inputs.year(inputs.of(a)) == inputs.year(inputs.of(b));
    return one_year ? Evaluator::equal_narrative_pair : Evaluator::equal_years;
  }
  if (a.source.table == none && b.source.table == none) return Evaluator::equal_restated;
  if (a.source.table != none && b.source.table != none) return Evaluator::equal_tables;
  return Evaluator::equal_table_text;
}

void add_equal(Case& c, const Inputs& inputs, FactIndex left, FactIndex right) {
  const RuleIndex rule = c.book.index(rule_for(inputs, c.fact(left), c.fact(right)));
  const Term part{left, false};
  Relation& relation = c.relations.add(rule, RelationKind::sum, {&part, 1}, right, c.worst(rule), "restated");
  relation.about = c.fact(right).concept_id;
  if (!c.fact(right).subject.empty()) {
    c.relations.note_of(relation).values.emplace_back("subject", c.fact(right).subject);
  }
}

bool is_comparable(const Fact& fact) {
  switch (fact.measure) {
    case Measure::amount:
    case Measure::change:
    case Measure::quantity:
      return kind_of(fact.unit) != UnitKind::none || fact.measure == Measure::quantity;
    case Measure::rate:
    case Measure::share:
    case Measure::completion:
      return true;
    case Measure::target:
    case Measure::threshold:
      return false;
  }
  return false;
}

/// Two rows of one table that carry the same name are two things.
bool is_repeated_in_one_table(const Fact& a, const Fact& b) {
  return a.source.table != none && a.source.table == b.source.table;
}

/// What the words leave open: 收入预算 may mean the year's own or, with what is carried over, the grand
/// total. True for a figure that agrees with the other level, or with the same thing in another scope.
bool is_of_another_level(const Case& c, FactIndex index) {
  const Fact& fact = c.fact(index);
  if (fact.measure != Measure::amount) return false;
  // Up to one unit of the last place apart: cut off instead of rounded.
  const Decimal half = c.figures[index].range.half_width();
  const Interval near{c.figures[index].range.low - half - half, c.figures[index].range.high + half + half};
  const auto stands_as = [&](ConceptId concept_id) {
    constexpr std::size_t most_looked_at = 64;
    const auto all = c.figures.of(concept_id);
    return std::any_of(all.begin(),
                       all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most_looked_at)),
                       [&](FactIndex other) {
                         return c.fact(other).period == fact.period &&
                                c.fact(other).measure == fact.measure && c.figures[other].range.meets(near);
                       });
  };
  // 基本支出 said of all funds may be that of the general public budget alone.
  constexpr std::size_t most_looked_at = 64;
  const auto all = c.figures.of(fact.concept_id);
  const auto of_another_scope = [&](FactIndex other) {
    const Fact& o = c.fact(other);
    return o.scope != fact.scope && o.period == fact.period && o.measure == fact.measure &&
           o.part == fact.part && c.figures[other].subject == c.figures[index].subject &&
           c.figures[other].range.meets(near);
  };
  if (std::any_of(all.begin(),
                  all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most_looked_at)),
                  of_another_scope))
    return true;
  return std::any_of(c.book.levels.begin(), c.book.levels.end(), [&](const auto& level) {
    return (level.own == fact.concept_id && stands_as(level.grand)) ||
           (level.grand == fact.concept_id && stands_as(level.own));
  });
}

/// Amounts of the document: one that stands for something else too is hardly a slip. A sentence printed twice
/// vouches for nothing.
class Amounts {
 public:
  explicit Amounts(const Case& c) : c_(c) {
    for (FactIndex i = 0; i < c.disclosure.facts.size(); ++i) {
      if (c.fact(i).measure == Measure::amount) by_value_.push_back(i);
    }
    const auto less = [&](FactIndex a, FactIndex b) { return c.figures[a].value < c.figures[b].value; };
    sort_stably(by_value_, less);
  }

  bool stands_elsewhere(FactIndex fact) const {
    constexpr std::ptrdiff_t most_looked_at = 64;
    const Decimal& value = c_.figures[fact].value;
    const auto first = std::partition_point(by_value_.begin(), by_value_.end(),
                                            [&](FactIndex other) { return c_.figures[other].value < value; });
    const auto last = first + std::min<std::ptrdiff_t>(by_value_.end() - first, most_looked_at);
    const auto is_other = [&](FactIndex other) {
      return c_.figures[other].value == value && (c_.figures[other].key != c_.figures[fact].key ||
                                                  c_.figures[other].subject != c_.figures[fact].subject);
    };
    return std::any_of(first, last, is_other);
  }

 private:
  const Case& c_;
  std::vector<FactIndex> by_value_;
};

/// The two differ by what is carried over, as far as that is printed.
bool differ_by_carryover(const Case& c, FactIndex a, FactIndex b) {
  const Interval difference = c.figures[a].range - c.figures[b].range;
  for (const auto& level : c.book.levels) {
    if (level.own != c.fact(a).concept_id && level.grand != c.fact(a).concept_id) continue;
    for (const ConceptId carried : level.between) {
      constexpr std::size_t most_looked_at = 32;
      const auto all = c.figures.of(carried);
      for (const FactIndex fact : all.first(std::min(all.size(), most_looked_at))) {
        const Interval& range = c.figures[fact].range;
        if (range.contains(Decimal())) continue;
        if (range.meets(difference) || range.meets(-difference)) return true;
      }
    }
  }
  return false;
}

void compare_group(Case& c, const Inputs& inputs, const Amounts& amounts, std::span<const FactIndex> group) {
  if (!is_comparable(c.fact(group[0]))) return;
  const FactIndex reference = most_agreed(c, group);
  for (const FactIndex other : group) {
    if (other == reference) continue;
    const Fact& a = c.fact(reference);
    const Fact& b = c.fact(other);
    if (is_repeated_in_one_table(a, b) || kind_of(a.unit) != kind_of(b.unit)) continue;
    if (!c.figures[reference].range.meets(c.figures[other].range) &&
        (differ_by_carryover(c, reference, other) ||
         (is_of_another_level(c, reference) && amounts.stands_elsewhere(other)) ||
         (is_of_another_level(c, other) && amounts.stands_elsewhere(reference))))
      continue;
    add_equal(c, inputs, std::min(reference, other), std::max(reference, other));
  }
}

/// 通用设备 in prose and in the table of assets: concepts of their own for the same things, as of
/// neighbouring dates.
void compare_counterparts(Case& c, const Inputs& inputs) {
  for (const auto& [prose, table] : c.book.counterparts) {
    for (const FactIndex in_prose : c.figures.of(prose)) {
      const Fact& said = c.fact(in_prose);
      if (said.source.table != none || !said.subject.empty()) continue;
      for (const FactIndex in_table : c.figures.of(table)) {
        const Fact& listed = c.fact(in_table);
        if (listed.measure != Measure::quantity || listed.source.table == none || !listed.subject.empty())
          continue;
        if (listed.period != said.period && listed.period + 1 != said.period) continue;
        add_equal(c, inputs, in_prose, in_table);
        break;
      }
    }
  }
}

}  // namespace

void relate_restated(Case& c) {
  const Inputs inputs(c);
  const Amounts amounts(c);
  for (const auto& group : c.figures.groups())
    compare_group(c, inputs, amounts, group);
  compare_counterparts(c, inputs);
}

}  // namespace mingzhang
