// Handing a document on: a link, a page that holds it, reports and data as files. What is shown of it, and
// what is done. Tests: tests/browser/handing_on.test.mjs.
#pragma once

#include "app/scene.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace mingzhang {

/// What the page that offers all this knows beside the document.
struct Handing {
  /// Made by the page's script (web/links.ts); empty while it is being made.
  std::string link;
  /// The link holds the document itself, not only the place in it.
  bool link_holds_document = false;
  /// Telephone, identity and bank card numbers in the document, and whether the visitor wants them handed on.
  std::size_t numbers = 0;
  bool with_numbers = false;
  /// The variant of the saved page that reads PDF files is there.
  bool can_save_pdf_page = false;
};

/// "link", "page", "page-pdf", "print", "html", "markdown", "report-json", "facts-csv", "facts-json",
/// "findings-csv", "package"; empty: nothing was asked for.
std::string_view show_handing_on(Scene& scene, Handing& handing);

/// A file to be saved. Its name carries program, rules and hash, since not every format has a place for them.
struct HandedFile {
  std::string name, media, bytes;
};
/// Of the kinds above, those that are files. `analysis` has its document as it is to be handed on.
HandedFile handed_file(std::string_view kind, const Analysis& analysis, const Knowledge& knowledge,
                       Language language);

/// The analysis as it may be handed on: as printed, its telephone and identity numbers left out unless
/// `with_numbers`.
Analysis to_hand_on(const Analysis& analysis, const Knowledge& knowledge, bool with_numbers);

}  // namespace mingzhang
