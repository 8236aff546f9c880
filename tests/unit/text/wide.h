// Whole numbers of any length as strings of digits, the slow and obvious judge of Decimal at its largest
// sizes.
#pragma once

#include "text/decimal.h"

#include <algorithm>
#include <string>

namespace mingzhang::test {

class Wide {
 public:
  /// The coefficient of a value at this many decimals, which must be no fewer than its own.
  static Wide of(const Decimal& value, int decimals) {
    Wide result;
    result.negative_ = value.is_negative();
    for (const char c : value.abs().to_string()) {
      if (c != '.') result.digits_ += c;
    }
    result.digits_.append(static_cast<std::size_t>(decimals - value.decimals()), '0');
    return result.tidied();
  }

  friend Wide operator+(const Wide& a, const Wide& b) {
    if (a.negative_ == b.negative_) return with_sign(sum(a.digits_, b.digits_), a.negative_);
    if (is_smaller(a.digits_, b.digits_)) return with_sign(distance(b.digits_, a.digits_), b.negative_);
    return with_sign(distance(a.digits_, b.digits_), a.negative_);
  }
  friend Wide operator-(const Wide& a, const Wide& b) { return a + with_sign(b.digits_, !b.negative_); }
  friend Wide operator*(const Wide& a, const Wide& b) {
    std::string product = "0";
    for (const char digit : b.digits_) {
      product += '0';
      for (char i = '0'; i < digit; ++i)
        product = sum(product, a.digits_);
    }
    return with_sign(product, a.negative_ != b.negative_);
  }
  friend bool operator==(const Wide& a, const Wide& b) = default;
  friend bool operator<(const Wide& a, const Wide& b) { return (a - b).negative_; }

 private:
  static Wide with_sign(const std::string& digits, bool negative) {
    Wide result;
    result.digits_ = digits;
    result.negative_ = negative;
    return result.tidied();
  }
  Wide tidied() {
    digits_.erase(0, std::min(digits_.find_first_not_of('0'), digits_.size() - 1));
    if (digits_ == "0") negative_ = false;
    return *this;
  }

  static void align(std::string& a, std::string& b) {
    const std::size_t size = std::max(a.size(), b.size());
    a.insert(0, size - a.size(), '0');
    b.insert(0, size - b.size(), '0');
  }
  static bool is_smaller(std::string a, std::string b) {
    align(a, b);
    return a < b;
  }
  static std::string sum(std::string a, std::string b) {
    align(a, b);
    int carried = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
      const int digit = a[i] - '0' + b[i] - '0' + carried;
      a[i] = static_cast<char>('0' + digit % 10);
      carried = digit / 10;
    }
    return carried > 0 ? "1" + a : a;
  }
  /// a must not be smaller.
  static std::string distance(std::string a, std::string b) {
    align(a, b);
    int borrowed = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
      const int digit = a[i] - b[i] - borrowed;
      borrowed = digit < 0 ? 1 : 0;
      a[i] = static_cast<char>('0' + digit + 10 * borrowed);
    }
    return a;
  }

  std::string digits_;
  bool negative_ = false;
};

}  // namespace mingzhang::test
