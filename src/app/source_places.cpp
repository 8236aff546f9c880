// See source_places.h.
#include "app/source_places.h"

#include "text/sorting.h"

#include <algorithm>

namespace mingzhang {
namespace {

int gravity(const Finding& finding) {
  return finding.severity == Severity::error ? 0 : finding.severity == Severity::warning ? 1 : 2;
}

bool by_place(const SourcePlace& a, const SourcePlace& b) {
  return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end < b.span.end;
}

bool holds_a_figure(const std::vector<Mark>& marks, Span span) {
  const auto after = std::upper_bound(marks.begin(), marks.end(), span.start,
                                      [](std::uint32_t at, const Mark& mark) { return at < mark.span.end; });
  return after != marks.end() && after->span.start < span.end;
}

void keep_graver(const std::vector<Finding>& findings, std::size_t candidate, std::int32_t& finding) {
  const bool graver =
      finding == none || gravity(findings[candidate]) < gravity(findings[static_cast<std::size_t>(finding)]);
  if (graver) finding = static_cast<std::int32_t>(candidate);
}

/// The figures that a failing finding doubts; the others of its formula stay as they are.
void note_doubts(const Analysis& analysis, std::vector<SourcePlace>& places) {
  const std::vector<Finding>& findings = analysis.findings.all;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].status != Status::fails) continue;
    for (const FactIndex fact : findings[i].facts) {
      if (!doubts(findings[i], fact)) continue;
      const Span span = analysis.disclosure.facts[fact].source.span;
      const auto place =
          std::upper_bound(places.begin(), places.end(), span.start,
                           [](std::uint32_t at, const SourcePlace& each) { return at < each.span.end; });
      if (place != places.end() && place->span.start < span.end) keep_graver(findings, i, place->finding);
    }
  }
}

}  // namespace

bool doubts(const Finding& finding, FactIndex fact) {
  if (std::find(finding.facts.begin(), finding.facts.end(), fact) == finding.facts.end()) return false;
  bool another = false;
  for (const Repair& repair : finding.repair) {
    if (!repair.likely) continue;
    if (repair.fact == fact) return true;
    another = true;
  }
  return !another;
}

std::vector<SourcePlace> source_places(const Analysis& analysis, const std::vector<Mark>& marks) {
  std::vector<SourcePlace> places;
  places.reserve(marks.size());
  for (const Mark& mark : marks)
    places.push_back({mark.span, mark.fact, none, true});
  note_doubts(analysis, places);
  const std::vector<Finding>& findings = analysis.findings.all;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].status != Status::fails) continue;
    for (const Source& source : findings[i].sources) {
      if (source.span.empty() || holds_a_figure(marks, source.span)) continue;
      places.push_back({source.span, none, static_cast<std::int32_t>(i), false});
    }
  }
  sort_stably(places, by_place);
  std::vector<SourcePlace> kept;
  for (const SourcePlace& place : places) {
    if (kept.empty() || place.span.start >= kept.back().span.end) {
      kept.push_back(place);
      continue;
    }
    // The same words for several findings: the gravest one stays.
    SourcePlace& last = kept.back();
    if (place.finding == none) continue;
    const bool graver = last.finding == none || gravity(findings[static_cast<std::size_t>(place.finding)]) <
                                                    gravity(findings[static_cast<std::size_t>(last.finding)]);
    if (graver) last.finding = place.finding;
  }
  return kept;
}

}  // namespace mingzhang
