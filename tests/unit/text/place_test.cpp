// The quick questions of the scanner against the plain ones: white space by bytes, sets of characters by
// table.
#include "text/place.h"

#include "text/character_set.h"

#include <string>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

constexpr CharacterSet some("0年、％≥");

TEST_CASE("white space and sets of characters are told alike for every character, both ways") {
  for (char32_t character = 0; character <= 0xFFFF; ++character) {
    if (character == 0xD800) character = 0xE000;
    std::string text;
    append_utf8(text, character);
    const std::size_t expected = is_space(character) ? text.size() : 0;
    const bool member = character == '0' || character == U'年' || character == U'、' || character == U'％' ||
                        character == U'≥';
    const bool agree = space_at(text, 0) == expected && space_before(text, text.size()) == expected &&
                       some.at(text, 0) == member && some.before(text, text.size()) == member;
    if (!agree) FAIL("character ", static_cast<unsigned>(character));
  }
}

TEST_CASE("spaces are passed within a line, and no further than asked") {
  CHECK(after_spaces(" 　\xC2\xA0万元", 0) == 6);
  CHECK(after_spaces("\t万元", 0) == 0);
  CHECK(before_spaces("约　 ", 7) == 3);
  CHECK(before_white_space("第\n　", 7) == 3);
  CHECK(after_line_break("\r\n 万元", 0) == 3);
  CHECK(after_line_break("\n\n万元", 0) == 1);
  CHECK(begins_line("一\n　 二", 8));
  CHECK_FALSE(begins_line("一 二", 4));
  CHECK(begins_line("二", 0));
}

}  // namespace
}  // namespace mingzhang
