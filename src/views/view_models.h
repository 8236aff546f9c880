// What each view shows, as plain data: no drawing, no language of the interface, no state. Every figure is a
// fact of the disclosure, so it can be followed to its words. Amounts are exact; shares are in thousandths.
//
// Each group of functions has a file of its own here (verdict.cpp, breakdown.cpp, …) and a test of the same
// name in tests/unit/views/. All are pure and cost little, so a caller may ask again whenever it likes.
#pragma once

#include "views/analysis.h"
#include "views/breakdown.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang {

using FindingIndex = std::uint32_t;

/// Findings by what they mean to a reader; indices into Findings::all, each in the order to be shown: by
/// their place in the document, those of one cause together and the one that names the likely repair first.
struct Verdict {
  std::vector<FindingIndex> contradictions;  // fails, error
  std::vector<FindingIndex> to_explain;      // fails, warning
  std::vector<FindingIndex> remarks;         // fails, notice
  std::vector<FindingIndex> holding;
  std::vector<FindingIndex> not_checkable;  // unknown
};
Verdict verdict_of(const Analysis& analysis);

struct BridgeStep {
  enum class Kind : std::uint8_t { last_year, explained, unexplained, this_year } kind = Kind::explained;
  ConceptId concept_id = no_concept;
  std::int32_t fact = none;
  /// Level for the two years, signed difference for the steps; in `unit` of the bridge. Computed from the
  /// others where fact is none; where a unit slip is the likely repair of the fact, the repaired figure.
  Decimal amount;
  /// Words of the stated reason; empty where there is none.
  Span reason;
};
struct Bridge {
  ConceptId concept_id = no_concept;
  std::int16_t period = 0;
  Unit unit = Unit::none;
  std::vector<BridgeStep> steps;  // empty where the document states no change
};
/// One bridge for each total whose change is stated: the whole first, then 三公.
std::vector<Bridge> change_bridges(const Analysis& analysis);

/// A row of 'last year, change, this year', where at least two of them are stated; a figure without a fact is
/// computed from the other two. Values are in `unit`; where a unit slip is the likely repair, they are the
/// repaired figures (the words of the fact still show what is printed).
struct ChangeRow {
  ConceptId concept_id = no_concept;
  std::int32_t last = none, change = none, current = none;  // facts
  Decimal last_value, change_value, current_value;
  bool last_derived = false;
  Unit unit = Unit::none;
  /// fails: a contradiction rests on one of its facts; holds: some relation with its change holds.
  Status status = Status::unknown;
  /// The finding that `status` comes from; none where it is unknown.
  std::int32_t finding = none;
};
/// The parts first, the total last.
std::vector<ChangeRow> three_public_changes(const Analysis& analysis);

struct Headline {
  std::int32_t total = none;   // fact: expenditure.total, else revenue.total
  std::int32_t change = none;  // fact
  /// Change in thousandths of last year's figure, where both are known.
  bool has_rate = false;
  Decimal rate_percent;              // two decimals
  std::vector<BreakdownNode> parts;  // personnel, operating, project
  std::int32_t three_public = none, three_public_change = none;
  std::int32_t operating_restated = 0;  // places that state the running costs alike
  std::int32_t agency_operating = none, assets = none, assets_quantity = none;
  std::int32_t staff = none, staff_active = none, staff_retired = none;
  std::uint32_t guarded = 0, figures = 0;
};
Headline headline_of(const Analysis& analysis);

/// Everything about one figure: where else it stands, which findings touch it.
struct Evidence {
  FactIndex fact = 0;
  std::vector<FactIndex> also_at;
  std::vector<FindingIndex> findings;  // failures first
  bool guarded = false;
  Decimal noticed_from;
};
Evidence evidence_for(const Analysis& analysis, FactIndex fact);

/// Part of a text, as set in the source view or beside a finding.
struct Excerpt {
  Span span;                 // of the whole excerpt
  std::vector<Span> marked;  // figures in it, in order
  bool cut_before = false, cut_after = false;
};
/// The sentence (or table row) around a place, at most about `characters` long; the place is marked.
Excerpt excerpt_around(const Document& document, Span place, std::uint32_t characters);
/// An excerpt for each sentence or row that the places stand in, in the order in which they are first named;
/// places in one sentence are marked in one excerpt.
std::vector<Excerpt> excerpts_of(const Document& document, const std::vector<Source>& places,
                                 std::uint32_t characters);

/// The grade that an achieved value, in the thresholds' own unit, earns by an activity's thresholds taken
/// literally: the best whose words admit it.
struct Grade {
  Level level = Level::none;  // none: no threshold admits it, which the document leaves open
};
Grade grade_for(const Analysis& analysis, std::size_t activity, const Decimal& achieved);

/// Every figure in the text, by offset, for marking the source.
struct Mark {
  Span span;
  std::int32_t fact = none;           // none: a figure without a concept
  std::int32_t worst_finding = none;  // the gravest failing finding that touches it
};
std::vector<Mark> source_marks(const Analysis& analysis);

}  // namespace mingzhang
