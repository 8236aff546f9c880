// How well the figures of a document guard each other: for each the smallest change that a check would notice
// and the relations that it is part of. Tested in tests/unit/views/protection_view_test.cpp.
#pragma once

#include "views/analysis.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

struct GuardedFigure {
  FactIndex fact = 0;
  bool guarded = false;
  /// In the figure's own unit; only where it is guarded.
  Decimal noticed_from;
  std::uint32_t holding = 0, failing = 0;  // findings that use it
  /// A contradiction holds it responsible.
  bool contradicted = false;
};

struct ProtectionSummary {
  std::uint32_t figures = 0, guarded = 0;
  /// Guarded by two relations or more: these also say which figure is wrong.
  std::uint32_t twice = 0;
};

/// One for each fact, in order of place.
std::vector<GuardedFigure> guarded_figures(const Analysis& analysis);
ProtectionSummary summary_of(const std::vector<GuardedFigure>& figures);

/// How a rule came out in this document.
struct RuleResult {
  std::uint32_t holds = 0, fails = 0, unknown = 0;
};
/// One for each rule of the book.
std::vector<RuleResult> rule_results(const Analysis& analysis, std::size_t rules);

}  // namespace mingzhang
