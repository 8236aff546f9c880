// Where the money goes and where it comes from: wholes and the parts that the document states, as trees, and
// the flow from one to the other. Every figure is a fact of the disclosure; what no figure states is a
// remainder or a sum and says so. Amounts are exact, shares are in thousandths.
//
// Tested in tests/unit/views/breakdown_test.cpp, class_tree_test.cpp and flow_test.cpp.
#pragma once

#include "views/analysis.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// A part of a whole; children add up to it or leave a rest (`remainder`).
struct BreakdownNode {
  /// A concept's name is looked up by the app; `label` is the document's own word (project, activity, class),
  /// else empty.
  ConceptId concept_id = no_concept;
  std::string label;
  /// Of a class of expenditure: "2010101"; empty for the rest.
  std::string code;
  /// none for a remainder and a sum that no figure states.
  std::int32_t fact = none;
  /// In yuan.
  Decimal yuan;
  /// In `unit` with the decimals to print.
  Decimal printed;
  Unit unit = Unit::none;
  /// Thousandths of the root, rounded.
  std::int32_t per_mille = 0;
  bool remainder = false;
  /// Its own year's basic and project columns, where the table has them; facts.
  std::int32_t basic = none, project = none;
  /// The same of last year, as the same document states it; a fact.
  std::int32_t last_year = none;
  std::vector<BreakdownNode> children;
};

/// Expenditure by its parts, projects below 项目支出. children is empty where the document states no parts,
/// and fact is none where it states no total. A rest that rounding explains is no remainder.
BreakdownNode expenditure_breakdown(const Analysis& analysis);
/// Duty activities with their amounts (those without an amount have fact none and yuan 0). The root is their
/// sum, which no figure states.
BreakdownNode activity_breakdown(const Analysis& analysis);
/// All projects that the document names with an amount, largest first.
BreakdownNode project_breakdown(const Analysis& analysis);
/// Expenditure by the classification of functions (类 款 项). All figures are of one scope, the widest that
/// the document classifies. A class that is stated by its items only is their sum. `codes` are vocabulary ids
/// such as "function.2010101", by concept.
BreakdownNode function_breakdown(const Analysis& analysis, const Vocabulary& vocabulary);
/// The same by economic class; the root is the total that the classes add up to (mostly 基本支出), else their
/// sum.
BreakdownNode economic_breakdown(const Analysis& analysis, const Vocabulary& vocabulary);
/// Income by where it comes from.
BreakdownNode revenue_breakdown(const Analysis& analysis);

/// A name of the node among its siblings that stays when amounts change: its code, label or concept; "rest"
/// for a remainder.
std::string key_of(const BreakdownNode& node, const Vocabulary& vocabulary);

/// What a picture shows of a node's children: the largest as they are, the rest as one.
struct Folded {
  std::vector<std::uint32_t> shown;   // children, largest first
  std::vector<std::uint32_t> others;  // in one tile; empty where all are shown
};
/// At most `most` tiles and one more for the others; children of nothing or less are in neither.
Folded folded_children(const BreakdownNode& node, std::size_t most);
/// The others of `folded` as a node of their own: a sum that no figure states.
BreakdownNode others_of(const BreakdownNode& node, const Folded& folded);

/// What a flow from sources through a whole to uses shows beside the two trees: both sides come to the same,
/// and what one of them lacks is a rest of its own.
struct MoneyFlow {
  /// A stated figure where one is the sum, else the larger side's sum.
  BreakdownNode whole;
  /// The income's parts add up to more than it, so they are no parts: the income itself is the only source.
  bool undivided = false;
  /// On the side of the uses: what is left at the year's end, then the rest (a remainder).
  std::vector<BreakdownNode> more_uses;
  /// On the side of the sources: the rest.
  std::vector<BreakdownNode> more_sources;
};
/// `revenue` has children or a fact.
MoneyFlow flow_of(const Analysis& analysis, const BreakdownNode& revenue, const BreakdownNode& uses);

}  // namespace mingzhang
