// Only the figures: CSV with a line for each fact, or JSON with the keys of the report.
// Tested in tests/unit/report/facts_test.cpp.
#include "report/csv.h"
#include "report/json_report.h"
#include "report/names.h"

namespace mingzhang {
namespace {

constexpr std::string_view columns[] = {
    "input",        "id",    "concept", "name",  "subject", "scope", "part",       "stage",   "period",
    "measure",      "of",    "base",    "value", "unit",    "yuan",  "comparator", "project", "level",
    "noticed_from", "start", "end",     "text",  "section", "page",  "table",      "row",     "column"};

std::string index_or_empty(std::int64_t index) {
  return index < 0 ? std::string() : std::to_string(index);
}

std::string_view name_of_concept(const Vocabulary& vocabulary, const Disclosure& disclosure, ConceptId id,
                                 Language language) {
  if (id == no_concept) return {};
  const Concept& named = concept_of(vocabulary, disclosure, id);
  return language == Language::zh ? named.name_zh : named.name_en;
}

/// "=" alone would read as a formula; an empty cell is the plain case.
std::string_view comparator_cell(Comparator comparator) {
  return comparator == Comparator::equal ? std::string_view() : sign_of(comparator);
}

void append_csv_line(std::string& out, const Analysis& analysis, const FactWriter& facts, FactIndex index,
                     std::string_view name) {
  const Fact& fact = analysis.disclosure.facts[index];
  const Source& source = fact.source;
  const Span place = analysis.document.in_input(source.span);
  CsvLine line;
  line.add(analysis.document.name).add(fact_id(index)).add(facts.concept_id(fact.concept_id)).add(name);
  line.add(fact.subject).add(key_of(fact.scope)).add(key_of(fact.part)).add(key_of(fact.stage));
  line.add(fact.period == 0 ? std::string() : std::to_string(fact.period)).add(key_of(fact.measure));
  line.add(facts.concept_id(fact.of))
      .add(key_of(fact.base))
      .add(fact.value.to_string())
      .add(name_of(fact.unit));
  line.add(FactWriter::yuan(fact)).add(comparator_cell(fact.comparator)).add(facts.project(fact));
  line.add(key_of(fact.level)).add(facts.noticed_from(index)).add(std::to_string(place.start));
  line.add(std::to_string(place.end))
      .add(place.of(analysis.document.input_text()))
      .add(facts.section(source));
  line.add(index_or_empty(facts.page(source)))
      .add(index_or_empty(source.table))
      .add(index_or_empty(source.row));
  line.add(index_or_empty(source.column));
  out += line.take();
}

std::string facts_as_json(const Analysis& analysis, const FactWriter& facts) {
  std::string out;
  for (FactIndex i = 0; i < analysis.disclosure.facts.size(); ++i) {
    JsonWriter json(0);
    json.open_object();
    json.member("input", analysis.document.name);
    facts.members(json, i);
    json.close_object();
    if (!out.empty()) out += ",\n";
    out += json.take();
  }
  return out;
}

}  // namespace

std::string write_facts(const Analysis& analysis, const Knowledge& knowledge, const ReportOptions& options) {
  const FactWriter facts(analysis, knowledge.vocabulary);
  if (options.format == ReportFormat::json) return facts_as_json(analysis, facts);
  std::string out;
  for (FactIndex i = 0; i < analysis.disclosure.facts.size(); ++i) {
    const ConceptId id = analysis.disclosure.facts[i].concept_id;
    append_csv_line(out, analysis, facts, i,
                    name_of_concept(knowledge.vocabulary, analysis.disclosure, id, options.language));
  }
  return out;
}

std::string facts_opening(const ReportOptions& options) {
  if (options.format == ReportFormat::json) return "[\n";
  CsvLine line;
  for (const std::string_view column : columns)
    line.add(column);
  return line.take();
}

std::string_view facts_separator(const ReportOptions& options) {
  return options.format == ReportFormat::json ? ",\n" : std::string_view();
}

std::string_view facts_closing(const ReportOptions& options) {
  return options.format == ReportFormat::json ? "\n]\n" : std::string_view();
}

}  // namespace mingzhang
