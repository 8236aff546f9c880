// Tables of contents: their entries look like headings and are none.
//
// Tested in tests/unit/document/contents_test.cpp.
#pragma once

#include "document/lines.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace mingzhang {

/// 目录, also with white space between.
bool is_contents_heading(std::string_view text, Span words);

/// The index of the first line behind the entries that begin at `begin`. They end where the first entry's
/// number recurs, at a sentence or a table, and at a line without number and leaders that begins a page or
/// stands apart: what stands right below an entry is the rest of it.
std::size_t end_of_contents(std::string_view text, const std::vector<Line>& lines, std::size_t begin);

}  // namespace mingzhang
