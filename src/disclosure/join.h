// What several inputs disclose, as one: the narrative and the tables of one body and year, joined as their
// documents were (document/join.h). Nothing is read anew: facts, statements, projects keep what they are,
// only their places and indices move. Tested in tests/unit/disclosure/join_test.cpp.
#pragma once

#include "disclosure/vocabulary.h"
#include "document/join.h"

#include <vector>

namespace mingzhang {

/// Both lists have one entry for each input, in the same order. Entity, year and kind are those of the first
/// input that names them; a table file without a year takes that of the narrative, and its figures with it.
Disclosure join_disclosures(std::vector<Disclosure> disclosures, const std::vector<JoinOffset>& offsets,
                            const Vocabulary& vocabulary);

/// True where two disclosures may be of one body: equal names, or one is the short form of the other
/// (省委办公厅, 中国共产党江苏省委员会办公厅), or one of them names none.
bool same_body(const Disclosure& a, const Disclosure& b);

}  // namespace mingzhang
