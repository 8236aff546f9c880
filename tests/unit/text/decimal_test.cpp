// Decimal: reading, printing and exact arithmetic, the latter judged by fractions on generated figures.
#include "text/decimal.h"

#include "random.h"
#include "rational.h"
#include "wide.h"

#include <vector>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

using test::Random;
using test::Rational;
using test::Wide;

Decimal read(std::string_view digits) {
  const std::optional<Decimal> value = Decimal::parse(digits);
  REQUIRE(value.has_value());
  return *value;
}

Decimal any_figure(Random& random) {
  const std::int64_t limits[] = {9, 999, 99'999, 9'999'999};
  const std::int64_t limit = limits[random.between(0, 3)];
  return {random.between(-limit, limit), static_cast<int>(random.between(0, 4))};
}

TEST_CASE("a figure keeps the decimals that it is printed with") {
  for (const char* digits : {"0", "0.00", "83", "83.00", "454.19", "-3.50", "275.7248", "0.05", "-0.01"}) {
    CHECK(read(digits).to_string() == digits);
  }
  CHECK(read("83.00") == read("83"));
  CHECK(read("83.00").decimals() == 2);
}

TEST_CASE("what is no figure, or too long for one, is not read") {
  for (const char* digits : {"", "-", ".", ".5", "5.", "1.2.3", "1,234", "12a", "+1", "--1", "１"}) {
    CAPTURE(digits);
    CHECK_FALSE(Decimal::parse(digits).has_value());
  }
  CHECK(Decimal::parse("123456789012345").has_value());
  CHECK_FALSE(Decimal::parse("1234567890123456").has_value());
  CHECK(Decimal::parse("1.12345678").has_value());
  CHECK_FALSE(Decimal::parse("1.123456789").has_value());
}

TEST_CASE("the parts of the budget add up to the fen") {
  CHECK(read("294.65") + read("76.54") + read("83") == read("454.19"));
  CHECK((read("454.19") - read("420.38")).to_string() == "33.81");
  CHECK((read("0.1") + read("0.2")).to_string() == "0.3");
}

TEST_CASE("a shift by powers of ten uses up decimals first and loses nothing") {
  CHECK(read("1.50").shifted(1).to_string() == "15.0");
  CHECK(read("28.55").shifted(4).to_string() == "285500");
  CHECK(read("285500").shifted(-4).to_string() == "28.5500");
  CHECK(read("-7").shifted(-2).to_string() == "-0.07");
  CHECK(read("0.5").shifted(0).to_string() == "0.5");
}

TEST_CASE("rounding goes to the nearest, halves away from zero") {
  CHECK(read("2.345").rounded(2).to_string() == "2.35");
  CHECK(read("-2.345").rounded(2).to_string() == "-2.35");
  CHECK(read("2.344").rounded(2).to_string() == "2.34");
  CHECK(read("15500").rounded(-3).to_string() == "16000");
  CHECK(read("83").rounded(2).to_string() == "83.00");
  CHECK(read("499").rounded(-3).to_string() == "0");
}

TEST_CASE("a quotient can be rounded to the nearest, down and up") {
  CHECK(read("10").divided_by(read("3"), 4)->to_string() == "3.3333");
  CHECK(read("20").divided_by(read("3"), 2)->to_string() == "6.67");
  CHECK(read("20").divided_by(read("3"), 2, Rounding::down)->to_string() == "6.66");
  CHECK(read("-20").divided_by(read("3"), 2, Rounding::down)->to_string() == "-6.67");
  CHECK(read("-20").divided_by(read("3"), 2, Rounding::up)->to_string() == "-6.66");
  CHECK(read("1").divided_by(read("0.001"), 0)->to_string() == "1000");
  CHECK(read("0.0004").divided_by(read("1"), 2)->to_string() == "0.00");
  CHECK_FALSE(read("1").divided_by(read("0.00"), 2).has_value());
}

TEST_CASE("trailing zeros can be dropped and added") {
  CHECK(read("83.00").trimmed().to_string() == "83");
  CHECK(read("100").trimmed().to_string() == "100");
  CHECK(read("0.00").trimmed().to_string() == "0");
  CHECK(read("83").with_decimals(2).to_string() == "83.00");
  CHECK(read("83.555").with_decimals(2).to_string() == "83.555");
}

TEST_CASE("figures of the largest size stay exact, and beyond them nothing wraps round") {
  const Decimal largest = read("999999999999999");
  CHECK((largest * largest).to_string() == "999999999999998000000000000001");
  CHECK(largest.shifted(-8) < largest);
  CHECK(largest + read("0.00000001") > largest);
  Decimal huge = largest;
  for (int i = 0; i < 8; ++i)
    huge = huge * largest;
  CHECK(huge > largest);
  CHECK(huge + huge >= huge);
  CHECK(-huge < largest);
  CHECK(huge.divided_by(read("0.00000001"), 8)->coefficient() > 0);
}

TEST_CASE("arithmetic agrees with fractions on generated figures") {
  Random random(2020);
  for (int round = 0; round < 20'000; ++round) {
    const Decimal a = any_figure(random);
    const Decimal b = any_figure(random);
    CAPTURE(a.to_string());
    CAPTURE(b.to_string());
    const Rational x = Rational::of(a);
    const Rational y = Rational::of(b);
    REQUIRE(Rational::of(a + b) == x + y);
    REQUIRE(Rational::of(a - b) == x - y);
    REQUIRE(Rational::of(a * b) == x * y);
    REQUIRE((a < b) == (x < y));
    REQUIRE((a == b) == (x == y));
    REQUIRE(Decimal::parse(a.to_string()) == a);
    REQUIRE(Rational::of(a.trimmed()) == x);
    const int power = static_cast<int>(random.between(-6, 6));
    REQUIRE(Rational::of(a.shifted(power)) == x * Rational::power_of_ten(power));
  }
}

TEST_CASE("rounded figures are the nearest of their decimals") {
  Random random(83);
  for (int round = 0; round < 20'000; ++round) {
    const Decimal value = any_figure(random);
    const Decimal divisor = any_figure(random);
    const int decimals = static_cast<int>(random.between(-2, 5));
    CAPTURE(value.to_string());
    CAPTURE(divisor.to_string());
    CAPTURE(decimals);
    const Rational unit = Rational::power_of_ten(-decimals);
    const Rational half = unit * Rational{1, 2};
    REQUIRE((Rational::of(value.rounded(decimals)) - Rational::of(value)).abs() <= half);
    if (divisor.is_zero() || decimals < 0) continue;
    const Rational exact = Rational::of(value) / Rational::of(divisor);
    REQUIRE((Rational::of(*value.divided_by(divisor, decimals)) - exact).abs() <= half);
    const Rational below = Rational::of(*value.divided_by(divisor, decimals, Rounding::down));
    const Rational above = Rational::of(*value.divided_by(divisor, decimals, Rounding::up));
    REQUIRE(below <= exact);
    REQUIRE(exact < below + unit);
    REQUIRE(exact <= above);
    REQUIRE(above < exact + unit);
  }
}

/// Of any number of digits and decimals that parse() allows, the largest and smallest among them.
Decimal any_large_figure(Random& random) {
  std::string digits = random.between(0, 1) == 0 ? "-" : "";
  const std::int64_t count = random.between(1, Decimal::max_digits);
  const std::int64_t decimals = random.between(0, std::min<std::int64_t>(count - 1, Decimal::max_decimals));
  const bool nines = random.between(0, 7) == 0;
  for (std::int64_t i = 0; i < count; ++i) {
    if (i == count - decimals) digits += '.';
    digits += static_cast<char>('0' + (nines ? 9 : random.between(0, 9)));
  }
  return read(digits);
}

TEST_CASE("arithmetic is exact for all figures that can be read, as digit by digit on paper") {
  Random random(285'500);
  constexpr int places = 2 * Decimal::max_decimals;
  for (int round = 0; round < 3'000; ++round) {
    const Decimal a = any_large_figure(random);
    const Decimal b = any_large_figure(random);
    CAPTURE(a.to_string());
    CAPTURE(b.to_string());
    const Wide x = Wide::of(a, places);
    const Wide y = Wide::of(b, places);
    REQUIRE(Wide::of(a + b, places) == x + y);
    REQUIRE(Wide::of(a - b, places) == x - y);
    REQUIRE((a < b) == (x < y));
    REQUIRE((a == b) == (x == y));
    REQUIRE(Decimal::parse(a.to_string()) == a);
    REQUIRE(Wide::of(a * b, a.decimals() + b.decimals()) ==
            Wide::of(a, a.decimals()) * Wide::of(b, b.decimals()));
    const int decimals = static_cast<int>(random.between(0, 6));
    const auto below = a.divided_by(b, decimals, Rounding::down);
    const auto above = a.divided_by(b, decimals, Rounding::up);
    REQUIRE(below.has_value() == !b.is_zero());
    if (!below) continue;
    // below × b and above × b lie on the two sides of a, no further apart than a unit of the last place.
    const Wide exact = Wide::of(a, 40);
    const Wide divisor = Wide::of(b, 20);
    const Wide low = Wide::of(*below, 20) * divisor;
    const Wide high = Wide::of(*above, 20) * divisor;
    REQUIRE_FALSE((b.is_negative() ? low < exact : exact < low));
    REQUIRE_FALSE((b.is_negative() ? exact < high : high < exact));
    const Wide unit = Wide::of(Decimal(1, decimals), 20);
    REQUIRE(((*above - *below).is_zero() || Wide::of(*above - *below, 20) == unit));
  }
}

}  // namespace
}  // namespace mingzhang
