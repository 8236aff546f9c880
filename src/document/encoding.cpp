// Tells the encodings apart and decodes them. Tested in tests/unit/document/encoding_test.cpp.
#include "document/encoding.h"

#include "document/gb18030.h"
#include "document/limits.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace mingzhang {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t sampled_units = 4096;

std::string_view as_text(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

template <std::size_t size>
bool begins_with(Bytes bytes, const std::array<std::uint8_t, size>& mark) {
  return bytes.size() >= size && std::equal(mark.begin(), mark.end(), bytes.begin());
}

constexpr std::array<std::uint8_t, 3> utf8_mark = {0xEF, 0xBB, 0xBF};
constexpr std::array<std::uint8_t, 2> little_endian_mark = {0xFF, 0xFE};
constexpr std::array<std::uint8_t, 2> big_endian_mark = {0xFE, 0xFF};

char32_t unit_at(Bytes bytes, std::size_t offset, Encoding encoding) {
  const std::uint32_t first = bytes[offset];
  const std::uint32_t second = bytes[offset + 1];
  return encoding == Encoding::utf16_little_endian ? first | (second << 8) : (first << 8) | second;
}

/// Not those that lay out text, form feed among them, nor the 0x1A with which old programs end a file.
constexpr bool is_control(char32_t unit) {
  return (unit < 0x20 && !(unit >= '\t' && unit <= '\r') && unit != 0x1A) || unit == 0x7F;
}

/// What office text is made of: ideographs, Chinese and ASCII punctuation, digits, letters.
bool is_plausible(char32_t unit, bool zeros_seen) {
  if (unit >= 0x4E00 && unit <= 0x9FFF) return true;
  if ((unit >= 0x3000 && unit <= 0x303F) || (unit >= 0xFF01 && unit <= 0xFF5E)) return true;
  if ((unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x2200 && unit <= 0x22FF)) return true;
  return zeros_seen && unit < 0x100 && !is_control(unit);
}

/// Nine in ten units are such characters. GB18030 read as UTF-16 gives Hangul, private use and surrogates
/// instead.
bool looks_like_utf16(Bytes bytes, Encoding encoding, bool zeros_seen) {
  const std::size_t units = std::min(bytes.size() / 2, sampled_units);
  std::size_t plausible = 0;
  for (std::size_t i = 0; i < units; ++i) {
    if (is_plausible(unit_at(bytes, 2 * i, encoding), zeros_seen)) ++plausible;
  }
  return units > 0 && plausible * 10 >= units * 9;
}

/// More than four in five of the bytes beyond ASCII belong to well-formed sequences: UTF-8 with a fault,
/// which GB18030 would turn into other characters without complaint.
bool looks_like_damaged_utf8(std::string_view text) {
  std::size_t well_formed = 0;
  std::size_t ill_formed = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = decode_utf8(text, at);
    if (next.size > 1) {
      well_formed += next.size;
    } else if (next.value == 0xFFFD) {
      ++ill_formed;
    }
    at += next.size;
  }
  return well_formed > 4 * ill_formed;
}

/// Some of eight bytes is below 0x20 or is 0x7F; a few others may be taken for such.
constexpr bool may_hold_controls(std::uint64_t eight) {
  constexpr std::uint64_t each = 0x0101010101010101u, high = each * 0x80;
  const std::uint64_t deletes = eight ^ each * 0x7F;
  return (((eight - each * 0x20) & ~eight) | ((deletes - each) & ~deletes)) & high;
}

bool is_binary(std::string_view text) {
  std::uint64_t controls = 0;
  const auto count = [&](std::size_t from, std::size_t end) {
    for (; from < end; ++from)
      controls += is_control(static_cast<std::uint8_t>(text[from]));
  };
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (may_hold_controls(eight)) count(at, at + sizeof eight);
  }
  count(at, text.size());
  return controls * 1000 > text.size() * std::uint64_t{limits::control_per_mille};
}

Error binary_file() {
  return {"file.binary", {}, Error::no_place, {}};
}

Error undecodable(std::size_t offset, std::string_view encoding) {
  return {"text.encoding", {}, offset, std::string(encoding)};
}

Result<std::string> decode_utf16(Bytes bytes, Encoding encoding) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  std::size_t at = begins_with(bytes, little_endian_mark) || begins_with(bytes, big_endian_mark) ? 2 : 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit_at(bytes, at, encoding);
    if (value >= 0xD800 && value <= 0xDFFF) {
      const bool paired = value <= 0xDBFF && at + 3 < bytes.size();
      const char32_t low = paired ? unit_at(bytes, at + 2, encoding) : 0;
      if (low < 0xDC00 || low > 0xDFFF) return undecodable(at, "UTF-16");
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    append_utf8(text, value);
  }
  if (at < bytes.size()) return undecodable(at, "UTF-16");
  return text;
}

/// `well_formed`: how many of the bytes are well-formed UTF-8, npos where nobody had to count.
Encoding encoding_of(Bytes bytes, std::size_t& well_formed) {
  well_formed = std::string_view::npos;
  if (begins_with(bytes, utf8_mark)) return Encoding::utf8;
  if (begins_with(bytes, little_endian_mark)) return Encoding::utf16_little_endian;
  if (begins_with(bytes, big_endian_mark)) return Encoding::utf16_big_endian;
  const std::string_view text = as_text(bytes);
  const bool zeros = text.find('\0') != std::string_view::npos;
  well_formed = well_formed_bytes(text);
  const bool valid = well_formed == text.size();
  if (valid && !zeros) return Encoding::utf8;
  for (const Encoding order : {Encoding::utf16_little_endian, Encoding::utf16_big_endian}) {
    if (looks_like_utf16(bytes, order, zeros)) return order;
  }
  return valid || looks_like_damaged_utf8(text) ? Encoding::utf8 : Encoding::gb18030;
}

}  // namespace

Encoding encoding_of(Bytes bytes) {
  std::size_t well_formed = 0;
  return encoding_of(bytes, well_formed);
}

Result<std::string> decode_text(Bytes bytes) {
  std::size_t well_formed = 0;
  const Encoding encoding = encoding_of(bytes, well_formed);
  if (encoding == Encoding::utf8) {
    const std::string_view text = as_text(bytes);
    if (is_binary(text)) return binary_file();
    if (well_formed == std::string_view::npos) well_formed = well_formed_bytes(text);
    if (well_formed < text.size()) return undecodable(well_formed, "UTF-8");
    return std::string(text);
  }
  if (encoding == Encoding::gb18030) return is_binary(as_text(bytes)) ? binary_file() : decode_gb18030(bytes);
  Result<std::string> text = decode_utf16(bytes, encoding);
  if (text && is_binary(text.value())) return binary_file();
  return text;
}

}  // namespace mingzhang
