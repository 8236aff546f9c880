// Interval: what a printed figure stands for, and quotients that never claim more than the figures say.
#include "text/interval.h"

#include "random.h"
#include "rational.h"

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

using test::Random;
using test::Rational;

Decimal read(std::string_view digits) {
  return *Decimal::parse(digits);
}

std::string shown(const Interval& interval) {
  return "[" + interval.low.to_string() + ", " + interval.high.to_string() + "]";
}

TEST_CASE("a rounded figure stands for half a unit of its last place to either side") {
  CHECK(shown(Interval::rounded(read("454.19"), 2)) == "[454.185, 454.195]");
  CHECK(shown(Interval::rounded(read("83"), 2)) == "[82.995, 83.005]");
  CHECK(shown(Interval::rounded(read("300000"), -4)) == "[295000, 305000]");
  CHECK(shown(Interval::rounded(read("0"), 0)) == "[-0.5, 0.5]");
}

TEST_CASE("a figure cut off stands for what lies beyond it, away from zero") {
  CHECK(shown(Interval::truncated(read("4.03"), 2)) == "[4.03, 4.04]");
  CHECK(shown(Interval::truncated(read("-4.03"), 2)) == "[-4.04, -4.03]");
  CHECK(shown(Interval::truncated(read("0.0"), 1)) == "[-0.1, 0.1]");
}

TEST_CASE("intervals meet, contain and have a width") {
  const Interval stated = Interval::rounded(read("454.19"), 2);
  CHECK(stated.contains(read("454.195")));
  CHECK_FALSE(stated.contains(read("454.1951")));
  CHECK(stated.meets({read("454.195"), read("500")}));
  CHECK_FALSE(stated.meets(Interval::exactly(read("454.2"))));
  CHECK(stated.half_width() == read("0.005"));
  CHECK(Interval::rounded(read("172.2"), 1).half_width() == read("0.05"));
  CHECK(Interval{read("1"), read("2")}.half_width() == read("0.5"));
}

TEST_CASE("a sum of three parts may differ by half a unit for each") {
  const Interval sum = Interval::rounded(read("294.65"), 2) + Interval::rounded(read("76.54"), 2) +
                       Interval::rounded(read("83"), 2);
  CHECK(shown(sum) == "[454.175, 454.205]");
  CHECK(shown(-sum) == "[-454.205, -454.175]");
  CHECK(shown(sum.shifted(4)) == "[4541750, 4542050]");
  CHECK(shown(Interval::exactly(read("3")) - Interval{read("1"), read("2")}) == "[1, 2]");
}

TEST_CASE("percentages widen outwards") {
  const auto growth = percentage(Interval::exactly(read("1")), Interval::exactly(read("3")), 2);
  REQUIRE(growth.has_value());
  CHECK(shown(*growth) == "[33.33, 33.34]");
  const auto loss = percentage(Interval::exactly(read("-1")), Interval::exactly(read("3")), 2);
  REQUIRE(loss.has_value());
  CHECK(shown(*loss) == "[-33.34, -33.33]");
}

TEST_CASE("on a small base a rate may be almost anything, and on none it is nothing") {
  // 0.39 against 0.41: a change of -0.02 on 0.41.
  const Interval change = Interval::rounded(read("0.39"), 2) - Interval::rounded(read("0.41"), 2);
  const auto rate = percentage(change, Interval::rounded(read("0.41"), 2), 1);
  REQUIRE(rate.has_value());
  CHECK(rate->contains(read("-7.2")));
  CHECK(rate->contains(read("-2.5")));
  CHECK_FALSE(percentage(change, Interval::rounded(read("0"), 2), 1).has_value());
  CHECK_FALSE(percentage(change, {read("-1"), read("0")}, 1).has_value());
}

TEST_CASE("percentages hold every quotient of the two intervals, and end within a unit of one") {
  Random random(454);
  for (int round = 0; round < 20'000; ++round) {
    const auto interval = [&random] {
      const Decimal low(random.between(-5'000, 5'000), 2);
      return Interval{low, low + Decimal(random.between(0, 300), 2)};
    };
    const Interval numerator = interval();
    const Interval denominator = interval();
    const int decimals = static_cast<int>(random.between(0, 3));
    CAPTURE(shown(numerator));
    CAPTURE(shown(denominator));
    const auto result = percentage(numerator, denominator, decimals);
    REQUIRE(result.has_value() == !denominator.contains(Decimal()));
    if (!result) continue;
    const Rational unit = Rational::power_of_ten(-decimals);
    bool tight_below = false;
    bool tight_above = false;
    for (const Decimal& above :
         {numerator.low, numerator.high, (numerator.low + numerator.high).shifted(-1)}) {
      if (!numerator.contains(above)) continue;
      for (const Decimal& below : {denominator.low, denominator.high}) {
        const Rational exact = Rational{100, 1} * Rational::of(above) / Rational::of(below);
        REQUIRE(Rational::of(result->low) <= exact);
        REQUIRE(exact <= Rational::of(result->high));
        tight_below = tight_below || exact < Rational::of(result->low) + unit;
        tight_above = tight_above || Rational::of(result->high) - unit < exact;
      }
    }
    REQUIRE(tight_below);
    REQUIRE(tight_above);
  }
}

}  // namespace
}  // namespace mingzhang
