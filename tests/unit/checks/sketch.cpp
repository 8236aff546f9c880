#include "sketch.h"

#include "assets/assets.h"

#include <cstdlib>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

TestKnowledge load() {
  auto vocabulary =
      Vocabulary::load({asset("vocabulary/concepts.json"), asset("vocabulary/tables.json"),
                        asset("classification/function.json"), asset("classification/economic.json")});
  REQUIRE(vocabulary.ok());
  auto rules = RuleBook::load(asset("rules/rules.json"), vocabulary.value());
  if (!rules.ok()) MESSAGE(rules.error().detail);
  REQUIRE(rules.ok());
  auto messages = Messages::load(asset("words/messages.json"), vocabulary.value());
  REQUIRE(messages.ok());
  return {std::move(vocabulary).value(), std::move(rules).value(), std::move(messages).value()};
}

}  // namespace

const TestKnowledge& knowledge() {
  static const TestKnowledge known = load();
  return known;
}

Sketch::Sketch(std::int16_t year, DisclosureKind kind) {
  disclosure.year = year;
  disclosure.kind = kind;
  disclosure.recognised = true;
  Section section;
  section.number = "一";
  section.level = 1;
  section.ordinal = 1;
  document.sections.push_back(section);
}

void Sketch::grow_section() {
  document.sections[0].span = {0, static_cast<std::uint32_t>(document.text.size())};
}

Sketch& Sketch::paragraph() {
  document.text += '\n';
  Block block;
  block.section = 0;
  block.span.start = block.span.end = static_cast<std::uint32_t>(document.text.size());
  document.blocks.push_back(block);
  return *this;
}

FactIndex Sketch::add(const Said& said, Span context, Source source) {
  Fact fact;
  fact.concept_id = knowledge().vocabulary.find(said.concept_id);
  INFO(said.concept_id);
  REQUIRE(fact.concept_id != no_concept);
  const std::size_t digits = said.figure.find_first_not_of("-0123456789.");
  const auto value = Decimal::parse(said.figure.substr(0, digits));
  REQUIRE(value);
  fact.value = *value;
  const std::string_view unit =
      digits == std::string_view::npos ? std::string_view{} : said.figure.substr(digits);
  fact.unit = unit_named(unit);
  fact.measure = kind_of(fact.unit) == UnitKind::count   ? Measure::quantity
                 : kind_of(fact.unit) == UnitKind::ratio ? Measure::rate
                                                         : Measure::amount;
  fact.subject = said.subject;
  fact.period = disclosure.year;
  fact.context = context;
  fact.source = source;
  disclosure.facts.push_back(fact);
  return next() - 1;
}

Sketch& Sketch::sentence(const std::vector<Said>& figures) {
  if (document.blocks.empty()) paragraph();
  Block& block = document.blocks.back();
  const Span context{static_cast<std::uint32_t>(document.text.size()), 0};
  const FactIndex first = next();
  for (const Said& said : figures) {
    Source source;
    source.block = static_cast<std::int32_t>(document.blocks.size() - 1);
    source.section = 0;
    source.span.start = static_cast<std::uint32_t>(document.text.size());
    document.text += said.figure;
    source.span.end = static_cast<std::uint32_t>(document.text.size());
    document.text += "，";
    add(said, context, source);
  }
  document.text += "。";
  for (FactIndex i = first; i < next(); ++i)
    disclosure.facts[i].context.end = static_cast<std::uint32_t>(document.text.size());
  block.span.end = static_cast<std::uint32_t>(document.text.size());
  grow_section();
  return *this;
}

Sketch& Sketch::colon() {
  document.text += "其中：";
  document.blocks.back().span.end = static_cast<std::uint32_t>(document.text.size());
  grow_section();
  return *this;
}

Fact& Sketch::last() {
  return disclosure.facts.back();
}

Sketch& Sketch::table(std::string_view title, const std::vector<std::vector<std::string>>& rows) {
  paragraph();
  Table table;
  table.title.start = static_cast<std::uint32_t>(document.text.size());
  document.text += title;
  table.title.end = static_cast<std::uint32_t>(document.text.size());
  document.blocks.back().span = table.title;
  table.span.start = table.title.end;
  table.header_rows = 1;
  table.rows = static_cast<std::uint32_t>(rows.size());
  table.columns = static_cast<std::uint32_t>(rows[0].size());
  for (const auto& row : rows) {
    for (const std::string& words : row) {
      document.text += '\t';
      Cell cell;
      cell.span.start = static_cast<std::uint32_t>(document.text.size());
      document.text += words;
      cell.span.end = static_cast<std::uint32_t>(document.text.size());
      if (words.empty()) cell.span = {};
      table.cells.push_back(cell);
    }
    document.text += '\n';
  }
  table.span.end = static_cast<std::uint32_t>(document.text.size());
  Block block;
  block.kind = BlockKind::table;
  block.table = static_cast<std::int32_t>(document.tables.size());
  block.span = table.span;
  block.section = 0;
  document.blocks.push_back(block);
  document.tables.push_back(std::move(table));
  grow_section();
  return *this;
}

Source Sketch::cell_source(std::int32_t row, std::int32_t column) const {
  const Table& table = document.tables.back();
  Source source;
  source.table = static_cast<std::int32_t>(document.tables.size() - 1);
  source.block = static_cast<std::int32_t>(document.blocks.size() - 1);
  source.section = 0;
  source.row = row;
  source.column = column;
  source.span =
      table.at(static_cast<std::uint32_t>(row) + table.header_rows, static_cast<std::uint32_t>(column)).span;
  return source;
}

FactIndex Sketch::cell(std::int32_t row, std::int32_t column, std::string_view concept_id,
                       std::string_view figure, std::string_view subject) {
  const Table& table = document.tables.back();
  const std::uint32_t grid_row = static_cast<std::uint32_t>(row) + table.header_rows;
  Span context = table.span;
  for (std::uint32_t i = 0; i < table.columns; ++i) {
    const Span cell = table.at(grid_row, i).span;
    if (cell.empty()) continue;
    if (context == table.span) context = cell;
    context.end = cell.end;
  }
  return add({concept_id, figure, subject}, context, cell_source(row, column));
}

Sketch& Sketch::words(std::string_view text, BlockKind kind) {
  paragraph();
  document.text += text;
  document.blocks.back().kind = kind;
  document.blocks.back().span.end = static_cast<std::uint32_t>(document.text.size());
  grow_section();
  return *this;
}

Sketch& Sketch::states(StatementKind kind, std::string_view concept_id, std::int32_t fact) {
  Statement statement;
  statement.kind = kind;
  statement.concept_id = knowledge().vocabulary.find(concept_id);
  statement.period = disclosure.year;
  statement.fact = fact;
  if (!disclosure.facts.empty()) statement.source = last().source;
  disclosure.statements.push_back(statement);
  return *this;
}

Findings Sketch::check() {
  return mingzhang::check(document, disclosure, knowledge().vocabulary, knowledge().rules);
}

std::vector<Finding> Sketch::of(std::string_view rule) {
  const RuleIndex index = knowledge().rules.find(rule);
  REQUIRE(index < knowledge().rules.rules().size());
  std::vector<Finding> out;
  for (Finding& finding : check().all) {
    if (finding.rule == index) out.push_back(std::move(finding));
  }
  return out;
}

std::string outcome(const Finding& finding) {
  constexpr std::string_view statuses[] = {"holds", "fails", "unknown"};
  constexpr std::string_view severities[] = {"error", "warning", "notice"};
  std::string out(statuses[static_cast<int>(finding.status)]);
  if (finding.status == Status::fails)
    out += " " + std::string(severities[static_cast<int>(finding.severity)]);
  return out + ": " + finding.formula;
}

std::string outcomes(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings)
    out += (out.empty() ? "" : "; ") + outcome(finding);
  return out;
}

}  // namespace mingzhang
