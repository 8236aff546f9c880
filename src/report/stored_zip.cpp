// APPNOTE.TXT of PKWARE, 4.3: local headers with their files, then the central directory and its end. See
// stored_zip.h.
#include "report/stored_zip.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace mingzhang {
namespace {

constexpr std::uint32_t local_header = 0x04034B50, directory_header = 0x02014B50, directory_end = 0x06054B50;
constexpr std::uint16_t version = 20, names_in_utf8 = 1U << 11, stored = 0, midnight = 0;
constexpr std::uint16_t first_of_1980 = (1U << 5) | 1U;

std::uint32_t crc32(std::string_view bytes) {
  static constexpr auto table = [] {
    std::array<std::uint32_t, 256> made{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 8; ++bit)
        value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
      made[i] = value;
    }
    return made;
  }();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes)
    crc = table[(crc ^ static_cast<std::uint8_t>(byte)) & 0xFFU] ^ (crc >> 8U);
  return ~crc;
}

void put16(std::string& out, std::size_t value) {
  out += static_cast<char>(value & 0xFFU);
  out += static_cast<char>(value >> 8U & 0xFFU);
}
void put32(std::string& out, std::size_t value) {
  put16(out, value & 0xFFFFU);
  put16(out, value >> 16U & 0xFFFFU);
}

/// What stands in a local header and in the directory alike.
void put_entry(std::string& out, const std::string& name, const std::string& content) {
  put16(out, version);
  put16(out, names_in_utf8);
  put16(out, stored);
  put16(out, midnight);
  put16(out, first_of_1980);
  put32(out, crc32(content));
  put32(out, content.size());
  put32(out, content.size());
  put16(out, name.size());
  put16(out, 0);  // extra field
}

}  // namespace

std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out, directory;
  for (const auto& [name, content] : files) {
    put32(directory, directory_header);
    put16(directory, version);
    put_entry(directory, name, content);
    put16(directory, 0);           // comment
    put16(directory, 0);           // disk
    put16(directory, 0);           // internal attributes
    put32(directory, 0);           // external attributes
    put32(directory, out.size());  // where the local header stands
    directory += name;
    put32(out, local_header);
    put_entry(out, name, content);
    out += name;
    out += content;
  }
  const std::size_t start = out.size();
  out += directory;
  put32(out, directory_end);
  put16(out, 0);
  put16(out, 0);
  put16(out, files.size());
  put16(out, files.size());
  put32(out, directory.size());
  put32(out, start);
  put16(out, 0);
  return out;
}

}  // namespace mingzhang
