// SHA-256 (FIPS 180-4) of an input, so that a report says exactly which file it is about. Tested against the
// standard's vectors in tests/unit/report/sha256_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace mingzhang {

/// 64 lower-case hexadecimal digits.
std::string sha256_of(std::span<const std::uint8_t> bytes);

}  // namespace mingzhang
