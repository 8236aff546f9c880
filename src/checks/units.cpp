// unit.suspect: relations that fail as printed and hold once a single figure is read a power of ten larger or
// smaller. With another unit (元 for 万元) the digits are right, so the relations then count as holding in
// the printed digits and the figure is reported once. With a misplaced point the digits are wrong, so the
// relations stay failing beside it.
//
// Tests: tests/unit/checks/units_test.cpp.
#include "checks/case.h"

#include <algorithm>

namespace mingzhang {
namespace {

/// Documents with more suspects than this have another fault (a table whose unit line is wrong): no single
/// figure.
constexpr int most_suspects = 16;
constexpr int most_failing = 400;
/// Each figure of a failing sum is tried, and each time all terms are added: beyond so many, in all failing
/// sums together, none is suspected. The longest disclosures need a hundredth.
constexpr std::uint64_t most_terms_tried = 2'000'000;

struct Suspect {
  FactIndex fact = 0;
  int power = 0;
  int repaired = 0;
  /// Relations that hold as printed and would no longer.
  int broken = 0;
};

bool is_unit_shift(Unit unit, int power) {
  switch (unit) {
    case Unit::yuan:
      return power == 4 || power == 8;
    case Unit::ten_thousand_yuan:
      return power == -4 || power == 4;
    case Unit::hundred_million_yuan:
      return power == -4 || power == -8;
    default:
      return false;
  }
}

bool is_point_shift(int power) {
  return power != 0 && power >= -3 && power <= 3;
}

Supposition shifted(const Case& c, FactIndex fact, int power) {
  const Figure& figure = c.figures[fact];
  return {fact, figure.value.shifted(power), figure.range.shifted(power)};
}

bool is_equation(const Relation& relation) {
  return relation.kind == RelationKind::sum && !relation.loose && !relation.undecided;
}

/// What reading the figure so would do to all relations that it stands in.
void weigh(const Case& c, Suspect& suspect) {
  const Supposition supposition = shifted(c, suspect.fact, suspect.power);
  for (const std::uint32_t index : c.relations.of(suspect.fact)) {
    const Relation& relation = c.relations.all[index];
    const bool would_hold = c.relations.judge(relation, c.figures, {&supposition, 1}).holds;
    if (would_hold && !relation.judgement.holds) ++suspect.repaired;
    if (!would_hold && relation.judgement.holds) ++suspect.broken;
  }
}

class Search {
 public:
  explicit Search(const Case& c) : c_(c) {}

  /// The best suspect; repaired is 0 where there is none, or where two are as good.
  Suspect best() {
    const auto fails = [](const Relation& relation) {
      return !relation.judgement.holds && is_equation(relation);
    };
    const auto failing = std::count_if(c_.relations.all.begin(), c_.relations.all.end(), fails);
    if (failing > most_failing) return {};
    std::uint64_t tried = 0;
    for (const Relation& relation : c_.relations.all) {
      if (relation.judgement.holds || !is_equation(relation)) continue;
      tried += (relation.terms + std::uint64_t{1}) * relation.terms;
      if (tried > most_terms_tried) return {};
      try_figure(relation, relation.stated);
      for (const Term& term : c_.relations.terms_of(relation))
        try_figure(relation, term.fact);
    }
    Suspect best;
    bool tied = false;
    for (const Suspect& suspect : suspects_) {
      if (suspect.broken > 0 && suspect.broken >= suspect.repaired) continue;
      const int order = compare(suspect, best);
      if (order > 0) best = suspect;
      tied = order > 0 ? false : tied || order == 0;
    }
    if (tied) best.repaired = 0;
    return best;
  }

 private:
  void try_figure(const Relation& relation, FactIndex fact) {
    const Figure& figure = c_.figures[fact];
    const Unit unit = c_.fact(fact).unit;
    // A cell without a concept could not be named in the report.
    if (!c_.is_fact(fact)) return;
    if (figure.value.is_zero() || kind_of(unit) != UnitKind::money || c_.fact(fact).coarse) return;
    if (figure.power != power_of(unit)) return;
    const std::size_t before = suspects_.size();
    for (const int power : {4, -4, 8, -8, 1, -1, 2, -2, 3, -3}) {
      if (!is_unit_shift(unit, power) && !is_point_shift(power)) continue;
      if (is_known(fact, power)) continue;
      const Supposition supposition = shifted(c_, fact, power);
      if (!c_.relations.judge(relation, c_.figures, {&supposition, 1}).holds) continue;
      // So small that nothing at all would do as well: no sign of another unit.
      const Supposition nothing{fact, Decimal(), Interval::exactly(Decimal())};
      if (c_.relations.judge(relation, c_.figures, {&nothing, 1}).holds) continue;
      suspects_.push_back({fact, power, 0, 0});
    }
    for (std::size_t i = before; i < suspects_.size(); ++i)
      weigh(c_, suspects_[i]);
  }

  bool is_known(FactIndex fact, int power) const {
    return std::any_of(suspects_.begin(), suspects_.end(),
                       [&](const Suspect& s) { return s.fact == fact && s.power == power; });
  }

  /// More repaired, then fewer broken, then a unit before a point, then the rarer unit.
  int compare(const Suspect& a, const Suspect& b) const {
    if (a.repaired != b.repaired) return a.repaired - b.repaired;
    if (a.broken != b.broken) return b.broken - a.broken;
    const int unit_a = is_point_shift(a.power) ? 0 : 1;
    const int unit_b = is_point_shift(b.power) ? 0 : 1;
    if (unit_a != unit_b) return unit_a - unit_b;
    if (unit_a == 0) return 0;
    const auto users = [&](FactIndex fact) {
      return std::count_if(c_.disclosure.facts.begin(), c_.disclosure.facts.end(),
                           [&](const Fact& f) { return f.unit == c_.fact(fact).unit; });
    };
    return static_cast<int>(users(b.fact) - users(a.fact));
  }

  const Case& c_;
  std::vector<Suspect> suspects_;
};

/// "12.35万元 + 16.20万元 = 28.55万元 ≠ 28.55元", from the first relation with several terms.
std::string formula_with_units(const Case& c, const Relation& relation, const std::string& result) {
  std::string out;
  for (const Term& term : c.relations.terms_of(relation)) {
    const Decimal value = c.fact(term.fact).value;
    const bool negative = term.negative != value.is_negative();
    if (!out.empty()) out += negative ? " \u2212 " : " + ";
    if (out.empty() && negative) out += "\u2212";
    out += printed(value.abs());
    out += name_of(c.fact(term.fact).unit);
  }
  if (relation.terms > 1) out += " = " + result;
  out += " ≠ " + printed(c.fact(relation.stated).value);
  out += name_of(c.fact(relation.stated).unit);
  return out;
}

/// What the terms come to, in the unit of the first of them.
std::string result_of(const Case& c, const Relation& relation) {
  const Fact& first = c.fact(c.relations.terms_of(relation)[0].fact);
  const Decimal sum = relation.judgement.expected.shifted(-power_of(first.unit)).trimmed();
  return printed(sum.with_decimals(c.fact(relation.stated).value.decimals())) +
         std::string(name_of(first.unit));
}

const char* factor_word(int power) {
  switch (power < 0 ? -power : power) {
    case 1:
      return "#factor_ten";
    case 2:
      return "#factor_hundred";
    case 3:
      return "#factor_thousand";
    case 4:
      return "#factor_ten_thousand";
    default:
      return "#factor_hundred_million";
  }
}

std::string reading_of(const Fact& fact, int power) {
  if (is_point_shift(power)) return printed(fact.value.shifted(power)) + std::string(name_of(fact.unit));
  for (const Unit unit : {Unit::yuan, Unit::ten_thousand_yuan, Unit::hundred_million_yuan}) {
    if (power_of(unit) == power_of(fact.unit) + power)
      return printed(fact.value) + std::string(name_of(unit));
  }
  return printed(fact.value.shifted(power)) + std::string(name_of(fact.unit));
}

void report_suspect(Case& c, const Suspect& suspect) {
  const Fact& fact = c.fact(suspect.fact);
  const bool unit = !is_point_shift(suspect.power);
  Finding& finding = c.report(Evaluator::unit_suspect, Status::fails, Severity::error,
                              unit ? "unit.suspect.unit" : "unit.suspect.point");
  c.rest_on(finding, suspect.fact);
  const Supposition supposition = shifted(c, suspect.fact, suspect.power);
  const Relation* shown = nullptr;
  std::vector<RuleIndex> rules;
  for (const std::uint32_t index : c.relations.of(suspect.fact)) {
    Relation& relation = c.relations.all[index];
    if (relation.judgement.holds) continue;
    if (!c.relations.judge(relation, c.figures, {&supposition, 1}).holds) continue;
    if (!shown || (shown->terms < 2 && relation.terms > 1)) shown = &relation;
    if (unit) relation.in_printed_digits = true;
    if (std::find(rules.begin(), rules.end(), relation.rule) == rules.end()) rules.push_back(relation.rule);
    for (const Term& term : c.relations.terms_of(relation))
      c.rest_on(finding, term.fact);
    c.rest_on(finding, relation.stated);
  }
  const Decimal right = fact.value.shifted(suspect.power);
  finding.stated = fact.value.to_string();
  finding.expected = right.trimmed().to_string();
  finding.difference = (fact.value - right).trimmed().to_string();
  finding.tolerance = "0";
  finding.unit = fact.unit;
  if (shown) finding.formula = formula_with_units(c, *shown, result_of(c, *shown));
  finding.repair.push_back({suspect.fact, right, unit ? Slip::unit : Slip::point, true});
  std::string named;
  for (const RuleIndex rule : rules)
    named += (named.empty() ? "" : "\n") + c.book.rules[rule].id;
  finding.values.emplace_back("figure", printed(fact.value) + std::string(name_of(fact.unit)));
  finding.values.emplace_back("reading", reading_of(fact, suspect.power));
  finding.values.emplace_back("factor", factor_word(suspect.power));
  finding.values.emplace_back("about", c.named(fact));
  finding.values.emplace_back("count", std::to_string(suspect.repaired));
  finding.values.emplace_back("rules", std::move(named));
  if (!unit) return;
  c.figures.reread(suspect.fact, suspect.power);
  for (const std::uint32_t index : c.relations.of(suspect.fact)) {
    c.relations.all[index].judgement = c.relations.judge(c.relations.all[index], c.figures);
  }
}

}  // namespace

void suspect_units(Case& c) {
  std::vector<Suspect> reported;
  for (int i = 0; i < most_suspects; ++i) {
    const Suspect suspect = Search(c).best();
    if (suspect.repaired == 0) return;
    const bool point = is_point_shift(suspect.power);
    const bool again = std::any_of(reported.begin(), reported.end(),
                                   [&](const Suspect& s) { return s.fact == suspect.fact; });
    if (again) return;
    reported.push_back(suspect);
    report_suspect(c, suspect);
    // A misplaced point leaves its relations failing, so the next search would find it again.
    if (point) return;
  }
}

}  // namespace mingzhang
