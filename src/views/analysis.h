// A document with everything that was found out about it, kept together: what the app shows and the report writes.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "checks/check.h"
#include "checks/message.h"
#include "disclosure/extract.h"
#include "document/reader.h"

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
  /// SHA-256 of the input's bytes in lower-case hexadecimal.
  std::string sha256;
};

/// bytes → Document → Disclosure → Findings.
Result<Analysis> analyse(std::span<const std::uint8_t> bytes, std::string name, const Knowledge& knowledge);

}  // namespace mingzhang
