// Failing relations that share figures, and the smallest sets of figures whose change would mend them.
//
// Tests: tests/unit/checks/groups_test.cpp; tests/mutation compares with a search through all sets.
#pragma once

#include "checks/case.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

/// Sets of two and three figures are searched in groups of up to so many figures, single figures in groups of
/// any size.
inline constexpr std::size_t most_figures_for_sets = 14;

struct CauseGroup {
  std::vector<std::uint32_t> failing;  // relations
  std::vector<FactIndex> figures;      // of these, in order
  /// Lists that fail, may be incomplete, and share a figure with the group: they may tell one repair from
  /// another.
  std::vector<std::uint32_t> loose;
};

std::vector<CauseGroup> groups_of(const Case& c);

/// Repairs of all smallest sets, one after the other; `size` is the number of figures in each set. With the
/// loose lists of the group among what must hold, or without those that fail. Likely only where there is one
/// set.
struct SmallestRepairs {
  std::vector<Repair> repairs;
  std::size_t size = 0;
};
SmallestRepairs smallest_repairs(const Case& c, const CauseGroup& group, bool with_loose);

/// Relations that must hold once a group is mended: those of its figures that are equations.
std::vector<std::uint32_t> relations_near(const Case& c, const CauseGroup& group, bool with_loose);
bool is_equation(const Relation& relation);

}  // namespace mingzhang
