// Where a line of Chinese text with figures and Latin words in it may end, and where neighbours stand closer
// or wider than their own widths: no line begins with ，。、）” or ends with （“; a figure keeps its unit;
// words stay whole; a thin space parts Han from Latin and digits.
//
// Knows no font: what depends on one (is this “ as wide as a Han character?) is left to typesetting.h.
// Tested in tests/unit/app/line_breaking_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingzhang {

/// What stands between a character and the one before it.
enum class Joint : std::uint8_t {
  plain,
  thin_space,  // Han beside Latin or a digit, and no space printed
  squeezed,    // two punctuation marks whose blank halves meet
};

struct Character {
  char32_t value = 0;
  std::uint32_t offset = 0;  // in the text, bytes
  std::uint8_t size = 0;     // bytes
  Joint joint = Joint::plain;
  bool may_break = false;   // a line may begin here
  bool must_break = false;  // a line feed stands before it
  bool opening = false;     // its left half is blank where it is full-width
  bool closing = false;     // its right half is
  bool space = false;       // hangs at the end of a line
};

/// Every character but line feeds and carriage returns, in order.
std::vector<Character> characters_of(std::string_view text);

}  // namespace mingzhang
