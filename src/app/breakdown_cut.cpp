// See breakdown_cut.h.
#include "app/breakdown_cut.h"

#include "text/utf8.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::string_view others_key = "*";

struct GroupingWords {
  std::string_view key, all;
};
constexpr GroupingWords grouping_words[] = {{"breakdown.by_parts", "breakdown.all"},
                                            {"breakdown.by_functions", "breakdown.all"},
                                            {"breakdown.by_economic", "breakdown.all_economic"},
                                            {"breakdown.by_projects", "breakdown.all_projects"},
                                            {"breakdown.by_activities", "breakdown.all_activities"}};

/// 301 and 303 go to people, 302 is the office's own: they look like the parts that they make up.
std::size_t economic_kind(std::string_view code, std::size_t place) {
  if (code.starts_with("301")) return 0;
  if (code.starts_with("302")) return 1;
  if (code.starts_with("303")) return 6;
  if (code.starts_with("310") || code.starts_with("309")) return 5;
  return 3 + place % 4;
}

std::optional<Decimal> typed_number(std::string_view words) {
  std::string digits = folded(words);
  std::erase(digits, ',');
  const auto value = Decimal::parse(digits);
  return value && *value > Decimal() ? value : std::nullopt;
}

}  // namespace

const BreakdownNode& tree_of(const Dossier& dossier, Grouping grouping) {
  switch (grouping) {
    case Grouping::functions:
      return dossier.functions;
    case Grouping::economic:
      return dossier.economic;
    case Grouping::projects:
      return dossier.projects;
    case Grouping::activities:
      return dossier.activities;
    case Grouping::parts:
      break;
  }
  return dossier.parts;
}

std::vector<Grouping> groupings_of(const Dossier& dossier) {
  std::vector<Grouping> all;
  for (const Grouping each :
       {Grouping::parts, Grouping::functions, Grouping::economic, Grouping::projects, Grouping::activities}) {
    if (!tree_of(dossier, each).children.empty()) all.push_back(each);
  }
  return all;
}

std::string_view name_of(const Phrases& words, Grouping grouping) {
  return words(grouping_words[static_cast<std::size_t>(grouping)].key);
}

Cut::Cut(Scene& the_scene) : scene(the_scene) {
  const std::vector<Grouping> has = groupings_of(scene.dossier);
  Choices& choices = scene.choices;
  if (!has.empty() && std::find(has.begin(), has.end(), choices.grouping) == has.end()) {
    choices.grouping = has.front();
    choices.drill.clear();
  }
  root_ = &tree_of(scene.dossier, choices.grouping);
  sought_ = folded(choices.sought);
  follow_path();
  set_scale();
}

std::string Cut::key_of(const BreakdownNode& node) const {
  return mingzhang::key_of(node, scene.knowledge.vocabulary);
}

/// The path is cut where it leads nowhere, as after a change of the document or from an old link.
void Cut::follow_path() {
  const GroupingWords& words = grouping_words[static_cast<std::size_t>(scene.choices.grouping)];
  path_.push_back({.node = root_, .key = {}, .name = std::string(scene.words(words.all))});
  std::size_t depth = 0;
  for (; depth < scene.choices.drill.size(); ++depth) {
    const std::string& step = scene.choices.drill[depth];
    const std::vector<Item> items = items_of(node());
    auto at = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.key == step; });
    if (at != items.end() && !at->node->children.empty()) {
      path_.push_back(*at);
      continue;
    }
    // One of the others, reached from the list.
    const BreakdownNode& here = node();
    const auto child = std::find_if(here.children.begin(), here.children.end(),
                                    [&](const BreakdownNode& each) { return key_of(each) == step; });
    if (child == here.children.end() || child->children.empty()) break;
    path_.push_back({.node = &*child, .key = step, .name = node_name(scene, *child)});
  }
  scene.choices.drill.resize(depth);
}

void Cut::set_scale() {
  const Choices& choices = scene.choices;
  scale_.measure = choices.measure;
  scale_.whole = root_->yuan;
  switch (choices.measure) {
    case AmountMeasure::per_staff: {
      const std::int32_t staff = staff_figure(scene.dossier.analysis);
      if (staff != none) scale_.divisor = scene.dossier.fact(staff).value;
      break;
    }
    case AmountMeasure::per_resident:
      scale_.divisor = typed_number(choices.residents).value_or(Decimal());
      break;
    case AmountMeasure::per_day:
      scale_.divisor = Decimal(days_of(scene.dossier.disclosure().year), 0);
      break;
    case AmountMeasure::things: {
      const std::vector<Thing>& things = scene.things;
      if (choices.thing >= things.size()) break;
      scale_.divisor = typed_number(choices.price).value_or(things[choices.thing].price);
      break;
    }
    case AmountMeasure::printed:
    case AmountMeasure::yuan:
    case AmountMeasure::ten_thousand:
    case AmountMeasure::hundred_million:
    case AmountMeasure::share:
      break;
  }
  measurable_ = choices.measure == AmountMeasure::printed || in_measure(root_->yuan, scale_).has_value();
  if (!measurable_) scale_.measure = AmountMeasure::printed;
  static constexpr std::string_view units[] = {"",
                                               "scale.yuan",
                                               "scale.ten_thousand",
                                               "scale.hundred_million",
                                               "scale.percent",
                                               "scale.per_staff_unit",
                                               "scale.per_resident_unit",
                                               "scale.per_day_unit",
                                               ""};
  const std::string_view key = units[static_cast<std::size_t>(scale_.measure)];
  if (!key.empty()) unit_ = scene.words(key);
  if (scale_.measure == AmountMeasure::printed) unit_ = name_of(root_->unit);
  if (scale_.measure == AmountMeasure::things) {
    const Thing& thing = scene.things[choices.thing];
    unit_ = choices.language == Language::zh ? thing.zh : thing.en;
  }
}

std::vector<Item> Cut::items_of(const BreakdownNode& node) const {
  const Folded folded = folded_children(node, most_tiles);
  std::vector<Item> items;
  for (const std::uint32_t index : folded.shown) {
    const BreakdownNode& child = node.children[index];
    items.push_back({.node = &child,
                     .key = key_of(child),
                     .name = node_name(scene, child),
                     .others = false,
                     .sought = holds_sought(child)});
  }
  if (folded.others.empty()) return items;
  made_.push_back(others_of(node, folded));
  const BreakdownNode& others = made_.back();
  items.push_back({.node = &others,
                   .key = std::string(others_key),
                   .name = scene.words("breakdown.others", {{"n", count_words(folded.others.size())}}),
                   .others = true,
                   .sought = holds_sought(others)});
  return items;
}

bool Cut::holds_sought(const BreakdownNode& node) const {
  if (sought_.empty()) return true;
  if (folded(node_name(scene, node)).find(sought_) != std::string::npos || node.code.starts_with(sought_))
    return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const BreakdownNode& child) { return holds_sought(child); });
}

std::string Cut::amount(const BreakdownNode& node) const {
  if (scale_.measure == AmountMeasure::printed) {
    if (node.unit == root_->unit || node.unit == Unit::none || root_->unit == Unit::none)
      return value_words(node.printed);
    return value_words(node.yuan.shifted(-power_of(root_->unit)).trimmed());
  }
  const auto value = in_measure(node.yuan, scale_);
  return value ? grouped_words(*value) : std::string();
}

std::string Cut::amount_with_unit(const BreakdownNode& node) const {
  std::string words = amount(node);
  if (unit_.empty()) return words;
  if (scale_.measure != AmountMeasure::share) words += ' ';
  return words + unit_;
}

std::string Cut::share(const BreakdownNode& node) const {
  const auto share = (node.yuan * Decimal(1000, 0)).divided_by(this->node().yuan, 0);
  return share ? share_words(static_cast<std::int32_t>(share->coefficient())) : std::string();
}

Colour Cut::colour_of(const Item& item) const {
  const Colours& c = scene.ui.colours;
  if (item.node->remainder || item.others) return c.kinds[7];
  if (scene.choices.grouping == Grouping::projects || scene.choices.grouping == Grouping::activities)
    return c.kinds[2];
  // The part of the whole that it is in: the first step of the path, or itself.
  const std::string& key = path_.size() > 1 && path_[1].key != others_key ? path_[1].key : item.key;
  std::size_t place = 0;
  for (; place < root_->children.size(); ++place) {
    if (key_of(root_->children[place]) == key) break;
  }
  const BreakdownNode& top = place < root_->children.size() ? root_->children[place] : *item.node;
  if (scene.choices.grouping == Grouping::economic) return c.kinds[economic_kind(top.code, place)];
  if (scene.choices.grouping == Grouping::functions) return c.kinds[place % (c.kinds.size() - 1)];
  return kind_colour(scene, top, place);
}

void Cut::choose(const Item& item) const {
  if (!item.node->children.empty()) {
    scene.choices.drill.push_back(item.key);
  } else {
    open_figure(scene, item.node->fact);
  }
}

std::string Cut::spoken(const Item& item) const {
  if (blank(*item.node)) return item.name + " " + std::string(scene.words("breakdown.blank"));
  std::string words = item.name + " " + amount_with_unit(*item.node);
  if (scale_.measure != AmountMeasure::share) words += " " + share(*item.node);
  return words;
}

}  // namespace mingzhang
