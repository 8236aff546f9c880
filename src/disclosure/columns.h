// What the columns of a standard table hold: codes, names, labels, or figures of some part, scope, stage and
// concept, as their heads say. Tested in tests/unit/disclosure/standard_tables_test.cpp.
#pragma once

#include "disclosure/heads.h"
#include "disclosure/table_view.h"

#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

struct ColumnMeaning {
  ColumnKind kind = ColumnKind::unknown;
  /// figures: 合计 of what the table is about, and no concept of its own.
  bool total = false;
  bool has_part = false;
  Part part = Part::total;
  /// figures: a concept of its own (财政拨款收入, 公务接待费, 基本支出); no_concept for none.
  ConceptId concept_id = no_concept;
  Scope scope = Scope::all;
  Stage stage = Stage::unstated;
  /// Of the figures; 0 where the heads name none.
  int year = 0;
  Measure measure = Measure::amount;
  Base base = Base::unstated;
  Side side = Side::none;
};

/// One for each column. A column has figures only where its lowest head is understood, and those above it too
/// or else stand above all columns with figures alike.
std::vector<ColumnMeaning> meanings_of_columns(const Extraction& extraction, const TableView& view);

/// False where two columns with figures say the same: their heads were not read as they are printed.
bool are_distinct(const std::vector<ColumnMeaning>& columns);

/// What a title says of its whole table.
struct TitleMeaning {
  Scope scope = Scope::all;
  bool basic = false;        // 基本支出
  bool income = false;       // 收入
  bool expenditure = false;  // 支出
  bool both = false;         // 收支
  bool three_public = false;
  bool agency_operating = false;  // 机关运行经费, without 三公
  bool procurement = false;
  bool projects = false;  // 项目支出
};
TitleMeaning meaning_of_title(const TableView& view);

/// The scope of a column: its heads' own, else the title's; 财政拨款 over a column of a table of 一般公共预算
/// says no more than the title.
Scope scope_below(Scope title, Scope heads);

/// The income that is named after a scope; revenue.total for all funds.
ConceptId revenue_of(const Vocabulary::Lexicon& lexicon, Scope scope);

/// Readers of the standard tables; each returns false where the table is another.
bool read_classified(Extraction& extraction, TableView& view);
bool read_three_public_table(Extraction& extraction, TableView& view);
bool read_balance(Extraction& extraction, TableView& view);
bool read_across(Extraction& extraction, TableView& view);
bool read_procurement(Extraction& extraction, TableView& view);

/// A fact from a cell with one figure, its unit, year, measure and stage; nullptr where the cell holds none.
Fact* add_table_fact(Extraction& extraction, TableView& view, std::uint32_t row, std::uint32_t column,
                     const ColumnMeaning& meaning, ConceptId concept_id);

bool is_one_of(std::string_view words, const std::vector<std::string>& list);
/// Without 一、 (一) 1. 其中: before it.
std::string without_number(std::string label);
/// 合计, 总计, 支出合计 …
bool is_total_label(const Extraction& extraction, std::string_view label);

}  // namespace mingzhang
