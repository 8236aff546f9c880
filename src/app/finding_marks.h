// What the reader says of a finding: looked at, set aside, misread, a note.
#pragma once

#include "app/scene.h"

namespace mingzhang {

/// Buttons for the judgements and the note; places them in the flow of the card's actions.
void show_judgements(Scene& scene, Flow& flow, FindingIndex index);
/// The note's field, and where a misread figure can be corrected; nothing where neither is wanted.
void show_note(Scene& scene, FindingIndex index);
/// A quiet word beside the finding's head; empty where the reader said nothing of it.
std::string judgement_words(const Scene& scene, FindingIndex index);
/// The finding was set aside or misread: it stands back.
bool stands_back(const Scene& scene, FindingIndex index);
/// Changes wherever the reader's mark of the finding does.
std::uint64_t mark_version(const Scene& scene, FindingIndex index);

}  // namespace mingzhang
