#include "text/sorting.h"

#include <algorithm>
#include <memory>
#include <string>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

TEST_CASE("things are sorted and equal ones keep their order") {
  std::vector<std::string> words{"b2", "a3", "b1", "a1", "c", "a2"};
  sort_stably(words, [](const std::string& a, const std::string& b) { return a[0] < b[0]; });
  CHECK(words == std::vector<std::string>{"a3", "a1", "a2", "b2", "b1", "c"});
}

TEST_CASE("a part of a list is sorted, and things that can only be moved") {
  std::vector<std::unique_ptr<int>> numbers;
  for (const int number : {9, 3, 2, 1, 0})
    numbers.push_back(std::make_unique<int>(number));
  sort_stably(std::span(numbers).subspan(1, 3), [](const auto& a, const auto& b) { return *a < *b; });
  std::vector<int> found;
  for (const auto& number : numbers)
    found.push_back(*number);
  CHECK(found == std::vector<int>{9, 1, 2, 3, 0});
}

TEST_CASE("every order of up to six things comes out as std::stable_sort has it") {
  for (std::size_t count = 0; count <= 6; ++count) {
    std::size_t orders = 1;
    for (std::size_t i = 0; i < count; ++i)
      orders *= 3;
    for (std::size_t code = 0; code < orders; ++code) {
      std::vector<std::pair<int, int>> ours;
      std::size_t rest = code;
      for (std::size_t i = 0; i < count; ++i, rest /= 3)
        ours.emplace_back(static_cast<int>(rest % 3), static_cast<int>(i));
      auto theirs = ours;
      const auto by_first = [](const auto& a, const auto& b) { return a.first < b.first; };
      sort_stably(ours, by_first);
      std::stable_sort(theirs.begin(), theirs.end(), by_first);
      REQUIRE(ours == theirs);
    }
  }
}

}  // namespace
}  // namespace mingzhang
