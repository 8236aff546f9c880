// The report as JSON, key by key as report/README.md lays it down. Tested in
// tests/unit/report/json_report_test.cpp.
#include "report/json_report.h"

#include "report/names.h"

#include <algorithm>
#include <iterator>

namespace mingzhang {
namespace {

constexpr std::string_view report_format = "mingzhang-report/1";

/// Members of an object that is open.
void write_identity(JsonWriter& json, std::string_view name, std::string_view media, std::uint64_t bytes,
                    std::string_view sha256) {
  json.member("name", name);
  json.member("media", media);
  json.member("bytes", static_cast<std::int64_t>(bytes));
  json.member("sha256", sha256);
}

/// The input; of several that were judged together the first, and the list of all in their order.
void write_inputs(JsonWriter& json, const Analysis& analysis) {
  const Document& document = analysis.document;
  const auto write_part = [&](const InputPart& part) {
    write_identity(json, part.name, part.media, part.bytes, part.sha256);
    json.close_object();
  };
  json.open_object("input");
  if (document.parts.empty()) {
    write_identity(json, document.name, document.media, document.input_bytes, analysis.sha256);
    json.close_object();
    return;
  }
  write_part(document.parts.front());
  json.open_array("inputs");
  for (const InputPart& part : document.parts) {
    json.open_object();
    write_part(part);
  }
  json.close_array();
}

void write_generator(JsonWriter& json, const Knowledge& knowledge) {
  json.open_object("generator");
  json.member("name", "mingzhang");
  json.member("version", program_version());
  json.member("rules", knowledge.rules.date());
  json.close_object();
}

void write_disclosure(JsonWriter& json, const Disclosure& disclosure) {
  json.key("disclosure");
  if (!disclosure.recognised) {
    json.null();
    return;
  }
  json.open_object();
  json.member("entity", disclosure.entity);
  json.key("year");
  disclosure.year == 0 ? json.null() : json.number(disclosure.year);
  json.member("kind", key_of(disclosure.kind));
  json.member("currency", "CNY");
  json.close_object();
}

/// How many findings fail, by severity, and how many hold or cannot be told: what a reader adds up by
/// himself.
void write_verdict(JsonWriter& json, const Findings& findings) {
  std::int64_t failing[3] = {};
  std::int64_t holds = 0;
  std::int64_t unknown = 0;
  for (const Finding& finding : findings.all) {
    if (finding.status == Status::fails) ++failing[static_cast<std::size_t>(finding.severity)];
    if (finding.status == Status::holds) ++holds;
    if (finding.status == Status::unknown) ++unknown;
  }
  json.open_object("verdict");
  for (const Severity severity : {Severity::error, Severity::warning, Severity::notice})
    json.member(key_of(severity), failing[static_cast<std::size_t>(severity)]);
  json.member("holds", holds);
  json.member("unknown", unknown);
  json.close_object();
}

void write_repairs(JsonWriter& json, const std::vector<Repair>& repairs) {
  json.open_array("repair");
  for (const Repair& repair : repairs) {
    json.open_object();
    json.member("fact", fact_id(repair.fact));
    json.member("value", repair.value.to_string());
    json.member_or_null("slip", key_of(repair.slip));
    json.key("likely");
    json.boolean(repair.likely);
    json.close_object();
  }
  json.close_array();
}

void write_message(JsonWriter& json, const Finding& finding, const Messages& messages) {
  json.open_object("message");
  json.member("zh", messages.sentence(finding, Language::zh));
  json.member("en", messages.sentence(finding, Language::en));
  json.close_object();
}

void write_finding(JsonWriter& json, const Finding& finding, const FactWriter& facts,
                   const Knowledge& knowledge) {
  json.open_object();
  json.member("rule", knowledge.rules.rules()[finding.rule].id);
  json.member("status", key_of(finding.status));
  json.member("severity", key_of(finding.severity));
  json.member("formula", finding.formula);
  json.member("stated", finding.stated);
  json.member("expected", finding.expected);
  json.member("difference", finding.difference);
  json.member("tolerance", finding.tolerance);
  json.member_or_null("unit", name_of(finding.unit));
  json.open_array("facts");
  for (const FactIndex fact : finding.facts)
    json.text(fact_id(fact));
  json.close_array();
  json.open_array("cells");
  for (const std::uint32_t cell : finding.cells)
    facts.cell(json, cell);
  json.close_array();
  json.open_array("sources");
  for (const Source& source : finding.sources)
    facts.source(json, source);
  json.close_array();
  json.index_or_null("group", finding.group);
  write_repairs(json, finding.repair);
  write_message(json, finding, knowledge.messages);
  json.close_object();
}

/// Offsets in the input that the words are from; which one, where there are several. Returns the place in
/// the text of all inputs.
Span write_place(JsonWriter& json, const Document& document, Span span) {
  const Span place = document.in_input(span);
  const std::int32_t part = document.part_at(span.start);
  const std::uint32_t start =
      document.parts.empty() ? 0 : document.parts[static_cast<std::size_t>(part)].input.start;
  json.member("start", place.start - start);
  json.member("end", place.end - start);
  if (!document.parts.empty()) json.member("input", part);
  return place;
}

void write_sections(JsonWriter& json, const Document& document) {
  json.open_array("sections");
  for (const Section& section : document.sections) {
    json.open_object();
    json.member("number", section.number);
    json.member("title", document.words(section.title));
    write_place(json, document, section.span);
    json.close_object();
  }
  json.close_array();
}

void write_tables(JsonWriter& json, const Document& document) {
  json.open_array("tables");
  for (const Table& table : document.tables) {
    json.open_object();
    json.member("title", document.words(table.title));
    json.member_or_null("unit", name_of(table.unit));
    json.member("rows", static_cast<std::int64_t>(table.rows) - static_cast<std::int64_t>(table.header_rows));
    json.member("columns", table.columns);
    write_place(json, document, table.span);
    json.index_or_null("page", table.page);
    json.close_object();
  }
  json.close_array();
}

/// A note knows only its place; its section is that of the block around it.
Source note_source(const Document& document, const ReaderNote& note) {
  Source source;
  source.span = note.span;
  const auto& blocks = document.blocks;
  const auto next =
      std::upper_bound(blocks.begin(), blocks.end(), note.span.start,
                       [](std::uint32_t start, const Block& block) { return start < block.span.start; });
  if (next == blocks.begin()) return source;
  const Block& block = *std::prev(next);
  source.block = static_cast<std::int32_t>(std::prev(next) - blocks.begin());
  source.section = block.section;
  source.table = block.table;
  return source;
}

void write_notes(JsonWriter& json, const Document& document, const FactWriter& facts) {
  json.open_array("notes");
  for (const ReaderNote& note : document.notes) {
    json.open_object();
    json.member("code", note.code);
    json.open_object("message");
    json.member("zh", note_sentence(note, Language::zh));
    json.member("en", note_sentence(note, Language::en));
    json.close_object();
    json.key("source");
    facts.source(json, note_source(document, note));
    json.close_object();
  }
  json.close_array();
}

void write_facts_and_unplaced(JsonWriter& json, const Disclosure& disclosure, const FactWriter& facts) {
  json.open_array("facts");
  for (FactIndex i = 0; i < disclosure.facts.size(); ++i) {
    json.open_object();
    facts.members(json, i);
    json.close_object();
  }
  json.close_array();
  json.open_array("unplaced");
  for (const Source& source : disclosure.unplaced)
    facts.source(json, source);
  json.close_array();
}

}  // namespace

FactWriter::FactWriter(const Analysis& analysis, const Vocabulary& vocabulary)
    : analysis_(analysis), vocabulary_(vocabulary) {
  const std::size_t sections = analysis.document.sections.size();
  section_paths_.reserve(sections);
  for (std::size_t i = 0; i < sections; ++i) {
    section_paths_.push_back(section_path(analysis.document, static_cast<std::int32_t>(i)));
  }
}

std::string_view FactWriter::section(const Source& source) const {
  return source.section == none ? std::string_view()
                                : section_paths_[static_cast<std::size_t>(source.section)];
}

std::int32_t FactWriter::page(const Source& source) const {
  return analysis_.document.page_of(source.span.start);
}

std::string_view FactWriter::concept_id(ConceptId id) const {
  return id == no_concept ? std::string_view() : concept_of(vocabulary_, analysis_.disclosure, id).id;
}

std::string FactWriter::yuan(const Fact& fact) {
  if (kind_of(fact.unit) != UnitKind::money) return {};
  return fact.value.shifted(power_of(fact.unit)).to_string();
}

std::string FactWriter::noticed_from(FactIndex fact) const {
  const std::vector<Protection>& protection = analysis_.findings.protection;
  if (fact >= protection.size() || !protection[fact].guarded) return {};
  return protection[fact].noticed_from.to_string();
}

void FactWriter::cell(JsonWriter& json, std::uint32_t index) const {
  const Fact& figure = analysis_.findings.cells[index];
  json.open_object();
  json.member("value", figure.value.to_string());
  json.member_or_null("unit", name_of(figure.unit));
  range(json, analysis_.disclosure.facts.size() + index);
  json.key("source");
  source(json, figure.source);
  json.close_object();
}

void FactWriter::range(JsonWriter& json, std::size_t fact) const {
  const std::vector<Interval>& ranges = analysis_.findings.ranges;
  json.key("range");
  if (fact >= ranges.size()) return json.null();
  json.open_array();
  json.text(ranges[fact].low.to_string());
  json.text(ranges[fact].high.to_string());
  json.close_array();
}

std::string_view FactWriter::project(const Fact& fact) const {
  if (fact.project == none) return {};
  return analysis_.disclosure.projects[static_cast<std::size_t>(fact.project)].name;
}

void FactWriter::source(JsonWriter& json, const Source& source) const {
  json.open_object();
  const Span place = write_place(json, analysis_.document, source.span);
  json.member("text", place.of(analysis_.document.input_text()));
  json.member("section", section(source));
  json.index_or_null("page", page(source));
  json.index_or_null("table", source.table);
  json.index_or_null("row", source.row);
  json.index_or_null("column", source.column);
  json.close_object();
}

void FactWriter::members(JsonWriter& json, FactIndex index) const {
  const Fact& fact = analysis_.disclosure.facts[index];
  json.member("id", fact_id(index));
  json.member("concept", concept_id(fact.concept_id));
  json.member_or_null("subject", fact.subject);
  json.member_or_null("scope", key_of(fact.scope));
  json.member_or_null("part", key_of(fact.part));
  json.member_or_null("stage", key_of(fact.stage));
  json.key("period");
  fact.period == 0 ? json.null() : json.number(fact.period);
  json.member("measure", key_of(fact.measure));
  json.member_or_null("of", concept_id(fact.of));
  json.member_or_null("base", key_of(fact.base));
  json.member("value", fact.value.to_string());
  json.member_or_null("unit", name_of(fact.unit));
  json.member_or_null("yuan", yuan(fact));
  json.member("comparator", sign_of(fact.comparator));
  json.member_or_null("project", project(fact));
  json.member_or_null("level", key_of(fact.level));
  json.member_or_null("noticed_from", noticed_from(index));
  range(json, index);
  json.key("source");
  source(json, fact.source);
}

std::string write_json_report(const Analysis& analysis, const Knowledge& knowledge, int broken_levels) {
  const Document& document = analysis.document;
  const FactWriter facts(analysis, knowledge.vocabulary);
  JsonWriter json(broken_levels);
  json.open_object();
  json.member("format", report_format);
  write_generator(json, knowledge);
  write_inputs(json, analysis);
  write_disclosure(json, analysis.disclosure);
  write_verdict(json, analysis.findings);
  write_facts_and_unplaced(json, analysis.disclosure, facts);
  json.open_array("findings");
  for (const Finding& finding : analysis.findings.all)
    write_finding(json, finding, facts, knowledge);
  json.close_array();
  write_sections(json, document);
  write_tables(json, document);
  write_notes(json, document, facts);
  json.close_object();
  return json.take();
}

std::string write_json_error(const Error& error, const InputIdentity& input, int broken_levels) {
  JsonWriter json(broken_levels);
  json.open_object();
  json.member("format", report_format);
  json.open_object("input");
  write_identity(json, input.name, {}, input.bytes, input.sha256);
  json.close_object();
  json.open_object("error");
  json.member("code", error.code);
  json.open_object("message");
  json.member("zh", error_sentence(error, Language::zh));
  json.member("en", error_sentence(error, Language::en));
  json.close_object();
  json.close_object();
  json.close_object();
  return json.take();
}

}  // namespace mingzhang
