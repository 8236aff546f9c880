// How breakdown trees are put together: nodes for figures, sums, rests, shares. For this room only.
#pragma once

#include "views/breakdown.h"

#include <vector>

namespace mingzhang {

/// `fact` may be none: then only the concept is set.
BreakdownNode node_for(const Analysis& analysis, std::int32_t fact, ConceptId concept_id);
/// The own year's amount of money for the whole body; none where the document states none.
std::int32_t money_figure(const Analysis& analysis, ConceptId concept_id);
Decimal sum_of(const std::vector<BreakdownNode>& nodes);
/// Half a unit of the last place for each of the figures, in yuan: what rounding alone can leave over.
Decimal rounding_slack(const BreakdownNode& whole);
/// What the children leave over of a stated whole, as a child of its own.
void append_remainder(BreakdownNode& whole);
/// A node for parts whose whole no figure states: their sum, in the unit of the first that has one.
void sum_up(BreakdownNode& whole);
void largest_first(std::vector<BreakdownNode>& nodes);
/// Of the node and all below it, in thousandths of `root`.
void set_shares(BreakdownNode& node, const Decimal& root);

}  // namespace mingzhang
