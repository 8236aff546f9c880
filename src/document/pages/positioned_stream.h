// Positioned pages as bytes: what web/pdf/stream.ts makes of a PDF, for the page and the command line alike.
// The layout of the bytes is described there.
//
// Trusts nothing: a stream that ends early or counts wrongly is an Error, whatever its bytes. Tested in
// tests/unit/document/positioned_stream_test.cpp.
#pragma once

#include "document/positioned.h"

#include <cstdint>
#include <span>
#include <string>

namespace mingzhang {

/// What the pages were made from.
struct PositionedSource {
  /// "application/pdf".
  std::string media;
  std::uint64_t input_bytes = 0;
  /// SHA-256 of the original in hexadecimal; empty where it was not computed.
  std::string sha256;
  /// The file lacks its end: pages may be missing.
  bool cut_off = false;
};

bool is_positioned_stream(std::span<const std::uint8_t> bytes);

/// Errors: pages.damaged with the offset; document.too_large with the limit.
Result<PositionedText> read_positioned_stream(std::span<const std::uint8_t> bytes, PositionedSource& source);

}  // namespace mingzhang
