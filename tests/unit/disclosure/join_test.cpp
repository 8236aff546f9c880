// A narrative and its tables as one disclosure: places, indices and years after the join.
#include "disclosure/join.h"

#include "flat.h"
#include "support.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

Reading joined(std::vector<Reading> readings) {
  std::vector<Document> documents;
  std::vector<Disclosure> disclosures;
  for (Reading& reading : readings) {
    documents.push_back(std::move(reading.document));
    disclosures.push_back(std::move(reading.disclosure));
  }
  JoinedDocument whole = join_documents(std::move(documents));
  Disclosure disclosure = join_disclosures(std::move(disclosures), whole.offsets, vocabulary());
  return {std::move(whole.document), std::move(disclosure)};
}

Disclosure named(const char* entity) {
  Disclosure disclosure;
  disclosure.entity = entity;
  return disclosure;
}

}  // namespace

TEST_CASE("facts of both inputs, each at its own words") {
  const Reading narrative =
      read_text("临河县档案局2020年部门预算\n\n一、支出\n\n支出预算90万元，比上年增加2万元，原因是调资。\n");
  const Reading tables = read_text(
      "支出预算总表\n\n单位：万元\n" +
      flat({{"功能分类科目编码", "科目名称", "合计"}, {"20177", "星际事务", "90"}, {"", "合计", "90"}}) +
      "\n注：本表反映支出。\n");
  const std::size_t first_text = narrative.document.text.size();
  const Reading whole = joined({narrative, tables});
  CHECK(whole.disclosure.entity == "临河县档案局");
  CHECK(whole.disclosure.year == 2020);
  CHECK(facts_of(whole) == Lines{"expenditure.total 2020 amount 90 万元 @一",
                                 "expenditure.total 2020 change 2 万元 @一",
                                 "function.20177 <星际事务> 2020 amount 90 万元 @table 0 0,2",
                                 "expenditure.total 2020 amount 90 万元 @table 0 1,2"});
  for (const Fact& fact : whole.disclosure.facts)
    CHECK(whole.document.words(fact.source.span).starts_with(fact.value.to_string()));
  REQUIRE(whole.document.parts.size() == 2);
  CHECK(whole.document.part_at(whole.disclosure.facts[0].source.span.start) == 0);
  CHECK(whole.document.part_at(whole.disclosure.facts[2].source.span.start) == 1);
  CHECK(whole.document.parts[1].span.start == first_text + 1);
  CHECK(whole.document.words(whole.document.parts[1].span) == tables.document.text);
  REQUIRE(whole.disclosure.statements.size() == 2);
  CHECK(whole.disclosure.statements[1].fact == 1);
}

TEST_CASE("items that no classification knows are one concept in both inputs") {
  const Rows rows{{"功能分类科目编码", "科目名称", "合计"}, {"20177", "星际事务", "90"}, {"", "合计", "90"}};
  const Reading first = read_with("支出预算总表\n\n单位：万元\n", rows);
  const Reading second = read_with(
      "支出预算表\n\n单位：万元\n",
      {{"功能分类科目编码", "科目名称", "合计"}, {"20166", "月球事务", "5"}, {"20177", "星际事务", "90"}});
  const Reading whole = joined({first, second});
  CHECK(whole.disclosure.own_concepts.size() == 2);
  const auto& facts = whole.disclosure.facts;
  REQUIRE(facts.size() == 4);
  CHECK(facts[0].concept_id == facts[3].concept_id);
  CHECK(facts[2].concept_id != facts[3].concept_id);
}

TEST_CASE("one body under its full and its short name") {
  CHECK(same_body(named("江城省委办公厅"), named("中国共产党江城省委员会办公厅")));
  CHECK(same_body(named("江城省人大常委会办公厅"), named("江城省人民代表大会常务委员会办公厅")));
  CHECK(same_body(named("临河区规划与自然资源局"), named("临河区规划和自然资源局")));
  CHECK(same_body(named(""), named("临河区财政局")));
  CHECK_FALSE(same_body(named("江城省委办公厅"), named("江城省人民政府办公厅")));
  CHECK_FALSE(same_body(named("临河区财政局"), named("临河区审计局")));
}
