// One cause, one finding: failing relations that share a figure form a group, and the smallest set of figures
// whose change would make every relation hold again (those that hold now included) is the likely place of the
// slip. The idea is Fellegi and Holt's error localisation; here by exact search over single figures and
// pairs.
//
// Tests: tests/unit/checks/groups_test.cpp.
#include "checks/case.h"
#include "checks/slip.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace mingzhang {
namespace {

/// Pairs are searched in groups of up to so many figures, single figures in groups of any size.
constexpr std::size_t most_figures_for_pairs = 14;
constexpr std::size_t most_relations_in_group = 200;

bool is_equation(const Relation& relation) {
  return relation.kind != RelationKind::at_most && !relation.undecided;
}

struct Group {
  std::vector<std::uint32_t> failing;  // relations
  std::vector<FactIndex> figures;
  /// Lists that fail, may be incomplete, and share a figure with the group: they may tell one repair from
  /// another.
  std::vector<std::uint32_t> loose;
};

class Groups {
 public:
  explicit Groups(const Case& c) : c_(c) { collect(); }
  std::vector<Group> all;

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
      Group& group = all[static_cast<std::size_t>(at)];
      group.failing.push_back(failing[i]);
      for_each_figure(relations[failing[i]], [&](FactIndex fact) { group.figures.push_back(fact); });
    }
    for (Group& group : all) {
      std::sort(group.figures.begin(), group.figures.end());
      group.figures.erase(std::unique(group.figures.begin(), group.figures.end()), group.figures.end());
      collect_loose(group);
    }
  }

  void collect_loose(Group& group) const {
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
  RepairSearch(const Case& c, const Group& group, bool with_loose)
      : c_(c), group_(group), failing_(group.failing) {
    if (with_loose) failing_.insert(failing_.end(), group.loose.begin(), group.loose.end());
    for (const FactIndex fact : group.figures) {
      for (const std::uint32_t index : c.relations.of(fact)) {
        const Relation& relation = c.relations.all[index];
        const bool left_out = !with_loose && relation.loose && !relation.judgement.holds;
        if (is_equation(relation) && !left_out) near_.push_back(index);
      }
    }
    std::sort(near_.begin(), near_.end());
    near_.erase(std::unique(near_.begin(), near_.end()), near_.end());
  }

  std::vector<Repair> smallest() {
    std::vector<Repair> out;
    for (const FactIndex fact : group_.figures) {
      if (const auto value = single(fact)) out.push_back(repair(fact, *value));
    }
    if (out.size() == 1 && !unsure_) out[0].likely = true;
    if (!out.empty() || group_.figures.size() > most_figures_for_pairs) return out;
    return pairs();
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
    for (const Decimal& value : asked_of(fact)) {
      const Supposition supposition = supposed(fact, value, c_.figures);
      if (all_hold({&supposition, 1})) return value;
    }
    return std::nullopt;
  }

  std::vector<Repair> pairs() {
    std::vector<Repair> out;
    std::size_t found = 0;
    const auto& figures = group_.figures;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      for (std::size_t k = i + 1; k < figures.size(); ++k) {
        if (!pair(figures[i], figures[k], out)) continue;
        ++found;
      }
    }
    if (found == 1 && !unsure_) {
      for (Repair& repair : out)
        repair.likely = true;
    }
    return out;
  }

  bool pair(FactIndex first, FactIndex second, std::vector<Repair>& out) {
    const bool covered = std::all_of(failing_.begin(), failing_.end(), [&](std::uint32_t index) {
      return c_.relations.touches(relation(index), first) || c_.relations.touches(relation(index), second);
    });
    if (!covered) return false;
    for (const Decimal& a : asked_of(first)) {
      for (const Decimal& b : asked_of(second)) {
        const Supposition both[] = {supposed(first, a, c_.figures), supposed(second, b, c_.figures)};
        if (!all_hold(both)) continue;
        out.push_back(repair(first, a));
        out.push_back(repair(second, b));
        return true;
      }
    }
    return false;
  }

  const Case& c_;
  const Group& group_;
  std::vector<std::uint32_t> failing_;
  std::vector<std::uint32_t> near_;
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

std::int32_t localise_causes(Case& c) {
  std::int32_t count = 0;
  const Groups groups(c);
  std::vector<std::int32_t> finding_of(c.relations.all.size(), none);
  for (std::size_t i = 0; i < c.findings.size(); ++i) {
    if (c.relation_of_finding[i] != none) {
      finding_of[static_cast<std::size_t>(c.relation_of_finding[i])] = static_cast<std::int32_t>(i);
    }
  }
  for (const Group& group : groups.all) {
    if (group.failing.size() > most_relations_in_group) continue;
    std::vector<std::uint32_t> relations = group.failing;
    std::vector<Repair> repairs;
    if (!group.loose.empty()) repairs = RepairSearch(c, group, true).smallest();
    if (!repairs.empty()) relations.insert(relations.end(), group.loose.begin(), group.loose.end());
    if (repairs.empty()) repairs = RepairSearch(c, group, false).smallest();
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
