// What other programs write (files/README.md): the same disclosure as a page and as a Word document, and its
// tables as a workbook.
#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

Document read_file(std::string_view name) {
  const std::string bytes = file_below_source("tests/unit/document/files/" + std::string(name));
  REQUIRE_FALSE(bytes.empty());
  return read(bytes);
}

std::string tables(const Document& document) {
  std::string out;
  for (const Table& table : document.tables) {
    out += std::string(document.words(table.title)) + ", " + std::string(name_of(table.unit)) + ", " +
           std::to_string(table.header_rows) + "\n" + grid(document, table);
  }
  return out;
}

constexpr std::string_view balance =
    "部门收支预算总表, 万元, "
    "2\n收入|^|支出|^\n项目|预算数|项目|预算数\n一、一般公共预算拨款收入|386.52|一、基本支出|268.52\n二、"
    "政府性基金预算拨款收入|0.00|二、项目支出|118.00\n收入总计|386.52|支出总计|386.52\n";

}  // namespace

TEST_CASE("a page of a government's site") {
  const Document document = read_file("yunling-archive-2022.html");
  CHECK(document.words(document.blocks[0].span) == "云岭县档案馆2022年部门预算公开说明");
  CHECK(document.blocks[0].kind == BlockKind::title);
  REQUIRE(document.tables.size() == 3);
  CHECK(tables(document).starts_with(balance));
  CHECK(document.tables[1].header_rows == 2);
  CHECK(grid(document, document.tables[1])
            .ends_with("221|||住房保障支出|24.32|24.32|0.00\n合计|^|^|^|386.52|268.52|118.00\n"));
  CHECK(document.words(document.tables[1].title) == "一般公共预算支出表");
  CHECK(document.tables[2].header_rows == 0);
  CHECK(grid(document, document.tables[2]) ==
        "项目名称|库房改造经费|^|项目负责人|保管利用科\n资金情况（万元）|年度资金总额：|118.00|^|^\n^|"
        "其中：上级资金|40.00|^|^\n"
        "^|县级资金|78.00|^|^\n绩效指标|一级指标|二级指标|三级指标|指标值\n^|产出指标|数量指标|改造库房面积|"
        "≥420平方米\n"
        "^|^|时效指标|按期完工率|100%\n^|满意度指标|服务对象满意度指标|查档群众满意率|≥95%\n");
}

TEST_CASE("the page saved as a Word document reads word for word as the page") {
  const Document page = read_file("yunling-archive-2022.html"), word = read_file("yunling-archive-2022.docx");
  CHECK(word.text == page.text);
  CHECK(tables(word) == tables(page));
  CHECK(outline(word) == outline(page));
}

TEST_CASE("a workbook with formats, formulas, merged cells, a hidden sheet and a hidden row") {
  const Document document = read_file("yunling-archive-2022-tables.xlsx");
  CHECK(outline(document).starts_with(
      "title [] 云岭县档案馆\ntitle [] 2022年部门预算公开表\ntitle [] 2022年2月18日\n"));
  REQUIRE(document.tables.size() == 2);
  CHECK(tables(document).starts_with("2022年" + std::string(balance)));
  CHECK(grid(document, document.tables[1])
            .starts_with("科目编码|^|^|科目名称|合计|其中|^|占比\n类|款|项|^|^|基本支出|项目支出|^\n201|||"
                         "一般公共服务支出|330.40|212.40|118.00|85.48%\n"));
  CHECK(document.text.find("备查行") == std::string::npos);
  REQUIRE(document.notes.size() == 2);
  CHECK(document.notes[0].code == "xlsx.hidden_sheets");
  CHECK(document.notes[1].code == "xlsx.hidden_rows");
}
