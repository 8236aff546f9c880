// Follows the Encoding Standard, 'gb18030 decoder'. Tested in tests/unit/document/gb18030_test.cpp.
#include "document/gb18030.h"

#include "assets/assets.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

constexpr std::uint32_t leads = 126;
constexpr std::uint32_t trails = 190;
constexpr std::size_t two_byte_codes = std::size_t{leads} * trails;
constexpr std::uint32_t basic_codes = 39'420;    // four-byte codes below U+10000
constexpr std::uint32_t first_beyond = 189'000;  // that of U+10000
constexpr std::uint32_t codes_beyond = 0x10'0000;

bool is_lead(std::uint8_t byte) {
  return byte >= 0x81 && byte <= 0xFE;
}
bool is_four_byte_digit(std::uint8_t byte) {
  return byte >= '0' && byte <= '9';
}

/// The table of assets/gb18030, laid out as make.mjs says.
class Table {
 public:
  Table() : bytes_(asset("gb18030/table.bin")) {}

  bool usable() const { return bytes_.size() > 2 * two_byte_codes + range_size; }

  char32_t two_bytes(std::uint32_t index) const {
    return (static_cast<char32_t>(at(index)) << 8) | at(two_byte_codes + index);
  }

  char32_t four_bytes(std::uint32_t index) const {
    if (index >= first_beyond && index < first_beyond + codes_beyond) return 0x10000 + (index - first_beyond);
    if (index >= basic_codes) return 0;
    // The last range that begins at or before the index.
    std::size_t low = 0;
    std::size_t high = (bytes_.size() - 2 * two_byte_codes) / range_size;
    while (high - low > 1) {
      const std::size_t middle = (low + high) / 2;
      (number(middle * 2) <= index ? low : high) = middle;
    }
    return number(low * 2 + 1) + (index - number(low * 2));
  }

 private:
  static constexpr std::size_t range_size = 4;

  std::uint8_t at(std::size_t index) const { return static_cast<std::uint8_t>(bytes_[index]); }
  std::uint32_t number(std::size_t index) const {
    const std::size_t start = 2 * two_byte_codes + index * 2;
    return at(start) | (static_cast<std::uint32_t>(at(start + 1)) << 8);
  }

  std::string_view bytes_;
};

/// The character at the start of `bytes` and its size; value 0 where there is none.
CodePoint character_at(const Table& table, std::span<const std::uint8_t> bytes) {
  const std::uint8_t lead = bytes[0];
  if (lead == 0x80) return {U'€', 1};
  if (!is_lead(lead) || bytes.size() < 2) return {};
  const std::uint8_t second = bytes[1];
  if (is_four_byte_digit(second)) {
    if (bytes.size() < 4 || !is_lead(bytes[2]) || !is_four_byte_digit(bytes[3])) return {};
    const std::uint32_t index =
        ((lead - 0x81u) * 10 + (second - 0x30u)) * 1260 + (bytes[2] - 0x81u) * 10 + (bytes[3] - 0x30u);
    return {table.four_bytes(index), 4};
  }
  if (second < 0x40 || second == 0x7F || second == 0xFF) return {};
  const std::uint32_t trail = second - (second < 0x7F ? 0x40u : 0x41u);
  return {table.two_bytes((lead - 0x81u) * trails + trail), 2};
}

}  // namespace

Result<std::string> decode_gb18030(std::span<const std::uint8_t> bytes) {
  const Table table;
  if (!table.usable()) return Error{"text.encoding", {}, 0, "GB18030"};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes[at] < 0x80) {
      text.push_back(static_cast<char>(bytes[at++]));
      continue;
    }
    const CodePoint next = character_at(table, bytes.subspan(at));
    if (next.value == 0) return Error{"text.encoding", {}, at, "GB18030"};
    append_utf8(text, next.value);
    at += next.size;
  }
  return text;
}

}  // namespace mingzhang
