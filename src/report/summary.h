// What the reports for people say, before it is set as text, Markdown or CSV: title, main figures, findings
// with their places and repairs, all in one language. For this room only. Tested in
// tests/unit/report/summary_test.cpp.
#pragma once

#include "report/words.h"
#include "views/view_models.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang {

/// A figure as it is to be read: in the unit asked for, or as printed.
struct Printed {
  std::string value;
  std::string_view unit;
};

/// A line of the table of main figures.
struct FigureLine {
  int depth = 0;
  std::string name;
  Printed figure;
  std::string note;  // change, share, …; may be empty
};

/// One of the five lists of the verdict.
struct FindingList {
  std::string_view sign;     // ≠ ? · = …
  std::string_view heading;  // name in words
  std::string_view count;    // name in words
  const std::vector<FindingIndex>* findings = nullptr;
};

/// A finding that takes one line: it holds, or cannot be checked.
struct ShortFinding {
  std::string words;
  std::string_view rule;
  std::string times;  // how often the same is said; empty for once
};

class Summary {
 public:
  Summary(const Analysis& analysis, const Knowledge& knowledge, const ReportOptions& options);

  const Words& words() const { return words_; }
  const Analysis& analysis() const { return analysis_; }
  const Knowledge& knowledge() const { return knowledge_; }

  std::string title() const;
  std::string input_line() const;
  /// Which program and rule book said this of which file.
  std::string provenance() const;
  std::vector<FigureLine> figures() const;
  std::vector<FindingList> lists() const;
  /// "contradictions: 2 (two figures cannot both be right)"
  std::string count_line(const FindingList& list) const;
  /// Of a list, those that do not fail; equal ones are said once.
  std::vector<ShortFinding> short_findings(const FindingList& list) const;
  std::string protection_line() const;
  /// Empty where every figure was understood.
  std::string unplaced_line() const;

  std::string sentence(const Finding& finding) const;
  const Rule& rule(const Finding& finding) const { return knowledge_.rules.rules()[finding.rule]; }
  std::string rule_line(const Finding& finding) const;
  /// "stated, computed, difference"; empty where the rule compares no figures.
  std::string comparison_line(const Finding& finding) const;
  /// Where a finding rests, a line for each section: "四  第 92 行 「28.55元」、「12.35万元」".
  std::vector<std::string> places(const std::vector<Source>& sources) const;
  /// The figures that were not understood, those of one line of the text together.
  std::vector<std::string> unplaced_places() const;
  /// What the reader of the file had to say, with its line.
  std::vector<std::string> note_lines() const;
  std::vector<std::string> repairs(const Finding& finding) const;
  /// In the file's own text, from 1.
  std::uint32_t line_of(std::uint32_t offset) const;
  /// Words of the document on one line, cut where they are long.
  std::string quote(Span span) const;

  /// In the unit asked for where it is money.
  Printed printed(const Decimal& value, Unit unit) const;
  /// One of a finding's figures, which are text already, in plain ASCII digits; `unit` becomes the unit that
  /// it is in.
  std::string plain(std::string_view figure, Unit& unit) const;
  std::string_view name_of_concept(ConceptId id) const;

 private:
  void append_breakdown(const std::vector<BreakdownNode>& nodes, int depth,
                        std::vector<FigureLine>& lines) const;
  void append_figure(std::int32_t fact, std::string note, std::vector<FigureLine>& lines) const;
  /// `unit` becomes the unit asked for where both are money.
  Decimal in_unit_asked_for(const Decimal& value, Unit& unit) const;
  std::string quoted(Span span) const;
  /// "四  ", or empty outside sections.
  std::string section_words(std::int32_t section) const;
  /// Whoever looks a place up has the pages before him, and not the lines that the reader made.
  bool is_paged() const { return !analysis_.document.places.empty(); }
  /// The page, or the line where there are no pages to look at; from 1.
  std::uint32_t place_number(std::uint32_t offset) const;
  /// The name of the input, where several were judged together.
  std::string input_words(std::uint32_t offset) const;
  std::string place_words(std::uint32_t number) const;
  std::string figure_words(const Decimal& value, Unit unit) const;
  std::string repaired_words(const Repair& repair) const;
  std::string change_note(std::int32_t change, const std::string& rate) const;
  std::string assets_note() const;
  std::string staff_note() const;
  std::string restated_note() const;

  const Analysis& analysis_;
  const Knowledge& knowledge_;
  ReportOptions options_;
  Words words_;
  Verdict verdict_;
  Headline headline_;
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace mingzhang
