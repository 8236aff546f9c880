// What kind of file these bytes are, judged by the bytes alone, never by a file's name: by the first ones,
// and of containers (ZIP, OLE) by what their directory lists.
//
// Tested in tests/unit/document/format_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mingzhang {

/// Name of the known format other than plain text: "PDF", "DOCX", "PNG"; empty for none. "ZIP" is an archive
/// that is no document itself, "OLE" an old Office file of another kind than DOC, XLS and PPT, "OOXML" with a
/// password one whose words cannot be read.
std::string_view known_format(std::span<const std::uint8_t> bytes);

}  // namespace mingzhang
