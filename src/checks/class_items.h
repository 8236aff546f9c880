// Classes of the functional classification that are listed somewhere, against the expenditure that they are
// the parts of: what sum.classification shares in prose (listed_items.cpp) and between columns
// (class_columns.cpp).
//
// Tests: tests/unit/checks/listed_items_test.cpp.
#pragma once

#include "checks/case.h"

#include <cstddef>
#include <span>

namespace mingzhang {

/// Digits of a functional class: 3, 5 or 7 (201, 20101, 2010101); 0 for anything else.
std::size_t digits_of_class(const Case& c, const Fact& fact);

/// The classes add up to the expenditure. A list may have left out small ones, and what is carried over may
/// stand in the total alone: falling short is something to explain, exceeding the whole an error.
void relate_class_items(Case& c, std::span<const Term> classes, FactIndex total);

}  // namespace mingzhang
