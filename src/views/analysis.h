// A document with everything that was found out about it, kept together: what the app shows and the report
// writes. Tested in tests/unit/views/analysis_test.cpp.
#pragma once

#include "checks/check.h"
#include "checks/message.h"
#include "disclosure/extract.h"
#include "document/reader.h"
#include "views/key_concepts.h"

#include <cstdint>
#include <span>
#include <string>

namespace mingzhang {

/// The data of assets/, loaded once at start: read-only and shared by everything.
struct Knowledge {
  Vocabulary vocabulary;
  RuleBook rules;
  Messages messages;

  /// From the assets built into the program. An Error here is a fault of the build, caught by its tests.
  static Result<Knowledge> load();
};

/// One input, read, extracted and checked. Immutable; indices refer to one another within it.
struct Analysis {
  Document document;
  Disclosure disclosure;
  Findings findings;
  /// SHA-256 of the input's bytes in lower-case hexadecimal. analyse() leaves it empty, because hashing would
  /// cost more than reading a small file does: whoever writes a report fills it (report/sha256.h).
  std::string sha256;
  /// The concepts that the views ask for, found in the vocabulary that the facts were made with.
  KeyConcepts concepts;
};

/// Fills `findings` from the document and the disclosure: of a text that is no disclosure none, and a
/// protection for each fact in any case.
void judge(Analysis& analysis, const Knowledge& knowledge);

/// bytes → Document → Disclosure → Findings. A text that is no disclosure is not checked: its findings are
/// empty.
Result<Analysis> analyse(std::span<const std::uint8_t> bytes, std::string name, const Knowledge& knowledge);

/// Documents of several inputs (at least one) as one disclosure, or as several years of one body. Each
/// document's input_sha256 should be filled in for the report.
Analysis analyse_together(std::vector<Document> documents, const Knowledge& knowledge);

}  // namespace mingzhang
