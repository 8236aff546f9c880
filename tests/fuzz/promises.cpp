#include "promises.h"

#include "fuzz.h"

namespace mingzhang::fuzz {
namespace {

bool is_within(Span span, const Document& document) {
  return span.start <= span.end && span.end <= document.text.size();
}

bool is_index(std::int32_t index, std::size_t size) {
  return index == none || (index >= 0 && static_cast<std::size_t>(index) < size);
}

void require_sound(const Source& source, const Document& document) {
  require(is_within(source.span, document), "a place lies within the text");
  require(is_index(source.block, document.blocks.size()), "a place's block is one of the document");
  require(is_index(source.section, document.sections.size()), "a place's section is one of the document");
  require(is_index(source.table, document.tables.size()), "a place's table is one of the document");
  if (source.table == none) return;
  const Table& table = document.tables[static_cast<std::size_t>(source.table)];
  require(source.row < static_cast<std::int32_t>(table.rows), "a place's row is one of its table");
  require(source.column < static_cast<std::int32_t>(table.columns), "a place's column is one of its table");
}

void require_sound(const Table& table, const Document& document) {
  require(is_within(table.span, document), "a table lies within the text");
  require(is_within(table.title, document) && is_within(table.unit_line, document), "its title and unit too");
  require(table.cells.size() == std::size_t{table.rows} * table.columns, "a table has a cell at each place");
  require(table.header_rows <= table.rows, "a table has no more head rows than rows");
  for (const Cell& cell : table.cells) {
    require(is_within(cell.span, document), "a cell lies within the text");
    require(!cell.continued || cell.span.empty(), "what continues a cell holds no words");
  }
}

}  // namespace

void require_sound(const Document& document) {
  std::uint32_t last = 0;
  for (const Block& block : document.blocks) {
    require(is_within(block.span, document), "a block lies within the text");
    require(block.span.start >= last, "blocks are in order");
    last = block.span.start;
    require(is_index(block.table, document.tables.size()), "a block's table is one of the document");
    require(is_index(block.section, document.sections.size()), "a block's section is one of the document");
  }
  for (const Section& section : document.sections) {
    require(is_within(section.span, document), "a section lies within the text");
    require(is_within(section.title, document), "a section's title lies within the text");
    require(is_index(section.parent, document.sections.size()), "a section's parent is one of the document");
  }
  for (const Table& table : document.tables)
    require_sound(table, document);
  for (const ReaderNote& note : document.notes)
    require(is_within(note.span, document), "a note lies within the text");
}

void require_sound(const Analysis& analysis) {
  const Document& document = analysis.document;
  require_sound(document);
  const std::vector<Fact>& facts = analysis.disclosure.facts;
  std::uint32_t last = 0;
  for (const Fact& fact : facts) {
    require_sound(fact.source, document);
    require(fact.source.span.start >= last, "facts are in order of place");
    last = fact.source.span.start;
  }
  for (const Source& source : analysis.disclosure.unplaced)
    require_sound(source, document);
  const Findings& findings = analysis.findings;
  for (const Finding& finding : findings.all) {
    for (const Source& source : finding.sources)
      require_sound(source, document);
    for (const FactIndex fact : finding.facts)
      require(fact < facts.size(), "a finding's facts are facts of the report");
    for (const std::uint32_t cell : finding.cells)
      require(cell < findings.cells.size(), "a finding's cells are cells of the report");
    for (const Repair& repair : finding.repair)
      require(repair.fact < facts.size() + findings.cells.size(), "what is to be repaired is a figure");
    require(finding.group < findings.groups, "a finding's group is one of the report");
  }
}

}  // namespace mingzhang::fuzz
