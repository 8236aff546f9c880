// The source view needs what was measured before, beside the scene.
#pragma once

#include "app/scene.h"
#include "app/source_layout.h"

namespace mingzhang {

void show_source(Scene& scene, SourceLayout& layout);

}  // namespace mingzhang
