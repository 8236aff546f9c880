#include "made_report.h"

#include <set>

using namespace mingzhang;

TEST_CASE("the rules as JSON: an id once, a formula and a source for each") {
  const nlohmann::json rules = nlohmann::json::parse(
      write_rules(knowledge(), {ReportFormat::json, Language::zh, Unit::none}), nullptr, false);
  REQUIRE(rules.is_array());
  CHECK(rules.size() == knowledge().rules.rules().size());
  std::set<std::string> ids;
  for (const nlohmann::json& rule : rules) {
    CHECK(rule.size() == 4);
    ids.insert(rule.at("id").get<std::string>());
    CHECK_FALSE(rule.at("formula").get<std::string>().empty());
    CHECK(rule.at("source").is_string());
    const std::string severity = rule.at("severity").get<std::string>();
    CHECK((severity == "error" || severity == "warning" || severity == "notice"));
  }
  CHECK(ids.size() == rules.size());
  CHECK(ids.count("sum.expenditure") == 1);
}

TEST_CASE("the rules for reading, in either language") {
  const std::string text = write_rules(knowledge(), {ReportFormat::text, Language::en, Unit::none});
  CHECK(text.starts_with("Rule book of " + knowledge().rules.date()));
  CHECK(text.find("\nsum.expenditure  contradiction\n") != std::string::npos);
  const std::string table = write_rules(knowledge(), {ReportFormat::markdown, Language::zh, Unit::none});
  CHECK(table.find("| `sum.expenditure` | ") != std::string::npos);
}
