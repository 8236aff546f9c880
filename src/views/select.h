// How the views pick one figure among the many that state a thing, and bring figures into one unit. For this
// room only. Tested through the views that use it, in tests/unit/views/.
#pragma once

#include "views/analysis.h"

#include <cstdint>

namespace mingzhang {

/// Amounts in yuan, exactly; the plain value where the fact is no money.
Decimal yuan_of(const Fact& fact);
/// `value` in `from`, written in `to`; both are units of money or the same unit.
Decimal converted(const Decimal& value, Unit from, Unit to);
/// The two are units in which one figure can be written as well as in the other.
bool comparable(Unit a, Unit b);

/// The fact's value as the views reckon with it: as printed, or repaired where a unit slip is its likely
/// repair.
Decimal believed_value(const Analysis& analysis, FactIndex fact);

/// What a figure is wanted for; the rest of its fields are ranked: the widest scope first, then the
/// document's order.
struct Wanted {
  ConceptId concept_id = no_concept;
  Measure measure = Measure::amount;
  std::int16_t period = 0;
};
/// The document's figure for the whole body (no subject, no single column of a table); none where there is
/// none.
std::int32_t figure_for(const Disclosure& disclosure, const Wanted& wanted);
/// The same of one scope only.
std::int32_t figure_in_scope(const Disclosure& disclosure, const Wanted& wanted, Scope scope);
/// Smaller is nearer to what a document means by a figure: in budgets those without a stage, in final
/// accounts the final ones.
int stage_rank(Stage stage);
/// The same in the document's own year.
std::int32_t own_figure(const Disclosure& disclosure, ConceptId concept_id,
                        Measure measure = Measure::amount);
/// The same in the latest year that has one: stocks are stated at an earlier year's end in budgets.
std::int32_t latest_figure(const Disclosure& disclosure, ConceptId concept_id,
                           Measure measure = Measure::amount);

/// The figure for the whole body that is meant beside another: of its scope, from its sentence or section if
/// possible and, for last year's figure of a change, of the stage that the change starts from.
std::int32_t figure_beside(const Disclosure& disclosure, const Wanted& wanted, const Fact& other);

inline const Fact& fact_at(const Analysis& analysis, std::int32_t fact) {
  return analysis.disclosure.facts[static_cast<std::size_t>(fact)];
}

/// Smaller is graver: failing errors, warnings and notices, then what is unknown, then what holds.
int gravity_rank(const Finding& finding);
/// The finding holds this fact responsible: it uses it and names no other figure as the likely wrong one.
bool blames(const Finding& finding, FactIndex fact);
bool uses(const Finding& finding, FactIndex fact);

}  // namespace mingzhang
