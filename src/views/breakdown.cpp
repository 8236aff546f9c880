// Where the money goes: a whole and the parts that the document states, as a tree.
// Tested in tests/unit/views/breakdown_test.cpp.
#include "views/select.h"
#include "views/view_models.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mingzhang {
namespace {

BreakdownNode node_for(const Analysis& analysis, std::int32_t index, ConceptId concept_id) {
  BreakdownNode node;
  node.concept_id = concept_id;
  node.fact = index;
  if (index == none) return node;
  const Fact& fact = fact_at(analysis, index);
  node.yuan = yuan_of(fact);
  node.printed = fact.value;
  node.unit = fact.unit;
  return node;
}

/// The own year's amount of money; none where the document states none.
std::int32_t money_figure(const Analysis& analysis, ConceptId concept_id) {
  const std::int32_t fact = own_figure(analysis.disclosure, concept_id);
  const bool money = fact != none && kind_of(fact_at(analysis, fact).unit) == UnitKind::money;
  return money ? fact : none;
}

/// Appends the figure for a concept where the document states one; false where it does not.
bool append_stated(const Analysis& analysis, ConceptId concept_id, BreakdownNode& whole) {
  const std::int32_t fact = money_figure(analysis, concept_id);
  if (fact != none) whole.children.push_back(node_for(analysis, fact, concept_id));
  return fact != none;
}

Decimal sum_of(const std::vector<BreakdownNode>& nodes) {
  Decimal sum;
  for (const BreakdownNode& node : nodes)
    sum += node.yuan;
  return sum;
}

/// Half a unit of the last place for each of the figures, in yuan: what rounding alone can leave over.
Decimal rounding_slack(const BreakdownNode& whole) {
  int decimals = whole.printed.decimals();
  for (const BreakdownNode& child : whole.children) {
    if (child.unit == whole.unit) decimals = std::max(decimals, child.printed.decimals());
  }
  const auto figures = static_cast<Int128>(whole.children.size() + 1);
  return Decimal(figures * 5, decimals + 1).shifted(power_of(whole.unit));
}

void append_remainder(BreakdownNode& whole) {
  if (whole.children.empty() || whole.fact == none) return;
  const Decimal rest = whole.yuan - sum_of(whole.children);
  if (rest <= rounding_slack(whole)) return;
  BreakdownNode node;
  node.remainder = true;
  node.yuan = rest;
  node.unit = whole.unit;
  node.printed = rest.shifted(-power_of(whole.unit)).trimmed().with_decimals(whole.printed.decimals());
  whole.children.push_back(std::move(node));
}

void set_shares(BreakdownNode& node, const Decimal& root) {
  const auto share = (node.yuan * Decimal(1000, 0)).divided_by(root, 0);
  node.per_mille = share ? static_cast<std::int32_t>(share->coefficient()) : 0;
  for (BreakdownNode& child : node.children)
    set_shares(child, root);
}

void largest_first(std::vector<BreakdownNode>& nodes) {
  std::stable_sort(nodes.begin(), nodes.end(),
                   [](const BreakdownNode& a, const BreakdownNode& b) { return a.yuan > b.yuan; });
}

std::vector<BreakdownNode> project_nodes(const Analysis& analysis) {
  std::vector<BreakdownNode> nodes;
  for (const Project& project : analysis.disclosure.projects) {
    if (project.budget == none) continue;
    BreakdownNode node = node_for(analysis, project.budget, analysis.concepts.project_budget);
    node.label = project.name;
    nodes.push_back(std::move(node));
  }
  largest_first(nodes);
  return nodes;
}

/// A node for parts whose whole no figure states: their sum, in the unit of the first that has one.
void sum_up(BreakdownNode& whole) {
  whole.yuan = sum_of(whole.children);
  for (const BreakdownNode& child : whole.children) {
    if (child.unit == Unit::none) continue;
    whole.unit = child.unit;
    int decimals = 0;
    for (const BreakdownNode& other : whole.children)
      decimals = std::max(decimals, other.printed.decimals());
    whole.printed = whole.yuan.shifted(-power_of(whole.unit)).trimmed().with_decimals(decimals);
    return;
  }
}

void append_projects(const Analysis& analysis, BreakdownNode& whole) {
  std::vector<BreakdownNode> projects = project_nodes(analysis);
  if (append_stated(analysis, analysis.concepts.expenditure_project, whole)) {
    BreakdownNode& stated = whole.children.back();
    stated.children = std::move(projects);
    append_remainder(stated);
  } else if (!projects.empty()) {
    BreakdownNode unstated;
    unstated.concept_id = analysis.concepts.expenditure_project;
    unstated.children = std::move(projects);
    sum_up(unstated);
    whole.children.push_back(std::move(unstated));
  }
}

/// 基本支出 is shown by its two parts where they are all of it: readers ask for staff and running costs.
/// Parts that leave something over (they may be of the general public budget alone) stand below it.
void append_basic(const Analysis& analysis, BreakdownNode& whole) {
  const KeyConcepts& concepts = analysis.concepts;
  BreakdownNode basic =
      node_for(analysis, money_figure(analysis, concepts.expenditure_basic), concepts.expenditure_basic);
  append_stated(analysis, concepts.expenditure_personnel, basic);
  append_stated(analysis, concepts.expenditure_operating, basic);
  append_remainder(basic);
  const bool flat = basic.fact == none || (basic.children.size() == 2 && !basic.children.back().remainder);
  if (!flat) {
    whole.children.push_back(std::move(basic));
    return;
  }
  std::move(basic.children.begin(), basic.children.end(), std::back_inserter(whole.children));
}

std::int32_t expenditure_fact(const Analysis& analysis) {
  const std::int32_t total = money_figure(analysis, analysis.concepts.expenditure_total);
  return total != none ? total : money_figure(analysis, analysis.concepts.grand_total);
}

}  // namespace

BreakdownNode expenditure_breakdown(const Analysis& analysis) {
  const KeyConcepts& concepts = analysis.concepts;
  BreakdownNode root = node_for(analysis, expenditure_fact(analysis), concepts.expenditure_total);
  append_basic(analysis, root);
  append_projects(analysis, root);
  for (const ConceptId other : {concepts.expenditure_reserve, concepts.expenditure_business,
                                concepts.expenditure_superior, concepts.expenditure_subordinate}) {
    append_stated(analysis, other, root);
  }
  if (root.fact == none) sum_up(root);
  append_remainder(root);
  set_shares(root, root.yuan);
  return root;
}

BreakdownNode activity_breakdown(const Analysis& analysis) {
  BreakdownNode root;
  root.concept_id = analysis.concepts.activity_budget;
  for (const Activity& activity : analysis.disclosure.activities) {
    BreakdownNode node = node_for(analysis, activity.budget, analysis.concepts.activity_budget);
    node.label = activity.name;
    root.children.push_back(std::move(node));
  }
  sum_up(root);
  set_shares(root, root.yuan);
  return root;
}

}  // namespace mingzhang
