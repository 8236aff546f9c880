// The seed document of the corpus: every figure of every section. Skipped where the corpus is not at hand.
#include "support.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("the seed: facts of the prose") {
  const std::string text = seed_text();
  if (text.empty()) return;
  const Reading reading = read_text(text);
  Lines prose;
  for (const Fact& fact : reading.disclosure.facts) {
    if (fact.source.table == none) prose.push_back(line_of(reading, fact));
  }
  CHECK(prose == Lines{
                     "staff.total 2020 quantity 64 人 @一、（二）2",
                     "staff.active 2020 quantity 22 人 @一、（二）2",
                     "staff.retired 2020 quantity 42 人 @一、（二）2",
                     "equipment.general 2020 quantity 50 件 @一、（二）3",
                     "vehicles 2020 quantity 5 辆 @一、（二）3",
                     "telephones 2020 quantity 14 部 @一、（二）3",
                     "revenue.total 2020 amount 454.19 万元 @二、（一）",
                     "revenue.fiscal 2020 amount 454.19 万元 @二、（一）",
                     "revenue.other 2020 amount 0 万元 @二、（一）",
                     "expenditure.total 2020 amount 454.19 万元 @二、（一）",
                     "expenditure.personnel 2020 amount 294.65 万元 @二、（一）",
                     "expenditure.operating 2020 amount 76.54 万元 @二、（一）",
                     "expenditure.project 2020 amount 83 万元 @二、（一）",
                     "expenditure.total 2020 amount 454.19 万元 @二、（一）2",
                     "expenditure.basic 2020 amount 371.19 万元 @二、（一）2",
                     "expenditure.personnel 2020 amount 294.65 万元 @二、（一）2",
                     "expenditure.operating 2020 amount 76.54 万元 @二、（一）2",
                     "expenditure.project 2020 amount 83 万元 @二、（一）2",
                     "expenditure.total stage=budget 2019 amount 420.38 万元 @二、（一）3",
                     "expenditure.total 2020 change 33.81 万元 (budget) @二、（一）3",
                     "expenditure.personnel 2020 change 30.53 万元 (budget) @二、（一）3",
                     "agency_operating.total 2020 amount 76.54 万元 @三",
                     "three_public.total general_public 2020 amount 28.55 元 @四",
                     "three_public.reception general_public 2020 amount 12.35 万元 @四",
                     "three_public.vehicle_operation general_public 2020 amount 16.20 万元 @四",
                     "three_public.total general_public stage=budget 2019 amount 31.55 万元 @四",
                     "three_public.total general_public 2020 change -3 万元 (budget) @四",
                     "three_public.vehicle_operation general_public 2020 change -1 万元 @四",
                     "three_public.reception general_public 2020 change -2 万元 @四",
                     "assets.total 2019 amount 172.2 万元 @七",
                 });
  CHECK(explanations_of(reading) == Lines{"33.81 = 30.53", "-3 = -1 -2"});
  CHECK(unplaced_of(reading) == Lines{"0万元", "217人", "30万元"});
}

TEST_CASE("the seed: what is said without a figure") {
  const std::string text = seed_text();
  if (text.empty()) return;
  const Reading reading = read_text(text);
  Lines denials;
  for (const std::string& line : statements_of(reading)) {
    if (line.starts_with("nothing")) denials.push_back(line);
  }
  CHECK(denials == Lines{"nothing three_public.vehicle_purchase general_public 「无公车购置预算」",
                         "nothing procurement.total 「无政府采购预算」"});
}

TEST_CASE("the seed: lists, activities and projects") {
  const std::string text = seed_text();
  if (text.empty()) return;
  const Reading reading = read_text(text);
  const Disclosure& found = reading.disclosure;
  CHECK(found.entity == "乐亭县人大常委会办公室");
  CHECK(found.year == 2020);
  CHECK(found.kind == DisclosureKind::budget);
  CHECK(found.duties.size() == 11);
  CHECK(found.goals.size() == 14);
  CHECK(found.safeguards.size() == 4);
  CHECK(found.glossary.size() == 4);
  CHECK(found.organisation.size() == 1);
  CHECK(found.indicators.size() == 27);

  Lines amounts;
  std::size_t thresholds = 0;
  std::size_t targets = 0;
  for (const Fact& fact : found.facts) {
    const std::string& id = vocabulary()[fact.concept_id].id;
    thresholds += id == "grade.threshold";
    targets += id == "indicator.target";
    if (id == "activity.budget" || id.starts_with("project.")) {
      amounts.push_back(id + " " + fact.subject + " " + fact.value.to_string());
    }
  }
  CHECK(thresholds == 24);
  CHECK(targets == 25);  // two targets are in words
  CHECK(amounts == Lines{"activity.budget 代表工作 20.00", "activity.budget 人大代表培训 10.00",
                         "activity.budget 代表视察与监督 15.00", "activity.budget 人代会经费 30.00",
                         "project.budget 人大代表工作经费 20", "project.funding.county 人大代表工作经费 20",
                         "project.budget 人大代表培训费 10", "project.funding.county 人大代表培训费 10",
                         "project.budget 人大代表视察与监督 15",
                         "project.funding.county 人大代表视察与监督 15", "project.budget 人代会经费 30",
                         "project.funding.county 人代会经费 30", "project.budget “智慧人大”系统平台维护费 8",
                         "project.funding.county “智慧人大”系统平台维护费 8"});
  REQUIRE(found.activities.size() == 6);
  CHECK(found.activities[1].budget == none);
  CHECK(found.activities[3].budget == none);
  CHECK(found.activities[3].name == "综合业务管理");
  for (const Project& project : found.projects)
    CHECK(project.blank_funding == 2);
}

TEST_CASE("every source is where its figure stands") {
  const std::string text = seed_text();
  if (text.empty()) return;
  const Reading reading = read_text(text);
  std::uint32_t before = 0;
  for (const Fact& fact : reading.disclosure.facts) {
    CHECK(fact.source.span.start >= before);
    CHECK(fact.source.span.end <= reading.document.text.size());
    CHECK(fact.context.contains(fact.source.span));
    before = fact.source.span.start;
  }
}
