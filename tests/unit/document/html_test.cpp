// HTML pages, well written and not: each case is a page and the blocks or the grid that it must give.
#include "document/html/html.h"

#include "document/limits.h"
#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

std::string text_of_page(std::string_view body) {
  const Document document = read("<!DOCTYPE html><body>" + std::string(body));
  CHECK(document.media == "text/html");
  return document.text;
}

std::string only_grid(std::string_view body) {
  const Document document = read("<html>" + std::string(body));
  REQUIRE(document.tables.size() == 1);
  return grid(document, document.tables[0]);
}

}  // namespace

TEST_CASE("pages and parts of pages are known by their first tag") {
  for (const std::string_view page :
       {"<!DOCTYPE html>", "<!doctype HTML PUBLIC \"-//W3C\">", "\uFEFF\r\n <HTML lang=zh>",
        "<!-- saved from url -->\n<html>", "<?xml version=\"1.0\"?><html>", "<meta charset='utf-8'><table>",
        "<table border=1>", "<div><p>", "<p>甲</p>"})
    CHECK(is_html(page));
  for (const std::string_view text :
       {"<项目>", "<1万元", "一、<b>概况</b>", "", "<", "<!DOCTYPE svg>", "<note>甲</note>", "p>"})
    CHECK_FALSE(is_html(text));
}

TEST_CASE("blocks are lines, white space is one space and none between ideographs") {
  CHECK(text_of_page("<div>一、部门\n  概况</div><p>本年收入 <b>12</b>.5\n万元，<span>占 61 "
                     "%</span>。</p>\n<p>Budget\n2021</p>") ==
        "一、部门概况\n本年收入 12.5 万元，占 61 %。\nBudget 2021\n");
  CHECK(text_of_page("甲<br>乙<br/>丙") == "甲\n乙\n丙\n");
  CHECK(text_of_page("<p>&nbsp;&nbsp;合&nbsp;&nbsp;计</p>") == "合  计\n");
  CHECK(text_of_page("<pre>甲  乙\n丙</pre>") == "甲  乙\n丙\n");
}

TEST_CASE("references by name and by number") {
  CHECK(text_of_page("<p>&lt;&ge;95&#37; &amp; &#x4E07;&#20803;&ldquo;三公&rdquo;&mdash;&nbsp;&unknown; "
                     "&#128; A&B &amp") == "<≥95% & 万元“三公”— &unknown; € A&B &\n");
  CHECK(text_of_page("<p>&#0;&#xD800;&#99999999999;x") == "\uFFFD\uFFFD\uFFFDx\n");
}

TEST_CASE("headings, numbered or not, and the page's title") {
  CHECK(outline(read(
            "<html><head><title>某馆2021年部门预算-某县政府网</title></head><body><h1>某馆2021年部门预算</h1>"
            "<h2>一、概况</h2><p>本馆有30人。</p><h2>名词解释</h2>")) ==
        "title [] 某馆2021年部门预算\nheading [一] 一、概况\nparagraph [一] 本馆有30人。\nheading [] "
        "名词解释\n");
  // Behind a menu the title comes first, and the headline stays where it is.
  std::string menu;
  for (int i = 0; i < 20; ++i)
    menu += "<li><a href=x>栏目</a></li>";
  const Document page = read(
      "<html><head><title>旧题</title><meta name=\"ArticleTitle\" "
      "content=\"某馆2021年部门预算\"></head><body><ul>" +
      menu + "</ul><h1>某馆2021年部门预算</h1><p>一、概况</p>");
  CHECK(page.words(page.blocks[0].span) == "某馆2021年部门预算");
  CHECK(page.blocks[0].kind == BlockKind::title);
}

TEST_CASE("ordered lists show their numbers") {
  CHECK(text_of_page("<ol><li>甲<li>乙<ul><li>丙</ul></ol><ol start=3 type=a><li>丁</ol><ol "
                     "style=\"list-style-type:cjk-ideographic\">"
                     "<li>戊</li></ol>") == "1. 甲\n2. 乙\n丙\nc. 丁\n一、戊\n");
}

TEST_CASE("what a browser hides or runs is not there") {
  CHECK(text_of_page("<script>if (a<b) document.write('<p>甲')</script><style>p{}</style><p "
                     "hidden>乙</p><div style=\"DISPLAY : none\">丙"
                     "<div>丁</div></div><select><option>戊</select><p>己<span "
                     "style='visibility:hidden'>庚</span></p><noscript>辛"
                     "</noscript><template>壬</template><!-- 癸 --><![if !x]>") == "己\n");
  CHECK(only_grid("<table><tr><td>甲<td>乙<tr style='display:none'><td>丙<td>丁<tr><td>戊<td>己</table>") ==
        "甲|乙\n戊|己\n");
}

TEST_CASE("tables with cells over rows and columns") {
  CHECK(only_grid("<table><tr><th rowspan=2>科目</th><th "
                  "colspan=2>预算数</th></tr><tr><th>基本</th><th>项目</th></tr><tr><td>教育</td>"
                  "<td>1</td><td>2</td></tr></table>") == "科目|预算数|^\n^|基本|项目\n教育|1|2\n");
  CHECK(only_grid("<table><thead><tr><td>科目<td>金额<tbody><tr><td rowspan=0>教育<td>1<tr><td>2</table>") ==
        "科目|金额\n教育|1\n^|2\n");
  // Wider than the table, beyond its end, and into a cell that reaches down.
  CHECK(
      only_grid(
          "<table><tr><td colspan=99>收支总表<tr><td>科目<td rowspan=9>金额<tr><td colspan=3>教育</table>") ==
      "科目|金额\n教育|^\n");
}

TEST_CASE("caption, unit line and title of a table") {
  const Document document = read(
      "<html><p>正文在此。</p><table><caption>收支总表</caption><tr><td colspan=2 "
      "align=right>单位：万元</td></tr><tr><td>科目</td>"
      "<td>金额</td></tr><tr><td>教育</td><td>1</td></tr></table>");
  REQUIRE(document.tables.size() == 1);
  CHECK(document.words(document.tables[0].title) == "收支总表");
  CHECK(document.tables[0].unit == Unit::ten_thousand_yuan);
  CHECK(grid(document, document.tables[0]) == "科目|金额\n教育|1\n");
}

TEST_CASE("cells of several lines, and pages laid out by tables") {
  CHECK(
      only_grid(
          "<table><tr><td>科目<td>说明<tr><td>教育<td><p>甲</p><p>乙</p><tr><td>卫生<td>丙<br>丁</table>") ==
      "科目|说明\n教育|甲/乙\n卫生|丙/丁\n");
  const Document page = read(
      "<html><table><tr><td>首页<br>公开<br>预算</td><td><p>一、概况</"
      "p><table><tr><td>科目<td>金额<tr><td>教育"
      "<td>1</table><p>二、收支</p></td></tr></table>");
  CHECK(outline(page) ==
        "title [] 首页\ntitle [] 公开\ntitle [] 预算\nheading [一] 一、概况\ntable [一] 2x2\nheading [二] "
        "二、收支\n");
}

TEST_CASE("pages without end tags, with wrong ones, and outside any table") {
  CHECK(only_grid("<table><td>科目<td>金额<tr><td><b>教育<td>1</b></div></table>") == "科目|金额\n教育|1\n");
  CHECK(text_of_page("<td>甲</td><tr>乙</tr></table></p></span>丙") == "甲\n乙\n丙\n");
  CHECK(text_of_page("<p>甲<p>乙<div>丙<p>丁</div>戊") == "甲\n乙\n丙\n丁\n戊\n");
  CHECK(text_of_page("<a title=\"x>y\">甲</a> < 乙 <= 丙 <a href='x>丁") == "甲 < 乙 <= 丙 丁\n");
  CHECK(text_of_page("<p>甲</p><!-- 不完") == "甲\n");
  CHECK(text_of_page("<p>甲</p><script>不完") == "甲\n");
}

TEST_CASE("GB2312 pages, whatever they say of themselves") {
  CHECK(read("<html><meta charset=gb2312><p>\xD4\xA4\xCB\xE3</p>").text == "预算\n");
  CHECK(read("<html><p>\xD4\xA4\xCB\xE3</p>").text == "预算\n");
  CHECK(read("<html><meta charset=gb2312><p>预算</p>").text == "预算\n");  // saved anew by a browser
}

TEST_CASE("hostile pages end quickly") {
  const auto times = [](std::string_view part, std::size_t count) {
    std::string out = "<html>";
    for (std::size_t i = 0; i < count; ++i)
      out += part;
    return out;
  };
  CHECK(error_of(times("<div>", limits::html_depth + 1) + "甲") == "xml.too_deep 512");
  CHECK(error_of(times("<table><tr><td>", 1000) + "甲") == "xml.too_deep 512");
  CHECK(error_of(times("<font>", 300'000) + "甲") == "none");
  CHECK(error_of(times("<p>甲</b></i></x>", 100'000)) == "none");
  CHECK(error_of("<html><table>" + times("<tr><td colspan=1000>甲<td colspan=1000>乙", 60'000)) == "none");
  CHECK(error_of("<html><table><tr>" + times("<td>甲", 100'000) + "<tr>" + times("<td>甲", 100'000)) ==
        "table.too_large 512");
  CHECK(error_of("<html><table>" + times("<tr><td rowspan=65534 colspan=500>甲<td>乙", 20'000)) != "");
  CHECK(error_of(times("<a x=\"", 200'000) + "<p>甲") != "");
  CHECK(error_of(times("<title>", 200'000) + "<p>甲") != "");
  CHECK(error_of(times("<!--", 200'000) + "<p>甲") == "file.empty");
  CHECK(error_of(times("&#", 300'000)) == "none");
}
