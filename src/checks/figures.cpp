// Builds the index of figures: values in base units, ranges, places by concept, groups of equal respects.
//
// Tests: through the rules, every test of tests/unit/checks.
#include "checks/figures.h"

#include "checks/precision.h"
#include "text/sorting.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace mingzhang {
namespace {

/// Candidates looked at for one companion; a document that repeats a concept more often in one place says
/// nothing clear there.
constexpr std::size_t most_candidates = 64;

std::uint64_t packed(const Fact& fact) {
  const auto bits = [](auto value) { return static_cast<std::uint64_t>(value); };
  std::uint64_t key = bits(static_cast<std::uint16_t>(fact.concept_id));
  key = key << 16 | bits(static_cast<std::uint16_t>(fact.of));
  key = key << 12 | (bits(static_cast<std::uint16_t>(fact.period)) & 0xFFF);
  key = key << 3 | bits(fact.scope);
  key = key << 3 | bits(fact.part);
  key = key << 3 | bits(fact.stage);
  key = key << 4 | bits(fact.measure);
  key = key << 2 | bits(fact.base);
  return key << 3 | bits(fact.level);
}

Interval range_of(const Fact& fact, const Precision& precision) {
  if (precision.exact) return Interval::exactly(fact.value);
  if (!fact.coarse) return Interval::rounded(fact.value, precision.decimals);
  // 近, 余 and 左右 say on which side it lies, or not: one unit of its last place either way.
  const Decimal step = Decimal(1, 0).shifted(-precision.decimals);
  return {fact.value - step, fact.value + step};
}

/// Equal numbers for equal words; 0 for none. Open addressing, since nearly all facts have no subject.
class Subjects {
 public:
  explicit Subjects(std::span<const Fact> facts) : facts_(facts) {
    std::size_t named = 0;
    for (const Fact& fact : facts)
      named += fact.subject.empty() ? 0u : 1u;
    std::size_t capacity = 16;
    while (capacity < named * 2)
      capacity *= 2;
    slots_.assign(named > 0 ? capacity : 0, 0);
  }

  std::uint32_t number_of(FactIndex fact) {
    const std::string_view words = facts_[fact].subject;
    if (words.empty()) return 0;
    std::uint64_t hash = 1469598103934665603u;
    for (const char c : words)
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = (hash ^ (hash >> 32)) & mask;; slot = (slot + 1) & mask) {
      if (slots_[slot] == 0) slots_[slot] = fact + 1;
      if (facts_[slots_[slot] - 1].subject == words) return slots_[slot];
    }
  }

 private:
  std::span<const Fact> facts_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace

Figures::Figures(const Document& document, const FigureList& list, std::size_t concepts)
    : document_(&document), list_(list), figures_(list.size()) {
  const std::vector<Precision> precision = infer_precision(list_);
  Subjects subjects(list_.facts);
  for (FactIndex i = 0; i < figures_.size(); ++i) {
    const Fact& fact = list_[i];
    Figure& figure = figures_[i];
    figure.power = power_of(fact.unit);
    figure.decimals = precision[i].decimals;
    figure.exact = precision[i].exact;
    figure.value = fact.value.shifted(figure.power);
    figure.range = range_of(fact, precision[i]).shifted(figure.power);
    if (i >= list_.facts.size()) continue;
    figure.subject = subjects.number_of(i);
    figure.key = packed(fact);
  }
  index(concepts);
  group();
  find_dropped_zeros(concepts);
}

void Figures::index(std::size_t concepts) {
  first_of_concept_.assign(concepts + 2, 0);
  for (const Fact& fact : list_.facts)
    ++first_of_concept_[static_cast<std::size_t>(fact.concept_id) + 2];
  std::partial_sum(first_of_concept_.begin(), first_of_concept_.end(), first_of_concept_.begin());
  by_concept_.resize(list_.facts.size());
  for (FactIndex i = 0; i < by_concept_.size(); ++i) {
    by_concept_[first_of_concept_[static_cast<std::size_t>(list_[i].concept_id) + 1]++] = i;
  }
}

void Figures::group() {
  by_key_.resize(list_.facts.size());
  std::iota(by_key_.begin(), by_key_.end(), FactIndex{0});
  sort_stably(by_key_, [&](FactIndex a, FactIndex b) {
    const Figure& left = figures_[a];
    const Figure& right = figures_[b];
    if (left.key != right.key) return left.key < right.key;
    return left.subject != right.subject ? left.subject < right.subject : a < b;
  });
  for (std::size_t start = 0; start < by_key_.size();) {
    std::size_t end = start + 1;
    const Figure& first = figures_[by_key_[start]];
    while (end < by_key_.size() && figures_[by_key_[end]].key == first.key &&
           figures_[by_key_[end]].subject == first.subject) {
      ++end;
    }
    if (end - start > 1) groups_.emplace_back(by_key_.data() + start, end - start);
    start = end;
  }
}

void Figures::find_dropped_zeros(std::size_t concepts) {
  drops_zeros_.assign(concepts, false);
  using Amount = std::pair<Unit, Int128>;
  std::vector<Amount> in_full;
  for (const Fact& fact : list_.facts) {
    if (fact.value.decimals() == 0 || kind_of(fact.unit) != UnitKind::money) continue;
    const Decimal value = fact.value.trimmed();
    if (value.decimals() == 0) in_full.emplace_back(fact.unit, value.coefficient());
  }
  if (in_full.empty()) return;
  std::sort(in_full.begin(), in_full.end());
  for (const Fact& fact : list_.facts) {
    if (fact.concept_id < 0 || fact.value.decimals() > 0 || fact.value.is_zero() ||
        kind_of(fact.unit) != UnitKind::money)
      continue;
    if (!std::binary_search(in_full.begin(), in_full.end(), Amount(fact.unit, fact.value.coefficient())))
      continue;
    drops_zeros_[static_cast<std::size_t>(fact.concept_id)] = true;
  }
}

std::span<const FactIndex> Figures::of(ConceptId concept_id) const {
  if (concept_id < 0) return {};
  const std::size_t place = static_cast<std::size_t>(concept_id);
  const std::uint32_t start = first_of_concept_[place];
  return {by_concept_.data() + start, first_of_concept_[place + 1] - start};
}

std::span<const FactIndex> Figures::of(ConceptId concept_id, Span where) const {
  const auto all = of(concept_id);
  const auto starts_before = [&](FactIndex fact, std::uint32_t offset) {
    return list_[fact].source.span.start < offset;
  };
  const auto first = std::lower_bound(all.begin(), all.end(), where.start, starts_before);
  const auto last = std::lower_bound(first, all.end(), where.end, starts_before);
  return {first, last};
}

Respect Figures::respect_of(FactIndex index) const {
  const Fact& fact = list_[index];
  Respect respect;
  respect.scope = fact.scope;
  respect.part = fact.part;
  respect.stage = fact.stage;
  respect.measure = fact.measure;
  respect.period = fact.period;
  respect.subject = figures_[index].subject;
  return respect;
}

bool Figures::answers(FactIndex index, const Respect& respect) const {
  const Fact& fact = list_[index];
  if (fact.measure != respect.measure || fact.period != respect.period || fact.part != respect.part)
    return false;
  if (figures_[index].subject != respect.subject) return false;
  if (!respect.any_stage && fact.stage != respect.stage) return false;
  return respect.any_scope || fact.scope == respect.scope ||
         (respect.or_unscoped && fact.scope == Scope::all);
}

Span Figures::list_below(const Source& place) const {
  if (place.table != none || place.block == none || place.section == none) return {};
  const Span block = document_->blocks[static_cast<std::size_t>(place.block)].span;
  if (!ends_in_colon(document_->words(block))) return {};
  const Span section = document_->sections[static_cast<std::size_t>(place.section)].span;
  return {block.end, std::max(block.end, section.end)};
}

Span Figures::span_of(FactIndex origin, Reach reach) const {
  const Fact& fact = list_[origin];
  switch (reach) {
    case Reach::sentence:
      return fact.context;
    case Reach::column:
      if (fact.source.table == none) return {};
      return document_->tables[static_cast<std::size_t>(fact.source.table)].span;
    case Reach::block:
      if (fact.source.table != none || fact.source.block == none) return {};
      return document_->blocks[static_cast<std::size_t>(fact.source.block)].span;
    case Reach::list:
      return list_below(fact.source);
    case Reach::section:
      if (fact.source.table != none || fact.source.section == none) return {};
      return document_->sections[static_cast<std::size_t>(fact.source.section)].span;
    case Reach::document:
      break;
  }
  return {0, static_cast<std::uint32_t>(document_->text.size())};
}

bool Figures::within(FactIndex index, FactIndex origin, Reach reach) const {
  const Source& place = list_[index].source;
  const Source& from = list_[origin].source;
  if (reach == Reach::column) return place.table == from.table && place.column == from.column;
  if (reach == Reach::block || reach == Reach::list || reach == Reach::section) return place.table == none;
  return true;
}

std::int32_t Figures::near(FactIndex origin, ConceptId concept_id, const Respect& respect,
                           Reach reach) const {
  const Span where = span_of(origin, reach);
  if (where.empty()) return none;
  const auto candidates = of(concept_id, where);
  if (candidates.size() > most_candidates) return none;
  std::int32_t found = none;
  for (const FactIndex candidate : candidates) {
    if (!within(candidate, origin, reach) || !answers(candidate, respect)) continue;
    if (found == none) {
      found = static_cast<std::int32_t>(candidate);
      continue;
    }
    const Figure& first = figures_[static_cast<FactIndex>(found)];
    if (!first.range.meets(figures_[candidate].range)) return none;
    // The one printed in full says more than the one that was rounded for a summary.
    if (figures_[candidate].range.half_width() < first.range.half_width())
      found = static_cast<std::int32_t>(candidate);
  }
  return found;
}

std::int32_t Figures::nearest(FactIndex origin, ConceptId concept_id, const Respect& respect,
                              Reach widest) const {
  for (const Reach reach : {Reach::sentence, Reach::column, Reach::block, Reach::section, Reach::document}) {
    if (reach > widest) break;
    Respect here = respect;
    here.or_unscoped = respect.or_unscoped && reach == Reach::sentence;
    const std::int32_t found = near(origin, concept_id, here, reach);
    if (found != none) return found;
  }
  return none;
}

void Figures::cut_off(FactIndex fact) {
  Figure& figure = figures_[fact];
  figure.range = Interval::truncated(list_[fact].value, figure.decimals).shifted(figure.power);
}

void Figures::reread(FactIndex fact, int power) {
  Figure& figure = figures_[fact];
  figure.value = figure.value.shifted(power);
  figure.range = figure.range.shifted(power);
  figure.power = figure.power + power;
}

}  // namespace mingzhang
