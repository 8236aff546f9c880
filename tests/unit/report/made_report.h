// A small analysis made by hand over the real vocabulary and rule book: five figures, one finding that holds,
// one that fails with its likely repair, one that cannot be checked. No room below has a say in what it
// holds.
#pragma once

#include "report/report.h"

#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace mingzhang {

inline const Knowledge& knowledge() {
  static const Result<Knowledge> loaded = Knowledge::load();
  REQUIRE(loaded.ok());
  return loaded.value();
}

inline ConceptId concept_named(std::string_view id) {
  const ConceptId found = knowledge().vocabulary.find(id);
  REQUIRE(found != no_concept);
  return found;
}

class MadeReport {
 public:
  MadeReport() {
    Document& document = analysis.document;
    document.name = "made.txt";
    document.media = "text/plain";
    document.text =
        "某局2020年部门预算\n一、收支\n支出100.50万元，基本支出60万元，项目支出40.5万元，公用10元。\n=计划|"
        "3个\n";
    document.input_bytes = document.text.size();
    analysis.sha256 = std::string(64, 'a');
    analysis.concepts = KeyConcepts::of(knowledge().vocabulary);
    add_structure();
    analysis.disclosure.entity = "某局";
    analysis.disclosure.year = 2020;
    analysis.disclosure.recognised = true;
    fact("expenditure.total", "100.50", "100.50万元");
    fact("expenditure.basic", "60", "60万元");
    fact("expenditure.project", "40.5", "40.5万元");
    fact("expenditure.operating", "10", "10元").unit = Unit::yuan;
    Source unplaced = source_of("3个");
    unplaced.table = 0;
    unplaced.row = 0;
    unplaced.column = 1;
    analysis.disclosure.unplaced.push_back(unplaced);
    add_findings();
  }

  Source source_of(std::string_view words) const {
    const std::size_t at = analysis.document.text.find(words);
    REQUIRE(at != std::string::npos);
    Source source;
    source.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    source.block = 0;
    source.section = 0;
    return source;
  }

  Fact& fact(std::string_view concept_id, std::string_view value, std::string_view words) {
    Fact made;
    made.concept_id = concept_named(concept_id);
    made.value = Decimal::parse(value).value();
    made.unit = Unit::ten_thousand_yuan;
    made.period = 2020;
    made.source = source_of(words);
    analysis.disclosure.facts.push_back(made);
    analysis.findings.protection.emplace_back();
    return analysis.disclosure.facts.back();
  }

  std::string report(ReportFormat format, Language language = Language::zh, Unit unit = Unit::none) const {
    return write_report_file(analysis, knowledge(), {format, language, unit});
  }

  nlohmann::json json() const {
    const nlohmann::json parsed = nlohmann::json::parse(report(ReportFormat::json), nullptr, false);
    REQUIRE(parsed.is_array());
    REQUIRE(parsed.size() == 1);
    return parsed.at(0);
  }

  Analysis analysis;

 private:
  void add_structure() {
    Document& document = analysis.document;
    Section section;
    section.number = "一";
    section.title = source_of("收支").span;
    section.span = {source_of("一、").span.start, static_cast<std::uint32_t>(document.text.size())};
    document.sections.push_back(section);
    Block block;
    block.span = source_of("支出100.50万元，基本支出60万元，项目支出40.5万元，公用10元。").span;
    block.section = 0;
    document.blocks.push_back(block);
    Table table;
    table.rows = 2;
    table.columns = 2;
    table.header_rows = 1;
    table.unit = Unit::ten_thousand_yuan;
    table.span = source_of("=计划|3个").span;
    table.cells = {{}, {}, {source_of("=计划").span}, {source_of("3个").span}};
    table.cells[1].continued = true;
    document.tables.push_back(table);
    Block table_block;
    table_block.kind = BlockKind::table;
    table_block.span = table.span;
    table_block.table = 0;
    document.blocks.push_back(table_block);
  }

  void add_findings() {
    Finding holds;
    holds.rule = knowledge().rules.find("sum.expenditure");
    holds.status = Status::holds;
    holds.severity = Severity::error;
    holds.formula = "60 + 40.5 = 100.50";
    holds.stated = "100.50";
    holds.expected = "100.5";
    holds.difference = "0";
    holds.tolerance = "0.015";
    holds.unit = Unit::ten_thousand_yuan;
    holds.facts = {1, 2, 0};
    for (const FactIndex fact : holds.facts)
      holds.sources.push_back(analysis.disclosure.facts[fact].source);
    analysis.findings.all.push_back(holds);

    Finding fails = holds;
    fails.rule = knowledge().rules.find("unit.suspect");
    fails.status = Status::fails;
    fails.formula = "=10元 ≠ 10万元";
    fails.stated = "0.001";
    fails.expected = "10";
    fails.difference = "-9.999";
    fails.facts = {3};
    fails.sources = {analysis.disclosure.facts[3].source};
    fails.group = 0;
    fails.repair = {{3, Decimal::parse("100000").value(), Slip::unit, true}};
    analysis.findings.all.push_back(fails);

    Finding unknown;
    unknown.rule = knowledge().rules.find("sum.basic");
    unknown.status = Status::unknown;
    unknown.severity = Severity::error;
    analysis.findings.all.push_back(unknown);
    analysis.findings.groups = 1;
    analysis.findings.protection[0] = {true, Decimal::parse("0.02").value()};
  }
};

}  // namespace mingzhang
