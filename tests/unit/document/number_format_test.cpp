// Numbers as Excel shows them under its formats.
#include "document/xlsx/number_format.h"

#include "document/xlsx/digits.h"
#include "support.h"

using namespace mingzhang;

namespace {

std::string shown(std::string_view number, std::string_view code) {
  return NumberFormat(code).shown(number, false);
}

}  // namespace

TEST_CASE("General shows eleven characters at most, without binary remains") {
  CHECK(shown("454.19", "") == "454.19");
  CHECK(shown("454.19", "General") == "454.19");
  CHECK(shown("83", "") == "83");
  CHECK(shown("0.10000000000000001", "") == "0.1");
  CHECK(shown("294.64999999999998", "") == "294.65");
  CHECK(shown("1.2345E3", "") == "1234.5");
  CHECK(shown("1.0E-2", "") == "0.01");
  CHECK(shown("0.33333333333333331", "") == "0.333333333");
  CHECK(shown("-12.5", "") == "-12.5");
  CHECK(shown("123456789012", "") == "123456789012");
  CHECK(shown("1.4210854715202004E-14", "") == "0");
  CHECK(shown("123456.789012345", "") == "123456.789");
  CHECK(shown("99999999999.95", "") == "100000000000");
}

TEST_CASE("places behind the point, thousands, percent") {
  CHECK(shown("1234.5", "#,##0.00") == "1,234.50");
  CHECK(shown("1234567.891", "#,##0") == "1,234,568");
  CHECK(shown("83", "0.00") == "83.00");
  CHECK(shown("0", "0.00") == "0.00");
  CHECK(shown("0.5", "#.00") == ".50");
  CHECK(shown("2.5", "0") == "3");
  CHECK(shown("-2.5", "0") == "-3");
  CHECK(shown("1.005", "0.00") == "1.01");
  CHECK(shown("12.50", "0.##") == "12.5");
  CHECK(shown("12", "0.##") == "12.");
  CHECK(shown("0.6107", "0.00%") == "61.07%");
  CHECK(shown("1", "0%") == "100%");
  CHECK(shown("5", "000") == "005");
  CHECK(shown("1234", "0,000.0") == "1,234.0");
  CHECK(shown("12", "#,##0") == "12");
  CHECK(shown("999.995", "#,##0.00") == "1,000.00");
  CHECK(shown("0.004", "#,##0.00") == "0.00");
  CHECK(shown("-0.004", "0.00") == "0.00");
}

TEST_CASE("scaled by thousands, and by ten thousands as China does it") {
  CHECK(shown("1234567", "#,##0,") == "1,235");
  CHECK(shown("1234567", "0.00,,") == "1.23");
  CHECK(shown("12345678", "0!.0,\"万\"") == "1234.6万");
  CHECK(shown("12345678", "0\\.0,") == "1234.6");
  CHECK(shown("12345678", "0\".\"0,\"万元\"") == "1234.6万元");
}

TEST_CASE("sections by sign, and a minus for every negative number") {
  CHECK(shown("-12", "0.00_);[Red]\\(0.00\\)") == "-12.00");
  CHECK(shown("12", "0.00_);[Red]\\(0.00\\)") == "12.00");
  CHECK(shown("-12", "#,##0.00;[Red]#,##0.00") == "-12.00");
  CHECK(shown("-12", "#,##0.00;-#,##0.00") == "-12.00");
  CHECK(shown("0", "0.00;-0.00;\"-\"") == "-");
  CHECK(shown("0", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ") == "-");
  CHECK(shown("1234.5", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ") == "1,234.50");
  CHECK(shown("-1234.5", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ") == "-1,234.50");
  CHECK(shown("12", ";;;") == "");
  CHECK(shown("0", "0;-0;") == "");
  CHECK(shown("5", "[<1]0.00;0") == "5");
  CHECK(shown("0.5", "[<1]0.00;0") == "0.50");
  CHECK(shown("5000", "[>=10000]0.0,\"千\";[>=1000]0\"整\";0") == "5000整");
}

TEST_CASE("words and currencies around the number") {
  CHECK(shown("12", "0\"万元\"") == "12万元");
  CHECK(shown("12.5", "[$￥-804]#,##0.00") == "￥12.50");
  CHECK(shown("12.5", "\"￥\"#,##0.00") == "￥12.50");
  CHECK(shown("12", "General\"人\"") == "12人");
  CHECK(shown("12", "@") == "12");
  CHECK(shown("12", "≥0") == "≥12");
  CHECK(shown("3154612345", "0000-0000000") == "0315-4612345");
}

TEST_CASE("dates, from 1900 and from 1904") {
  CHECK(shown("44196", "yyyy\\-mm\\-dd") == "2020-12-31");
  CHECK(shown("44196", "yyyy\"年\"m\"月\"d\"日\"") == "2020年12月31日");
  CHECK(shown("44196", "[$-804]yyyy\"年\"m\"月\"d\"日\";@") == "2020年12月31日");
  CHECK(shown("44196", NumberFormat::built_in(31)) == "2020年12月31日");
  CHECK(shown("44196", NumberFormat::built_in(14)) == "2020/12/31");
  CHECK(shown("44196", "yyyy\"年\"m\"月\"") == "2020年12月");
  CHECK(NumberFormat("yyyy-m-d").shown("42734", true) == "2020-12-31");
  CHECK(shown("1", "yyyy-m-d") == "1900-1-1");
  CHECK(shown("59", "yyyy-m-d") == "1900-2-28");
  CHECK(shown("60", "yyyy-m-d") == "1900-2-29");
  CHECK(shown("61", "yyyy-m-d") == "1900-3-1");
  CHECK(shown("44196", "aaaa") == "星期四");
  CHECK(shown("44196.75", "h:mm") == "18:00");
  CHECK(shown("44196.75", "上午/下午h\"时\"mm\"分\"") == "下午6时00分");
  CHECK(shown("44196.75", "h:mm AM/PM") == "6:00 PM");
  CHECK(shown("1.5", "[h]:mm") == "36:00");
  CHECK(shown("44196.999999", "yyyy-mm-dd hh:mm:ss") == "2021-01-01 00:00:00");
  CHECK(shown("0.5", "mm:ss.0") == "00:00.0");
  CHECK(shown("2958465", "yyyy-m-d") == "9999-12-31");
  CHECK(shown("2958466", "yyyy-m-d") == "2958466");
  CHECK(shown("1E+15", "[h]:mm:ss.00") == "1000000000000000");
}

TEST_CASE("what is no number stays, and no format breaks it") {
  CHECK(shown("甲", "0.00") == "甲");
  CHECK(shown("", "0.00") == "");
  CHECK(shown("1E", "0") == "1E");
  CHECK(shown("1E999", "0") == "1E999");
  CHECK(shown("1E300", "#,##0").size() == 401);
  CHECK(shown("12", "\"").empty());
  CHECK(shown("12", "[") == "12");
  CHECK(shown("12", "\\") == "");
  CHECK(shown("12", "0" + std::string(100'000, '#')).size() == 512);
  CHECK(shown("12", "0." + std::string(100'000, '0')).size() == 33);
  CHECK(shown("1E-300", "0.00") == "0.00");
  CHECK_FALSE(parse_digits("1.2.3").has_value());
  CHECK_FALSE(parse_digits("-").has_value());
}
