#include "views/measures.h"

#include "made.h"

#include <set>

using namespace mingzhang;

namespace {

std::string shown(std::string_view yuan, const AmountScale& scale) {
  const auto value = in_measure(decimal(yuan), scale);
  return value ? value->to_string() : "none";
}

}  // namespace

TEST_CASE("an amount in other units stays exact") {
  CHECK(shown("4541900", {.measure = AmountMeasure::yuan}) == "4541900");
  CHECK(shown("4541900.50", {.measure = AmountMeasure::yuan}) == "4541900.5");
  CHECK(shown("4541900", {.measure = AmountMeasure::ten_thousand}) == "454.19");
  CHECK(shown("136490700", {.measure = AmountMeasure::hundred_million}) == "1.3649");
}

TEST_CASE("shares, heads and days are rounded to what can be read") {
  const Decimal whole = decimal("4541900");
  CHECK(shown("830000", {.measure = AmountMeasure::share, .whole = whole}) == "18.3");
  CHECK(shown("4541900", {.measure = AmountMeasure::per_staff, .divisor = Decimal(22, 0)}) == "206450");
  CHECK(shown("4541900", {.measure = AmountMeasure::per_resident, .divisor = Decimal(490000, 0)}) == "9.27");
  CHECK(shown("4541900", {.measure = AmountMeasure::per_resident, .divisor = Decimal(90000, 0)}) == "50.5");
  CHECK(shown("-4541900", {.measure = AmountMeasure::per_day, .divisor = Decimal(366, 0)}) == "-12410");
}

TEST_CASE("nothing is shown without a divisor") {
  CHECK(shown("1", {.measure = AmountMeasure::share}) == "none");
  CHECK(shown("1", {.measure = AmountMeasure::per_staff}) == "none");
  CHECK(shown("1", {.measure = AmountMeasure::printed}) == "none");
}

TEST_CASE("per member of staff means those in service, else all") {
  Made made;
  CHECK(staff_figure(made.analysis) == none);
  made.fact(made.concepts().staff_total, "64", Measure::quantity).unit = Unit::person;
  CHECK(staff_figure(made.analysis) == 0);
  made.fact(made.concepts().staff_active, "22", Measure::quantity).unit = Unit::person;
  CHECK(staff_figure(made.analysis) == 1);
}

TEST_CASE("leap years have a day more") {
  CHECK(days_of(2020) == 366);
  CHECK(days_of(2021) == 365);
  CHECK(days_of(1900) == 365);
  CHECK(days_of(2000) == 366);
  CHECK(days_of(0) == 365);
}

TEST_CASE("the everyday things have names in both languages and a price") {
  const std::vector<Thing> things = everyday_things();
  REQUIRE(things.size() >= 4);
  std::set<std::string> ids;
  for (const Thing& thing : things) {
    CHECK(ids.insert(thing.id).second);
    CHECK_FALSE(thing.zh.empty());
    CHECK_FALSE(thing.en.empty());
    CHECK(thing.price > Decimal());
  }
}
