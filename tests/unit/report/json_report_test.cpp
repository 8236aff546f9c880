#include "made_report.h"
#include "text/utf8.h"

#include <algorithm>
#include <vector>

using namespace mingzhang;

namespace {

/// The keys in the order in which they are written.
std::vector<std::string> keys_of(const std::string& text, const char* first, const char* second = nullptr) {
  const auto whole = nlohmann::ordered_json::parse(text, nullptr, false);
  const auto* place = &whole.at(0).at(first);
  if (second != nullptr) place = &place->at(0).at(second);
  if (place->is_array()) place = &place->at(0);
  std::vector<std::string> keys;
  for (const auto& [key, value] : place->items())
    keys.push_back(key);
  return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("every key is there, in the order of the reference") {
  const std::string text = MadeReport().report(ReportFormat::json);
  const auto whole = nlohmann::ordered_json::parse(text, nullptr, false);
  Keys keys;
  for (const auto& [key, value] : whole.at(0).items())
    keys.push_back(key);
  CHECK(keys == Keys{"format", "generator", "input", "disclosure", "verdict", "facts", "unplaced", "findings",
                     "sections", "tables", "notes"});
  CHECK(keys_of(text, "generator") == Keys{"name", "version", "rules"});
  CHECK(keys_of(text, "input") == Keys{"name", "media", "bytes", "sha256"});
  CHECK(keys_of(text, "disclosure") == Keys{"entity", "year", "kind", "currency"});
  CHECK(keys_of(text, "verdict") == Keys{"error", "warning", "notice", "holds", "unknown"});
  CHECK(keys_of(text, "facts") == Keys{"id", "concept", "subject", "scope", "part", "stage", "period",
                                       "measure", "of", "base", "value", "unit", "yuan", "comparator",
                                       "project", "level", "noticed_from", "range", "source"});
  CHECK(keys_of(text, "unplaced") ==
        Keys{"start", "end", "text", "section", "page", "table", "row", "column"});
  CHECK(keys_of(text, "findings") == Keys{"rule", "status", "severity", "formula", "stated", "expected",
                                          "difference", "tolerance", "unit", "facts", "cells", "sources",
                                          "group", "repair", "message"});
  CHECK(keys_of(text, "sections") == Keys{"number", "title", "start", "end"});
  CHECK(keys_of(text, "tables") == Keys{"title", "unit", "rows", "columns", "start", "end", "page"});
}

TEST_CASE("a fact: figures as printed, yuan exact, what is not there as null") {
  const nlohmann::json facts = MadeReport().json().at("facts");
  const nlohmann::json& total = facts.at(0);
  CHECK(total.at("concept") == "expenditure.total");
  CHECK(total.at("value") == "100.50");
  CHECK(total.at("unit") == "万元");
  CHECK(total.at("yuan") == "1005000");
  CHECK(total.at("period") == 2020);
  CHECK(total.at("comparator") == "=");
  CHECK(total.at("noticed_from") == "0.02");
  for (const char* absent : {"subject", "scope", "part", "stage", "of", "base", "project", "level"}) {
    CHECK_MESSAGE(total.at(absent).is_null(), absent);
  }
  CHECK(facts.at(3).at("yuan") == "10");
  CHECK(facts.at(3).at("noticed_from").is_null());
}

TEST_CASE("a fact says what its figure stands for, in its own unit; null where nothing was checked") {
  MadeReport made;
  CHECK(made.json().at("facts").at(0).at("range").is_null());
  made.analysis.findings.ranges.push_back(
      {Decimal::parse("100.495").value(), Decimal::parse("100.505").value()});
  const nlohmann::json range = made.json().at("facts").at(0).at("range");
  CHECK(range == nlohmann::json::array({"100.495", "100.505"}));
}

TEST_CASE("the verdict counts failing findings by severity, the others by status") {
  const nlohmann::json verdict = MadeReport().json().at("verdict");
  CHECK(verdict ==
        nlohmann::json({{"error", 1}, {"warning", 0}, {"notice", 0}, {"holds", 1}, {"unknown", 1}}));
}

TEST_CASE("an indicator names its project, a threshold its level, a share its whole") {
  MadeReport made;
  Project project;
  project.name = "培训";
  made.analysis.disclosure.projects.push_back(project);
  Fact& share = made.fact("expenditure.basic", "60", "60万元");
  share.measure = Measure::share;
  share.of = concept_named("expenditure.total");
  share.unit = Unit::percent;
  Fact& threshold = made.fact("grade.threshold", "-95", "3个");
  threshold.measure = Measure::threshold;
  threshold.level = Level::good;
  threshold.comparator = Comparator::at_least;
  threshold.project = 0;
  threshold.period = 0;
  const nlohmann::json facts = made.json().at("facts");
  CHECK(facts.at(4).at("of") == "expenditure.total");
  CHECK(facts.at(4).at("unit") == "%");
  CHECK(facts.at(4).at("yuan").is_null());
  CHECK(facts.at(5).at("project") == "培训");
  CHECK(facts.at(5).at("level") == "good");
  CHECK(facts.at(5).at("comparator") == "≥");
  CHECK(facts.at(5).at("value") == "-95");
  CHECK(facts.at(5).at("period").is_null());
}

TEST_CASE("a source quotes its words and says where they stand") {
  const MadeReport made;
  const nlohmann::json report = made.json();
  const nlohmann::json& source = report.at("facts").at(1).at("source");
  CHECK(source.at("text") == "60万元");
  CHECK(source.at("section") == "一");
  CHECK(source.at("page").is_null());
  CHECK(source.at("row").is_null());
  const auto start = source.at("start").get<std::size_t>();
  CHECK(made.analysis.document.text.substr(start, source.at("end").get<std::size_t>() - start) == "60万元");
  CHECK(report.at("unplaced").at(0).at("table") == 0);
  CHECK(report.at("unplaced").at(0).at("column") == 1);
}

TEST_CASE("a finding: its facts by id, its repair, its sentence in both languages") {
  const nlohmann::json report = MadeReport().json();
  const nlohmann::json& fails = report.at("findings").at(1);
  CHECK(fails.at("rule") == "unit.suspect");
  CHECK(fails.at("status") == "fails");
  CHECK(fails.at("severity") == "error");
  CHECK(fails.at("group") == 0);
  CHECK(fails.at("facts").at(0) == report.at("facts").at(3).at("id"));
  CHECK(fails.at("repair").at(0) == nlohmann::json{{"fact", report.at("facts").at(3).at("id")},
                                                   {"value", "100000"},
                                                   {"slip", "unit"},
                                                   {"likely", true}});
  CHECK(fails.at("message").at("zh").is_string());
  CHECK(fails.at("message").at("en").is_string());
  CHECK(report.at("findings").at(0).at("group").is_null());
  CHECK(report.at("findings").at(2).at("unit").is_null());
}

TEST_CASE("head rows are not counted in a table's rows") {
  const nlohmann::json table = MadeReport().json().at("tables").at(0);
  CHECK(table.at("rows") == 1);
  CHECK(table.at("columns") == 2);
  CHECK(table.at("unit") == "万元");
  CHECK(table.at("page").is_null());
}

TEST_CASE("what the reader could not place is said with its place") {
  MadeReport made;
  made.analysis.document.notes.push_back({"table.ragged", made.analysis.document.tables[0].span, {}});
  const nlohmann::json note = made.json().at("notes").at(0);
  CHECK(note.at("code") == "table.ragged");
  CHECK(note.at("message").at("en").get<std::string>().starts_with("rows of this table"));
  CHECK(note.at("source").at("table") == 0);
  CHECK(note.at("source").at("text") == "=计划|3个");
  CHECK(made.report(ReportFormat::text, Language::en).find("line 4 rows of this table") != std::string::npos);
}

TEST_CASE("a text that is no disclosure has disclosure null, a disclosure without a year has year null") {
  MadeReport made;
  made.analysis.disclosure.year = 0;
  CHECK(made.json().at("disclosure").at("year").is_null());
  made.analysis.disclosure.recognised = false;
  CHECK(made.json().at("disclosure").is_null());
}

TEST_CASE("ndjson says the same on one line") {
  const MadeReport made;
  const std::string line = made.report(ReportFormat::ndjson);
  CHECK(std::count(line.begin(), line.end(), '\n') == 1);
  CHECK(line.back() == '\n');
  CHECK(nlohmann::json::parse(line, nullptr, false) == made.json());
}

TEST_CASE("a report is valid UTF-8 whatever the input is called") {
  MadeReport made;
  made.analysis.document.name = "bad\xff\"name\n.txt";
  const std::string text = made.report(ReportFormat::json);
  CHECK(is_valid_utf8(text));
  CHECK(made.json().at("input").at("name") == "bad\uFFFD\"name\n.txt");
}

TEST_CASE("an input that could not be read has its place in json and ndjson") {
  Error error;
  error.code = "file.empty";
  const InputIdentity input{"leer.txt", 0, std::string(64, 'b')};
  for (const ReportFormat format : {ReportFormat::json, ReportFormat::ndjson}) {
    const nlohmann::json written =
        nlohmann::json::parse(write_error(error, input, {format, Language::zh, Unit::none}), nullptr, false);
    REQUIRE(written.is_object());
    CHECK(written.at("format") == "mingzhang-report/1");
    CHECK(written.at("input").at("name") == "leer.txt");
    CHECK(written.at("error").at("code") == "file.empty");
    CHECK(written.at("error").at("message").at("zh") == error_sentence(error, Language::zh));
    CHECK(written.at("error").at("message").at("en") == error_sentence(error, Language::en));
  }
}
