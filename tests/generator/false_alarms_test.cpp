// The guard against false alarms: generated disclosures hold no error, so nothing of severity error or
// warning may fail.
#include "generator.h"
#include "views/analysis.h"

#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

constexpr std::uint64_t documents = 300;

Analysis analysed(const std::string& text, const Knowledge& knowledge) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto analysis = analyse({bytes, text.size()}, "generated.txt", knowledge);
  REQUIRE(analysis.ok());
  return std::move(analysis).value();
}

}  // namespace

TEST_CASE("no generated disclosure has an error or a warning") {
  auto knowledge = Knowledge::load();
  REQUIRE(knowledge.ok());
  std::size_t relations = 0;
  std::size_t facts = 0;
  std::size_t guarded = 0;
  for (std::uint64_t seed = 1; seed <= documents; ++seed) {
    const std::string text = generator::disclosure_text(seed);
    const Analysis analysis = analysed(text, knowledge.value());
    CHECK(analysis.disclosure.recognised);
    for (const Finding& finding : analysis.findings.all) {
      relations += finding.status == Status::holds ? 1u : 0u;
      if (finding.status != Status::fails || finding.severity == Severity::notice) continue;
      FAIL_CHECK("document " << seed << ": " << knowledge.value().rules.rules()[finding.rule].id << " "
                             << finding.formula << " "
                             << knowledge.value().messages.sentence(finding, Language::zh));
    }
    facts += analysis.disclosure.facts.size();
    for (const Protection& protection : analysis.findings.protection)
      guarded += protection.guarded ? 1u : 0u;
  }
  // A checker that says nothing would pass as well.
  CHECK(relations > documents * 40);
  MESSAGE(documents << " documents, " << facts << " facts, " << guarded << " guarded, " << relations
                    << " relations hold");
}

TEST_CASE("a number gives one document, always the same") {
  CHECK(generator::disclosure_text(7) == generator::disclosure_text(7));
  CHECK(generator::disclosure_text(7) != generator::disclosure_text(8));
}
