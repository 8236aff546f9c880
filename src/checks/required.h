// Under whose rules a body stands: its province and level, as far as its own name says them.
#pragma once

#include "checks/case.h"

#include <string>

namespace mingzhang {

struct Jurisdiction {
  /// Without 省, 市: "江苏", "上海"; empty where the name does not begin with one.
  std::string province;
  PlaceLevel level = PlaceLevel::unknown;
};

Jurisdiction jurisdiction_of(const Disclosure& disclosure, const RuleBook::Data& book);

}  // namespace mingzhang
