// Character references of HTML: &nbsp; &#160; &#xA0;. For use inside this room only.
//
// Knows the names that pages in Chinese use, not all 2,231 of the standard; an unknown one stays as it
// stands, as in a browser. Tested in tests/unit/document/html_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang {

/// Appends `text` with its references replaced.
void append_without_references(std::string& out, std::string_view text);

}  // namespace mingzhang
