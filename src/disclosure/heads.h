// Heads of the standard tables, word by word: 2023年预算数, 本年一般公共预算支出, 比上年增减%. A head counts
// only where every word of it is known, so that none of another meaning passes for a known one. The words are
// data: `heads` in assets/vocabulary/tables.json, and the wordings of the concepts. Tested in
// tests/unit/disclosure/heads_test.cpp.
#pragma once

#include "disclosure/lexicon.h"

#include <string_view>

namespace mingzhang {

/// What stands in a column, as its lowest head says.
enum class ColumnKind : std::uint8_t {
  unknown,
  code,   // of the classification
  name,   // of an item
  label,  // of a line in words
  unit,   // body or unit that the row is of
  other,  // remarks, numbers of rows: neither keys nor figures
  figures,
};

enum class Side : std::uint8_t { none, income, expenditure };

struct HeadMeaning {
  ColumnKind kind = ColumnKind::unknown;
  /// Every word is known.
  bool understood = false;
  /// 合计, 小计, 总计.
  bool total = false;
  bool has_part = false;
  Part part = Part::total;
  /// A wording of a concept: 财政拨款收入, 公务接待费, 基本支出; no_concept for none.
  ConceptId concept_id = no_concept;
  Scope scope = Scope::all;
  Side side = Side::none;
  Stage stage = Stage::unstated;
  /// As printed; or −1 for 上年, 1 for 本年, relative to the document's year; 0 for none.
  int year = 0;
  /// 增减额 and 增减%; amount for all others.
  Measure measure = Measure::amount;
  /// 比2022年执行数: what a change starts from.
  Base base = Base::unstated;
  bool compares = false;
};

/// `head` is folded.
HeadMeaning meaning_of_head(std::string_view head, const Vocabulary::Lexicon& lexicon);

}  // namespace mingzhang
