// GB18030, the national encoding of Chinese text: one, two or four bytes a character; GBK and GB2312 are
// parts of it. Decodes as browsers do; the table is assets/gb18030/table.bin. Tested in
// tests/unit/document/gb18030_test.cpp.
#pragma once

#include "text/result.h"

#include <cstdint>
#include <span>
#include <string>

namespace mingzhang {

/// The text in UTF-8, or text.encoding with the offset of the first byte that begins no character.
Result<std::string> decode_gb18030(std::span<const std::uint8_t> bytes);

}  // namespace mingzhang
