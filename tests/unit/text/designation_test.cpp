// What looks like a figure and is none: years, dates, numbers of documents, telephones and lists.
#include "support.h"

#include <string>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

using test::mentions_of;

TEST_CASE("years in every way that they are printed") {
  CHECK(mentions_of("2020年") == "[year 2020: 2020年]");
  CHECK(mentions_of("2020年度部门预算") == "[year 2020: 2020年度]");
  CHECK(mentions_of("2020 年") == "[year 2020: 2020 年]");
  CHECK(mentions_of("２０２０年") == "[year 2020: ２０２０年]");
  CHECK(mentions_of("二〇二〇年") == "[year 2020: 二〇二〇年]");
  CHECK(mentions_of("二○二一年度") == "[year 2021: 二○二一年度]");
  CHECK(mentions_of("2017年初预算收入") == "[year 2017: 2017年]");
  CHECK(mentions_of("2018、2019年两年来") == "[year 2018: 2018][year 2019: 2019年][2年: 两年]");
  CHECK(mentions_of("2018-2020年") == "[year 2018: 2018][year 2020: 2020年]");
  CHECK(mentions_of("2018—2020 年") == "[year 2018: 2018][year 2020: 2020 年]");
  CHECK(mentions_of("2023\n年当年预算") == "[year 2023: 2023\n年]");
  CHECK(mentions_of("2025全年度") == "[year 2025: 2025]");
  CHECK(mentions_of("2025收支总预算") == "[year 2025: 2025]");
  CHECK(mentions_of("1.2020年部门预算") == "[ordinal: 1][year 2020: 2020年]");
}

TEST_CASE("a span of years is a quantity, a year-like amount too") {
  CHECK(mentions_of("3年，十年") == "[3年: 3年][10年: 十年]");
  CHECK(mentions_of("2020万元") == "[2020万元: 2020万元]");
  CHECK(mentions_of("2020.5万元") == "[2020.5万元: 2020.5万元]");
}

TEST_CASE("dates") {
  CHECK(mentions_of("截止2019年12月31日") == "[date 2019-12-31: 2019年12月31日]");
  CHECK(mentions_of("2019 年 12 月") == "[date 2019-12-0: 2019 年 12 月]");
  CHECK(mentions_of("二〇一九年十二月三十一日") == "[date 2019-12-31: 二〇一九年十二月三十一日]");
  CHECK(mentions_of("12月31日") == "[date 0-12-31: 12月31日]");
  CHECK(mentions_of("2019-12-31") == "[date 2019-12-31: 2019-12-31]");
  CHECK(mentions_of("2019.12.31") == "[date 2019-12-31: 2019.12.31]");
  CHECK(mentions_of("10-12月") == "[date 0-10-0: 10][date 0-12-0: 12月]");
}

TEST_CASE("numbers of documents") {
  CHECK(mentions_of("（冀财预〔2016〕129号）") == "[document: 冀财预〔2016〕129号]");
  CHECK(mentions_of("[2016]29号") == "[document: [2016]29号]");
  CHECK(mentions_of("财库﹝2020﹞46号") == "[document: 财库﹝2020﹞46号]");
  CHECK(mentions_of("国办发(2016)13号") == "[document: 国办发(2016)13号]");
  CHECK(mentions_of("冀财预【2016】129号") == "[document: 冀财预【2016】129号]");
  CHECK(mentions_of("苏财预 „2018‟13 号") == "[document: „2018‟13 号]");
  CHECK(mentions_of("中央18号文件") == "[document: 18号]");
  CHECK(mentions_of("2020年第46号令") == "[year 2020: 2020年][document: 第46号]");
}

TEST_CASE("telephones are told by their form or by the word before them") {
  CHECK(mentions_of("0315-4612345") == "[telephone: 0315-4612345]");
  CHECK(mentions_of("（0315）4612345") == "[telephone: 0315）4612345]");
  CHECK(mentions_of("021-52564588-7311") == "[telephone: 021-52564588-7311]");
  CHECK(mentions_of("400-810-1234") == "[telephone: 400-810-1234]");
  CHECK(mentions_of("13800000000") == "[telephone: 13800000000]");
  CHECK(mentions_of("项目负责人及电话\n\t某某  4612345") == "[telephone: 4612345]");
  CHECK(mentions_of("电话：4612345、4612346") == "[telephone: 4612345][telephone: 4612346]");
  CHECK(mentions_of("12345热线") == "[telephone: 12345]");
}

TEST_CASE("amounts of as many digits stay amounts") {
  CHECK(mentions_of("45412345") == "[45412345: 45412345]");
  CHECK(mentions_of("人员经费 4541234.00") == "[4541234.00: 4541234.00]");
  CHECK(mentions_of("电话费4541234元") == "[4541234元: 4541234元]");
  CHECK(mentions_of("电话14部") == "[14部: 14部]");
  CHECK(mentions_of("2010101") == "[2010101: 2010101]");
  CHECK(mentions_of("30101 基本工资") == "[30101: 30101]");
}

TEST_CASE("ordinals") {
  CHECK(mentions_of("第四次会议，第一部分，第3条") == "[ordinal: 第四次][ordinal: 第一部分][ordinal: 第3条]");
  CHECK(mentions_of("党的十九大，十六届人大四次会议") == "[ordinal: 十九大][ordinal: 十六届][ordinal: 四次]");
  CHECK(mentions_of("第 十三次党代会，人代会一次") == "[ordinal: 第 十三次][ordinal: 一次]");
  CHECK(mentions_of("公开05表") == "[ordinal: 05表]");
  CHECK(mentions_of("召开四次会议") == "[4次: 四次]");
  CHECK(mentions_of("16届") == "[ordinal: 16届]");
  CHECK(mentions_of("司法（204类）（06款）行政运行（01项）") ==
        "[ordinal: 204类][ordinal: 06款][ordinal: 01项]");
  CHECK(mentions_of("见附件2和表3") == "[ordinal: 附件2][ordinal: 表3]");
  CHECK(mentions_of("人大代表217人，报表5份") == "[217人: 217人][5份: 5份]");
}

TEST_CASE("numbers of lists") {
  CHECK(mentions_of("一、部门概况\n（一）主要职责\n 1、负责\n2.协助\n3．办理\n（4）其他\n5)其他") ==
        "[ordinal: 一、][ordinal: （一）][ordinal: 1、][ordinal: 2.][ordinal: 3．][ordinal: （4）][ordinal: "
        "5)]");
  CHECK(mentions_of("其中：1、人员经费；2、公用经费") == "[ordinal: 1、][ordinal: 2、]");
  CHECK(mentions_of("83.\n") == "[83: 83]");
  CHECK(mentions_of("支出为\n83，其中") == "[83: 83]");
  CHECK(mentions_of("2.5万元") == "[2.5万元: 2.5万元]");
  CHECK(mentions_of("分别为：20、30万元") == "[20: 20][30万元: 30万元]");
  CHECK(mentions_of("1.2.3总则") == "[ordinal: 1.2.3]");
}

}  // namespace
}  // namespace mingzhang
