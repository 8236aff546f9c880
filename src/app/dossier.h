// An opened document with everything that the views show of it, computed once when it is opened.
#pragma once

#include "checks/message.h"
#include "views/view_models.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace mingzhang {

/// Words of the document set on one line or a few, with the figures in them that are meant.
struct Quote {
  std::string place;                                            // section, as sources print it; may be empty
  std::string words;                                            // white space folded; …… where it is cut
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marked;  // bytes of `words`
  std::vector<bool> doubtful;                                   // one for each mark
  Span first_mark;                                              // in the document
};

struct Dossier {
  /// The analysis is large and other parts point into it: it is moved in once and stays.
  Dossier(Analysis read, const Knowledge& knowledge);

  Analysis analysis;
  Verdict verdict;
  Headline headline;
  BreakdownNode parts, activities;
  std::vector<Bridge> bridges;
  std::vector<ChangeRow> three_public;
  std::vector<Mark> marks;
  /// One for each finding.
  std::vector<std::string> sentences_zh, sentences_en;
  std::vector<std::vector<Quote>> quotes;

  /// The gravest contradiction that holds this figure responsible; none where there is none.
  std::int32_t contradiction_of(std::int32_t fact) const;

  const Document& document() const { return analysis.document; }
  const Disclosure& disclosure() const { return analysis.disclosure; }
  const Finding& finding(FindingIndex index) const { return analysis.findings.all[index]; }
  const Fact& fact(std::int32_t index) const {
    return analysis.disclosure.facts[static_cast<std::size_t>(index)];
  }
  const std::string& sentence(FindingIndex index, Language language) const {
    return language == Language::zh ? sentences_zh[index] : sentences_en[index];
  }
  /// The section's path and title: "四、“三公”经费预算情况".
  std::string section_name(std::int32_t section) const;
  /// `finding` says which of the marked figures are in doubt; nullptr: all.
  Quote quote_of(const Excerpt& excerpt, const Finding* finding) const;
  Quote quote_around(const Source& source, std::uint32_t characters) const;
};

/// Failing findings that touch a figure decide how it is marked.
enum class Sign : std::uint8_t { contradiction, to_explain, remark, holds, unknown };
Sign sign_of(const Finding& finding);

}  // namespace mingzhang
