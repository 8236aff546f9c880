// A relation between figures: what a rule says must hold of them, with its tolerance. One function judges it
// for the check, for the search for the likely wrong figure and for how well a figure is guarded, so that the
// three never disagree (CHECKS.md, 'How exact a printed figure is').
//
// Tests: tests/unit/checks/severity_test.cpp, rates_test.cpp, protection_test.cpp.
#pragma once

#include "checks/figures.h"
#include "checks/finding.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace mingzhang {

enum class RelationKind : std::uint8_t {
  sum,          // Σ terms = stated
  at_most,      // Σ terms ≤ stated
  growth,       // (terms[0] − terms[1]) ÷ terms[1] in % = stated
  growth_of,    // terms[0] ÷ terms[1] in % = stated, terms[0] being the change itself
  growth_back,  // terms[0] ÷ (terms[1] − terms[0]) in % = stated: the change and this year's figure
  quotient,     // terms[0] ÷ terms[1] in % = stated
};

struct Term {
  FactIndex fact = 0;
  bool negative = false;
};

/// What judging one relation comes to, in the base unit of the stated figure (yuan, %, its count).
struct RelationJudgement {
  bool holds = false;
  Decimal stated;
  Decimal expected;
  Decimal tolerance;
  /// How far the stated figure lies beyond the tolerance; 0 where it holds.
  Decimal beyond;
};

/// A figure taken to be another value than printed, in its base unit.
struct Supposition {
  FactIndex fact = 0;
  Decimal value;
  Interval range;
};

struct Relation {
  RuleIndex rule = 0;
  RelationKind kind = RelationKind::sum;
  /// At worst; how far it is off may make it less.
  Severity severity = Severity::error;
  std::uint32_t first_term = 0;
  std::uint32_t terms = 0;
  FactIndex stated = 0;
  /// Template of its message without the outcome: "sum", "equal.restated".
  const char* message = "sum";
  /// What it is about, for the message; no_concept for none.
  ConceptId about = no_concept;
  /// Relations of the same rule and figures are one finding: index of the first of them, its own where it is
  /// the first.
  std::uint32_t same_as = 0;
  RelationJudgement judgement;
  /// Its parts may be incomplete without any figure being wrong: no reason to suspect one on its own.
  bool loose = false;
  /// The list may hold only the main parts: falling short alone proves nothing.
  bool may_be_partial = false;
  /// Falls short, and nothing else speaks against its figures: no verdict.
  bool undecided = false;
  /// Claimed because it holds: a reading that would be given up, not held against its figures, if it did not.
  bool only_holds = false;
  /// unit.suspect: holds as soon as a figure is read in another unit.
  bool in_printed_digits = false;
  /// Index into RelationSet::notes; none for none.
  std::int32_t note = none;
};

/// What a finding says beside its figures: places that are none, named values of its message.
struct RelationNote {
  std::vector<Source> sources;
  std::vector<std::pair<std::string, std::string>> values;
};

class RelationSet {
 public:
  std::vector<Relation> all;
  std::vector<Term> terms;
  std::vector<RelationNote> notes;

  std::span<const Term> terms_of(const Relation& relation) const {
    return {terms.data() + relation.first_term, relation.terms};
  }
  RelationNote& note_of(Relation& relation);
  /// Adds a relation; `about` and the rest are for the caller to set.
  Relation& add(RuleIndex rule, RelationKind kind, std::span<const Term> parts, FactIndex stated,
                Severity severity, const char* message);

  RelationJudgement judge(const Relation& relation, const Figures& figures,
                          std::span<const Supposition> supposing = {}) const;
  /// The values (base unit) that a figure could be printed with so that this relation holds; nullopt where no
  /// value would do, or where it has no bound.
  std::optional<Interval> admissible(const Relation& relation, FactIndex fact, const Figures& figures) const;
  bool touches(const Relation& relation, FactIndex fact) const;
  /// To be called when all relations are there.
  void index_by_fact(std::size_t facts);
  /// Indices of the relations that a figure stands in, each once.
  std::span<const std::uint32_t> of(FactIndex fact) const;

 private:
  std::vector<std::uint32_t> first_of_fact_;
  std::vector<std::uint32_t> by_fact_;
};

/// Whether these figures would satisfy a relation of this kind, without adding it anywhere.
bool would_hold(RelationKind kind, std::span<const Term> terms, FactIndex stated, const Figures& figures);

/// The figure with another printed value, its range moved along.
Supposition supposed(FactIndex fact, const Decimal& value, const Figures& figures);

}  // namespace mingzhang
