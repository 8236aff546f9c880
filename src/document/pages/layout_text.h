// Text as pdftotext -layout prints pages: form feeds, page numbers, prose broken at the right margin, tables
// laid out by spaces. It becomes words at places (positioned.h): a character is one column wide, an ideograph
// too, as pdftotext counts them; a line is one high.
//
// Tested in tests/unit/document/layout_text_test.cpp.
#pragma once

#include "document/positioned.h"

#include <string>
#include <string_view>

namespace mingzhang {

bool has_pages(std::string_view text);

/// Takes the text over as PositionedText::words.
PositionedText lay_out(std::string text);

}  // namespace mingzhang
