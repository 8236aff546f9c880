// Another value for a figure: tried, or typed as the right reading of misread words.
#pragma once

#include "app/scene.h"

namespace mingzhang {

/// In the evidence of the chosen figure: a field for its other value, what the checks say then, and what it
/// or another figure would have to be.
void show_trial(Scene& scene, const Fact& fact);

/// Above every view while any figure is changed: how many, undo and redo, and on demand the list of them.
void show_changes_bar(Scene& scene);

}  // namespace mingzhang
