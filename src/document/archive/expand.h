// The door beside read_document: an input that is an archive is several documents, each with a name of its
// own.
//
// Tested in tests/unit/document/expand_test.cpp.
#pragma once

#include "text/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace mingzhang {

/// A file to be read for itself.
struct InnerFile {
  /// "archive.zip/folder/budget.docx"; of an input that is no archive its own name.
  std::string name;
  /// Valid during the call only; empty where it could not be unpacked.
  std::span<const std::uint8_t> bytes;
  /// Why it cannot be read: the archive is damaged, the file has a password, a third archive stands within
  /// the second.
  std::optional<Error> error;
};

/// Whether the bytes are an archive that is no document itself (a .docx is no archive here).
bool is_archive(std::span<const std::uint8_t> bytes);

/// Calls `each` for every file of the archive in byte order of the names, those of an archive within it
/// included; for an input that is none, once with the input itself. What cannot be unpacked is reported as an
/// error of that file, and the others are still there. Folders and what systems leave in archives (__MACOSX,
/// Thumbs.db, ~$ locks) are passed over.
void expand(std::span<const std::uint8_t> bytes, const std::string& name,
            const std::function<void(const InnerFile&)>& each);

}  // namespace mingzhang
