// What a picture shows of a tree: the largest parts and the others as one; the flow from sources to uses. See
// breakdown.h. Tested in tests/unit/views/flow_test.cpp.
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
  std::stable_sort(folded.shown.begin(), folded.shown.end(), [&](std::uint32_t a, std::uint32_t b) {
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

MoneyFlow flow_of(const BreakdownNode& revenue, const BreakdownNode& uses) {
  MoneyFlow flow;
  const auto bands = [](const BreakdownNode& node, std::vector<FlowBand>& out, Decimal& sum) {
    for (std::uint32_t i = 0; i < node.children.size(); ++i) {
      const Decimal& yuan = node.children[i].yuan;
      if (!(yuan > Decimal())) continue;
      out.push_back({yuan, i});
      sum += yuan;
    }
  };
  bands(revenue, flow.sources, flow.sources_yuan);
  bands(uses, flow.uses, flow.uses_yuan);
  flow.most = std::max({flow.sources_yuan, flow.uses_yuan, revenue.yuan, uses.yuan});
  return flow;
}

}  // namespace mingzhang
