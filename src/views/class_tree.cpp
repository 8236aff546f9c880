// Expenditure by the classifications of functions and of economic use. See breakdown.h.
// Tested in tests/unit/views/class_tree_test.cpp.
#include "views/select.h"
#include "views/tree_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::size_t scopes = 5, class_digits = 3;

/// What the document states of one class.
struct Stated {
  std::int32_t total = none, basic = none, project = none, last_year = none;
};
using Classes = std::map<std::string, Stated, std::less<>>;

std::string_view code_of(const Vocabulary& vocabulary, const Disclosure& disclosure, ConceptId concept_id,
                         std::string_view prefix) {
  if (concept_id == no_concept) return {};
  const std::string_view id = concept_of(vocabulary, disclosure, concept_id).id;
  if (!id.starts_with(prefix)) return {};
  const std::string_view code = id.substr(prefix.size());
  const bool digits = !code.empty() && code.find_first_not_of("0123456789") == std::string_view::npos;
  return digits ? code : std::string_view();
}

bool is_amount_of(const Fact& fact, std::int16_t year) {
  return fact.measure == Measure::amount && fact.period == year && kind_of(fact.unit) == UnitKind::money;
}

/// A table states every class once and in one precision; prose often only some.
std::pair<int, bool> rank_of(const Fact& fact) {
  return {stage_rank(fact.stage), fact.source.table == none};
}

void keep_better(const Disclosure& disclosure, std::size_t candidate, std::int32_t& best) {
  const bool better = best == none || rank_of(disclosure.facts[candidate]) <
                                          rank_of(disclosure.facts[static_cast<std::size_t>(best)]);
  if (better) best = static_cast<std::int32_t>(candidate);
}

/// Figures of one scope only: classes of several would count the same money twice.
std::optional<Scope> scope_of(const Disclosure& disclosure, const Vocabulary& vocabulary,
                              std::string_view prefix) {
  std::array<std::map<std::string_view, int>, scopes> codes;
  for (const Fact& fact : disclosure.facts) {
    if (!is_amount_of(fact, disclosure.year) || fact.part != Part::total) continue;
    const std::string_view code = code_of(vocabulary, disclosure, fact.concept_id, prefix);
    if (!code.empty()) ++codes[static_cast<std::size_t>(fact.scope)][code];
  }
  const auto most = std::max_element(codes.begin(), codes.end(),
                                     [](const auto& a, const auto& b) { return a.size() < b.size(); });
  if (most->empty()) return std::nullopt;
  return static_cast<Scope>(most - codes.begin());
}

Classes classes_of(const Disclosure& disclosure, const Vocabulary& vocabulary, std::string_view prefix,
                   Scope scope) {
  Classes classes;
  const auto last_year = static_cast<std::int16_t>(disclosure.year - 1);
  for (std::size_t i = 0; i < disclosure.facts.size(); ++i) {
    const Fact& fact = disclosure.facts[i];
    if (fact.scope != scope) continue;
    const std::string_view code = code_of(vocabulary, disclosure, fact.concept_id, prefix);
    if (code.empty()) continue;
    const bool own = is_amount_of(fact, disclosure.year);
    if (!own && !is_amount_of(fact, last_year)) continue;
    Stated& stated = classes[std::string(code)];
    if (own && fact.part == Part::total) keep_better(disclosure, i, stated.total);
    if (own && fact.part == Part::basic) keep_better(disclosure, i, stated.basic);
    if (own && fact.part == Part::project) keep_better(disclosure, i, stated.project);
    if (!own && fact.part == Part::total) keep_better(disclosure, i, stated.last_year);
  }
  std::erase_if(classes, [](const auto& each) { return each.second.total == none; });
  return classes;
}

/// Codes stand in order, so a class comes before what is below it.
class TreeBuilder {
 public:
  TreeBuilder(const Analysis& analysis, const Vocabulary& vocabulary, std::string_view prefix)
      : analysis_(analysis), vocabulary_(vocabulary), prefix_(prefix) {}

  std::vector<BreakdownNode> build(const Classes& classes) {
    for (const auto& [code, stated] : classes) {
      leave(code);
      const std::string top = code.substr(0, class_digits);
      if (path_.empty() && code.size() > class_digits) enter(unstated(top));
      enter(node_of(code, stated));
    }
    leave({});
    return std::move(tops_);
  }

 private:
  BreakdownNode node_of(const std::string& code, const Stated& stated) const {
    const Fact& fact = fact_at(analysis_, stated.total);
    BreakdownNode node = node_for(analysis_, stated.total, fact.concept_id);
    node.label = fact.subject;
    node.code = code;
    node.basic = stated.basic;
    node.project = stated.project;
    node.last_year = stated.last_year;
    return node;
  }

  /// Its items are stated and it is not.
  BreakdownNode unstated(const std::string& code) const {
    BreakdownNode node;
    node.concept_id = vocabulary_.find(std::string(prefix_) + code);
    node.code = code;
    return node;
  }

  void enter(BreakdownNode node) { path_.push_back(std::move(node)); }

  /// Closes every class that `code` is not below.
  void leave(std::string_view code) {
    while (!path_.empty() &&
           !(code.size() > path_.back().code.size() && code.starts_with(path_.back().code))) {
      BreakdownNode node = std::move(path_.back());
      path_.pop_back();
      if (node.fact == none) sum_up(node);
      append_remainder(node);
      (path_.empty() ? tops_ : path_.back().children).push_back(std::move(node));
    }
  }

  const Analysis& analysis_;
  const Vocabulary& vocabulary_;
  std::string_view prefix_;
  std::vector<BreakdownNode> path_, tops_;
};

/// The total that the classes are the parts of: one that they add up to, else the first that is no less than
/// their sum, else none.
BreakdownNode root_for(const Analysis& analysis, std::vector<BreakdownNode> tops,
                       const std::vector<std::int32_t>& totals, bool must_fit) {
  const Decimal sum = sum_of(tops);
  BreakdownNode root;
  root.children = std::move(tops);
  for (const bool exactly : {true, false}) {
    for (const std::int32_t total : totals) {
      if (total == none || root.fact != none || (!exactly && must_fit)) continue;
      BreakdownNode whole = node_for(analysis, total, fact_at(analysis, total).concept_id);
      whole.children = root.children;
      const Decimal rest = whole.yuan - sum;
      if (exactly ? rest.abs() > rounding_slack(whole) : rest.is_negative()) continue;
      root = std::move(whole);
    }
  }
  if (root.fact == none) sum_up(root);
  append_remainder(root);
  set_shares(root, root.yuan);
  return root;
}

BreakdownNode class_tree(const Analysis& analysis, const Vocabulary& vocabulary, std::string_view prefix,
                         bool must_fit) {
  const Disclosure& disclosure = analysis.disclosure;
  const std::optional<Scope> scope = scope_of(disclosure, vocabulary, prefix);
  if (!scope) return {};
  std::vector<BreakdownNode> tops =
      TreeBuilder(analysis, vocabulary, prefix).build(classes_of(disclosure, vocabulary, prefix, *scope));
  const KeyConcepts& concepts = analysis.concepts;
  std::vector<std::int32_t> totals;
  for (const ConceptId total : {concepts.expenditure_total, concepts.expenditure_basic}) {
    totals.push_back(figure_in_scope(disclosure, {total, Measure::amount, disclosure.year}, *scope));
    totals.push_back(money_figure(analysis, total));
  }
  BreakdownNode root = root_for(analysis, std::move(tops), totals, must_fit);
  if (root.concept_id == no_concept) root.concept_id = concepts.expenditure_total;
  return root;
}

}  // namespace

BreakdownNode function_breakdown(const Analysis& analysis, const Vocabulary& vocabulary) {
  return class_tree(analysis, vocabulary, "function.", false);
}

BreakdownNode economic_breakdown(const Analysis& analysis, const Vocabulary& vocabulary) {
  return class_tree(analysis, vocabulary, "economic.", true);
}

}  // namespace mingzhang
