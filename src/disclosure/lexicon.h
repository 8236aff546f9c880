// What a Vocabulary holds, for the files of this folder only: the terms of the prose in one trie, the traits
// of each concept, the shapes of tables and the classification of budget items.
//
// Terms are matched in folded form: full-width signs as ASCII, white space, line breaks and quotation marks
// passed over, so that one wording finds “三公”经费, “三公经费” and 三公经费, broken over two lines or not.
// Nothing is copied for that. Tested in tests/unit/disclosure/vocabulary_test.cpp.
#pragma once

#include "disclosure/classification.h"
#include "disclosure/vocabulary.h"
#include "text/utf8.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang {

/// What a term of the vocabulary can be in a sentence. One term may be several; the sentence decides (预算 is
/// a base after 比上年, a stage after 年初, and says nothing after 基本支出).
enum class Word : std::uint8_t {
  label,        // a concept's wording
  short_label,  // a concept's wording below its whole
  item_class,   // name of a class of the classification
  scope,
  vehicle_use,
  whole,  // 部门预算: expenditure as a whole where nothing else is said
  expenditure_bare,
  revenue_bare,
  glue,
  joint,
  increase,
  decrease,
  greater,
  smaller,
  unchanged,
  incomparable,
  nothing,
  last_year,
  year_end,
  versus,
  versus_alone,
  base_budget,
  base_execution,
  base_final,
  stage_budget,
  stage_adjusted,
  stage_execution,
  stage_final,
  share,
  completion,
  of_which,
  reason,
  purpose,
  within,
  unit_price,    // 单价: opens 单价100万元以上设备
  behind_count,  // 个项目实行绩效目标管理: a wording that stands behind its figure
};

struct VocabularyTerm {
  std::uint64_t kinds = 0;
  /// The concept for money and the one for counts (通用设备 is both); no_concept where there is none.
  ConceptId money = no_concept;
  ConceptId count = no_concept;
  /// Short labels: the concept below whole, and that whole.
  ConceptId short_concept = no_concept;
  ConceptId under = no_concept;
  /// Wordings behind their figure: the concept of the figure.
  ConceptId counted = no_concept;
  /// Labels that name a scope as well (年初财政拨款结转和结余), and scope words.
  Scope scope = Scope::all;
  /// Scope words: the income that they name where they stand alone.
  ConceptId revenue = no_concept;
  /// 评级为优的项目
  Level level = Level::none;
  /// Characters of the folded term.
  std::uint16_t length = 0;

  bool is(Word word) const { return (kinds >> static_cast<unsigned>(word) & 1) != 0; }
  void add(Word word) { kinds |= std::uint64_t{1} << static_cast<unsigned>(word); }
};

struct ConceptTraits {
  bool money = true;
  bool scoped = false;
  bool stock = false;
  /// 财政拨款收入 and its like speak of a scope as well.
  Scope named_scope = Scope::all;
  /// A sentence without this word does not speak of the concept.
  std::string beside{};
};

/// decode_utf8 with the two frequent cases inline: almost every character here has one byte or three.
inline CodePoint next_character(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
  };
  const std::uint32_t lead = byte(offset);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1};
  if (lead > 0xE0 && lead < 0xED && offset + 2 < text.size() && (byte(offset + 1) & 0xC0) == 0x80 &&
      (byte(offset + 2) & 0xC0) == 0x80) {
    return {static_cast<char32_t>((lead & 0x0F) << 12 | (byte(offset + 1) & 0x3F) << 6 |
                                  (byte(offset + 2) & 0x3F)),
            3};
  }
  return decode_utf8(text, offset);
}

/// The character that terms are compared by; 0 for what is passed over (white space, quotation marks).
inline char32_t fold_character(char32_t character) {
  if (character >= 0x3400 && character < 0xFF00) return character;
  if (character >= 0xFF01 && character <= 0xFF5E) character -= 0xFEE0;
  if (character <= 0x20 || character == '"' || character == '\'') return 0;
  if (character < 0x80) return character;
  if (character >= 0x2018 && character <= 0x201F) return 0;  // ‘ ’ “ ”
  if (character >= 0x300C && character <= 0x300F) return 0;  // 「」『』
  return is_space(character) ? 0 : character;
}
/// A label, head or name in that form.
std::string fold_label(std::string_view words);

/// Terms by their folded characters.
class Trie {
 public:
  struct Match {
    std::uint32_t end = 0;    // offset after the match
    std::int32_t value = -1;  // -1: none
  };

  /// The value slot of these words, -1 when new.
  std::int32_t& slot(std::string_view words);
  /// To be called once after the last slot().
  void freeze();
  /// Longest term that begins at `offset`, where a character that is not passed over must stand.
  Match longest(std::string_view text, std::uint32_t offset, std::uint32_t end) const;
  /// False where no term begins with this character: a quick look before longest().
  bool may_begin(char32_t character) const {
    return root_.empty() || (character < root_.size() && root_[character] != 0);
  }
  /// The value of exactly these words; -1 for none.
  std::int32_t find(std::string_view words) const;

 private:
  struct Edge {
    char32_t character;
    std::uint32_t node;
  };
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint32_t edges = 0;
    std::int32_t value = -1;
  };
  std::uint32_t step(std::uint32_t node, char32_t character) const;

  std::vector<Node> nodes_{1};
  std::vector<std::vector<Edge>> growing_{1};
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> root_;  // large tries: node by character of the basic plane; 0 for none
};

/// Words by role, as tables.json gives them for one shape of table; folded.
struct ShapeRole {
  std::string name;
  std::vector<std::string> words;
  bool required = false;
};

/// What a label of a project's form stands for.
enum class FormRole : std::uint8_t {
  name,
  total,
  superior,
  county,
  other,
  goal,
  unit_of,  // 资金情况（万元）
  category,
  subcategory,
  indicator,
  target,
  none,
};

struct TableShape {
  std::string reader;
  std::vector<ShapeRole> roles;
  std::vector<std::string> titles;
};

/// What a word of a head says (heads.h).
enum class HeadWord : std::uint8_t {
  code,
  name,
  label,
  unit,
  other,
  total,
  plain,
  this_year,
  last_year,
  budget,
  adjusted,
  execution,
  final,
  change,
  rate,
  share,
  completion,
  versus,
};

/// Labels of the standard tables; folded.
struct StandardWords {
  std::vector<std::string> total_labels, own_year_labels;
};

/// Concepts that the code itself names.
struct CoreConcepts {
  ConceptId revenue_total, revenue_fiscal, revenue_carryover, expenditure_total, expenditure_basic,
      expenditure_project, expenditure_personnel, expenditure_operating, agency_operating, three_public,
      three_public_more, activity_budget, grade_threshold, indicator_target, project_budget, funding_superior,
      funding_county, funding_other, function_unknown, assets_total, staff_total, vehicles, grand_total,
      fiscal_total, performance_projects, performance_amount, large_equipment, expenditure_carryover,
      revenue_general_public, revenue_government_fund, revenue_state_capital, procurement_total;
};

/// Endings of names; most words are told from all of them by their last character.
class Endings {
 public:
  void add(std::string ending);
  bool end(std::string_view words) const;

 private:
  std::vector<std::pair<std::uint32_t, std::string>> endings_;  // by their last three bytes
};

struct Vocabulary::Lexicon {
  std::vector<Concept> concepts;
  std::vector<ConceptTraits> traits;
  ConceptTraits traits_of_items{true, true, false, Scope::all, {}};
  std::vector<std::pair<std::string, ConceptId>> by_id;  // sorted
  CoreConcepts core{};

  std::vector<VocabularyTerm> terms;
  Trie trie;
  /// 单价100万元以上设备, whatever the price: index into terms.
  std::int32_t large_equipment_term = -1;
  Endings organisation_endings;
  /// What was done to projects (绩效自评): the subject of performance.*.
  std::vector<std::string> performance_steps;

  std::vector<TableShape> shapes;
  /// FormRole by label.
  Trie form_labels;
  /// HeadWord by words.
  Trie head_words;
  StandardWords standard;
  Classification function;
  Classification economic;

  const VocabularyTerm* term(std::int32_t value) const {
    return value < 0 ? nullptr : &terms[static_cast<std::size_t>(value)];
  }
  ConceptId find(std::string_view id) const;
  /// For concepts of the vocabulary; items that only the document knows (Disclosure::own_concepts) are money.
  const ConceptTraits& traits_of(ConceptId id) const {
    const auto index = static_cast<std::size_t>(id);
    return index < traits.size() ? traits[index] : traits_of_items;
  }
  Scope scope_named(ConceptId id) const { return traits_of(id).named_scope; }
  /// "function.own" for what is not of the vocabulary.
  std::string_view id_of(ConceptId id) const {
    const auto index = static_cast<std::size_t>(id);
    return index < concepts.size() ? std::string_view(concepts[index].id) : std::string_view("function.own");
  }
};

}  // namespace mingzhang
