// The presentation for a room, over everything else: contradictions, then what is to be explained, one at a
// time.
#pragma once

#include "app/scene.h"

#include <string_view>
#include <vector>

namespace mingzhang {

/// In the order in which they are shown.
std::vector<FindingIndex> hall_findings(const Verdict& verdict);
/// Shows the one of Choices::hall; a number beyond the last is the last.
void show_hall(Scene& scene, const Rect& window);
/// Arrows, page keys, Home and End move; Escape leaves. False: the key means nothing here.
bool hall_key(Choices& choices, const Verdict& verdict, std::string_view key);

}  // namespace mingzhang
