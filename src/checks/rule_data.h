// What assets/rules/rules.json holds, ready for use: private to this room. The format is described, field by
// field, by assets/schema/rules.json.
//
// Tests: tests/unit/checks/rule_book_test.cpp.
#pragma once

#include "checks/rule_book.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Evaluators that are code: each has exactly one rule of this id in the book, and the book no rule beside
/// these and the identities. The order is that of `evaluator_ids`.
enum class Evaluator : std::uint8_t {
  sum_projects,
  sum_project_funding,
  sum_activities,
  equal_activity_project,
  sum_assets_amount,
  sum_assets_quantity,
  equal_restated,
  equal_table_text,
  equal_tables,
  rate_growth,
  rate_zero_base,
  rate_share,
  rate_completion,
  rate_impossible,
  direction_change,
  direction_budget_final,
  explain_change,
  part_of_which,
  part_sme,
  count_cost,
  sum_classification,
  sum_table,
  balance_grand,
  balance_rollforward,
  sum_vehicles_use,
  sum_grades,
  missing_section,
  missing_granularity,
  missing_empty_note,
  structure_contents,
  structure_naming,
  structure_class_name,
  equal_narrative_pair,
  equal_years,
  sum_units,
  period_deadline,
  unit_suspect,
  ladder_order,
  ladder_cover,
  indicator_unit,
  indicator_unreachable,
  indicator_empty_target,
  indicator_duplicate,
  missing_table,
  missing_reason,
  missing_amount,
  missing_subject,
  none_contradicted,
  structure_numbering,
  structure_placeholder,
  structure_punctuation,
  structure_repeated,
  period_heading,
  period_date,
  period_comparison,
  privacy_contact,
  count,
};
std::string_view id_of(Evaluator evaluator);

/// Characters (their first three bytes) that words of a list begin with; a few others share their places.
class StartFilter {
 public:
  void add(std::uint32_t first_bytes) { words_[place(first_bytes) >> 6] |= bit(first_bytes); }
  bool may_start(std::uint32_t first_bytes) const {
    return (words_[place(first_bytes) >> 6] & bit(first_bytes)) != 0;
  }

 private:
  static constexpr std::uint32_t place(std::uint32_t first_bytes) {
    return (first_bytes * 0x9E3779B1u) >> 20;
  }
  static constexpr std::uint64_t bit(std::uint32_t first_bytes) {
    return std::uint64_t{1} << (place(first_bytes) & 63);
  }
  std::array<std::uint64_t, 64> words_{};
};

/// One way to read a list of parts as complete.
struct PartList {
  std::vector<ConceptId> every;  // must all be printed
  std::vector<ConceptId> also;   // count where printed; absent or 无: nothing
  std::vector<ConceptId> open;   // printed, but inside or beside, whichever adds up
  /// Becomes open where `container`, one of `also`, is printed: 其他资金 with 其他收入 beside or within it.
  std::vector<ConceptId> contained;
  ConceptId container = no_concept;
  std::uint32_t at_least = 0;    // so many parts in all; one figure is no list
};

enum class IdentityKind : std::uint8_t { sum, equal, change };

/// A relation between concepts that is nothing but data.
struct Identity {
  RuleIndex rule = 0;
  IdentityKind kind = IdentityKind::sum;
  /// sum: the total. equal: the left side. change: each concept that it is about (empty: every concept not
  /// named by another change rule).
  std::vector<ConceptId> concepts;
  Measure measure = Measure::amount;
  std::vector<PartList> lists;    // sum
  std::vector<ConceptId> equals;  // equal: the right side
  std::vector<ConceptId> unless_printed;
  /// equal: the two may differ unless every unit of the body is an agency.
  bool single_agency = false;
  bool across_scopes = false;  // equal: the scope that is stated on one side only is taken for both
  bool fiscal_parts = false;   // sum, equal: a scope that is named like the concept itself is no other scope
};

/// A table that disclosures of some time and level must hold.
struct StandardTable {
  std::string zh;
  std::string en;
  /// All words of one of these lists stand in its title, white space folded.
  std::vector<std::vector<std::string>> titles;
  std::vector<std::string> without;  // none of these does
  std::int16_t from = 0, to = 9999;  // years of the disclosure
  DisclosureKind kind = DisclosureKind::budget;
};

enum class PlaceLevel : std::uint8_t { unknown, central, province, city, county };

/// A section that disclosures of some time, kind, level and province must hold.
struct RequiredSection {
  std::string zh;
  std::string en;
  std::vector<std::string> words;      // one of them stands in it
  std::optional<DisclosureKind> kind;  // none: both
  std::int16_t from = 0, to = 9999;    // years of the disclosure
  std::string province;                // empty: any
  std::vector<PlaceLevel> levels;
  std::string source;
};

struct RuleBook::Data {
  std::string date;
  std::vector<Rule> rules;
  std::vector<Identity> identities;
  std::array<RuleIndex, static_cast<std::size_t>(Evaluator::count)> evaluators{};

  /// Words that names of projects and activities carry without being told apart by them (经费, 项目, 人大).
  std::vector<std::string> name_affixes;
  /// Parts that are never larger than their whole.
  struct Containment {
    ConceptId whole = no_concept;
    std::vector<ConceptId> parts;
  };
  std::vector<Containment> containments;
  /// Prose and table name the same things by different concepts.
  struct Counterpart {
    ConceptId prose = no_concept;
    ConceptId table = no_concept;
  };
  std::vector<Counterpart> counterparts;
  /// Totals of the year's own, and with what is carried over: words often do not tell which they are.
  struct Level {
    ConceptId own = no_concept;
    ConceptId grand = no_concept;
    std::vector<ConceptId> between;
  };
  std::vector<Level> levels;
  /// An indicator whose name ends in one of these is a rate; one that begins with a rising or falling word is
  /// no event.
  std::vector<std::string> rate_endings;
  std::vector<std::string> result_beginnings;
  std::vector<std::string> placeholders;
  std::vector<std::string> empty_reasons;
  /// A row or column whose label ends so is a total; these labels are totals of a part, whatever else they
  /// say.
  std::vector<std::string> total_endings;
  std::vector<std::string> subtotals;
  /// Heads of the columns of a balance rolled forward: opening, income, expenditure, distribution, closing.
  std::array<std::vector<std::string>, 5> roll_forward;
  /// Of every placeholder and empty reason: most characters of a text begin none.
  StartFilter template_starts;
  std::vector<StandardTable> tables;
  std::vector<RequiredSection> sections;
  std::vector<std::string> provinces;
  /// Titles of tables that are published empty as well, and words that say that one is empty.
  std::vector<std::string> empty_tables;
  std::vector<std::string> empty_notes;
  /// 编制部门 and the like: the body's name follows.
  std::vector<std::string> body_labels;
  std::vector<std::string> grades;
  std::vector<std::string> approval_words;
  std::vector<std::string> publication_words;
  /// Concepts that evaluators ask for by name.
  struct Known {
    ConceptId expenditure = no_concept;
    ConceptId project_expenditure = no_concept;
    ConceptId project_budget = no_concept;
    ConceptId activity_budget = no_concept;
    ConceptId assets_total = no_concept;
    std::vector<ConceptId> assets;
    ConceptId assets_general = no_concept;
    ConceptId assets_vehicles = no_concept;
    ConceptId vehicles = no_concept;
    ConceptId vehicles_planned = no_concept;
    ConceptId vehicle_purchase = no_concept;
    ConceptId performance_projects = no_concept;
    ConceptId problems = no_concept;
    ConceptId problems_settled = no_concept;
    ConceptId problems_open = no_concept;
    ConceptId vehicle_operation = no_concept;
    ConceptId sme = no_concept;
    ConceptId micro = no_concept;
    ConceptId procurement = no_concept;
    /// By concept: the code of function.CODE and economic.CODE, empty for all others.
    std::vector<std::string> codes;
  } known;

  /// The code of function.CODE and economic.CODE, of the vocabulary or the disclosure's own; empty for all
  /// others.
  std::string_view code_of(const Disclosure& disclosure, ConceptId concept_id) const {
    const auto index = static_cast<std::size_t>(concept_id);
    if (index < known.codes.size()) return known.codes[index];
    const std::string_view id = disclosure.own_concepts[index - known.codes.size()].id;
    return id.substr(id.find('.') + 1);
  }
  const Rule& rule(Evaluator evaluator) const { return rules[index(evaluator)]; }
  RuleIndex index(Evaluator evaluator) const { return evaluators[static_cast<std::size_t>(evaluator)]; }
};

}  // namespace mingzhang
