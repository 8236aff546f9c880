// Exact decimal numbers: an integer and a power of ten. Money never passes through binary floating point.
//
// A Decimal keeps its decimals as printed: "83.00" and "83" are equal in value but remember different
// precision. Tested in tests/unit/text/decimal_test.cpp, against exact rationals in its property tests.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingzhang {

__extension__ typedef __int128 Int128;

/// To the nearest, halves away from zero; or to the next value below or above (towards −∞ or +∞).
enum class Rounding : std::uint8_t { half_away, down, up };

class Decimal {
 public:
  /// Figures with more digits than this are not read as numbers (a 400-digit string is no budget figure).
  /// Sums of a million such figures and the product of any two stay within 128 bits.
  static constexpr int max_digits = 15;
  static constexpr int max_decimals = 8;

  constexpr Decimal() = default;
  /// coefficient × 10^-decimals; decimals may be 0 to 2 * max_decimals.
  constexpr Decimal(Int128 coefficient, int decimals) : coefficient_(coefficient), decimals_(decimals) {}

  /// Reads "-1234.50": ASCII digits, at most one point, an optional '-'; no separators. nullopt where it is
  /// anything else or exceeds max_digits or max_decimals.
  static std::optional<Decimal> parse(std::string_view digits);

  constexpr Int128 coefficient() const { return coefficient_; }
  /// Number of decimals as printed or computed.
  constexpr int decimals() const { return decimals_; }
  constexpr bool is_zero() const { return coefficient_ == 0; }
  constexpr bool is_negative() const { return coefficient_ < 0; }
  constexpr Decimal abs() const { return is_negative() ? -*this : *this; }

  /// This value times 10^power, exactly; a positive power first uses up decimals ("1.50" × 10^1 = "15.0").
  Decimal shifted(int power) const;
  /// The same value without trailing zeros after the point.
  Decimal trimmed() const;
  /// The same value with at least this many decimals.
  Decimal with_decimals(int decimals) const;
  /// Rounded half away from zero to this many decimals; a negative number rounds to tens, hundreds and so on.
  Decimal rounded(int decimals) const;
  /// The quotient rounded to `decimals` (0 or more); nullopt where the divisor is zero.
  std::optional<Decimal> divided_by(const Decimal& divisor, int decimals,
                                    Rounding rounding = Rounding::half_away) const;

  constexpr Decimal operator-() const { return Decimal(-coefficient_, decimals_); }
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  /// Exact while both operands came from parse() or are sums of such figures.
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
  Decimal& operator-=(const Decimal& other) { return *this = *this - other; }

  /// By value: 83 equals 83.00.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

  /// Arabic digits, '-' for negative values, decimals kept: "-3.50".
  std::string to_string() const;
  /// For a pixel on a chart and nothing else (law 3).
  double to_pixel() const;

 private:
  Int128 coefficient_ = 0;
  int decimals_ = 0;
};

}  // namespace mingzhang
