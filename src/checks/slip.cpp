// Compares digits.
//
// Tests: tests/unit/checks/groups_test.cpp.
#include "checks/slip.h"

#include <algorithm>
#include <string>

namespace mingzhang {
namespace {

/// Digits of both at the same number of decimals, without the point.
struct Digits {
  std::string printed;
  std::string right;
};

Digits digits_of(const Decimal& printed_value, const Decimal& right) {
  const int decimals = std::max(printed_value.decimals(), right.decimals());
  const auto digits = [&](const Decimal& value) {
    return Decimal(value.abs().with_decimals(decimals).coefficient(), 0).to_string();
  };
  return {digits(printed_value), digits(right)};
}

Slip slip_in_digits(const Digits& digits) {
  if (digits.printed.size() != digits.right.size()) return Slip::none;
  const auto [a, b] = std::mismatch(digits.printed.begin(), digits.printed.end(), digits.right.begin());
  if (a == digits.printed.end()) return Slip::none;
  if (std::equal(a + 1, digits.printed.end(), b + 1)) return Slip::digit;
  const bool swapped = a + 1 != digits.printed.end() && *a == *(b + 1) && *(a + 1) == *b &&
                       std::equal(a + 2, digits.printed.end(), b + 2);
  return swapped ? Slip::swap : Slip::none;
}

}  // namespace

Slip slip_between(const Decimal& printed_value, const Decimal& right) {
  if (printed_value == -right) return Slip::sign;
  for (const int power : {4, -4, 8, -8}) {
    if (printed_value.shifted(power) == right) return Slip::unit;
  }
  for (const int power : {1, -1, 2, -2, 3, -3}) {
    if (printed_value.shifted(power) == right) return Slip::point;
  }
  if (printed_value.is_negative() != right.is_negative()) return Slip::none;
  return slip_in_digits(digits_of(printed_value, right));
}

std::vector<Decimal> slips_within(const Decimal& printed_value, const Interval& range) {
  std::vector<Decimal> out;
  const auto offer = [&](const Decimal& value) {
    if (range.contains(value) && std::find(out.begin(), out.end(), value) == out.end()) out.push_back(value);
  };
  for (const int power : {4, -4, 1, -1, 2, -2, 3, -3})
    offer(printed_value.shifted(power));
  const Int128 coefficient = printed_value.coefficient();
  const int decimals = printed_value.decimals();
  Int128 place = 1;
  const auto digit_at = [&](Int128 at) { return (coefficient / at) % 10; };
  for (int i = 0; i < Decimal::max_digits && place <= coefficient; ++i, place *= 10) {
    const Int128 swapped = (digit_at(place) - digit_at(place * 10)) * 9 * place;
    offer(Decimal(coefficient + swapped, decimals));
  }
  place = 1;
  for (int i = 0; i < Decimal::max_digits && place <= coefficient; ++i, place *= 10) {
    for (int digit = 0; digit < 10; ++digit)
      offer(Decimal(coefficient + (digit - digit_at(place)) * place, decimals));
  }
  return out;
}

Slip slip_between(const Case& c, const std::vector<std::uint32_t>& failing, FactIndex fact,
                  const Decimal& right) {
  const Fact& wrong = c.fact(fact);
  const Slip slip = slip_between(wrong.value, right);
  if (slip != Slip::none) return slip;
  for (const std::uint32_t index : failing) {
    const Relation& relation = c.relations.all[index];
    const auto copied_from = [&](FactIndex other) {
      return other != fact && !wrong.value.is_zero() && c.fact(other).value == wrong.value &&
             relation.terms > 1;
    };
    const auto terms = c.relations.terms_of(relation);
    if (copied_from(relation.stated) ||
        std::any_of(terms.begin(), terms.end(), [&](const Term& term) { return copied_from(term.fact); })) {
      return Slip::copied;
    }
  }
  return Slip::none;
}

}  // namespace mingzhang
