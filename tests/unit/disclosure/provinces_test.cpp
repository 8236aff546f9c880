// Sentences as provinces write them: the shape is theirs, bodies and figures are invented.
#include "support.h"

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
