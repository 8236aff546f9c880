// See series.h.
#include "views/series.h"

#include "text/sorting.h"
#include "text/utf8.h"
#include "views/measures.h"
#include "views/select.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace mingzhang {
namespace {

bool is_money(const Fact& fact) {
  return kind_of(fact.unit) == UnitKind::money;
}

/// Own year's amount of a concept; none where it is no money and money is wanted.
std::int32_t amount_of(const Analysis& analysis, ConceptId concept_id, std::int16_t year) {
  for (const Measure measure : {Measure::amount, Measure::quantity}) {
    const std::int32_t fact = figure_for(analysis.disclosure, {concept_id, measure, year});
    if (fact != none) return fact;
  }
  return none;
}

class SeriesMaker {
 public:
  SeriesMaker(std::span<const Analysis* const> documents, const Vocabulary& vocabulary)
      : documents_(documents), vocabulary_(vocabulary) {}

  std::vector<Series> make() {
    const KeyConcepts& key = documents_.front()->concepts;
    for (const ConceptId concept_id :
         {key.expenditure_total, key.revenue_total, key.grand_total, key.expenditure_basic,
          key.expenditure_personnel, key.expenditure_operating, key.expenditure_project,
          key.three_public_total, key.three_public_abroad, key.three_public_vehicles,
          key.three_public_vehicle_purchase, key.three_public_vehicle_operation, key.three_public_reception,
          key.agency_operating, key.staff_total, key.staff_active}) {
      add(concept_id, {});
    }
    for (const auto& [code, concept_id] : classes())
      add(concept_id, code);
    return std::move(all_);
  }

 private:
  /// Classes of functions that any of the documents states, the largest first digits first; a document's own
  /// items have ids that mean nothing in another.
  std::map<std::string, ConceptId> classes() const {
    std::map<std::string, ConceptId> found;
    constexpr std::string_view prefix = "function.";
    for (const Analysis* document : documents_) {
      for (const Fact& fact : document->disclosure.facts) {
        const bool shared = fact.concept_id != no_concept &&
                            static_cast<std::size_t>(fact.concept_id) < vocabulary_.concepts().size();
        if (!shared || fact.measure != Measure::amount) continue;
        const std::string_view id = vocabulary_[fact.concept_id].id;
        if (!id.starts_with(prefix) ||
            id.find_first_not_of("0123456789", prefix.size()) != std::string_view::npos)
          continue;
        found.emplace(id.substr(prefix.size()), fact.concept_id);
      }
    }
    return found;
  }

  /// A class' figure has a subject, its name, so it is no figure of the whole body.
  static std::int32_t class_figure(const Analysis& analysis, ConceptId concept_id, std::int16_t year) {
    std::int32_t best = none;
    const std::vector<Fact>& facts = analysis.disclosure.facts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const Fact& fact = facts[i];
      const bool means = fact.concept_id == concept_id && fact.period == year &&
                         fact.measure == Measure::amount && fact.part == Part::total && is_money(fact);
      if (!means) continue;
      const auto rank = [&](const Fact& each) {
        return std::pair(static_cast<int>(each.scope), stage_rank(each.stage));
      };
      if (best == none || rank(fact) < rank(facts[static_cast<std::size_t>(best)]))
        best = static_cast<std::int32_t>(i);
    }
    return best;
  }

  std::int32_t figure_of(const Analysis& analysis, ConceptId concept_id, bool is_class,
                         std::int16_t year) const {
    return is_class ? class_figure(analysis, concept_id, year) : amount_of(analysis, concept_id, year);
  }

  void add(ConceptId concept_id, const std::string& code) {
    if (concept_id == no_concept) return;
    for (const DisclosureKind kind : {DisclosureKind::budget, DisclosureKind::final}) {
      Series series;
      series.concept_id = concept_id;
      series.code = code;
      series.kind = kind;
      for (std::uint32_t i = 0; i < documents_.size(); ++i) {
        if (documents_[i]->disclosure.kind == kind) add_document(series, i);
      }
      if (series.points.size() < 2) continue;
      const std::set<Decimal> different = values_of(series);
      if (different.size() == 1 && different.begin()->is_zero()) continue;
      all_.push_back(std::move(series));
    }
  }

  static std::set<Decimal> values_of(const Series& series) {
    std::set<Decimal> values;
    for (const SeriesPoint& point : series.points)
      values.insert(point.yuan);
    return values;
  }

  void add_document(Series& series, std::uint32_t document) {
    const Analysis& analysis = *documents_[document];
    const std::int16_t year = analysis.disclosure.year;
    const bool is_class = !series.code.empty();
    for (const bool last_year : {true, false}) {
      const auto period = static_cast<std::int16_t>(last_year ? year - 1 : year);
      const std::int32_t fact = figure_of(analysis, series.concept_id, is_class, period);
      if (fact == none) continue;
      // A document of its own year says it better than the one after it.
      const auto same_year = std::find_if(series.points.begin(), series.points.end(),
                                          [&](const SeriesPoint& point) { return point.year == period; });
      if (same_year != series.points.end()) {
        if (last_year || !same_year->from_next_year) continue;
        series.points.erase(same_year);
      }
      const Fact& stated = fact_at(analysis, fact);
      if (!is_money(stated)) series.unit = stated.unit;
      series.points.push_back({.year = period,
                               .yuan = yuan_of(stated),
                               .document = document,
                               .fact = fact,
                               .from_next_year = last_year});
      if (!last_year && !stated.subject.empty() &&
          (series.names.empty() || folded(series.names.back()) != folded(stated.subject)))
        series.names.push_back(stated.subject);
    }
    sort_stably(series.points, [](const SeriesPoint& a, const SeriesPoint& b) { return a.year < b.year; });
  }

  std::span<const Analysis* const> documents_;
  const Vocabulary& vocabulary_;
  std::vector<Series> all_;
};

std::int32_t thousandths(const Decimal& part, const Decimal& whole) {
  const auto share = (part * Decimal(1000, 0)).divided_by(whole, 0);
  return share ? static_cast<std::int32_t>(share->coefficient()) : 0;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> bodies_of(std::span<const Analysis* const> documents) {
  std::vector<std::vector<std::uint32_t>> bodies;
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    const std::string name = folded(documents[i]->disclosure.entity);
    const auto known = std::find(names.begin(), names.end(), name);
    if (known == names.end() || name.empty()) {
      names.push_back(name);
      bodies.push_back({i});
    } else {
      bodies[static_cast<std::size_t>(known - names.begin())].push_back(i);
    }
  }
  for (std::vector<std::uint32_t>& body : bodies) {
    sort_stably(body, [&](std::uint32_t a, std::uint32_t b) {
      return documents[a]->disclosure.year < documents[b]->disclosure.year;
    });
  }
  return bodies;
}

std::vector<Series> series_of(std::span<const Analysis* const> documents, const Vocabulary& vocabulary) {
  if (documents.empty()) return {};
  return SeriesMaker(documents, vocabulary).make();
}

std::vector<Comparison> comparison_of(std::span<const Analysis* const> documents) {
  std::vector<Comparison> all;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    const Analysis& analysis = *documents[i];
    const Disclosure& disclosure = analysis.disclosure;
    const KeyConcepts& key = analysis.concepts;
    Comparison one;
    one.document = i;
    for (const ConceptId total : {key.expenditure_total, key.grand_total, key.revenue_total}) {
      if (one.total == none) one.total = own_figure(disclosure, total);
    }
    if (one.total == none || !is_money(fact_at(analysis, one.total))) continue;
    one.total_yuan = yuan_of(fact_at(analysis, one.total));
    const auto share_of = [&](ConceptId concept_id, std::int32_t& fact) {
      fact = own_figure(disclosure, concept_id);
      if (fact == none || !is_money(fact_at(analysis, fact))) return 0;
      const Fact& stated = fact_at(analysis, fact);
      const Decimal value = believed_value(analysis, static_cast<FactIndex>(fact));
      return thousandths(value.shifted(power_of(stated.unit)), one.total_yuan);
    };
    one.personnel_per_mille = share_of(key.expenditure_personnel, one.personnel);
    one.three_public_per_mille = share_of(key.three_public_total, one.three_public);
    one.staff = staff_figure(analysis);
    if (one.staff != none) {
      const auto each = one.total_yuan.divided_by(fact_at(analysis, one.staff).value, 0);
      if (each) one.per_head = *each;
    }
    const Fact& total = fact_at(analysis, one.total);
    const auto before = static_cast<std::int16_t>(disclosure.year - 1);
    one.last_year = figure_for(disclosure, {total.concept_id, Measure::amount, before});
    if (one.last_year != none && is_money(fact_at(analysis, one.last_year))) {
      const Decimal last = yuan_of(fact_at(analysis, one.last_year));
      one.has_change = last > Decimal();
      if (one.has_change) one.change_per_mille = thousandths(one.total_yuan - last, last);
    } else {
      // The change alone may be stated.
      const std::int32_t change = own_figure(disclosure, total.concept_id, Measure::change);
      if (change == none || !is_money(fact_at(analysis, change))) {
        all.push_back(one);
        continue;
      }
      const Decimal difference = yuan_of(fact_at(analysis, change)), last = one.total_yuan - difference;
      one.has_change = last > Decimal();
      if (one.has_change) one.change_per_mille = thousandths(difference, last);
    }
    all.push_back(one);
  }
  return all;
}

}  // namespace mingzhang
