// Judges every relation once, finds which of them say the same, and how grave a failing one is.
//
// Tests: tests/unit/checks/severity_test.cpp.
#include "checks/case.h"

#include <algorithm>
#include <functional>

namespace mingzhang {
namespace {

/// Thresholds of rate.*, counted from the edge of the quotient's interval, in percentage points.
const Decimal rate_notice(2, 2);
const Decimal rate_warning(1, 0);

/// One unit of the last place of the coarsest figure, in the base unit; 0 where all are exact.
Decimal coarsest_unit(const Case& c, const Relation& relation) {
  Decimal coarsest;
  const auto look = [&](FactIndex fact) {
    const Figure& figure = c.figures[fact];
    if (figure.exact) return;
    const Decimal unit = Decimal(1, 0).shifted(figure.power - figure.decimals);
    if (unit > coarsest) coarsest = unit;
  };
  look(relation.stated);
  for (const Term& term : c.relations.terms_of(relation))
    look(term.fact);
  return coarsest;
}

/// The range of a figure taken at the decimals it is printed with.
Interval range_as_printed(const Case& c, FactIndex fact) {
  const Figure& figure = c.figures[fact];
  if (figure.exact || c.fact(fact).coarse) return figure.range;
  return Interval::rounded(c.fact(fact).value, c.fact(fact).value.decimals()).shifted(figure.power);
}

bool holds_as_printed(const Case& c, const Relation& relation) {
  Interval sum = Interval::exactly(Decimal());
  for (const Term& term : c.relations.terms_of(relation)) {
    const Interval part = range_as_printed(c, term.fact);
    sum = term.negative ? sum - part : sum + part;
  }
  return sum.meets(range_as_printed(c, relation.stated));
}

bool is_short(const Case& c, FactIndex fact) {
  return !c.figures[fact].exact && c.fact(fact).value.decimals() < c.figures[fact].decimals;
}

/// The relation's short figures have no decimals at all, and one figure of their kind stands somewhere with
/// them: 20 among the projects and 20.00 among the activities.
bool drops_zeros(const Case& c, const Relation& relation) {
  bool in_full = false;
  bool without_decimals = true;
  const auto look = [&](FactIndex fact) {
    if (!is_short(c, fact)) return;
    without_decimals = without_decimals && c.fact(fact).value.decimals() == 0;
    in_full = in_full || c.figures.drops_zeros(c.fact(fact).concept_id);
  };
  look(relation.stated);
  for (const Term& term : c.relations.terms_of(relation))
    look(term.fact);
  return without_decimals && in_full;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  return (hash ^ (value + 0x9E3779B97F4A7C15u + (hash << 6) + (hash >> 2))) * 0xD6E8FEB86659FD93u;
}

/// Equal for relations that say the same of the same things with the same figures.
std::uint64_t signature(const Case& c, const Relation& relation) {
  std::uint64_t hash = mixed(relation.rule, static_cast<std::uint64_t>(relation.kind));
  const auto add = [&](FactIndex fact, bool negative) {
    const Decimal value = c.fact(fact).value.trimmed();
    hash = mixed(hash, static_cast<std::uint64_t>(value.coefficient()));
    hash = mixed(hash, static_cast<std::uint64_t>(value.decimals()));
    hash = mixed(hash, negative ? 1 : 0);
    hash = mixed(hash, static_cast<std::uint64_t>(c.fact(fact).unit) << 32 | c.figures[fact].subject);
  };
  hash = mixed(hash, static_cast<std::uint64_t>(relation.about));
  add(relation.stated, false);
  for (const Term& term : c.relations.terms_of(relation))
    add(term.fact, term.negative);
  if (relation.note == none) return hash;
  for (const auto& [name, value] : c.relations.notes[static_cast<std::size_t>(relation.note)].values)
    hash = mixed(hash, std::hash<std::string>{}(value));
  return hash;
}

}  // namespace

Severity severity_of(const Case& c, const Relation& relation) {
  const RelationJudgement& judged = relation.judgement;
  if (judged.holds || relation.severity == Severity::notice) return relation.severity;
  if (relation.kind == RelationKind::growth || relation.kind == RelationKind::growth_of ||
      relation.kind == RelationKind::growth_back || relation.kind == RelationKind::quotient) {
    return judged.beyond <= rate_notice    ? Severity::notice
           : judged.beyond <= rate_warning ? Severity::warning
                                           : relation.severity;
  }
  if (relation.kind == RelationKind::at_most) return relation.severity;
  const Decimal unit = coarsest_unit(c, relation);
  if (!unit.is_zero() && judged.beyond <= unit) return Severity::notice;
  return rests_on_inferred_zeros(c, relation) ? Severity::warning : relation.severity;
}

bool rests_on_inferred_zeros(const Case& c, const Relation& relation) {
  return relation.kind == RelationKind::sum && relation.severity == Severity::error &&
         !relation.judgement.holds && holds_as_printed(c, relation) && !drops_zeros(c, relation);
}

void judge_relations(Case& c) {
  std::vector<Relation>& all = c.relations.all;
  c.relations.index_by_fact(c.figures.size());
  std::vector<std::pair<std::uint64_t, std::uint32_t>> signatures;
  signatures.reserve(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    all[i].judgement = c.relations.judge(all[i], c.figures);
    all[i].same_as = i;
    signatures.emplace_back(signature(c, all[i]), i);
  }
  std::sort(signatures.begin(), signatures.end());
  for (std::size_t i = 1; i < signatures.size(); ++i) {
    if (signatures[i].first == signatures[i - 1].first) {
      all[signatures[i].second].same_as = all[signatures[i - 1].second].same_as;
    }
  }
}

}  // namespace mingzhang
