// Telephone, identity and bank card numbers in a document: left out of what is handed on (links, saved pages)
// unless the visitor says otherwise, an office's own telephone too. Tested in
// tests/unit/report/personal_numbers_test.cpp.
#pragma once

#include "document/document.h"
#include "text/span.h"

#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// In order of place.
std::vector<Span> personal_numbers(std::string_view text);

/// The same text with '*' for each of their digits, '＊' for a full-width one: as many bytes, so that every
/// offset holds.
std::string without_numbers(std::string_view text, const std::vector<Span>& numbers);

/// Leaves them out of a document, and of the input of laid-out text, which is what a report quotes: there a
/// number may be broken over lines.
void leave_out_numbers(Document& document);

}  // namespace mingzhang
