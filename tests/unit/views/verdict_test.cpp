#include "made.h"
#include "views/view_models.h"

using namespace mingzhang;

namespace {

Finding& at(Finding& finding, std::uint32_t start) {
  Source source;
  source.span = {start, start + 1};
  finding.sources.push_back(source);
  return finding;
}

}  // namespace

TEST_CASE("findings are parted by what they mean, never summed") {
  Made made;
  made.finding(Status::fails, Severity::notice);
  made.finding(Status::fails, Severity::error);
  made.finding(Status::holds, Severity::error);
  made.finding(Status::unknown, Severity::warning);
  made.finding(Status::fails, Severity::warning);
  const Verdict verdict = verdict_of(made.analysis);
  CHECK(verdict.contradictions == std::vector<FindingIndex>{1});
  CHECK(verdict.to_explain == std::vector<FindingIndex>{4});
  CHECK(verdict.remarks == std::vector<FindingIndex>{0});
  CHECK(verdict.holding == std::vector<FindingIndex>{2});
  CHECK(verdict.not_checkable == std::vector<FindingIndex>{3});
}

TEST_CASE("failures stand in the order of the document") {
  Made made;
  at(made.finding(Status::fails, Severity::error), 300);
  at(at(made.finding(Status::fails, Severity::error), 200), 40);
  at(made.finding(Status::fails, Severity::error), 100);
  CHECK(verdict_of(made.analysis).contradictions == std::vector<FindingIndex>{1, 2, 0});
}

TEST_CASE("findings of one cause stand together, the one that names the repair first") {
  Made made;
  at(made.finding(Status::fails, Severity::error), 10).group = 0;
  at(made.finding(Status::fails, Severity::error), 50);
  at(made.finding(Status::fails, Severity::error), 90).group = 0;
  made.analysis.findings.all[2].repair.push_back({0, decimal("1"), Slip::unit, true});
  made.analysis.findings.groups = 1;
  CHECK(verdict_of(made.analysis).contradictions == std::vector<FindingIndex>{2, 0, 1});
}
