// Arithmetic of relations over intervals.
//
// Tests: tests/unit/checks/severity_test.cpp, rates_test.cpp and protection_test.cpp.
#include "checks/relation.h"

#include <algorithm>

namespace mingzhang {
namespace {

/// Decimals to which computed percentages are kept.
constexpr int percent_decimals = 6;

struct Reading {
  Decimal value;
  Interval range;
};

Reading read(FactIndex fact, const Figures& figures, std::span<const Supposition> supposing) {
  for (const Supposition& supposition : supposing) {
    if (supposition.fact == fact) return {supposition.value, supposition.range};
  }
  return {figures[fact].value, figures[fact].range};
}

/// How far `value` lies outside `range`.
Decimal distance_outside(const Decimal& value, const Interval& range) {
  if (value < range.low) return range.low - value;
  if (value > range.high) return value - range.high;
  return {};
}

RelationJudgement judge_sum(const Relation& relation, std::span<const Term> terms, const Figures& figures,
                            std::span<const Supposition> supposing) {
  const Reading stated = read(relation.stated, figures, supposing);
  RelationJudgement out;
  out.stated = stated.value;
  Interval reach = stated.range;
  Decimal low;
  Decimal high;
  for (const Term& term : terms) {
    const Reading part = read(term.fact, figures, supposing);
    out.expected = term.negative ? out.expected - part.value : out.expected + part.value;
    low += term.negative ? -part.range.high : part.range.low;
    high += term.negative ? -part.range.low : part.range.high;
  }
  out.tolerance = (high - low + (reach.high - reach.low));
  out.tolerance = Interval{-out.tolerance, Decimal()}.half_width();
  if (relation.kind == RelationKind::at_most) {
    out.holds = low <= reach.high;
    if (!out.holds) out.beyond = low - reach.high;
    return out;
  }
  out.holds = low <= reach.high && reach.low <= high;
  if (!out.holds) out.beyond = low > reach.high ? low - reach.high : reach.low - high;
  return out;
}

RelationJudgement judge_quotient(const Relation& relation, std::span<const Term> terms,
                                 const Figures& figures, std::span<const Supposition> supposing) {
  const Reading stated = read(relation.stated, figures, supposing);
  const Reading above = read(terms[0].fact, figures, supposing);
  Reading below = read(terms[1].fact, figures, supposing);
  if (relation.kind == RelationKind::growth_back)
    below = {below.value - above.value, below.range - above.range};
  RelationJudgement out;
  out.stated = stated.value;
  const auto range = percentage(above.range, below.range, percent_decimals);
  const auto point = above.value.shifted(2).divided_by(below.value, percent_decimals);
  if (!range || !point) {
    out.holds = true;
    out.expected = out.stated;
    return out;
  }
  const Decimal base = relation.kind == RelationKind::growth ? Decimal(100, 0) : Decimal();
  const Interval expected{range->low - base, range->high - base};
  out.expected = *point - base;
  out.tolerance = (expected + -Interval::exactly(out.expected)).half_width() + stated.range.half_width();
  out.holds = expected.meets(stated.range);
  if (!out.holds) {
    out.beyond =
        std::min(distance_outside(stated.range.low, expected), distance_outside(stated.range.high, expected));
  }
  return out;
}

/// The numerator (or denominator) of a percentage, from the other figure and the percentage; nullopt for a
/// division by zero.
std::optional<Decimal> solved(RelationKind kind, bool numerator, const Decimal& other,
                              const Decimal& percent) {
  constexpr int decimals = 6;
  const Decimal hundred(100, 0);
  const Decimal ratio = kind == RelationKind::growth ? hundred + percent : percent;
  const Decimal below = kind == RelationKind::growth_back ? hundred + percent : hundred;
  return numerator ? (other * ratio).divided_by(below, decimals)
                   : (other * below).divided_by(ratio, decimals);
}

std::optional<Interval> admissible_in_quotient(const Relation& relation, std::span<const Term> terms,
                                               FactIndex fact, const Figures& figures) {
  const bool numerator = terms[0].fact == fact;
  const Interval& other = figures[terms[numerator ? 1 : 0].fact].range;
  const Interval& percent = figures[relation.stated].range;
  if (percent.contains(Decimal()) || other.contains(Decimal())) return std::nullopt;
  std::optional<Interval> out;
  for (const Decimal* a : {&other.low, &other.high}) {
    for (const Decimal* b : {&percent.low, &percent.high}) {
      const auto value = solved(relation.kind, numerator, *a, *b);
      if (!value) return std::nullopt;
      out = !out ? Interval::exactly(*value)
                 : Interval{std::min(out->low, *value), std::max(out->high, *value)};
    }
  }
  const Decimal own = figures[fact].range.half_width();
  return Interval{out->low - own, out->high + own};
}

}  // namespace

RelationNote& RelationSet::note_of(Relation& relation) {
  if (relation.note == none) {
    relation.note = static_cast<std::int32_t>(notes.size());
    notes.emplace_back();
  }
  return notes[static_cast<std::size_t>(relation.note)];
}

Relation& RelationSet::add(RuleIndex rule, RelationKind kind, std::span<const Term> parts, FactIndex stated,
                           Severity severity, const char* message) {
  Relation relation;
  relation.rule = rule;
  relation.kind = kind;
  relation.severity = severity;
  relation.first_term = static_cast<std::uint32_t>(terms.size());
  relation.terms = static_cast<std::uint32_t>(parts.size());
  relation.stated = stated;
  relation.message = message;
  relation.same_as = static_cast<std::uint32_t>(all.size());
  terms.insert(terms.end(), parts.begin(), parts.end());
  all.push_back(relation);
  return all.back();
}

RelationJudgement RelationSet::judge(const Relation& relation, const Figures& figures,
                                     std::span<const Supposition> supposing) const {
  const auto parts = terms_of(relation);
  if (relation.kind == RelationKind::sum || relation.kind == RelationKind::at_most) {
    return judge_sum(relation, parts, figures, supposing);
  }
  return judge_quotient(relation, parts, figures, supposing);
}

bool RelationSet::touches(const Relation& relation, FactIndex fact) const {
  if (relation.stated == fact) return true;
  const auto parts = terms_of(relation);
  return std::any_of(parts.begin(), parts.end(), [&](const Term& term) { return term.fact == fact; });
}

void RelationSet::index_by_fact(std::size_t facts) {
  std::vector<std::pair<FactIndex, std::uint32_t>> pairs;
  pairs.reserve(terms.size() + all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    pairs.emplace_back(all[i].stated, i);
    for (const Term& term : terms_of(all[i]))
      pairs.emplace_back(term.fact, i);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  first_of_fact_.assign(facts + 1, 0);
  for (const auto& [fact, relation] : pairs)
    ++first_of_fact_[fact + 1];
  for (std::size_t i = 0; i < facts; ++i)
    first_of_fact_[i + 1] += first_of_fact_[i];
  by_fact_.clear();
  for (const auto& [fact, relation] : pairs)
    by_fact_.push_back(relation);
}

std::span<const std::uint32_t> RelationSet::of(FactIndex fact) const {
  const std::uint32_t first = first_of_fact_[fact];
  return {by_fact_.data() + first, first_of_fact_[fact + 1] - first};
}

std::optional<Interval> RelationSet::admissible(const Relation& relation, FactIndex fact,
                                                const Figures& figures) const {
  const Decimal& value = figures[fact].value;
  if (relation.kind == RelationKind::at_most) return std::nullopt;
  if (relation.kind == RelationKind::sum) {
    const RelationJudgement now = judge(relation, figures);
    Decimal shift = now.expected - now.stated;
    if (relation.stated != fact) {
      for (const Term& term : terms_of(relation)) {
        if (term.fact == fact && !term.negative) shift = -shift;
        if (term.fact == fact) break;
      }
    }
    return Interval{value + shift - now.tolerance, value + shift + now.tolerance};
  }
  if (relation.stated == fact) {
    const RelationJudgement now = judge(relation, figures);
    return Interval{now.expected - now.tolerance, now.expected + now.tolerance};
  }
  return admissible_in_quotient(relation, terms_of(relation), fact, figures);
}

bool would_hold(RelationKind kind, std::span<const Term> terms, FactIndex stated, const Figures& figures) {
  RelationSet trial;
  const Relation relation = trial.add(0, kind, terms, stated, Severity::error, "");
  return trial.judge(relation, figures).holds;
}

Supposition supposed(FactIndex fact, const Decimal& value, const Figures& figures) {
  const Figure& figure = figures[fact];
  const Decimal moved = value - figure.value;
  return {fact, value, {figure.range.low + moved, figure.range.high + moved}};
}

}  // namespace mingzhang
