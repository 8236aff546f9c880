// From bytes to a Document. The format is found by the first bytes, then each format has its own file here.
//
// Read today: plain text in UTF-8, UTF-16 and GB18030, with the flattened tables that office converters
// produce; separated values; HTML; Word and Excel documents, old and new. What is none of these gives an Error:
// file.empty, file.too_large, file.binary, file.password, file.old_office, file.format (a known format that is
// not read; detail names it), text.encoding, text.too_large, table.too_large, document.too_large, and those of
// the containers: zip.*, xml.*, package.*, ole.*, doc.*. An archive is zip.archive: archive/expand.h opens it.
// Never throws, never crashes, whatever the bytes.
#pragma once

#include "document/document.h"
#include "text/result.h"

#include <cstdint>
#include <span>
#include <string>

namespace mingzhang {

/// `name` is only for messages and for the report; the format is judged by the bytes.
Result<Document> read_document(std::span<const std::uint8_t> bytes, std::string name);

}  // namespace mingzhang
