// The vocabulary: concepts with their names and wordings, and the shapes of known tables. Data in
// assets/vocabulary/*.json, checked against assets/schema/ when the project is built; an accountant edits it.
#pragma once

#include "disclosure/model.h"
#include "text/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct Concept {
  std::string id;       // "expenditure.personnel"
  std::string name_zh;  // 人员经费
  std::string name_en;  // Personnel
};

class Vocabulary {
 public:
  /// From the JSON texts of assets/vocabulary. An Error (vocabulary.invalid, with the place as detail) where
  /// the data is not what the schema says.
  static Result<Vocabulary> load(std::string_view concepts_json, std::string_view tables_json);

  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

  const std::vector<Concept>& concepts() const;
  /// no_concept where the vocabulary has none of that id.
  ConceptId find(std::string_view id) const;
  const Concept& operator[](ConceptId id) const { return concepts()[static_cast<std::size_t>(id)]; }

  /// For extraction only (disclosure/ knows what it holds).
  struct Lexicon;
  const Lexicon& lexicon() const { return *lexicon_; }

 private:
  explicit Vocabulary(std::unique_ptr<Lexicon> lexicon);
  std::unique_ptr<Lexicon> lexicon_;
};

}  // namespace mingzhang
