// Sentences as provinces write them: the shape is theirs, bodies and figures are invented.
#include "support.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("completion with the budget's amount in it") {
  CHECK(
      final_facts("公务接待费支出决算为2.2万元，完成预算3万元的73.3%，比上年决算数增加0.2万元，增长10%。") ==
      Lines{"three_public.reception stage=final 2020 amount 2.2 万元",
            "three_public.reception stage=budget 2020 amount 3 万元",
            "three_public.reception 2020 completion 73.3 %",
            "three_public.reception stage=final 2020 change 0.2 万元 (final)",
            "three_public.reception 2020 rate 10 % (final)"});
  // Nothing to be completed: the change behind it is read all the same.
  CHECK(final_facts("因公出国（境）费支出决算为0万元，完成预算0万元的--%"
                    "（基数为0，不可比），比上年决算数增加0万元。") ==
        Lines{"three_public.abroad stage=final 2020 amount 0 万元",
              "three_public.abroad stage=budget 2020 amount 0 万元",
              "three_public.abroad stage=final 2020 change 0 万元 (final)"});
  CHECK(final_facts("“三公”经费支出决算为8万元，完成全年预算10万元的80%。") ==
        Lines{"three_public.total stage=final 2020 amount 8 万元",
              "three_public.total stage=adjusted 2020 amount 10 万元",
              "three_public.total 2020 completion 80 %"});
}

TEST_CASE("less than the year's own budget is no change between years") {
  CHECK(final_facts(
            "机关运行经费支出210万元，比年初预算数减少9万元，降低4.1%，比上年决算数减少12万元，降低5.4%。") ==
        Lines{"agency_operating.total stage=final 2020 amount 210 万元",
              "agency_operating.total stage=final 2020 change -12 万元 (final)",
              "agency_operating.total 2020 rate -5.4 % (final)"});
  CHECK(final_facts("公务接待费。2020年度决算数1万元，比2020年度年初预算数3万元减少2万元。") ==
        Lines{"three_public.reception stage=final 2020 amount 1 万元",
              "three_public.reception stage=budget 2020 amount 3 万元"});
  CHECK(statements_of(read_final("机关运行经费支出210万元，与年初预算数持平。")).empty());
}

TEST_CASE("the level with carry-over, told by its parts") {
  CHECK(budget_facts("收入预算为526.5万元，其中：上年结转收入6.5万元，本年收入520万元。") ==
        Lines{"grand.total 2020 amount 526.5 万元", "revenue.carryover 2020 amount 6.5 万元",
              "revenue.total 2020 amount 520 万元"});
  CHECK(budget_facts("收入预算为520万元，其中：上年结转收入0万元，本年收入520万元。") ==
        Lines{"revenue.total 2020 amount 520 万元", "revenue.carryover 2020 amount 0 万元",
              "revenue.total 2020 amount 520 万元"});
}

TEST_CASE("items in quotation marks, and items in a line of their own") {
  CHECK(final_facts("“林业和草原”（款）2020年度决算32万元。") ==
        Lines{"function.21302 <林业和草原> stage=final 2020 amount 32 万元"});
  const Reading reading = read_text(
      "临河县档案局2020年度部门决算\n\n一、支出情况\n1."
      "卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）\n\n"
      "    年初预算为5万元，支出决算为4万元，完成年初预算的80%。\n\n    支出决算为3万元。\n");
  CHECK(facts_of(reading) == Lines{"function.2101101 <行政单位医疗> stage=budget 2020 amount 5 万元 @一、1",
                                   "function.2101101 <行政单位医疗> stage=final 2020 amount 4 万元 @一、1",
                                   "function.2101101 <行政单位医疗> 2020 completion 80 % @一、1"});
}

TEST_CASE("one kind of vehicle that there is none of, and equipment that is to be bought") {
  CHECK(statements_of(read_final("共有车辆3辆，其中，应急保障用车3辆、其他用车0辆，其他用车主要是无。"))
            .empty());
  CHECK(budget_facts("单位价值100万元以上设备3台（套）。安排购置单位价值100万元以上设备2台（套）。") ==
        Lines{"equipment.large 2020 quantity 3 台"});
}

TEST_CASE("rows with bars between their cells; a column that names units and items") {
  const Reading reading = read_text(
      "临河县档案局2024年部门预算\n\n表1-2 部门支出总表\n单位：元\n"
      "| 类 | 款 | 项 | 单位代码 | 单位名称（科目） | 合计 | 基本支出 | 项目支出 |\n"
      "|----|----|----|----|----|----|----|----|\n"
      "| | | | | 合    计 | 9 | 5 | 4 |\n"
      "| | | | 101 | 临河县档案局 | 9 | 5 | 4 |\n"
      "| 201 | 26 | 01 | 101 | 行政运行 | 9 | 5 | 4 |\n");
  CHECK(without_places(reading) ==
        Lines{"expenditure.total 2024 amount 9 元", "expenditure.basic 2024 amount 5 元",
              "expenditure.project 2024 amount 4 元", "function.2012601 <行政运行> 2024 amount 9 元",
              "function.2012601 <行政运行> part=basic 2024 amount 5 元",
              "function.2012601 <行政运行> part=project 2024 amount 4 元"});
}

TEST_CASE("economic items in a table of basic expenditure: its total column is their total") {
  const Reading reading = read_text(
      "临河县档案局2024年部门预算\n\n一般公共预算基本支出表\n单位：元\n"
      "| 科目编码 | 科目名称 | 基本支出合计 | 人员经费 | 公用经费 |\n"
      "| 301 | 工资福利支出 | 5 | 5 | |\n"
      "| 302 | 商品和服务支出 | 4 | | 4 |\n"
      "| 合计 | | 9 | 5 | 4 |\n");
  CHECK(without_places(reading) ==
        Lines{"economic.301 <工资福利支出> general_public 2024 amount 5 元",
              "economic.301 <工资福利支出> general_public part=personnel 2024 amount 5 元",
              "economic.302 <商品和服务支出> general_public 2024 amount 4 元",
              "economic.302 <商品和服务支出> general_public part=operating 2024 amount 4 元",
              "expenditure.basic general_public 2024 amount 9 元",
              "expenditure.personnel general_public 2024 amount 5 元",
              "expenditure.operating general_public 2024 amount 4 元"});
}

TEST_CASE("其他支出 is a class below other classes; the title's scope is narrower than 财政拨款 in a head") {
  const Reading reading = read_text(
      "临河县档案局2024年部门预算\n\n收支总表\n单位：万元\n"
      "| 收入项目 | 预算数 | 支出项目 | 预算数 |\n"
      "| 一、一般公共预算拨款收入 | 9 | 一、一般公共服务支出 | 8 |\n"
      "| 二、其他收入 | 0 | 二、其他支出 | 1 |\n"
      "| 收入总计 | 9 | 支出总计 | 9 |\n");
  const Lines lines = without_places(reading);
  CHECK(std::find(lines.begin(), lines.end(), "function.229 <其他支出> 2024 amount 1 万元") != lines.end());
  const Reading publics = read_text(
      "临河县档案局2024年部门预算\n\n一般公共预算“三公”经费支出表\n单位：万元\n"
      "| 单位名称 | 财政拨款合计 | 因公出国（境）费 | 公务用车购置及运行费 | 公务接待费 |\n"
      "| 合计 | 9 | 0 | 8 | 1 |\n");
  CHECK(without_places(publics) == Lines{"three_public.total general_public 2024 amount 9 万元",
                                         "three_public.abroad general_public 2024 amount 0 万元",
                                         "three_public.vehicles general_public 2024 amount 8 万元",
                                         "three_public.reception general_public 2024 amount 1 万元"});
}

TEST_CASE("one total of income by source: each column is a source, not the whole once more") {
  const Reading reading = read_text(
      "临河县档案局2024年部门预算\n\n部门收入总表\n单位：万元\n"
      "| 项目 | 合计 | 财政拨款收入 | 事业收入 |\n"
      "| 一、本年收入 | 9 | 8 | 1 |\n"
      "| 收入总计 | 9 | 8 | 1 |\n");
  CHECK(without_places(reading) == Lines{"revenue.total 2024 amount 9 万元",
                                         "revenue.fiscal 2024 amount 8 万元",
                                         "revenue.institutional 2024 amount 1 万元"});
}
