// See own_items.h.
#include "disclosure/own_items.h"

namespace mingzhang {

void OwnItems::add(std::string code, std::string bare_name) {
  by_name_.emplace(std::move(bare_name), std::move(code));
}

bool OwnItems::has(std::string_view code, std::string_view bare_name) const {
  return by_name_.contains(std::pair(std::string(bare_name), std::string(code)));
}

std::vector<std::string> OwnItems::codes_of(std::string_view bare_name, std::size_t digits) const {
  std::vector<std::string> codes;
  auto entry = by_name_.lower_bound(std::pair(std::string(bare_name), std::string()));
  for (; entry != by_name_.end() && entry->first == bare_name; ++entry) {
    if (entry->second.size() == digits) codes.push_back(entry->second);
  }
  return codes;
}

}  // namespace mingzhang
