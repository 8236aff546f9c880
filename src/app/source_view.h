// The source view needs what was measured before, beside the scene; the bar above it, in which words are
// looked for, is a region of its own.
#pragma once

#include "app/scene.h"
#include "app/source_layout.h"

namespace mingzhang {

void show_source(Scene& scene, SourceLayout& layout);
float source_bar_height(const Ui& ui);
void show_source_bar(Scene& scene, SourceLayout& layout);

}  // namespace mingzhang
