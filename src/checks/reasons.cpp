// missing.reason: a change of which no sentence says why. Reasons are worded in so many ways that silence is
// the rule: a change counts as explained by a word of reason up to the end of the next paragraph, by a
// following sentence without figures, or by an explanation of the same amount anywhere.
//
// Tests: tests/unit/checks/directions_test.cpp.
#include "checks/case.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

/// How far behind a change its reason is looked for, in bytes.
constexpr std::uint32_t widest_look = 900;

class Reasons {
 public:
  explicit Reasons(const Case& c) : c_(c), explained_(c.disclosure.facts.size(), false) {
    for (const Statement& statement : c.disclosure.statements) {
      if (statement.kind == StatementKind::reason && statement.fact != none) {
        explained_[static_cast<std::size_t>(statement.fact)] = true;
      }
    }
    for (const ChangeExplanation& explanation : c.disclosure.explanations)
      explained_[explanation.whole] = true;
    for (FactIndex i = 0; i < explained_.size(); ++i) {
      if (is_change(i) && (explained_[i] || has_reason_behind(i))) amounts_.push_back(amount(i));
    }
    std::sort(amounts_.begin(), amounts_.end());
  }

  bool is_change(FactIndex fact) const {
    const Fact& f = c_.fact(fact);
    return f.measure == Measure::change && !f.value.is_zero() && f.source.table == none &&
           f.source.block != none;
  }

  bool explains(FactIndex fact) const {
    return std::binary_search(amounts_.begin(), amounts_.end(), amount(fact));
  }

 private:
  Decimal amount(FactIndex fact) const { return c_.figures[fact].value.abs(); }

  bool has_reason_behind(FactIndex index) const {
    const Fact& fact = c_.fact(index);
    const auto& blocks = c_.document.blocks;
    const std::size_t block = static_cast<std::size_t>(fact.source.block);
    std::uint32_t end = blocks[block].span.end;
    if (block + 1 < blocks.size() && blocks[block + 1].kind == BlockKind::paragraph)
      end = blocks[block + 1].span.end;
    end = std::min(end, fact.source.span.end + widest_look);
    const std::string behind =
        folded(c_.document.words({fact.source.span.end, std::max(end, fact.source.span.end)}));
    for (const std::string_view word : {"原因", "由于", "因", "主要是", "是由"}) {
      if (behind.find(word) != std::string::npos) return true;
    }
    return next_sentence_has_no_figures(index, blocks[block].span);
  }

  bool next_sentence_has_no_figures(FactIndex index, Span block) const {
    const std::uint32_t start = c_.fact(index).context.end;
    if (start >= block.end) return false;
    const std::string_view rest = c_.document.words({start, block.end});
    const std::uint32_t end = start + static_cast<std::uint32_t>(std::min(rest.find("。"), rest.size()));
    if (trimmed(c_.document.words({start, end})).empty()) return false;
    const auto& facts = c_.disclosure.facts;
    const auto next = std::find_if(facts.begin() + static_cast<std::ptrdiff_t>(index), facts.end(),
                                   [&](const Fact& fact) { return fact.source.span.start >= start; });
    return next == facts.end() || next->source.span.start >= end;
  }

  const Case& c_;
  std::vector<bool> explained_;
  std::vector<Decimal> amounts_;
};

}  // namespace

void check_reasons(Case& c) {
  const Reasons reasons(c);
  std::vector<bool> asked(c.concept_count(), false);
  for (FactIndex i = 0; i < c.disclosure.facts.size(); ++i) {
    const Fact& fact = c.fact(i);
    if (!reasons.is_change(i) || asked[static_cast<std::size_t>(fact.concept_id)] || reasons.explains(i))
      continue;
    asked[static_cast<std::size_t>(fact.concept_id)] = true;
    Finding& finding = c.report(Evaluator::missing_reason, Status::fails, Severity::notice, "missing.reason");
    c.rest_on(finding, i);
    finding.formula = printed(fact.value);
    finding.stated = fact.value.to_string();
    finding.unit = fact.unit;
    finding.values.emplace_back("about", c.named(fact));
  }
}

}  // namespace mingzhang
