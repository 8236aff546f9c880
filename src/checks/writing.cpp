// Relations become findings: formula, figures and places. Relations that say the same with the same figures
// become one finding that rests on all their places.
//
// Tests: tests/unit/checks/identities_test.cpp, changes_test.cpp, rates_test.cpp.
#include "checks/case.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::string_view minus_sign = "\u2212";

Unit unit_with_power(Unit unit, int power) {
  if (kind_of(unit) != UnitKind::money || power_of(unit) == power) return unit;
  for (const Unit other : {Unit::yuan, Unit::ten_thousand_yuan, Unit::hundred_million_yuan,
                           Unit::thousand_yuan, Unit::million_yuan}) {
    if (power_of(other) == power) return other;
  }
  return unit;
}

/// A computed value in the stated figure's unit, with as many decimals as it needs and the stated figure has.
Decimal in_unit_of_stated(const Case& c, const Relation& relation, const Decimal& value) {
  const int decimals = c.fact(relation.stated).value.decimals();
  return value.shifted(-c.figures[relation.stated].power).trimmed().with_decimals(decimals);
}

/// Writes figures of one relation, with units only where they differ.
class FormulaWriter {
 public:
  FormulaWriter(const Case& c, const Relation& relation)
      : c_(c), relation_(relation), terms_(c.relations.terms_of(relation)) {
    const Unit unit = unit_of(relation.stated);
    const bool linear = relation.kind == RelationKind::sum || relation.kind == RelationKind::at_most;
    mixed_ = linear && kind_of(unit) == UnitKind::money &&
             std::any_of(terms_.begin(), terms_.end(),
                         [&](const Term& term) { return unit_of(term.fact) != unit; });
  }

  std::string write() const {
    switch (relation_.kind) {
      case RelationKind::sum:
        return written_sum();
      case RelationKind::at_most:
        return figure(terms_[0].fact) + (relation_.judgement.holds ? " ≤ " : " > ") +
               figure(relation_.stated);
      case RelationKind::growth:
        return "(" + difference(terms_[0].fact, terms_[1].fact) + ") ÷ " + figure(terms_[1].fact) +
               equals_percentage();
      case RelationKind::growth_back:
        return figure(terms_[0].fact) + " ÷ (" + difference(terms_[1].fact, terms_[0].fact) + ")" +
               equals_percentage();
      case RelationKind::growth_of:
      case RelationKind::quotient:
        break;
    }
    return figure(terms_[0].fact) + " ÷ " + figure(terms_[1].fact) + equals_percentage();
  }

 private:
  Unit unit_of(FactIndex fact) const { return unit_with_power(c_.fact(fact).unit, c_.figures[fact].power); }

  std::string figure(FactIndex fact) const {
    std::string out = printed(c_.fact(fact).value);
    if (mixed_) out += name_of(unit_of(fact));
    return out;
  }

  std::string equals_percentage() const {
    std::string out = relation_.judgement.holds ? " = " : " ≠ ";
    return out + printed(c_.fact(relation_.stated).value) + "%";
  }

  std::string difference(FactIndex from, FactIndex less) const {
    std::string out = figure(from);
    append(out, {less, true});
    return out;
  }

  /// With its sign before it: a negative figure that is subtracted is added.
  void append(std::string& out, const Term& term) const {
    std::string value = figure(term.fact);
    bool negative = term.negative;
    if (c_.fact(term.fact).value.is_negative()) {
      value.erase(0, minus_sign.size());
      negative = !negative;
    }
    const bool first = out.empty();
    if (!first) out += negative ? " \u2212 " : " + ";
    if (first && negative) out += minus_sign;
    out += value;
  }

  std::string written_sum() const {
    std::string out;
    out.reserve(96);
    for (const Term& term : terms_)
      append(out, term);
    if (!relation_.judgement.holds && terms_.size() > 1) out += " = " + result();
    out += relation_.judgement.holds ? " = " : " ≠ ";
    return out + figure(relation_.stated);
  }

  std::string result() const {
    std::string out = printed(in_unit_of_stated(c_, relation_, relation_.judgement.expected));
    if (mixed_) out += name_of(unit_of(relation_.stated));
    return out;
  }

  const Case& c_;
  const Relation& relation_;
  std::span<const Term> terms_;
  bool mixed_ = false;
};

void write_figures(const Case& c, const Relation& relation, Finding& finding) {
  const RelationJudgement& judged = relation.judgement;
  const Fact& stated = c.fact(relation.stated);
  const int power = c.figures[relation.stated].power;
  const auto in_own_unit = [&](const Decimal& value) { return value.shifted(-power).trimmed().to_string(); };
  finding.unit = unit_with_power(stated.unit, power);
  const Decimal difference = judged.stated - judged.expected;
  finding.stated = stated.value.to_string();
  finding.expected = in_unit_of_stated(c, relation, judged.expected).to_string();
  finding.difference = in_own_unit(difference);
  finding.tolerance = in_own_unit(judged.tolerance);
  const auto terms = c.relations.terms_of(relation);
  const Fact& first = c.fact(terms[0].fact);
  if (terms.size() == 1 && first.unit == stated.unit) finding.expected = first.value.to_string();
  if (relation.kind == RelationKind::at_most) {
    std::swap(finding.stated, finding.expected);
    finding.difference = in_own_unit(-difference);
  } else if (relation.kind != RelationKind::sum) {
    // Quotients are computed to more places than anybody prints.
    const int decimals = stated.value.decimals() + 2;
    finding.expected = judged.expected.rounded(decimals).trimmed().to_string();
    finding.difference = difference.rounded(decimals).trimmed().to_string();
    finding.tolerance = judged.tolerance.rounded(decimals).trimmed().to_string();
  }
}

void rest_on_relation(const Case& c, const Relation& relation, Finding& finding) {
  for (const Term& term : c.relations.terms_of(relation))
    c.rest_on(finding, term.fact);
  c.rest_on(finding, relation.stated);
  if (relation.note == none) return;
  const auto& sources = c.relations.notes[static_cast<std::size_t>(relation.note)].sources;
  finding.sources.insert(finding.sources.end(), sources.begin(), sources.end());
}

/// Message keys are "<relation's message>.<holds|fails>".
Finding written(const Case& c, const Relation& relation) {
  Finding finding;
  finding.rule = relation.rule;
  finding.status = relation.judgement.holds ? Status::holds
                   : relation.undecided     ? Status::unknown
                                            : Status::fails;
  finding.severity = severity_of(c, relation);
  finding.formula = FormulaWriter(c, relation).write();
  write_figures(c, relation, finding);
  const std::string_view family = relation.message;
  finding.message.reserve(family.size() + 6);
  finding.message = family;
  finding.message += relation.judgement.holds ? ".holds" : relation.undecided ? ".unknown" : ".fails";
  if (rests_on_inferred_zeros(c, relation)) finding.values.emplace_back("note", "#as_printed");
  if (const char* origin = origin_of_rate(c, relation)) finding.values.emplace_back("note", origin);
  if (relation.about != no_concept) finding.values.emplace_back("about", c.named(relation.about));
  if (relation.note != none) {
    const auto& values = c.relations.notes[static_cast<std::size_t>(relation.note)].values;
    finding.values.insert(finding.values.end(), values.begin(), values.end());
  }
  return finding;
}

}  // namespace

std::string printed(const Decimal& value) {
  std::string digits = value.to_string();
  if (value.is_negative()) digits.replace(0, 1, minus_sign);
  return digits;
}

void write_relations(Case& c) {
  const std::vector<Relation>& all = c.relations.all;
  c.relation_of_finding.assign(c.findings.size(), none);
  // Where each first relation's finding stands.
  std::vector<std::uint32_t> finding_of(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].same_as != i) continue;
    finding_of[i] = static_cast<std::uint32_t>(c.findings.size());
    c.findings.push_back(written(c, all[i]));
    c.relation_of_finding.push_back(static_cast<std::int32_t>(i));
  }
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    rest_on_relation(c, all[i], c.findings[finding_of[all[i].same_as]]);
  }
}

}  // namespace mingzhang
