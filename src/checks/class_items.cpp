// See class_items.h.
#include "checks/class_items.h"

#include <string_view>

namespace mingzhang {

std::size_t digits_of_class(const Case& c, const Fact& fact) {
  constexpr std::string_view family = "function.";
  if (fact.concept_id == no_concept) return 0;
  const std::string_view id = concept_of(c.vocabulary, c.disclosure, fact.concept_id).id;
  const std::size_t digits = id.starts_with(family) ? id.size() - family.size() : 0;
  return digits == 3 || digits == 5 || digits == 7 ? digits : 0;
}

void relate_class_items(Case& c, std::span<const Term> classes, FactIndex total) {
  const RuleIndex rule = c.book.index(Evaluator::sum_classification);
  Relation& relation = c.relations.add(rule, RelationKind::sum, classes, total, c.worst(rule), "sum.items");
  relation.about = c.fact(total).concept_id;
  if (would_hold(RelationKind::sum, classes, total, c.figures)) return;
  Decimal sum;
  for (const Term& term : classes)
    sum += c.figures[term.fact].value;
  if (sum > c.figures[total].value) return;
  relation.severity = Severity::notice;
  relation.loose = true;
}

}  // namespace mingzhang
