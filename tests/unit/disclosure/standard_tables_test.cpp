// The standard tables of budgets and final accounts.
#include "flat.h"
#include "support.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("expenditure by function: parts in columns, totals in a row") {
  const Reading reading = read_with("支出预算总表\n\n单位：万元\n",
                                    {{"功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出"},
                                     {"201", "一般公共服务支出", "90", "60", "30"},
                                     {"20106", "财政事务", "90", "60", "30"},
                                     {"2010601", "行政运行", "90", "60", "30"},
                                     {"", "合计", "90", "60", "30"}});
  CHECK(facts_of(reading) ==
        Lines{"function.201 <一般公共服务支出> 2020 amount 90 万元 @table 0 0,2",
              "function.201 <一般公共服务支出> part=basic 2020 amount 60 万元 @table 0 0,3",
              "function.201 <一般公共服务支出> part=project 2020 amount 30 万元 @table 0 0,4",
              "function.20106 <财政事务> 2020 amount 90 万元 @table 0 1,2",
              "function.20106 <财政事务> part=basic 2020 amount 60 万元 @table 0 1,3",
              "function.20106 <财政事务> part=project 2020 amount 30 万元 @table 0 1,4",
              "function.2010601 <行政运行> 2020 amount 90 万元 @table 0 2,2",
              "function.2010601 <行政运行> part=basic 2020 amount 60 万元 @table 0 2,3",
              "function.2010601 <行政运行> part=project 2020 amount 30 万元 @table 0 2,4",
              "expenditure.total 2020 amount 90 万元 @table 0 3,2",
              "expenditure.basic 2020 amount 60 万元 @table 0 3,3",
              "expenditure.project 2020 amount 30 万元 @table 0 3,4"});
  CHECK(unplaced_of(reading).empty());  // codes are no figures
}

TEST_CASE("codes in three columns, the title's scope") {
  const Reading reading = read_with("一般公共预算支出功能分类预算表\n\n单位：元\n",
                                    {{"类", "款", "项", "科目名称", "合计"},
                                     {"201", "", "", "一般公共服务支出", "1,000.50"},
                                     {"201", "06", "", "财政事务", "1,000.50"},
                                     {"201", "06", "01", "行政运行", "1,000.50"}});
  CHECK(facts_of(reading) ==
        Lines{"function.201 <一般公共服务支出> general_public 2020 amount 1000.50 元 @table 0 0,4",
              "function.20106 <财政事务> general_public 2020 amount 1000.50 元 @table 0 1,4",
              "function.2010601 <行政运行> general_public 2020 amount 1000.50 元 @table 0 2,4"});
}

TEST_CASE("basic expenditure by economic class") {
  const Reading reading = read_with("一般公共预算基本支出部门预算经济分类预算表\n\n单位：元\n",
                                    {{"经济分类科目编码", "经济分类科目名称", "合计", "人员经费", "公用经费"},
                                     {"302", "商品和服务支出", "500", "0", "500"},
                                     {"30217", "公务接待费", "95", "0", "95"},
                                     {"", "合计", "1500", "1000", "500"}});
  CHECK(facts_of(reading) ==
        Lines{"economic.302 <商品和服务支出> general_public 2020 amount 500 元 @table 0 0,2",
              "economic.302 <商品和服务支出> general_public part=personnel 2020 amount 0 元 @table 0 0,3",
              "economic.302 <商品和服务支出> general_public part=operating 2020 amount 500 元 @table 0 0,4",
              "economic.30217 <公务接待费> general_public 2020 amount 95 元 @table 0 1,2",
              "economic.30217 <公务接待费> general_public part=personnel 2020 amount 0 元 @table 0 1,3",
              "economic.30217 <公务接待费> general_public part=operating 2020 amount 95 元 @table 0 1,4",
              "expenditure.basic general_public 2020 amount 1500 元 @table 0 2,2",
              "expenditure.personnel general_public 2020 amount 1000 元 @table 0 2,3",
              "expenditure.operating general_public 2020 amount 500 元 @table 0 2,4"});
}

TEST_CASE("income by function names its source") {
  const Reading reading =
      read_with("收入预算总表\n\n单位：万元\n", {{"科目编码", "科目名称", "合计", "财政拨款收入", "事业收入"},
                                                 {"201", "一般公共服务支出", "90", "80", "10"},
                                                 {"", "合计", "90", "80", "10"}});
  CHECK(facts_of(reading) ==
        Lines{"revenue.total <一般公共服务支出> 2020 amount 90 万元 @table 0 0,2",
              "revenue.fiscal <一般公共服务支出> 2020 amount 80 万元 @table 0 0,3",
              "revenue.institutional <一般公共服务支出> 2020 amount 10 万元 @table 0 0,4",
              "revenue.total 2020 amount 90 万元 @table 0 1,2",
              "revenue.fiscal 2020 amount 80 万元 @table 0 1,3",
              "revenue.institutional 2020 amount 10 万元 @table 0 1,4"});
}

TEST_CASE("income and expenditure side by side, with two levels of totals") {
  const Reading reading = read_with("收入支出决算总表\n\n单位：万元\n",
                                    {{"收入", "", "支出", ""},
                                     {"项目", "决算数", "项目", "决算数"},
                                     {"一、一般公共预算财政拨款收入", "97", "一、一般公共服务支出", "98"},
                                     {"二、其他收入", "", "二、外交支出", ""},
                                     {"本年收入合计", "97", "本年支出合计", "98"},
                                     {"年初结转和结余", "2", "年末结转和结余", "1"},
                                     {"总计", "99", "总计", "99"}},
                                    "2020年度部门决算");
  CHECK(facts_of(reading) ==
        Lines{"revenue.general_public stage=final 2020 amount 97 万元 @table 0 1,1",
              "function.201 <一般公共服务支出> stage=final 2020 amount 98 万元 @table 0 1,3",
              "revenue.total stage=final 2020 amount 97 万元 @table 0 3,1",
              "expenditure.total stage=final 2020 amount 98 万元 @table 0 3,3",
              "revenue.carryover stage=final 2020 amount 2 万元 @table 0 4,1",
              "expenditure.carryover stage=final 2020 amount 1 万元 @table 0 4,3",
              "grand.total stage=final 2020 amount 99 万元 @table 0 5,1",
              "grand.total stage=final 2020 amount 99 万元 @table 0 5,3"});
}

TEST_CASE("the three public expenses across, with budget and final columns") {
  const Reading reading = read_with("财政拨款“三公”经费支出决算表\n\n单位：万元\n",
                                    {{"合计", "", "因公出国（境）费", "", "公务接待费", ""},
                                     {"预算数", "决算数", "预算数", "决算数", "预算数", "决算数"},
                                     {"2.85", "0.39", "0.00", "0.00", "2.85", "0.39"}},
                                    "2020年度部门决算");
  CHECK(facts_of(reading) ==
        Lines{"three_public.total fiscal stage=budget 2020 amount 2.85 万元 @table 0 1,0",
              "three_public.total fiscal stage=final 2020 amount 0.39 万元 @table 0 1,1",
              "three_public.abroad fiscal stage=budget 2020 amount 0.00 万元 @table 0 1,2",
              "three_public.abroad fiscal stage=final 2020 amount 0.00 万元 @table 0 1,3",
              "three_public.reception fiscal stage=budget 2020 amount 2.85 万元 @table 0 1,4",
              "three_public.reception fiscal stage=final 2020 amount 0.39 万元 @table 0 1,5"});
}

TEST_CASE("the three public expenses as a list") {
  const Reading reading =
      read_with("一般公共预算“三公”经费支出表\n\n单位：万元\n", {{"项目", "预算数"},
                                                                 {"合计", "5"},
                                                                 {"1、因公出国（境）费", "0"},
                                                                 {"2、公务接待费", "1"},
                                                                 {"3、公务用车购置及运行费", "4"},
                                                                 {"其中：（1）购置费", "0"},
                                                                 {"（2）运行费", "4"}});
  const Lines facts = facts_of(reading);
  REQUIRE(facts.size() == 6);
  CHECK(facts[0] == "three_public.total general_public 2020 amount 5 万元 @table 0 0,1");
  CHECK(facts[3] == "three_public.vehicles general_public 2020 amount 4 万元 @table 0 3,1");
  CHECK(facts[4] == "three_public.vehicle_purchase general_public 2020 amount 0 万元 @table 0 4,1");
  CHECK(facts[5] == "three_public.vehicle_operation general_public 2020 amount 4 万元 @table 0 5,1");
}
