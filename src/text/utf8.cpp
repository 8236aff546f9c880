// UTF-8 by hand. Tested in tests/unit/text/utf8_test.cpp.
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace mingzhang {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// East Asian Width W and F (UAX #11), neighbouring ranges joined; in order.
constexpr std::array wide_ranges = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2E80, 0x303E},  Range{0x3041, 0x4DBF},
    Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},  Range{0xF900, 0xFAFF},
    Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},  Range{0xFFE0, 0xFFE6},
    Range{0x1F300, 0x1F64F}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};
constexpr std::array combining_ranges = {
    Range{0x0300, 0x036F}, Range{0x200B, 0x200F}, Range{0x20D0, 0x20FF},
    Range{0x302A, 0x302F}, Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F},
    Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}, Range{0xE0100, 0xE01EF}};

template <std::size_t size>
bool lies_in(const std::array<Range, size>& ranges, char32_t character) {
  return std::any_of(ranges.begin(), ranges.end(), [character](const Range& range) {
    return range.first <= character && character <= range.last;
  });
}

std::uint8_t byte_at(std::string_view text, std::size_t offset) {
  return static_cast<std::uint8_t>(text[offset]);
}

bool continues(std::string_view text, std::size_t offset) {
  return offset < text.size() && (byte_at(text, offset) & 0xC0) == 0x80;
}

char32_t tail(std::string_view text, std::size_t offset) {
  return byte_at(text, offset) & 0x3Fu;
}

/// Bytes from `offset` that are characters of three bytes whose second may be any.
std::size_t chinese_run(std::string_view text, std::size_t offset) {
  std::size_t at = offset;
  while (at + 3 <= text.size()) {
    const std::uint8_t lead = byte_at(text, at);
    const bool continued = ((byte_at(text, at + 1) ^ 0x80) | (byte_at(text, at + 2) ^ 0x80)) < 0x40;
    const bool well_formed = (lead & 0xF0) == 0xE0 && lead != 0xE0 && lead != 0xED && continued;
    if (!well_formed) break;
    at += 3;
  }
  return at - offset;
}

constexpr CodePoint ill_formed = {0xFFFD, 1};

void append_char(std::string& text, std::uint32_t byte) {
  text.push_back(static_cast<char>(byte));
}

/// Bytes that white space or a full-width form of ASCII may begin with.
constexpr std::array<bool, 256> rare_leads = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte <= ' '; ++byte)
    table[byte] = true;
  for (const std::size_t byte : {0xC2u, 0xE2u, 0xE3u, 0xEFu})
    table[byte] = true;
  return table;
}();

/// Copies the text in long stretches; white space and full-width forms of ASCII are for `put` to write, or
/// not.
template <class Put>
std::string filtered(std::string_view text, Put put) {
  std::string result;
  result.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!rare_leads[byte_at(text, at)]) {
      ++at;
      continue;
    }
    const CodePoint next = decode_utf8(text, at);
    const std::size_t end = at + next.size;
    if (is_space(next.value) || (next.value >= 0xFF01 && next.value <= 0xFF5E)) {
      result.append(text, copied, at - copied);
      put(result, next, text.substr(at, next.size));
      copied = end;
    }
    at = end;
  }
  result.append(text, copied, text.size() - copied);
  return result;
}

}  // namespace

CodePoint decode_rare_utf8(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const std::uint32_t lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2 || lead > 0xF4 || !continues(text, offset + 1)) return ill_formed;
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | tail(text, offset + 1), 2};
  if (!continues(text, offset + 2)) return ill_formed;
  if (lead < 0xF0) {
    const char32_t value = ((lead & 0x0F) << 12) | (tail(text, offset + 1) << 6) | tail(text, offset + 2);
    const bool fits = value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
    return fits ? CodePoint{value, 3} : ill_formed;
  }
  if (!continues(text, offset + 3)) return ill_formed;
  const char32_t value = ((lead & 0x07) << 18) | (tail(text, offset + 1) << 12) |
                         (tail(text, offset + 2) << 6) | tail(text, offset + 3);
  return value >= 0x10000 && value <= 0x10FFFF ? CodePoint{value, 4} : ill_formed;
}

CodePoint decode_utf8_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) return {};
  std::size_t start = offset - 1;
  while (start > 0 && offset - start < 4 && continues(text, start))
    --start;
  const CodePoint found = decode_utf8(text.substr(0, offset), start);
  return start + found.size == offset ? found : ill_formed;
}

void append_utf8(std::string& text, char32_t character) {
  const auto value = static_cast<std::uint32_t>(character);
  if (value < 0x80) {
    append_char(text, value);
  } else if (value < 0x800) {
    append_char(text, 0xC0 | (value >> 6));
    append_char(text, 0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    append_char(text, 0xE0 | (value >> 12));
    append_char(text, 0x80 | ((value >> 6) & 0x3F));
    append_char(text, 0x80 | (value & 0x3F));
  } else {
    append_char(text, 0xF0 | (value >> 18));
    append_char(text, 0x80 | ((value >> 12) & 0x3F));
    append_char(text, 0x80 | ((value >> 6) & 0x3F));
    append_char(text, 0x80 | (value & 0x3F));
  }
}

std::size_t well_formed_bytes(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    at += chinese_run(text, at);
    std::uint64_t eight = 0;
    if (at + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080u) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    if (at == text.size()) break;
    const CodePoint next = decode_utf8(text, at);
    if (next.size == 1 && byte_at(text, at) >= 0x80) return at;
    at += next.size;
  }
  return at;
}

bool is_valid_utf8(std::string_view text) {
  return well_formed_bytes(text) == text.size();
}

bool is_space(char32_t character) {
  return character == ' ' || (character >= '\t' && character <= '\r') || character == 0x3000 ||
         character == 0xA0 || (character >= 0x2000 && character <= 0x200B) || character == 0xFEFF;
}

bool is_han(char32_t character) {
  return (character >= 0x4E00 && character <= 0x9FFF) || character == 0x3007 ||
         (character >= 0x3400 && character <= 0x4DBF) || (character >= 0xF900 && character <= 0xFAFF) ||
         (character >= 0x20000 && character <= 0x323AF);
}

int display_width(char32_t character) {
  if (character < 0x300) return 1;
  if (lies_in(combining_ranges, character)) return 0;
  return lies_in(wide_ranges, character) ? 2 : 1;
}

std::string_view trimmed(std::string_view text) {
  while (true) {
    const CodePoint first = decode_utf8(text, 0);
    if (first.size == 0 || !is_space(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (true) {
    const CodePoint last = decode_utf8_before(text, text.size());
    if (last.size == 0 || !is_space(last.value)) break;
    text.remove_suffix(last.size);
  }
  return text;
}

std::string without_spaces(std::string_view text) {
  return filtered(text, [](std::string& result, CodePoint next, std::string_view bytes) {
    if (!is_space(next.value)) result.append(bytes);
  });
}

std::string folded(std::string_view text) {
  return filtered(text, [](std::string& result, CodePoint next, std::string_view) {
    if (!is_space(next.value)) result.push_back(static_cast<char>(next.value - 0xFF01 + '!'));
  });
}

}  // namespace mingzhang
