// UTF-8: what is well-formed and what is not, both ways, and the character classes.
#include "text/utf8.h"

#include "random.h"

#include <vector>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

TEST_CASE("every character decodes to itself, forwards and backwards") {
  for (char32_t character = 0; character <= 0x10FFFF; ++character) {
    if (character == 0xD800) character = 0xE000;
    std::string text;
    append_utf8(text, character);
    const CodePoint forwards = decode_utf8(text, 0);
    const CodePoint backwards = decode_utf8_before(text, text.size());
    if (forwards.value != character || forwards.size != text.size() || backwards.value != character ||
        backwards.size != text.size() || !is_valid_utf8(text)) {
      FAIL("character ", static_cast<unsigned>(character));
    }
  }
}

TEST_CASE("ill-formed bytes are told one by one") {
  const std::vector<std::string> broken = {
      "\x80",         "\xC0\xAF",     "\xC1\xBF",         "\xE0\x80\xAF",
      "\xED\xA0\x80", "\xE4\xB8",     "\xF0\x80\x80\x80", "\xFF",
      "\xE4",         "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80"};
  for (const std::string& bytes : broken) {
    CAPTURE(bytes);
    CHECK_FALSE(is_valid_utf8(bytes));
    CHECK_FALSE(is_valid_utf8("预算" + bytes));
    CHECK_FALSE(is_valid_utf8(bytes + "2020"));
    CHECK(decode_utf8(bytes, 0).value == 0xFFFD);
    CHECK(decode_utf8(bytes, 0).size == 1);
    CHECK(decode_utf8_before(bytes, bytes.size()).size == 1);
  }
  CHECK(is_valid_utf8("U+FFFD itself is a character: \xEF\xBF\xBD"));
}

TEST_CASE("runs of well-formed bytes end where decoding a character at a time first fails") {
  test::Random random(5);
  const std::vector<std::string> pieces = {"预算支出",
                                           "2020 budget, 12 characters",
                                           "é",
                                           "😀",
                                           "\xE0\xA4\xB9",
                                           "\xED\x9F\xBF",
                                           "\xE0\x80\xAF",
                                           "\xED\xA0\x80",
                                           "\xE4\xB8",
                                           "\x80",
                                           "\xFF"};
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::int64_t n = random.between(0, 8); n > 0; --n)
      text += pieces[static_cast<std::size_t>(random.between(0, random.between(0, 3) > 0 ? 5 : 10))];
    std::size_t at = 0;
    while (at < text.size()) {
      const CodePoint next = decode_rare_utf8(text, at);
      if (next.size == 1 && static_cast<unsigned char>(text[at]) >= 0x80) break;
      CHECK(decode_utf8(text, at).value == next.value);
      at += next.size;
    }
    CAPTURE(text);
    REQUIRE(well_formed_bytes(text) == at);
  }
}

TEST_CASE("there is nothing at the end, nor before the start") {
  CHECK(decode_utf8("预", 3).size == 0);
  CHECK(decode_utf8("", 0).size == 0);
  CHECK(decode_utf8_before("预", 0).size == 0);
}

TEST_CASE("spaces that office programs leave behind are trimmed") {
  CHECK(trimmed(" \t　项目支出\xC2\xA0\r\n\xEF\xBB\xBF") == "项目支出");
  CHECK(trimmed(" 　\n") == "");
  CHECK(without_spaces("项　 目 支\n出") == "项目支出");
  CHECK(folded("因公出国（境）费 ：１２．５％") == "因公出国(境)费:12.5%");
  CHECK(folded("“三公”经费") == "“三公”经费");
}

TEST_CASE("Han characters and widths") {
  for (const char32_t character : {U'一', U'预', U'龥', U'〇', U'㐀', U'𠀀'})
    CHECK(is_han(character));
  for (const char32_t character : {U'a', U'，', U'１', U'あ', U'“'})
    CHECK_FALSE(is_han(character));
  CHECK(display_width(U'a') == 1);
  CHECK(display_width(U'预') == 2);
  CHECK(display_width(U'，') == 2);
  CHECK(display_width(U'％') == 2);
  CHECK(display_width(U'“') == 1);
  CHECK(display_width(U'\u0301') == 0);
}

}  // namespace
}  // namespace mingzhang
