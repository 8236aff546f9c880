// Titles: which lines may head a document, and which words above a table are its title and its unit line.
//
// Tested in tests/unit/document/plain_text_test.cpp and flow_test.cpp.
#pragma once

#include "document/document.h"

#include <string_view>

namespace mingzhang {

/// Lines that a document's title may run over.
inline constexpr int most_title_lines = 3;

/// Short, no heading, no sentence, not 目录.
bool may_be_title(std::string_view text, Span words);

/// 编制单位：某县图书馆, without a date that the table is about.
bool names_body(std::string_view words);

/// Gives `table`, about to be written behind the document's last block, what it lacks: its unit from a unit
/// line right above it, its title from the words above that. `repeats`: the same form as the table right
/// before it, whose title it shares. `past_body`: lines that only name the body (编制单位：…) are passed over
/// on the way to the title.
void take_caption(const Document& document, Table& table, bool repeats, bool past_body = false);

}  // namespace mingzhang
