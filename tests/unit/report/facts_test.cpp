#include "made_report.h"

#include <algorithm>
#include <vector>

using namespace mingzhang;

namespace {

std::vector<std::string> lines_of(const std::string& csv) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  for (std::size_t end = csv.find("\r\n"); end != std::string::npos; end = csv.find("\r\n", at)) {
    lines.push_back(csv.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

}  // namespace

TEST_CASE("facts as CSV: a head, a line for each fact, as many cells in each") {
  const MadeReport made;
  const ReportOptions options{ReportFormat::csv, Language::zh, Unit::none};
  const std::vector<std::string> lines =
      lines_of(facts_opening(options) + write_facts(made.analysis, knowledge(), options));
  REQUIRE(lines.size() == 5);
  CHECK(lines[0].starts_with("input,id,concept,name,subject,scope,"));
  CHECK(lines[1].starts_with("made.txt,f0,expenditure.total,"));
  CHECK(lines[1].find(",100.50,万元,1005000,,") != std::string::npos);
  for (const std::string& line : lines) {
    CHECK(std::count(line.begin(), line.end(), ',') == std::count(lines[0].begin(), lines[0].end(), ','));
  }
}

TEST_CASE("facts as JSON are the report's facts, each with its input") {
  const MadeReport made;
  const ReportOptions options{ReportFormat::json, Language::zh, Unit::none};
  const std::string text = facts_opening(options) + write_facts(made.analysis, knowledge(), options) +
                           std::string(facts_closing(options));
  nlohmann::json facts = nlohmann::json::parse(text, nullptr, false);
  REQUIRE(facts.is_array());
  for (nlohmann::json& fact : facts) {
    CHECK(fact.at("input") == "made.txt");
    fact.erase("input");
  }
  CHECK(facts == made.json().at("facts"));
}
