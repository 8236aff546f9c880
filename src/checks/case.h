// One disclosure while it is being checked, and the parts of the check, each in a file of its own. A part
// adds relations between figures, or reports what is no relation at once; check.cpp calls them in turn and
// judges the relations.
#pragma once

#include "checks/check.h"
#include "checks/figures.h"
#include "checks/relation.h"
#include "checks/rule_data.h"
#include "checks/table_cells.h"
#include "checks/table_lists.h"

#include <string>
#include <string_view>

namespace mingzhang {

struct Case {
  /// `which_cells` must outlive it.
  Case(const Document& which_document, const Disclosure& which_disclosure, const Vocabulary& which_vocabulary,
       const RuleBook::Data& which_book, const CellFigures& which_cells);

  const Document& document;
  const Disclosure& disclosure;
  const Vocabulary& vocabulary;
  const RuleBook::Data& book;
  /// Figures of table cells; those that are no facts have indices behind the facts'.
  const CellFigures& cells;
  /// The rows of each table, as several rules look at them.
  std::vector<std::vector<TableList>> lists;
  Figures figures;
  RelationSet relations;
  /// What is no relation between figures; the relations join them at the end.
  std::vector<Finding> findings;
  /// For each finding at its place, the relation it was written from; none for the rest.
  std::vector<std::int32_t> relation_of_finding;
  /// Counts without a concept that findings rest on, behind the figures of cells.
  std::vector<Fact> counts;
  /// Activities' matching project and the reverse; none where there is none (activities_projects.cpp).
  std::vector<std::int32_t> project_of_activity;

  /// A fact, or what stands in its place for a cell's figure: without concept.
  const Fact& fact(FactIndex index) const {
    return is_fact(index) ? disclosure.facts[index] : cells.figures[index - disclosure.facts.size()];
  }
  bool is_fact(FactIndex index) const { return index < disclosure.facts.size(); }
  Severity worst(RuleIndex rule) const { return book.rules[rule].severity; }
  /// A finding that is no relation, to be filled in by the caller at once.
  Finding& report(Evaluator evaluator, Status status, Severity severity, const char* message);
  /// Adds the fact and its place; of a cell's figure the place alone.
  void rest_on(Finding& finding, FactIndex index) const;
  /// Adds a count that no reader has made a fact or a cell's figure of; its place must be there already.
  void rest_on_count(Finding& finding, Fact figure);
  /// "@expenditure.total", for messages.
  std::string named(ConceptId concept_id) const;
  /// The same; what the fact is about by its own words, where it has a subject.
  std::string named(const Fact& fact) const;
  /// For lists by concept: the document may have items that the vocabulary does not know.
  std::size_t concept_count() const { return mingzhang::concept_count(vocabulary, disclosure); }
};

/// Figure as printed, Arabic digits without separators, the minus as a real sign.
std::string printed(const Decimal& value);

// Relations.
void relate_identities(Case& c);           // identities.cpp: sums, balances and equalities that are data
void relate_listed_items(Case& c);         // listed_items.cpp: sum.classification in prose
void relate_class_columns(Case& c);        // class_columns.cpp: the same between columns of a table
void relate_restated(Case& c);             // restated.cpp: one thing stated twice
void relate_changes(Case& c);              // changes.cpp: change.*, explain.change
void relate_rates(Case& c);                // rates.cpp
void relate_assets(Case& c);               // assets.cpp: sum.assets_*
void relate_activities_projects(Case& c);  // activities_projects.cpp
void relate_containment(Case& c);          // of_which.cpp: part.*
void relate_years(Case& c);                // inputs.cpp
void relate_vehicles(Case& c);             // vehicles_grades.cpp: sum.vehicles_use
void relate_tables(Case& c);  // table_sums.cpp: sum.table, sum.classification, balances in tables

// What is no relation; some need the relations judged.
void check_activities_projects(Case& c);  // missing.amount, missing.subject
void check_directions(Case& c);           // directions.cpp
void check_nothing_stated(Case& c);       // directions.cpp: none.contradicted
void check_reasons(Case& c);              // reasons.cpp: missing.reason
void check_counts(Case& c);               // counts.cpp
void check_rates(Case& c);                // rate.zero_base, rate.impossible
void check_indicators(Case& c);           // indicators.cpp, with ladders.cpp
void check_ladders(Case& c);
void check_periods(Case& c);      // periods.cpp
void check_deadline(Case& c);     // deadline.cpp
void check_grades(Case& c);       // vehicles_grades.cpp
void check_form(Case& c);         // form.cpp: numbering, tables
void check_table_form(Case& c);   // form_tables.cpp
void check_required(Case& c);     // required.cpp
void check_class_names(Case& c);  // class_names.cpp
void check_names(Case& c);        // form_names.cpp
void check_wording(Case& c);      // wording.cpp: placeholders, punctuation, repetition, private data

// After all relations are there.
void judge_relations(Case& c);                // judging.cpp
void settle_truncation(Case& c);              // truncation.cpp
void leave_partial_lists_undecided(Case& c);  // undecided.cpp
void suspect_units(Case& c);                  // units.cpp
void write_relations(Case& c);                // writing.cpp: relations become findings, after all others
/// The relation's own severity, given how far it is off.
Severity severity_of(const Case& c, const Relation& relation);
/// How a growth that does not follow was probably computed, as a word of messages.json; nullptr where nothing
/// fits. rates.cpp
const char* origin_of_rate(const Case& c, const Relation& relation);
/// It fails, but would hold if each figure were only as exact as the decimals it is printed with.
bool rests_on_inferred_zeros(const Case& c, const Relation& relation);

/// All of the check but causes and protection (check.cpp).
void examine(Case& c);
/// Sets group and repair of the findings; returns the number of groups. groups.cpp
std::int32_t localise_causes(Case& c);
std::vector<Protection> protection_of(const Case& c);  // protection.cpp

}  // namespace mingzhang
