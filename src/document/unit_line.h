// Unit lines: 单位：万元, （金额单位：万元）, 资金情况（万元）.
//
// Tested in tests/unit/document/unit_line_test.cpp.
#pragma once

#include "text/quantity.h"
#include "text/span.h"

#include <string_view>

namespace mingzhang {

struct UnitLine {
  /// The words that name the unit: "单位：万元", with brackets around them where they are printed.
  Span span;
  Unit unit = Unit::none;
  /// Nothing else stands in the words that were searched.
  bool alone = false;
};

/// 单位：… anywhere in `words`; unit is Unit::none where there is none. 预算单位：某局 names no unit.
UnitLine find_unit_line(std::string_view text, Span words);

/// A label that names its unit in closing brackets: 资金情况（万元）.
UnitLine find_unit_of_label(std::string_view text, Span words);

}  // namespace mingzhang
