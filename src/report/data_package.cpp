// The amounts of a disclosure as a Fiscal Data Package
// (specs.frictionlessdata.io/fiscal-data-package, 1.0-rc.1): a table of amounts in yuan, and a descriptor
// that says what each column is. Tested in tests/unit/report/data_package_test.cpp.
#include "report/csv.h"
#include "report/fill.h"
#include "report/json_report.h"
#include "report/names.h"
#include "report/report.h"
#include "report/stored_zip.h"
#include "report/words.h"

#include <string>

namespace mingzhang {
namespace {

struct Column {
  std::string_view name, type;
  /// From the budget taxonomy; empty where it has none.
  std::string_view column_type;
};

constexpr Column columns[] = {{"id", "string", "budget-line-id"},
                              {"entity", "string", "administrative-classification:generic:label"},
                              {"fiscal_year", "integer", "date:fiscal-year"},
                              {"direction", "string", "direction"},
                              {"phase", "string", "phase:id"},
                              {"function_code", "string", "functional-classification:generic:code"},
                              {"function_label", "string", "functional-classification:generic:label"},
                              {"economic_code", "string", "economic-classification:generic:code"},
                              {"economic_label", "string", "economic-classification:generic:label"},
                              {"project", "string", "activity:generic:project:label"},
                              {"fund", "string", "fin-source:generic:code"},
                              {"concept", "string", ""},
                              {"amount", "number", "value"},
                              {"printed", "string", ""},
                              {"start", "integer", ""},
                              {"end", "integer", ""}};

/// A budget's own amounts are approved ones unless the words say otherwise.
std::string_view phase_of(const Fact& fact, const Disclosure& disclosure) {
  switch (fact.stage) {
    case Stage::budget:
      return "approved";
    case Stage::adjusted:
      return "adjusted";
    case Stage::execution:
    case Stage::final:
      return "executed";
    case Stage::unstated:
      break;
  }
  return disclosure.kind == DisclosureKind::budget ? "approved" : "executed";
}

std::string_view direction_of(std::string_view concept_id) {
  if (concept_id.starts_with("revenue.")) return "revenue";
  for (const std::string_view family :
       {"expenditure.", "function.", "economic.", "three_public.", "agency_operating.", "meetings",
        "training", "procurement.", "project.", "activity."}) {
    if (concept_id.starts_with(family)) return "expenditure";
  }
  return {};
}

std::string_view code_in(std::string_view concept_id, std::string_view family) {
  return concept_id.starts_with(family) ? concept_id.substr(family.size()) : std::string_view();
}

std::string table_of(const Analysis& analysis, const FactWriter& facts) {
  const Disclosure& disclosure = analysis.disclosure;
  CsvLine line;
  for (const Column& column : columns)
    line.add(column.name);
  std::string out = line.take();
  for (FactIndex i = 0; i < disclosure.facts.size(); ++i) {
    const Fact& fact = disclosure.facts[i];
    const std::string yuan = FactWriter::yuan(fact);
    if (fact.measure != Measure::amount || yuan.empty()) continue;
    const std::string_view id = facts.concept_id(fact.concept_id);
    const std::string_view function = code_in(id, "function."), economic = code_in(id, "economic.");
    const bool project = id.starts_with("project.") || id.starts_with("activity.");
    line.add(fact_id(i)).add(disclosure.entity);
    line.add(fact.period == 0 ? std::string() : std::to_string(fact.period));
    line.add(direction_of(id)).add(phase_of(fact, disclosure));
    line.add(function).add(function.empty() ? std::string_view() : std::string_view(fact.subject));
    line.add(economic).add(economic.empty() ? std::string_view() : std::string_view(fact.subject));
    line.add(project ? std::string_view(fact.subject) : std::string_view());
    line.add(key_of(fact.scope)).add(id).add(yuan).add(analysis.document.words(fact.source.span));
    line.add(std::to_string(fact.source.span.start)).add(std::to_string(fact.source.span.end));
    out += line.take();
  }
  return out;
}

void write_field(JsonWriter& json, const Column& column) {
  json.open_object();
  json.member("name", column.name);
  json.member("type", column.type);
  if (!column.column_type.empty()) json.member("columnType", column.column_type);
  json.close_object();
}

std::string descriptor_of(const Analysis& analysis, const Knowledge& knowledge, Language language) {
  const Disclosure& disclosure = analysis.disclosure;
  const std::string year = disclosure.year == 0 ? std::string() : std::to_string(disclosure.year);
  JsonWriter json(2);
  json.open_object();
  json.member("profile", "tabular-data-package");
  json.member("name", "mingzhang-" + analysis.sha256.substr(0, 16));
  json.member("title",
              filled(Words(language)["package_title"], {{"entity", disclosure.entity}, {"year", year}}));
  json.member("description", Words(language)["package_description"]);
  json.member("countryCode", "CN");
  json.member("granularity", "aggregated");
  if (!year.empty()) {
    json.open_object("fiscalPeriod");
    json.member("start", year + "-01-01");
    json.member("end", year + "-12-31");
    json.close_object();
  }
  json.open_object("generator");
  json.member("name", "mingzhang");
  json.member("version", program_version());
  json.member("rules", knowledge.rules.date());
  json.close_object();
  json.open_array("sources");
  json.open_object();
  json.member("title", analysis.document.name);
  json.member("mediatype", analysis.document.media);
  json.member("bytes", static_cast<std::int64_t>(analysis.document.input_bytes));
  json.member("hash", "sha256:" + analysis.sha256);
  json.close_object();
  json.close_array();
  json.open_array("resources");
  json.open_object();
  json.member("profile", "tabular-data-resource");
  json.member("name", "budget");
  json.member("path", "budget.csv");
  json.member("format", "csv");
  json.member("mediatype", "text/csv");
  json.member("encoding", "utf-8");
  json.open_object("schema");
  json.open_array("fields");
  for (const Column& column : columns)
    write_field(json, column);
  json.close_array();
  json.open_array("extraFields");
  json.open_object();
  json.member("name", "currency");
  json.member("type", "string");
  json.member("columnType", "value-currency:code");
  json.member("constant", "CNY");
  json.close_object();
  json.close_array();
  json.member("primaryKey", "id");
  json.close_object();
  json.close_object();
  json.close_array();
  json.close_object();
  return json.take() + "\n";
}

}  // namespace

std::string write_data_package(const Analysis& analysis, const Knowledge& knowledge, Language language) {
  const FactWriter facts(analysis, knowledge.vocabulary);
  return stored_zip({{"datapackage.json", descriptor_of(analysis, knowledge, language)},
                     {"budget.csv", table_of(analysis, facts)}});
}

}  // namespace mingzhang
