// Expenditure by its parts, activities and projects; income by its sources. See breakdown.h.
#include "views/select.h"
#include "views/tree_parts.h"

#include <iterator>
#include <utility>

namespace mingzhang {
namespace {

/// Appends the figure for a concept where the document states one; false where it does not.
bool append_stated(const Analysis& analysis, ConceptId concept_id, BreakdownNode& whole) {
  const std::int32_t fact = money_figure(analysis, concept_id);
  if (fact != none) whole.children.push_back(node_for(analysis, fact, concept_id));
  return fact != none;
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

BreakdownNode project_breakdown(const Analysis& analysis) {
  BreakdownNode root;
  root.concept_id = analysis.concepts.expenditure_project;
  root.children = project_nodes(analysis);
  const std::int32_t stated = money_figure(analysis, analysis.concepts.expenditure_project);
  if (stated != none && !root.children.empty()) {
    std::vector<BreakdownNode> projects = std::move(root.children);
    root = node_for(analysis, stated, analysis.concepts.expenditure_project);
    root.children = std::move(projects);
    append_remainder(root);
  } else {
    sum_up(root);
  }
  set_shares(root, root.yuan);
  return root;
}

BreakdownNode revenue_breakdown(const Analysis& analysis) {
  const KeyConcepts& concepts = analysis.concepts;
  BreakdownNode root =
      node_for(analysis, money_figure(analysis, concepts.revenue_total), concepts.revenue_total);
  // 财政拨款 is shown by its three budgets where they are all of it.
  BreakdownNode fiscal =
      node_for(analysis, money_figure(analysis, concepts.revenue_fiscal), concepts.revenue_fiscal);
  for (const ConceptId budget : concepts.revenue_budgets)
    append_stated(analysis, budget, fiscal);
  append_remainder(fiscal);
  const bool flat = fiscal.fact == none || (!fiscal.children.empty() && !fiscal.children.back().remainder);
  if (flat) {
    std::move(fiscal.children.begin(), fiscal.children.end(), std::back_inserter(root.children));
  } else {
    root.children.push_back(std::move(fiscal));
  }
  for (const ConceptId source : concepts.revenue_others)
    append_stated(analysis, source, root);
  if (root.fact == none) sum_up(root);
  append_remainder(root);
  set_shares(root, root.yuan);
  return root;
}

}  // namespace mingzhang
