// What the findings come to: contradictions, things to explain and remarks apart, and never one sum of the
// three. Tested in tests/unit/views/verdict_test.cpp.
#include "text/sorting.h"
#include "views/view_models.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace mingzhang {
namespace {

std::uint32_t place_of(const Finding& finding) {
  std::uint32_t first = UINT32_MAX;
  for (const Source& source : finding.sources)
    first = std::min(first, source.span.start);
  return first;
}

bool names_likely_repair(const Finding& finding) {
  return std::any_of(finding.repair.begin(), finding.repair.end(),
                     [](const Repair& repair) { return repair.likely; });
}

/// Orders by place; findings of one cause stand where the first of them stands in the document.
class Order {
 public:
  explicit Order(const Findings& findings)
      : findings_(findings),
        group_place_(static_cast<std::size_t>(std::max(findings.groups, 0)), UINT32_MAX) {
    for (const Finding& finding : findings.all) {
      if (finding.status != Status::fails || !grouped(finding)) continue;
      std::uint32_t& place = group_place_[static_cast<std::size_t>(finding.group)];
      place = std::min(place, place_of(finding));
    }
  }

  bool operator()(FindingIndex a, FindingIndex b) const { return key(a) < key(b); }

 private:
  bool grouped(const Finding& finding) const {
    return finding.group >= 0 && static_cast<std::size_t>(finding.group) < group_place_.size();
  }

  std::tuple<std::uint32_t, std::int32_t, bool, std::uint32_t, FindingIndex> key(FindingIndex index) const {
    const Finding& finding = findings_.all[index];
    const std::uint32_t own = place_of(finding);
    const bool together = finding.status == Status::fails && grouped(finding);
    const std::uint32_t place = together ? group_place_[static_cast<std::size_t>(finding.group)] : own;
    return {place, together ? finding.group : none, !names_likely_repair(finding), own, index};
  }

  const Findings& findings_;
  std::vector<std::uint32_t> group_place_;
};

std::vector<FindingIndex>& list_for(Verdict& verdict, const Finding& finding) {
  if (finding.status == Status::holds) return verdict.holding;
  if (finding.status == Status::unknown) return verdict.not_checkable;
  if (finding.severity == Severity::error) return verdict.contradictions;
  if (finding.severity == Severity::warning) return verdict.to_explain;
  return verdict.remarks;
}

}  // namespace

Verdict verdict_of(const Analysis& analysis) {
  Verdict verdict;
  const std::vector<Finding>& all = analysis.findings.all;
  for (FindingIndex i = 0; i < all.size(); ++i)
    list_for(verdict, all[i]).push_back(i);
  const Order order(analysis.findings);
  for (auto* list : {&verdict.contradictions, &verdict.to_explain, &verdict.remarks, &verdict.holding,
                     &verdict.not_checkable}) {
    sort_stably(*list, order);
  }
  return verdict;
}

}  // namespace mingzhang
