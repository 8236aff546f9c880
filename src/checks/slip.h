// Names the slip of the pen that would turn the right figure into the printed one.
//
// Tests: tests/unit/checks/groups_test.cpp.
#pragma once

#include "checks/case.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

/// Between the printed figure and what it should be (in its own unit); none where no single slip explains it.
/// A printed figure that equals another of the failing relations was copied from it.
Slip slip_between(const Case& c, const std::vector<std::uint32_t>& failing, FactIndex fact,
                  const Decimal& right);

/// Values inside `range` that one slip would have turned into the printed one: units and points first, then
/// swapped digits, then one wrong digit. For positive figures.
std::vector<Decimal> slips_within(const Decimal& printed_value, const Interval& range);

/// The same without neighbours.
Slip slip_between(const Decimal& printed_value, const Decimal& right);

}  // namespace mingzhang
