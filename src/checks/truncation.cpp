// Some offices cut figures off instead of rounding them. For each family (the percentages; prose amounts in a
// larger unit than the tables') the reading that leaves fewer figures unexplained holds, rounding on a tie;
// figures off by more than one unit of the last place do not vote.
//
// Tests: tests/unit/checks/truncation_test.cpp.
#include "checks/case.h"

#include <algorithm>

namespace mingzhang {
namespace {

bool is_percentage(const Fact& fact) {
  return fact.measure == Measure::rate || fact.measure == Measure::share ||
         fact.measure == Measure::completion;
}

/// The smallest unit that amounts in tables have; 99 where there are none.
int smallest_power_in_tables(const Case& c) {
  int smallest = 99;
  for (const Fact& fact : c.disclosure.facts) {
    if (fact.source.table != none && kind_of(fact.unit) == UnitKind::money) {
      smallest = std::min(smallest, power_of(fact.unit));
    }
  }
  return smallest;
}

class Family {
 public:
  Family(Case& c, std::vector<FactIndex> members) : c_(c), members_(std::move(members)) {
    for (const FactIndex fact : members_) {
      for (const std::uint32_t index : c.relations.of(fact))
        touched_.push_back(index);
    }
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  }

  /// Relations that fail, but by no more than one unit of the last place of a member.
  int unexplained() const {
    return static_cast<int>(std::count_if(touched_.begin(), touched_.end(), [&](std::uint32_t index) {
      const RelationJudgement& judged = c_.relations.all[index].judgement;
      return !judged.holds && judged.beyond <= last_place(c_.relations.all[index]);
    }));
  }

  /// Reads all members as cut off where that explains more; returns the relations that it explains.
  std::vector<std::uint32_t> settle() {
    const int before = unexplained();
    if (before == 0) return {};
    const std::vector<std::uint32_t> failing = failing_now();
    const std::vector<Interval> rounded = ranges();
    for (const FactIndex fact : members_)
      c_.figures.cut_off(fact);
    judge();
    if (unexplained() < before && failing_now().size() < failing.size()) return explained(failing);
    for (std::size_t i = 0; i < members_.size(); ++i)
      c_.figures.set_range(members_[i], rounded[i]);
    judge();
    return {};
  }

 private:
  Decimal last_place(const Relation& relation) const {
    Decimal widest;
    const auto look = [&](FactIndex fact) {
      const Figure& figure = c_.figures[fact];
      const Decimal unit = Decimal(1, 0).shifted(figure.power - figure.decimals);
      if (std::binary_search(members_.begin(), members_.end(), fact)) widest = std::max(widest, unit);
    };
    look(relation.stated);
    for (const Term& term : c_.relations.terms_of(relation))
      look(term.fact);
    return widest;
  }

  void judge() {
    for (const std::uint32_t index : touched_) {
      c_.relations.all[index].judgement = c_.relations.judge(c_.relations.all[index], c_.figures);
    }
  }

  std::vector<Interval> ranges() const {
    std::vector<Interval> out;
    for (const FactIndex fact : members_)
      out.push_back(c_.figures[fact].range);
    return out;
  }

  std::vector<std::uint32_t> failing_now() const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t index : touched_) {
      if (!c_.relations.all[index].judgement.holds) out.push_back(index);
    }
    return out;
  }

  std::vector<std::uint32_t> explained(const std::vector<std::uint32_t>& failing) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t index : failing) {
      if (c_.relations.all[index].judgement.holds) out.push_back(index);
    }
    return out;
  }

  Case& c_;
  std::vector<FactIndex> members_;  // in order
  std::vector<std::uint32_t> touched_;
};

void settle(Case& c, std::vector<FactIndex> members, const char* message) {
  const std::vector<std::uint32_t> explained = Family(c, std::move(members)).settle();
  if (explained.empty()) return;
  const Relation& first = c.relations.all[explained[0]];
  Finding& finding = c.findings.emplace_back();
  finding.rule = first.rule;
  finding.status = Status::fails;
  finding.severity = Severity::notice;
  finding.message = message;
  for (const std::uint32_t index : explained)
    c.rest_on(finding, c.relations.all[index].stated);
  finding.values.emplace_back("count", std::to_string(explained.size()));
}

}  // namespace

void settle_truncation(Case& c) {
  std::vector<FactIndex> percentages;
  std::vector<FactIndex> prose;
  const int power = smallest_power_in_tables(c);
  for (FactIndex i = 0; i < c.disclosure.facts.size(); ++i) {
    const Fact& fact = c.fact(i);
    if (fact.coarse) continue;
    if (is_percentage(fact)) percentages.push_back(i);
    if (fact.source.table == none && kind_of(fact.unit) == UnitKind::money && power_of(fact.unit) > power) {
      prose.push_back(i);
    }
  }
  settle(c, std::move(percentages), "truncated.percentages");
  settle(c, std::move(prose), "truncated.amounts");
}

}  // namespace mingzhang
