// A finding that opens. See finding_view.cpp; show_finding_line() stands in scene.h.
#pragma once

#include "app/scene.h"

namespace mingzhang {

/// Without a box around it; the caller's card holds one or several.
void show_finding_card(Scene& scene, FindingIndex index);

}  // namespace mingzhang
