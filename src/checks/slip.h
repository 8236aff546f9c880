// Names the slip of the pen that would turn the right figure into the printed one.
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

/// The same without neighbours.
Slip slip_between(const Decimal& printed_value, const Decimal& right);

}  // namespace mingzhang
