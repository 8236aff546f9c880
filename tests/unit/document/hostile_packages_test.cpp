// Word and Excel documents that nobody means well with: each is read or refused with the right error, quickly
// and without harm.
#include "document/limits.h"
#include "package.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i)
    out += part;
  return out;
}

std::string wide_cell(std::string_view span) {
  return "<w:tc><w:tcPr><w:gridSpan w:val=\"" + std::string(span) + "\"/></w:tcPr>" + p("甲") + "</w:tc>";
}

std::string rows(std::string_view cells) {
  return "<w:tbl>" + repeated("<w:tr>" + std::string(cells) + "</w:tr>", 3) + "</w:tbl>";
}

std::string sheet(std::string_view xml) {
  return xlsx({{"Sheet1", std::string(xml)}});
}

}  // namespace

TEST_CASE("a document cut off anywhere is refused") {
  const std::string bytes = docx(p("一、概况"));
  for (std::size_t size = 4; size < bytes.size(); size += 7)
    CHECK(error_of(bytes.substr(0, size)) == "zip.cut");
}

TEST_CASE("parts that are missing, of another kind, or lead elsewhere") {
  CHECK(error_of(zip({{"[Content_Types].xml", "<Types/>"}, {"word/styles.xml", "<w/>"}})) ==
        "package.part_missing word/document.xml");
  CHECK(error_of(zip({{"word/document.xml", "一、概况"}})) == "xml.malformed word/document.xml");
  CHECK(error_of(zip({{"word/document.xml", "<html><body>甲</body></html>"}})) == "file.empty");
  CHECK(error_of(zip({{"word/document.xml", "<d><body/></d>"}, {"word/_rels/document.xml.rels", "<R>"}})) ==
        "xml.malformed word/_rels/document.xml.rels");
  CHECK(error_of(docx(p("甲"), {{"styles", "</w:x>"}})) == "xml.malformed word/styles.xml");
  CHECK(error_of(docx("")) == "file.empty");
  CHECK(error_of(xlsx({})) == "file.empty");
  CHECK(error_of(sheet("")) == "file.empty");
  // A relationship to a part outside the package, above its root, and to itself.
  for (const std::string_view target : {"http://example.org/x.xml", "../../../../x.xml", "document.xml"}) {
    const std::string relations =
        "<R><Relationship Id=\"a\" Type=\"x/styles\" Target=\"" + std::string(target) + "\"/></R>";
    CHECK(error_of(zip({{"word/document.xml", "<d><body><p><r><t>甲</t></r></p></body></d>"},
                        {"word/_rels/document.xml.rels", relations}})) == "none");
  }
}

TEST_CASE("elements nested without end") {
  const auto nested = [](std::string_view open, std::string_view close, std::size_t depth) {
    return repeated(open, depth) + p("甲") + repeated(close, depth);
  };
  CHECK(error_of(docx(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 20))) == "none");
  CHECK(error_of(docx(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 50'000))) ==
        "xml.too_deep 256");
  CHECK(error_of(docx(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 50'000))) ==
        "xml.too_deep 256");
  CHECK(error_of(docx("<w:p>" + repeated("<w:hyperlink>", 50'000) + repeated("</w:hyperlink>", 50'000) +
                      "</w:p>")) == "xml.too_deep 256");
  CHECK(error_of(docx(nested("<w:p><w:r><w:pict><v:textbox><w:txbxContent>",
                             "</w:txbxContent></v:textbox></w:pict></w:r></w:p>", 20'000))) ==
        "xml.too_deep 256");
  CHECK(error_of(docx(p("甲") + "<w:p><m:oMath>" + repeated("<m:e>", 50'000) + repeated("</m:e>", 50'000) +
                      "</m:oMath></w:p>")) == "none");
}

TEST_CASE("columns without end") {
  CHECK(error_of(docx(rows(repeated(wide_cell("1"), 513)))) == "table.too_large 512");
  CHECK(error_of(docx(rows(repeated(wide_cell("1"), 100'000)))) == "table.too_large 512");
  for (const std::string_view span : {"1000000000", "-5", "0", "x", "99999999999999999999"})
    CHECK(error_of(docx(rows(wide_cell(span) + wide_cell(span)))) == "none");
  std::string cells = "<sheetData>";
  for (int row = 1; row <= 2; ++row)
    cells += "<row>" + repeated("<c><v>1</v></c>", 16'384) + "</row>";
  CHECK(error_of(sheet(cells + "</sheetData>")) == "table.too_large 512");
}

TEST_CASE("styles and lists that rest on one another in a circle") {
  const std::vector<PackedFile> parts = {
      {"styles",
       "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style "
       "w:type=\"paragraph\" "
       "w:styleId=\"b\"><w:basedOn w:val=\"a\"/><w:pPr><w:numPr><w:numId "
       "w:val=\"1\"/></w:numPr></w:pPr></w:style>"},
      {"numbering",
       "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1%1%2%9、\"/><w:start "
       "w:val=\"-7\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"}};
  CHECK(error_of(docx("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>", parts)) ==
        "none");
}

TEST_CASE("fields that never end, notes that refer to themselves") {
  CHECK(read(docx("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + p("甲"))).text == "甲\n");
  CHECK(error_of(docx(repeated("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>", 5'000) +
                      p("甲"))) == "none");
  CHECK(
      read(
          docx("<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id=\"1\"/><w:footnoteReference "
               "w:id=\"1\"/></w:r></w:p>",
               {{"footnotes",
                 "<w:footnote w:id=\"1\"><w:p><w:r><w:t>乙</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
                 "</w:footnote>"}}))
          .text == "甲\n注1：乙\n");
}

TEST_CASE("a string that a million cells share") {
  const std::string strings = "<si><t>" + repeated("很长的内容", 2'000) + "</t></si>";
  const std::string cells =
      "<sheetData>" + repeated("<row><c t=\"s\"><v>0</v></c></row>", 100'000) + "</sheetData>";
  CHECK(error_of(xlsx({{"Sheet1", cells}}, {}, strings)).starts_with("document.too_large"));
}

TEST_CASE("cells far apart, merged over everything, and over one another") {
  CHECK(error_of(sheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c "
                       "r=\"XFD1048576\"><v>2</v></c>"
                       "</row></sheetData>")) == "none");
  CHECK(error_of(sheet(
            "<sheetData><row r=\"99999999999\"><c r=\"ZZZZ99999999\"><v>1</v></c></row></sheetData>")) ==
        "none");
  std::string merges =
      "<mergeCells>" + repeated("<mergeCell ref=\"A1:XFD1048576\"/>", 50'000) + "</mergeCells>";
  CHECK(error_of(sheet("<sheetData>" + repeated("<row><c><v>1</v></c><c><v>2</v></c></row>", 20'000) +
                       "</sheetData>" + merges)) == "none");
  merges = "<mergeCells>";
  std::string cells = "<sheetData>";
  for (int row = 1; row <= 20'000; ++row) {
    merges += "<mergeCell ref=\"A" + std::to_string(row) + ":ZZ1048576\"/>";
    cells += "<row><c><v>1</v></c><c><v>2</v></c></row>";
  }
  CHECK(error_of(sheet(cells + "</sheetData>" + merges + "</mergeCells>")) != "");
}

TEST_CASE("more rows than any table has") {
  CHECK(error_of(sheet("<sheetData>" +
                       repeated("<row><c><v>1</v></c><c><v>2</v></c></row>", limits::rows_of_table + 1) +
                       "</sheetData>")) == "table.too_large " + std::to_string(limits::rows_of_table));
}
