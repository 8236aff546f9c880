// From the bytes of a text file to UTF-8: which encoding it is in, and its text.
//
// Decodes exactly as browsers do (Encoding Standard), but never puts U+FFFD in place of what it cannot read:
// that is an Error. Tested in tests/unit/document/encoding_test.cpp against checksums made with a browser's
// own decoder.
#pragma once

#include "text/result.h"

#include <cstdint>
#include <span>
#include <string>

namespace mingzhang {

enum class Encoding : std::uint8_t { utf8, utf16_little_endian, utf16_big_endian, gb18030 };

/// By byte-order mark, else by the bytes: well-formed UTF-8 is UTF-8, zero bytes in the high or low halves or
/// a text of common ideographs are UTF-16, the rest is taken for GB18030.
Encoding encoding_of(std::span<const std::uint8_t> bytes);

/// The text in UTF-8. A UTF-8 file comes back byte for byte, byte-order mark included; of the other encodings
/// the mark becomes U+FEFF in UTF-8, so that no encoding loses it.
///
/// Errors: file.binary (control characters beyond limits::control_per_mille); text.encoding with the offset
/// of the first byte that stands for no character. An empty file is an empty text.
Result<std::string> decode_text(std::span<const std::uint8_t> bytes);

}  // namespace mingzhang
