// Check digits of identity and bank cards.
//
// Tests: tests/unit/checks/wording_test.cpp.
#include "checks/private_numbers.h"

#include <array>

namespace mingzhang {
namespace {

int digit(char c) {
  return c - '0';
}

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// GB 11643: seventeen digits weighted, the last one checks them; a date of birth stands in the middle.
bool is_identity(std::string_view number) {
  if (number.size() != 18 || !all_digits(number.substr(0, 17))) return false;
  constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view checks = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    sum += weights[i] * digit(number[i]);
  const std::string_view century = number.substr(6, 2);
  const int month = digit(number[10]) * 10 + digit(number[11]);
  const int day = digit(number[12]) * 10 + digit(number[13]);
  return (century == "19" || century == "20") && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
         checks[static_cast<std::size_t>(sum % 11)] == number[17];
}

/// UnionPay cards: 62, sixteen to nineteen digits, Luhn's check.
bool is_bank_card(std::string_view number) {
  if (number.size() < 16 || number.size() > 19 || number.substr(0, 2) != "62" || !all_digits(number))
    return false;
  int sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    int value = digit(number[number.size() - 1 - i]);
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

bool is_mobile(std::string_view number) {
  return number.size() == 11 && number[0] == '1' && number[1] >= '3' && number[1] <= '9' &&
         all_digits(number);
}

/// An amount: a unit, a decimal point or a separator stands beside it.
bool is_part_of_figure(std::string_view text, std::size_t start, std::size_t end) {
  if (start > 0 && (text[start - 1] == '.' || text[start - 1] == ',' || text[start - 1] == '-')) return true;
  if (end >= text.size()) return false;
  if (text[end] == '.' || text[end] == ',' || text[end] == '%') return true;
  for (const std::string_view unit : {"元", "万", "亿", "号", "％"}) {
    if (text.substr(end, unit.size()) == unit) return true;
  }
  return false;
}

}  // namespace

PrivateNumber private_number(std::string_view text, std::size_t start, std::size_t end) {
  if (end - start < 11 || is_part_of_figure(text, start, end)) return PrivateNumber::none;
  const std::string_view number = text.substr(start, end - start);
  if (is_mobile(number)) return PrivateNumber::mobile;
  if (is_identity(number)) return PrivateNumber::identity;
  return is_bank_card(number) ? PrivateNumber::bank_card : PrivateNumber::none;
}

}  // namespace mingzhang
