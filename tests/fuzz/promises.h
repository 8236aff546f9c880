// What holds of every document that a reader makes, and of every report, whatever the bytes were.
#pragma once

#include "document/document.h"
#include "views/analysis.h"

namespace mingzhang::fuzz {

/// Spans lie within the text, between characters; indices within their lists; blocks are in order.
void require_sound(const Document& document);
/// The same for facts, findings and their places; figures stay within what Decimal can hold.
void require_sound(const Analysis& analysis);

}  // namespace mingzhang::fuzz
