// Telling encodings apart, and decoding each: one text in all of them.
#include "document/encoding.h"

#include "text/utf8.h"

#include <vector>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::string_view sample = "2020年度部门预算\r\n\t项目支出\t83.00万元，占18.27％。\n";
// The same in GB18030.
const Bytes sample_in_gb18030 = {'2',  '0',  '2',  '0',  0xC4, 0xEA, 0xB6, 0xC8, 0xB2, 0xBF, 0xC3, 0xC5, 0xD4,
                                 0xA4, 0xCB, 0xE3, '\r', '\n', '\t', 0xCF, 0xEE, 0xC4, 0xBF, 0xD6, 0xA7, 0xB3,
                                 0xF6, '\t', '8',  '3',  '.',  '0',  '0',  0xCD, 0xF2, 0xD4, 0xAA, 0xA3, 0xAC,
                                 0xD5, 0xBC, '1',  '8',  '.',  '2',  '7',  0xA3, 0xA5, 0xA1, 0xA3, '\n'};

Bytes bytes_of(std::string_view text) {
  return {text.begin(), text.end()};
}

Bytes in_utf16(std::string_view text, Encoding order, bool mark) {
  std::vector<std::uint32_t> units;
  if (mark) units.push_back(0xFEFF);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = decode_utf8(text, at);
    if (next.value >= 0x10000) {
      units.push_back(0xD800 + ((next.value - 0x10000) >> 10));
      units.push_back(0xDC00 + ((next.value - 0x10000) & 0x3FF));
    } else {
      units.push_back(next.value);
    }
    at += next.size;
  }
  Bytes bytes;
  for (const std::uint32_t unit : units) {
    const auto high = static_cast<std::uint8_t>(unit >> 8);
    const auto low = static_cast<std::uint8_t>(unit & 0xFF);
    const bool little = order == Encoding::utf16_little_endian;
    bytes.push_back(little ? low : high);
    bytes.push_back(little ? high : low);
  }
  return bytes;
}

std::string decoded(const Bytes& bytes) {
  const Result<std::string> text = decode_text(bytes);
  return text.ok() ? text.value() : "error " + text.error().code;
}

Error error_of(const Bytes& bytes) {
  Result<std::string> text = decode_text(bytes);
  REQUIRE_FALSE(text.ok());
  return text.error();
}

TEST_CASE("UTF-8 comes back byte for byte, its mark included") {
  CHECK(decoded(bytes_of(sample)) == sample);
  const std::string marked = "\xEF\xBB\xBF" + std::string(sample);
  CHECK(decoded(bytes_of(marked)) == marked);
  CHECK(decoded({}) == "");
  CHECK(decoded(bytes_of("plain ASCII\n")) == "plain ASCII\n");
}

TEST_CASE("UTF-16 is told by its mark, and without one by its bytes") {
  for (const Encoding order : {Encoding::utf16_little_endian, Encoding::utf16_big_endian}) {
    for (const bool mark : {true, false}) {
      CAPTURE(mark);
      const Bytes bytes = in_utf16(sample, order, mark);
      CHECK(encoding_of(bytes) == order);
      CHECK(decoded(bytes) == sample);
    }
    CHECK(decoded(in_utf16("临河县档案局部门预算公开情况说明与附表", order, false)) ==
          "临河县档案局部门预算公开情况说明与附表");
    CHECK(decoded(in_utf16("𠀀字", order, true)) == "𠀀字");
    CHECK(decoded(in_utf16("ASCII only, 454.19\n", order, false)) == "ASCII only, 454.19\n");
  }
}

TEST_CASE("GB18030 is what is left") {
  CHECK(encoding_of(sample_in_gb18030) == Encoding::gb18030);
  CHECK(decoded(sample_in_gb18030) == sample);
  // Only ideographs, an even number of bytes: no UTF-16.
  CHECK(decoded({0xB2, 0xBF, 0xC3, 0xC5, 0xD4, 0xA4, 0xCB, 0xE3}) == "部门预算");
}

TEST_CASE("a fault in UTF-8 is told, not turned into other characters") {
  Bytes bytes = bytes_of(sample);
  bytes[7] = 0xFF;  // the first byte of 度
  const Error error = error_of(bytes);
  CHECK(error.code == "text.encoding");
  CHECK(error.offset == 7);
  CHECK(error.detail == "UTF-8");
}

TEST_CASE("a text cut off within a character is told with the place") {
  Bytes utf8 = bytes_of("部门预算");
  utf8.pop_back();
  CHECK(error_of(utf8).offset == 9);
  Bytes gb18030 = sample_in_gb18030;
  gb18030.resize(gb18030.size() - 2);
  CHECK(error_of(gb18030).offset == gb18030.size() - 1);
  CHECK(error_of(gb18030).detail == "GB18030");
  Bytes utf16 = in_utf16(sample, Encoding::utf16_little_endian, true);
  utf16.pop_back();
  CHECK(error_of(utf16).offset == utf16.size() - 1);
  CHECK(error_of(utf16).detail == "UTF-16");
  Bytes half = in_utf16("预算𠀀", Encoding::utf16_big_endian, true);
  half.resize(half.size() - 2);
  CHECK(error_of(half).offset == 6);
}

TEST_CASE("binary data is refused") {
  Bytes noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 5000; ++i) {
    state = state * 1664525 + 1013904223;
    noise.push_back(static_cast<std::uint8_t>(state >> 24));
  }
  CHECK(error_of(noise).code == "file.binary");
  CHECK(error_of(Bytes(1000, 0)).code == "file.binary");
  CHECK(error_of({'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0}).code == "file.binary");
  Bytes marked = {0xFF, 0xFE};
  for (std::uint8_t i = 0; i < 100; ++i)
    marked.insert(marked.end(), {static_cast<std::uint8_t>(i % 8), 0});
  CHECK(error_of(marked).code == "file.binary");
}

TEST_CASE("page breaks and the end mark of old programs are no sign of binary data") {
  CHECK(decoded(bytes_of("第一页\f第二页\n\x1A")) == "第一页\f第二页\n\x1A");
  std::string long_text;
  for (int i = 0; i < 200; ++i)
    long_text += "预算";
  CHECK(decoded(bytes_of(long_text + "\x01")) == long_text + "\x01");
}

}  // namespace
}  // namespace mingzhang
