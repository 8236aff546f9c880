// Numbers by which a person can be reached or known go; figures, years and document numbers stay; no offset
// moves.
#include "report/personal_numbers.h"

#include "document/reader.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::string masked(std::string_view text) {
  return without_numbers(text, personal_numbers(text));
}

}  // namespace

TEST_CASE("telephones, identity and bank card numbers are left out") {
  CHECK(masked("联系电话：0315-4612345。") == "联系电话：****-*******。");
  CHECK(masked("手机13912345678转") == "手机***********转");
  CHECK(masked("身份证11010519491231002X号") == "身份证******************号");
  CHECK(masked("账号6222021234567890128。").find("62220") == std::string::npos);
}

TEST_CASE("figures, years and document numbers stay") {
  for (const char* text : {"本年收入454.19万元，2020年", "冀财预〔2016〕129号", "31,744.20万元", "2020-12-31",
                           "共12345678901.25元"})
    CHECK(masked(text) == text);
}

TEST_CASE("the text keeps its length, byte for byte") {
  const std::string text = "电话：０３１５－４６１２３４５，联系人：某某";
  const std::string out = masked(text);
  CHECK(out.size() == text.size());
  CHECK(out.find("４６１２３４５") == std::string::npos);
  CHECK(out.find("联系人：某某") != std::string::npos);
}

TEST_CASE("a text without such numbers has none") {
  CHECK(personal_numbers("一般公共预算454.19万元").empty());
  CHECK(personal_numbers("").empty());
}

TEST_CASE("they are left out of laid-out text as it was published, too, where reports quote") {
  const std::string_view text =
      "临河县档案局2021年部门预算\n\n  联系人的手机是13800138000。\n\n        3\n\f\n  "
      "办公电话：0512-1234567。\n";
  auto read = read_document({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, "a.txt");
  REQUIRE(read.ok());
  Document& document = read.value();
  REQUIRE_FALSE(document.input.empty());
  leave_out_numbers(document);
  for (const std::string_view digits : {"13800", "38000", "1234567"}) {
    CHECK(document.text.find(digits) == std::string::npos);
    CHECK(document.input_text().find(digits) == std::string_view::npos);
  }
  CHECK(document.input_text().size() == text.size());
  CHECK(document.input_text().find("2021年") != std::string_view::npos);
}
