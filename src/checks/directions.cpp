// Words against figures: 增加, 减少, 持平, 大于, 小于 (direction.*), 无 and 没有 (none.contradicted), and
// whether a change is given a reason (missing.reason).
//
// Tests: tests/unit/checks/directions_test.cpp.
#include "checks/case.h"

#include <algorithm>

namespace mingzhang {
namespace {

struct Ends {
  std::int32_t from = none;
  std::int32_t to = none;
};

/// The two amounts that a direction word stands between: last year in its own sentence or paragraph, and this
/// year.
Ends years_of(const Case& c, const Statement& statement) {
  if (statement.fact == none) return {};
  const FactIndex origin = static_cast<FactIndex>(statement.fact);
  const Fact& change = c.fact(origin);
  Respect respect = c.figures.respect_of(origin);
  respect.measure = Measure::amount;
  respect.or_unscoped = true;
  Ends ends;
  ends.to = c.figures.nearest(origin, change.concept_id, respect, Reach::document);
  respect.period = static_cast<std::int16_t>(respect.period - 1);
  respect.any_stage = true;
  ends.from = c.figures.nearest(origin, change.concept_id, respect, Reach::block);
  return ends;
}

const char* sign_between(const Decimal& a, const Decimal& b) {
  return a < b ? " < " : a > b ? " > " : " = ";
}

void report_direction(Case& c, Evaluator evaluator, const Statement& statement, FactIndex left,
                      FactIndex right, bool holds, const char* word) {
  Finding& finding = c.report(evaluator, holds ? Status::holds : Status::fails, Severity::error,
                              holds ? "direction.holds" : "direction.fails");
  c.rest_on(finding, left);
  c.rest_on(finding, right);
  finding.sources.push_back(statement.source);
  finding.unit = c.fact(left).unit;
  finding.formula = printed(c.fact(left).value) +
                    sign_between(c.figures[left].value, c.figures[right].value) +
                    printed(c.fact(right).value);
  if (holds) return;
  finding.stated = c.fact(left).value.to_string();
  finding.expected = c.fact(right).value.to_string();
  finding.values.emplace_back("about", c.named(c.fact(left)));
  finding.values.emplace_back("word", word);
}

/// Increase, decrease and 持平 between two years.
void check_change(Case& c, const Statement& statement) {
  const Ends ends = years_of(c, statement);
  if (ends.from == none || ends.to == none) return;
  const FactIndex before = static_cast<FactIndex>(ends.from);
  const FactIndex now = static_cast<FactIndex>(ends.to);
  const Interval& old_range = c.figures[before].range;
  const Interval& new_range = c.figures[now].range;
  const bool rose = new_range.low > old_range.high;
  const bool fell = new_range.high < old_range.low;
  const char* word = statement.kind == StatementKind::increase   ? "#increase"
                     : statement.kind == StatementKind::decrease ? "#decrease"
                                                                 : "#unchanged";
  const bool contradicted = statement.kind == StatementKind::increase   ? fell
                            : statement.kind == StatementKind::decrease ? rose
                                                                        : rose || fell;
  report_direction(c, Evaluator::direction_change, statement, now, before, !contradicted, word);
}

/// 决算数大于预算数 beside the two.
void check_budget_final(Case& c, const Statement& statement) {
  if (statement.concept_id == no_concept) return;
  std::int32_t origin = statement.fact;
  if (origin == none) {
    const auto here = c.figures.of(statement.concept_id, statement.source.span);
    if (here.empty()) return;
    origin = static_cast<std::int32_t>(here[0]);
  }
  Respect respect = c.figures.respect_of(static_cast<FactIndex>(origin));
  respect.measure = Measure::amount;
  respect.or_unscoped = true;
  respect.stage = Stage::final;
  const std::int32_t done =
      c.figures.nearest(static_cast<FactIndex>(origin), statement.concept_id, respect, Reach::block);
  respect.stage = Stage::budget;
  const std::int32_t planned =
      c.figures.nearest(static_cast<FactIndex>(origin), statement.concept_id, respect, Reach::block);
  if (done == none || planned == none) return;
  const Interval& actual = c.figures[static_cast<FactIndex>(done)].range;
  const Interval& plan = c.figures[static_cast<FactIndex>(planned)].range;
  const bool greater = statement.kind == StatementKind::greater;
  const bool contradicted = greater ? actual.high < plan.low : actual.low > plan.high;
  report_direction(c, Evaluator::direction_budget_final, statement, static_cast<FactIndex>(done),
                   static_cast<FactIndex>(planned), !contradicted, greater ? "#greater" : "#smaller");
}

/// 无 said of a concept, and a figure above 0 in the same respect.
void check_nothing(Case& c, const Statement& statement) {
  if (statement.concept_id == no_concept) return;
  std::int32_t contradicting = none;
  for (const FactIndex index : c.figures.of(statement.concept_id)) {
    const Fact& fact = c.fact(index);
    if (fact.measure != Measure::amount && fact.measure != Measure::quantity) continue;
    if (fact.scope != statement.scope || fact.period != statement.period || !fact.subject.empty()) continue;
    if (fact.stage == Stage::budget || fact.stage == Stage::execution || fact.part != Part::total) continue;
    if (fact.value.coefficient() <= 0) continue;
    contradicting = static_cast<std::int32_t>(index);
    break;
  }
  const bool holds = contradicting == none;
  Finding& finding = c.report(Evaluator::none_contradicted, holds ? Status::holds : Status::fails,
                              Severity::error, holds ? "none.holds" : "none.fails");
  finding.sources.push_back(statement.source);
  finding.values.emplace_back("about", c.named(statement.concept_id));
  if (holds) return;
  c.rest_on(finding, static_cast<FactIndex>(contradicting));
  const Fact& fact = c.fact(static_cast<FactIndex>(contradicting));
  finding.stated = fact.value.to_string();
  finding.expected = "0";
  finding.difference = finding.stated;
  finding.tolerance = "0";
  finding.unit = fact.unit;
  finding.formula = printed(fact.value) + " ≠ 0";
}

}  // namespace

void check_directions(Case& c) {
  for (const Statement& statement : c.disclosure.statements) {
    switch (statement.kind) {
      case StatementKind::increase:
      case StatementKind::decrease:
      case StatementKind::unchanged:
        check_change(c, statement);
        break;
      case StatementKind::greater:
      case StatementKind::smaller:
        check_budget_final(c, statement);
        break;
      default:
        break;
    }
  }
}

void check_nothing_stated(Case& c) {
  for (const Statement& statement : c.disclosure.statements) {
    if (statement.kind == StatementKind::nothing) check_nothing(c, statement);
  }
}

}  // namespace mingzhang
