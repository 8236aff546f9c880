// Tables that go on over page breaks: with the heads repeated on the next page or not, with the caption
// repeated or not, with a row cut in two. For this room only.
//
// A table goes on where nothing but its own caption and heads stand between and the columns are at the same
// places. Tested in tests/unit/document/table_joining_test.cpp.
#pragma once

#include "document/pages/page_tables.h"

#include <vector>

namespace mingzhang {

/// Moves the rows of continuations to the page where their table begins; the grids that they came from have
/// no rows then, and lines that only repeat the caption are dropped.
void join_tables(std::vector<PageReading>& pages, MadeWords& words);

/// Adds the rows of `next`, the same table further down on the page with its columns at other places; false
/// where they are not the same.
bool join_below(TextGrid& open, TextGrid& next, MadeWords& words);

}  // namespace mingzhang
