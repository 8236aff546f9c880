// Items of the classification named in words.
#include "flat.h"
#include "support.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("an item named down to its last level has its code") {
  CHECK(budget_facts("“一般公共服务支出（类）财政事务（款）行政运行（项）”16.18万元，主要用于日常开支。") ==
        Lines{"function.2010601 <行政运行> 2020 amount 16.18 万元"});
  CHECK(budget_facts("公共安全支出（204类）司法（06款）行政运行（01项）5万元。") ==
        Lines{"function.2040601 <行政运行> 2020 amount 5 万元"});
  CHECK(budget_facts("一般公共服务（类）支出7万元。") ==
        Lines{"function.201 <一般公共服务> 2020 amount 7 万元"});
  CHECK(budget_facts("社会保障和就业支出16万元，与上年相比增加1万元。") ==
        Lines{"function.208 <社会保障和就业支出> 2020 amount 16 万元",
              "function.208 <社会保障和就业支出> 2020 change 1 万元"});
}

TEST_CASE("an item in a sentence of its own is what the next ones speak of") {
  CHECK(
      final_facts(
          "社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）。主要用于：离退休人员支出。"
          "年初预算为28.11万元，支出决算为28.10万元，完成年初预算的99.96%。") ==
      Lines{"function.2080502 <事业单位离退休> stage=budget 2020 amount 28.11 万元",
            "function.2080502 <事业单位离退休> stage=final 2020 amount 28.10 万元",
            "function.2080502 <事业单位离退休> 2020 completion 99.96 %"});
}

TEST_CASE("names that lead to no single item") {
  CHECK(budget_facts("未来支出（类）星际事务（款）行政运行（项）5万元。") ==
        Lines{"function.unknown <行政运行> 2020 amount 5 万元"});
  CHECK(budget_facts("政协事务（款）行政运行（项）5万元。") ==
        Lines{"function.2010201 <行政运行> 2020 amount 5 万元"});
}

TEST_CASE("dashes between the names of classes") {
  CHECK(budget_facts("“卫生健康支出-行政事业单位医疗-事业单位医疗”科目31.42万元，主要用于缴费。") ==
        Lines{"function.2101102 <事业单位医疗> 2020 amount 31.42 万元"});
  CHECK(budget_facts("“住房保障支出（类)-住房改革支出（款）-购房补贴（项）”科目5万元。") ==
        Lines{"function.2210203 <购房补贴> 2020 amount 5 万元"});
}

TEST_CASE("a printed code goes before all names") {
  CHECK(budget_facts("2010301行政运行（项）5万元。") ==
        Lines{"function.2010301 <行政运行> 2020 amount 5 万元"});
}

TEST_CASE("the document's own tables say which item a name means") {
  const Reading reading = read_with(
      "住房保障支出（类）住房保障支出（款）住房公积金（项）8万元。星际事务（款）行政运行（项）7万元。\n\n支出"
      "预算总表\n\n单位：万元\n",
      {{"功能分类科目编码", "科目名称", "合计"},
       {"20177", "星际事务", "7"},
       {"2017701", "行政运行", "7"},
       {"221", "住房保障支出", "8"},
       {"22102", "住房改革支出", "8"},
       {"2210201", "住房公积金", "8"}});
  const Lines facts = facts_of(reading);
  REQUIRE(facts.size() == 7);
  CHECK(facts[0] == "function.2210201 <住房公积金> 2020 amount 8 万元 @一");
  CHECK(facts[1] == "function.2017701 <行政运行> 2020 amount 7 万元 @一");
  CHECK(facts[2] ==
        "function.20177 <星际事务> 2020 amount 7 万元 @table 0 0,2");  // no code of the classification
  CHECK(reading.disclosure.own_concepts.size() == 2);
}
