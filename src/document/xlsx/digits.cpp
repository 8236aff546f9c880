// See digits.h.
#include "document/xlsx/digits.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::int64_t kept_digits = 15;
/// Characters that General has for digits and point.
constexpr std::int64_t width_of_general = 11;
constexpr std::int64_t largest_exponent = 400;  // a double ends at 308

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

void Digits::round(std::int64_t places) {
  const std::int64_t keep = point + places;
  if (keep >= static_cast<std::int64_t>(digits.size())) return;
  const bool up = keep >= 0 && digits[static_cast<std::size_t>(keep)] >= '5';
  digits.resize(static_cast<std::size_t>(std::max<std::int64_t>(keep, 0)));
  if (up) {
    std::size_t at = digits.size();
    while (at > 0 && digits[at - 1] == '9')
      digits[--at] = '0';
    if (at > 0) {
      ++digits[at - 1];
    } else {
      digits.insert(digits.begin(), '1');
      ++point;
    }
  }
  while (!digits.empty() && digits.back() == '0')
    digits.pop_back();
}

std::string Digits::whole() const {
  std::string out = digits.substr(0, static_cast<std::size_t>(std::max<std::int64_t>(point, 0)));
  if (point > 0 && !digits.empty()) out.resize(static_cast<std::size_t>(point), '0');
  return out;
}

std::string Digits::fraction(std::size_t places) const {
  std::string out;
  if (point < 0) out.assign(std::min(places, static_cast<std::size_t>(-point)), '0');
  const auto from = static_cast<std::size_t>(std::max<std::int64_t>(point, 0));
  if (from < digits.size()) out += digits.substr(from);
  out.resize(places, '0');
  return out;
}

std::optional<Digits> parse_digits(std::string_view number) {
  Digits out;
  std::size_t at = 0;
  if (at < number.size() && (number[at] == '-' || number[at] == '+')) out.negative = number[at++] == '-';
  bool any = false, behind = false;
  for (; at < number.size() && (is_digit(number[at]) || (number[at] == '.' && !behind)); ++at) {
    if (number[at] == '.') {
      behind = true;
      continue;
    }
    any = true;
    if (out.digits.empty() && number[at] == '0') {
      out.point -= behind;
      continue;
    }
    out.digits += number[at];
    out.point += !behind;
  }
  if (!any) return std::nullopt;
  if (at < number.size() && (number[at] == 'E' || number[at] == 'e')) {
    ++at;
    const bool minus = at < number.size() && number[at] == '-';
    if (at < number.size() && (number[at] == '-' || number[at] == '+')) ++at;
    std::int64_t exponent = 0;
    if (at == number.size()) return std::nullopt;
    for (; at < number.size() && is_digit(number[at]); ++at)
      exponent = std::min(largest_exponent, exponent * 10 + (number[at] - '0'));
    out.point += minus ? -exponent : exponent;
  }
  if (at != number.size() || out.point > largest_exponent) return std::nullopt;
  while (!out.digits.empty() && out.digits.back() == '0')
    out.digits.pop_back();
  out.round(kept_digits - out.point);
  if (out.is_zero()) {
    out.negative = false;
    out.point = 0;
  }
  return out;
}

std::string in_general(Digits number) {
  const std::int64_t before = std::max<std::int64_t>(1, number.point);
  number.round(std::max<std::int64_t>(0, width_of_general - 1 - before));
  if (number.is_zero()) return "0";
  std::string out = number.negative ? "-" : "";
  const std::string whole = number.whole();
  out += whole.empty() ? "0" : whole;
  const auto places = static_cast<std::int64_t>(number.digits.size()) - number.point;
  if (places > 0) out += '.' + number.fraction(static_cast<std::size_t>(places));
  return out;
}

}  // namespace mingzhang
