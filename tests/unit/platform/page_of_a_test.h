// A page without a browser: reads the mirror's records as web/mirror.ts does, and keeps the elements that
// they make.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace test {

struct Element {
  int role = 0, level = 0;
  unsigned flags = 0;
  float x = 0, y = 0, width = 0, height = 0;
  std::string text, name, description, placeholder, value, term, identifier;
  std::vector<std::uint32_t> children;
};

struct Page {
  std::map<std::uint32_t, Element> elements;
  std::vector<std::uint32_t> top;                  // children of <main>
  std::map<std::uint32_t, float> heights;          // of regions' contents
  std::size_t puts = 0, orders = 0, removals = 0;  // since `forget`
  std::vector<std::pair<std::uint32_t, float>> scrolls;
  std::uint32_t focused = 0;
  std::vector<std::string> said, alarms;

  void read(const char* records, std::size_t size);
  void forget() { puts = orders = removals = 0; }
  /// The words of an element and all inside it, in order.
  std::string text_of(std::uint32_t id) const;
  std::string text() const;
};

/// The one that the mirror under test writes to; a new one for each test.
Page& page();
void new_page();

}  // namespace test
