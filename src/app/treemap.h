// Rectangles of given areas that fill a rectangle and are as near to squares as they get (Bruls, Huizing,
// van Wijk, 'Squarified treemaps', 2000). Pixels only: exact amounts stay with the caller.
#pragma once

#include "platform/mirror.h"

#include <vector>

namespace mingzhang {

/// One rectangle for each size, in the order of `sizes`; those of size 0 or less are empty.
std::vector<Rect> squarified(const std::vector<double>& sizes, const Rect& whole);

}  // namespace mingzhang
