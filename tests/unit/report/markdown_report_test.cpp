#include "made_report.h"

using namespace mingzhang;

namespace {

bool says(const std::string& report, std::string_view words) {
  return report.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the Markdown report: headings, a table of figures, failures with their words") {
  const std::string report = MadeReport().report(ReportFormat::markdown, Language::en);
  CHECK(report.starts_with("# 某局: 2020 departmental budget\n\n"));
  CHECK(says(report, "| 100.50 万元 |"));
  CHECK(says(report, "- ≠ contradictions: 1"));
  CHECK(says(report, "### ≠ =10元 ≠ 10万元"));
  CHECK(says(report, "\"10元\""));
  CHECK(says(report, "60 + 40.5 = 100.50 (`sum.expenditure`)"));
}

TEST_CASE("words of the document are not read as mark-up") {
  MadeReport made;
  made.analysis.disclosure.entity = "<b>*某*|局_";
  const std::string report = made.report(ReportFormat::markdown);
  CHECK(says(report, "\\<b\\>\\*某\\*\\|局\\_"));
}
