// Excel workbooks: each case is a sheet and the lines and grids that it must give.
#include "document/xlsx/sheet.h"
#include "package.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

/// Rows of cells parted by '|', empty ones absent; numbers as numbers, codes (02) and the rest as inline
/// strings.
std::string cells(std::string_view rows, std::string_view more_of_row = {}) {
  std::string out = "<sheetData>";
  int number = 0;
  while (!rows.empty()) {
    const std::size_t end = std::min(rows.find('\n'), rows.size());
    std::string_view row = rows.substr(0, end);
    rows.remove_prefix(std::min(end + 1, rows.size()));
    ++number;
    if (row.empty()) continue;
    out += "<row r=\"" + std::to_string(number) + "\"" + std::string(more_of_row) + ">";
    for (char column = 'A';; ++column) {
      const std::size_t bar = std::min(row.find('|'), row.size());
      const std::string cell(row.substr(0, bar));
      const std::string place = std::string(1, column) + std::to_string(number);
      const bool code = cell.size() > 1 && cell[0] == '0' && cell[1] != '.';
      if (!cell.empty() && !code && cell.find_first_not_of("0123456789.-") == std::string::npos) {
        out += "<c r=\"" + place + "\"><v>" + cell + "</v></c>";
      } else if (!cell.empty()) {
        out += "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
      }
      if (bar == row.size()) break;
      row.remove_prefix(bar + 1);
    }
    out += "</row>";
  }
  return out + "</sheetData>";
}

std::string merges(const std::vector<std::string>& ranges) {
  std::string out = "<mergeCells>";
  for (const std::string& range : ranges)
    out += "<mergeCell ref=\"" + range + "\"/>";
  return out + "</mergeCells>";
}

Document sheet(const std::string& xml, std::string_view name = "Sheet1") {
  return read(xlsx({{std::string(name), xml}}));
}

std::string notes(const Document& document) {
  std::string out;
  for (const ReaderNote& note : document.notes)
    out += note.code + " " + note.detail + "\n";
  return out;
}

}  // namespace

TEST_CASE("a sheet is its title, its unit line, its table and its notes") {
  const Document document =
      sheet(cells("附表1\n2021年部门收支总表\n编制单位：某馆||单位：万元\n科目|基本支出|项目支出\n教育|12.5|"
                  "3\n合计|12.5|3\n\n注：不含"
                  "结转。"));
  CHECK(document.text ==
        "附表1\n2021年部门收支总表\n编制单位：某馆    "
        "单位：万元\n科目\t基本支出\t项目支出\n教育\t12.5\t3\n合计\t12.5\t3\n注：不含"
        "结转。\n");
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].header_rows == 1);
  CHECK(document.words(document.tables[0].title) == "2021年部门收支总表");
  CHECK(document.tables[0].unit == Unit::ten_thousand_yuan);
  CHECK(document.media == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}

TEST_CASE("merged heads, also where empty cells stand for them") {
  const std::string rows =
      "收支总表\n收入||支出|\n项目|预算数|项目|预算数\n拨款|12|基本|8\n|| 项目|4\n收入合计|12|支出合计|12";
  const std::string expected =
      "收入|^|支出|^\n项目|预算数|项目|预算数\n拨款|12|基本|8\n||项目|4\n收入合计|12|支出合计|12\n";
  const Document merged = sheet(cells(rows) + merges({"A1:D1", "A2:B2", "C2:D2"}));
  REQUIRE(merged.tables.size() == 1);
  CHECK(grid(merged, merged.tables[0]) == expected);
  CHECK(merged.tables[0].header_rows == 2);
  const Document unmerged = sheet(cells(rows));
  CHECK(unmerged.tables[0].header_rows == 2);
  CHECK(unmerged.words(unmerged.tables[0].title) == "收支总表");
}

TEST_CASE("three rows of heads, a row that numbers the columns, codes in three columns") {
  const Document document = sheet(
      cells(
          "科目编码|||科目名称|合计|其中|\n类|款|项|||基本|项目\n|||栏次|1|2|3\n205|02|01|小学|9|4|5\n205|02|"
          "99|其他|1|1|0") +
      merges({"A1:C1", "D1:D2", "E1:E2", "F1:G1"}));
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].header_rows == 3);
  CHECK(grid(document, document.tables[0]) ==
        "科目编码|^|^|科目名称|合计|其中|^\n类|款|项|^|^|基本|项目\n^|^|^|栏次|1|2|3\n205|02|01|小学|9|4|"
        "5\n205|02|99|其他|1|1|0\n");
}

TEST_CASE("a blank row parts tables where heads follow, and none where figures go on") {
  const Document two = sheet(cells("甲表\n项目|金额\n设备|1\n家具|2\n\n乙表\n科目|数量\n人员|3\n车辆|4"));
  REQUIRE(two.tables.size() == 2);
  CHECK(two.words(two.tables[1].title) == "乙表");
  CHECK(grid(two, two.tables[1]) == "科目|数量\n人员|3\n车辆|4\n");
  const Document one = sheet(cells("项目|金额|项目|金额\n拨款|8|基本|8\n\n\n收入合计|8|支出合计|8"));
  REQUIRE(one.tables.size() == 1);
  CHECK(grid(one, one.tables[0]) == "项目|金额|项目|金额\n拨款|8|基本|8\n收入合计|8|支出合计|8\n");
  // An empty form: no figures anywhere.
  const Document empty = sheet(cells("收支总表\n项目|金额|项目|金额\n拨款||基本|\n\n收入合计||支出合计|"));
  REQUIRE(empty.tables.size() == 1);
  CHECK(empty.tables[0].header_rows == 1);
  CHECK(empty.tables[0].rows == 3);
}

TEST_CASE("numbers under their formats") {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"176\" formatCode=\"0.00_ \"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
      "<xf numFmtId=\"4\"/><xf numFmtId=\"176\"/><xf numFmtId=\"10\"/><xf numFmtId=\"31\"/></cellXfs>";
  const auto cell = [](std::string_view style, std::string_view value) {
    return "<c s=\"" + std::string(style) + "\"><v>" + std::string(value) + "</v></c>";
  };
  const std::string rows = "<sheetData><row>" + cell("1", "1234.5") + cell("2", "83") + cell("3", "0.6107") +
                           cell("4", "44196") + cell("9", "294.64999999999998") + "</row></sheetData>";
  CHECK(read(xlsx({{"Sheet1", rows}}, styles)).text ==
        "1,234.50    83.00    61.07%    2020年12月31日    294.65\n");
  CHECK(read(xlsx({{"Sheet1", "<sheetData><row>" + cell("4", "42734") + "</row></sheetData>"}}, styles, {},
                  "<workbookPr date1904=\"1\"/>"))
            .text == "2020年12月31日\n");
}

TEST_CASE("strings: shared, in runs, without their pronunciation; formulas by their last value") {
  const std::string strings =
      "<si><t>部门</t></si><si><r><t>预</t></r><r><t>算</t></r><rPh><t>ys</t></rPh></si>";
  const std::string rows =
      "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>99</v></c><c><f>A1+1</f>"
      "<v>12</v></c><c t=\"str\"><f>A1</f><v>甲</v></c><c><f>B1</f></c><c t=\"e\"><v>#REF!</v></c><c t=\"b\">"
      "<v>1</v></c></row></sheetData>";
  const Document document = read(xlsx({{"Sheet1", rows}}, {}, strings));
  CHECK(document.text == "部门    预算    12    甲    #REF!    TRUE\n");
  CHECK(notes(document) == "xlsx.uncalculated 1\nxlsx.errors 1\n");
}

TEST_CASE("hidden sheets, rows and columns are left out and counted") {
  const std::string rows =
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c "
      "r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v>"
      "</c><c r=\"C1\"><v>3</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>4</v></c></row><row "
      "r=\"3\" hidden=\"1\"/>"
      "<row r=\"4\"><c r=\"A4\"><v>5</v></c><c r=\"C4\"><v>6</v></c></row></sheetData>";
  const Document document = read(
      xlsx({{"Sheet1", rows}, {"算", cells("秘密|1"), "hidden"}, {"算", cells("秘密|2"), "veryHidden"}}));
  CHECK(document.text == "1\t3\n5\t6\n");
  CHECK(notes(document) == "xlsx.hidden_sheets 2\nxlsx.hidden_rows 1\nxlsx.hidden_columns 1\n");
  // A merged cell is seen where any part of it is, and what is left beneath it is not.
  const Document merged = sheet("<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>" +
                                cells("|\n甲|7|2\n乙|3|4") + merges({"A2:B2"}));
  CHECK(merged.text == "甲\t2\n3\t4\n");
}

TEST_CASE("zeros that a sheet does not show are not there") {
  CHECK(sheet("<sheetViews><sheetView showZeros=\"0\"/></sheetViews>" + cells("甲|0|0.5\n乙|1|0")).text ==
        "甲\t\t0.5\n乙\t1\t\n");
}

TEST_CASE("a sheet without a title goes by its name, unless Excel gave it") {
  CHECK(sheet(cells("项目|金额\n设备|1"), "部门收支总表").text == "部门收支总表\n项目\t金额\n设备\t1\n");
  CHECK(sheet(cells("单位：元\n项目|金额\n设备|1"), "部门收支总表").text ==
        "部门收支总表\n单位：元\n项目\t金额\n设备\t1\n");
  CHECK(sheet(cells("收支总表\n项目|金额\n设备|1"), "表1").text == "收支总表\n项目\t金额\n设备\t1\n");
  CHECK(sheet(cells("项目|金额\n设备|1"), "Sheet2").text == "项目\t金额\n设备\t1\n");
}

TEST_CASE("a sheet of text is paragraphs, line breaks within a cell part them") {
  CHECK(outline(sheet(cells("部门主要职能\n一、编制规划。\n二、组织实施。&#10;（一）检查。"))) ==
        "title [] 部门主要职能\nparagraph [一] 一、编制规划。\nparagraph [二] 二、组织实施。\nparagraph "
        "[二、（一）] （一）检查。\n");
}

TEST_CASE("places of cells") {
  CHECK(parse_reference("A1")->column == 0);
  CHECK(parse_reference("$BC$27")->row == 26);
  CHECK(parse_reference("$BC$27")->column == 54);
  CHECK(parse_reference("XFD1048576").has_value());
  for (const std::string_view wrong : {"", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "A99999999"})
    CHECK_FALSE(parse_reference(wrong).has_value());
}
