// See protection_view.h.
#include "views/protection_view.h"

#include "views/select.h"

namespace mingzhang {

std::vector<GuardedFigure> guarded_figures(const Analysis& analysis) {
  std::vector<GuardedFigure> figures(analysis.disclosure.facts.size());
  const std::vector<Protection>& protection = analysis.findings.protection;
  for (FactIndex i = 0; i < figures.size(); ++i) {
    figures[i].fact = i;
    if (i >= protection.size()) continue;
    figures[i].guarded = protection[i].guarded;
    figures[i].noticed_from = protection[i].noticed_from;
  }
  for (const Finding& finding : analysis.findings.all) {
    for (const FactIndex fact : finding.facts) {
      if (fact >= figures.size()) continue;
      if (finding.status == Status::holds) ++figures[fact].holding;
      if (finding.status != Status::fails) continue;
      ++figures[fact].failing;
      const bool contradicts = finding.severity == Severity::error && blames(finding, fact);
      figures[fact].contradicted = figures[fact].contradicted || contradicts;
    }
  }
  return figures;
}

ProtectionSummary summary_of(const std::vector<GuardedFigure>& figures) {
  ProtectionSummary summary;
  summary.figures = static_cast<std::uint32_t>(figures.size());
  for (const GuardedFigure& figure : figures) {
    if (!figure.guarded) continue;
    ++summary.guarded;
    if (figure.holding + figure.failing > 1) ++summary.twice;
  }
  return summary;
}

std::vector<RuleResult> rule_results(const Analysis& analysis, std::size_t rules) {
  std::vector<RuleResult> results(rules);
  for (const Finding& finding : analysis.findings.all) {
    if (finding.rule >= results.size()) continue;
    RuleResult& result = results[finding.rule];
    ++(finding.status == Status::holds   ? result.holds
       : finding.status == Status::fails ? result.fails
                                         : result.unknown);
  }
  return results;
}

}  // namespace mingzhang
