// Everything about one figure. Tested in tests/unit/views/evidence_test.cpp.
#include "text/sorting.h"
#include "views/select.h"
#include "views/view_models.h"

namespace mingzhang {
namespace {

/// Both facts state the same thing, whatever they say of it.
bool same_thing(const Fact& a, const Fact& b) {
  return a.concept_id == b.concept_id && a.subject == b.subject && a.scope == b.scope && a.part == b.part &&
         a.stage == b.stage && a.measure == b.measure && a.of == b.of && a.level == b.level &&
         a.period == b.period && a.project == b.project;
}

}  // namespace

Evidence evidence_for(const Analysis& analysis, FactIndex fact) {
  Evidence evidence;
  evidence.fact = fact;
  const std::vector<Fact>& facts = analysis.disclosure.facts;
  for (FactIndex i = 0; i < facts.size(); ++i) {
    if (i != fact && same_thing(facts[i], facts[fact])) evidence.also_at.push_back(i);
  }
  const std::vector<Finding>& findings = analysis.findings.all;
  for (FindingIndex i = 0; i < findings.size(); ++i) {
    if (uses(findings[i], fact)) evidence.findings.push_back(i);
  }
  sort_stably(evidence.findings, [&](FindingIndex a, FindingIndex b) {
    return gravity_rank(findings[a]) < gravity_rank(findings[b]);
  });
  if (fact < analysis.findings.protection.size()) {
    evidence.guarded = analysis.findings.protection[fact].guarded;
    evidence.noticed_from = analysis.findings.protection[fact].noticed_from;
  }
  return evidence;
}

}  // namespace mingzhang
