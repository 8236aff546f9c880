// Where the visitor is, as a line for the browser's history and for links: which document, which view, what
// is chosen in it. Everything that Back should bring back belongs here; what a view adds to Choices, it adds
// here too.
#pragma once

#include "app/desk.h"

#include <string>
#include <string_view>

namespace mingzhang {

/// By the names that addresses use: "overview", "checks", …
std::string_view name_of(View view);
/// `otherwise` where the name is none.
View view_named(std::string_view name, View otherwise);

/// "doc=3f…&view=checks&figure=3348"; empty for the start screen. Figures are named by the byte of the
/// document at which they stand, so that a link survives a new version of the program.
std::string place_of(const OpenDocument* document, const Choices& choices);
/// The place where the checks show this finding opened.
std::string place_of_finding(const OpenDocument& document, const FindingRef& finding);
/// Sets what the line says and leaves the rest at its beginning, as for a document that was just opened.
void follow_place(std::string_view line, const Dossier& dossier, Choices& choices);

}  // namespace mingzhang
