// Mentions as one line of text, so that a test shows what was read of a sentence at a glance.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::test {

/// Each mention in brackets with what it was taken for: "[454.19 万元: 454.19万元]" for a quantity (value and
/// unit, then its span), "[year 2020: 2020年]", "[ordinal: 第四次]".
std::string mentions_of(std::string_view text);

/// Only the quantities, without their spans: "≥95%, ~30万元".
std::string quantities_of(std::string_view text);

}  // namespace mingzhang::test
