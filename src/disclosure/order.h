// Facts in order of place, and every index that refers to them with them.
// Tested in tests/unit/disclosure/order_test.cpp.
#pragma once

#include "disclosure/model.h"

namespace mingzhang {

/// Sorts the facts, the unplaced figures and the statements of a disclosure by their place in the text.
void set_in_order(Disclosure& disclosure);

}  // namespace mingzhang
