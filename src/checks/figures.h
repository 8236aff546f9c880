// The facts of a disclosure, and the figures of cells that are no facts, as the rules look at them: in one
// base unit, with the range that each printed figure stands for. Facts are findable by concept and place
// without scanning all of them.
//
// Tests: tests/unit/checks/precision_test.cpp and, through the rules, every other test of this room.
#pragma once

#include "checks/table_cells.h"
#include "disclosure/model.h"
#include "text/interval.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mingzhang {

struct Figure {
  /// In the base unit of its kind: yuan for money, else its own unit.
  Decimal value;
  /// What it stands for at its inferred precision, in the base unit.
  Interval range;
  /// base value = printed value × 10^power.
  int power = 0;
  /// Last place at the inferred precision, in its own unit; may be negative (约300万元).
  int decimals = 0;
  /// Counts, and 0 of a count, stand for exactly what is printed.
  bool exact = false;
  /// Which subject: equal for equal words, 0 for none.
  std::uint32_t subject = 0;
  /// Concept, scope, period, stage, part, measure, base, level and `of`, packed.
  std::uint64_t key = 0;
};

/// What must agree for two figures to be told of the same thing in the same respect.
struct Respect {
  Scope scope = Scope::all;
  Part part = Part::total;
  Stage stage = Stage::unstated;
  Measure measure = Measure::amount;
  std::int16_t period = 0;
  std::uint32_t subject = 0;
  /// The other figure may leave its scope unsaid (within one sentence).
  bool or_unscoped = false;
  /// A figure with any scope will do.
  bool any_scope = false;
  bool any_stage = false;
};

/// 其中： and the like: a list follows.
inline bool ends_in_colon(std::string_view words) {
  return words.ends_with(":") || words.ends_with("：");
}

/// How far to look for the companions of a figure.
///
/// list: the paragraphs below one that ends in a colon (…基本支出100万元，其中：), to the end of its section.
enum class Reach : std::uint8_t { sentence, column, block, list, section, document };

class Figures {
 public:
  /// `list`: the disclosure's facts, then figures of cells. It must outlive this.
  Figures(const Document& document, const FigureList& list, std::size_t concepts);

  const Figure& operator[](FactIndex fact) const { return figures_[fact]; }
  std::size_t size() const { return figures_.size(); }

  /// Facts of a concept in order of place; those that start in `where`.
  std::span<const FactIndex> of(ConceptId concept_id) const;
  std::span<const FactIndex> of(ConceptId concept_id, Span where) const;

  /// Facts that are equal in everything but value, unit and place, in order of place; each group has two or
  /// more.
  const std::vector<std::span<const FactIndex>>& groups() const { return groups_; }

  /// Some figure of this concept is printed without decimals, and the same amount stands elsewhere with them.
  /// False for cells that have no concept.
  bool drops_zeros(ConceptId concept_id) const {
    return concept_id >= 0 && drops_zeros_[static_cast<std::size_t>(concept_id)];
  }

  Respect respect_of(FactIndex fact) const;
  bool answers(FactIndex fact, const Respect& respect) const;
  /// The figure of `concept_id` in this respect nearest to `origin`; none where there is none within reach,
  /// or where several contradict each other.
  std::int32_t near(FactIndex origin, ConceptId concept_id, const Respect& respect, Reach reach) const;
  /// The same for the nearest reach up to `widest` that has one.
  std::int32_t nearest(FactIndex origin, ConceptId concept_id, const Respect& respect, Reach widest) const;

  /// Reads a figure as if printed in a unit 10^power larger: a figure that unit.suspect has found.
  void reread(FactIndex fact, int power);
  /// Reads a figure as cut off after its last place instead of rounded.
  void cut_off(FactIndex fact);
  void set_range(FactIndex fact, const Interval& range) { figures_[fact].range = range; }

 private:
  void index(std::size_t concepts);
  void group();
  void find_dropped_zeros(std::size_t concepts);
  bool within(FactIndex fact, FactIndex origin, Reach reach) const;
  Span span_of(FactIndex origin, Reach reach) const;
  /// Empty where no list follows.
  Span list_below(const Source& place) const;

  const Document* document_;
  FigureList list_;
  std::vector<Figure> figures_;
  std::vector<FactIndex> by_concept_;
  std::vector<std::uint32_t> first_of_concept_;
  std::vector<FactIndex> by_key_;
  std::vector<std::span<const FactIndex>> groups_;
  std::vector<bool> drops_zeros_;
};

}  // namespace mingzhang
