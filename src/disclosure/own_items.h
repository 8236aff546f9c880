// The items of the classification that a document's own tables print: codes with their names. Sentences name
// items without codes; these tables say which are meant. Tested in tests/unit/disclosure/items_test.cpp.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang {

class OwnItems {
 public:
  /// A pair that is there already changes nothing. `bare_name`: see bare_item_name().
  void add(std::string code, std::string bare_name);
  bool has(std::string_view code, std::string_view bare_name) const;
  /// Codes of `digits` digits with this name, in order.
  std::vector<std::string> codes_of(std::string_view bare_name, std::size_t digits) const;

 private:
  std::set<std::pair<std::string, std::string>> by_name_;  // name, code
};

}  // namespace mingzhang
