// GB18030, over the whole table: checksums of what Node.js decodes, printed by assets/gb18030/make.mjs.
#include "document/gb18030.h"

#include <vector>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

using Bytes = std::vector<std::uint8_t>;

std::uint64_t checksum(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

void append_four_bytes(Bytes& bytes, std::uint32_t index) {
  bytes.push_back(static_cast<std::uint8_t>(index / 12600 + 0x81));
  bytes.push_back(static_cast<std::uint8_t>(index / 1260 % 10 + 0x30));
  bytes.push_back(static_cast<std::uint8_t>(index / 10 % 126 + 0x81));
  bytes.push_back(static_cast<std::uint8_t>(index % 10 + 0x30));
}

std::string decoded(const Bytes& bytes) {
  const Result<std::string> text = decode_gb18030(bytes);
  REQUIRE(text.ok());
  return text.value();
}

std::uint64_t error_offset(const Bytes& bytes) {
  const Result<std::string> text = decode_gb18030(bytes);
  if (text.ok()) return Error::no_place;
  CHECK(text.error().code == "text.encoding");
  return text.error().offset;
}

TEST_CASE("every two-byte code decodes as in a browser") {
  Bytes bytes;
  for (std::uint32_t lead = 0x81; lead <= 0xFE; ++lead) {
    for (std::uint32_t trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail == 0x7F) continue;
      bytes.push_back(static_cast<std::uint8_t>(lead));
      bytes.push_back(static_cast<std::uint8_t>(trail));
    }
  }
  CHECK(checksum(decoded(bytes)) == 0x50b1266fd49a4c32u);
}

TEST_CASE("every four-byte code decodes as in a browser") {
  Bytes basic;
  for (std::uint32_t index = 0; index < 39'420; ++index)
    append_four_bytes(basic, index);
  CHECK(checksum(decoded(basic)) == 0xb1765545402a2682u);
  Bytes beyond;
  for (std::uint32_t index = 189'000; index < 189'000 + 0x10'0000; ++index)
    append_four_bytes(beyond, index);
  CHECK(checksum(decoded(beyond)) == 0xc21393b0353cbb25u);
}

TEST_CASE("known text") {
  CHECK(decoded({0xB2, 0xBF, 0xC3, 0xC5, 0xD4, 0xA4, 0xCB, 0xE3}) == "部门预算");
  CHECK(decoded({'2', '0', '2', '0', 0xC4, 0xEA}) == "2020年");
  CHECK(decoded({0xA1, 0xB2, 0xA3, 0xA8, 0xA3, 0xA5}) == "〔（％");
  CHECK(decoded({0xA1, 0xDD, 0xA1, 0xAE}) == "≥‘");
  CHECK(decoded({0x80, 0xA2, 0xE3}) == "€€");
  CHECK(decoded({0x81, 0x30, 0x81, 0x30}) == "\u0080");
  CHECK(decoded({0x95, 0x32, 0x82, 0x36}) == "𠀀");
  CHECK(decoded({0xE3, 0x32, 0x9A, 0x35}) == "\U0010FFFF");
  CHECK(decoded({}) == "");
}

TEST_CASE("what is no character is told with its place") {
  CHECK(error_offset({'1', 0xFF}) == 1);
  CHECK(error_offset({'1', '2', 0xB2}) == 2);
  CHECK(error_offset({0xB2, 0x20}) == 0);
  CHECK(error_offset({0xB2, 0x7F}) == 0);
  CHECK(error_offset({0xB2, 0xBF, 0x81, 0x30, 0x81}) == 2);
  CHECK(error_offset({0x81, 0x30, 0x20, 0x30}) == 0);
  CHECK(error_offset({0x84, 0x31, 0xA4, 0x40}) == 0);
  Bytes gap;
  append_four_bytes(gap, 39'420);
  CHECK(error_offset(gap) == 0);
}

}  // namespace
}  // namespace mingzhang
