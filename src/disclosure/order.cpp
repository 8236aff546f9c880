// See order.h.
#include "disclosure/order.h"

#include "text/sorting.h"

#include <algorithm>
#include <numeric>

namespace mingzhang {

namespace {

template <class Thing>
bool before(const Thing& a, const Thing& b) {
  return a.source.span.start < b.source.span.start;
}

/// New index by old index; empty where nothing moves.
std::vector<FactIndex> sort_facts(std::vector<Fact>& facts) {
  if (std::is_sorted(facts.begin(), facts.end(), before<Fact>)) return {};
  std::vector<FactIndex> order(facts.size());
  std::iota(order.begin(), order.end(), FactIndex{0});
  sort_stably(order, [&](FactIndex a, FactIndex b) { return before(facts[a], facts[b]); });
  std::vector<FactIndex> moved(facts.size());
  std::vector<Fact> sorted;
  sorted.reserve(facts.size());
  for (const FactIndex old : order) {
    moved[old] = static_cast<FactIndex>(sorted.size());
    sorted.push_back(std::move(facts[old]));
  }
  facts = std::move(sorted);
  return moved;
}

/// Follows the facts that moved.
class Follower {
 public:
  explicit Follower(const std::vector<FactIndex>& moved) : moved_(moved) {}

  void follow(std::int32_t& index) const {
    if (index != none) index = static_cast<std::int32_t>(moved_[static_cast<std::size_t>(index)]);
  }
  void follow(std::vector<FactIndex>& indices) const {
    for (FactIndex& index : indices)
      index = moved_[index];
  }
  void follow(Disclosure& disclosure) const {
    for (Statement& statement : disclosure.statements)
      follow(statement.fact);
    for (ChangeExplanation& explanation : disclosure.explanations) {
      explanation.whole = moved_[explanation.whole];
      follow(explanation.parts);
    }
    for (Project& project : disclosure.projects) {
      follow(project.budget);
      follow(project.funding);
    }
    for (Activity& activity : disclosure.activities) {
      follow(activity.budget);
      for (std::int32_t& grade : activity.grades)
        follow(grade);
    }
    for (Indicator& indicator : disclosure.indicators)
      follow(indicator.fact);
  }

 private:
  const std::vector<FactIndex>& moved_;
};

}  // namespace

void set_in_order(Disclosure& disclosure) {
  const std::vector<FactIndex> moved = sort_facts(disclosure.facts);
  if (!moved.empty()) Follower(moved).follow(disclosure);
  sort_stably(disclosure.unplaced,
              [](const Source& a, const Source& b) { return a.span.start < b.span.start; });
  sort_stably(disclosure.statements, before<Statement>);
}

}  // namespace mingzhang
