// Stated percentages against the figures beside them (rate.growth, rate.share, rate.completion), and those
// that no figures could give (rate.zero_base, rate.impossible). A percentage need only follow from figures of
// its own sentence, paragraph or table row, in whichever way they allow it to be computed.
//
// Tests: tests/unit/checks/rates_test.cpp.
#include "checks/case.h"

#include <array>
#include <optional>

namespace mingzhang {
namespace {

struct Pair {
  RelationKind kind;
  FactIndex above;
  FactIndex below;
};

/// Figures that a stated growth could have been computed from, best first.
class GrowthReadings {
 public:
  GrowthReadings(const Case& c, FactIndex rate) {
    Respect respect = c.figures.respect_of(rate);
    respect.or_unscoped = true;
    const auto look = [&](Measure measure, int years, bool any_stage) {
      Respect here = respect;
      here.measure = measure;
      here.period = static_cast<std::int16_t>(respect.period + years);
      here.any_stage = any_stage;
      const std::int32_t in_sentence = c.figures.near(rate, c.fact(rate).concept_id, here, Reach::sentence);
      if (in_sentence != none || c.fact(rate).source.table != none) return in_sentence;
      return c.figures.near(rate, c.fact(rate).concept_id, here, Reach::block);
    };
    current = look(Measure::amount, 0, false);
    last = look(Measure::amount, -1, true);
    change = look(Measure::change, 0, false);
    const auto add = [&](RelationKind kind, std::int32_t above, std::int32_t below) {
      if (above == none || below == none) return;
      pairs[count++] = {kind, static_cast<FactIndex>(above), static_cast<FactIndex>(below)};
    };
    add(RelationKind::growth_of, change, last);
    add(RelationKind::growth, current, last);
    add(RelationKind::growth_back, change, current);
  }

  std::int32_t current = none;
  std::int32_t last = none;
  std::int32_t change = none;
  std::array<Pair, 3> pairs;
  std::size_t count = 0;
};

/// Whether the pair can be divided at all.
bool has_base(const Case& c, const Pair& pair) {
  const Figure& below = c.figures[pair.below];
  if (pair.kind != RelationKind::growth_back) return !below.range.contains(Decimal());
  return !(below.range - c.figures[pair.above].range).contains(Decimal());
}

/// Adds the reading that holds, else the first.
void add_best(Case& c, Evaluator evaluator, FactIndex rate, std::span<const Pair> pairs) {
  const Pair* best = nullptr;
  for (const Pair& pair : pairs) {
    if (!has_base(c, pair)) continue;
    if (!best) best = &pair;
    const Term terms[] = {{pair.above, false}, {pair.below, false}};
    if (!would_hold(pair.kind, terms, rate, c.figures)) continue;
    best = &pair;
    break;
  }
  if (!best) return;
  const Term terms[] = {{best->above, false}, {best->below, false}};
  Relation& relation =
      c.relations.add(c.book.index(evaluator), best->kind, terms, rate, Severity::error, "rate");
  relation.about = c.fact(rate).concept_id;
}

void relate_growth(Case& c, FactIndex rate) {
  const GrowthReadings readings(c, rate);
  add_best(c, Evaluator::rate_growth, rate, std::span(readings.pairs).first(readings.count));
}

void relate_share(Case& c, FactIndex rate) {
  const Fact& fact = c.fact(rate);
  if (fact.of == no_concept) return;
  Respect respect = c.figures.respect_of(rate);
  respect.measure = Measure::amount;
  respect.or_unscoped = true;
  const std::int32_t part = c.figures.nearest(rate, fact.concept_id, respect, Reach::block);
  respect.subject = 0;
  const std::int32_t whole = c.figures.nearest(rate, fact.of, respect, Reach::section);
  if (part == none || whole == none || part == whole) return;
  const Pair pair{RelationKind::quotient, static_cast<FactIndex>(part), static_cast<FactIndex>(whole)};
  add_best(c, Evaluator::rate_share, rate, {&pair, 1});
}

void relate_completion(Case& c, FactIndex rate) {
  const Fact& fact = c.fact(rate);
  Respect respect = c.figures.respect_of(rate);
  respect.measure = Measure::amount;
  respect.or_unscoped = true;
  const std::int32_t done = c.figures.nearest(rate, fact.concept_id, respect, Reach::block);
  if (done == none) return;
  std::array<Pair, 2> pairs{};
  std::size_t count = 0;
  for (const Stage stage : {Stage::budget, Stage::adjusted}) {
    respect.stage = stage;
    const std::int32_t planned = c.figures.nearest(rate, fact.concept_id, respect, Reach::block);
    if (planned == none || planned == done) continue;
    pairs[count++] = {RelationKind::quotient, static_cast<FactIndex>(done), static_cast<FactIndex>(planned)};
  }
  add_best(c, Evaluator::rate_completion, rate, std::span(pairs).first(count));
}

void check_zero_base(Case& c, FactIndex rate) {
  const Fact& fact = c.fact(rate);
  std::int32_t base = none;
  if (fact.measure == Measure::rate) {
    base = GrowthReadings(c, rate).last;
  } else {
    Respect respect = c.figures.respect_of(rate);
    respect.measure = Measure::amount;
    respect.stage = Stage::budget;
    base = c.figures.nearest(rate, fact.concept_id, respect, Reach::sentence);
  }
  if (base == none || !c.figures[static_cast<FactIndex>(base)].value.is_zero()) return;
  const bool empty_head = fact.measure == Measure::completion && fact.value.is_zero();
  Finding& finding = c.report(Evaluator::rate_zero_base, Status::fails,
                              empty_head ? Severity::notice : Severity::warning, "rate.zero_base");
  c.rest_on(finding, static_cast<FactIndex>(base));
  c.rest_on(finding, rate);
  finding.stated = fact.value.to_string();
  finding.unit = fact.unit;
  finding.formula =
      "÷ " + printed(c.fact(static_cast<FactIndex>(base)).value) + " = " + printed(fact.value) + "%";
  finding.values.emplace_back("about", c.named(fact));
}

void check_impossible(Case& c, FactIndex share) {
  const Fact& fact = c.fact(share);
  const bool above = fact.value > Decimal(100, 0);
  if (!above && !fact.value.is_negative()) return;
  Finding& finding = c.report(Evaluator::rate_impossible, Status::fails, Severity::error, "rate.impossible");
  c.rest_on(finding, share);
  finding.stated = fact.value.to_string();
  finding.unit = fact.unit;
  finding.formula = printed(fact.value) + (above ? "% > 100%" : "% < 0%");
  finding.values.emplace_back("about", c.named(fact));
}

/// This year's and last year's figures of a growth, whichever two it was computed from.
struct Years {
  Decimal now;
  Decimal before;
};

Years years_in(const Case& c, const Relation& relation) {
  const auto terms = c.relations.terms_of(relation);
  const Decimal& first = c.figures[terms[0].fact].value;
  const Decimal& second = c.figures[terms[1].fact].value;
  if (relation.kind == RelationKind::growth) return {first, second};
  if (relation.kind == RelationKind::growth_of) return {first + second, second};
  return {second, second - first};
}

bool is_printed_as(const Case& c, const Relation& relation, const Decimal& above, const Decimal& below) {
  const auto percent = above.shifted(2).divided_by(below, 6);
  return percent && c.figures[relation.stated].range.contains(*percent);
}

}  // namespace

void relate_rates(Case& c) {
  for (FactIndex i = 0; i < c.disclosure.facts.size(); ++i) {
    switch (c.fact(i).measure) {
      case Measure::rate:
        relate_growth(c, i);
        break;
      case Measure::share:
        relate_share(c, i);
        break;
      case Measure::completion:
        relate_completion(c, i);
        break;
      default:
        break;
    }
  }
}

const char* origin_of_rate(const Case& c, const Relation& relation) {
  const bool growth = relation.kind == RelationKind::growth || relation.kind == RelationKind::growth_of ||
                      relation.kind == RelationKind::growth_back;
  if (!growth || relation.judgement.holds) return nullptr;
  const Years years = years_in(c, relation);
  const Decimal change = years.now - years.before;
  if (is_printed_as(c, relation, years.now, years.before)) return "#rate_ratio";
  if (is_printed_as(c, relation, change, years.now)) return "#rate_of_this_year";
  if (is_printed_as(c, relation, change.shifted(1), years.before) ||
      is_printed_as(c, relation, change.shifted(-1), years.before)) {
    return "#rate_tenfold";
  }
  return nullptr;
}

void check_rates(Case& c) {
  for (FactIndex i = 0; i < c.disclosure.facts.size(); ++i) {
    const Measure measure = c.fact(i).measure;
    if (measure == Measure::rate || measure == Measure::completion) check_zero_base(c, i);
    if (measure == Measure::share) check_impossible(c, i);
  }
}

}  // namespace mingzhang
