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

/// By byte-order mark, else by the bytes: zero bytes in one half of each pair, or pairs that are nearly all
/// ideographs, are UTF-16; text that is UTF-8, or would be but for a few bytes, is UTF-8; the rest is taken
/// for GB18030.
Encoding encoding_of(std::span<const std::uint8_t> bytes);

/// The text in UTF-8. A UTF-8 file comes back byte for byte, byte-order mark included; that of UTF-16 is
/// dropped.
///
/// Errors: file.binary (control characters beyond limits::control_per_mille); text.encoding with the offset
/// of the first byte that stands for no character, and the encoding's name as detail. An empty file is an
/// empty text.
Result<std::string> decode_text(std::span<const std::uint8_t> bytes);

}  // namespace mingzhang
