// Projects and duty activities: their lists add up to project expenditure, a project's funds to its budget,
// and what stands in both lists under one name has one amount. Names are matched after dropping words that do
// not tell them apart (rules.json, name_affixes), and only where the match is the only one.
//
// Tests: tests/unit/checks/activities_projects_test.cpp.
#include "checks/case.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

/// The name without generic words at its ends; the name itself where nothing would be left.
std::string_view core_of(std::string_view name, const std::vector<std::string>& affixes) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string& affix : affixes) {
      if (name.size() <= affix.size() + 3) continue;
      if (name.substr(0, affix.size()) == affix) {
        name.remove_prefix(affix.size());
        again = true;
      } else if (name.substr(name.size() - affix.size()) == affix) {
        name.remove_suffix(affix.size());
        again = true;
      }
    }
  }
  return name;
}

struct Name {
  std::string words;
  std::string_view core;
};

template <class Items>
std::vector<Name> names_of(const Items& items, const std::vector<std::string>& affixes) {
  std::vector<Name> names(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    names[i].words = folded(items[i].name);
    names[i].core = core_of(names[i].words, affixes);
  }
  return names;
}

/// For each activity the one project of its name: by the whole name first, then by what is left of it, each
/// only where both sides have it once.
std::vector<std::int32_t> matches(const std::vector<Name>& activities, const std::vector<Name>& projects) {
  std::vector<std::int32_t> project_of(activities.size(), none);
  std::vector<bool> taken(projects.size(), false);
  constexpr std::size_t most_compared = 256;
  if (activities.size() > most_compared || projects.size() > most_compared) return project_of;
  for (const bool whole : {true, false}) {
    const auto same = [&](const Name& a, const Name& b) {
      return whole ? a.words == b.words : a.core == b.core;
    };
    for (std::size_t i = 0; i < activities.size(); ++i) {
      if (project_of[i] != none) continue;
      const auto twins = std::count_if(activities.begin(), activities.end(),
                                       [&](const Name& other) { return same(other, activities[i]); });
      std::int32_t found = none;
      int count = 0;
      for (std::size_t k = 0; k < projects.size(); ++k) {
        if (taken[k] || !same(activities[i], projects[k])) continue;
        found = static_cast<std::int32_t>(k);
        ++count;
      }
      if (count != 1 || twins != 1) continue;
      project_of[i] = found;
      taken[static_cast<std::size_t>(found)] = true;
    }
  }
  return project_of;
}

/// 项目支出 of the whole department for the disclosure's year.
std::int32_t project_expenditure(const Case& c) {
  for (const FactIndex fact : c.figures.of(c.book.known.project_expenditure)) {
    const Fact& f = c.fact(fact);
    if (f.measure == Measure::amount && f.scope == Scope::all && f.part == Part::total && f.subject.empty() &&
        f.period == c.disclosure.year && (f.stage == Stage::unstated || f.stage == Stage::final)) {
      return static_cast<std::int32_t>(fact);
    }
  }
  return none;
}

void relate_lists(Case& c) {
  const std::int32_t whole = project_expenditure(c);
  if (whole == none) return;
  std::vector<Term> projects;
  bool complete = true;
  for (const Project& project : c.disclosure.projects) {
    if (project.budget == none) complete = false;
    if (project.budget != none) projects.push_back({static_cast<FactIndex>(project.budget), false});
  }
  if (complete && projects.size() > 1) {
    Relation& relation = c.relations.add(c.book.index(Evaluator::sum_projects), RelationKind::sum, projects,
                                         static_cast<FactIndex>(whole), Severity::error, "sum.projects");
    relation.about = c.book.known.project_expenditure;
    relation.may_be_partial = true;
  }
  std::vector<Term> activities;
  std::string blank;
  std::vector<Source> blank_places;
  for (const Activity& activity : c.disclosure.activities) {
    if (activity.budget != none) {
      activities.push_back({static_cast<FactIndex>(activity.budget), false});
    } else {
      blank += (blank.empty() ? "" : "\n") + activity.name;
      blank_places.push_back(activity.name_source);
    }
  }
  if (activities.size() < 2) return;
  Relation& relation = c.relations.add(c.book.index(Evaluator::sum_activities), RelationKind::sum, activities,
                                       static_cast<FactIndex>(whole), Severity::warning,
                                       blank.empty() ? "activities" : "activities.blank");
  relation.about = c.book.known.project_expenditure;
  relation.loose = true;
  if (blank.empty()) return;
  RelationNote& note = c.relations.note_of(relation);
  note.sources = std::move(blank_places);
  note.values.emplace_back("blank", std::move(blank));
}

void relate_funding(Case& c) {
  const RuleIndex rule = c.book.index(Evaluator::sum_project_funding);
  for (const Project& project : c.disclosure.projects) {
    if (project.budget == none || project.funding.empty()) continue;
    std::vector<Term> parts;
    for (const FactIndex fund : project.funding)
      parts.push_back({fund, false});
    Relation& relation = c.relations.add(rule, RelationKind::sum, parts,
                                         static_cast<FactIndex>(project.budget), Severity::error, "funding");
    relation.about = c.book.known.project_budget;
    c.relations.note_of(relation).values.emplace_back("subject", project.name);
  }
}

void relate_matches(Case& c) {
  const RuleIndex rule = c.book.index(Evaluator::equal_activity_project);
  for (std::size_t i = 0; i < c.disclosure.activities.size(); ++i) {
    const Activity& activity = c.disclosure.activities[i];
    if (c.project_of_activity[i] == none || activity.budget == none) continue;
    const Project& project = c.disclosure.projects[static_cast<std::size_t>(c.project_of_activity[i])];
    if (project.budget == none) continue;
    const Term part{static_cast<FactIndex>(activity.budget), false};
    Relation& relation = c.relations.add(rule, RelationKind::sum, {&part, 1},
                                         static_cast<FactIndex>(project.budget), Severity::error, "same");
    relation.about = c.book.known.activity_budget;
    RelationNote& note = c.relations.note_of(relation);
    note.values.emplace_back("activity", activity.name);
    note.values.emplace_back("project", project.name);
    note.sources = {activity.name_source, project.name_source};
  }
}

void report_alone(Case& c, const char* message, const std::string& name, const Source& source,
                  std::int32_t budget) {
  Finding& finding = c.report(Evaluator::missing_subject, Status::fails, Severity::warning, message);
  finding.sources.push_back(source);
  finding.values.emplace_back("name", name);
  if (budget == none) return;
  const Fact& fact = c.fact(static_cast<FactIndex>(budget));
  c.rest_on(finding, static_cast<FactIndex>(budget));
  finding.stated = printed(fact.value);
  finding.unit = fact.unit;
  finding.formula = finding.stated;
}

}  // namespace

void relate_activities_projects(Case& c) {
  const auto& affixes = c.book.name_affixes;
  c.project_of_activity =
      matches(names_of(c.disclosure.activities, affixes), names_of(c.disclosure.projects, affixes));
  relate_lists(c);
  relate_funding(c);
  relate_matches(c);
}

void check_activities_projects(Case& c) {
  const auto& activities = c.disclosure.activities;
  const auto& projects = c.disclosure.projects;
  for (std::size_t i = 0; i < activities.size(); ++i) {
    if (activities[i].budget != none) continue;
    Finding& finding =
        c.report(Evaluator::missing_amount, Status::fails, Severity::warning, "missing.amount.activity");
    finding.sources = {activities[i].name_source};
    finding.values.emplace_back("name", activities[i].name);
  }
  for (const Project& project : projects) {
    if (project.budget != none) continue;
    Finding& finding =
        c.report(Evaluator::missing_amount, Status::fails, Severity::warning, "missing.amount.project");
    finding.sources = {project.name_source};
    finding.values.emplace_back("name", project.name);
  }
  if (activities.empty() || projects.empty()) return;
  std::vector<bool> has_activity(projects.size(), false);
  for (const std::int32_t project : c.project_of_activity) {
    if (project != none) has_activity[static_cast<std::size_t>(project)] = true;
  }
  for (std::size_t i = 0; i < projects.size(); ++i) {
    if (has_activity[i]) continue;
    report_alone(c,
                 projects[i].budget == none ? "missing.subject.activity.blank" : "missing.subject.activity",
                 projects[i].name, projects[i].name_source, projects[i].budget);
  }
  for (std::size_t i = 0; i < activities.size(); ++i) {
    if (c.project_of_activity[i] != none) continue;
    report_alone(c,
                 activities[i].budget == none ? "missing.subject.project.blank" : "missing.subject.project",
                 activities[i].name, activities[i].name_source, activities[i].budget);
  }
}

}  // namespace mingzhang
