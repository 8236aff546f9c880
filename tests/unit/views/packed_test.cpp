// What is packed comes back whole: the report of it is the same, byte for byte. And bytes that are no such
// pack are refused.
#include "views/packed.h"

#include "report/report.h"
#include "report/sha256.h"
#include "views/fields.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <assets/assets.h>
#include <doctest/doctest.h>

using namespace mingzhang;

// With a name: clang asks of a type without linkage that the conversion to it be defined.
namespace packed_test {

struct Inner {
  std::string words;
  std::array<int, 3> numbers = {1, 2, 3};
};
struct Several {
  int number = 0;
  Inner inner;
  std::vector<Inner> list;
  std::optional<Inner> perhaps;
};
struct One {
  std::string words;
};

}  // namespace packed_test

using namespace packed_test;

namespace {

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

TEST_CASE("the fields of a struct are counted and reached in order") {
  CHECK(fields_detail::count_fields<Inner>() == 2);
  CHECK(fields_detail::count_fields<Several>() == 4);
  CHECK(fields_detail::count_fields<One>() == 1);
  Inner inner;
  with_fields(inner, [](std::string& words, std::array<int, 3>& numbers) {
    words = "changed";
    numbers[2] = 7;
  });
  CHECK(inner.words == "changed");
  CHECK(inner.numbers[2] == 7);
}

TEST_CASE("an analysis that was packed gives the same report") {
  const auto knowledge = Knowledge::load();
  REQUIRE(knowledge.ok());
  const std::string_view sample = asset("samples/linhe-npc-2021-budget.txt");
  for (const std::string_view text : {sample, std::string_view("床前明月光\n疑是地上霜\n")}) {
    auto analysis = analyse(bytes_of(text), "名称.txt", knowledge.value());
    REQUIRE(analysis.ok());
    analysis.value().sha256 = sha256_of(bytes_of(text));
    const std::vector<std::uint8_t> bytes = packed(analysis.value());
    const std::optional<Analysis> back = unpacked(bytes);
    REQUIRE(back.has_value());
    const ReportOptions options{.format = ReportFormat::json};
    CHECK(write_report(*back, knowledge.value(), options) ==
          write_report(analysis.value(), knowledge.value(), options));
    CHECK(back->disclosure.activities.size() == analysis.value().disclosure.activities.size());
    CHECK(back->disclosure.statements.size() == analysis.value().disclosure.statements.size());
  }
}

TEST_CASE("bytes that are cut short, too long or of another build are refused") {
  const auto knowledge = Knowledge::load();
  REQUIRE(knowledge.ok());
  auto analysis =
      analyse(bytes_of("丁县档案馆2024年部门预算公开\n\n本年收入61.25万元。\n"), "a.txt", knowledge.value());
  REQUIRE(analysis.ok());
  std::vector<std::uint8_t> bytes = packed(analysis.value());
  for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 7)
    CHECK_FALSE(unpacked(std::span(bytes).first(size)).has_value());
  bytes.push_back(0);
  CHECK_FALSE(unpacked(bytes).has_value());
  bytes.pop_back();
  CHECK(unpacked(bytes).has_value());
  bytes[0] ^= 1;
  CHECK_FALSE(unpacked(bytes).has_value());
}
