// Standard tables of other provinces' shapes: heads of several levels, two years, funds, lists.
#include "support.h"

#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// A web page with one table: `head` and `body` are rows of HTML.
Reading page_with(const std::string& title, const std::string& unit, const std::string& rows,
                  const char* name = "临河县档案局2023年部门预算") {
  return read_text("<html><body><h1>" + std::string(name) + "</h1><p>第二部分 部门预算表</p><p>" + title +
                   "</p><p>单位：" + unit + "</p><table>" + rows +
                   "</table><p>注：本表反映收支。</p></body></html>");
}

std::string row(const std::string& cells) {
  return "<tr>" + cells + "</tr>";
}

/// th("合计"), th("本年支出", 3) over three columns, th("科目名称", 1, 2) over two rows.
std::string th(const char* words, int columns = 1, int rows = 1) {
  return "<th colspan=" + std::to_string(columns) + " rowspan=" + std::to_string(rows) + ">" + words +
         "</th>";
}

std::string tds(std::initializer_list<const char*> words) {
  std::string cells;
  for (const char* each : words)
    cells += std::string("<td>") + each + "</td>";
  return row(cells);
}

}  // namespace

TEST_CASE("last year's execution, this year's budget and the change between them") {
  const Reading reading =
      page_with("一般公共预算支出表", "万元",
                row(th("功能分类科目", 2) + th("2022年执行数", 1, 2) + th("2023年预算数", 3) +
                    th("2023年预算数比2022年执行数", 2)) +
                    row(th("科目编码") + th("科目名称") + th("小计") + th("基本支出") + th("项目支出") +
                        th("增减额") + th("增减%")) +
                    tds({"206", "科学技术支出", "90.00", "80.00", "60.00", "20.00", "-10.00", "-11.11"}) +
                    tds({"合计", "", "90.00", "80.00", "60.00", "20.00", "-10.00", "-11.11"}));
  CHECK(without_places(reading) ==
        Lines{"function.206 <科学技术支出> general_public stage=execution 2022 amount 90.00 万元",
              "function.206 <科学技术支出> general_public 2023 amount 80.00 万元",
              "function.206 <科学技术支出> general_public part=basic 2023 amount 60.00 万元",
              "function.206 <科学技术支出> general_public part=project 2023 amount 20.00 万元",
              "function.206 <科学技术支出> general_public 2023 change -10.00 万元 (execution)",
              "function.206 <科学技术支出> general_public 2023 rate -11.11 % (execution)",
              "expenditure.total general_public stage=execution 2022 amount 90.00 万元",
              "expenditure.total general_public 2023 amount 80.00 万元",
              "expenditure.basic general_public 2023 amount 60.00 万元",
              "expenditure.project general_public 2023 amount 20.00 万元",
              "expenditure.total general_public 2023 change -10.00 万元 (execution)",
              "expenditure.total general_public 2023 rate -11.11 % (execution)"});
  CHECK(unplaced_of(reading).empty());
}

TEST_CASE("basic expenditure in three columns beside projects") {
  const Reading reading = page_with("支出总表", "元",
                                    row(th("科目编码", 1, 2) + th("科目名称", 1, 2) + th("合计", 1, 2) +
                                        th("基本支出", 3) + th("项目支出", 1, 2)) +
                                        row(th("小计") + th("人员经费") + th("公用经费")) +
                                        tds({"20126", "档案事务", "100", "70", "60", "10", "30"}) +
                                        tds({"", "合计", "100", "70", "60", "10", "30"}));
  CHECK(without_places(reading) ==
        Lines{"function.20126 <档案事务> 2023 amount 100 元",
              "function.20126 <档案事务> part=basic 2023 amount 70 元",
              "function.20126 <档案事务> part=personnel 2023 amount 60 元",
              "function.20126 <档案事务> part=operating 2023 amount 10 元",
              "function.20126 <档案事务> part=project 2023 amount 30 元",
              "expenditure.total 2023 amount 100 元", "expenditure.basic 2023 amount 70 元",
              "expenditure.personnel 2023 amount 60 元", "expenditure.operating 2023 amount 10 元",
              "expenditure.project 2023 amount 30 元"});
}

TEST_CASE("income by unit, this year's and what is carried over") {
  const Reading reading =
      page_with("收入总表", "万元",
                row(th("部门（单位）代码", 1, 2) + th("部门（单位）名称", 1, 2) + th("合计", 1, 2) +
                    th("本年收入", 3) + th("上年结转结余", 2)) +
                    row(th("小计") + th("一般公共预算") + th("事业收入") + th("小计") + th("一般公共预算")) +
                    tds({"", "合计", "110", "100", "90", "10", "10", "10"}) +
                    tds({"208001", "临河县档案馆", "110", "100", "90", "10", "10", "10"}));
  CHECK(without_places(reading) ==
        Lines{"grand.total 2023 amount 110 万元", "revenue.total 2023 amount 100 万元",
              "revenue.general_public 2023 amount 90 万元", "revenue.institutional 2023 amount 10 万元",
              "revenue.carryover 2023 amount 10 万元",
              "revenue.carryover general_public 2023 amount 10 万元"});
}

TEST_CASE("appropriations, with carry-over and by fund") {
  const Reading reading =
      page_with("财政拨款收支总表", "万元",
                row(th("收入", 2) + th("支出", 4)) +
                    row(th("项目") + th("预算数") + th("项目") + th("合计") + th("一般公共预算") +
                        th("政府性基金预算")) +
                    tds({"一、本年收入", "100", "一、本年支出", "108", "98", "10"}) +
                    tds({"（一）一般公共预算拨款", "90", "（一）一般公共服务支出", "98", "98", ""}) +
                    tds({"（二）政府性基金预算拨款", "10", "（二）城乡社区支出", "10", "", "10"}) +
                    tds({"二、上年结转", "8", "二、结转下年", "0", "", ""}) +
                    tds({"（一）一般公共预算拨款", "8", "", "", "", ""}) +
                    tds({"收入总计", "108", "支出总计", "108", "98", "10"}));
  CHECK(without_places(reading) ==
        Lines{"revenue.fiscal 2023 amount 100 万元", "expenditure.total fiscal 2023 amount 108 万元",
              "expenditure.total general_public 2023 amount 98 万元",
              "expenditure.total government_fund 2023 amount 10 万元",
              "revenue.general_public 2023 amount 90 万元",
              "function.201 <一般公共服务支出> fiscal 2023 amount 98 万元",
              "function.201 <一般公共服务支出> general_public 2023 amount 98 万元",
              "revenue.government_fund 2023 amount 10 万元",
              "function.212 <城乡社区支出> fiscal 2023 amount 10 万元",
              "function.212 <城乡社区支出> government_fund 2023 amount 10 万元",
              "revenue.carryover fiscal 2023 amount 8 万元",
              "expenditure.carryover fiscal 2023 amount 0 万元",
              "revenue.carryover general_public 2023 amount 8 万元", "fiscal.total 2023 amount 108 万元",
              "fiscal.total 2023 amount 108 万元", "grand.total general_public 2023 amount 98 万元",
              "grand.total government_fund 2023 amount 10 万元"});
}

TEST_CASE("receipts, expenditure and balances of a fund") {
  const Reading reading = page_with(
      "政府性基金预算财政拨款收入支出决算表", "万元",
      row(th("项目", 2) + th("年初结转和结余", 1, 2) + th("本年收入", 1, 2) + th("本年支出", 3) +
          th("年末结转和结余", 1, 2)) +
          row(th("功能分类科目编码") + th("科目名称") + th("小计") + th("基本支出") + th("项目支出")) +
          tds({"栏次", "", "1", "2", "3", "4", "5", "6"}) +
          tds({"", "合计", "3", "10", "11", "0", "11", "2"}) +
          tds({"212", "城乡社区支出", "3", "10", "11", "0", "11", "2"}),
      "临河县档案局2023年度部门决算");
  CHECK(without_places(reading) ==
        Lines{"revenue.carryover government_fund stage=final 2023 amount 3 万元",
              "revenue.government_fund stage=final 2023 amount 10 万元",
              "expenditure.total government_fund stage=final 2023 amount 11 万元",
              "expenditure.basic government_fund stage=final 2023 amount 0 万元",
              "expenditure.project government_fund stage=final 2023 amount 11 万元",
              "expenditure.carryover government_fund stage=final 2023 amount 2 万元",
              "revenue.carryover <城乡社区支出> government_fund stage=final 2023 amount 3 万元",
              "revenue.government_fund <城乡社区支出> stage=final 2023 amount 10 万元",
              "function.212 <城乡社区支出> government_fund stage=final 2023 amount 11 万元",
              "function.212 <城乡社区支出> government_fund part=basic stage=final 2023 amount 0 万元",
              "function.212 <城乡社区支出> government_fund part=project stage=final 2023 amount 11 万元",
              "expenditure.carryover <城乡社区支出> government_fund stage=final 2023 amount 2 万元"});
}

TEST_CASE("the three public expenses with meetings and training across, and two years") {
  const Reading reading =
      page_with("一般公共预算“三公”经费、会议费、培训费支出预算表", "万元",
                row(th("合计", 1, 3) + th("“三公”经费", 6) + th("会议费", 1, 3) + th("培训费", 1, 3)) +
                    row(th("小计", 1, 2) + th("因公出国（境）费", 1, 2) + th("公务用车购置及运行费", 3) +
                        th("公务接待费", 1, 2)) +
                    row(th("小计") + th("公务用车购置费") + th("公务用车运行费")) +
                    tds({"30", "20", "5", "12", "0", "12", "3", "6", "4"}));
  CHECK(without_places(reading) ==
        Lines{"three_public.with_meetings_training general_public 2023 amount 30 万元",
              "three_public.total general_public 2023 amount 20 万元",
              "three_public.abroad general_public 2023 amount 5 万元",
              "three_public.vehicles general_public 2023 amount 12 万元",
              "three_public.vehicle_purchase general_public 2023 amount 0 万元",
              "three_public.vehicle_operation general_public 2023 amount 12 万元",
              "three_public.reception general_public 2023 amount 3 万元",
              "meetings general_public 2023 amount 6 万元", "training general_public 2023 amount 4 万元"});
}

TEST_CASE("an income list in groups, totals across, procurement as lines") {
  const Reading income = page_with(
      "收入预算总表", "万元",
      row(th("项目名称", 2) + th("金额")) + row("<td colspan=2>收入总计</td><td>120</td>") +
          row("<td rowspan=2>一般公共预算资金</td><td>小计</td><td>100</td>") +
          row("<td>公共财政拨款(补助)资金</td><td>100</td>") +
          row("<td rowspan=2>其他资金</td><td>小计</td><td>20</td>") + row("<td>事业收入</td><td>20</td>"));
  CHECK(without_places(income) ==
        Lines{"revenue.total 2023 amount 120 万元", "revenue.general_public 2023 amount 100 万元",
              "revenue.general_public 2023 amount 100 万元", "revenue.other_funds 2023 amount 20 万元",
              "revenue.institutional 2023 amount 20 万元"});
  const Reading across = page_with(
      "支出预算总表", "万元",
      row(th("合计") + th("基本支出") + th("项目支出") + th("单位预留机动经费") + th("结转下年资金")) +
          tds({"120", "80", "30", "10", ""}));
  CHECK(without_places(across) ==
        Lines{"expenditure.total 2023 amount 120 万元", "expenditure.basic 2023 amount 80 万元",
              "expenditure.project 2023 amount 30 万元", "expenditure.reserve 2023 amount 10 万元"});
  const Reading procurement = page_with(
      "2023年政府采购预算表", "万元",
      row(th("采购品目大类") + th("专项名称") + th("采购物品名称") + th("采购组织形式") + th("总计")) +
          tds({"合计", "", "", "", "26"}) + tds({"一、货物A", "", "", "", "20"}) +
          tds({"", "设备购置费", "", "", "20"}) + tds({"", "", "打印机", "分散采购", "20"}) +
          tds({"三、服务C", "", "", "", "6"}));
  CHECK(without_places(procurement) == Lines{"procurement.total 2023 amount 26 万元",
                                             "procurement.goods 2023 amount 20 万元",
                                             "procurement.services 2023 amount 6 万元"});
}

TEST_CASE("items by name alone, down the classification") {
  const Reading reading =
      page_with("支出决算表", "万元",
                row(th("科目名称") + th("本年支出合计") + th("基本支出") + th("项目支出")) +
                    tds({"一般公共服务支出", "30", "20", "10"}) + tds({"档案事务", "30", "20", "10"}) +
                    tds({"行政运行", "20", "20", ""}) + tds({"档案馆", "10", "", "10"}) +
                    tds({"住房保障支出", "5", "5", ""}) + tds({"合计", "35", "25", "10"}),
                "临河县档案局2023年度部门决算");
  const Lines facts = without_places(reading);
  REQUIRE(facts.size() == 15);
  CHECK(facts[3] == "function.20126 <档案事务> stage=final 2023 amount 30 万元");
  CHECK(facts[6] == "function.2012601 <行政运行> stage=final 2023 amount 20 万元");
  CHECK(facts[8] == "function.2012604 <档案馆> stage=final 2023 amount 10 万元");
  CHECK(facts[12] == "expenditure.total stage=final 2023 amount 35 万元");
}
