// What the visitor chose, and nothing else: everything shown follows from this and the opened document.
#pragma once

#include "app/dossier.h"
#include "checks/message.h"
#include "platform/window.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mingzhang {

/// `more` is the phone's page with what does not fit into its bar.
enum class View : std::uint8_t { overview, breakdown, change, checks, performance, source, more };

enum class Picture : std::uint8_t { treemap, bars };
enum class Grouping : std::uint8_t { parts, activities };
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

  /// The figure whose evidence is open; none: closed.
  std::int32_t figure = none;
  /// What is being typed as its other value; empty: nothing was typed since the evidence was opened.
  std::string trial;
  /// Typed as the right reading of misread words, not as a trial.
  bool correcting = false;
  /// Totals and other places of a figure that is tried follow it.
  bool carry = false;
  /// The list of changed figures is open.
  bool list_changes = false;

  Picture picture = Picture::treemap;
  Grouping grouping = Grouping::parts;
  std::vector<std::uint32_t> drill;
  Sorting sorting;

  Filter filter = Filter::all;
  std::set<FindingKey> open_findings;

  std::map<std::size_t, std::string> achieved;  // by activity
  std::set<std::size_t> open_projects;

  /// Where a jump to the source went.
  Span landed;
  bool jump_waits = false;
  /// The list of what was not understood is to be shown.
  bool list_waits = false;

  /// What belongs to one document is forgotten with it.
  void forget_document() { *this = Choices{.language = language, .theme = theme, .picture = picture}; }
};

}  // namespace mingzhang
