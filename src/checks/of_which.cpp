// A part is not larger than its whole: rows marked 其中 in tables, and concepts that contain each other
// (rules.json, contained) where they are stated together without a sum that would say more.
//
// Tests: tests/unit/checks/of_which_test.cpp.
#include "checks/case.h"
#include "checks/table_rows.h"

#include <algorithm>

namespace mingzhang {
namespace {

void relate_part(Case& c, FactIndex part, FactIndex whole, Evaluator evaluator, const char* message) {
  const RuleIndex rule = c.book.index(evaluator);
  const Term term{part, false};
  Relation& relation =
      c.relations.add(rule, RelationKind::at_most, {&term, 1}, whole, c.worst(rule), message);
  relation.about = c.fact(whole).concept_id;
  c.relations.note_of(relation).values.emplace_back("part", c.named(c.fact(part)));
  c.relations.note_of(relation).values.emplace_back("whole", c.named(c.fact(whole)));
}

/// How the sums of a table of assets read its marked row.
struct Reading {
  std::int32_t table = none;
  bool amounts_beside = false;
  bool quantities_inside = false;
};

std::vector<Reading> readings_of(const Case& c) {
  std::vector<Reading> out;
  for (const Relation& sum : c.relations.all) {
    const bool amounts = sum.rule == c.book.index(Evaluator::sum_assets_amount);
    if (!amounts && sum.rule != c.book.index(Evaluator::sum_assets_quantity)) continue;
    const std::int32_t table = c.fact(sum.stated).source.table;
    if (out.empty() || out.back().table != table) out.push_back({table, false, false});
    if (amounts) out.back().amounts_beside = sum.message == std::string_view("sum.beside");
    if (!amounts) out.back().quantities_inside = sum.message == std::string_view("sum.inside");
  }
  return out;
}

void relate_marked_rows(Case& c) {
  const std::vector<Reading> readings = readings_of(c);
  const std::vector<Fact>& facts = c.disclosure.facts;
  // The unmarked row that governs the marked ones: its figures by column, in the order of the facts.
  std::vector<std::int32_t> above;
  std::int32_t table = none;
  std::int32_t row = none;
  bool marked = false;
  for (FactIndex i = 0; i < facts.size(); ++i) {
    const Source& place = facts[i].source;
    if (place.table == none || place.row == none || place.column == none) continue;
    if (place.table != table) {
      above.clear();
      row = none;
      table = place.table;
    }
    if (place.row != row) {
      row = place.row;
      marked = is_of_which_row(c.document, place);
      if (!marked) above.clear();
    }
    const std::size_t column = static_cast<std::size_t>(place.column);
    if (!marked) {
      if (above.size() <= column) above.resize(column + 1, none);
      above[column] = static_cast<std::int32_t>(i);
    } else if (column < above.size() && above[column] != none) {
      const FactIndex whole = static_cast<FactIndex>(above[column]);
      const Fact& of = facts[whole];
      const bool adjacent = of.source.row + 1 == place.row;
      if (adjacent && of.measure == facts[i].measure && kind_of(of.unit) == kind_of(facts[i].unit) &&
          of.period == facts[i].period && of.stage == facts[i].stage &&
          of.concept_id != facts[i].concept_id) {
        relate_part(c, i, whole, Evaluator::part_of_which, "part");
        const auto reading = std::find_if(readings.begin(), readings.end(),
                                          [&](const Reading& r) { return r.table == table; });
        if (reading != readings.end() && reading->amounts_beside && reading->quantities_inside) {
          c.relations.all.back().message = "part.readings";
        }
      }
    }
  }
}

/// Totals of sums: whoever adds up says more than a part that is not too large.
std::vector<bool> totals_of_sums(const Case& c) {
  std::vector<bool> out(c.figures.size(), false);
  for (const Relation& relation : c.relations.all) {
    if (relation.kind == RelationKind::sum && relation.terms > 1) out[relation.stated] = true;
  }
  return out;
}

void relate_contained_concepts(Case& c) {
  const std::vector<bool> has_sum = totals_of_sums(c);
  for (const auto& [whole_concept, parts] : c.book.containments) {
    for (const FactIndex whole : c.figures.of(whole_concept)) {
      if (c.fact(whole).measure != Measure::amount || has_sum[whole]) continue;
      for (const ConceptId part_concept : parts) {
        const std::int32_t part =
            c.figures.near(whole, part_concept, c.figures.respect_of(whole), Reach::sentence);
        if (part != none)
          relate_part(c, static_cast<FactIndex>(part), whole, Evaluator::part_of_which, "part");
      }
    }
  }
}

/// 财库〔2020〕46号: of what is reserved for small and medium firms, micro and small ones have at least 60 %.
void relate_small_firms(Case& c) {
  const RuleBook::Data::Known& known = c.book.known;
  for (const FactIndex sme : c.figures.of(known.sme)) {
    if (c.fact(sme).measure != Measure::amount) continue;
    const Respect respect = c.figures.respect_of(sme);
    const std::int32_t micro = c.figures.nearest(sme, known.micro, respect, Reach::block);
    const std::int32_t total = c.figures.nearest(sme, known.procurement, respect, Reach::block);
    if (total != none) relate_part(c, sme, static_cast<FactIndex>(total), Evaluator::part_sme, "part");
    if (micro == none) continue;
    relate_part(c, static_cast<FactIndex>(micro), sme, Evaluator::part_sme, "part");
    const Interval& small = c.figures[static_cast<FactIndex>(micro)].range;
    const Interval& all = c.figures[sme].range;
    const bool too_little = small.high * Decimal(100, 0) < all.low * Decimal(60, 0);
    if (!too_little || c.disclosure.year < 2021) continue;
    Finding& finding = c.report(Evaluator::part_sme, Status::fails, Severity::warning, "part.sme.low");
    c.rest_on(finding, sme);
    c.rest_on(finding, static_cast<FactIndex>(micro));
    finding.formula =
        printed(c.fact(static_cast<FactIndex>(micro)).value) + " < 60% × " + printed(c.fact(sme).value);
    finding.unit = c.fact(sme).unit;
  }
}

}  // namespace

void relate_containment(Case& c) {
  relate_marked_rows(c);
  relate_contained_concepts(c);
  relate_small_firms(c);
}

}  // namespace mingzhang
