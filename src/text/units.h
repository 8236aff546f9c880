// The unit that stands at a place of a text: for the scanner. Tested through
// tests/unit/text/quantity_test.cpp.
#pragma once

#include "text/quantity.h"

#include <cstddef>
#include <string_view>

namespace mingzhang {

struct UnitMatch {
  Unit unit = Unit::none;
  std::size_t size = 0;  // bytes; 0 where no unit stands here
};

/// The longest unit that `words` begin with; none where the same characters begin another word (部门, 人员,
/// 项目). 万 and 亿 alone are no unit here: the scanner reads them as multipliers.
UnitMatch unit_at(std::string_view words);

}  // namespace mingzhang
