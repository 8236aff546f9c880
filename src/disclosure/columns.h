// What the columns of a standard table hold: codes, names, labels, or figures of some part, scope, stage and
// concept, as their heads say. Tested in tests/unit/disclosure/standard_tables_test.cpp.
#pragma once

#include "disclosure/table_view.h"

#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

enum class ColumnKind : std::uint8_t { unknown, code, name, label, figures };
enum class Side : std::uint8_t { none, income, expenditure };

struct ColumnMeaning {
  ColumnKind kind = ColumnKind::unknown;
  /// figures: the head names a part (基本支出) or the total.
  bool has_part = false;
  Part part = Part::total;
  /// figures: a concept of its own (财政拨款收入, 公务接待费); no_concept for none.
  ConceptId concept_id = no_concept;
  Scope scope = Scope::all;
  Stage stage = Stage::unstated;
  int year = 0;
  Side side = Side::none;
};

ColumnMeaning meaning_of_column(const TableView& view, const Vocabulary::Lexicon& lexicon,
                                std::uint32_t column);

/// Readers of the standard tables; each returns false where the table is another.
bool read_classified(Extraction& extraction, TableView& view);
bool read_three_public_table(Extraction& extraction, TableView& view);
bool read_balance(Extraction& extraction, TableView& view);

/// A fact from a cell with one figure, its unit, year and stage; nullptr where the cell holds none.
Fact* add_table_fact(Extraction& extraction, TableView& view, std::uint32_t row, std::uint32_t column,
                     const ColumnMeaning& meaning, ConceptId concept_id);

bool is_one_of(std::string_view words, const std::vector<std::string>& list);
/// Without 一、 (一) 1. 其中: before it.
std::string without_number(std::string label);

}  // namespace mingzhang
