// The whole way from bytes to findings, on the bundled sample and, where it lies beside the repository, on
// the document that it was modelled on.
#include "assets/assets.h"
#include "disclosure/extract.h"
#include "document/reader.h"
#include "sketch.h"

#include <fstream>
#include <iterator>
#include <map>
#include <span>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

struct Checked {
  Document document;
  Disclosure disclosure;
  Findings findings;
};

Checked checked(std::string_view bytes) {
  const std::span<const std::uint8_t> data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  auto document = read_document(data, "sample.txt");
  REQUIRE(document.ok());
  Disclosure disclosure = extract(document.value(), knowledge().vocabulary);
  Findings findings = check(document.value(), disclosure, knowledge().vocabulary, knowledge().rules);
  return {std::move(document).value(), std::move(disclosure), std::move(findings)};
}

const std::string& id_of(const Finding& finding) {
  return knowledge().rules.rules()[finding.rule].id;
}

/// "sum.staff holds: 22 + 42 = 64", counted.
std::map<std::string, int> lines(const Findings& findings) {
  std::map<std::string, int> out;
  for (const Finding& finding : findings.all)
    ++out[id_of(finding) + " " + outcome(finding)];
  return out;
}

std::map<std::string, int> failing(const Findings& findings) {
  std::map<std::string, int> out;
  for (const auto& [line, count] : lines(findings)) {
    if (line.find(" fails ") != std::string::npos) out.emplace(line, count);
  }
  return out;
}

void check_words(const Findings& findings) {
  for (const Finding& finding : findings.all) {
    INFO(id_of(finding));
    for (const Language language : {Language::zh, Language::en}) {
      const std::string words = knowledge().messages.sentence(finding, language);
      CHECK(!words.empty());
      CHECK(words != finding.message);
      CHECK(words.find('{') == std::string::npos);
    }
    if (finding.status == Status::fails) CHECK(!finding.sources.empty());
  }
}

}  // namespace

TEST_CASE("the bundled sample: what was laid in fails, and nothing else") {
  const std::string_view bytes = asset("samples/linhe-npc-2021-budget.txt");
  REQUIRE(!bytes.empty());
  const Checked sample = checked(bytes);
  const std::map<std::string, int> expected{
      {"unit.suspect fails error: 13.20万元 + 17.40万元 = 30.60万元 ≠ 30.60元", 1},
      {"part.of_which fails error: 116.40 > 52.15", 1},
      {"sum.activities fails warning: 26.00 + 12.00 + 18.00 + 42.00 = 98 ≠ 110", 1},
      {"explain.change fails warning: 31.20 ≠ 35.85", 1},
      {"missing.amount fails warning: ", 2},
      {"missing.subject fails warning: ", 2},
      {"missing.subject fails warning: 12", 1},
      {"ladder.cover fails warning: 90%, ≥85%, ≥80%, <80%", 1},
      {"indicator.unit fails warning: 提升代表审查本领 ≧1次", 1},
      {"indicator.duplicate fails notice: 学员评价满意率 ≧80%", 1},
      {"indicator.duplicate fails notice: 受访群众满意度 ≧75%", 1},
      {"indicator.unreachable fails notice: 平台正常登录率 ≧100%", 1},
      {"indicator.unreachable fails notice: 代表使用满意度 ≧100%", 1},
      {"structure.numbering fails notice: 2 ≠ 1", 1},
  };
  CHECK(failing(sample.findings) == expected);
  check_words(sample.findings);
}

TEST_CASE("the bundled sample: the relations that hold, with its own figures") {
  const Checked sample = checked(asset("samples/linhe-npc-2021-budget.txt"));
  const auto all = lines(sample.findings);
  for (const char* line : {
           "balance.revenue_expenditure holds: 512.36 = 512.36",
           "sum.revenue holds: 512.36 + 0 = 512.36",
           "sum.expenditure holds: 318.72 + 83.64 + 110 = 512.36",
           "sum.expenditure holds: 402.36 + 110 = 512.36",
           "sum.basic holds: 318.72 + 83.64 = 402.36",
           "sum.three_public holds: 13.20 + 17.40 = 30.60",
           "change.three_public holds: 34.10 \u2212 3.5 = 30.60",
           "change.total holds: 512.36 \u2212 476.51 = 35.85",
           "explain.change holds: \u22121.5 \u2212 2 = \u22123.5",
           "sum.projects holds: 26 + 12 + 18 + 42 + 12 = 110",
           "sum.staff holds: 25 + 46 = 71",
           "sum.assets_amount holds: 0 + 52.15 + 116.40 + 17.85 = 186.4",
           "sum.assets_quantity holds: 58 + 73 = 131",
           "equal.operating holds: 83.64 = 83.64",
           "equal.restated holds: 83.64 = 83.64",
           "equal.table_text holds: 58 = 58",
           "equal.table_text holds: 6 = 6",
           "equal.table_text holds: 186.4 = 186.4",
       }) {
    INFO(line);
    CHECK(all.count(line) == 1);
  }
  const auto starting = [&](const std::string& rule) {
    int count = 0;
    for (const auto& [line, times] : all)
      count += line.rfind(rule + " holds", 0) == 0 ? times : 0;
    return count;
  };
  CHECK(starting("sum.project_funding") == 5);
  CHECK(starting("equal.activity_project") == 4);
  CHECK(starting("ladder.order") == 6);
  CHECK(starting("ladder.cover") == 5);
  CHECK(starting("none.contradicted") >= 2);
  CHECK(starting("direction.change") >= 2);
  CHECK(starting("period.date") == 1);
}

TEST_CASE("the bundled sample: every guarded figure is noticed from where it says, and not before") {
  Checked sample = checked(asset("samples/linhe-npc-2021-budget.txt"));
  const auto now = [&] {
    return check(sample.document, sample.disclosure, knowledge().vocabulary, knowledge().rules);
  };
  const auto before = failing(sample.findings);
  int guarded = 0;
  for (FactIndex i = 0; i < sample.disclosure.facts.size(); ++i) {
    const Protection protection = sample.findings.protection[i];
    if (!protection.guarded) continue;
    ++guarded;
    Fact& fact = sample.disclosure.facts[i];
    const Decimal printed_value = fact.value;
    int noticed = 0;
    for (const Decimal& change : {protection.noticed_from, -protection.noticed_from}) {
      fact.value = printed_value + change;
      noticed += failing(now()) != before ? 1 : 0;
    }
    fact.value = printed_value;
    INFO(knowledge().vocabulary[fact.concept_id].id, " ", printed_value.to_string());
    CHECK(noticed > 0);
  }
  CHECK(guarded > 35);
}

TEST_CASE("a county's real budget of 2020, where it lies beside the repository") {
  std::ifstream file(MINGZHANG_SOURCE_DIR "/../shared/corpus/leting-npc-2020-budget.txt", std::ios::binary);
  if (!file) {
    MESSAGE("skipped: the document is not there");
    return;
  }
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  const Checked seed = checked(bytes);
  const std::map<std::string, int> expected{
      {"unit.suspect fails error: 12.35万元 + 16.20万元 = 28.55万元 ≠ 28.55元", 1},
      {"part.of_which fails error: 107.89 > 49.36", 1},
      {"sum.activities fails warning: 20.00 + 10.00 + 15.00 + 30.00 = 75 ≠ 83", 1},
      {"explain.change fails warning: 30.53 ≠ 33.81", 1},
      {"missing.amount fails warning: ", 2},
      {"missing.subject fails warning: ", 2},
      {"missing.subject fails warning: 8", 1},
      {"ladder.cover fails warning: 90%, ≥85%, ≥80%, <80%", 1},
      {"indicator.unit fails warning: 提升代表履职能力 ≧1次", 1},
      {"indicator.duplicate fails notice: 群众满意率 ≧70%", 1},
      {"indicator.duplicate fails notice: 群众满意度 ≧70%", 1},
      {"indicator.unreachable fails notice: 代表客户端正常使用 ≧100%", 1},
      {"indicator.unreachable fails notice: 代表客户端满意度 ≧100%", 1},
      {"structure.numbering fails notice: 2 ≠ 1", 1},
  };
  CHECK(failing(seed.findings) == expected);
  check_words(seed.findings);
  for (FactIndex i = 0; i < seed.disclosure.facts.size(); ++i) {
    if (seed.disclosure.facts[i].value == Decimal(29465, 2)) {
      CHECK(seed.findings.protection[i].noticed_from.to_string() == "0.02");
    }
  }
}
