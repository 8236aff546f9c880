// Every limit of the readers in one place. A document beyond one of them gets an error that names the limit.
#pragma once

#include <cstdint>

namespace mingzhang::limits {

/// Bytes of one input file. The largest disclosure in the wild is below 5 MB of text or 40 MB of PDF.
inline constexpr std::uint64_t input_bytes = 32u << 20;
/// Bytes of a document's text after decoding; offsets are 32 bits wide.
inline constexpr std::uint64_t text_bytes = 64u << 20;
inline constexpr std::uint32_t tables = 20'000;
inline constexpr std::uint32_t cells = 2'000'000;
inline constexpr std::uint32_t rows_of_table = 200'000;
inline constexpr std::uint32_t columns_of_table = 512;
inline constexpr std::uint32_t blocks = 1'000'000;
/// Lines of a text that are not blank: each is a block or a cell.
inline constexpr std::uint32_t lines = blocks + cells;
inline constexpr int heading_depth = 8;
/// Share of control characters (per mille of bytes) above which a file is taken for binary data.
inline constexpr std::uint32_t control_per_mille = 2;

static_assert(text_bytes <= UINT32_MAX, "offsets are 32 bits");
static_assert(input_bytes * 2 <= text_bytes, "a two-byte encoding grows to at most twice its size in UTF-8");

}  // namespace mingzhang::limits
