// What the breakdown shows: which tree, how far it was gone into, in which measure. Made anew at each frame
// from the choices; the pictures and the list read it, so that all of them show the same selection.
#pragma once

#include "app/scene.h"
#include "views/measures.h"

#include <deque>
#include <string>
#include <vector>

namespace mingzhang {

/// Tiles of a picture beside 'others'.
constexpr std::size_t most_tiles = 12;

/// A part of the expenditure as a picture shows it.
struct Item {
  const BreakdownNode* node = nullptr;
  std::string key, name;
  bool others = false;  // several small ones in one
  bool sought = true;   // what is looked for is in it; all are where nothing is
};

class Cut {
 public:
  explicit Cut(Scene& scene);

  Scene& scene;
  const BreakdownNode& root() const { return *root_; }
  /// What is shown: the root or what was gone into.
  const BreakdownNode& node() const { return *path_.back().node; }
  /// From the root to `node`; the root's name is that of the whole.
  const std::vector<Item>& path() const { return path_; }

  /// The children as tiles: the largest, then the others as one.
  std::vector<Item> items() const { return items_of(node()); }
  std::vector<Item> items_of(const BreakdownNode& node) const;
  /// Of any node, as the chosen measure has it: "83", "18.3%", "8,072"; the unit stands in `unit`.
  std::string amount(const BreakdownNode& node) const;
  /// With its unit: "83 万元", "8,072 元/天".
  std::string amount_with_unit(const BreakdownNode& node) const;
  /// Share of what is shown.
  std::string share(const BreakdownNode& node) const;
  const std::string& unit() const { return unit_; }
  /// The measure can be shown; else what it lacks is asked for, and amounts are as printed.
  bool measurable() const { return measurable_; }
  AmountMeasure measure() const { return scale_.measure; }
  /// No figure states an amount for it.
  static bool blank(const BreakdownNode& node) {
    return node.fact == none && !node.remainder && node.children.empty();
  }

  /// The colour of the part of the whole that the item is in.
  Colour colour_of(const Item& item) const;
  /// Goes in where there is something inside, else opens the figure's evidence.
  void choose(const Item& item) const;
  /// Leads to a node found anywhere in the tree.
  void go_to(const std::vector<std::string>& path) const { scene.choices.drill = path; }
  /// What is spoken of an item: name, amount, share.
  std::string spoken(const Item& item) const;
  bool holds_sought(const BreakdownNode& node) const;

 private:
  void follow_path();
  void set_scale();
  std::string key_of(const BreakdownNode& node) const;

  const BreakdownNode* root_ = nullptr;
  std::vector<Item> path_;
  mutable std::deque<BreakdownNode> made_;  // 'others', which no tree holds
  AmountScale scale_;
  std::string unit_, sought_;
  bool measurable_ = true;
};

/// The tree of a grouping; its children are empty where the document states none.
const BreakdownNode& tree_of(const Dossier& dossier, Grouping grouping);
/// Groupings that the document has figures for.
std::vector<Grouping> groupings_of(const Dossier& dossier);
std::string_view name_of(const Phrases& words, Grouping grouping);

// The pictures ----
void show_treemap(const Cut& cut, float high);
void show_flow(const Cut& cut);
void show_bars(const Cut& cut);
/// All parts in a table that can be sorted; `wide`: with code, last year and change.
void show_amounts(const Cut& cut, bool wide);

}  // namespace mingzhang
