// A project's indicators: targets with the progress of what is typed as achieved, and what each unit costs.
#pragma once

#include "app/scene.h"

namespace mingzhang {

void show_indicators(Scene& scene, std::size_t project);

}  // namespace mingzhang
