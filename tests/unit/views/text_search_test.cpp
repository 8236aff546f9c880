#include "views/text_search.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::vector<std::string> found(std::string_view words, std::string_view text) {
  std::vector<std::string> out;
  for (const Span place : places_of(words, text, 100))
    out.emplace_back(place.of(text));
  return out;
}
using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("every place is found, in order, none over another") {
  CHECK(found("支出", "本年支出，支出合计") == Words{"支出", "支出"});
  CHECK(found("aa", "aaaaa") == Words{"aa", "aa"});
  CHECK(found("支出合计", "支出合").empty());
  CHECK(places_of("支出", "支出支出支出", 2).size() == 2);
}

TEST_CASE("white space inside the words, theirs or the document's, does not matter") {
  CHECK(found("项目支出", "项 目\n支\t出 10") == Words{"项 目\n支\t出"});
  CHECK(found(" 454.19 万元 ", "454.19\n万元") == Words{"454.19\n万元"});
  CHECK(found("支出", " 支出") == Words{"支出"});
  CHECK(found("　 \n", "任何").empty());
  CHECK(found("", "任何").empty());
}

TEST_CASE("wide and narrow forms, capitals and small letters are the same") {
  CHECK(found("12%", "１２％") == Words{"１２％"});
  CHECK(found("（类）", "(类)") == Words{"(类)"});
  CHECK(found("pdf", "PDF文件") == Words{"PDF"});
  CHECK(found("-3", "−3") == Words{"−3"});
}

TEST_CASE("ill-formed bytes are passed over") {
  CHECK(found("支", "\xE6\x94\xFF支\x80") == Words{"支"});
  CHECK(found("\xFF", "支出").empty());
}
