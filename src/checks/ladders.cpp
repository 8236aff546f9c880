// Ladders of grades 优 良 中 差: the thresholds fall in order, and every value has one grade (ladder.*).
//
// Tests: tests/unit/checks/ladders_test.cpp.
#include "checks/case.h"
#include "text/utf8.h"

#include <array>
#include <string_view>

namespace mingzhang {
namespace {

constexpr std::string_view level_keys[] = {"#excellent", "#good", "#fair", "#poor"};

/// The thresholds that are figures; a ladder that falls is read as it stands, one that rises (costs, times)
/// mirrored.
struct Ladder {
  std::string steps;
  std::array<std::int32_t, 4> facts{none, none, none, none};
  bool complete = false;
  bool falling = false;
};

/// "100%, ≥95%, ≥90%, <90%" as printed, folded.
std::string steps(const Case& c, const Activity& activity) {
  std::string out;
  for (const Source& cell : activity.grade_cells) {
    if (!out.empty()) out += ", ";
    out += folded(c.document.words(cell.span));
  }
  return out;
}

Ladder ladder_of(const Case& c, const Activity& activity) {
  Ladder ladder;
  int figures = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    ladder.facts[i] = activity.grades[i];
    if (activity.grades[i] != none) ++figures;
  }
  ladder.complete = figures == 4;
  if (!ladder.complete) return ladder;
  const auto at = [&](std::size_t i) { return c.figures[static_cast<FactIndex>(ladder.facts[i])].value; };
  ladder.falling = at(0) >= at(2);
  ladder.steps = steps(c, activity);
  return ladder;
}

Finding& report_ladder(Case& c, Evaluator evaluator, bool holds, const char* message,
                       const Activity& activity, const Ladder& ladder) {
  Finding& finding = c.report(evaluator, holds ? Status::holds : Status::fails, Severity::warning, message);
  for (const std::int32_t fact : activity.grades)
    finding.facts.push_back(static_cast<FactIndex>(fact));
  for (const Source& cell : activity.grade_cells)
    finding.sources.push_back(cell);
  finding.formula = ladder.steps;
  finding.unit = c.fact(static_cast<FactIndex>(activity.grades[0])).unit;
  finding.values.emplace_back("activity", activity.name);
  finding.values.emplace_back("indicator", activity.indicator);
  return finding;
}

void check_order(Case& c, const Activity& activity, const Ladder& ladder) {
  bool holds = true;
  for (std::size_t i = 0; i + 1 < 4; ++i) {
    const Fact& upper = c.fact(static_cast<FactIndex>(ladder.facts[i]));
    const Fact& lower = c.fact(static_cast<FactIndex>(ladder.facts[i + 1]));
    const bool last_step = i == 2;
    const bool ordered = ladder.falling ? upper.value > lower.value : upper.value < lower.value;
    // 中 ≥90%, 差 <90%: the lowest grade begins where the one above it ends.
    const bool joins = last_step && upper.value == lower.value && upper.comparator != lower.comparator;
    holds = holds && (ordered || joins);
  }
  report_ladder(c, Evaluator::ladder_order, holds, holds ? "ladder.order.holds" : "ladder.order.fails",
                activity, ladder);
}

/// Where one grade ends the next begins. The top grade of a rate at 100% needs no sign: nothing lies above
/// it.
void check_cover(Case& c, const Activity& activity, const Ladder& ladder) {
  const Fact& top = c.fact(static_cast<FactIndex>(ladder.facts[0]));
  const Fact& fair = c.fact(static_cast<FactIndex>(ladder.facts[2]));
  const Fact& poor = c.fact(static_cast<FactIndex>(ladder.facts[3]));
  const bool full_rate = top.unit == Unit::percent && top.value >= Decimal(100, 0);
  const char* message = "ladder.cover.holds";
  if (top.comparator == Comparator::equal && !full_rate) message = "ladder.cover.top";
  const bool poor_below = poor.comparator == Comparator::less || poor.comparator == Comparator::at_most;
  const bool gap = poor_below && poor.value < fair.value;
  const bool overlap = poor_below && (poor.value > fair.value ||
                                      (poor.value == fair.value && poor.comparator == Comparator::at_most &&
                                       fair.comparator == Comparator::at_least));
  if (ladder.falling && gap) message = "ladder.cover.gap";
  if (ladder.falling && overlap) message = "ladder.cover.overlap";
  const bool holds = message == std::string_view("ladder.cover.holds");
  Finding& finding = report_ladder(c, Evaluator::ladder_cover, holds, message, activity, ladder);
  finding.stated = top.value.to_string();
  if (!holds) finding.values.emplace_back("level", std::string(level_keys[0]));
  finding.values.emplace_back("top", folded(c.document.words(activity.grade_cells[0].span)));
  finding.values.emplace_back("fair", folded(c.document.words(activity.grade_cells[2].span)));
  finding.values.emplace_back("poor", folded(c.document.words(activity.grade_cells[3].span)));
}

}  // namespace

void check_ladders(Case& c) {
  for (const Activity& activity : c.disclosure.activities) {
    const Ladder ladder = ladder_of(c, activity);
    if (!ladder.complete) continue;
    check_order(c, activity, ladder);
    check_cover(c, activity, ladder);
  }
}

}  // namespace mingzhang
