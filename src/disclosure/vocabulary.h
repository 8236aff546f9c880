// The vocabulary: concepts with their names and wordings, the shapes of known tables and the classifications.
// Data in assets/vocabulary/*.json and assets/classification/*.json, checked against assets/schema/ when the
// project is built; an accountant edits it. Tested in tests/unit/disclosure/vocabulary_test.cpp.
#pragma once

#include "disclosure/classification.h"
#include "disclosure/model.h"
#include "text/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// The JSON texts of assets/vocabulary and assets/classification.
struct VocabularyTexts {
  std::string_view concepts, tables, function, economic;
};

class Vocabulary {
 public:
  /// An Error (vocabulary.invalid, with the place as detail) where the data is not what the schema says.
  static Result<Vocabulary> load(const VocabularyTexts& texts);

  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

  const std::vector<Concept>& concepts() const;
  /// no_concept where the vocabulary has none of that id.
  ConceptId find(std::string_view id) const;
  /// For concepts of the vocabulary only; facts may have others (concept_of).
  const Concept& operator[](ConceptId id) const { return concepts()[static_cast<std::size_t>(id)]; }
  /// Functional and economic classification: names of codes by year, codes of names.
  const Classification& function() const;
  const Classification& economic() const;

  /// For extraction only (disclosure/ knows what it holds).
  struct Lexicon;
  const Lexicon& lexicon() const { return *lexicon_; }

 private:
  explicit Vocabulary(std::unique_ptr<Lexicon> lexicon);
  std::unique_ptr<Lexicon> lexicon_;
};

/// The concept of a fact: of the vocabulary, or of the disclosure's own items.
const Concept& concept_of(const Vocabulary& vocabulary, const Disclosure& disclosure, ConceptId id);
/// One more than the highest id that facts of this disclosure can have.
std::size_t concept_count(const Vocabulary& vocabulary, const Disclosure& disclosure);

}  // namespace mingzhang
