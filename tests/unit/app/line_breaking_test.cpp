// Where lines may end: each case is a text with | wherever a line may begin.
#include "app/line_breaking.h"

#include "text/utf8.h"

#include <string>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

std::string with_breaks(std::string_view text) {
  std::string out;
  for (const Character& character : characters_of(text)) {
    if (character.must_break) out += "/";
    if (character.may_break) out += "|";
    out += text.substr(character.offset, character.size);
  }
  return out;
}

Joint joint_before(std::string_view text, char32_t value) {
  for (const Character& character : characters_of(text)) {
    if (character.value == value) return character.joint;
  }
  return Joint::plain;
}

}  // namespace

TEST_CASE("Han characters may part; no line begins with a closing mark or ends with an opening one") {
  CHECK(with_breaks("收入，支出。") == "收|入，|支|出。");
  CHECK(with_breaks("见（下表）；") == "见|（下|表）；");
  CHECK(with_breaks("“三公”经费") == "“三|公”|经|费");
  CHECK(with_breaks("《会刊》、") == "《会|刊》、");
}

TEST_CASE("A figure keeps its sign, its digits and its unit") {
  CHECK(with_breaks("共454.19万元，") == "共|454.19万元，");
  CHECK(with_breaks("共 294.65 万元") == "共 |294.65 万元");
  CHECK(with_breaks("良≥95%中") == "良|≥95%|中");
  CHECK(with_breaks("增长8.04%。") == "增|长|8.04%。");
  CHECK(with_breaks("2020年度预算") == "2020年度|预|算");
  CHECK(with_breaks("提高3个百分点") == "提|高|3个百分点");
}

TEST_CASE("Latin words stay whole; formulas part behind an operator") {
  CHECK(with_breaks("a long word") == "a |long |word");
  CHECK(with_breaks("读UTF-8文本") == "读|UTF-8|文|本");
  CHECK(with_breaks("1 + 2 = 3") == "1 + |2 = |3");
}

TEST_CASE("Dashes and dots of an ellipsis are not parted") {
  CHECK(with_breaks("说——好") == "说——|好");
  CHECK(with_breaks("……其中") == "……|其|中");
}

TEST_CASE("A line feed ends a line, a carriage return before it is nothing") {
  CHECK(with_breaks("价值\r\n万元") == "价|值/万|元");
}

TEST_CASE("A thin space parts Han from Latin and digits, but not where a space is printed") {
  CHECK(joint_before("预算2020", U'2') == Joint::thin_space);
  CHECK(joint_before("50元", U'元') == Joint::thin_space);
  CHECK(joint_before("预算 2020", U'2') == Joint::plain);
  CHECK(joint_before("（2020", U'2') == Joint::plain);
}

TEST_CASE("Marks whose blank halves meet move together") {
  CHECK(joint_before("法》、及", U'、') == Joint::squeezed);
  CHECK(joint_before("：“一", U'“') == Joint::squeezed);
  CHECK(joint_before("一，二", U'，') == Joint::plain);
}

}  // namespace mingzhang
