// On the bundled sample, whose figures and contradictions are known: what a changed figure does to the
// checks.
#include "views/what_if.h"

#include "assets/assets.h"
#include "made.h"

#include <algorithm>

using namespace mingzhang;

namespace {

Analysis sample() {
  const std::string_view text = asset("samples/linhe-npc-2021-budget.txt");
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto read = analyse({bytes, text.size()}, "sample", knowledge());
  REQUIRE(read.ok());
  return std::move(read).value();
}

FactIndex fact_of(const Analysis& analysis, std::string_view concept_name, std::string_view printed) {
  const ConceptId wanted = knowledge().vocabulary.find(concept_name);
  for (FactIndex i = 0; i < analysis.disclosure.facts.size(); ++i) {
    const Fact& fact = analysis.disclosure.facts[i];
    if (fact.concept_id == wanted && analysis.document.words(fact.source.span) == printed) return i;
  }
  FAIL("no such fact");
  return 0;
}

Edit edit_of(const Analysis& analysis, FactIndex index, std::string_view value) {
  const Fact& fact = analysis.disclosure.facts[index];
  return {.kind = Edit::Kind::trial, .place = fact.source.span, .value = decimal(value), .unit = fact.unit};
}

void change(Analysis& analysis, const std::vector<Edit>& edits) {
  Revision().make(analysis.disclosure, edits);
  analysis.findings =
      check(analysis.document, analysis.disclosure, knowledge().vocabulary, knowledge().rules);
}

std::size_t failing(const Findings& findings, std::string_view rule) {
  return static_cast<std::size_t>(std::count_if(findings.all.begin(), findings.all.end(), [&](const auto& f) {
    return f.status == Status::fails && knowledge().rules.rules()[f.rule].id == rule;
  }));
}

}  // namespace

TEST_CASE("a changed part breaks its sums; the outcomes name just those") {
  Analysis analysis = sample();
  const Findings printed = analysis.findings;
  const FactIndex personnel = fact_of(analysis, "expenditure.personnel", "318.72万元");
  change(analysis, {edit_of(analysis, personnel, "319.72")});
  const std::vector<Outcome> outcomes = outcomes_of(printed, analysis.findings);
  REQUIRE_FALSE(outcomes.empty());
  for (const Outcome& outcome : outcomes) {
    const Finding& finding = analysis.findings.all[outcome.finding];
    CHECK(outcome.fails == (finding.status == Status::fails));
  }
  CHECK(outcomes_of(printed, printed).empty());
}

TEST_CASE("what a figure must be for the relations to hold again is what was printed") {
  Analysis analysis = sample();
  const FactIndex personnel = fact_of(analysis, "expenditure.personnel", "318.72万元");
  CHECK(remedies_for(analysis, knowledge(), personnel).empty());
  change(analysis, {edit_of(analysis, personnel, "322.72")});
  const std::vector<Remedy> remedies = remedies_for(analysis, knowledge(), personnel);
  REQUIRE_FALSE(remedies.empty());
  CHECK(remedies.front().value == decimal("318.72"));
  CHECK(remedies.front().broken == 0);
  CHECK_FALSE(remedies.front().mended.empty());
}

TEST_CASE("totals follow a changed part where that is wanted, and then nothing more fails than before") {
  Analysis analysis = sample();
  const Findings printed = analysis.findings;
  const FactIndex personnel = fact_of(analysis, "expenditure.personnel", "318.72万元");
  std::vector<Edit> edits = {edit_of(analysis, personnel, "320.72")};
  change(analysis, edits);
  CHECK(failing(analysis.findings, "sum.expenditure") > failing(printed, "sum.expenditure"));
  const std::vector<Edit> carried = carried_edits(analysis, knowledge(), printed, edits);
  REQUIRE_FALSE(carried.empty());
  const bool total = std::any_of(carried.begin(), carried.end(),
                                 [](const Edit& edit) { return edit.value == decimal("514.36"); });
  CHECK(total);
  for (const Edit& edit : carried) {
    CHECK(edit.carried);
    edits.push_back(edit);
  }
  change(analysis, edits);
  for (const Rule& rule : knowledge().rules.rules()) {
    if (rule.severity == Severity::error)
      CHECK_MESSAGE(failing(analysis.findings, rule.id) <= failing(printed, rule.id), rule.id);
  }
}
