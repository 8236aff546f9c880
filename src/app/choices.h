// What the visitor chose, and nothing else: everything shown follows from this and the opened document.
#pragma once

#include "app/dossier.h"
#include "checks/message.h"
#include "platform/window.h"
#include "views/measures.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mingzhang {

/// `hand_on` and `help` stand beside the views of a document; `more` is the phone's page with what does not
/// fit into its bar.
enum class View : std::uint8_t {
  overview,
  breakdown,
  change,
  checks,
  performance,
  source,
  protection,
  rules,
  words,
  hand_on,
  help,
  more,
};

enum class Picture : std::uint8_t { treemap, flow, bars, table };
enum class Grouping : std::uint8_t { parts, functions, economic, projects, activities };
/// What the document is compared with.
enum class Against : std::uint8_t { last_year, years, bodies };
/// What bodies are ranked by.
enum class RankedBy : std::uint8_t { total, per_head, personnel, three_public, change };
enum class Filter : std::uint8_t { all, contradictions, to_explain, remarks, holding, not_checkable };

struct Sorting {
  std::int32_t column = -1;  // -1: as the view orders
  bool descending = true;
};

struct Choices {
  Language language = Language::zh;
  /// Empty: as the system has it.
  std::optional<Theme> theme;
  View view = View::overview;
  /// The view from which the visitor came to hand_on: what a link leads to.
  View handed_view = View::overview;
  /// Keys without Ctrl do something.
  bool single_keys = true;
  /// The finding that the presentation shows, counted as hall_findings() has them; negative: no presentation.
  std::int32_t hall = -1;

  /// The figure whose evidence is open; none: closed.
  std::int32_t figure = none;
  /// The term of the glossary that is explained there instead; none: none is.
  std::int32_t term = none;
  /// What is being typed as its other value; empty: nothing was typed since the evidence was opened.
  std::string trial;
  /// Typed as the right reading of misread words, not as a trial.
  bool correcting = false;
  /// Totals and other places of a figure that is tried follow it.
  bool carry = false;
  /// The view is to have the keyboard.
  bool content_waits = false;
  /// The list of changed figures is open.
  bool list_changes = false;

  Picture picture = Picture::treemap;
  Grouping grouping = Grouping::parts;
  /// Keys of the parts that were gone into, from the whole down (views/breakdown.h); "*": the others.
  std::vector<std::string> drill;
  Sorting sorting;
  AmountMeasure measure = AmountMeasure::printed;
  /// As typed: how many residents, and what a thing costs (empty: its usual price).
  std::string residents, price;
  std::size_t thing = 0;
  /// What is looked for in the picture.
  std::string sought;

  Filter filter = Filter::all;
  /// What is looked for among the checks, in the rule book, among the words.
  std::string query;
  /// Findings by section of the document, not by gravity.
  bool by_section = false;
  /// Only findings that the reader judged so.
  std::optional<Judgement> judged;
  std::set<FindingKey> open_findings, explained_findings, noted_findings;
  /// The finding that a jump went to.
  std::optional<FindingKey> finding_waits;
  /// Only figures that no check guards.
  bool only_alone = false;

  Against against = Against::last_year;
  RankedBy ranked_by = RankedBy::total;
  /// The series that is drawn large: its concept or code.
  std::string series;

  std::map<std::size_t, std::string> achieved;               // by activity
  std::map<std::uint32_t, std::string> achieved_indicators;  // by indicator
  std::set<std::size_t> open_projects;

  /// What is looked for in the source, and which of the places is the present one.
  std::string find;
  std::size_t found = 0;
  bool find_waits = false;  // the field is to have the keyboard
  /// Where a jump to the source went.
  Span landed;
  bool jump_waits = false;
  /// The list of what was not understood is to be shown.
  bool list_waits = false;

  /// What belongs to one document is forgotten with it.
  void forget_document() {
    *this = Choices{.language = language,
                    .theme = theme,
                    .single_keys = single_keys,
                    .picture = picture,
                    .measure = measure,
                    .residents = residents,
                    .price = price,
                    .thing = thing};
  }
};

}  // namespace mingzhang
