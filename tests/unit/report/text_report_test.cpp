#include "made_report.h"

using namespace mingzhang;

namespace {

bool says(const std::string& report, std::string_view words) {
  return report.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "the text report: who and when, the figures, the verdict apart by kind, each failure with its place") {
  const std::string report = MadeReport().report(ReportFormat::text);
  CHECK(report.starts_with("某局 2020年部门预算\nmade.txt · "));
  CHECK(says(report, " 100.50 "));
  CHECK(says(report, "≠ 矛盾 1 处"));
  CHECK(says(report, "= 相符 1 项"));
  CHECK(says(report, "… 无法核对 1 项"));
  CHECK(says(report, "一  第 3 行 「10元」"));
  CHECK(says(report, "相差 −9.999 万元"));
  CHECK(says(report, "「10元」：改为10万元后"));
  CHECK(says(report, "（单位）"));
  CHECK(says(report, "60 + 40.5 = 100.50  [sum.expenditure]"));
  CHECK(says(report, "4 个数字中，1 个改动后会被发现，3 个"));
}

TEST_CASE("what was not understood is listed") {
  const std::string report = MadeReport().report(ReportFormat::text, Language::en);
  CHECK(says(report, "Figures not understood: 1"));
  CHECK(says(report, "line 4 \"3个\""));
}

TEST_CASE("figures of one table are aligned on their decimal points") {
  const std::string report = MadeReport().report(ReportFormat::text);
  const auto column_of = [&](std::string_view line_start, char mark) {
    const std::size_t line = report.find(line_start);
    REQUIRE(line != std::string::npos);
    // Both names have four Han characters, so bytes stand for columns.
    return report.find(mark, line) - line;
  };
  CHECK(column_of("     基本支出", '6') == column_of("     项目支出", '4'));
}

TEST_CASE("money in the unit asked for, exactly; formulas stay as they are") {
  const std::string report = MadeReport().report(ReportFormat::text, Language::zh, Unit::yuan);
  CHECK(says(report, "1005000 元"));
  CHECK(says(report, "相差 −99990 元"));
  CHECK(says(report, "60 + 40.5 = 100.50"));
  CHECK(says(MadeReport().report(ReportFormat::text, Language::zh, Unit::hundred_million_yuan), " 0.01005"));
}

TEST_CASE("words of the document cannot move the terminal's cursor") {
  MadeReport made;
  made.analysis.disclosure.entity = "某\x1b[2J局\n";
  const std::string report = made.report(ReportFormat::text);
  CHECK_FALSE(says(report, "\x1b"));
  CHECK(report.find('\n') > report.find("2020"));
}

TEST_CASE("a text that is no disclosure says so and nothing else") {
  MadeReport made;
  made.analysis.disclosure.recognised = false;
  const std::string report = made.report(ReportFormat::text, Language::en);
  CHECK(says(report, not_disclosure_sentence(Language::en)));
  CHECK_FALSE(says(report, "Contradictions"));
}

TEST_CASE("the English report has no Chinese but the document's own") {
  MadeReport made;
  made.analysis.disclosure.entity = "Office";
  made.analysis.findings.all.clear();
  made.analysis.disclosure.unplaced.clear();
  made.analysis.disclosure.facts.clear();
  made.analysis.findings.protection.clear();
  for (const char byte : made.report(ReportFormat::text, Language::en)) {
    // Letters of Chinese lead with bytes E4 to E9.
    const auto lead = static_cast<unsigned char>(byte);
    CHECK_FALSE((lead >= 0xE4 && lead <= 0xE9));
  }
}
