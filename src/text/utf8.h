// UTF-8 by hand: decoding, encoding, display width, and the few character classes that Chinese office text
// needs.
// Tested in tests/unit/text/utf8_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mingzhang {

/// One decoded character; size is 0 at the end of the text. An ill-formed byte decodes as U+FFFD of size 1.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;
};

/// Any character, well formed or not: what decode_utf8() falls back on.
CodePoint decode_rare_utf8(std::string_view text, std::size_t offset);

/// Inline for ASCII and for three bytes in a row, which Chinese text is made of.
inline CodePoint decode_utf8(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[offset + i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  // 0xE0 and 0xED have further conditions on what follows.
  if ((lead & 0xF0) == 0xE0 && lead != 0xE0 && lead != 0xED && text.size() - offset > 2 &&
      (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80) {
    return {static_cast<char32_t>((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
  }
  return decode_rare_utf8(text, offset);
}

/// The character that ends at `offset`; size is 0 at the start of the text.
CodePoint decode_utf8_before(std::string_view text, std::size_t offset);
void append_utf8(std::string& text, char32_t character);
bool is_valid_utf8(std::string_view text);
/// Bytes up to the first that is ill-formed; all where none is.
std::size_t well_formed_bytes(std::string_view text);

/// ASCII white space, the ideographic space U+3000, U+00A0, U+2000..U+200B, U+FEFF.
bool is_space(char32_t character);
/// Unified ideographs, their extensions and 〇.
bool is_han(char32_t character);
/// Columns on a terminal: 2 for East Asian wide and full-width characters, 0 for combining marks, else 1.
int display_width(char32_t character);

/// Without leading and trailing white space (is_space).
std::string_view trimmed(std::string_view text);
/// Without any white space inside or around: "项 目 支 出" becomes "项目支出".
std::string without_spaces(std::string_view text);
/// Full-width ASCII forms (（：％，０) to ASCII, white space dropped: the form in which wordings are
/// compared.
std::string folded(std::string_view text);

}  // namespace mingzhang
