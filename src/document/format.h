// What kind of file these bytes are, judged by their first bytes alone, never by a file's name.
//
// Tested in tests/unit/document/format_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mingzhang {

/// Name of the known format other than plain text that the bytes begin with ("PDF", "DOCX", "PNG"); empty for
/// none.
std::string_view known_format(std::span<const std::uint8_t> bytes);

}  // namespace mingzhang
