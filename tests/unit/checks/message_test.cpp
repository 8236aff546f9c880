// Sentences in both languages.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::string sentence(const Finding& finding, Language language) {
  return knowledge().messages.sentence(finding, language);
}

}  // namespace

TEST_CASE("a sentence says what is printed, what follows and how far apart they are") {
  Sketch sketch;
  sketch.sentence({{"expenditure.basic", "371.19万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "67.54万元"}});
  const auto findings = sketch.of("sum.basic");
  REQUIRE(findings.size() == 1);
  const std::string name = knowledge().vocabulary[sketch.fact(0).concept_id].name_zh;
  CHECK(sentence(findings[0], Language::zh) ==
        "各项相加是362.19万元，" + name + "写作371.19万元，相差9万元。");
  CHECK(sentence(findings[0], Language::en).find("362.19") != std::string::npos);
}

TEST_CASE("no template asks for a value that nobody gives") {
  Sketch sketch;
  sketch.sentence({{"expenditure.basic", "371.19万元"},
                   {"expenditure.personnel", "294.65万元"},
                   {"expenditure.operating", "67.54万元"}});
  for (const Finding& finding : sketch.check().all) {
    for (const Language language : {Language::zh, Language::en}) {
      const std::string words = sentence(finding, language);
      INFO(finding.message);
      CHECK(!words.empty());
      CHECK(words.find('{') == std::string::npos);
      CHECK(words.find("“”") == std::string::npos);
    }
  }
}

TEST_CASE("a list of names is joined as the language does") {
  Finding finding;
  finding.message = "activities.blank.fails";
  finding.values = {{"about", "@expenditure.project"}, {"blank", "甲\n乙"}};
  CHECK(sentence(finding, Language::zh).find("甲、乙") != std::string::npos);
  CHECK(sentence(finding, Language::en).find("甲, 乙") != std::string::npos);
}
