// Words looked for in a document: found whatever their width (１２ is 12), their case, and white space or
// line breaks inside them. Tested in tests/unit/views/text_search_test.cpp.
#pragma once

#include "text/span.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Every place, in order, none over another; the first `most` of them. Nothing where `words` are only white
/// space.
std::vector<Span> places_of(std::string_view words, std::string_view text, std::size_t most);

}  // namespace mingzhang
