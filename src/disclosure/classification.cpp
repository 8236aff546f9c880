// See classification.h. Tested in tests/unit/disclosure/classification_test.cpp.
#include "disclosure/classification.h"

#include "disclosure/lexicon.h"
#include "text/sorting.h"

#include <algorithm>
#include <limits>

namespace mingzhang {

namespace {

/// A year in which every open name holds and no ended one does.
constexpr int today = std::numeric_limits<std::int16_t>::max();

int year_or_today(int year) {
  return year == 0 ? today : year;
}

/// How many years lie between a year and those of a name.
int distance(const ItemName& name, int year) {
  if (name.from != 0 && year < name.from) return name.from - year;
  if (name.to != 0 && year > name.to) return year - name.to;
  return 0;
}

/// 2010399 and its like are the rest of their class; documents word them in many ways.
bool is_rest(std::string_view code, std::string_view bare_name) {
  return code.size() > 3 && code.ends_with("99") && bare_name.starts_with("其他");
}

}  // namespace

std::string bare_item_name(std::string_view words) {
  std::string name = fold_label(words);
  const auto drop = [&](std::string_view ending) {
    if (name.size() > ending.size() && name.ends_with(ending)) name.resize(name.size() - ending.size());
  };
  drop("支出");
  if (name.starts_with("其它")) name.replace(0, std::string_view("其它").size(), "其他");
  return name;
}

Classification::Classification(std::vector<ClassifiedItem> items, std::vector<Renumbered> renumbered)
    : items_(std::move(items)), renumbered_(std::move(renumbered)) {
  sort_stably(items_, [](const auto& a, const auto& b) { return a.code < b.code; });
  for (std::uint32_t index = 0; index < items_.size(); ++index) {
    for (const ItemName& known : items_[index].names)
      by_name_.emplace_back(bare_item_name(known.name), index);
  }
  std::sort(by_name_.begin(), by_name_.end());
}

const ClassifiedItem* Classification::find(std::string_view code) const {
  const auto found =
      std::lower_bound(items_.begin(), items_.end(), code,
                       [](const auto& item, std::string_view wanted) { return item.code < wanted; });
  return found != items_.end() && found->code == code ? &*found : nullptr;
}

std::string_view Classification::name_of(std::string_view code, int year) const {
  const ClassifiedItem* item = find(code);
  if (item == nullptr) return {};
  const int wanted = year_or_today(year);
  const auto nearest = std::min_element(
      item->names.begin(), item->names.end(),
      [&](const ItemName& a, const ItemName& b) { return distance(a, wanted) < distance(b, wanted); });
  return nearest->name;
}

NameFit Classification::fit(std::string_view code, std::string_view name, int year) const {
  const ClassifiedItem* item = find(code);
  if (item == nullptr) return NameFit::unknown;
  const std::string bare = bare_item_name(name);
  if (is_rest(code, bare)) return NameFit::fits;
  NameFit found = NameFit::other;
  for (const ItemName& known : item->names) {
    if (bare_item_name(known.name) != bare) continue;
    if (known.holds_in(year_or_today(year))) return NameFit::fits;
    found = NameFit::other_year;
  }
  return found;
}

std::vector<const ClassifiedItem*> Classification::named(std::string_view name, std::string_view prefix,
                                                         std::size_t digits, int year) const {
  const std::string bare = bare_item_name(name);
  std::vector<const ClassifiedItem*> now, otherwise;
  auto entry = std::lower_bound(by_name_.begin(), by_name_.end(), std::pair(bare, std::uint32_t{0}));
  for (; entry != by_name_.end() && entry->first == bare; ++entry) {
    const ClassifiedItem& item = items_[entry->second];
    if (item.code.size() != digits || !std::string_view(item.code).starts_with(prefix)) continue;
    const bool holds = std::any_of(item.names.begin(), item.names.end(), [&](const ItemName& known) {
      return known.holds_in(year_or_today(year)) && bare_item_name(known.name) == bare;
    });
    auto& list = holds ? now : otherwise;
    if (list.empty() || list.back() != &item) list.push_back(&item);
  }
  return now.empty() ? otherwise : now;
}

std::string_view Classification::code_in(std::string_view code, int year, int other_year) const {
  const int from = year_or_today(year);
  const int to = year_or_today(other_year);
  for (const Renumbered& step : renumbered_) {
    if (step.was == code && from < step.from && to >= step.from) return step.now;
    if (step.now == code && from >= step.from && to < step.from) return step.was;
  }
  return code;
}

}  // namespace mingzhang
