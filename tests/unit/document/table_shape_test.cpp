// From rows to grids: titles, heads, merged cells, short rows, units. Each case is a text and the grid it
// must give.
#include "document/table_shape.h"

#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

/// A row a line, cells parted by '|', as flattened text: the form in which these tests are easiest to read.
std::string flattened(std::string_view rows) {
  std::string out = "\t";
  for (const char c : rows) {
    if (c == '|') {
      out += "\n\t";
    } else if (c == '\n') {
      out += "\n\n\t";
    } else {
      out += c;
    }
  }
  return out + "\n";
}

struct Read {
  Document document;
  const Table& table() const { return document.tables.front(); }
  std::string grid() const { return test::grid(document, table()); }
};

Read shape(std::string_view rows) {
  Read out{read(flattened(rows))};
  REQUIRE(out.document.tables.size() == 1);
  return out;
}

}  // namespace

TEST_CASE("one row of heads") {
  const Read t = shape("单位名称|单位性质|经费形式\n图书馆|事业|财政补助");
  CHECK(t.table().header_rows == 1);
  CHECK(t.grid() == "单位名称|单位性质|经费形式\n图书馆|事业|财政补助\n");
}

TEST_CASE("two rows of heads: the narrow one's wide head covers the lower heads") {
  const Read t =
      shape("活动|预算|标准\n||优|良|中|差\n借阅|3|100%|≥95%|≥90%|＜90%\n采编||100%|≥95%|≥90%|＜90%");
  CHECK(t.table().header_rows == 2);
  CHECK(t.table().columns == 6);
  CHECK(t.grid() ==
        "活动|预算|标准|^|^|^\n^|^|优|良|中|差\n借阅|3|100%|≥95%|≥90%|＜90%\n采编||100%|≥95%|≥90%|＜90%\n");
}

TEST_CASE("two wide heads apart, and two side by side") {
  const Read apart = shape("科目|上年|编码|本年\n|基本|项目||基本|项目\n教育|1|2|205|3|4");
  CHECK(apart.grid() == "科目|上年|^|编码|本年|^\n^|基本|项目|^|基本|项目\n教育|1|2|205|3|4\n");
  const Read side_by_side = shape("科目|上年|本年\n|基本|项目|基本|项目\n教育|1|2|3|4");
  CHECK(side_by_side.table().header_rows == 2);
  CHECK(side_by_side.grid() == "科目|上年|^|本年|^\n^|基本|项目|基本|项目\n教育|1|2|3|4\n");
}

TEST_CASE("wide heads shown with empty cells to their right") {
  const Read t = shape("科目|上年||本年|\n|基本|项目|基本|项目\n教育|1|2|3|4");
  CHECK(t.table().header_rows == 2);
  CHECK(t.grid() == "科目|上年||本年|\n^|基本|项目|基本|项目\n教育|1|2|3|4\n");
}

TEST_CASE("three rows of heads, and the row that numbers the columns") {
  const Read t = shape("科目|支出|||\n|合计|其中||\n||人员|公用|项目\n教育|9|2|3|4");
  CHECK(t.table().header_rows == 3);
  const Read numbered = shape("项目|行次|金额\n栏次||1\n收入|1|8\n支出|2|8");
  CHECK(numbered.table().header_rows == 2);
}

TEST_CASE("a row of figures is no row of heads") {
  CHECK(shape("办公费|12.5\n差旅费|3").table().header_rows == 0);
  const Read t = shape("项目|数量|金额\n|116|172.2\n设备|50|49.36");
  CHECK(t.table().header_rows == 1);
  CHECK(t.grid() == "项目|数量|金额\n|116|172.2\n设备|50|49.36\n");
}

TEST_CASE("an unlabelled first row of figures is not a continuation of what stands above") {
  CHECK_FALSE(shape("项目|金额\n甲|1\n|2").table().at(2, 0).continued);
  CHECK(shape("类别|项目|金额\n设备|电脑|1\n|空调|2").table().at(2, 0).continued);
}

TEST_CASE("a year is a head, not a figure") {
  CHECK(shape("科目|2019年|2020年度\n教育|1|2").table().header_rows == 1);
  CHECK_FALSE(is_figure("2019年"));
  CHECK_FALSE(is_figure("2020年度"));
  CHECK_FALSE(is_figure("3月"));
  CHECK_FALSE(is_figure("优"));
  CHECK_FALSE(is_figure(""));
  CHECK_FALSE(is_figure("≥"));
  CHECK_FALSE(is_figure("1、人员"));
  CHECK_FALSE(is_figure("0315-4612"));
  CHECK(is_figure("454.19"));
  CHECK(is_figure("31,744.20"));
  CHECK(is_figure("≥95%"));
  CHECK(is_figure("＜９０％"));
  CHECK(is_figure("≧2次"));
  CHECK(is_figure("-3.5"));
  CHECK(is_figure("20万元"));
}

TEST_CASE("title rows are the title and the unit line, not rows") {
  const Read t = shape("某馆活动表\n某县图书馆|单位：万元\n活动|预算|备注\n借阅|3|无\n采编|2|无");
  CHECK(t.grid() == "活动|预算|备注\n借阅|3|无\n采编|2|无\n");
  CHECK(t.table().header_rows == 1);
  CHECK(t.document.words(t.table().title) == "某馆活动表");
  CHECK(t.document.words(t.table().unit_line) == "单位：万元");
  CHECK(t.table().unit == Unit::ten_thousand_yuan);
}

TEST_CASE("a title row whose merged cells are shown as empty ones, and one as wide as the table") {
  const Read t = shape("资产情况表||\n项目|数量|金额\n设备|1|2");
  CHECK(t.grid() == "项目|数量|金额\n设备|1|2\n");
  CHECK(t.document.words(t.table().title) == "资产情况表");
  const Read two = shape("某馆|单位：元\n项目|金额\n设备|2");
  CHECK(two.grid() == "项目|金额\n设备|2\n");
  CHECK(two.table().unit == Unit::yuan);
}

TEST_CASE("a head that names its unit is a head") {
  const Read t = shape("项目|金额（单位：万元）\n设备|2\n家具|1");
  CHECK(t.grid() == "项目|金额（单位：万元）\n设备|2\n家具|1\n");
  CHECK(t.table().unit == Unit::ten_thousand_yuan);
  CHECK(t.document.words(t.table().unit_line) == "（单位：万元）");
  const Read bare = shape("项目|单位：万元\n设备|2\n家具|1");
  CHECK(bare.table().header_rows == 1);
}

TEST_CASE("a form: short rows share the columns, wider cells first, and empty labels are continued") {
  const Read t = shape(
      "项目名称|数字平台|负责人|信息科\n资金情况（万元）|总额：|20\n|上级资金|\n|县级资金|20\n"
      "绩效|一级|二级|三级|指标值\n|产出|数量|巡检|≧2次\n|||维护|≧5次\n|效果|效益|可用率|≧90%");
  CHECK(t.table().header_rows == 0);
  CHECK(t.grid() ==
        "项目名称|数字平台|^|负责人|信息科\n"
        "资金情况（万元）|总额：|^|20|^\n"
        "^|上级资金|^||^\n"
        "^|县级资金|^|20|^\n"
        "绩效|一级|二级|三级|指标值\n"
        "^|产出|数量|巡检|≧2次\n"
        "^|^|^|维护|≧5次\n"
        "^|效果|效益|可用率|≧90%\n");
  CHECK(t.table().unit == Unit::ten_thousand_yuan);
  CHECK(t.document.words(t.table().unit_line) == "资金情况（万元）");
}

TEST_CASE("a short row beneath heads: figures stay under figures") {
  const Read total = shape("编码|名称|基本|项目\n201|公共服务|1|2\n205|教育|3|4\n合计|4|6");
  CHECK(total.grid() == "编码|名称|基本|项目\n201|公共服务|1|2\n205|教育|3|4\n合计|^|4|6\n");
  const Read cut = shape("名称|基本|项目|备注\n教育|1|2|无\n科技|3|4|无\n合计|4|6");
  CHECK(cut.grid() == "名称|基本|项目|备注\n教育|1|2|无\n科技|3|4|无\n合计|4|6|^\n");
}

TEST_CASE("one row too long among many makes the table ragged, and says so") {
  const Read t = shape("名称|金额\n甲|1\n乙|2\n丙|3|多余\n丁|4");
  CHECK(t.grid() == "名称|金额|\n甲|1|\n乙|2|\n丙|3|多余\n丁|4|\n");
  REQUIRE(t.document.notes.size() == 1);
  CHECK(t.document.notes[0].code == "table.ragged");
  CHECK(t.document.notes[0].span == t.table().span);
  CHECK(shape("名称|金额\n甲|1\n乙|2").document.notes.empty());
}
