// A real county disclosure of 2020 with flattened tables, where the corpus is at hand: shapes, figures and
// standard labels of its eight tables. Without the corpus the tests say so and pass.
#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

constexpr std::string_view seed_path = "../shared/corpus/leting-npc-2020-budget.txt";

/// False, with a line that says so, where the corpus is not there.
bool have_seed(const std::string& text) {
  if (text.empty()) MESSAGE("skipped: no " << seed_path);
  return !text.empty();
}

std::string words(const Document& document, std::size_t table, std::uint32_t row, std::uint32_t column) {
  const Table& t = document.tables[table];
  const Cell& cell = t.at(row, column);
  return cell.continued ? "^" : std::string(document.words(cell.span));
}

std::string row_of(const Document& document, std::size_t table, std::uint32_t row, std::uint32_t from = 0) {
  std::string out;
  for (std::uint32_t column = from; column < document.tables[table].columns; ++column) {
    out += (column > from ? "|" : "") + words(document, table, row, column);
  }
  return out;
}

}  // namespace

TEST_CASE("the seed's tables have their shapes") {
  const std::string text = file_below_source(seed_path);
  if (!have_seed(text)) return;
  const Document document = read(text);
  CHECK(document.text == text);
  constexpr std::uint32_t shapes[][3] = {{1, 6, 4},  {2, 8, 9},  {1, 6, 3},  {0, 16, 5},
                                         {0, 14, 5}, {0, 16, 5}, {0, 13, 5}, {0, 13, 5}};
  REQUIRE(document.tables.size() == 8);
  for (std::size_t i = 0; i < 8; ++i) {
    CAPTURE(i);
    CHECK(document.tables[i].header_rows == shapes[i][0]);
    CHECK(document.tables[i].rows == shapes[i][1]);
    CHECK(document.tables[i].columns == shapes[i][2]);
    CHECK((document.tables[i].unit == Unit::ten_thousand_yuan) == (i > 0));
  }
  CHECK(document.notes.empty());
}

TEST_CASE("the seed's activity table") {
  const std::string text = file_below_source(seed_path);
  if (!have_seed(text)) return;
  const Document document = read(text);
  REQUIRE(document.tables.size() == 8);
  CHECK(row_of(document, 1, 0) == "职责活动|年度预算数|内容描述|绩效目标|绩效指标|评价标准|^|^|^");
  CHECK(row_of(document, 1, 1) == "^|^|^|^|^|优|良|中|差");
  constexpr std::string_view budgets[] = {"20.00", "", "10.00", "", "15.00", "30.00"};
  for (std::uint32_t row = 0; row < 6; ++row) {
    CHECK(words(document, 1, row + 2, 1) == budgets[row]);
    CHECK(row_of(document, 1, row + 2, 5) == (row < 5 ? "100%|≥95%|≥90%|＜90%" : "90%|≥85%|≥80%|＜80%"));
  }
  CHECK(document.words(document.tables[1].unit_line) == "单位：万元");
  CHECK(document.words(document.tables[1].title).starts_with("部门职责"));
}

TEST_CASE("the seed's asset table") {
  const std::string text = file_below_source(seed_path);
  if (!have_seed(text)) return;
  const Document document = read(text);
  REQUIRE(document.tables.size() == 8);
  constexpr std::string_view rows[] = {"|116|172.2", "|0|0", "|50|49.36", "|5|107.89", "|66|14.95"};
  CHECK(words(document, 2, 0, 2) == "价值\n（金额单位：万元）");
  for (std::uint32_t row = 1; row < 6; ++row)
    CHECK("|" + row_of(document, 2, row, 1) == rows[row - 1]);
  CHECK(words(document, 2, 1, 0) == "");
  CHECK(words(document, 2, 4, 0) == "其中：汽车");
  CHECK(document.words(document.tables[2].unit_line) == "（金额单位：万元）");
  CHECK(document.words(document.tables[2].title).ends_with("截止时间：2019年12月31日"));
}

TEST_CASE("the seed's five project forms") {
  const std::string text = file_below_source(seed_path);
  if (!have_seed(text)) return;
  const Document document = read(text);
  REQUIRE(document.tables.size() == 8);
  constexpr std::string_view amounts[] = {"20", "10", "15", "30", "8"};
  for (std::size_t form = 3; form < 8; ++form) {
    CAPTURE(form);
    const std::string amount(amounts[form - 3]);
    CHECK(words(document, form, 0, 0) == "项目名称");
    CHECK(words(document, form, 0, 2) == "^");
    CHECK(words(document, form, 0, 3) == "项目负责人及电话");
    CHECK(row_of(document, form, 2) == "资金情况（万元）|年度资金总额：|^|" + amount + "|^");
    CHECK(row_of(document, form, 3) == "^|其中：上级资金|^||^");
    CHECK(row_of(document, form, 4) == "^|县级资金|^|" + amount + "|^");
    CHECK(row_of(document, form, 8) == "绩效指标|一级指标|二级指标|三级指标|指标值");
    CHECK(document.words(document.tables[form].title) == "项目绩效申报情况");
  }
  CHECK(row_of(document, 3, 9, 4) == "≧2次");
  CHECK(row_of(document, 3, 10) == "^|^|^|开展调研工作|≧5次");
  CHECK(row_of(document, 6, 11, 4) == "≧20件");
}

TEST_CASE("the seed's sections") {
  const std::string text = file_below_source(seed_path);
  if (!have_seed(text)) return;
  const Document document = read(text);
  int main_sections = 0;
  for (const Section& section : document.sections)
    main_sections += section.level == 1;
  CHECK(main_sections == 10);
  const auto figure = static_cast<std::uint32_t>(text.find("294.65"));
  for (const Block& block : document.blocks) {
    if (block.span.contains(figure)) CHECK(section_path(document, block.section) == "二、（一）");
  }
  std::string paths;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::table) paths += section_path(document, block.section) + " ";
  }
  CHECK(paths == "一、（二） 五、（三） 七 九 九 九 九 九 ");
}
