// Counts that are divided into kinds: vehicles by their use (sum.vehicles_use), and evaluated projects by
// their grade (sum.grades). Counts are exact.
//
// Tests: tests/unit/checks/vehicles_grades_test.cpp.
#include "checks/case.h"
#include "text/quantity.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

/// 共有车辆3辆，其中：机要通信用车1辆、其他用车2辆: the kinds are subjects of the same concept.
void relate_uses(Case& c, ConceptId concept_id) {
  const RuleIndex rule = c.book.index(Evaluator::sum_vehicles_use);
  const auto all = c.figures.of(concept_id);
  for (const FactIndex total : all) {
    const Fact& whole = c.fact(total);
    if (whole.measure != Measure::quantity || !whole.subject.empty() || whole.source.table != none) continue;
    std::vector<Term> uses;
    bool again = false;
    for (const FactIndex use : c.figures.of(concept_id, whole.context)) {
      const Fact& part = c.fact(use);
      if (use <= total || part.measure != Measure::quantity || part.period != whole.period) continue;
      // Another total: the uses behind it are its own.
      if (part.subject.empty()) break;
      again = again || std::any_of(uses.begin(), uses.end(), [&](const Term& other) {
                return c.fact(other.fact).subject == part.subject;
              });
      uses.push_back({use, false});
    }
    if (uses.size() < 2 || again) continue;
    const std::string_view between = c.document.words(
        {whole.source.span.end, std::max(c.fact(uses[0].fact).source.span.start, whole.source.span.end)});
    if (between.find("主要") != std::string_view::npos) continue;
    Relation& relation = c.relations.add(rule, RelationKind::sum, uses, total, c.worst(rule), "sum");
    relation.about = concept_id;
  }
}

/// 绩效自评的项目39个（其中：评级为优的项目37个…）: the grades are levels of the same concept. Problems found
/// are those settled and those being settled.
void relate_list(Case& c, FactIndex total, const std::vector<Term>& parts, std::size_t fewest) {
  if (parts.size() < fewest) return;
  const RuleIndex rule = c.book.index(Evaluator::sum_grades);
  Relation& relation = c.relations.add(rule, RelationKind::sum, parts, total, c.worst(rule), "sum.grades");
  relation.about = c.fact(total).concept_id;
}

void relate_grade_facts(Case& c) {
  const auto all = c.figures.of(c.book.known.performance_projects);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Fact& whole = c.fact(all[i]);
    if (whole.level != Level::none || whole.source.table != none) continue;
    std::vector<Term> grades;
    for (std::size_t k = i + 1; k < all.size(); ++k) {
      const Fact& grade = c.fact(all[k]);
      if (grade.level == Level::none || grade.source.block != whole.source.block) break;
      grades.push_back({all[k], false});
    }
    // All grades are named, or the list need not be complete.
    relate_list(c, all[i], grades, 3);
  }
  for (const FactIndex found : c.figures.of(c.book.known.problems)) {
    const Respect respect = c.figures.respect_of(found);
    std::vector<Term> parts;
    for (const ConceptId part : {c.book.known.problems_settled, c.book.known.problems_open}) {
      const std::int32_t fact = c.figures.near(found, part, respect, Reach::block);
      if (fact != none) parts.push_back({static_cast<FactIndex>(fact), false});
    }
    relate_list(c, found, parts, 2);
  }
}

struct Count {
  Source source;
  Decimal value;
};

/// Counts of projects in a sentence, in order: those of the grades, and the one that they divide.
class GradeSentence {
 public:
  GradeSentence(Case& c, std::int32_t block) : c_(c), block_(block) {
    const Block& here = c.document.blocks[static_cast<std::size_t>(block)];
    text_ = c.document.words(here.span);
    base_ = here.span.start;
  }

  void check() {
    std::vector<Mention> mentions;
    scan_mentions(text_, base_, mentions);
    std::vector<Count> grades;
    std::int32_t whole = none;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (!is_count(mentions[i])) continue;
      const std::uint32_t before = i == 0 ? base_ : mentions[i - 1].quantity.span.end;
      const std::string label = folded(c_.document.words({before, mentions[i].quantity.span.start}));
      const bool settled = of_problems_ && label.find("整改") != std::string::npos;
      if (!settled && (of_problems_ || !names_grade(label))) {
        report(mentions, whole, grades);
        grades.clear();
        // 绩效自评的项目39个 and 发现问题4个 open a list.
        of_problems_ = label.find("问题") != std::string::npos;
        whole = of_problems_ || label.find("项目") != std::string::npos ? static_cast<std::int32_t>(i) : none;
        continue;
      }
      grades.push_back({source_of(mentions[i]), mentions[i].quantity.value});
    }
    report(mentions, whole, grades);
  }

 private:
  static bool is_count(const Mention& mention) {
    return mention.kind == MentionKind::quantity && mention.quantity.comparator == Comparator::equal &&
           !mention.quantity.coarse &&
           (mention.quantity.unit == Unit::unit_count || mention.quantity.unit == Unit::item);
  }

  bool names_grade(const std::string& label) const {
    return std::any_of(c_.book.grades.begin(), c_.book.grades.end(), [&](const std::string& grade) {
      const std::size_t at = label.find(grade);
      return at != std::string::npos && label.find("项目", at) != std::string::npos;
    });
  }

  Source source_of(const Mention& mention) const {
    Source source;
    source.span = mention.quantity.span;
    source.block = block_;
    source.section = c_.document.blocks[static_cast<std::size_t>(block_)].section;
    return source;
  }

  void report(const std::vector<Mention>& mentions, std::int32_t whole, const std::vector<Count>& grades) {
    // All grades are named, or the list need not be complete.
    const std::size_t fewest = of_problems_ ? 2 : 3;
    if (whole == none || grades.size() < fewest) return;
    const Mention& stated = mentions[static_cast<std::size_t>(whole)];
    Decimal sum;
    std::string formula;
    for (const Count& grade : grades) {
      sum += grade.value;
      formula += (formula.empty() ? "" : " + ") + grade.value.to_string();
    }
    const bool holds = sum == stated.quantity.value;
    Finding& finding = c_.report(Evaluator::sum_grades, holds ? Status::holds : Status::fails,
                                 Severity::error, holds ? "sum.grades.holds" : "sum.grades.fails");
    finding.stated = stated.quantity.value.to_string();
    finding.expected = sum.to_string();
    finding.difference = (stated.quantity.value - sum).to_string();
    finding.tolerance = "0";
    finding.unit = stated.quantity.unit;
    finding.formula = formula + (holds ? " = " : " = " + finding.expected + " ≠ ") + finding.stated;
    for (const Count& grade : grades)
      rest_on(finding, grade, stated.quantity.unit);
    rest_on(finding, {source_of(stated), stated.quantity.value}, stated.quantity.unit);
  }

  void rest_on(Finding& finding, const Count& count, Unit unit) const {
    const Source& source = count.source;
    finding.sources.push_back(source);
    const auto& facts = c_.disclosure.facts;
    const auto fact =
        std::lower_bound(facts.begin(), facts.end(), source.span.start,
                         [](const Fact& f, std::uint32_t start) { return f.source.span.start < start; });
    if (fact != facts.end() && fact->source.span.start == source.span.start) {
      finding.facts.push_back(static_cast<FactIndex>(fact - facts.begin()));
      return;
    }
    Fact figure;
    figure.value = count.value;
    figure.unit = unit;
    figure.source = source;
    c_.rest_on_count(finding, std::move(figure));
  }

  Case& c_;
  std::int32_t block_;
  std::string_view text_;
  std::uint32_t base_ = 0;
  /// The list is of problems, settled or not; else of projects by grade.
  bool of_problems_ = false;
};

}  // namespace

void relate_vehicles(Case& c) {
  relate_uses(c, c.book.known.vehicles);
  relate_uses(c, c.book.known.vehicles_planned);
  relate_grade_facts(c);
}

void check_grades(Case& c) {
  // Where the counts are facts, their relations say it.
  const RuleIndex rule = c.book.index(Evaluator::sum_grades);
  if (std::any_of(c.relations.all.begin(), c.relations.all.end(),
                  [&](const Relation& relation) { return relation.rule == rule; }))
    return;
  for (std::size_t i = 0; i < c.document.blocks.size(); ++i) {
    const Block& block = c.document.blocks[i];
    if (block.kind != BlockKind::paragraph) continue;
    const std::string_view words = c.document.words(block.span);
    constexpr std::size_t longest_paragraph = 20000;
    if (words.size() > longest_paragraph || words.find("评") == std::string_view::npos) continue;
    const auto named =
        std::count_if(c.book.grades.begin(), c.book.grades.end(),
                      [&](const std::string& grade) { return words.find(grade) != std::string_view::npos; });
    if (named >= 2) GradeSentence(c, static_cast<std::int32_t>(i)).check();
  }
}

}  // namespace mingzhang
