// From a Document to a Disclosure: finds every figure and says what it is about, by the vocabulary's wordings
// in prose and by heads and labels in tables. A figure that it cannot place is kept in `unplaced`, never
// dropped and never guessed.
#pragma once

#include "disclosure/model.h"
#include "disclosure/vocabulary.h"

namespace mingzhang {

Disclosure extract(const Document& document, const Vocabulary& vocabulary);

}  // namespace mingzhang
