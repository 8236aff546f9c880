// The identities that are data (rules.json: sum, equal): a total against its parts, one concept against
// another. Figures are compared only within one reach (a sentence, a column, a paragraph …) and in one
// respect (scope, period, stage, part); the nearest complete list counts.
//
// Tests: tests/unit/checks/identities_test.cpp.
#include "checks/case.h"
#include "text/sorting.h"

#include <algorithm>

namespace mingzhang {
namespace {

class PartGatherer {
 public:
  PartGatherer(const Case& c, const Identity& identity, FactIndex total) : c_(c), total_(total) {
    respect_ = c.figures.respect_of(total);
    respect_.or_unscoped = true;
    // Funds such as 一般公共预算拨款收入 carry their own name as scope.
    respect_.any_scope = identity.fiscal_parts && respect_.scope == Scope::all;
  }

  /// False where the list is not complete within reach. `open_parts` are the parts that may stand inside.
  bool gather(const PartList& list, Reach reach) {
    parts_.clear();
    open_parts_.clear();
    for (const ConceptId part : list.every) {
      if (!add(part, reach, parts_)) return false;
    }
    for (const ConceptId part : list.also) {
      if (!is_contained(list, part)) add(part, reach, parts_);
    }
    const bool within = has(list.container);
    for (const ConceptId part : list.contained)
      add(part, reach, within ? open_parts_ : parts_);
    for (const ConceptId part : list.open)
      add(part, reach, open_parts_);
    if (parts_.size() < list.at_least) return false;
    const auto by_place = [](const Term& a, const Term& b) { return a.fact < b.fact; };
    sort_stably(parts_, by_place);
    return true;
  }

  /// Parts of `also` that stand further away than the list.
  void gather_absent(const PartList& list, Reach reach, std::vector<Term>& absent) const {
    for (const ConceptId part : list.also) {
      if (has(part)) continue;
      const std::int32_t found = c_.figures.nearest(total_, part, respect_, Reach::document);
      if (found != none && reach < Reach::document &&
          !c_.figures[static_cast<FactIndex>(found)].value.is_zero()) {
        absent.push_back({static_cast<FactIndex>(found), false});
      }
    }
  }

  const std::vector<Term>& parts() const { return parts_; }
  const std::vector<Term>& open_parts() const { return open_parts_; }

 private:
  static bool is_contained(const PartList& list, ConceptId part) {
    return std::find(list.contained.begin(), list.contained.end(), part) != list.contained.end();
  }

  bool has(ConceptId part) const {
    return std::any_of(parts_.begin(), parts_.end(),
                       [&](const Term& term) { return c_.fact(term.fact).concept_id == part; });
  }

  bool add(ConceptId part, Reach reach, std::vector<Term>& out) const {
    Respect respect = respect_;
    respect.or_unscoped = reach == Reach::sentence;
    const std::int32_t found = c_.figures.near(total_, part, respect, reach);
    if (found == none ||
        kind_of(c_.fact(static_cast<FactIndex>(found)).unit) != kind_of(c_.fact(total_).unit))
      return false;
    out.push_back({static_cast<FactIndex>(found), false});
    return true;
  }

  const Case& c_;
  FactIndex total_;
  Respect respect_;
  std::vector<Term> parts_;
  std::vector<Term> open_parts_;
};

/// 主要是, 等: what stands in these sentences is no complete list.
class PartialLists {
 public:
  explicit PartialLists(const Case& c) {
    for (const Statement& statement : c.disclosure.statements) {
      if (statement.kind == StatementKind::only_main)
        words_.emplace_back(statement.source.span.start, statement.concept_id);
    }
    std::sort(words_.begin(), words_.end());
  }

  /// The words stand behind the total in its sentence, and are said of it or of nothing in particular.
  bool follow(const Fact& total) const {
    const auto first = std::upper_bound(words_.begin(), words_.end(),
                                        std::pair(total.source.span.start, ConceptId{INT16_MAX}));
    for (auto word = first; word != words_.end() && word->first < total.context.end; ++word) {
      if (word->second == no_concept || word->second == total.concept_id) return true;
    }
    return false;
  }

 private:
  std::vector<std::pair<std::uint32_t, ConceptId>> words_;
};

void add_sum(Case& c, const Identity& identity, FactIndex total, const std::vector<Term>& parts) {
  Relation& relation =
      c.relations.add(identity.rule, RelationKind::sum, parts, total, c.worst(identity.rule), "sum");
  relation.about = c.fact(total).concept_id;
}

bool adds_up(const Case& c, FactIndex total, const std::vector<Term>& parts) {
  return would_hold(RelationKind::sum, parts, total, c.figures);
}

/// Adds the sum in whichever reading holds; as the list itself reads where none does.
void add_best_reading(Case& c, const Identity& identity, const PartList& list, FactIndex total, Reach reach,
                      const PartGatherer& gathered) {
  std::vector<Term> parts = gathered.parts();
  if (!adds_up(c, total, parts)) {
    std::vector<Term> with_more = parts;
    with_more.insert(with_more.end(), gathered.open_parts().begin(), gathered.open_parts().end());
    if (with_more.size() == parts.size() || !adds_up(c, total, with_more)) {
      with_more = parts;
      gathered.gather_absent(list, reach, with_more);
    }
    if (with_more.size() > parts.size() && adds_up(c, total, with_more)) parts = std::move(with_more);
  }
  add_sum(c, identity, total, parts);
}

/// Below a paragraph that ends in a colon each item is a paragraph of its own and begins with its amount:
/// another amount there is an item that the list of parts does not know.
bool has_other_items(const Case& c, const std::vector<Term>& parts) {
  constexpr std::size_t most_looked_at = 64;
  const auto& facts = c.disclosure.facts;
  FactIndex last = 0;
  for (const Term& part : parts)
    last = std::max(last, part.fact);
  std::int32_t block = none;
  for (FactIndex at = parts.front().fact; at <= last && at < facts.size(); ++at) {
    if (at - parts.front().fact > most_looked_at) return true;
    const Fact& fact = facts[at];
    if (fact.source.block == block || fact.source.table != none) continue;
    block = fact.source.block;
    if (std::none_of(parts.begin(), parts.end(), [&](const Term& part) { return part.fact == at; }))
      return true;
  }
  return false;
}

void relate_sum(Case& c, const Identity& identity, const PartialLists& partial) {
  for (const FactIndex total : c.figures.of(identity.concepts[0])) {
    const Fact& fact = c.fact(total);
    if (fact.measure != identity.measure || partial.follow(fact)) continue;
    PartGatherer gatherer(c, identity, total);
    for (const PartList& list : identity.lists) {
      for (const Reach reach : {Reach::sentence, Reach::column, Reach::block, Reach::list}) {
        if (!gatherer.gather(list, reach)) continue;
        if (reach == Reach::list && has_other_items(c, gatherer.parts())) break;
        add_best_reading(c, identity, list, total, reach, gatherer);
        break;
      }
    }
  }
}

/// Printed above 0 in the body's own year: the two sides may then differ by right.
bool is_printed(const Case& c, ConceptId concept_id) {
  const auto all = c.figures.of(concept_id);
  return std::any_of(all.begin(), all.end(), [&](FactIndex fact) { return !c.fact(fact).value.is_zero(); });
}

/// Agencies and nothing else, as the table of units says: 行政, 参公.
bool is_single_agency(const Case& c) {
  const auto& units = c.disclosure.organisation;
  return !units.empty() && std::all_of(units.begin(), units.end(), [](const OrganisationUnit& unit) {
    return unit.nature.find("行政") != std::string::npos || unit.nature.find("参") != std::string::npos;
  });
}

void relate_pair(Case& c, const Identity& identity, std::size_t i, FactIndex left, FactIndex right) {
  const Term part{left, false};
  Relation& relation =
      c.relations.add(identity.rule, RelationKind::sum, {&part, 1}, right, c.worst(identity.rule), "equal");
  relation.about = identity.concepts[i];
  c.relations.note_of(relation).values.emplace_back("other", c.named(identity.equals[i]));
}

/// The left figure against the nearest on the right. Other printings of that figure confirm it too; those
/// that differ are equal.restated's affair.
void relate_left(Case& c, const Identity& identity, std::size_t i, FactIndex left, bool may_differ) {
  constexpr std::size_t most_printings = 64;
  Respect respect = c.figures.respect_of(left);
  respect.any_scope = identity.across_scopes;
  const std::int32_t nearest = c.figures.nearest(left, identity.equals[i], respect, Reach::document);
  if (nearest == none) return;
  const Interval& range = c.figures[static_cast<FactIndex>(nearest)].range;
  if (may_differ && !range.meets(c.figures[left].range)) return;
  const auto printings = c.figures.of(identity.equals[i]);
  for (const FactIndex right : printings.first(std::min(printings.size(), most_printings))) {
    if (c.figures.answers(right, respect) && c.figures[right].range.meets(range))
      relate_pair(c, identity, i, left, right);
  }
}

void relate_equal(Case& c, const Identity& identity) {
  const bool may_differ = (identity.single_agency && !is_single_agency(c)) ||
                          std::any_of(identity.unless_printed.begin(), identity.unless_printed.end(),
                                      [&](ConceptId concept_id) { return is_printed(c, concept_id); }) ||
                          (!identity.unless_printed.empty() && c.disclosure.kind == DisclosureKind::final);
  for (std::size_t i = 0; i < identity.concepts.size(); ++i) {
    for (const FactIndex left : c.figures.of(identity.concepts[i])) {
      if (c.fact(left).measure == identity.measure) relate_left(c, identity, i, left, may_differ);
    }
  }
}

}  // namespace

void relate_identities(Case& c) {
  const PartialLists partial(c);
  for (const Identity& identity : c.book.identities) {
    if (identity.kind == IdentityKind::sum) relate_sum(c, identity, partial);
    if (identity.kind == IdentityKind::equal) relate_equal(c, identity);
  }
}

}  // namespace mingzhang
