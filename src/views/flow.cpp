// What a picture shows of a tree: the largest parts and the others as one; the flow from sources to uses. See
// breakdown.h. Tested in tests/unit/views/flow_test.cpp.
#include "text/sorting.h"
#include "views/select.h"
#include "views/tree_parts.h"

#include <algorithm>
#include <utility>

namespace mingzhang {

std::string key_of(const BreakdownNode& node, const Vocabulary& vocabulary) {
  if (node.remainder) return "rest";
  if (!node.code.empty()) return node.code;
  if (!node.label.empty()) return node.label;
  return node.concept_id == no_concept ? std::string() : vocabulary[node.concept_id].id;
}

Folded folded_children(const BreakdownNode& node, std::size_t most) {
  Folded folded;
  for (std::uint32_t i = 0; i < node.children.size(); ++i) {
    if (node.children[i].yuan > Decimal()) folded.shown.push_back(i);
  }
  sort_stably(folded.shown, [&](std::uint32_t a, std::uint32_t b) {
    return node.children[a].yuan > node.children[b].yuan;
  });
  // One more needs no tile of its own for 'others'.
  if (folded.shown.size() <= most + 1) return folded;
  folded.others.assign(folded.shown.begin() + static_cast<std::ptrdiff_t>(most), folded.shown.end());
  folded.shown.resize(most);
  return folded;
}

BreakdownNode others_of(const BreakdownNode& node, const Folded& folded) {
  BreakdownNode others;
  for (const std::uint32_t child : folded.others)
    others.children.push_back(node.children[child]);
  sum_up(others);
  for (const BreakdownNode& child : others.children)
    others.per_mille += child.per_mille;
  return others;
}

namespace {

bool same_amount(const Decimal& a, const Decimal& b, const Decimal& slack) {
  return (a - b).abs() <= slack;
}

/// What one side lacks of the other, written as the figures of `like` are.
BreakdownNode rest_of(const Decimal& yuan, const BreakdownNode& like) {
  BreakdownNode rest;
  rest.remainder = true;
  rest.yuan = yuan;
  rest.unit = like.unit;
  rest.printed = yuan.shifted(-power_of(rest.unit)).trimmed();
  return rest;
}

/// Money of earlier years may stand beside the year's income without being a part of it.
bool adds_up(const Analysis& analysis, const BreakdownNode& revenue, const Decimal& slack) {
  if (revenue.fact == none) return true;
  const auto& others = analysis.concepts.revenue_others;
  Decimal beside;
  for (const BreakdownNode& child : revenue.children) {
    // The last two of the list: carried over, and reserves that are used.
    const bool earlier = std::find(others.end() - 2, others.end(), child.concept_id) != others.end();
    if (earlier && child.concept_id != no_concept) beside += child.yuan;
  }
  return sum_of(revenue.children) <= revenue.yuan + beside + slack;
}

}  // namespace

MoneyFlow flow_of(const Analysis& analysis, const BreakdownNode& revenue, const BreakdownNode& uses) {
  MoneyFlow flow;
  const Decimal slack = rounding_slack(revenue) + rounding_slack(uses);
  flow.undivided = revenue.fact != none && (revenue.children.empty() || !adds_up(analysis, revenue, slack));
  const Decimal sources = flow.undivided ? revenue.yuan : sum_of(revenue.children);
  Decimal used = sum_of(uses.children);
  for (const ConceptId left : analysis.concepts.expenditure_left) {
    const std::int32_t fact = left == no_concept ? none : money_figure(analysis, left);
    if (fact == none) continue;
    BreakdownNode node = node_for(analysis, fact, left);
    if (!(node.yuan > Decimal()) || used + node.yuan > sources + slack) continue;
    used += node.yuan;
    flow.more_uses.push_back(std::move(node));
  }
  const Decimal most = std::max(sources, used);
  if (!same_amount(sources, used, slack)) {
    (sources < used ? flow.more_sources : flow.more_uses).push_back(rest_of((sources - used).abs(), uses));
  }
  const std::int32_t grand = money_figure(analysis, analysis.concepts.grand_total);
  if (uses.fact != none && same_amount(uses.yuan, most, slack)) {
    flow.whole = uses;
  } else if (revenue.fact != none && same_amount(revenue.yuan, most, slack)) {
    flow.whole = revenue;
  } else if (grand != none && same_amount(yuan_of(fact_at(analysis, grand)), most, slack)) {
    flow.whole = node_for(analysis, grand, analysis.concepts.grand_total);
  } else {
    flow.whole = rest_of(most, uses);
    flow.whole.remainder = false;
  }
  flow.whole.children.clear();
  return flow;
}

}  // namespace mingzhang
