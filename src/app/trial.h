// What the checks would say if one figure were another: 'try another value'. Nothing of the opened document
// changes.
#pragma once

#include "views/analysis.h"

#include <string>
#include <vector>

namespace mingzhang {

/// A relation that would come out differently.
struct TrialOutcome {
  Finding finding;  // as it would be
  bool fails = false;
};

/// Empty where nothing would change: the new value would go unnoticed.
std::vector<TrialOutcome> try_value(const Analysis& analysis, const Knowledge& knowledge, FactIndex fact,
                                    const Decimal& value);

}  // namespace mingzhang
