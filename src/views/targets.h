// Performance: how far an achieved value is towards a target, and what each unit of a target costs.
// Tested in tests/unit/views/targets_test.cpp.
#pragma once

#include "views/analysis.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

struct Progress {
  bool met = false;
  /// Towards the target, in thousandths, 0 to 1000: achieved of what is at least wanted; of an upper limit,
  /// how much of it is used.
  std::int32_t per_mille = 0;
};
/// `achieved` is in the target's own unit. A target that is stated without a sign is met from its value on,
/// but a rate that can only be kept below (its comparator says so) from its value down.
Progress progress_of(const Fact& target, const Decimal& achieved);

/// One unit of what a project promises: 42 万元 for 3 meetings are 14 万元 a meeting.
struct UnitCost {
  std::uint32_t indicator = 0;  // into Disclosure::indicators
  FactIndex target = 0;
  Decimal yuan_each;  // whole yuan, rounded
};
/// For each indicator of the project that counts something; as if all its money went there.
std::vector<UnitCost> unit_costs(const Analysis& analysis, std::size_t project);

}  // namespace mingzhang
