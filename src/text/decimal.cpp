// Arithmetic of Decimal. What cannot overflow on budget figures takes the short way; the rest saturates
// instead of wrapping round, so that absurd input gives an absurd but defined figure. Tested in
// tests/unit/text/decimal_test.cpp.
#include "text/decimal.h"

#include <algorithm>
#include <array>
#include <limits>

namespace mingzhang {
namespace {

constexpr int largest_power = 38;
constexpr Int128 limit = (static_cast<Int128>(INT64_MAX) << 64) | static_cast<Int128>(UINT64_MAX);

constexpr std::array<Int128, largest_power + 1> powers_of_ten = [] {
  std::array<Int128, largest_power + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i)
    powers[i] = powers[i - 1] * 10;
  return powers;
}();

Int128 power_of_ten(int power) {
  return powers_of_ten[static_cast<std::size_t>(std::min(power, largest_power))];
}

bool fits_in_64_bits(Int128 value) {
  return value == static_cast<std::int64_t>(value);
}

Int128 multiplied(Int128 a, Int128 b) {
  if (fits_in_64_bits(a) && fits_in_64_bits(b)) return a * b;
  Int128 product = 0;
  if (!__builtin_mul_overflow(a, b, &product)) return product;
  return (a < 0) == (b < 0) ? limit : -limit;
}

Int128 added(Int128 a, Int128 b) {
  Int128 sum = 0;
  if (!__builtin_add_overflow(a, b, &sum)) return sum;
  return a < 0 ? -limit : limit;
}

Int128 scaled(Int128 coefficient, int power) {
  return power <= 0 ? coefficient : multiplied(coefficient, power_of_ten(power));
}

std::strong_ordering order(Int128 a, Int128 b) {
  if (a == b) return std::strong_ordering::equal;
  return a < b ? std::strong_ordering::less : std::strong_ordering::greater;
}

Int128 magnitude(Int128 value) {
  return value < 0 ? -value : value;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  std::int64_t coefficient = 0;
  int count = 0;
  int decimals = 0;
  bool after_point = false;
  for (const char c : digits) {
    if (c == '.' && !after_point && count > 0) {
      after_point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++count > max_digits) return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
    if (after_point) ++decimals;
  }
  if (count == 0 || decimals > max_decimals || (after_point && decimals == 0)) return std::nullopt;
  return Decimal(negative ? -coefficient : coefficient, decimals);
}

Decimal Decimal::shifted(int power) const {
  if (power <= 0) return {coefficient_, decimals_ - power};
  const int used_up = std::min(power, decimals_);
  return {scaled(coefficient_, power - used_up), decimals_ - used_up};
}

Decimal Decimal::trimmed() const {
  Decimal result = *this;
  while (result.decimals_ > 0 && result.coefficient_ % 10 == 0) {
    result.coefficient_ /= 10;
    --result.decimals_;
  }
  return result;
}

Decimal Decimal::with_decimals(int decimals) const {
  if (decimals <= decimals_) return *this;
  return {scaled(coefficient_, decimals - decimals_), decimals};
}

Decimal Decimal::rounded(int decimals) const {
  if (decimals >= decimals_) return with_decimals(decimals);
  const int dropped = decimals_ - decimals;
  if (dropped > largest_power) return {0, std::max(decimals, 0)};
  const Int128 unit = power_of_ten(dropped);
  const Int128 rest = magnitude(coefficient_ % unit);
  Int128 quotient = coefficient_ / unit;
  if (rest >= unit - rest) quotient += is_negative() ? -1 : 1;
  if (decimals >= 0) return {quotient, decimals};
  return {scaled(quotient, -decimals), 0};
}

std::optional<Decimal> Decimal::divided_by(const Decimal& divisor, int decimals, Rounding rounding) const {
  if (divisor.is_zero()) return std::nullopt;
  // One decimal at a time, so that no intermediate value is larger than ten times the divisor or the
  // quotient.
  const int gained = decimals + divisor.decimals_ - decimals_;
  const Int128 by = scaled(magnitude(divisor.coefficient_), -gained);
  const Int128 dividend = magnitude(coefficient_);
  Int128 quotient = dividend / by;
  Int128 rest = dividend % by;
  for (int i = 0; i < gained; ++i) {
    const Int128 carried = multiplied(rest, 10);
    quotient = added(multiplied(quotient, 10), carried / by);
    rest = carried % by;
  }
  const bool negative = is_negative() != divisor.is_negative();
  const bool away_from_zero = rounding == Rounding::half_away ? rest >= by - rest
                              : rounding == Rounding::up      ? rest != 0 && !negative
                                                              : rest != 0 && negative;
  if (away_from_zero) quotient = added(quotient, 1);
  return Decimal(negative ? -quotient : quotient, decimals);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int decimals = std::max(a.decimals_, b.decimals_);
  return {
      added(scaled(a.coefficient_, decimals - a.decimals_), scaled(b.coefficient_, decimals - b.decimals_)),
      decimals};
}

Decimal operator-(const Decimal& a, const Decimal& b) {
  return a + -b;
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  return {multiplied(a.coefficient_, b.coefficient_), a.decimals_ + b.decimals_};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.decimals_ == b.decimals_) return order(a.coefficient_, b.coefficient_);
  // Whole parts first, then what stands behind the point: neither can overflow.
  const Int128 unit_a = power_of_ten(a.decimals_);
  const Int128 unit_b = power_of_ten(b.decimals_);
  const auto wholes = order(a.coefficient_ / unit_a, b.coefficient_ / unit_b);
  if (wholes != std::strong_ordering::equal) return wholes;
  const int decimals = std::max(a.decimals_, b.decimals_);
  return order(scaled(a.coefficient_ % unit_a, decimals - a.decimals_),
               scaled(b.coefficient_ % unit_b, decimals - b.decimals_));
}

std::string Decimal::to_string() const {
  char reversed[48];
  int count = 0;
  Int128 rest = magnitude(coefficient_);
  // Division of 128 bits is a call of its own; nearly all figures need 64.
  for (; !fits_in_64_bits(rest) && count < largest_power + 2; rest /= 10)
    reversed[count++] = static_cast<char>('0' + static_cast<int>(rest % 10));
  for (auto low = static_cast<std::uint64_t>(rest); low != 0 || count <= decimals_; low /= 10) {
    if (count >= largest_power + 2) break;
    reversed[count++] = static_cast<char>('0' + static_cast<int>(low % 10));
  }
  std::string text;
  text.reserve(static_cast<std::size_t>(count) + 2);
  if (is_negative()) text.push_back('-');
  for (int i = count - 1; i >= 0; --i) {
    text.push_back(reversed[i]);
    if (i == decimals_ && i > 0) text.push_back('.');
  }
  return text;
}

double Decimal::to_pixel() const {
  return static_cast<double>(coefficient_) / static_cast<double>(power_of_ten(decimals_));
}

}  // namespace mingzhang
