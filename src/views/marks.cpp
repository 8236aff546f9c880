// Every figure of the text with what the checks say of it. Tested in tests/unit/views/marks_test.cpp.
#include "text/sorting.h"
#include "views/select.h"
#include "views/view_models.h"

namespace mingzhang {
namespace {

void keep_graver(const std::vector<Finding>& findings, std::int32_t candidate, std::int32_t& worst) {
  const auto rank = [&](std::int32_t index) {
    return gravity_rank(findings[static_cast<std::size_t>(index)]);
  };
  if (worst == none || rank(candidate) < rank(worst)) worst = candidate;
}

bool by_place(const Mark& a, const Mark& b) {
  return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
}

void keep_one_at_each_place(std::vector<Mark>& marks, const std::vector<Finding>& findings) {
  std::vector<Mark> kept;
  kept.reserve(marks.size());
  for (const Mark& mark : marks) {
    if (kept.empty() || mark.span.start >= kept.back().span.end) {
      kept.push_back(mark);
    } else if (mark.worst_finding != none) {
      keep_graver(findings, mark.worst_finding, kept.back().worst_finding);
    }
  }
  marks = std::move(kept);
}

}  // namespace

std::vector<Mark> source_marks(const Analysis& analysis) {
  const Disclosure& disclosure = analysis.disclosure;
  const std::vector<Finding>& findings = analysis.findings.all;
  std::vector<Mark> marks;
  marks.reserve(disclosure.facts.size() + disclosure.unplaced.size());
  for (std::size_t i = 0; i < disclosure.facts.size(); ++i) {
    marks.push_back({disclosure.facts[i].source.span, static_cast<std::int32_t>(i), none});
  }
  for (const Source& source : disclosure.unplaced)
    marks.push_back({source.span, none, none});

  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].status != Status::fails) continue;
    for (const FactIndex fact : findings[i].facts) {
      keep_graver(findings, static_cast<std::int32_t>(i), marks[fact].worst_finding);
    }
  }
  sort_stably(marks, by_place);
  keep_one_at_each_place(marks, findings);
  return marks;
}

}  // namespace mingzhang
