// What a disclosure says: facts, each with its concept and its place, and the things that figures are said
// of. The meaning of every field is laid down in docs of the report format (README.md, 'The report').
#pragma once

#include "document/document.h"
#include "text/decimal.h"
#include "text/quantity.h"
#include "text/span.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace mingzhang {

/// Index into Vocabulary::concepts(), going on in Disclosure::own_concepts; none where there is no concept.
using ConceptId = std::int16_t;
inline constexpr ConceptId no_concept = -1;

struct Concept {
  std::string id;       // "expenditure.personnel"
  std::string name_zh;  // 人员经费
  std::string name_en;  // Personnel
};

using FactIndex = std::uint32_t;

enum class Scope : std::uint8_t { all, fiscal, general_public, government_fund, state_capital };
enum class Part : std::uint8_t { total, basic, project, personnel, operating };
enum class Stage : std::uint8_t { unstated, budget, adjusted, execution, final };
enum class Measure : std::uint8_t { amount, change, rate, share, completion, quantity, target, threshold };
enum class Base : std::uint8_t { unstated, budget, execution, final };
enum class Level : std::uint8_t { none, excellent, good, fair, poor };
enum class DisclosureKind : std::uint8_t { budget, final };

/// A place in the document, and where in its structure that is.
struct Source {
  Span span;
  std::int32_t block = none;
  std::int32_t section = none;
  std::int32_t table = none;
  std::int32_t row = none;  // header rows not counted
  std::int32_t column = none;
};

/// One figure at one place. The same figure in a sentence and in a table is two facts.
struct Fact {
  ConceptId concept_id = no_concept;
  /// Project, activity, indicator or item that the figure is about, as printed (white space folded); empty
  /// for none.
  std::string subject;
  Scope scope = Scope::all;
  Part part = Part::total;
  Stage stage = Stage::unstated;
  Measure measure = Measure::amount;
  /// share: the whole; no_concept otherwise.
  ConceptId of = no_concept;
  /// change, rate: what kind of last year's figure they start from.
  Base base = Base::unstated;
  Level level = Level::none;
  /// The year that the figure is about; 0 where unknown.
  std::int16_t period = 0;
  /// Signed: negative where the words say decrease. Decimals as printed.
  Decimal value;
  /// As printed, or inherited from the table's unit line or head.
  Unit unit = Unit::none;
  Comparator comparator = Comparator::equal;
  bool coarse = false;
  /// Indicators and thresholds: index into Disclosure::projects; none otherwise.
  std::int32_t project = none;
  /// Sentence that the figure stands in, or the table row's span: figures that share it were stated together.
  Span context;
  Source source;
};

/// Words that state something about a concept without printing a figure.
enum class StatementKind : std::uint8_t {
  nothing,    // 无, 没有, 不安排: the amount is zero
  unchanged,  // 持平, 一致, 无增减
  increase,   // a direction word beside a change or two amounts
  decrease,
  greater,  // 决算数大于预算数
  smaller,
  reason,         // 主要原因是…
  only_main,      // 主要是, 等: what follows is no complete list
  complete_list,  // 其中, 分别, 包括, 一是…二是
};

struct Statement {
  StatementKind kind = StatementKind::nothing;
  ConceptId concept_id = no_concept;
  Scope scope = Scope::all;
  std::int16_t period = 0;
  /// The fact that the words belong to (a change, for a direction or a reason); none where no figure is
  /// printed.
  std::int32_t fact = none;
  Source source;
};

/// A sentence part in which a change is given as the sum of others:
/// 增长33.81万元，其中：人员经费增加30.53万元.
struct ChangeExplanation {
  FactIndex whole = 0;
  std::vector<FactIndex> parts;
  /// The parts are introduced as a complete list (其中, 分别, 包括), not as the main reasons.
  bool complete = false;
  Source source;
};

struct Indicator {
  /// Index into Disclosure::projects; none for an activity's.
  std::int32_t project = none;
  std::string category;     // 一级指标
  std::string subcategory;  // 二级指标
  std::string name;         // 三级指标
  Source name_source;
  /// The target's cell, figure or words; its span is empty where the cell is.
  Source target;
  /// indicator.target; none where the target is in words or absent.
  std::int32_t fact = none;
};

struct Project {
  std::string name;
  Source name_source;
  std::int32_t budget = none;        // fact
  std::vector<FactIndex> funding;    // project.funding.*
  std::int32_t blank_funding = 0;    // funding cells that are empty
  Span goal;                         // words of 年度目标
  std::int32_t first_indicator = 0;  // into Disclosure::indicators
  std::int32_t indicators = 0;
  Span form;  // the table that declares it; empty where only a list names it
};

/// One row of a table of duties and activities.
struct Activity {
  std::string name;
  Source name_source;
  std::int32_t budget = none;  // fact; none where the cell is empty
  Source budget_cell;
  Span description;
  Span goal;
  std::string indicator;
  Source indicator_source;
  /// Cells 优 良 中 差; a fact is none where the cell holds words.
  std::array<Source, 4> grade_cells;
  std::array<std::int32_t, 4> grades = {none, none, none, none};
};

/// A list with an entry's number and words: duties, goals by duty, safeguards.
struct Entry {
  std::uint16_t ordinal = 0;
  Source source;
};

struct GlossaryEntry {
  std::string term;
  Source source;
};

struct OrganisationUnit {
  std::string name;
  std::string nature;   // 单位性质
  std::string rank;     // 单位规格
  std::string funding;  // 经费保障形式
  Source source;
};

struct Disclosure {
  std::string entity;
  Source entity_source;
  /// 0 where the document names no year.
  std::int16_t year = 0;
  DisclosureKind kind = DisclosureKind::budget;
  /// Some title, heading or sentence says that this is a budget or a final account; without it the document
  /// is no disclosure and the report says null.
  bool recognised = false;

  std::vector<Fact> facts;  // in order of place
  /// Items with codes that the classification does not know (function.2014205): their ids go on from the
  /// vocabulary's. See concept_of() in disclosure/vocabulary.h.
  std::vector<Concept> own_concepts;
  std::vector<Source> unplaced;  // figures without a concept
  std::vector<Statement> statements;
  std::vector<ChangeExplanation> explanations;
  std::vector<Project> projects;
  std::vector<Activity> activities;
  std::vector<Indicator> indicators;
  std::vector<Entry> duties;
  std::vector<Entry> goals;
  std::vector<Entry> safeguards;
  std::vector<GlossaryEntry> glossary;
  std::vector<OrganisationUnit> organisation;
};

}  // namespace mingzhang
