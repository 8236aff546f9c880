// Grade thresholds as a ruler: four stretches with their names, and the achieved value on it.
#pragma once

#include "app/scene.h"

#include <optional>

namespace mingzhang {

/// Of an activity; `achieved` is drawn where there is one. Moves the column on.
void show_ruler(Scene& scene, std::size_t activity, const std::optional<Decimal>& achieved);

std::string_view level_name(const Phrases& words, Level level);

}  // namespace mingzhang
