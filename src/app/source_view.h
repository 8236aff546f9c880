// The source view needs what was measured and marked before, beside the scene.
#pragma once

#include "app/scene.h"
#include "app/source_layout.h"
#include "app/source_places.h"

#include <vector>

namespace mingzhang {

void show_source(Scene& scene, const std::vector<SourcePlace>& places, SourceLayout& layout);

}  // namespace mingzhang
