// A number of a worksheet as its decimal digits, rounded as Excel rounds. For use inside this room only.
//
// Tested in tests/unit/document/number_format_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingzhang {

/// 0.digits times ten to the power of `point`: "12345" and 3 is 123.45. Zero has no digits.
struct Digits {
  std::string digits;  // no zero at either end
  std::int64_t point = 0;
  bool negative = false;

  bool is_zero() const { return digits.empty(); }
  /// Half away from zero, to so many places behind the point.
  void round(std::int64_t places);
  /// The digits before the point, "" for none, and exactly `places` behind it.
  std::string whole() const;
  std::string fraction(std::size_t places) const;
};

/// "1234.5", "-1.2E-3"; nullopt for anything else. Rounded to the fifteen digits that Excel keeps: the file
/// has up to seventeen, the last of which are those of a binary fraction (0.10000000000000001).
std::optional<Digits> parse_digits(std::string_view number);

/// As the format General shows it.
std::string in_general(Digits number);

}  // namespace mingzhang
