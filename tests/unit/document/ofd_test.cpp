// OFD documents: what stands where, what a page's template adds, what cannot be seen. Each case is the
// objects of a page and the outline that they must give.
#include "package.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

constexpr std::string_view name_space = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";

std::string page_part(std::string_view objects, std::string_view before = {}) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:Page" + std::string(name_space) + ">" +
         std::string(before) + "<ofd:Content><ofd:Layer ID=\"1\">" + std::string(objects) +
         "</ofd:Layer></ofd:Content></ofd:Page>";
}

/// A document of these pages; the first one's objects may also be a template's that all pages use.
std::string ofd(const std::vector<std::string>& pages, std::string_view of_template = {}) {
  std::string list;
  std::vector<PackedFile> files = {
      {"OFD.xml",
       "<ofd:OFD" + std::string(name_space) +
           " Version=\"1.1\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml"
           "</ofd:DocRoot></ofd:DocBody></ofd:OFD>"}};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string name = "Pages/Page_" + std::to_string(i) + "/Content.xml";
    list += "<ofd:Page ID=\"" + std::to_string(i + 10) + "\" BaseLoc=\"" + name + "\"/>";
    const std::string_view use =
        of_template.empty() ? "" : "<ofd:Template TemplateID=\"2\" ZOrder=\"Background\"/>";
    files.push_back({"Doc_0/" + name, page_part(pages[i], use)});
  }
  files.push_back({"Doc_0/Tpls/Tpl_0/Content.xml", page_part(of_template)});
  files.push_back(
      {"Doc_0/Document.xml",
       "<ofd:Document" + std::string(name_space) +
           "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
           "<ofd:TemplatePage ID=\"2\" "
           "BaseLoc=\"/Doc_0/Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages>" +
           list + "</ofd:Pages></ofd:Document>"});
  return zip(files);
}

/// Words at a place in millimetres, four of them an em, one step apart.
std::string words(int x, int y, std::string_view text, std::string_view attributes = {},
                  std::string_view steps = "g 100 4") {
  return "<ofd:TextObject Boundary=\"" + std::to_string(x) + " " + std::to_string(y) +
         " 100 5\" Size=\"4\" " + std::string(attributes) + "><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"" +
         std::string(steps) + "\">" + std::string(text) + "</ofd:TextCode></ofd:TextObject>";
}

std::string path(std::string_view boundary, std::string_view data, std::string_view attributes = {},
                 std::string_view inside = {}) {
  return "<ofd:PathObject Boundary=\"" + std::string(boundary) + "\" LineWidth=\"0.3\" " +
         std::string(attributes) + ">" + std::string(inside) + "<ofd:AbbreviatedData>" + std::string(data) +
         "</ofd:AbbreviatedData></ofd:PathObject>";
}

std::string outline_of(std::string_view objects) {
  return outline(read(ofd({std::string(objects)})));
}

std::vector<std::string> notes_of(const Document& document) {
  std::vector<std::string> notes;
  for (const ReaderNote& note : document.notes)
    notes.push_back(note.code + " " + note.detail);
  return notes;
}

}  // namespace

TEST_CASE("words of an OFD page, with places on it") {
  const Document document = read(ofd(
      {words(30, 20, "一、概况") + words(30, 30, "2020年预算12.5万元。", {}, "g 4 2 4 4 4 g 4 2 4 4 4")}));
  CHECK(outline(document) == "heading [一] 一、概况\nparagraph [一] 2020年预算12.5万元。\n");
  CHECK(document.media == "application/ofd");
  REQUIRE_FALSE(document.places.empty());
  CHECK(document.places[0].x0 == doctest::Approx(30 * 72 / 25.4));
  CHECK(document.page_starts == std::vector<std::uint32_t>{0});
  CHECK(document.notes.empty());
}

TEST_CASE(
    "lines drawn around words make a table: strokes, thin fills, and steps that leap from cell to cell") {
  std::string objects;
  for (const int y : {18, 25, 32})
    objects += path("20 " + std::to_string(y) + " 120 1", "M 0 0 L 120 0");
  for (const int x : {20, 80})
    objects += path(std::to_string(x) + " 18 1 14", "M 0 0 L 0 14");
  objects += path("140 18 0.2 14", "M 0 0 L 0.2 0 L 0.2 14 L 0 14 C", "Stroke=\"false\" Fill=\"true\"");
  objects += words(22, 19, "项目金额", {}, "4 56 4") + words(22, 26, "合计100", {}, "4 56 2 2");
  const Document document = read(ofd({objects}));
  REQUIRE(document.tables.size() == 1);
  CHECK(grid(document, document.tables[0]) == "项目|金额\n合计|100\n");
}

TEST_CASE("a page's template is part of it, and its number is dropped") {
  const std::string line = words(30, 40, "某馆为全县读者提供借阅和自修场所。");
  const Document document = read(ofd({line, line}, words(30, 20, "某馆预算公开")));
  CHECK(outline(document).find("某馆预算公开") != std::string::npos);
  CHECK(document.page_starts.size() == 2);
}

TEST_CASE("words that cannot be seen are left out and counted") {
  const std::string white = "<ofd:FillColor Value=\"255 255 255\"/>";
  const auto coloured = [&](int y, std::string_view text) {
    std::string object = words(30, y, text);
    return object.insert(object.find('>') + 1, white);
  };
  const std::string dark =
      path("25 58 60 9", "M 0 0 L 60 0 L 60 9 L 0 9 C", "Fill=\"true\" Stroke=\"false\"");
  const std::string cover =
      path("25 78 60 9", "M 0 0 L 60 0 L 60 9 L 0 9 C", "Fill=\"true\" Stroke=\"false\"", white);
  const Document document = read(
      ofd({words(30, 20, "看得见") + words(30, 30, "看不见", "Visible=\"false\"") + coloured(50, "白纸白字") +
           dark + coloured(60, "深底白字") + words(30, 80, "盖住的字") + cover + words(300, 20, "页外")}));
  CHECK(outline(document) == "title [] 看得见深底白字\n");
  CHECK(notes_of(document) == std::vector<std::string>{"pages.unseen 13"});
}

TEST_CASE("characters one by one belong to one line, and a space keeps words apart") {
  CHECK(outline_of(words(30, 20, "预") + words(34, 20, "算") + words(38, 20, "数")) == "title [] 预算数\n");
  CHECK(outline_of(words(30, 20, "预 算", {}, "4 2")) == "title [] 预 算\n");
}

TEST_CASE("what a page holds beside words and lines is noted where words may be lost") {
  CHECK(notes_of(read(
            ofd({words(30, 20, "甲") + "<ofd:CompositeObject ResourceID=\"5\" Boundary=\"0 0 9 9\"/>"}))) ==
        std::vector<std::string>{"pages.unreadable 1"});
  CHECK(notes_of(read(
            ofd({words(30, 20, "甲"), "<ofd:ImageObject ResourceID=\"5\" Boundary=\"0 0 210 297\"/>"}))) ==
        std::vector<std::string>{"pages.pictures 2"});
}

TEST_CASE("an OFD document without its parts is an error that names the part") {
  CHECK(error_of(zip({{"OFD.xml",
                       "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
                       "</ofd:OFD>"}})) == "package.part_missing Doc_0/Document.xml");
  CHECK(error_of(zip({{"OFD.xml", "<ofd:OFD"}})).starts_with("xml.malformed"));
}

TEST_CASE("numbers, steps and paths that make no sense end in a page without them") {
  for (const std::string_view steps :
       {"g", "g 999999999 0.1", "g -3 4", "x y z", "1e9", "99999999999999999999"}) {
    CAPTURE(steps);
    CHECK(error_of(ofd({words(30, 20, "预算", {}, steps) + words(30, 40, "决算")})) == "none");
  }
  for (const std::string_view data :
       {"M", "L 1 1", "C C C", "M 0 0 B 1 2 3", "A 1 1 1 1 1 1 1", "M 9999999999 1 L 0 1"}) {
    CAPTURE(data);
    CHECK(error_of(ofd({words(30, 20, "预算") + path("0 0 9 9", data)})) == "none");
  }
}
