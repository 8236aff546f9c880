// Random numbers that are the same on every machine: xorshift, no clock, no library distribution.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingzhang::generator {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 0x1234567u) {
    for (int i = 0; i < 8; ++i)
      next();
  }

  std::uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  /// 0 to below − 1.
  std::uint64_t below(std::uint64_t limit) { return limit == 0 ? 0 : next() % limit; }
  /// From `low` through `high`.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1)));
  }
  /// In so many cases of a hundred.
  bool chance(int percent) { return below(100) < static_cast<std::uint64_t>(percent); }
  template <std::size_t size>
  std::string_view one_of(const std::string_view (&words)[size]) {
    return words[below(size)];
  }

 private:
  std::uint64_t state_;
};

}  // namespace mingzhang::generator
