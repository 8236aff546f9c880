#include "views/series.h"

#include "made.h"

using namespace mingzhang;

namespace {

/// A document of a body and year that states its total and, where given, that of the year before.
Made document(std::string entity, std::int16_t year, std::string_view total, std::string_view last = {}) {
  Made made;
  made.analysis.concepts = KeyConcepts::of(vocabulary());
  made.analysis.disclosure.entity = std::move(entity);
  made.analysis.disclosure.year = year;
  made.fact(made.concepts().expenditure_total, total).period = year;
  if (!last.empty())
    made.fact(made.concepts().expenditure_total, last).period = static_cast<std::int16_t>(year - 1);
  return made;
}

std::vector<std::string> amounts(const Series& series) {
  std::vector<std::string> out;
  for (const SeriesPoint& point : series.points)
    out.push_back(std::to_string(point.year) + ":" + point.yuan.to_string() +
                  (point.from_next_year ? "*" : ""));
  return out;
}
using Points = std::vector<std::string>;

}  // namespace

TEST_CASE("documents are put together by their body, in order of year") {
  const Made a = document("甲 局", 2021, "1"), b = document("乙局", 2020, "1"),
             c = document("甲局", 2019, "1");
  const Made unnamed = document("", 2020, "1"), another = document("", 2020, "1");
  const std::vector<const Analysis*> all = {&a.analysis, &b.analysis, &c.analysis, &unnamed.analysis,
                                            &another.analysis};
  const auto bodies = bodies_of(all);
  REQUIRE(bodies.size() == 4);
  CHECK(bodies[0] == std::vector<std::uint32_t>{2, 0});
  CHECK(bodies[1] == std::vector<std::uint32_t>{1});
  CHECK(bodies[2] != bodies[3]);
}

TEST_CASE("a year's own document counts before what the next one says of it") {
  const Made first = document("甲局", 2019, "100"), second = document("甲局", 2020, "110", "101");
  const std::vector<const Analysis*> all = {&first.analysis, &second.analysis};
  const std::vector<Series> series = series_of(all, vocabulary());
  REQUIRE(series.size() == 1);
  CHECK(amounts(series[0]) == Points{"2019:1000000", "2020:1100000"});
}

TEST_CASE("one document with last year's figure is a series of two") {
  const Made only = document("甲局", 2020, "110", "101");
  const std::vector<const Analysis*> all = {&only.analysis};
  const std::vector<Series> series = series_of(all, vocabulary());
  REQUIRE(series.size() == 1);
  CHECK(amounts(series[0]) == Points{"2019:1010000*", "2020:1100000"});
}

TEST_CASE("budgets and final accounts are series of their own") {
  Made budget = document("甲局", 2020, "110", "101"), final = document("甲局", 2020, "108", "99");
  final.analysis.disclosure.kind = DisclosureKind::final;
  const std::vector<const Analysis*> all = {&budget.analysis, &final.analysis};
  const std::vector<Series> series = series_of(all, vocabulary());
  REQUIRE(series.size() == 2);
  CHECK(series[0].kind == DisclosureKind::budget);
  CHECK(amounts(series[1]) == Points{"2019:990000*", "2020:1080000"});
}

TEST_CASE("a class is followed by its code through another name") {
  Made first = document("甲局", 2018, "100"), second = document("甲局", 2019, "100");
  const ConceptId health = vocabulary().find("function.210");
  REQUIRE(health != no_concept);
  Fact& old_name = first.fact(health, "20");
  old_name.subject = "医疗卫生与计划生育支出", old_name.period = 2018;
  Fact& new_name = second.fact(health, "25");
  new_name.subject = "卫生健康支出", new_name.period = 2019;
  const std::vector<const Analysis*> all = {&first.analysis, &second.analysis};
  const std::vector<Series> series = series_of(all, vocabulary());
  REQUIRE(series.size() == 2);
  CHECK(series[1].code == "210");
  CHECK(series[1].names == std::vector<std::string>{"医疗卫生与计划生育支出", "卫生健康支出"});
  CHECK(amounts(series[1]) == Points{"2018:200000", "2019:250000"});
}

TEST_CASE("departments are compared by total, head, parts and change") {
  Made a = document("甲局", 2020, "100.00", "80.00"), b = document("乙局", 2020, "50.00"), none_stated;
  a.fact(a.concepts().expenditure_personnel, "60.00");
  a.fact(a.concepts().staff_active, "20", Measure::quantity).unit = Unit::person;
  const std::vector<const Analysis*> all = {&a.analysis, &none_stated.analysis, &b.analysis};
  const std::vector<Comparison> rows = comparison_of(all);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].total_yuan == decimal("1000000"));
  CHECK(rows[0].per_head == decimal("50000"));
  CHECK(rows[0].personnel_per_mille == 600);
  CHECK(rows[0].has_change);
  CHECK(rows[0].change_per_mille == 250);
  CHECK(rows[1].document == 2);
  CHECK_FALSE(rows[1].has_change);
  CHECK(rows[1].staff == none);
}

TEST_CASE("items that only their own document knows are not followed over the years") {
  Made first = document("甲局", 2019, "100"), second = document("甲局", 2020, "110");
  const auto own = static_cast<ConceptId>(vocabulary().concepts().size());
  first.analysis.disclosure.own_concepts.push_back({"function.2010177", "", ""});
  second.analysis.disclosure.own_concepts.push_back({"function.2010188", "", ""});
  first.fact(own, "5").period = 2019;
  second.fact(own, "6").period = 2020;
  const std::vector<const Analysis*> all = {&first.analysis, &second.analysis};
  CHECK(series_of(all, vocabulary()).size() == 1);
}
