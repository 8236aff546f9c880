// Sums that fall short for want of a part, not of a right figure: a list that may hold only the main
// projects, and a sum that a figure without a concept would complete. They get no verdict.
//
// Tests: tests/unit/checks/activities_projects_test.cpp, identities_test.cpp.
#include "checks/case.h"
#include "text/quantity.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

/// A figure that extraction could not place, beside the total: in its column, or in its sentence or
/// paragraph.
bool is_beside(const Source& unplaced, const Fact& total) {
  const Source& place = total.source;
  if (place.table != none) return unplaced.table == place.table && unplaced.column == place.column;
  return unplaced.table == none &&
         (total.context.contains(unplaced.span.start) || unplaced.block == place.block);
}

/// The words state this amount, in their own unit or in the total's.
bool is_amount(std::string_view words, const Decimal& base_value, const Decimal& tolerance,
               int power_of_total) {
  std::vector<Mention> mentions;
  scan_mentions(words, 0, mentions);
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    const UnitKind kind = kind_of(mention.quantity.unit);
    if (mention.kind != MentionKind::quantity || (kind != UnitKind::money && kind != UnitKind::none))
      return false;
    const int power = kind == UnitKind::money ? power_of(mention.quantity.unit) : power_of_total;
    return (mention.quantity.value.shifted(power) - base_value).abs() <= tolerance;
  });
}

/// The sum falls short by exactly what a figure says that has no concept: most likely a part that is not
/// known by name.
bool is_completed_by_unplaced(const Case& c, const Relation& relation) {
  const RelationJudgement& judged = relation.judgement;
  const Fact& total = c.fact(relation.stated);
  const auto& unplaced = c.disclosure.unplaced;
  constexpr std::size_t most_looked_at = 4096;
  if (relation.terms < 2 || judged.expected > judged.stated || unplaced.size() > most_looked_at) return false;
  return std::any_of(unplaced.begin(), unplaced.end(), [&](const Source& source) {
    return is_beside(source, total) &&
           is_amount(c.document.words(source.span), judged.stated - judged.expected, judged.tolerance,
                     c.figures[relation.stated].power);
  });
}

/// Falls short, and no other relation doubts its figures.
bool may_lack_parts(const Case& c, const Relation& list) {
  if (!list.may_be_partial || list.judgement.expected > list.judgement.stated) return false;
  const auto contradicted = [&](FactIndex fact) {
    const auto around = c.relations.of(fact);
    return std::any_of(around.begin(), around.end(), [&](std::uint32_t index) {
      const Relation& other = c.relations.all[index];
      return &other != &list && !other.judgement.holds && !other.loose;
    });
  };
  const auto terms = c.relations.terms_of(list);
  return !contradicted(list.stated) &&
         std::none_of(terms.begin(), terms.end(), [&](const Term& term) { return contradicted(term.fact); });
}

}  // namespace

void leave_partial_lists_undecided(Case& c) {
  const RuleIndex of_tables = c.book.index(Evaluator::sum_table);
  const RuleIndex of_units = c.book.index(Evaluator::sum_units);
  const RuleIndex of_classes = c.book.index(Evaluator::sum_classification);
  for (Relation& list : c.relations.all) {
    if (list.judgement.holds || list.kind != RelationKind::sum || list.loose || list.undecided) continue;
    // Sums of a table's rows and columns take its cells whether they have a concept or not.
    if (list.rule == of_tables || list.rule == of_classes || list.rule == of_units) continue;
    list.undecided = may_lack_parts(c, list);
    if (list.undecided || !is_completed_by_unplaced(c, list)) continue;
    list.undecided = true;
    list.message = "sum";
  }
}

}  // namespace mingzhang
