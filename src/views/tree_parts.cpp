// See tree_parts.h.
#include "views/tree_parts.h"

#include "text/sorting.h"
#include "views/select.h"

#include <algorithm>
#include <utility>

namespace mingzhang {

BreakdownNode node_for(const Analysis& analysis, std::int32_t index, ConceptId concept_id) {
  BreakdownNode node;
  node.concept_id = concept_id;
  node.fact = index;
  if (index == none) return node;
  const Fact& fact = fact_at(analysis, index);
  node.yuan = yuan_of(fact);
  node.printed = fact.value;
  node.unit = fact.unit;
  return node;
}

std::int32_t money_figure(const Analysis& analysis, ConceptId concept_id) {
  const std::int32_t fact = own_figure(analysis.disclosure, concept_id);
  const bool money = fact != none && kind_of(fact_at(analysis, fact).unit) == UnitKind::money;
  return money ? fact : none;
}

Decimal sum_of(const std::vector<BreakdownNode>& nodes) {
  Decimal sum;
  for (const BreakdownNode& node : nodes)
    sum += node.yuan;
  return sum;
}

Decimal rounding_slack(const BreakdownNode& whole) {
  int decimals = whole.printed.decimals();
  for (const BreakdownNode& child : whole.children) {
    if (child.unit == whole.unit) decimals = std::max(decimals, child.printed.decimals());
  }
  const auto figures = static_cast<Int128>(whole.children.size() + 1);
  return Decimal(figures * 5, decimals + 1).shifted(power_of(whole.unit));
}

void append_remainder(BreakdownNode& whole) {
  if (whole.children.empty() || whole.fact == none) return;
  const Decimal rest = whole.yuan - sum_of(whole.children);
  if (rest <= rounding_slack(whole)) return;
  BreakdownNode node;
  node.remainder = true;
  node.yuan = rest;
  node.unit = whole.unit;
  node.printed = rest.shifted(-power_of(whole.unit)).trimmed().with_decimals(whole.printed.decimals());
  whole.children.push_back(std::move(node));
}

void set_shares(BreakdownNode& node, const Decimal& root) {
  const auto share = (node.yuan * Decimal(1000, 0)).divided_by(root, 0);
  node.per_mille = share ? static_cast<std::int32_t>(share->coefficient()) : 0;
  for (BreakdownNode& child : node.children)
    set_shares(child, root);
}

void largest_first(std::vector<BreakdownNode>& nodes) {
  sort_stably(nodes, [](const BreakdownNode& a, const BreakdownNode& b) { return a.yuan > b.yuan; });
}

void sum_up(BreakdownNode& whole) {
  whole.yuan = sum_of(whole.children);
  for (const BreakdownNode& child : whole.children) {
    if (child.unit == Unit::none) continue;
    whole.unit = child.unit;
    int decimals = 0;
    for (const BreakdownNode& other : whole.children)
      decimals = std::max(decimals, other.printed.decimals());
    whole.printed = whole.yuan.shifted(-power_of(whole.unit)).trimmed().with_decimals(decimals);
    return;
  }
}

}  // namespace mingzhang
