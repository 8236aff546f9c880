// See trial.h.
#include "app/trial.h"

#include <algorithm>

namespace mingzhang {
namespace {

bool same_relation(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.facts == b.facts && a.sources.size() == b.sources.size();
}

}  // namespace

std::vector<TrialOutcome> try_value(const Analysis& analysis, const Knowledge& knowledge, FactIndex fact,
                                    const Decimal& value) {
  std::vector<TrialOutcome> out;
  Disclosure tried = analysis.disclosure;
  tried.facts[fact].value = value;
  const Findings findings = check(analysis.document, tried, knowledge.vocabulary, knowledge.rules);
  for (const Finding& now : findings.all) {
    const auto before = std::find_if(analysis.findings.all.begin(), analysis.findings.all.end(),
                                     [&](const Finding& finding) { return same_relation(finding, now); });
    const bool failed = before != analysis.findings.all.end() && before->status == Status::fails;
    const bool fails = now.status == Status::fails;
    const bool known = before != analysis.findings.all.end();
    // A relation that appears only now speaks up only where it fails.
    if (fails == failed || (!known && !fails)) continue;
    out.push_back({now, fails});
  }
  return out;
}

}  // namespace mingzhang
