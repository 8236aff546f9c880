// An opened document with everything that the views show of it. What follows from its figures is computed
// when it is opened and again when the reader changes one; sentences and quotations when they are first
// shown.
#pragma once

#include "app/source_places.h"
#include "checks/message.h"
#include "views/edits.h"
#include "views/reader_marks.h"
#include "views/view_models.h"
#include "views/what_if.h"

#include <cstdint>
#include <optional>
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

class Dossier {
 public:
  /// The analysis is large and other parts point into it: it is moved in once and stays. `knowledge` outlives
  /// this.
  Dossier(Analysis read, const Knowledge& knowledge);
  Dossier(const Dossier&) = delete;
  Dossier& operator=(const Dossier&) = delete;

  Analysis analysis;  // with the reader's changes in place
  Verdict verdict;
  Headline headline;
  BreakdownNode parts, functions, economic, projects, activities, revenue;
  std::vector<Bridge> bridges;
  std::vector<ChangeRow> three_public;
  std::vector<Mark> marks;
  std::vector<SourcePlace> places;

  /// Brings figures, checks and all that follows from them in line with the edits.
  void revise(const Edits& edits);
  /// Of the edits that it is in line with: what was made for another one is stale.
  std::uint32_t revision() const { return revision_; }
  /// What was printed where the reader changed a figure; nullptr where it stands as printed.
  const Revision::Printed* printed(std::int32_t fact) const {
    return fact < 0 ? nullptr : made_.printed(static_cast<FactIndex>(fact));
  }
  const Revision& changes() const { return made_; }
  /// What the figure would have to be. Every check runs anew for each answer, so it is worked out once, a
  /// moment after the change itself was shown: nullptr until then. `seconds` as the page counts them.
  const std::vector<Remedy>* remedies(std::int32_t fact, double seconds) const;
  /// The findings of the document as printed.
  const Findings& printed_findings() const { return as_printed_ ? *as_printed_ : analysis.findings; }

  const Document& document() const { return analysis.document; }
  const Disclosure& disclosure() const { return analysis.disclosure; }
  const Finding& finding(FindingIndex index) const { return analysis.findings.all[index]; }
  /// Stable while the document is open, whatever the reader changes.
  FindingKey key_of_finding(FindingIndex index) const { return keys_[index]; }
  /// none where there is no finding of that key now.
  std::int32_t finding_of_key(FindingKey key) const;
  const Fact& fact(std::int32_t index) const {
    return analysis.disclosure.facts[static_cast<std::size_t>(index)];
  }
  const std::string& sentence(FindingIndex index, Language language) const;
  const std::vector<Quote>& quotes(FindingIndex index) const;
  /// The gravest contradiction that holds this figure responsible; none where there is none.
  std::int32_t contradiction_of(std::int32_t fact) const;
  /// The section's path and title: "四、“三公”经费预算情况".
  std::string section_name(std::int32_t section) const;
  /// `finding` says which of the marked figures are in doubt; nullptr: all.
  Quote quote_of(const Excerpt& excerpt, const Finding* finding) const;
  Quote quote_around(const Source& source, std::uint32_t characters) const;

 private:
  void compute();
  struct Told {  // of one finding, when asked for
    std::optional<std::string> sentence[2];
    std::optional<std::vector<Quote>> quotes;
  };

  const Knowledge& knowledge_;
  Revision made_;
  std::optional<Findings> as_printed_;
  std::uint32_t revision_ = 0;
  std::vector<FindingKey> keys_;
  mutable std::vector<Told> told_;
  struct Ways {
    std::int32_t fact = none;
    std::uint32_t revision = 0;
    double asked = 0;  // seconds; negative: they are there
    std::vector<Remedy> all;
  };
  mutable Ways ways_;
};

/// What the reader did with a document: kept beside it, whatever is shown.
struct Reading {
  Edits edits;
  ReaderMarks marks;
  /// What the page was told last, to be kept.
  std::uint64_t told = 0;

  std::uint64_t version() const {
    return static_cast<std::uint64_t>(marks.version()) << 32 | edits.version();
  }
  /// As it was kept; the page knows it already.
  void take(ReaderMarks kept_marks, std::vector<Edit> kept_edits) {
    marks.replace(std::move(kept_marks));
    edits.replace(std::move(kept_edits));
    told = version();
  }
};

/// Failing findings that touch a figure decide how it is marked.
enum class Sign : std::uint8_t { contradiction, to_explain, remark, holds, unknown };
Sign sign_of(const Finding& finding);

}  // namespace mingzhang
