// One cause, one finding: failing relations that share a figure form a group, and the smallest set of figures
// whose change would make every relation hold again (those that hold now included) is the likely place of the
// slip. The idea is Fellegi and Holt's error localisation; here by exact search over single figures and
// pairs.
//
// Tests: tests/unit/checks/groups_test.cpp.
#include "checks/groups.h"

#include "checks/slip.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace mingzhang {
namespace {

constexpr std::size_t most_relations_in_group = 200;
/// Terms looked at in the search of one document: for each figure of a group those of all relations near it.
/// The longest disclosures need a hundredth; a list of thousands of entries that adds up nowhere gets no
/// repair.
constexpr std::uint64_t most_terms_tried = 3'000'000;

class Groups {
 public:
  explicit Groups(const Case& c) : c_(c) { collect(); }
  std::vector<CauseGroup> all;

 private:
  void collect() {
    const auto& relations = c_.relations.all;
    std::vector<std::uint32_t> failing;
    for (std::uint32_t i = 0; i < relations.size(); ++i) {
      if (!relations[i].judgement.holds && is_equation(relations[i]) && !relations[i].loose)
        failing.push_back(i);
    }
    std::vector<std::int32_t> group_of_fact(failing.empty() ? 0 : c_.figures.size(), none);
    std::vector<std::uint32_t> parent(failing.size());
    std::iota(parent.begin(), parent.end(), 0u);
    const auto root = [&](std::uint32_t i) {
      while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
      return i;
    };
    for (std::uint32_t i = 0; i < failing.size(); ++i) {
      for_each_figure(relations[failing[i]], [&](FactIndex fact) {
        if (group_of_fact[fact] == none) group_of_fact[fact] = static_cast<std::int32_t>(i);
        parent[root(i)] = root(static_cast<std::uint32_t>(group_of_fact[fact]));
      });
    }
    std::vector<std::int32_t> place(failing.size(), none);
    for (std::uint32_t i = 0; i < failing.size(); ++i) {
      std::int32_t& at = place[root(i)];
      if (at == none) {
        at = static_cast<std::int32_t>(all.size());
        all.emplace_back();
      }
      CauseGroup& group = all[static_cast<std::size_t>(at)];
      group.failing.push_back(failing[i]);
      for_each_figure(relations[failing[i]], [&](FactIndex fact) { group.figures.push_back(fact); });
    }
    for (CauseGroup& group : all) {
      std::sort(group.figures.begin(), group.figures.end());
      group.figures.erase(std::unique(group.figures.begin(), group.figures.end()), group.figures.end());
      collect_loose(group);
    }
  }

  void collect_loose(CauseGroup& group) const {
    for (const FactIndex fact : group.figures) {
      for (const std::uint32_t index : c_.relations.of(fact)) {
        const Relation& relation = c_.relations.all[index];
        if (relation.loose && !relation.judgement.holds && is_equation(relation))
          group.loose.push_back(index);
      }
    }
    std::sort(group.loose.begin(), group.loose.end());
    group.loose.erase(std::unique(group.loose.begin(), group.loose.end()), group.loose.end());
  }

  template <class Function>
  void for_each_figure(const Relation& relation, Function&& function) {
    function(relation.stated);
    for (const Term& term : c_.relations.terms_of(relation))
      function(term.fact);
  }

  const Case& c_;
};

class RepairSearch {
 public:
  /// With the loose lists of the group among what must hold, or without those that fail.
  RepairSearch(const Case& c, const CauseGroup& group, bool with_loose)
      : c_(c), group_(group), failing_(group.failing) {
    if (with_loose) failing_.insert(failing_.end(), group.loose.begin(), group.loose.end());
    near_ = relations_near(c, group, with_loose);
  }

  SmallestRepairs smallest() {
    SmallestRepairs out;
    out.size = 1;
    for (const FactIndex fact : group_.figures) {
      if (const auto value = single(fact)) out.repairs.push_back(repair(fact, *value));
    }
    if (out.repairs.size() == 1 && !unsure_) out.repairs[0].likely = true;
    if (!out.repairs.empty() || group_.figures.size() > most_figures_for_sets) return out;
    constexpr std::size_t largest_set = 3;
    while (out.repairs.empty() && out.size < largest_set) {
      ++out.size;
      sets(out);
    }
    return out;
  }

 private:
  const Relation& relation(std::uint32_t index) const { return c_.relations.all[index]; }

  Repair repair(FactIndex fact, const Decimal& base_value) const {
    const Decimal value = base_value.shifted(-c_.figures[fact].power).trimmed();
    return {fact, value, slip_between(c_, failing_, fact, value), false};
  }

  bool all_hold(std::span<const Supposition> supposing) const {
    return std::all_of(near_.begin(), near_.end(), [&](std::uint32_t index) {
      const bool touched = std::any_of(supposing.begin(), supposing.end(), [&](const Supposition& s) {
        return c_.relations.touches(relation(index), s.fact);
      });
      return touched ? c_.relations.judge(relation(index), c_.figures, supposing).holds
                     : relation(index).judgement.holds;
    });
  }

  /// An amount is not mended into less than nothing.
  bool is_possible(FactIndex fact, const Decimal& value) const {
    const Measure measure = c_.fact(fact).measure;
    const bool may_be_negative = measure == Measure::change || measure == Measure::rate;
    return !value.is_negative() || may_be_negative || c_.fact(fact).value.is_negative();
  }

  /// Values that the failing relations ask of a figure, those that leave the least choice first: what it is
  /// said to equal elsewhere, what sums ask for, and for percentages whatever a slip would explain before the
  /// middle.
  std::vector<Decimal> asked_of(FactIndex fact) {
    std::vector<Decimal> values;
    for (const int kind : {0, 1, 2}) {
      for (const std::uint32_t index : failing_) {
        const Relation& asking = relation(index);
        const int kind_of_asking = asking.kind != RelationKind::sum ? 2 : asking.terms == 1 ? 0 : 1;
        if (kind != kind_of_asking || !c_.relations.touches(asking, fact)) continue;
        const auto range = c_.relations.admissible(asking, fact, c_.figures);
        if (range) offer(fact, *range, asking, values);
        // Nearly any value would do, so nothing can be said of the other figures either.
        if (!range) unsure_ = true;
      }
    }
    return values;
  }

  void offer(FactIndex fact, const Interval& base_range, const Relation& asking,
             std::vector<Decimal>& values) const {
    const Figure& figure = c_.figures[fact];
    const Interval range = base_range.shifted(-figure.power);
    const auto add = [&](const Decimal& value) {
      if (is_possible(fact, value)) values.push_back(value.shifted(figure.power));
    };
    if (asking.kind != RelationKind::sum) {
      const Decimal& value = c_.fact(fact).value;
      const bool negative = value.is_negative();
      for (const Decimal& slip : slips_within(value.abs(), negative ? -range : range))
        add(negative ? -slip : slip);
    }
    const Decimal middle = Interval{Decimal(), range.low + range.high}.half_width();
    add(middle.rounded(decimals_for(fact, asking)));
  }

  /// As many as the figure has, or the others of its unit in the relation.
  int decimals_for(FactIndex fact, const Relation& asking) const {
    int decimals = std::max(c_.figures[fact].decimals, 0);
    if (asking.kind != RelationKind::sum) return decimals;
    const auto look = [&](FactIndex other) {
      if (c_.fact(other).unit == c_.fact(fact).unit)
        decimals = std::max(decimals, c_.fact(other).value.decimals());
    };
    look(asking.stated);
    for (const Term& term : c_.relations.terms_of(asking))
      look(term.fact);
    return decimals;
  }

  std::optional<Decimal> single(FactIndex fact) {
    const bool in_all = std::all_of(failing_.begin(), failing_.end(), [&](std::uint32_t index) {
      return c_.relations.touches(relation(index), fact);
    });
    if (!in_all) return std::nullopt;
    const auto mends = [&](const Decimal& value) {
      const Supposition supposition = supposed(fact, value, c_.figures);
      return all_hold({&supposition, 1});
    };
    for (const Decimal& value : asked_of(fact)) {
      if (mends(value)) return value;
    }
    const auto value = common_value(fact);
    return value && mends(*value) ? value : std::nullopt;
  }

  /// The value with the fewest decimals that every relation of the figure admits: what one relation asks for
  /// may lie at the edge of another.
  std::optional<Decimal> common_value(FactIndex fact) const {
    std::optional<Interval> common;
    for (const std::uint32_t index : near_) {
      if (!c_.relations.touches(relation(index), fact)) continue;
      const auto range = c_.relations.admissible(relation(index), fact, c_.figures);
      if (!range) continue;
      common =
          common ? Interval{std::max(common->low, range->low), std::min(common->high, range->high)} : *range;
    }
    if (!common || common->low > common->high) return std::nullopt;
    const Figure& figure = c_.figures[fact];
    const Interval own = common->shifted(-figure.power);
    const Decimal middle = Interval{Decimal(), own.low + own.high}.half_width();
    for (int decimals = std::max(figure.decimals, 0), more = 0; more <= 2; ++more) {
      const Decimal value = middle.rounded(decimals + more);
      if (own.contains(value) && is_possible(fact, value)) return value.shifted(figure.power);
    }
    if (own.contains(Decimal())) return Decimal();
    return is_possible(fact, own.low) ? std::optional(own.low.shifted(figure.power)) : std::nullopt;
  }

  /// All sets of out.size figures that mend the group.
  void sets(SmallestRepairs& out) {
    asked_.resize(group_.figures.size());
    for (std::size_t i = 0; i < asked_.size(); ++i)
      asked_[i] = asked_of(group_.figures[i]);
    std::size_t found = 0;
    chosen_.clear();
    choose(0, out, found);
    if (found != 1 || unsure_) return;
    for (Repair& repair : out.repairs)
      repair.likely = true;
  }

  void choose(std::size_t from, SmallestRepairs& out, std::size_t& found) {
    if (chosen_.size() == out.size) {
      if (!covers_all()) return;
      std::vector<Supposition> supposing;
      if (!mend(0, supposing)) return;
      ++found;
      for (const Supposition& supposition : supposing)
        out.repairs.push_back(repair(supposition.fact, supposition.value));
      return;
    }
    for (std::size_t i = from; i < group_.figures.size(); ++i) {
      chosen_.push_back(i);
      choose(i + 1, out, found);
      chosen_.pop_back();
    }
  }

  /// Every failing relation holds one of the chosen figures.
  bool covers_all() const {
    return std::all_of(failing_.begin(), failing_.end(), [&](std::uint32_t index) {
      return std::any_of(chosen_.begin(), chosen_.end(), [&](std::size_t i) {
        return c_.relations.touches(relation(index), group_.figures[i]);
      });
    });
  }

  /// Values for the chosen figures from the `at`-th on, so that all hold.
  bool mend(std::size_t at, std::vector<Supposition>& supposing) const {
    if (at == chosen_.size()) return all_hold(supposing);
    const FactIndex fact = group_.figures[chosen_[at]];
    for (const Decimal& value : asked_[chosen_[at]]) {
      supposing.push_back(supposed(fact, value, c_.figures));
      if (mend(at + 1, supposing)) return true;
      supposing.pop_back();
    }
    return false;
  }

  const Case& c_;
  const CauseGroup& group_;
  std::vector<std::uint32_t> failing_;
  std::vector<std::uint32_t> near_;
  std::vector<std::vector<Decimal>> asked_;  // by figure of the group
  std::vector<std::size_t> chosen_;          // places in the group's figures
  bool unsure_ = false;
};

/// Activities that fall short of project expenditure by what the projects without an activity have: one
/// cause.
std::int32_t join_activities(Case& c, std::int32_t groups) {
  const RuleIndex sum = c.book.index(Evaluator::sum_activities);
  const RuleIndex alone = c.book.index(Evaluator::missing_subject);
  Finding* short_sum = nullptr;
  for (Finding& finding : c.findings) {
    if (finding.rule == sum && finding.status == Status::fails) short_sum = &finding;
  }
  if (!short_sum) return groups;
  Decimal missing;
  bool any = false;
  for (const Finding& finding : c.findings) {
    if (finding.rule != alone || finding.facts.empty()) continue;
    missing += c.fact(finding.facts[0]).value;
    any = true;
  }
  const auto gap = Decimal::parse(short_sum->difference);
  if (!any || !gap || *gap != missing) return groups;
  short_sum->group = groups;
  for (Finding& finding : c.findings) {
    if (finding.rule == alone && !finding.facts.empty()) finding.group = groups;
  }
  return groups + 1;
}

}  // namespace

bool is_equation(const Relation& relation) {
  return relation.kind != RelationKind::at_most && !relation.undecided;
}

std::vector<CauseGroup> groups_of(const Case& c) {
  return std::move(Groups(c).all);
}

std::vector<std::uint32_t> relations_near(const Case& c, const CauseGroup& group, bool with_loose) {
  std::vector<std::uint32_t> out;
  for (const FactIndex fact : group.figures) {
    for (const std::uint32_t index : c.relations.of(fact)) {
      const Relation& relation = c.relations.all[index];
      const bool left_out = !with_loose && relation.loose && !relation.judgement.holds;
      if (is_equation(relation) && !left_out) out.push_back(index);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

SmallestRepairs smallest_repairs(const Case& c, const CauseGroup& group, bool with_loose) {
  return RepairSearch(c, group, with_loose).smallest();
}

/// How many terms smallest_repairs() looks at, at least.
static std::uint64_t terms_tried(const Case& c, const CauseGroup& group) {
  std::uint64_t terms = 0;
  for (const std::uint32_t index : relations_near(c, group, true))
    terms += c.relations.terms_of(c.relations.all[index]).size() + 1;
  return terms * group.figures.size();
}

std::int32_t localise_causes(Case& c) {
  std::uint64_t tried = 0;
  std::int32_t count = 0;
  std::vector<std::int32_t> finding_of(c.relations.all.size(), none);
  for (std::size_t i = 0; i < c.findings.size(); ++i) {
    if (c.relation_of_finding[i] != none) {
      finding_of[static_cast<std::size_t>(c.relation_of_finding[i])] = static_cast<std::int32_t>(i);
    }
  }
  for (const CauseGroup& group : groups_of(c)) {
    if (group.failing.size() > most_relations_in_group) continue;
    std::vector<std::uint32_t> relations = group.failing;
    std::vector<Repair> repairs;
    tried += terms_tried(c, group);
    if (tried <= most_terms_tried) {
      if (!group.loose.empty()) repairs = smallest_repairs(c, group, true).repairs;
      if (!repairs.empty()) relations.insert(relations.end(), group.loose.begin(), group.loose.end());
      if (repairs.empty()) repairs = smallest_repairs(c, group, false).repairs;
    }
    // A cell without a concept takes part in the search, but has no name in the report.
    std::erase_if(repairs, [&](const Repair& repair) { return !c.is_fact(repair.fact); });
    std::vector<std::size_t> findings;
    for (const std::uint32_t index : relations) {
      const std::int32_t at = finding_of[c.relations.all[index].same_as];
      if (at != none) findings.push_back(static_cast<std::size_t>(at));
    }
    std::sort(findings.begin(), findings.end());
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
    for (const std::size_t finding : findings) {
      c.findings[finding].repair = repairs;
      if (findings.size() > 1) c.findings[finding].group = count;
    }
    if (findings.size() > 1) ++count;
  }
  return join_activities(c, count);
}

}  // namespace mingzhang
