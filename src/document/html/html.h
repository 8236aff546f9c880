// HTML pages: paragraphs, headings, lists with their numbers, tables with cells over several rows and
// columns.
//
// Takes all that a browser would show, menus included, and nothing that it hides. Scripts are not run, frames
// and pictures not followed. Style sheets are not read: what only they hide is taken, what a style attribute
// hides is not. Tested in tests/unit/document/html_test.cpp.
#pragma once

#include "document/document.h"
#include "text/result.h"

#include <optional>
#include <string_view>

namespace mingzhang {

/// The text is a page or a part of one, as a browser puts it on the clipboard: it begins with a tag of HTML,
/// perhaps behind comments and declarations.
bool is_html(std::string_view text);

/// Fills the document. Errors: xml.too_deep, and those of flow_writer.h; they lack the file's name.
std::optional<Error> read_html(std::string_view page, Document& document);

}  // namespace mingzhang
