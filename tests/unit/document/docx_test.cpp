// Word documents: each case is a body and the blocks or the grid that it must give.
#include "package.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

std::string cell(std::string_view text, std::string_view properties = {}) {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + p(text) + "</w:tc>";
}
std::string row(const std::vector<std::string>& cells) {
  std::string out = "<w:tr>";
  for (const std::string& c : cells)
    out += c;
  return out + "</w:tr>";
}
std::string wide(int columns) {
  return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>";
}
constexpr std::string_view starts = "<w:vMerge w:val=\"restart\"/>", goes_on = "<w:vMerge/>";

std::string table_of(std::string_view body) {
  const Document document = read(docx(body));
  REQUIRE(document.tables.size() == 1);
  return grid(document, document.tables[0]);
}

std::string numbered(std::string_view text, int level = 0) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
         "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

}  // namespace

TEST_CASE("paragraphs are lines, and offsets count in the text that the reader makes") {
  const Document document =
      read(docx(p("某馆2021年部门预算") + p("") + p("一、概况") + p("本年收入12万元。") + p(" ")));
  CHECK(document.text == "某馆2021年部门预算\n一、概况\n本年收入12万元。\n");
  CHECK(outline(document) ==
        "title [] 某馆2021年部门预算\nheading [一] 一、概况\nparagraph [一] 本年收入12万元。\n");
  CHECK(document.media == "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

TEST_CASE("a sentence in many runs is one, with its tabs, breaks and symbols") {
  CHECK(read(docx("<w:p><w:r><w:t>收入</w:t></w:r><w:proofErr/><w:r><w:t>12</w:t></"
                  "w:r><w:hyperlink><w:r><w:t>.5</w:t>"
                  "</w:r></w:hyperlink><w:smartTag><w:r><w:t>万元</w:t></w:r></w:smartTag></w:p>"))
            .text == "收入12.5万元\n");
  CHECK(read(docx("<w:p><w:r><w:t>部门：某馆</w:t><w:tab/><w:t>单位：万元</w:t></w:r></w:p>")).text ==
        "部门：某馆    单位：万元\n");
  CHECK(read(docx("<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>")).text ==
        "第一行\n第二行\n");
  CHECK(read(docx("<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>95%</w:t></w:r></w:p>")).text ==
        "≥95%\n");
  CHECK(read(docx("<w:p><w:r><w:t>0315</w:t><w:noBreakHyphen/><w:t>461</w:t></w:r></w:p>")).text ==
        "0315-461\n");
}

TEST_CASE("of tracked changes what was inserted stands, what was deleted does not") {
  CHECK(read(docx("<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></"
                  "w:del><w:ins><w:r><w:t>13"
                  "</w:t></w:r></w:ins><w:r><w:t>项</w:t></w:r></w:p>"))
            .text == "共13项\n");
  CHECK(read(docx("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" + p("后半")))
            .text == "前半后半\n");
}

TEST_CASE("hidden words are left out and counted") {
  const Document document = read(
      docx("<w:p><w:r><w:t>可见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>不可见</w:t></w:r><w:r><w:rPr>"
           "<w:vanish w:val=\"0\"/></w:rPr><w:t>也可见</w:t></w:r></w:p>"));
  CHECK(document.text == "可见也可见\n");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].code == "text.hidden");
  CHECK(document.notes[0].detail == "1");
}

TEST_CASE("a field shows its result, not its code") {
  CHECK(read(docx("<w:p><w:r><w:fldChar "
                  "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>"
                  "<w:r><w:t>code</w:t></w:r><w:r><w:fldChar "
                  "w:fldCharType=\"separate\"/></w:r><w:r><w:t>45</w:t></w:r>"
                  "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>万元</w:t></w:r></w:p>"))
            .text == "45万元\n");
}

TEST_CASE("automatic numbers stand in the text and open sections") {
  const std::vector<PackedFile> numbering = {
      {"numbering",
       "<w:abstractNum w:abstractNumId=\"0\">"
       "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
       "w:val=\"%1、\"/></w:lvl>"
       "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
       "w:val=\"（%2）\"/></w:lvl>"
       "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
       "w:val=\"%3.\"/></w:lvl>"
       "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"}};
  const Document document =
      read(docx(p("某馆2021年预算") + numbered("概况") + numbered("职责", 1) + numbered("机构", 1) +
                    numbered("甲；", 2) + numbered("乙；", 2) + numbered("收支情况") + numbered("收入", 1),
                numbering));
  CHECK(document.text ==
        "某馆2021年预算\n一、概况\n（一）职责\n（二）机构\n1. 甲；\n2. 乙；\n二、收支情况\n（一）收入\n");
  CHECK(section_path(document, document.blocks.back().section) == "二、（一）");
}

TEST_CASE("headings by their style, with numbers or without") {
  const std::vector<PackedFile> styles = {
      {"styles",
       "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl "
       "w:val=\"0\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"my\"/>"
       "<w:basedOn w:val=\"1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"toc "
       "1\"/>"
       "</w:style>"}};
  const auto styled = [](std::string_view style, std::string_view text) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/></w:pPr><w:r><w:t>" +
           std::string(text) + "</w:t></w:r></w:p>";
  };
  CHECK(outline(read(docx(p("本年收入12万元。") + styled("2", "名词解释") + styled("t", "一、概况") +
                              styled("1", "一、收支") + styled("1", "这是一个句子，不是标题。"),
                          styles))) ==
        "paragraph [] 本年收入12万元。\nheading [] 名词解释\nparagraph [] 一、概况\nheading [一] 一、收支\n"
        "paragraph [一] 这是一个句子，不是标题。\n");
}

TEST_CASE("a table with heads over several columns and rows") {
  const std::string body = "<w:tbl>" + row({cell("科目", starts), cell("预算数", wide(2))}) +
                           row({cell("", goes_on), cell("基本"), cell("项目")}) +
                           row({cell("教育"), cell("1"), cell("2")}) +
                           row({cell("合计"), cell("3", wide(2))}) + "</w:tbl>";
  CHECK(table_of(body) == "科目|预算数|^\n^|基本|项目\n教育|1|2\n合计|3|^\n");
  const Document document = read(docx(p("收支总表") + p("单位：万元") + body));
  CHECK(document.tables[0].header_rows == 2);
  CHECK(document.tables[0].unit == Unit::ten_thousand_yuan);
  CHECK(document.words(document.tables[0].title) == "收支总表");
  CHECK(document.text == "收支总表\n单位：万元\n科目\t预算数\t\n\t基本\t项目\n教育\t1\t2\n合计\t3\t\n");
}

TEST_CASE("a form: labels merged downwards, rows cut in different ways") {
  const std::string body =
      "<w:tbl>" + row({cell("项目名称"), cell("数字平台", wide(2)), cell("负责人"), cell("信息科")}) +
      row({cell("资金情况（万元）", starts), cell("总额："), cell("20", wide(3))}) +
      row({cell("", goes_on), cell("县级资金"), cell("20", wide(3))}) +
      row({cell("绩效", starts), cell("一级"), cell("二级"), cell("三级"), cell("指标值")}) +
      row({cell("", goes_on), cell("产出"), cell("数量"), cell("巡检"), cell("≧2次")}) + "</w:tbl>";
  CHECK(table_of(body) ==
        "项目名称|数字平台|^|负责人|信息科\n资金情况（万元）|总额：|20|^|^\n^|县级资金|20|^|^\n绩效|一级|"
        "二级|三级|指标值\n"
        "^|产出|数量|巡检|≧2次\n");
  CHECK(read(docx(body)).tables[0].header_rows == 0);
}

TEST_CASE("title and unit line inside the table are no rows, and notes below it are text") {
  const Document document =
      read(docx("<w:tbl>" + row({cell("资产情况表", wide(3))}) +
                row({cell("编制单位：某馆", wide(2)), cell("单位：万元")}) +
                row({cell("项目"), cell("数量"), cell("金额")}) + row({cell("设备"), cell("5"), cell("12")}) +
                row({cell("注：不含在建工程。", wide(3))}) + "</w:tbl>"));
  REQUIRE(document.tables.size() == 1);
  CHECK(grid(document, document.tables[0]) == "项目|数量|金额\n设备|5|12\n");
  CHECK(document.words(document.tables[0].title) == "资产情况表");
  CHECK(document.tables[0].unit == Unit::ten_thousand_yuan);
  CHECK(document.text ==
        "资产情况表\n编制单位：某馆    单位：万元\n项目\t数量\t金额\n设备\t5\t12\n注：不含在建工程。\n");
}

TEST_CASE("several paragraphs in a cell are lines of it, and edges a hair apart are one") {
  CHECK(table_of("<w:tbl><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"10\"/><w:gridCol "
                 "w:w=\"1500\"/></w:tblGrid>" +
                 row({cell("项目", wide(2)), cell("金额")}) +
                 row({"<w:tc>" + p("办公费") + p("印刷费") + "</w:tc>", cell("12", wide(2))}) + "</w:tbl>") ==
        "项目|金额\n办公费/印刷费|12\n");
}

TEST_CASE("a table that lays out others is taken apart; one within a cell is lines of it") {
  const std::string inner =
      "<w:tbl>" + row({cell("项目"), cell("金额")}) + row({cell("设备"), cell("5")}) + "</w:tbl>";
  const Document layout =
      read(docx("<w:tbl><w:tr><w:tc>" + p("左边的话") + inner + "</w:tc></w:tr></w:tbl>"));
  CHECK(outline(layout) == "title [] 左边的话\ntable [] 2x2\n");
  CHECK(table_of("<w:tbl>" + row({cell("名称"), cell("内容")}) + row({cell("甲"), cell("乙")}) +
                 row({cell("明细"), "<w:tc>" + inner + "</w:tc>"}) + "</w:tbl>") ==
        "名称|内容\n甲|乙\n明细|项目 金额/设备 5\n");
}

TEST_CASE("a text box stands once, behind its paragraph") {
  const std::string box = "<w:txbxContent>" + p("框内") + "</w:txbxContent>";
  CHECK(
      read(
          docx("<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" +
               box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
               "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"))
          .text == "正文。\n框内\n");
}

TEST_CASE("notes stand behind the text and leave no sign beside figures") {
  CHECK(read(docx("<w:p><w:r><w:t>共12</w:t></w:r><w:r><w:footnoteReference "
                  "w:id=\"2\"/></w:r><w:r><w:t>项。</w:t></w:r></w:p>",
                  {{"footnotes", "<w:footnote w:id=\"2\">" + p("含上年结转。") + "</w:footnote>"}}))
            .text == "共12项。\n注1：含上年结转。\n");
}

TEST_CASE("a namespace with another prefix, and the strict form") {
  const std::string strict =
      "<x:document "
      "xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>一、概况"
      "</x:t></x:r></x:p></x:body></x:document>";
  CHECK(read(zip({{"[Content_Types].xml", "<Types/>"},
                  {"_rels/.rels",
                   "<Relationships><Relationship Id=\"a\" "
                   "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "
                   "Target=\"/word/doc2.xml\"/></Relationships>"},
                  {"word/doc2.xml", strict}}))
            .text == "一、概况\n");
}
