// See source_places.h.
#include "app/source_places.h"

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

}  // namespace

std::vector<SourcePlace> source_places(const Analysis& analysis, const std::vector<Mark>& marks) {
  std::vector<SourcePlace> places;
  places.reserve(marks.size());
  for (const Mark& mark : marks)
    places.push_back({mark.span, mark.fact, mark.worst_finding, true});
  const std::vector<Finding>& findings = analysis.findings.all;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].status != Status::fails) continue;
    for (const Source& source : findings[i].sources) {
      if (source.span.empty() || holds_a_figure(marks, source.span)) continue;
      places.push_back({source.span, none, static_cast<std::int32_t>(i), false});
    }
  }
  std::stable_sort(places.begin(), places.end(), by_place);
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
