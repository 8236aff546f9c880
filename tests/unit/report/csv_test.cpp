#include "report/csv.h"

#include "made_report.h"

#include <algorithm>

using namespace mingzhang;

namespace {

std::string cell(std::string_view words) {
  std::string line = CsvLine().add(words).take();
  line.resize(line.size() - 2);
  return line;
}

}  // namespace

TEST_CASE("cells are quoted only where they must be, lines end in CRLF") {
  CHECK(CsvLine().add("a").add("").add("b c").take() == "a,,b c\r\n");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("a\"b") == "\"a\"\"b\"");
  CHECK(cell("a\nb") == "\"a\nb\"");
}

TEST_CASE("what a spreadsheet would run is defused, numbers stay numbers") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("+33.81万元") == "'+33.81万元");
  CHECK(cell("-cmd|' /C calc'!A0") == "'-cmd|' /C calc'!A0");
  CHECK(cell("\t=1") == "'\t=1");
  CHECK(cell("-1 - 2 = -3") == "'-1 - 2 = -3");
  CHECK(cell("-12.50") == "-12.50");
  CHECK(cell("+3") == "+3");
  CHECK(cell("-") == "'-");
  CHECK(cell("-1.2.3") == "'-1.2.3");
  CHECK(cell("=3") == "'=3");
}

TEST_CASE("ill-formed bytes and control characters do not reach a cell") {
  CHECK(cell("a\xff\x1b") == "a\uFFFD\uFFFD");
}

TEST_CASE("the findings as a spreadsheet: failures first, a head in the reader's language") {
  const MadeReport made;
  const std::string zh = made.report(ReportFormat::csv);
  CHECK(zh.starts_with("文件,单位,年度,结论,规则,算式,"));
  const std::string en = made.report(ReportFormat::csv, Language::en);
  CHECK(en.starts_with("file,body,year,verdict,rule,formula,"));
  CHECK(en.find("made.txt,某局,2020,Contradictions,unit.suspect,'=10元 ≠ 10万元,0.001,10,-9.999,") !=
        std::string::npos);
  CHECK(en.find("Contradictions") < en.find("Holding"));
}

TEST_CASE("money of the findings is converted where a unit is asked for") {
  const std::string csv = MadeReport().report(ReportFormat::csv, Language::en, Unit::yuan);
  CHECK(csv.find("60 + 40.5 = 100.50,1005000,1005000,0,150,元,") != std::string::npos);
}

TEST_CASE("an input without findings still has its line, as long as the others") {
  MadeReport made;
  const std::string head = report_opening({ReportFormat::csv, Language::zh, Unit::none});
  const auto commas = [](const std::string& line) { return std::count(line.begin(), line.end(), ','); };
  made.analysis.disclosure.recognised = false;
  const std::string poem =
      write_report(made.analysis, knowledge(), {ReportFormat::csv, Language::zh, Unit::none});
  CHECK(poem.starts_with("made.txt,,,不是预决算公开,"));
  Error error;
  error.code = "file.empty";
  const std::string empty =
      write_error(error, {"leer.txt", 0, {}}, {ReportFormat::csv, Language::zh, Unit::none});
  CHECK(empty.starts_with("leer.txt,,,没有读取,"));
  CHECK(commas(empty) == commas(head));
  CHECK(commas(poem) == commas(head));
}
