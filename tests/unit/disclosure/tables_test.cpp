// Tables of known shapes: what each head makes of its column.
#include "flat.h"
#include "support.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("assets: the first row without a label is the total, the date gives the year") {
  const Reading reading = read_with("固定资产情况\n\n截止时间：2019年12月31日\n",
                                    {{"项   目", "数  量", "价值\n（金额单位：万元）"},
                                     {" ", "116", "172.2"},
                                     {"房屋及构建物（平方米）", "0", "0"},
                                     {"通用设备", "50", "49.36"},
                                     {"其中：汽车", "5", "107.89"},
                                     {"家具用具", "66", "14.95"},
                                     {"天文望远镜", "1", "3"}});
  CHECK(facts_of(reading) == Lines{"assets.total 2019 quantity 116 @table 0 0,1",
                                   "assets.total 2019 amount 172.2 万元 @table 0 0,2",
                                   "assets.buildings 2019 quantity 0 平方米 @table 0 1,1",
                                   "assets.buildings 2019 amount 0 万元 @table 0 1,2",
                                   "assets.general_equipment 2019 quantity 50 @table 0 2,1",
                                   "assets.general_equipment 2019 amount 49.36 万元 @table 0 2,2",
                                   "assets.vehicles 2019 quantity 5 @table 0 3,1",
                                   "assets.vehicles 2019 amount 107.89 万元 @table 0 3,2",
                                   "assets.furniture 2019 quantity 66 @table 0 4,1",
                                   "assets.furniture 2019 amount 14.95 万元 @table 0 4,2"});
  CHECK(unplaced_of(reading) == Lines{"1", "3"});
}

TEST_CASE("activities: amount, grades, and what is left blank or in words") {
  const Reading reading = read_with(
      "部门职责及工作活动绩效目标指标：\n",
      {{"临河县档案局", "单位：万元"},
       {"职责活动", "年度预算数", "内容描述", "绩效目标", "绩效指标", "评价标准"},
       {"", "", "", "", "", "优", "良", "中", "差"},
       {"档案保管", "20.00", "购置密集架12组。", "管好档案。", "完好率", "100%", "≥95%", "≥90%", "＜90%"},
       {"档案编研", "", "出书。", "编好史料。", "出版及时率", "90%", "≥85%", "较好", "＜80%"}});
  CHECK(facts_of(reading) ==
        Lines{"activity.budget <档案保管> 2020 amount 20.00 万元 @table 0 0,1",
              "grade.threshold <完好率> 2020 threshold 100 % level=excellent @table 0 0,5",
              "grade.threshold <完好率> 2020 threshold ≥95 % level=good @table 0 0,6",
              "grade.threshold <完好率> 2020 threshold ≥90 % level=fair @table 0 0,7",
              "grade.threshold <完好率> 2020 threshold <90 % level=poor @table 0 0,8",
              "grade.threshold <出版及时率> 2020 threshold 90 % level=excellent @table 0 1,5",
              "grade.threshold <出版及时率> 2020 threshold ≥85 % level=good @table 0 1,6",
              "grade.threshold <出版及时率> 2020 threshold <80 % level=poor @table 0 1,8"});
  const auto& activities = reading.disclosure.activities;
  REQUIRE(activities.size() == 2);
  CHECK(activities[0].budget == 0);
  CHECK(activities[1].name == "档案编研");
  CHECK(activities[1].budget == none);
  CHECK(activities[1].budget_cell.span.empty());
  CHECK(activities[1].grades[2] == none);
  CHECK(reading.document.words(activities[1].grade_cells[2].span) == "较好");
  CHECK(unplaced_of(reading) == Lines{"12"});
}

TEST_CASE("units of the body, empty rows passed over") {
  const Reading reading =
      read_with("部门机构设置情况\n", {{"单位名称", "单位性质", "单位规格", "经费保障形式"},
                                       {"", "", "", ""},
                                       {"临河县档案局", "行政", "正科级", "财政拨款"},
                                       {"", "", "", ""}});
  REQUIRE(reading.disclosure.organisation.size() == 1);
  CHECK(reading.disclosure.organisation[0].name == "临河县档案局");
  CHECK(reading.disclosure.organisation[0].rank == "正科级");
}

TEST_CASE("an unknown table's figures stay visible") {
  const Reading reading = read_with("食堂菜价\n", {{"菜名", "价格"}, {"豆腐", "3"}, {"青菜", "2"}});
  CHECK(facts_of(reading).empty());
  CHECK(unplaced_of(reading) == Lines{"3", "2"});
}
