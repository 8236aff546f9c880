// Where a body stands: its province and level, as far as its own name says them.
#pragma once

#include "checks/case.h"

#include <string>

namespace mingzhang {

struct Place {
  /// Without 省, 市: "江苏", "上海"; empty where the name does not begin with one.
  std::string province;
  PlaceLevel level = PlaceLevel::unknown;
};

Place place_of(const Disclosure& disclosure, const RuleBook::Data& book);

}  // namespace mingzhang
