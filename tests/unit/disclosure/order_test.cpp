// Facts in order of place, though tables are read before prose.
#include "flat.h"
#include "support.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("facts of tables and of prose come in order of place, statements still with theirs") {
  const Reading reading = read_with(
      "本年支出90万元，比上年增加2万元，原因是政策性增资。\n\n支出预算总表\n\n单位：万元\n",
      {{"功能分类科目编码", "科目名称", "合计"}, {"201", "一般公共服务支出", "90"}, {"", "合计", "90"}});
  const auto& facts = reading.disclosure.facts;
  REQUIRE(facts.size() == 4);
  CHECK(std::is_sorted(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    return a.source.span.start < b.source.span.start;
  }));
  REQUIRE(reading.disclosure.statements.size() == 2);
  for (const Statement& statement : reading.disclosure.statements) {
    REQUIRE(statement.fact == 1);
    CHECK(facts[1].measure == Measure::change);
  }
}
