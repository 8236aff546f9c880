// A small generator with a fixed seed, so that a failing case comes back on every machine (SplitMix64).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingzhang::test {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  /// From low to high, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
  }
  template <std::size_t size>
  std::string_view one_of(const std::string_view (&choices)[size]) {
    return choices[static_cast<std::size_t>(between(0, size - 1))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace mingzhang::test
