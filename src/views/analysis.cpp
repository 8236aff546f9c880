#include "views/analysis.h"

#include "assets/assets.h"
#include "disclosure/join.h"
#include "document/join.h"

#include <utility>

namespace mingzhang {

Result<Knowledge> Knowledge::load() {
  auto vocabulary =
      Vocabulary::load({asset("vocabulary/concepts.json"), asset("vocabulary/tables.json"),
                        asset("classification/function.json"), asset("classification/economic.json")});
  if (!vocabulary) return std::move(vocabulary.error());
  auto rules = RuleBook::load(asset("rules/rules.json"), vocabulary.value());
  if (!rules) return std::move(rules.error());
  auto messages = Messages::load(asset("words/messages.json"), vocabulary.value());
  if (!messages) return std::move(messages.error());
  return Knowledge{std::move(vocabulary).value(), std::move(rules).value(), std::move(messages).value()};
}

void judge(Analysis& analysis, const Knowledge& knowledge) {
  analysis.findings = {};
  if (analysis.disclosure.recognised) {
    analysis.findings = check(analysis.document, analysis.disclosure, knowledge.vocabulary, knowledge.rules);
  }
  analysis.findings.protection.resize(analysis.disclosure.facts.size());
}

Result<Analysis> analyse(std::span<const std::uint8_t> bytes, std::string name, const Knowledge& knowledge) {
  auto document = read_document(bytes, std::move(name));
  if (!document) return std::move(document.error());
  Analysis analysis;
  analysis.document = std::move(document).value();
  analysis.disclosure = extract(analysis.document, knowledge.vocabulary);
  analysis.concepts = KeyConcepts::of(knowledge.vocabulary);
  judge(analysis, knowledge);
  return analysis;
}

Analysis analyse_together(std::vector<Document> documents, const Knowledge& knowledge) {
  std::vector<Disclosure> disclosures;
  for (const Document& document : documents)
    disclosures.push_back(extract(document, knowledge.vocabulary));
  JoinedDocument joined = join_documents(std::move(documents));
  disclosures.resize(joined.offsets.size());
  Analysis analysis;
  analysis.document = std::move(joined.document);
  analysis.disclosure = join_disclosures(std::move(disclosures), joined.offsets, knowledge.vocabulary);
  analysis.concepts = KeyConcepts::of(knowledge.vocabulary);
  judge(analysis, knowledge);
  return analysis;
}

}  // namespace mingzhang
