// The order of the check: relations are gathered and judged, then figures in a wrong unit are set apart, then
// everything becomes findings, and these are put in the rule book's order.
#include "checks/check.h"

#include "checks/case.h"
#include "checks/inputs.h"
#include "text/sorting.h"

#include <algorithm>
#include <numeric>

namespace mingzhang {
namespace {

std::uint32_t place_of(const Finding& finding) {
  return finding.sources.empty() ? UINT32_MAX : finding.sources.front().span.start;
}

std::vector<Finding> in_order(std::vector<Finding> findings) {
  std::vector<std::uint32_t> order(findings.size());
  std::iota(order.begin(), order.end(), 0u);
  sort_stably(order, [&](std::uint32_t a, std::uint32_t b) {
    if (findings[a].rule != findings[b].rule) return findings[a].rule < findings[b].rule;
    return place_of(findings[a]) < place_of(findings[b]);
  });
  std::vector<Finding> out;
  out.reserve(findings.size());
  for (const std::uint32_t index : order)
    out.push_back(std::move(findings[index]));
  return out;
}

void relate(Case& c) {
  relate_identities(c);
  relate_listed_items(c);
  relate_class_columns(c);
  relate_restated(c);
  relate_changes(c);
  relate_rates(c);
  relate_assets(c);
  relate_activities_projects(c);
  relate_containment(c);
  relate_vehicles(c);
  relate_years(c);
  relate_tables(c);
}

/// A figure that unit.suspect reads in another unit keeps its own here: the digits are those printed.
std::vector<Interval> ranges_of(const Figures& figures) {
  std::vector<Interval> out;
  out.reserve(figures.size());
  for (FactIndex i = 0; i < figures.size(); ++i) {
    const Interval own = figures[i].range.shifted(-figures[i].power);
    out.push_back({own.low.trimmed(), own.high.trimmed()});
  }
  return out;
}

void check_the_rest(Case& c) {
  check_activities_projects(c);
  check_directions(c);
  check_nothing_stated(c);
  check_reasons(c);
  check_counts(c);
  check_rates(c);
  check_indicators(c);
  check_ladders(c);
  check_grades(c);
  check_form(c);
  check_names(c);
  check_wording(c);
  // What is owed depends on the year, and several inputs may have several: these are checked of each alone.
  if (!Inputs(c).of_one_year()) return;
  check_periods(c);
  check_deadline(c);
  check_table_form(c);
  check_required(c);
  check_class_names(c);
}

}  // namespace

Case::Case(const Document& which_document, const Disclosure& which_disclosure,
           const Vocabulary& which_vocabulary, const RuleBook::Data& which_book,
           const CellFigures& which_cells)
    : document(which_document),
      disclosure(which_disclosure),
      vocabulary(which_vocabulary),
      book(which_book),
      cells(which_cells),
      figures(document, {disclosure.facts, cells.figures}, mingzhang::concept_count(vocabulary, disclosure)) {
  for (std::size_t i = 0; i < document.tables.size(); ++i)
    lists.push_back(lists_of(document, disclosure, static_cast<std::int32_t>(i), cells.tables[i], book));
}

Finding& Case::report(Evaluator evaluator, Status status, Severity severity, const char* message) {
  Finding& finding = findings.emplace_back();
  finding.rule = book.index(evaluator);
  finding.status = status;
  finding.severity = severity;
  finding.message = message;
  return finding;
}

void Case::rest_on(Finding& finding, FactIndex index) const {
  constexpr std::size_t most_compared = 64;
  const auto tail = [most_compared](auto& list) {
    return list.end() - static_cast<std::ptrdiff_t>(std::min(list.size(), most_compared));
  };
  const Source& place = fact(index).source;
  if (!is_fact(index)) {
    const auto same = [&](const Source& source) { return source.span.start == place.span.start; };
    if (std::any_of(tail(finding.sources), finding.sources.end(), same)) return;
    finding.sources.push_back(place);
    finding.cells.push_back(index - static_cast<FactIndex>(disclosure.facts.size()));
    return;
  }
  if (std::find(tail(finding.facts), finding.facts.end(), index) != finding.facts.end()) return;
  finding.facts.push_back(index);
  finding.sources.push_back(place);
}

void Case::rest_on_count(Finding& finding, Fact figure) {
  finding.cells.push_back(static_cast<std::uint32_t>(cells.figures.size() + counts.size()));
  counts.push_back(std::move(figure));
}

std::string Case::named(ConceptId concept_id) const {
  // A cell's figure may have no concept.
  return concept_id == no_concept ? "#cell" : "@" + concept_of(vocabulary, disclosure, concept_id).id;
}

std::string Case::named(const Fact& fact) const {
  return fact.subject.empty() ? named(fact.concept_id) : fact.subject;
}

void examine(Case& c) {
  relate(c);
  judge_relations(c);
  c.findings.reserve(c.relations.all.size() + c.disclosure.activities.size() * 2 + 32);
  settle_truncation(c);
  suspect_units(c);
  leave_partial_lists_undecided(c);
  check_the_rest(c);
  write_relations(c);
}

Findings check(const Document& document, const Disclosure& disclosure, const Vocabulary& vocabulary,
               const RuleBook& rules) {
  CellFigures cells = read_cells(document, disclosure);
  Case c(document, disclosure, vocabulary, rules.data(), cells);
  examine(c);
  Findings out;
  out.groups = localise_causes(c);
  out.protection = protection_of(c);
  out.ranges = ranges_of(c.figures);
  out.all = in_order(std::move(c.findings));
  out.cells = std::move(cells.figures);
  for (Fact& count : c.counts) {
    out.ranges.push_back(Interval::exactly(count.value));
    out.cells.push_back(std::move(count));
  }
  return out;
}

}  // namespace mingzhang
