// Every word of the interface, from assets/words/interface.json, and the glossary, from
// assets/words/glossary.json, in the language that is shown.
#pragma once

#include "checks/message.h"
#include "disclosure/vocabulary.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang {

struct GlossaryTerm {
  std::string term, explanation;
  std::string printed;             // the term in Chinese, as documents have it
  std::vector<std::string> words;  // how documents write it
};

class Phrases {
 public:
  Phrases(Language language, const Vocabulary& vocabulary);

  Language language() const { return language_; }
  /// An unknown key stands for itself.
  std::string_view operator()(std::string_view key) const;
  /// With values in its {places}. Where `key`.one exists and `n` is 1, it is used.
  std::string operator()(std::string_view key,
                         std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;
  /// The concept's name in this language; empty for none.
  std::string_view concept_name(ConceptId id) const;
  /// What the concept means; nullptr where the glossary has none.
  const GlossaryTerm* explanation_of(ConceptId id) const;
  /// The whole glossary in its order.
  const std::vector<GlossaryTerm>& glossary() const { return terms_; }

 private:
  Language language_;
  std::map<std::string, std::string, std::less<>> phrases_;
  std::vector<std::string> concept_names_;
  std::vector<GlossaryTerm> terms_;
  std::map<ConceptId, std::size_t> term_of_;  // into terms_
};

}  // namespace mingzhang
