// Findings: what a rule says about this document. Pure data; words are made from it in either language
// (message.h).
#pragma once

#include "disclosure/model.h"
#include "text/interval.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace mingzhang {

enum class Status : std::uint8_t { holds, fails, unknown };
enum class Severity : std::uint8_t { error, warning, notice };
enum class Slip : std::uint8_t { none, unit, point, digit, swap, sign, copied };

/// Index into RuleBook::rules().
using RuleIndex = std::uint16_t;

struct Repair {
  FactIndex fact = 0;
  /// In the fact's own unit.
  Decimal value;
  Slip slip = Slip::none;
  /// The only smallest repair of its group.
  bool likely = false;
};

struct Finding {
  RuleIndex rule = 0;
  Status status = Status::unknown;
  Severity severity = Severity::notice;
  /// In the document's own figures, without separators: "294.65 + 76.54 + 83 = 454.19"; ≠ where it fails.
  std::string formula;
  /// Figures as text, in `unit`; empty where the rule compares no figures. difference = stated − expected.
  std::string stated;
  std::string expected;
  std::string difference;
  std::string tolerance;
  Unit unit = Unit::none;
  /// All facts that the formula uses.
  std::vector<FactIndex> facts;
  /// Its figures that are no facts: indices into Findings::cells.
  std::vector<std::uint32_t> cells;
  /// Every place that it rests on, figures or not.
  std::vector<Source> sources;
  /// Findings of one cause share a group, counted from 0; none where it stands alone.
  std::int32_t group = none;
  std::vector<Repair> repair;
  /// Message template of this outcome in assets/words/messages.json ("sum.fails"), and its named values.
  std::string message;
  std::vector<std::pair<std::string, std::string>> values;
};

/// How well one figure is guarded: the smallest change of it, in its own unit, that some rule would notice.
struct Protection {
  bool guarded = false;
  Decimal noticed_from;
};

struct Findings {
  std::vector<Finding> all;            // in the rule book's order, then by place
  std::vector<Protection> protection;  // one for each fact of the disclosure
  /// Figures that are no facts, as findings refer to them, most in cells of tables: value, unit and place, no
  /// concept.
  std::vector<Fact> cells;
  /// What each fact and then each of `cells` stands for at its inferred precision, in its own unit.
  std::vector<Interval> ranges;
  std::int32_t groups = 0;
};

}  // namespace mingzhang
