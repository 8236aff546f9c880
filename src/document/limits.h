// Every limit of the readers in one place. A document beyond one of them gets an error that names the limit.
#pragma once

#include <cstddef>
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
/// What a reader may find before it is made a document: paragraphs, cells and the paragraphs in them.
inline constexpr std::size_t flow_items = 2 * cells + blocks;
inline constexpr int heading_depth = 8;
inline constexpr std::uint32_t pages = 5'000;
/// Words at places (positioned.h) in all pages together.
inline constexpr std::uint32_t runs = 4'000'000;
/// Share of control characters (per mille of bytes) above which a file is taken for binary data.
inline constexpr std::uint32_t control_per_mille = 2;

/// Files in one archive, those inside a document's own among them.
inline constexpr std::uint32_t archive_entries = 10'000;
/// Bytes of one file of an archive, and of all that are unpacked of it, both unpacked.
inline constexpr std::uint64_t unpacked_bytes_of_part = 64u << 20;
inline constexpr std::uint64_t unpacked_bytes = 192u << 20;
/// A file that unpacks to more than this many bytes may grow to this many times its packed size at most.
/// Rows of an empty form shrink to a hundredth; deflate ends at a thousandth, where nothing is said.
inline constexpr std::uint64_t ratio_free_bytes = 8u << 20;
inline constexpr std::uint64_t unpacked_ratio = 250;
/// Tags of one XML file; its tree takes 12 bytes for each element, text and attribute.
inline constexpr std::uint64_t xml_tags = 12'000'000;
/// Elements within elements; Word nests a table within a table in about ten.
inline constexpr int xml_depth = 256;
/// Elements of a web page that are open at once; browsers stop at as many.
inline constexpr std::size_t html_depth = 512;

static_assert(text_bytes <= UINT32_MAX, "offsets are 32 bits");
static_assert(input_bytes * 2 <= text_bytes, "a two-byte encoding grows to at most twice its size in UTF-8");

}  // namespace mingzhang::limits
