// See what_if.h.
#include "views/what_if.h"

#include "text/sorting.h"
#include "views/select.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::size_t most_candidates = 4;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::uint64_t hash_of(const Finding& finding) {
  std::uint64_t hash = mixed(finding.rule, finding.sources.size());
  for (const FactIndex fact : finding.facts)
    hash = mixed(hash, fact);
  if (finding.facts.empty() && !finding.sources.empty())
    hash = mixed(hash, finding.sources.front().span.start);
  return hash;
}

/// The same relation in another set of findings, found by its rule and its facts.
class Relations {
 public:
  explicit Relations(const Findings& findings) : findings_(findings) {
    for (std::uint32_t i = 0; i < findings.all.size(); ++i)
      by_hash_.emplace(hash_of(findings.all[i]), i);
  }
  const Finding* find(const Finding& wanted) const {
    const auto at = by_hash_.find(hash_of(wanted));
    return at == by_hash_.end() ? nullptr : &findings_.all[at->second];
  }

 private:
  const Findings& findings_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_hash_;
};

/// The checks with one figure changed.
class Probe {
 public:
  Probe(const Analysis& analysis, const Knowledge& knowledge, FactIndex fact)
      : analysis_(analysis), knowledge_(knowledge), fact_(fact), tried_(analysis.disclosure) {}

  Findings with(const Decimal& value) {
    tried_.facts[fact_].value = value;
    return check(analysis_.document, tried_, knowledge_.vocabulary, knowledge_.rules);
  }

 private:
  const Analysis& analysis_;
  const Knowledge& knowledge_;
  FactIndex fact_;
  Disclosure tried_;
};

/// Sums are linear in each figure: two differences give the value at which there is none.
std::optional<Decimal> root_of(const Decimal& value, const Decimal& at_value, const Decimal& one_further) {
  const Decimal slope = one_further - at_value;
  const auto way = at_value.divided_by(slope, Decimal::max_decimals);
  if (!way || *way * slope != at_value) return std::nullopt;  // no exact decimal
  const int decimals = value.decimals();
  Decimal root = (value - *way).trimmed();
  if (root.decimals() < decimals) root = root.with_decimals(decimals);
  return root;
}

void append_candidate(std::vector<Decimal>& candidates, const Decimal& printed, const Decimal& value) {
  const bool known = std::find(candidates.begin(), candidates.end(), value) != candidates.end();
  if (!known && value != printed && candidates.size() < most_candidates) candidates.push_back(value);
}

bool concerns(const Finding& finding, FactIndex fact) {
  return finding.status == Status::fails &&
         std::find(finding.facts.begin(), finding.facts.end(), fact) != finding.facts.end();
}

std::vector<Decimal> candidates_for(const Analysis& analysis, FactIndex fact, Probe& probe) {
  const std::vector<Finding>& findings = analysis.findings.all;
  const Decimal printed = analysis.disclosure.facts[fact].value;
  std::vector<Decimal> candidates;
  for (const Finding& finding : findings) {
    for (const Repair& repair : finding.repair) {
      if (repair.fact == fact && finding.status == Status::fails)
        append_candidate(candidates, printed, repair.value);
    }
  }
  const Findings further = probe.with(printed + Decimal(1, 0));
  const Relations relations(further);
  for (const Finding& finding : findings) {
    if (!concerns(finding, fact)) continue;
    const Finding* there = relations.find(finding);
    if (there == nullptr) continue;
    const auto now = Decimal::parse(finding.difference), then = Decimal::parse(there->difference);
    if (!now || !then || finding.unit != there->unit) continue;
    if (const auto root = root_of(printed, *now, *then)) append_candidate(candidates, printed, *root);
  }
  return candidates;
}

/// The figure of a relation that was changed by nobody and says `says`, made to say `should`.
std::optional<Edit> following(const Finding& finding, const Disclosure& disclosure,
                              const std::vector<Edit>& made, const Decimal& says, const Decimal& should) {
  const auto is_changed = [&](const Fact& fact) {
    return std::any_of(made.begin(), made.end(),
                       [&](const Edit& edit) { return edit.place == fact.source.span; });
  };
  bool any_changed = false;
  const Fact* follower = nullptr;
  for (const FactIndex index : finding.facts) {
    const Fact& fact = disclosure.facts[index];
    if (is_changed(fact)) {
      any_changed = true;
    } else if (follower == nullptr && comparable(fact.unit, finding.unit) &&
               converted(fact.value, fact.unit, finding.unit) == says) {
      follower = &fact;
    }
  }
  if (!any_changed || follower == nullptr) return std::nullopt;
  Decimal value = converted(should, finding.unit, follower->unit).trimmed();
  if (value.decimals() < follower->value.decimals()) value = value.with_decimals(follower->value.decimals());
  return Edit{.kind = Edit::Kind::trial,
              .place = follower->source.span,
              .value = value,
              .unit = follower->unit,
              .carried = true};
}

/// The one part that is not nothing: it alone can make up a changed total.
std::optional<Edit> only_part(const Finding& finding, const Disclosure& disclosure,
                              const std::vector<Edit>& made, const Decimal& lacking) {
  const Fact* part = nullptr;
  for (const FactIndex index : finding.facts) {
    const Fact& fact = disclosure.facts[index];
    const bool changed = std::any_of(made.begin(), made.end(),
                                     [&](const Edit& edit) { return edit.place == fact.source.span; });
    if (changed || fact.value.is_zero()) continue;
    if (part != nullptr || !comparable(fact.unit, finding.unit)) return std::nullopt;
    part = &fact;
  }
  if (part == nullptr) return std::nullopt;
  const Decimal value = part->value + converted(lacking, finding.unit, part->unit);
  return Edit{.kind = Edit::Kind::trial,
              .place = part->source.span,
              .value = value,
              .unit = part->unit,
              .carried = true};
}

/// A total follows its parts; of two sides that are the same, either follows the other.
std::optional<Edit> following(const Finding& finding, const RuleBook& rules, const Disclosure& disclosure,
                              const std::vector<Edit>& made) {
  const auto stated = Decimal::parse(finding.stated), expected = Decimal::parse(finding.expected);
  if (!stated || !expected) return std::nullopt;
  auto edit = following(finding, disclosure, made, *stated, *expected);
  const std::string& id = rules.rules()[finding.rule].id;
  const bool two_sides = id.starts_with("balance.") || id.starts_with("equal.");
  if (!edit && two_sides) edit = following(finding, disclosure, made, *expected, *stated);
  if (!edit) edit = only_part(finding, disclosure, made, *stated - *expected);
  return edit;
}

/// Sums, balances and the same thing stated twice: what a reader expects to follow.
bool carries(const Finding& finding, const RuleBook& rules) {
  const std::string& id = rules.rules()[finding.rule].id;
  return id.starts_with("sum.") || id.starts_with("balance.") || id.starts_with("equal.") ||
         id.starts_with("change.");
}

}  // namespace

std::vector<Edit> carried_edits(const Analysis& analysis, const Knowledge& knowledge, const Findings& printed,
                                const std::vector<Edit>& made) {
  constexpr int most_rounds = 12;  // a total of totals of totals
  constexpr std::size_t most_carried = 200;
  const Relations before(printed);
  Disclosure tried = analysis.disclosure;
  std::vector<Edit> all;
  for (const Edit& edit : made) {
    if (!edit.carried) all.push_back(edit);
  }
  const std::size_t own = all.size();
  Findings now = check(analysis.document, tried, knowledge.vocabulary, knowledge.rules);
  for (int round = 0; round < most_rounds; ++round) {
    const std::size_t known = all.size();
    for (const Finding& finding : now.all) {
      if (finding.status != Status::fails || !carries(finding, knowledge.rules)) continue;
      const Finding* earlier = before.find(finding);
      if (earlier == nullptr || earlier->status != Status::holds) continue;
      if (const auto edit = following(finding, knowledge.rules, tried, all)) all.push_back(*edit);
    }
    if (all.size() == known || all.size() > most_carried) break;
    Revision().make(tried, {all.begin() + static_cast<std::ptrdiff_t>(known), all.end()});
    now = check(analysis.document, tried, knowledge.vocabulary, knowledge.rules);
  }
  return {all.begin() + static_cast<std::ptrdiff_t>(own), all.end()};
}

std::vector<Outcome> outcomes_of(const Findings& printed, const Findings& now) {
  const Relations before(printed);
  std::vector<Outcome> outcomes;
  for (std::uint32_t i = 0; i < now.all.size(); ++i) {
    const Finding& finding = now.all[i];
    const Finding* earlier = before.find(finding);
    const bool fails = finding.status == Status::fails;
    const bool failed = earlier != nullptr && earlier->status == Status::fails;
    if (fails == failed || (earlier == nullptr && !fails)) continue;
    outcomes.push_back({i, fails});
  }
  return outcomes;
}

std::vector<Remedy> remedies_for(const Analysis& analysis, const Knowledge& knowledge, FactIndex fact) {
  const std::vector<Finding>& findings = analysis.findings.all;
  const bool wanted = std::any_of(findings.begin(), findings.end(),
                                  [&](const Finding& finding) { return concerns(finding, fact); });
  if (!wanted) return {};
  Probe probe(analysis, knowledge, fact);
  std::vector<Remedy> remedies;
  for (const Decimal& value : candidates_for(analysis, fact, probe)) {
    const Findings tried = probe.with(value);
    const Relations relations(tried);
    Remedy remedy{.value = value, .mended = {}, .broken = 0};
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
      const Finding* there = relations.find(findings[i]);
      const bool fails = there != nullptr && there->status == Status::fails;
      if (concerns(findings[i], fact) && !fails) remedy.mended.push_back(i);
      if (findings[i].status == Status::holds && fails) ++remedy.broken;
    }
    if (!remedy.mended.empty()) remedies.push_back(std::move(remedy));
  }
  sort_stably(remedies, [](const Remedy& a, const Remedy& b) {
    return a.mended.size() != b.mended.size() ? a.mended.size() > b.mended.size() : a.broken < b.broken;
  });
  return remedies;
}

}  // namespace mingzhang
