#include "disclosure/join.h"

#include "disclosure/order.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace mingzhang {

namespace {

/// Moves everything of one disclosure behind what is already joined.
class Mover {
 public:
  Mover(Disclosure& into, const JoinOffset& offset, std::size_t vocabulary_concepts)
      : into_(into),
        offset_(offset),
        facts_(static_cast<FactIndex>(into.facts.size())),
        projects_(static_cast<std::int32_t>(into.projects.size())),
        indicators_(static_cast<std::int32_t>(into.indicators.size())),
        known_(vocabulary_concepts) {}

  void move(Disclosure& from) {
    take_own_concepts(from);
    for (Fact& fact : from.facts)
      move(fact);
    for (Source& source : from.unplaced)
      move(source);
    for (Statement& statement : from.statements) {
      move(statement.concept_id);
      move_fact(statement.fact);
      move(statement.source);
    }
    for (ChangeExplanation& explanation : from.explanations) {
      explanation.whole += facts_;
      move(explanation.parts);
      move(explanation.source);
    }
    for (Project& project : from.projects)
      move(project);
    for (Activity& activity : from.activities)
      move(activity);
    for (Indicator& indicator : from.indicators) {
      move_project(indicator.project);
      move_fact(indicator.fact);
      move(indicator.name_source);
      move(indicator.target);
    }
    for (std::vector<Entry>* list : {&from.duties, &from.goals, &from.safeguards}) {
      for (Entry& entry : *list)
        move(entry.source);
    }
    for (GlossaryEntry& entry : from.glossary)
      move(entry.source);
    for (OrganisationUnit& unit : from.organisation)
      move(unit.source);
    append(from);
  }

 private:
  void take_own_concepts(const Disclosure& from) {
    for (const Concept& own : from.own_concepts) {
      const auto same = std::find_if(into_.own_concepts.begin(), into_.own_concepts.end(),
                                     [&](const Concept& known) { return known.id == own.id; });
      own_ids_.push_back(
          static_cast<ConceptId>(known_ + static_cast<std::size_t>(same - into_.own_concepts.begin())));
      if (same == into_.own_concepts.end()) into_.own_concepts.push_back(own);
    }
  }

  void move(ConceptId& id) const {
    if (id == no_concept || static_cast<std::size_t>(id) < known_) return;
    id = own_ids_[static_cast<std::size_t>(id) - known_];
  }
  void move_fact(std::int32_t& index) const {
    if (index != none) index += static_cast<std::int32_t>(facts_);
  }
  void move_project(std::int32_t& index) const {
    if (index != none) index += projects_;
  }
  void move(std::vector<FactIndex>& indices) const {
    for (FactIndex& index : indices)
      index += facts_;
  }
  /// An empty span says that there is none.
  void move(Span& span) const {
    if (!span.empty()) span = offset_.moved(span);
  }
  void move(Source& source) const {
    source.span = offset_.moved(source.span);
    if (source.block != none) source.block += offset_.block;
    if (source.section != none) source.section += offset_.section;
    if (source.table != none) source.table += offset_.table;
  }
  void move(Fact& fact) const {
    move(fact.concept_id);
    move(fact.of);
    move_project(fact.project);
    fact.context = offset_.moved(fact.context);
    move(fact.source);
  }
  void move(Project& project) const {
    move(project.name_source);
    move_fact(project.budget);
    move(project.funding);
    move(project.goal);
    move(project.form);
    project.first_indicator += indicators_;
  }
  void move(Activity& activity) const {
    move(activity.name_source);
    move_fact(activity.budget);
    move(activity.budget_cell);
    move(activity.description);
    move(activity.goal);
    move(activity.indicator_source);
    for (Source& cell : activity.grade_cells)
      move(cell);
    for (std::int32_t& grade : activity.grades)
      move_fact(grade);
  }

  template <class Thing>
  static void append(std::vector<Thing>& into, std::vector<Thing>& from) {
    into.insert(into.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }
  void append(Disclosure& from) {
    append(into_.facts, from.facts);
    append(into_.unplaced, from.unplaced);
    append(into_.statements, from.statements);
    append(into_.explanations, from.explanations);
    append(into_.projects, from.projects);
    append(into_.activities, from.activities);
    append(into_.indicators, from.indicators);
    append(into_.duties, from.duties);
    append(into_.goals, from.goals);
    append(into_.safeguards, from.safeguards);
    append(into_.glossary, from.glossary);
    append(into_.organisation, from.organisation);
  }

  Disclosure& into_;
  JoinOffset offset_;
  FactIndex facts_;
  std::int32_t projects_;
  std::int32_t indicators_;
  std::size_t known_;
  std::vector<ConceptId> own_ids_;
};

/// Figures of a file that names no year are of the year of the others.
void give_year(Disclosure& disclosure, std::int16_t year, DisclosureKind kind) {
  if (disclosure.year != 0 || year == 0) return;
  disclosure.year = year;
  for (Fact& fact : disclosure.facts) {
    if (fact.period == 0) fact.period = year;
    const bool staged = fact.measure == Measure::amount || fact.measure == Measure::change;
    if (kind == DisclosureKind::final && staged && fact.stage == Stage::unstated) fact.stage = Stage::final;
  }
}

/// Without what bodies leave out of their short names, and with their usual abbreviations.
std::string short_name(std::string_view entity) {
  constexpr std::pair<std::string_view, std::string_view> shorter[] = {{"中国共产党", ""},
                                                                       {"中共", ""},
                                                                       {"中华人民共和国", ""},
                                                                       {"人民代表大会", "人大"},
                                                                       {"人民政治协商会议", "政协"},
                                                                       {"中国政协", "政协"},
                                                                       {"委员会", "委"},
                                                                       {"常务", "常"},
                                                                       {"人民政府", "政府"},
                                                                       {"本级", ""},
                                                                       {"部门", ""},
                                                                       {"省", ""},
                                                                       {"市", ""},
                                                                       {"自治区", ""},
                                                                       {"与", "和"}};
  std::string name(entity);
  for (const auto& [full, brief] : shorter) {
    for (std::size_t at = name.find(full); at != std::string::npos; at = name.find(full, at + brief.size()))
      name.replace(at, full.size(), brief);
  }
  return name;
}

/// Every character of `part` stands in `whole`, in the same order.
bool is_contained(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (std::size_t from = 0; from < part.size();) {
    const CodePoint point = decode_utf8(part, from);
    at = whole.find(part.substr(from, point.size), at);
    if (at == std::string_view::npos) return false;
    at += point.size;
    from += point.size;
  }
  return true;
}

}  // namespace

bool same_body(const Disclosure& a, const Disclosure& b) {
  if (a.entity.empty() || b.entity.empty() || a.entity == b.entity) return true;
  std::string one = short_name(a.entity);
  std::string other = short_name(b.entity);
  if (one.size() > other.size()) std::swap(one, other);
  // A name of three characters and more than half of the other one says which body it is.
  constexpr std::size_t shortest = 9;
  return one.size() >= shortest && 5 * one.size() >= 3 * other.size() && is_contained(one, other);
}

Disclosure join_disclosures(std::vector<Disclosure> disclosures, const std::vector<JoinOffset>& offsets,
                            const Vocabulary& vocabulary) {
  Disclosure whole;
  const auto dated =
      std::find_if(disclosures.begin(), disclosures.end(), [](const Disclosure& d) { return d.year != 0; });
  if (dated != disclosures.end()) {
    whole.year = dated->year;
    whole.kind = dated->kind;
  }
  for (std::size_t index = 0; index < disclosures.size() && index < offsets.size(); ++index) {
    Disclosure& from = disclosures[index];
    give_year(from, whole.year, whole.kind);
    if (whole.entity.empty() && !from.entity.empty()) {
      whole.entity = from.entity;
      whole.entity_source = from.entity_source;
      whole.entity_source.span = offsets[index].moved(from.entity_source.span);
    }
    whole.recognised = whole.recognised || from.recognised;
    Mover(whole, offsets[index], vocabulary.concepts().size()).move(from);
  }
  return whole;
}

}  // namespace mingzhang
