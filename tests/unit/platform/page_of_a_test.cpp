#include "page_of_a_test.h"

#include "platform/page.h"

#include <cstring>

namespace test {
namespace {

struct Records {
  const char* at;
  const char* end;

  template <typename T>
  T take() {
    T value{};
    std::memcpy(&value, at, sizeof value);
    at += sizeof value;
    return value;
  }
  std::string text() {
    const auto size = take<std::uint32_t>();
    std::string words(at, size);
    at += size;
    return words;
  }
};

void put(Element& element, Records& records) {
  element.role = records.take<std::uint8_t>();
  element.level = records.take<std::uint8_t>();
  element.flags = records.take<std::uint16_t>();
  for (float* side : {&element.x, &element.y, &element.width, &element.height})
    *side = records.take<float>();
  records.at += 3 * sizeof(float) + sizeof(std::uint16_t) + 2 * sizeof(std::uint32_t);  // type and colours
  for (std::string* part : {&element.text, &element.name, &element.description, &element.placeholder,
                            &element.value, &element.term, &element.identifier}) {
    *part = records.text();
  }
}

Page& current() {
  static Page only;
  return only;
}

}  // namespace

void Page::read(const char* bytes, std::size_t size) {
  Records records{bytes, bytes + size};
  while (records.at < records.end) {
    const auto change = records.take<std::uint8_t>();
    const auto id = records.take<std::uint32_t>();
    if (change == 1) {
      put(elements[id], records);
      ++puts;
    } else if (change == 2) {
      std::vector<std::uint32_t>& children = id == 0 ? top : elements[id].children;
      children.resize(records.take<std::uint32_t>());
      for (std::uint32_t& child : children)
        child = records.take<std::uint32_t>();
      ++orders;
    } else if (change == 3) {
      elements.erase(id);
      ++removals;
    } else {
      heights[id] = records.take<float>();
    }
  }
}

std::string Page::text_of(std::uint32_t id) const {
  const auto found = elements.find(id);
  if (found == elements.end()) return "<missing>";
  std::string all = found->second.text;
  for (const std::uint32_t child : found->second.children)
    all += "[" + text_of(child) + "]";
  return all;
}

std::string Page::text() const {
  std::string all;
  for (const std::uint32_t id : top)
    all += "[" + text_of(id) + "]";
  return all;
}

Page& page() {
  return current();
}
void new_page() {
  current() = {};
}

}  // namespace test

namespace mingzhang::page {

void mirror_write(const char* records, std::size_t size) {
  test::page().read(records, size);
}
void scroll_region(std::uint32_t region, float top, bool) {
  test::page().scrolls.emplace_back(region, top);
}
void focus_node(std::uint32_t node) {
  test::page().focused = node;
}
void announce(const char* words, std::size_t size, bool urgent) {
  (urgent ? test::page().alarms : test::page().said).emplace_back(words, size);
}

}  // namespace mingzhang::page
