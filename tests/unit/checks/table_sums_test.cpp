// Sums in tables that nobody has described: which are claimed, which are left open.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '|')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

Sketch drawn(std::uint32_t heads, const std::vector<std::string>& lines) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : lines)
    rows.push_back(cells(line));
  Sketch sketch;
  sketch.table("表", rows);
  sketch.document.tables.back().header_rows = heads;
  sketch.document.tables.back().unit = Unit::ten_thousand_yuan;
  return sketch;
}

/// All verdicts on sums and balances of the table, those that hold as a number.
std::string verdicts(Sketch sketch) {
  int holding = 0;
  std::string out;
  for (const Finding& finding : sketch.check().all) {
    const std::string& rule = knowledge().rules.rules()[finding.rule].id;
    if (!rule.starts_with("sum.") && !rule.starts_with("balance.") && !rule.starts_with("part.")) continue;
    if (finding.status == Status::holds)
      ++holding;
    else
      out += "; " + rule + " " + outcome(finding);
  }
  return std::to_string(holding) + out;
}

}  // namespace

TEST_CASE("a list under 合计, its total last or first") {
  CHECK(verdicts(drawn(1, {"用途|金额", "印刷费|12.50", "会议费|30.25", "合计|42.75"})) == "1");
  CHECK(verdicts(drawn(1, {"用途|金额", "合计|42.75", "印刷费|12.50", "会议费|30.25"})) == "1");
  CHECK(verdicts(drawn(1, {"用途|金额", "印刷费|12.50", "会议费|30.25", "合计|43.75"})) ==
        "0; sum.table fails error: 12.50 + 30.25 = 42.75 ≠ 43.75");
}

TEST_CASE("a difference in the last place is a notice at most, blank cells are nothing") {
  CHECK(verdicts(drawn(1, {"用途|金额", "印刷费|12.504", "会议费|30.251", "差旅费|", "合计|42.757"})) ==
        "0; sum.table fails notice: 12.504 + 30.251 = 42.755 ≠ 42.757");
}

TEST_CASE("cells without a concept have no kind whose dropped zeros could be seen elsewhere: a warning") {
  CHECK(verdicts(drawn(1, {"用途|金额", "印刷费|40.30", "会议费|42.45", "合计|83"})) ==
        "0; sum.table fails warning: 40.30 + 42.45 = 82.75 ≠ 83");
}

TEST_CASE("a classification by code in three columns, its classes the total") {
  const auto table = [](std::string_view item, std::string_view total) {
    return drawn(2, {"科目编码|||科目名称|合计|基本支出|项目支出", "类|款|项||||",
                     "201|||一般公共服务支出|512.30|412.30|100.00", "201|03||政府办公厅|512.30|412.30|100.00",
                     std::string("201|03|01|行政运行|") + std::string(item) + "|412.30|",
                     "201|03|02|一般行政管理事务|100.00||100.00", "221|||住房保障支出|120.00|120.00|",
                     "221|02||住房改革支出|120.00|120.00|", "221|02|01|住房公积金|120.00|120.00|",
                     std::string("|||合计|") + std::string(total) + "|532.30|100.00"});
  };
  const std::string right = verdicts(table("412.30", "632.30"));
  CHECK(right.find("fails") == std::string::npos);
  CHECK(right.find("unknown") == std::string::npos);
  const std::string item = verdicts(table("421.30", "632.30"));
  CHECK(item.find("sum.classification fails error: 421.30 + 100.00 = 521.30 ≠ 512.30") != std::string::npos);
  CHECK(item.find("sum.table fails error: 412.30 = 421.30") == std::string::npos);
  CHECK(item.find("sum.table fails error: 412.30 ≠ 421.30") != std::string::npos);
  const std::string total = verdicts(table("412.30", "623.30"));
  CHECK(total.find("sum.table fails error: 512.30 + 120.00 = 632.30 ≠ 623.30") != std::string::npos);
  CHECK(total.find("sum.table fails error: 532.30 + 100.00 = 632.30 ≠ 623.30") != std::string::npos);
}

TEST_CASE("codes glued to names, and codes that are not repeated") {
  CHECK(verdicts(drawn(1, {"科目|金额", "201一般公共服务支出|70", "20105统计信息事务|70",
                           "2010501行政运行|45", "2010506统计管理|25"})) == "2");
  CHECK(verdicts(drawn(2, {"编码|||名称|金额", "类|款|项||", "201|||一般公共服务支出|70.50",
                           "|05||统计信息事务|70.50", "||01|行政运行|45.00", "||06|统计管理|26.50"})) ==
        "1; sum.classification fails error: 45.00 + 26.50 = 71.50 ≠ 70.50");
}

TEST_CASE("income and expenditure side by side are two lists, each with its carry-over") {
  const std::vector<std::string> right = {"收入|决算数|支出|决算数",
                                          "一、财政拨款收入|90.00|一、一般公共服务支出|60.00",
                                          "二、其他收入|5.50|二、住房保障支出|30.50",
                                          "本年收入合计|95.50|本年支出合计|90.50",
                                          "年初结转和结余|4.50|年末结转和结余|9.50",
                                          "总计|100.00|总计|100.00"};
  CHECK(verdicts(drawn(1, right)) == "5");
  std::vector<std::string> wrong = right;
  wrong[4] = "年初结转和结余|4.50|年末结转和结余|6.50";
  CHECK(verdicts(drawn(1, wrong)) == "4; sum.table fails error: 90.50 + 6.50 = 97.00 ≠ 100.00");
  wrong = right;
  wrong[5] = "总计|100.00|总计|101.00";
  CHECK(
      verdicts(drawn(1, wrong)) ==
      "3; balance.grand fails error: 100.00 ≠ 101.00; sum.table fails error: 90.50 + 9.50 = 100.00 ≠ 101.00");
}

TEST_CASE("numbered lines below a numbered line are its parts") {
  CHECK(verdicts(drawn(1, {"项目|金额", "一、财政拨款|90.00", "1. 一般公共预算|80.00", "2. 政府性基金|10.00",
                           "二、其他收入|5.50", "收入合计|95.50"})) == "2");
  CHECK(verdicts(drawn(1, {"项目|金额", "一、财政拨款|90.00", "1. 一般公共预算|80.00", "2. 政府性基金|1.00",
                           "二、其他收入|5.50", "收入合计|95.50"})) ==
        "1; sum.table fails error: 80.00 + 1.00 = 81.00 ≠ 90.00");
}

TEST_CASE("what is marked 其中 is no part of the total beside its own line, and need not be complete") {
  CHECK(verdicts(drawn(1, {"项目|金额", "货物|90.00", "其中：办公设备|20.00", "服务|5.50", "合计|95.50"})) ==
        "1");
}

TEST_CASE("a list that hides a subtotal gets no verdict where it does not add up") {
  CHECK(verdicts(drawn(1, {"项目|金额", "出国|10.00", "用车|50.00", "购置|30.00", "运行|20.00", "接待|5.00",
                           "合计|65.00"})) ==
        "0; sum.table unknown: 10.00 + 50.00 + 30.00 + 20.00 + 5.00 = 115.00 ≠ 65.00");
}

TEST_CASE("categories with their own 小计, and the total of these") {
  CHECK(verdicts(drawn(1, {"资金||金额", "收入总计||110.00", "一般公共预算|小计|80.00", "|拨款|70.00",
                           "|专项|10.00", "其他资金|小计|30.00", "|事业收入|25.00", "|经营收入|5.00"})) ==
        "3");
}

TEST_CASE("a group's own total stands for it in the total above; one row alone proves no heads") {
  const auto table = [](const std::string& row) {
    return drawn(2, {"项目|合计|因公出国|公务用车|||公务接待", "|||小计|购置|运行|", row});
  };
  CHECK(verdicts(table("本年|66.00|10.00|50.00|30.00|20.00|6.00")) == "2");
  CHECK(verdicts(table("本年|66.00|10.00|51.00|30.00|20.00|6.00")) ==
        "0; sum.table unknown: 10.00 + 51.00 + 6.00 = 67.00 ≠ 66.00; sum.table unknown: 30.00 + 20.00 = "
        "50.00 ≠ 51.00");
}

TEST_CASE("a column beside the total that is no part of it") {
  CHECK(verdicts(drawn(1, {"单位|合计|基本支出|项目支出|政府采购", "甲|30.00|10.00|20.00|5.00",
                           "乙|70.00|30.00|40.00|6.00", "丙|9.00|4.00|5.00|1.00"})) == "3");
  CHECK(verdicts(drawn(1, {"单位|合计|基本支出|项目支出|政府采购", "甲|30.00|10.00|20.00|5.00",
                           "乙|70.00|30.00|44.00|6.00", "丙|9.00|4.00|5.00|1.00"})) ==
        "2; sum.table fails error: 30.00 + 44.00 = 74.00 ≠ 70.00");
}

TEST_CASE("percentages, numbers of rows and of columns are not added up") {
  CHECK(verdicts(drawn(1, {"行次|项目|金额|占比(%)", "1|甲|30.00|30.00", "2|乙|70.00|70.00",
                           "3|合计|100.00|100.00"})) == "1");
  CHECK(verdicts(drawn(
            1, {"项目|合计|甲|乙", "栏次|1|2|3", "一|30.00|10.00|20.00", "二|70.00|30.00|40.00"})) == "2");
}

TEST_CASE("a table cut at a page gets no verdict on rows that may stand behind the cut") {
  Sketch sketch = drawn(1, {"用途|金额", "合计|99.00", "印刷费|12.50", "会议费|30.25"});
  sketch.table("", {{"用途", "金额"}, {"培训费", "56.25"}, {"差旅费", "1.00"}});
  CHECK(verdicts(std::move(sketch)).find("fails") == std::string::npos);
}

TEST_CASE("a balance rolled forward in columns") {
  const auto table = [](std::string_view closing) {
    return drawn(
        2, {"项目|年初结转和结余|本年收入|本年支出|||年末结转和结余", "|||小计|基本支出|项目支出|",
            std::string("甲|5.00|20.00|18.00|10.00|8.00|") + std::string(closing), "乙||6.00|6.00||6.00|"});
  };
  const std::string right = verdicts(table("7.00"));
  CHECK(right.find("fails") == std::string::npos);
  CHECK(verdicts(table("9.00")).find("balance.rollforward fails error: 5.00 + 20.00 − 18.00 = 7.00 ≠ 9.00") !=
        std::string::npos);
}

TEST_CASE("codes of one digit below their class are two digits without the zero") {
  CHECK(verdicts(drawn(1, {"类|款|名称|金额", "301||工资福利支出|30.50", "301|1|基本工资|20.00",
                           "301|2|津贴补贴|10.00", "301|13|住房公积金|0.50"})) == "1");
}

TEST_CASE("what the sum lacks stands beside it: the reader of the table may have lost it") {
  // An empty cell whose own rows have figures is not nothing.
  CHECK(verdicts(drawn(1, {"项目|合计|基本支出|项目支出", "甲|30.00|10.00|20.00", "乙|70.00|30.00|40.00",
                           "丙|9.00|4.00|5.00", "合计|109.00|44.00|"})) ==
        "5; sum.table unknown: 44.00 ≠ 109.00");
  Sketch behind = drawn(1, {"用途|金额", "印刷费|12.50", "会议费|30.25", "合计|49.15"});
  behind.words("差旅费 6.40");
  CHECK(verdicts(std::move(behind)) == "0; sum.table unknown: 12.50 + 30.25 = 42.75 ≠ 49.15");
}

TEST_CASE("a cell without a concept is named by its place, not as a fact") {
  Sketch sketch = drawn(1, {"用途|金额", "印刷费|12.50", "会议费|30.25", "合计|43.75"});
  const std::vector<Finding> findings = sketch.of("sum.table");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].facts.empty());
  CHECK(findings[0].sources.size() == 3);
  CHECK(findings[0].repair.empty());
  CHECK(knowledge().messages.sentence(findings[0], Language::zh) ==
        "“金额”栏的“合计”写作43.75万元，各行相加是42.75万元，相差1万元。");
}

TEST_CASE("a table of a hundred thousand cells is read in linear time, and says what is too long to show") {
  std::vector<std::vector<std::string>> rows = {{"项目", "合计", "甲", "乙"}};
  for (int i = 0; i < 25000; ++i)
    rows.push_back({"项", std::to_string(i + 5) + ".00", std::to_string(i) + ".00", "5.00"});
  rows.push_back({"合计", "312612500.00", "312487500.00", "125000.00"});
  Sketch sketch;
  sketch.table("表", rows);
  std::size_t holding = 0;
  std::size_t open = 0;
  for (const Finding& finding : sketch.of("sum.table")) {
    holding += finding.status == Status::holds ? 1u : 0u;
    open += finding.status == Status::unknown ? 1u : 0u;
  }
  CHECK(holding == 25001);
  CHECK(open == 3);
}

TEST_CASE("labels in stairs: each level is the sum of the rows a step to the right below it") {
  const auto purchases = [](std::string_view paper, std::string_view desks, std::string_view goods) {
    Sketch sketch;
    sketch.table("政府采购预算表", {{"类别", "项目", "物品", "金额"},
                                    {"合计", "", "", "100.00"},
                                    {"货物", "", "", std::string(goods)},
                                    {"", "设备购置", "", "50.00"},
                                    {"", "", "计算机", "20.00"},
                                    {"", "", "办公桌", std::string(desks)},
                                    {"", "印刷", "", "20.00"},
                                    {"", "", "纸张", std::string(paper)},
                                    {"", "", "印刷品", "15.00"},
                                    {"服务", "", "", "30.00"},
                                    {"", "物业", "", "30.00"}});
    sketch.disclosure.recognised = true;
    return sketch.of("sum.table");
  };
  CHECK(outcomes(purchases("5.00", "30.00", "70.00")).find("fails") == std::string::npos);
  CHECK(outcomes(purchases("5.00", "30.00", "70.00")).find("holds: 20.00 + 30.00 = 50.00") !=
        std::string::npos);
  CHECK(outcomes(purchases("6.00", "30.00", "70.00")).find("fails error: 6.00 + 15.00 = 21.00 ≠ 20.00") !=
        std::string::npos);
  // Where most of the stairs do not add up they are something else.
  CHECK(outcomes(purchases("6.00", "37.00", "71.00")).find("≠ 50.00") == std::string::npos);
}
