// The slow twin of the search for the smallest repair: single figures by intersecting what every relation
// admits, larger sets by trying all of them.
#pragma once

#include "checks/groups.h"

#include <cstddef>
#include <vector>

namespace mingzhang::mutation {

/// Figures that alone could mend the group, in order.
std::vector<FactIndex> single_repairs(const Case& c, const CauseGroup& group);

/// Compares the search with its twin on all groups of up to most_figures_for_sets figures of a document;
/// returns the number of groups, and adds those that differ to `different`.
int compare_all_groups(const Document& document, const Disclosure& disclosure, const Vocabulary& vocabulary,
                       const RuleBook& rules, int& different);

}  // namespace mingzhang::mutation
