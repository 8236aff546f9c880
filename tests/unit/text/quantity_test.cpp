// The scanner's figures: values, units, comparators, words that blur, and their places.
#include "text/quantity.h"

#include "support.h"

#include <string>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

using test::mentions_of;
using test::quantities_of;

TEST_CASE("figures with units as budgets print them") {
  CHECK(mentions_of("本年收入454.19万元，其他收入0万元。") == "[454.19万元: 454.19万元][0万元: 0万元]");
  CHECK(mentions_of("公务用车运行维护费 16.20 万元") == "[16.20万元: 16.20 万元]");
  CHECK(mentions_of("年末结转和结余10.56亿元") == "[10.56亿元: 10.56亿元]");
  CHECK(quantities_of("8亿元人民币") == "8亿元");
  CHECK(quantities_of("在职22人，机动车5辆，电话14部，设备50件") == "22人, 5辆, 14部, 50件");
  CHECK(quantities_of("3名 20人次 2台 4套 6次 7项 85平方米 9户 2期 3批次 4份 5处 6个 10天 3个月 2年") ==
        "3名, 20人次, 2台, 4套, 6次, 7项, 85平方米, 9户, 2期, 3批次, 4份, 5处, 6个, 10天, 3个月, 2年");
  CHECK(quantities_of("50㎡、0台（套）、30人（次）、30人/次、2批（次）") ==
        "50平方米, 0台, 30人次, 30人次, 2批次");
  CHECK(quantities_of("占61.07%，4.03 ％，提高12.3个百分点") == "61.07%, 4.03%, 12.3个百分点");
}

TEST_CASE("separators belong to a figure only before exactly three digits") {
  CHECK(quantities_of("1,234.50") == "1234.50");
  CHECK(quantities_of("31,744.20元") == "31744.20元");
  CHECK(quantities_of("5,806,105.16") == "5806105.16");
  CHECK(quantities_of("1,100万") == "1100万元");
  CHECK(quantities_of("各是4125.49,4143.91万元") == "4125.49, 4143.91万元");
  CHECK(quantities_of("4125.49，4143.91万元") == "4125.49, 4143.91万元");
  CHECK(quantities_of("12,34") == "12, 34");
  CHECK(quantities_of("1234,567") == "1234, 567");
  CHECK(quantities_of("1,2345") == "1, 2345");
}

TEST_CASE("full-width digits are digits") {
  CHECK(mentions_of("共１２３４．５０万元") == "[1234.50万元: １２３４．５０万元]");
  CHECK(quantities_of("１２人") == "12人");
}

TEST_CASE("decimals are kept as printed, and a stray point is none") {
  CHECK(quantities_of("0.00 83.00 83 275.7248") == "0.00, 83.00, 83, 275.7248");
  CHECK(mentions_of("共488.8.") == "[488.8: 488.8]");
  CHECK(mentions_of("共83。") == "[83: 83]");
}

TEST_CASE("figures that touch the next one") {
  CHECK(mentions_of("3541.07万元2") == "[3541.07万元: 3541.07万元][2: 2]");
  CHECK(mentions_of("共3541.07万元2人员经费") == "[3541.07万元: 3541.07万元][2: 2]");
  CHECK(mentions_of("123元1角1分整") == "[123.11元: 123元1角1分]");
  CHECK(quantities_of("5元3角") == "5.3元");
  CHECK(quantities_of("12元5分") == "12.05元");
  CHECK(quantities_of("1万2千元") == "12000元");
  CHECK(quantities_of("8亿3000万元") == "83000万元");
  CHECK(quantities_of("5万3") == "5万元, 3");
}

TEST_CASE("multipliers") {
  CHECK(quantities_of("3.5亿，200万，5千元，2千万元，3百万元，1万亿元") ==
        "3.5亿元, 200万元, 5千元, 2000万元, 3百万元, 10000亿元");
  CHECK(quantities_of("3.5万人") == "~35000人");
  CHECK(quantities_of("100万公里，3千瓦") == "1000000, 3");
  CHECK(quantities_of("200元/人") == "200");
}

TEST_CASE("a unit may stand on the next line, but only where nothing else can be meant") {
  CHECK(quantities_of("共83\n万元") == "83万元");
  CHECK(quantities_of("增长4.03\r\n%") == "4.03%");
  CHECK(quantities_of("50\n个人") == "50");
  CHECK(quantities_of("50\n\t万元") == "50");
  CHECK(quantities_of("50\t万元") == "50");
}

TEST_CASE("minus signs, but no dashes") {
  CHECK(quantities_of("-3.5%，−2，为－5万元") == "-3.5%, -2, -5万元");
  CHECK(mentions_of("减少-3.5%") == "[-3.5%: -3.5%]");
  CHECK(quantities_of("3%-5%") == "3%, 5%");
  CHECK(quantities_of("3-5人") == "3, 5人");
  CHECK(quantities_of("表1-2") == "2");
}

TEST_CASE("comparators before and behind") {
  CHECK(mentions_of("≧2次") == "[≥2次: ≧2次]");
  CHECK(quantities_of("≥95%、≦90%、＜90%、< 5次、＞3人、>=3项、<=4项、＞＝5件") ==
        "≥95%, ≤90%, <90%, <5次, >3人, ≥3项, ≤4项, ≥5件");
  CHECK(quantities_of("不低于90%，不少于 3 次，至少两次，不超过30万元，大于5次，小于等于2次") ==
        "≥90%, ≥3次, ≥2次, ≤30万元, >5次, ≤2次");
  CHECK(mentions_of("单价50万元以上的设备") == "[≥50万元: 50万元以上]");
  CHECK(quantities_of("100万元（含）以上，3天以内，5万元及以下，3年内") == "≥100万元, ≤3天, ≤5万元, ≤3年");
  CHECK(quantities_of("1 : 3") == "1, 3");
}

TEST_CASE("words of comparison in prose do not bound a figure that they do not touch") {
  CHECK(quantities_of("决算数大于预算数55.93万元") == "55.93万元");
  CHECK(quantities_of("会议支出不超当年度预算30万元") == "30万元");
}

TEST_CASE("words that blur a figure") {
  CHECK(quantities_of("约30万元，近三年，100余人，三十多名，5万元左右，5万余元，十几人") ==
        "~30万元, ~3年, ~100人, ~30名, ~5万元, ~5万元, ~10人");
  CHECK(quantities_of("三十几万元") == "~30万元");
  CHECK(quantities_of("超过8万元，不足5万元，近 20 万元，大约6次，30人上下") ==
        "~>8万元, ~<5万元, ~20万元, ~6次, ~30人");
  CHECK(quantities_of("节约30万元，合约5份，附近2处，结余10万元，5万元余额") ==
        "30万元, 5份, 2处, 10万元, 5万元");
}

TEST_CASE("figures in words count only with a unit directly behind them") {
  CHECK(mentions_of("设五个委室") == "[5个: 五个]");
  CHECK(quantities_of("十二人，一百零五件，两次，三万五千元，三十万元，一亿二千万元，二十名") ==
        "12人, 105件, 2次, 35000元, 30万元, 12000万元, 20名");
  CHECK(quantities_of("百分之八十，百分之80，百分之十二点") == "80%, 80%, 12%");
  CHECK(mentions_of("完成百分之八十") == "[80%: 百分之八十]");
}

TEST_CASE("numerals inside words are no figures") {
  for (const char* words :
       {"一般公共预算", "一些",     "“三公”经费", "一府两院",   "“四个一”督办",  "四个一",
        "七一",         "一是",     "统一",       "十分重要",   "万一",          "千方百计",
        "百姓",         "双一流",   "一次性补助", "一件事",     "三级",          "两学一做",
        "三查一评",     "每一项",   "另一个",     "单位：万元", "百万元",        "千元",
        "八项规定精神", "八项规定", "“三个代表”", "两个维护",   "一人一档",      "三四个",
        "二三产业",     "一部分",   "二十一部门", "五项目",     "一元化三项目标"}) {
    CAPTURE(words);
    CHECK(quantities_of(words) == "");
  }
}

TEST_CASE("words that begin like a unit") {
  CHECK(quantities_of("2人员经费 3部门 4项目支出 5个人和家庭 6名称 7元旦 8年度") == "2, 3, 4, 5, 6, 7, 8");
}

TEST_CASE("names with digits are no figures") {
  CHECK(mentions_of("A4纸、GB18030、W-08地块、5G基站、“123348”战略") == "");
  CHECK(quantities_of("“12”期") == "");
  CHECK(quantities_of("100m2") == "100平方米");
}

TEST_CASE("a run of digits too long for a figure is skipped as one") {
  CHECK(mentions_of("123456789012345") == "[123456789012345: 123456789012345]");
  CHECK(mentions_of("1234567890123456") == "");
  CHECK(mentions_of(std::string(400, '7') + "万元，5人") == "[5人: 5人]");
  CHECK(mentions_of("0." + std::string(400, '3')) == "");
}

TEST_CASE("spans count from the base, comparator to unit, digits alone") {
  const std::string text = "指标：≧2次。";
  std::vector<Mention> mentions;
  scan_mentions(text, 1000, mentions);
  REQUIRE(mentions.size() == 1);
  const Quantity& quantity = mentions[0].quantity;
  CHECK(quantity.span == Span{1009, 1016});
  CHECK(quantity.digits == Span{1012, 1013});
}

TEST_CASE("ill-formed bytes are stepped over") {
  CHECK(quantities_of("\xE4\xB8"
                      "5人\xFF\xFF"
                      "3万元\xE4") == "5人, 3万元");
  CHECK(mentions_of("\xEF\xBC") == "");
  CHECK(mentions_of("\xE4\xF8\x80 5人") == "[5人: 5人]");
  CHECK(mentions_of("5\xEF") == "[5: 5]");
}

TEST_CASE("units and their names") {
  CHECK(unit_named("万元") == Unit::ten_thousand_yuan);
  CHECK(unit_named("万") == Unit::ten_thousand_yuan);
  CHECK(unit_named(" 元 ") == Unit::yuan);
  CHECK(unit_named("亿元") == Unit::hundred_million_yuan);
  CHECK(unit_named("％") == Unit::percent);
  CHECK(unit_named("平方米") == Unit::square_metre);
  CHECK(unit_named("人") == Unit::person);
  for (const char* words : {"元/人", "", "预算", "万元整", "人员"}) {
    CAPTURE(words);
    CHECK(unit_named(words) == Unit::none);
  }
  for (int i = 0; i <= static_cast<int>(Unit::year); ++i) {
    const Unit unit = static_cast<Unit>(i);
    CHECK(unit_named(name_of(unit)) == unit);
  }
  CHECK(kind_of(Unit::ten_thousand_yuan) == UnitKind::money);
  CHECK(power_of(Unit::ten_thousand_yuan) == 4);
  CHECK(power_of(Unit::hundred_million_yuan) == 8);
  CHECK(power_of(Unit::person) == 0);
  CHECK(kind_of(Unit::percentage_point) == UnitKind::ratio);
}

}  // namespace
}  // namespace mingzhang
