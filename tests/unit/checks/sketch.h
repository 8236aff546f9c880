// Disclosures drawn by hand for the tests of the rules: a few sentences and tables whose facts are said
// outright, so that a rule is tested without the extraction.
#pragma once

#include "checks/check.h"
#include "checks/message.h"
#include "disclosure/vocabulary.h"

#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct TestKnowledge {
  Vocabulary vocabulary;
  RuleBook rules;
  Messages messages;
};
const TestKnowledge& knowledge();

/// A figure as it is said: "454.19 万元", negative with '-'; units as in name_of().
struct Said {
  std::string_view concept_id;
  std::string_view figure;
  std::string_view subject = {};
};

class Sketch {
 public:
  explicit Sketch(std::int16_t year = 2020, DisclosureKind kind = DisclosureKind::budget);

  /// A new paragraph; sentences and facts that follow stand in it.
  Sketch& paragraph();
  /// One sentence with these figures, in the document's year.
  Sketch& sentence(const std::vector<Said>& figures);
  /// The last paragraph ends in a colon: a list follows.
  Sketch& colon();
  /// The fact added last, to be given a measure, a scope and so on.
  Fact& last();
  Fact& fact(FactIndex index) { return disclosure.facts[index]; }
  /// A table: the first row is its head. Cells hold words; facts are put on cells with `cell`.
  Sketch& table(std::string_view title, const std::vector<std::vector<std::string>>& rows);
  /// A fact on a cell of the last table; row counts without the head.
  FactIndex cell(std::int32_t row, std::int32_t column, std::string_view concept_id, std::string_view figure,
                 std::string_view subject = {});
  Source cell_source(std::int32_t row, std::int32_t column) const;
  /// Plain words without figures in a paragraph of their own.
  Sketch& words(std::string_view text, BlockKind kind = BlockKind::paragraph);
  /// A statement on the last fact's concept and place.
  Sketch& states(StatementKind kind, std::string_view concept_id, std::int32_t fact);
  FactIndex next() const { return static_cast<FactIndex>(disclosure.facts.size()); }

  Findings check();
  /// Findings of a rule; all outcomes.
  std::vector<Finding> of(std::string_view rule);

  Document document;
  Disclosure disclosure;

 private:
  FactIndex add(const Said& said, Span context, Source source);
  void grow_section();

  Span context_;
};

/// "fails error: 75 ≠ 83", one line for each finding of the rule, in order.
std::string outcome(const Finding& finding);
std::string outcomes(const std::vector<Finding>& findings);

}  // namespace mingzhang
