// Exact fractions, the slow and obvious judge of Decimal and Interval. Small operands only.
#pragma once

#include "text/decimal.h"

namespace mingzhang::test {

struct Rational {
  Int128 numerator = 0;
  Int128 denominator = 1;  // above 0

  static Rational power_of_ten(int power) {
    Rational result{1, 1};
    for (int i = 0; i < power; ++i)
      result.numerator *= 10;
    for (int i = 0; i > power; --i)
      result.denominator *= 10;
    return result;
  }
  static Rational of(const Decimal& value) {
    return {value.coefficient(), power_of_ten(value.decimals()).numerator};
  }
  static Rational quotient(Int128 a, Int128 b) { return b < 0 ? Rational{-a, -b} : Rational{a, b}; }

  friend Rational operator+(Rational a, Rational b) {
    return {a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator};
  }
  friend Rational operator-(Rational a, Rational b) { return a + Rational{-b.numerator, b.denominator}; }
  friend Rational operator*(Rational a, Rational b) {
    return {a.numerator * b.numerator, a.denominator * b.denominator};
  }
  friend Rational operator/(Rational a, Rational b) {
    return quotient(a.numerator * b.denominator, a.denominator * b.numerator);
  }
  friend bool operator<(Rational a, Rational b) {
    return a.numerator * b.denominator < b.numerator * a.denominator;
  }
  friend bool operator==(Rational a, Rational b) {
    return a.numerator * b.denominator == b.numerator * a.denominator;
  }
  friend bool operator<=(Rational a, Rational b) { return !(b < a); }
  Rational abs() const { return {numerator < 0 ? -numerator : numerator, denominator}; }
};

}  // namespace mingzhang::test
