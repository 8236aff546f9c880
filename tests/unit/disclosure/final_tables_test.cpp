// The tables of final accounts as the ministry lays them out: 公开01表 and so on, 栏次, lines that are
// numbered.
#include "support.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// Rows of cells, '|' between them; '<' goes on to the left, so that a cell covers both columns.
std::string table_of(std::initializer_list<const char*> rows) {
  std::string html = "<table>";
  for (const std::string row : rows) {
    html += "<tr>";
    for (std::size_t at = 0; at <= row.size();) {
      const std::size_t end = std::min(row.find('|', at), row.size());
      const std::string words = row.substr(at, end - at);
      std::size_t columns = 1;
      at = end + 1;
      while (at < row.size() && row[at] == '<') {
        ++columns;
        at += 2;
      }
      html += "<td colspan=" + std::to_string(columns) + ">" + words + "</td>";
    }
    html += "</tr>";
  }
  return html + "</table>";
}

Reading accounts(const std::string& title, const std::string& number, const std::string& table) {
  return read_text("<html><body><h1>临河县档案局2023年度部门决算</h1><p>第二部分 决算表</p><p>" + title +
                   "</p><p>公开" + number + "表</p><p>部门：临河县档案局 金额单位：万元</p>" + table +
                   "<p>注：本表反映收支。</p></body></html>");
}

}  // namespace

TEST_CASE("the number of a table is not its title") {
  const Reading reading =
      accounts("支出决算表", "03", table_of({"项目|支出", "一、一般公共服务支出|5", "本年支出合计|5"}));
  REQUIRE(reading.document.tables.size() == 1);
  CHECK(reading.document.words(reading.document.tables[0].title) == "支出决算表");
}

TEST_CASE("codes over three columns, their names beside 栏次") {
  const Reading reading = accounts(
      "一般公共预算财政拨款支出决算表", "05",
      table_of({"项目|<|<|<|本年支出|<|<", "功能分类科目编码|<|<|科目名称|小计|基本支出|项目支出",
                "类|款|项|栏次|1|2|3", "合计|<|<|<|120|90|30", "208|<|<|社会保障和就业支出|120|90|30"}));
  CHECK(
      without_places(reading) ==
      Lines{"expenditure.total general_public stage=final 2023 amount 120 万元",
            "expenditure.basic general_public stage=final 2023 amount 90 万元",
            "expenditure.project general_public stage=final 2023 amount 30 万元",
            "function.208 <社会保障和就业支出> general_public stage=final 2023 amount 120 万元",
            "function.208 <社会保障和就业支出> general_public part=basic stage=final 2023 amount 90 万元",
            "function.208 <社会保障和就业支出> general_public part=project stage=final 2023 amount 30 万元"});
  CHECK(unplaced_of(reading).empty());
}

TEST_CASE("halves of basic expenditure, their totals under merged labels") {
  const Reading reading =
      accounts("一般公共预算财政拨款基本支出决算明细表", "06",
               table_of({"人员经费|<|<|公用经费|<|<|<|<|<",
                         "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数",
                         "301|工资福利支出|70|302|商品和服务支出|9|310|资本性支出|1",
                         "30101|基本工资|70|30201|办公费|9|31002|办公设备购置|1",
                         "人员经费合计|<|70|公用经费合计|<|<|<|<|10"}));
  CHECK(without_places(reading) ==
        Lines{"economic.301 <工资福利支出> general_public stage=final 2023 amount 70 万元",
              "economic.302 <商品和服务支出> general_public stage=final 2023 amount 9 万元",
              "economic.310 <资本性支出> general_public stage=final 2023 amount 1 万元",
              "economic.30101 <基本工资> general_public stage=final 2023 amount 70 万元",
              "economic.30201 <办公费> general_public stage=final 2023 amount 9 万元",
              "economic.31002 <办公设备购置> general_public stage=final 2023 amount 1 万元",
              "expenditure.personnel general_public stage=final 2023 amount 70 万元",
              "expenditure.operating general_public stage=final 2023 amount 10 万元"});
  CHECK(unplaced_of(reading).empty());
}

TEST_CASE("totals of one fund are those of that fund") {
  const Reading reading = accounts(
      "财政拨款收入支出决算总表", "04",
      table_of({"收入|<|<|支出|<|<|<|<",
                "项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款",
                "栏次||1|栏次||2|3|4", "一、一般公共预算财政拨款|1|90|一、一般公共服务支出|33|98|98|",
                "本年收入合计|27|90|本年支出合计|59|98|98|",
                "年初财政拨款结转和结余|28|10|年末财政拨款结转和结余|60|2|2|0",
                "总计|32|100|总计|64|100|100|0"}));
  const Lines lines = without_places(reading);
  const auto has = [&](const char* line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  };
  CHECK(has("revenue.general_public stage=final 2023 amount 90 万元"));
  CHECK(has("expenditure.carryover fiscal stage=final 2023 amount 2 万元"));
  CHECK(has("expenditure.carryover general_public stage=final 2023 amount 2 万元"));
  CHECK(has("fiscal.total stage=final 2023 amount 100 万元"));
  CHECK(has("grand.total general_public stage=final 2023 amount 100 万元"));
  CHECK(unplaced_of(reading).empty());
}
