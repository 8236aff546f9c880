// Performance indicators: does the unit fit, can the target be missed, is there one at all, does one stand
// twice (indicator.*). Ladders of grades are in ladders.cpp.
//
// Tests: tests/unit/checks/indicators_test.cpp.
#include "checks/case.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

bool ends_with_any(std::string_view name, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& e) { return name.ends_with(e); });
}

bool begins_with_any(std::string_view name, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](const std::string& b) { return name.starts_with(b); });
}

/// "≧1次" as printed, folded.
std::string target_words(const Case& c, const Indicator& indicator) {
  return folded(c.document.words(indicator.target.span));
}

/// What is well with an indicator is no news: only what is not is reported.
Finding& report_indicator(Case& c, Evaluator evaluator, Severity severity, const char* message,
                          const Indicator& indicator) {
  Finding& finding = c.report(evaluator, Status::fails, severity, message);
  if (indicator.fact != none) {
    finding.facts.push_back(static_cast<FactIndex>(indicator.fact));
    finding.unit = c.fact(static_cast<FactIndex>(indicator.fact)).unit;
  }
  finding.sources.push_back(indicator.name_source);
  if (!indicator.target.span.empty()) finding.sources.push_back(indicator.target);
  finding.values.emplace_back("name", indicator.name);
  return finding;
}

/// A rate is counted in %, and a result such as 提升… is not counted in times.
void check_unit(Case& c, const Indicator& indicator) {
  if (indicator.fact == none) return;
  const Fact& target = c.fact(static_cast<FactIndex>(indicator.fact));
  const bool rate = ends_with_any(indicator.name, c.book.rate_endings);
  const bool result = !rate && begins_with_any(indicator.name, c.book.result_beginnings);
  const UnitKind kind = kind_of(target.unit);
  const bool counted_in_times = target.unit == Unit::time;
  const bool misfit = (rate && kind == UnitKind::count) || (result && counted_in_times);
  if (!misfit) return;
  Finding& finding = report_indicator(c, Evaluator::indicator_unit, Severity::warning,
                                      rate ? "indicator.unit.rate" : "indicator.unit.result", indicator);
  finding.formula = indicator.name + " " + target_words(c, indicator);
  finding.stated = target.value.to_string();
}

/// ≥ 100 % of a rate can be met and missed, but leaves no room for a shortfall; worth knowing.
void check_reach(Case& c, const Indicator& indicator) {
  if (indicator.fact == none) return;
  const Fact& target = c.fact(static_cast<FactIndex>(indicator.fact));
  if (target.unit != Unit::percent) return;
  const Decimal hundred(100, 0);
  const bool at_least = target.comparator == Comparator::at_least;
  const bool no_shortfall = at_least && target.value == hundred;
  const bool beyond = (at_least && target.value > hundred) ||
                      (target.comparator == Comparator::greater && target.value >= hundred);
  const bool never_missed = at_least && target.value.coefficient() <= 0;
  const bool rate = ends_with_any(indicator.name, c.book.rate_endings);
  if (!no_shortfall && !never_missed && !(beyond && rate)) return;
  Finding& finding = report_indicator(c, Evaluator::indicator_unreachable, Severity::notice,
                                      no_shortfall   ? "indicator.unreachable.shortfall"
                                      : never_missed ? "indicator.unreachable.never"
                                                     : "indicator.unreachable.beyond",
                                      indicator);
  finding.formula = indicator.name + " " + target_words(c, indicator);
  finding.stated = target.value.to_string();
}

void check_target(Case& c, const Indicator& indicator) {
  if (!indicator.target.span.empty()) return;
  report_indicator(c, Evaluator::indicator_empty_target, Severity::warning, "indicator.empty_target",
                   indicator);
}

/// Within one project, in the order of the form: each indicator against those after it.
void check_duplicates(Case& c, const Project& project) {
  const auto& all = c.disclosure.indicators;
  const std::size_t first = static_cast<std::size_t>(project.first_indicator);
  const std::size_t last = std::min(first + static_cast<std::size_t>(project.indicators), all.size());
  constexpr std::size_t most_compared = 200;
  if (last - first > most_compared) return;
  for (std::size_t i = first; i < last; ++i) {
    if (all[i].name.empty() || all[i].target.span.empty()) continue;
    for (std::size_t k = i + 1; k < last; ++k) {
      if (all[k].name != all[i].name || target_words(c, all[k]) != target_words(c, all[i])) continue;
      Finding& finding = report_indicator(c, Evaluator::indicator_duplicate, Severity::notice,
                                          "indicator.duplicate", all[i]);
      finding.sources.push_back(all[k].name_source);
      finding.sources.push_back(all[k].target);
      if (all[k].fact != none) finding.facts.push_back(static_cast<FactIndex>(all[k].fact));
      finding.formula = all[i].name + " " + target_words(c, all[i]);
      finding.values.emplace_back("project", project.name);
      break;
    }
  }
}

}  // namespace

void check_indicators(Case& c) {
  for (const Indicator& indicator : c.disclosure.indicators) {
    check_target(c, indicator);
    check_unit(c, indicator);
    check_reach(c, indicator);
  }
  for (const Project& project : c.disclosure.projects)
    check_duplicates(c, project);
}

}  // namespace mingzhang
