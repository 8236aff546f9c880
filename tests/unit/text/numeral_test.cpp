// Chinese numerals, all of them up to a hundred thousand, by writing each and reading it back.
#include "text/numeral.h"

#include "text/quantity.h"

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

std::string value_of(std::string_view words) {
  const std::optional<Decimal> value = parse_chinese_numeral(words);
  return value ? value->to_string() : "none";
}

constexpr std::string_view digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/// Up to 9999 as it is written; `inside` a larger numeral, where 十 is 一十.
std::string written_section(int number, bool inside) {
  std::string words;
  const int powers[] = {1000, 100, 10, 1};
  const std::string_view names[] = {"千", "百", "十", ""};
  bool gap = false;
  for (int i = 0; i < 4; ++i) {
    const int digit = number / powers[i] % 10;
    if (digit == 0) {
      gap = !words.empty();
      continue;
    }
    if (gap) words += "零";
    gap = false;
    if (!(digit == 1 && i == 2 && words.empty() && !inside)) words += digits[digit];
    words += names[i];
  }
  return words;
}

std::string written(int number) {
  if (number < 10'000) return written_section(number, false);
  const int rest = number % 10'000;
  std::string words = written_section(number / 10'000, false) + "万";
  if (rest > 0 && rest < 1000) words += "零";
  return rest == 0 ? words : words + written_section(rest, true);
}

TEST_CASE("every numeral up to a hundred thousand is read as written") {
  for (int number = 1; number <= 100'000; ++number) {
    const std::string words = written(number);
    const std::optional<Decimal> value = parse_chinese_numeral(words);
    if (!value || *value != Decimal(number, 0)) FAIL(number, " as ", words);
  }
}

TEST_CASE("numerals as disclosures print them") {
  CHECK(value_of("十二") == "12");
  CHECK(value_of("一百零五") == "105");
  CHECK(value_of("二〇二〇") == "2020");
  CHECK(value_of("二○二一") == "2021");
  CHECK(value_of("二零二五") == "2025");
  CHECK(value_of("三万五千") == "35000");
  CHECK(value_of("三万五") == "35000");
  CHECK(value_of("一百五") == "150");
  CHECK(value_of("两") == "2");
  CHECK(value_of("两千三百万") == "23000000");
  CHECK(value_of("一亿两千万") == "120000000");
  CHECK(value_of("一亿零五") == "100000005");
  CHECK(value_of("一万亿") == "1000000000000");
  CHECK(value_of("壹佰贰拾叁") == "123");
  CHECK(value_of("零") == "0");
}

TEST_CASE("what is no numeral has no value") {
  for (const char* words : {"", "百", "千", "万", "亿", "百万", "千百", "一十百", "三四十", "十十", "一百百",
                            "一百零", "十年", "a", "1", "预算", "一百千", "十零"}) {
    CAPTURE(words);
    CHECK(value_of(words) == "none");
  }
}

TEST_CASE("runs of numerals end where other characters begin") {
  CHECK(numeral_end("一百零五人", 0) == 12);
  CHECK(numeral_end("人", 0) == 0);
  CHECK(is_positional_numeral("二〇二〇"));
  CHECK_FALSE(is_positional_numeral("二十"));
  CHECK_FALSE(is_positional_numeral("二"));
}

}  // namespace
}  // namespace mingzhang
