// Numbering and standard tables.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

Sketch numbered(const std::vector<int>& ordinals) {
  Sketch sketch;
  for (const int ordinal : ordinals) {
    Section section;
    section.number = std::to_string(ordinal);
    section.ordinal = static_cast<std::uint16_t>(ordinal);
    section.level = 3;
    section.parent = 0;
    section.span.start = static_cast<std::uint32_t>(sketch.document.text.size());
    sketch.document.text += section.number + "、事项\n";
    section.span.end = static_cast<std::uint32_t>(sketch.document.text.size());
    sketch.document.sections.push_back(section);
  }
  return sketch;
}

}  // namespace

TEST_CASE("an item 2 without an item 1, a gap, a number twice") {
  CHECK(numbered({1, 2, 3}).of("structure.numbering").empty());
  CHECK(outcomes(numbered({2, 3}).of("structure.numbering")) == "fails notice: 2 ≠ 1");
  CHECK(outcomes(numbered({1, 2, 4}).of("structure.numbering")) == "fails notice: 4 ≠ 3");
  CHECK(numbered({1, 2, 2}).of("structure.numbering")[0].message == "structure.numbering.repeated");
}

TEST_CASE("the number before stands in the text, where no section was seen") {
  Sketch sketch = numbered({});
  sketch.words("包括：1、收入");
  Section section;
  section.number = "2";
  section.ordinal = 2;
  section.level = 3;
  section.parent = 0;
  section.span.start = static_cast<std::uint32_t>(sketch.document.text.size());
  sketch.document.text += "2、支出";
  sketch.document.sections.push_back(section);
  CHECK(sketch.of("structure.numbering").empty());
}

TEST_CASE("a list that starts again is a new list") {
  CHECK(numbered({1, 2, 1, 2, 3}).of("structure.numbering").empty());
}

TEST_CASE("standard tables are there, or may be in another file") {
  Sketch sketch;
  sketch.table("2020年部门收支总表", {{"收入", "金额"}, {"合计", "100"}});
  const auto findings = sketch.of("missing.table");
  REQUIRE(findings.size() == 8);
  int there = 0;
  for (const Finding& finding : findings) {
    CHECK(finding.status != Status::fails);
    there += finding.status == Status::holds ? 1 : 0;
  }
  CHECK(there == 1);
}
