// One small text for each wording rule, and the facts that it must give: no more, no less.
#include "support.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("a figure belongs to the label before it") {
  CHECK(budget_facts("本年收入100.50万元。") == Lines{"revenue.total 2020 amount 100.50 万元"});
  CHECK(budget_facts("本年支出：100.50万元。") == Lines{"expenditure.total 2020 amount 100.50 万元"});
  CHECK(budget_facts("2020年部门支出预算为8亿元。") == Lines{"expenditure.total 2020 amount 8 亿元"});
  CHECK(budget_facts("人员经费共计 60 万元。") == Lines{"expenditure.personnel 2020 amount 60 万元"});
  CHECK(budget_facts("公务用车购置为 0，与上年持平。") ==
        Lines{"three_public.vehicle_purchase 2020 amount 0"});
  CHECK(budget_facts("单位预留机动经费预算数为128.43万元。") ==
        Lines{"expenditure.reserve 2020 amount 128.43 万元"});
}

TEST_CASE("wordings are found in any brackets, quotation marks and over line breaks") {
  const Lines abroad{"three_public.abroad 2020 amount 3 万元"};
  CHECK(budget_facts("因公出国（境）费3万元。") == abroad);
  CHECK(budget_facts("因公出国(境)费用3万元。") == abroad);
  CHECK(budget_facts("因公出国3万元。") == abroad);
  const Lines total{"three_public.total 2020 amount 3 万元"};
  CHECK(budget_facts("“三公”经费预算数为3万元。") == total);
  CHECK(budget_facts("“三公经费”支出3万元。") == total);
  CHECK(budget_facts("三公经费合计支出3万元。") == total);
  CHECK(budget_facts("「三公」經費3万元。").empty());  // not among the wordings, so not guessed
}

TEST_CASE("unknown words between a label and a figure take it away") {
  const Reading reading = read_budget("人员经费主要保障在编职工30万元。中介机构服务费41万元。");
  CHECK(facts_of(reading).empty());
  CHECK(unplaced_of(reading) == Lines{"30万元", "41万元"});
}

TEST_CASE("words before a label make it another one") {
  CHECK(budget_facts("离退休人员公用经费5万元。").empty());
  CHECK(budget_facts("援外干部公务接待费5万元。").empty());
  CHECK(budget_facts("某县档案局公务接待费5万元。") == Lines{"three_public.reception 2020 amount 5 万元"});
  CHECK(budget_facts("人员经费和公用经费共90万元。").empty());
}

TEST_CASE("several figures in one list") {
  CHECK(budget_facts(
            "2020年部门支出预算为454.19万元，其中基本支出371.19万元，包括人员经费294.65 万元和日常公用经费"
            "76.54万元；项目支出83万元。") ==
        Lines{"expenditure.total 2020 amount 454.19 万元", "expenditure.basic 2020 amount 371.19 万元",
              "expenditure.personnel 2020 amount 294.65 万元", "expenditure.operating 2020 amount 76.54 万元",
              "expenditure.project 2020 amount 83 万元"});
  CHECK(
      budget_facts("2020年度政府采购支出预算总额12.76万元，其中：拟采购货物支出3.5万元、拟采购工程支出0万元、"
                   "拟购买服务支出9.26万元。") ==
      Lines{"procurement.total 2020 amount 12.76 万元", "procurement.goods 2020 amount 3.5 万元",
            "procurement.works 2020 amount 0 万元", "procurement.services 2020 amount 9.26 万元"});
}

TEST_CASE("short labels name a part only below their whole") {
  CHECK(budget_facts("公务用车购置及运行费20万元，其中：购置费12万元，运行费8万元。") ==
        Lines{"three_public.vehicles 2020 amount 20 万元",
              "three_public.vehicle_purchase 2020 amount 12 万元",
              "three_public.vehicle_operation 2020 amount 8 万元"});
  CHECK(budget_facts("设备购置费12万元，运行费8万元。").empty());
}

TEST_CASE("a list that goes on in the blocks below") {
  CHECK(budget_facts("某县档案局本年收入预算合计100万元，其中：\n\n一般公共预算收入99万元，占99%"
                     "；\n\n其他资金1万元，占1%。") ==
        Lines{"revenue.total 2020 amount 100 万元", "revenue.general_public 2020 amount 99 万元",
              "revenue.general_public 2020 share 99 % of=revenue.total",
              "revenue.other_funds 2020 amount 1 万元",
              "revenue.other_funds 2020 share 1 % of=revenue.total"});
}

TEST_CASE("last year's amount, the change and the rate") {
  CHECK(budget_facts("2020年部门预算较2019年预算420.38万元增长33.81万元。") ==
        Lines{"expenditure.total stage=budget 2019 amount 420.38 万元",
              "expenditure.total 2020 change 33.81 万元 (budget)"});
  CHECK(budget_facts("公务接待费5万元，比上年预算减少2万元，下降28.57%。") ==
        Lines{"three_public.reception 2020 amount 5 万元",
              "three_public.reception 2020 change -2 万元 (budget)",
              "three_public.reception 2020 rate -28.57 % (budget)"});
  CHECK(budget_facts("基本支出预算数为70万元。与上年相比增加4万元，增长6.06%。") ==
        Lines{"expenditure.basic 2020 amount 70 万元", "expenditure.basic 2020 change 4 万元",
              "expenditure.basic 2020 rate 6.06 %"});
  CHECK(budget_facts("与上年相比，财政拨款收、支总计各增加10.5万元，增长6.59%。") ==
        Lines{"fiscal.total 2020 change 10.5 万元", "fiscal.total 2020 rate 6.59 %"});
  CHECK(budget_facts("会议费13万元，本年数小于上年预算数4万元。") ==
        Lines{"meetings 2020 amount 13 万元", "meetings 2020 change -4 万元 (budget)"});
  CHECK(budget_facts("公务接待费5万元，比2019年预算执行数增加1万元。") ==
        Lines{"three_public.reception 2020 amount 5 万元",
              "three_public.reception 2020 change 1 万元 (execution)"});
  CHECK(final_facts("公务接待费支出决算减少0.15万元，下降（增长）27.78%。") ==
        Lines{"three_public.reception stage=final 2020 change -0.15 万元",
              "three_public.reception 2020 rate -27.78 %"});
}

TEST_CASE("a rate printed without its sign, and a multiple") {
  CHECK(budget_facts("项目支出50万元，比上年增加10万元，增长25。") ==
        Lines{"expenditure.project 2020 amount 50 万元", "expenditure.project 2020 change 10 万元",
              "expenditure.project 2020 rate 25"});
  CHECK(budget_facts("项目支出50万元，比上年增长16倍。") == Lines{"expenditure.project 2020 amount 50 万元"});
}

TEST_CASE("parts of a change explain it") {
  const Reading list = read_budget(
      "2020年部门预算较2019年预算420.38万元增长33.81万元，其中：人员经费增加30."
      "53万元，主要原因是人员经费增加。");
  CHECK(explanations_of(list) == Lines{"33.81 = 30.53"});
  const Reading reasons =
      read_budget("收、支预算总计各增加84万元，增长6%。主要原因是政策性增资，增加基本支出80万元。");
  CHECK(explanations_of(reasons) == Lines{"84 ~ 80"});
  const Reading amounts =
      read_budget("支出预算100万元，比上年增加5万元。其中：基本支出60万元，项目支出40万元。");
  CHECK(explanations_of(amounts).empty());
}

TEST_CASE("shares and completion") {
  CHECK(budget_facts("一般公共预算财政拨款支出97万元，占本年支出合计的99.86%。") ==
        Lines{"expenditure.total general_public 2020 amount 97 万元",
              "expenditure.total general_public 2020 share 99.86 % of=expenditure.total"});
  CHECK(final_facts("“三公”经费财政拨款支出年初预算为3.20万元，支出决算为0.40万元，完成预算的12.50%。") ==
        Lines{"three_public.total fiscal stage=budget 2020 amount 3.20 万元",
              "three_public.total fiscal stage=final 2020 amount 0.40 万元",
              "three_public.total fiscal 2020 completion 12.50 %"});
  CHECK(
      budget_facts("“三公”经费预算支出中，因公出国（境）费支出6万元，占60%；公务接待费支出4万元，占40%。") ==
      Lines{"three_public.abroad 2020 amount 6 万元",
            "three_public.abroad 2020 share 60 % of=three_public.total",
            "three_public.reception 2020 amount 4 万元",
            "three_public.reception 2020 share 40 % of=three_public.total"});
}

TEST_CASE("the scope stands in the words, in the whole above or in the heading") {
  CHECK(budget_facts("“三公”经费一般公共预算拨款28.55元，其他资金来源0万元，其中：公务接待费12.35万元。") ==
        Lines{"three_public.total general_public 2020 amount 28.55 元",
              "three_public.reception general_public 2020 amount 12.35 万元"});
  CHECK(budget_facts("财政拨款支出预算31万元，其中：政府性基金拨款支出预算0万元。") ==
        Lines{"expenditure.total fiscal 2020 amount 31 万元",
              "expenditure.total government_fund 2020 amount 0 万元"});
  CHECK(facts_of(read_text("某局2020年部门预算\n\n八、一般公共预算支出情况说明\n\n人员经费60万元。\n")) ==
        Lines{"expenditure.personnel general_public 2020 amount 60 万元 @八"});
}

TEST_CASE("words of income name a scope elsewhere") {
  CHECK(budget_facts("收入预算100万元，其中：一般公共预算拨款99万元，事业收入1万元。") ==
        Lines{"revenue.total 2020 amount 100 万元", "revenue.general_public 2020 amount 99 万元",
              "revenue.institutional 2020 amount 1 万元"});
}

TEST_CASE("what words deny") {
  const Reading reading = read_budget("无政府采购预算。因公出国（境）费用没有。公务接待费与上年预算持平。");
  CHECK(statements_of(reading) == Lines{"nothing procurement.total 「无政府采购预算」",
                                        "nothing three_public.abroad 「因公出国（境）费用没有」",
                                        "unchanged three_public.reception 「持平」"});
  CHECK(statements_of(read_budget("没有政府性基金预算财政拨款收入和支出。")) ==
        Lines{"nothing expenditure.total government_fund 「没有政府性基金预算财政拨款收入和支出」",
              "nothing revenue.government_fund 「没有政府性基金预算财政拨款收入」"});
  CHECK(statements_of(read_text("某局2020年部门预算\n\n六、政府采购预算\n\n无\n")) ==
        Lines{"nothing procurement.total 「无」"});
}

TEST_CASE("a reason belongs to its change") {
  const Reading reading = read_budget("公务接待费3万元，比上年减少1万元，原因是厉行节约；会议费2万元。");
  CHECK(statements_of(reading) == Lines{"decrease three_public.reception 「减少」",
                                        "reason three_public.reception 「原因是厉行节约」"});
  REQUIRE(reading.disclosure.statements.size() == 2);
  CHECK(reading.disclosure.statements[1].fact == 1);
}

TEST_CASE("things and people") {
  CHECK(budget_facts("人员构成情况：机关共有64人，其中：在职人员22人，离退休人员42人。") ==
        Lines{"staff.total 2020 quantity 64 人", "staff.active 2020 quantity 22 人",
              "staff.retired 2020 quantity 42 人"});
  CHECK(budget_facts(
            "截至2019年12月31日，共有车辆3辆，其中：机要通信用车1辆、其他用车2辆；单价100万元（含）以上设备"
            "（不含车辆）0台（套）。") ==
        Lines{"vehicles 2019 quantity 3 辆", "vehicles <机要通信用车> 2019 quantity 1 辆",
              "vehicles <其他用车> 2019 quantity 2 辆", "equipment.large 2019 quantity 0 台"});
  CHECK(budget_facts("通用设备50件，机动车5辆，电话14部。") == Lines{"equipment.general 2020 quantity 50 件",
                                                                     "vehicles 2020 quantity 5 辆",
                                                                     "telephones 2020 quantity 14 部"});
  CHECK(budget_facts("编制34名。").empty());  // a quota, no head count
}

TEST_CASE("final accounts: every amount has its stage") {
  CHECK(final_facts("本年支出合计97.59万元，其中：基本支出53万元，占54.31%。") ==
        Lines{"expenditure.total stage=final 2020 amount 97.59 万元",
              "expenditure.basic stage=final 2020 amount 53 万元",
              "expenditure.basic 2020 share 54.31 % of=expenditure.total"});
}

TEST_CASE("projects with goals, by what was done to them") {
  CHECK(budget_facts("编报绩效目标的项目共4个，涉及项目预算资金598.46万元。") ==
        Lines{"performance.projects 2020 quantity 4 个", "performance.amount 2020 amount 598.46 万元"});
  CHECK(budget_facts("全年查处案件，涉及资金40万元。").empty());
}

TEST_CASE("columns set with blanks are no sentence") {
  CHECK(budget_facts("公务用车购置                 3.00").empty());
  CHECK(budget_facts("本年收入合计     97.50     本年支出合计     97.50").empty());
}

TEST_CASE("purposes and second figures are left alone") {
  CHECK(budget_facts("公务接待费5万元，主要用于接待费用3万元。") ==
        Lines{"three_public.reception 2020 amount 5 万元"});
  CHECK(budget_facts("公用经费5万元2。") == Lines{"expenditure.operating 2020 amount 5 万元"});
  CHECK(budget_facts("公务接待费不超过5万元。").empty());
}

TEST_CASE("figures in words come in digits") {
  CHECK(budget_facts("在职人员二十二人。") == Lines{"staff.active 2020 quantity 22 人"});
  CHECK(budget_facts("人员经费一百零五万元。") == Lines{"expenditure.personnel 2020 amount 105 万元"});
}

TEST_CASE("years: 年初 belongs to the budget, another year to its own figure") {
  CHECK(budget_facts("2020年初预算收入100万元。") == Lines{"revenue.total 2020 amount 100 万元"});
  CHECK(budget_facts("2019年公务接待费预算6万元，2020年公务接待费预算5万元。") ==
        Lines{"three_public.reception stage=budget 2019 amount 6 万元",
              "three_public.reception 2020 amount 5 万元"});
  CHECK(budget_facts("较上年231.5万元，增加21万元。").empty());  // of what?
  CHECK(budget_facts("会议费较上年2.08减少0.08万元。") ==
        Lines{"meetings 2019 amount 2.08", "meetings 2020 change -0.08 万元"});
}

TEST_CASE("totals at two levels, where something is carried over") {
  CHECK(budget_facts("收入总计102万元，其中：本年收入合计100万元，上年结转2万元。") ==
        Lines{"grand.total 2020 amount 102 万元", "revenue.total 2020 amount 100 万元",
              "revenue.carryover 2020 amount 2 万元"});
  CHECK(budget_facts("收入总计102万元。本年收入合计100万元。") ==
        Lines{"revenue.total 2020 amount 102 万元", "revenue.total 2020 amount 100 万元"});
}

TEST_CASE("lists that name only main parts explain no change in full") {
  CHECK(explanations_of(read_budget(
            "支出预算比上年增加9万元，其中：人员经费增加5万元，公用经费增加2万元等。")) == Lines{"9 ~ 5 2"});
  CHECK(explanations_of(read_budget(
            "支出预算比上年增加9万元，其中：人员经费增加5万元，公用经费增加4万元。")) == Lines{"9 = 5 4"});
}

TEST_CASE("a list that opens with what it is of, and scope words that stand for money") {
  CHECK(budget_facts("财政拨款收支总预算80万元。收入包括：一般公共预算拨款72万元、上年结转8万元；支出包括："
                     "科学技术支出80万元。") ==
        Lines{"fiscal.total 2020 amount 80 万元", "revenue.general_public 2020 amount 72 万元",
              "revenue.carryover 2020 amount 8 万元", "function.206 <科学技术支出> 2020 amount 80 万元"});
  CHECK(budget_facts("一般公共预算当年拨款72万元，比2019年执行数减少2万元。") ==
        Lines{"expenditure.total general_public 2020 amount 72 万元",
              "expenditure.total general_public 2020 change -2 万元 (execution)"});
  CHECK(budget_facts("年末财政拨款结转和结余3万元。") ==
        Lines{"expenditure.carryover fiscal 2020 amount 3 万元"});
}

TEST_CASE("what stands below a figure that nothing is known of is no part of the whole") {
  CHECK(budget_facts("街心公园建设300万元，其中：人员经费120万元，公用经费180万元。").empty());
  CHECK(budget_facts("支出预算300万元，其中：街心公园建设0万元，占0%；项目支出180万元。") ==
        Lines{"expenditure.total 2020 amount 300 万元", "expenditure.project 2020 amount 180 万元"});
  CHECK(budget_facts("机关运行经费90万元，其中：办公费20万元，会议费3万元，公务接待费5万元。") ==
        Lines{"agency_operating.total 2020 amount 90 万元"});
  CHECK(budget_facts("绩效目标全覆盖，涉及项目4个，项目支出预算380万元。").empty());
}

TEST_CASE("a label in a sentence or clause of its own") {
  CHECK(budget_facts("1.公务接待费。2020年预算数6万元，比2019年预算数10万元减少4万元。") ==
        Lines{"three_public.reception 2020 amount 6 万元",
              "three_public.reception stage=budget 2019 amount 10 万元",
              "three_public.reception 2020 change -4 万元 (budget)"});
  CHECK(budget_facts("本部门开支的机关运行经费，合计13万元。") ==
        Lines{"agency_operating.total 2020 amount 13 万元"});
  CHECK(facts_of(read_text(
            "某局2020年部门预算\n\n一、收入预算\n\n2020年年初预算数5万元，其中，财政拨款4万元。\n")) ==
        Lines{"revenue.total 2020 amount 5 万元 @一", "revenue.fiscal 2020 amount 4 万元 @一"});
}

TEST_CASE("income and expenditure in one label with two figures") {
  CHECK(final_facts("收、支总计各是4125.49,4143.91万元。与2019年相比，收、支总计各减少1267.86,2570.97万元,"
                    "各下降23.51%、"
                    "38.28%。") == Lines{"revenue.total stage=final 2020 amount 4125.49 万元",
                                         "expenditure.total stage=final 2020 amount 4143.91 万元",
                                         "revenue.total stage=final 2020 change -1267.86 万元",
                                         "expenditure.total stage=final 2020 change -2570.97 万元",
                                         "revenue.total 2020 rate -23.51 %",
                                         "expenditure.total 2020 rate -38.28 %"});
}

TEST_CASE("large equipment, whatever its price; its price is no figure") {
  const Reading reading = read_budget(
      "截至2019年12月31日，共有车辆3辆。单位价值50万元以上的通用设备1台（套），单价100万元（含）以上专用设备2"
      "台。");
  CHECK(facts_of(reading) == Lines{"vehicles 2019 quantity 3 辆 @一",
                                   "equipment.large <单位价值50万元以上的通用设备> 2019 quantity 1 台 @一",
                                   "equipment.large <单价100万元（含）以上专用设备> 2019 quantity 2 台 @一"});
  CHECK(unplaced_of(reading).empty());
}

TEST_CASE("evaluated projects, by grade") {
  CHECK(final_facts("绩效自评的2020年度项目9个，涉及预算金额40万元（其中，绩效评级为“优”的项目7个；绩效评级为"
                    "“良”的项目2个）。") ==
        Lines{"performance.projects <绩效自评> 2020 quantity 9 个",
              "performance.amount <绩效自评> stage=final 2020 amount 40 万元",
              "performance.projects <绩效自评> 2020 quantity 7 个 level=excellent",
              "performance.projects <绩效自评> 2020 quantity 2 个 level=good"});
  CHECK(budget_facts("本部门共4个项目实行绩效目标管理，涉及财政性资金合计30万元。") ==
        Lines{"performance.projects 2020 quantity 4 个", "performance.amount 2020 amount 30 万元"});
}
