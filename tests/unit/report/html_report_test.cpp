#include "made_report.h"

using namespace mingzhang;

namespace {

bool says(const std::string& report, std::string_view words) {
  return report.find(words) != std::string::npos;
}

std::string page_of(const MadeReport& made, Language language = Language::zh) {
  return write_html_page(made.analysis, knowledge(), {.language = language});
}

}  // namespace

TEST_CASE(
    "the page to be printed: title, figures, failures with their words, and what made it of which file") {
  const std::string page = page_of(MadeReport(), Language::en);
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(says(page, "<html lang=\"en\">"));
  CHECK(says(page, "<h1>某局: 2020 departmental budget</h1>"));
  CHECK(says(page, "100.50 万元</td>"));
  CHECK(says(page, "<section class=\"finding error\">"));
  CHECK(says(page, "=10元 ≠ 10万元"));
  CHECK(says(page, "60 + 40.5 = 100.50 (sum.expenditure)"));
  CHECK(says(page, std::string(program_version())));
  CHECK(says(page, std::string(knowledge().rules.date())));
  CHECK(says(page, std::string(64, 'a')));
}

TEST_CASE("words of a document stay words in the page") {
  MadeReport made;
  made.analysis.disclosure.entity = "<script>alert(1)</script>\"&某局\xE2\x80\xAE";
  made.analysis.document.name = "</title><img src=x onerror=alert(1)>";
  const std::string page = page_of(made);
  CHECK_FALSE(says(page, "<script"));
  CHECK_FALSE(says(page, "<img"));
  CHECK_FALSE(says(page, "\xE2\x80\xAE"));  // turns the direction of what follows around
  CHECK(says(page, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;某局"));
}

TEST_CASE("the page allows no script, and asks for nothing") {
  const std::string page = page_of(MadeReport());
  CHECK(says(page, "default-src 'none'"));
  for (const char* word :
       {"http:", "https:", "url(", "@import", "<link", "<script", "<iframe", "javascript:"})
    CHECK_FALSE(says(page, word));
}
