// Tables whose columns say it all: the three public expenses, totals across, procurement; and the lists of
// the same. Tested in tests/unit/disclosure/standard_tables_test.cpp.
#include "disclosure/columns.h"
#include "disclosure/three_public.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

bool is_three_public(const Extraction& extraction, ConceptId id) {
  if (id == no_concept) return false;
  const std::string_view name = extraction.lexicon.id_of(id);
  return name.starts_with("three_public.") || name == "meetings" || name == "training";
}

/// The row of the body as a whole: the only one, or the one that is named 合计 (the first, where its units
/// follow).
std::int32_t whole_row(const Extraction& extraction, const TableView& view,
                       const std::vector<ColumnMeaning>& columns) {
  std::int32_t total = none;
  std::int32_t last = none;
  std::uint32_t rows = 0;
  for (std::uint32_t row = view.header_rows(); row < view.rows(); ++row) {
    if (view.row_span(row).empty() || view.is_numbering(row)) continue;
    bool figures = false;
    for (std::uint32_t column = 0; column < view.columns(); ++column) {
      if (columns[column].kind == ColumnKind::figures) figures = figures || !view.is_empty(row, column);
      const bool key =
          columns[column].kind != ColumnKind::figures && columns[column].kind != ColumnKind::other;
      if (key && total == none && is_total_label(extraction, view.label(row, column)))
        total = static_cast<std::int32_t>(row);
    }
    if (!figures) continue;
    ++rows;
    last = static_cast<std::int32_t>(row);
  }
  if (total != none) return total;
  return rows == 1 ? last : static_cast<std::int32_t>(none);
}

/// 合计 over the three: with meetings and training where the table has columns or lines for them too.
class ThreePublicReader {
 public:
  ThreePublicReader(Extraction& extraction, TableView& view)
      : ex_(extraction),
        view_(view),
        title_(meaning_of_title(view)),
        columns_(meanings_of_columns(ex_, view_)) {}

  bool read() {
    if (view_.header_rows() == 0 || !title_.three_public) return false;
    return read_by_sums() || read_columns() || read_lines();
  }

 private:
  /// One row whose columns are in doubt, or have heads that were not understood.
  bool read_by_sums() {
    if (view_.rows() != view_.header_rows() + 1) return false;
    const std::uint32_t row = view_.header_rows();
    bool doubt = !heads_are_distinct(has_meetings());
    for (std::uint32_t column = 0; column < view_.columns(); ++column) {
      const bool unknown = columns_[column].kind != ColumnKind::figures;
      doubt = doubt || (!view_.is_empty(row, column) && (unknown || view_.table().at(row, column).unsure));
    }
    if (!doubt) return false;
    const std::vector<NamedColumn> named = columns_by_sums(ex_, view_, row);
    if (named.empty()) return false;
    view_.vouch_for(row);
    for (const NamedColumn& column : named) {
      ColumnMeaning meaning;
      meaning.kind = ColumnKind::figures;
      meaning.stage = column.stage;
      add(row, column.column, meaning, column.concept_id);
    }
    return true;
  }

  bool read_columns() {
    const auto named = std::count_if(columns_.begin(), columns_.end(), [&](const ColumnMeaning& column) {
      return is_three_public(ex_, column.concept_id);
    });
    const bool meetings = has_meetings();
    if (named < 2) return false;
    if (!heads_are_distinct(meetings)) return true;
    const std::int32_t row = whole_row(ex_, view_, columns_);
    if (row == none) return true;  // rows of units: which one is the whole is not certain
    bool first_total = true;
    for (std::uint32_t column = 0; column < view_.columns(); ++column) {
      ColumnMeaning meaning = columns_[column];
      if (meaning.kind != ColumnKind::figures) continue;
      ConceptId concept_id = meaning.concept_id;
      if (concept_id == no_concept && meaning.total) {
        // 合计 | “三公”经费 > 小计 | … | 会议费 | 培训费
        concept_id =
            meetings && first_total ? ex_.lexicon.core.three_public_more : ex_.lexicon.core.three_public;
      }
      first_total = first_total && !meaning.total;
      if (concept_id == no_concept) continue;
      add(static_cast<std::uint32_t>(row), column, meaning, concept_id);
    }
    return true;
  }

  bool has_meetings() const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const ColumnMeaning& column) {
      return column.concept_id != no_concept && ex_.lexicon.id_of(column.concept_id) == "meetings";
    });
  }

  /// Two totals are one of the three and one with meetings and training.
  bool heads_are_distinct(bool meetings) const {
    std::vector<ColumnMeaning> columns = columns_;
    const auto total =
        std::find_if(columns.begin(), columns.end(), [](const ColumnMeaning& c) { return c.total; });
    if (meetings && total != columns.end()) columns.erase(total);
    return are_distinct(columns);
  }

  /// 合计 / 1.因公出国（境）费 / 2.公务接待费 / 3.公务用车购置及运行费 / 其中：（1）公务用车购置费
  bool read_lines() {
    const auto label = std::find_if(columns_.begin(), columns_.end(), [](const ColumnMeaning& column) {
      return column.kind == ColumnKind::label || column.kind == ColumnKind::name;
    });
    if (label == columns_.end()) return false;
    const auto label_column = static_cast<std::uint32_t>(label - columns_.begin());
    bool meetings = false;
    for (std::uint32_t row = view_.header_rows(); row < view_.rows(); ++row)
      meetings = meetings || without_number(view_.label(row, label_column)) == "会议费";
    for (std::uint32_t row = view_.header_rows(); row < view_.rows(); ++row)
      read_line(row, without_number(view_.label(row, label_column)), meetings);
    return true;
  }

  void read_line(std::uint32_t row, const std::string& label, bool meetings) {
    const CoreConcepts& core = ex_.lexicon.core;
    ConceptId concept_id = no_concept;
    if (is_total_label(ex_, label)) {
      concept_id = meetings ? core.three_public_more : core.three_public;
    } else if (const VocabularyTerm* term = ex_.lexicon.term(ex_.lexicon.trie.find(label)); term != nullptr) {
      if (term->is(Word::label)) concept_id = term->money;
      if (concept_id == no_concept && term->is(Word::short_label) && term->under == above_)
        concept_id = term->short_concept;
      if (!is_three_public(ex_, concept_id) && concept_id != core.agency_operating) concept_id = no_concept;
    }
    if (concept_id == no_concept) return;
    if (ex_.lexicon.id_of(concept_id) == "three_public.vehicles") above_ = concept_id;
    for (std::uint32_t column = 0; column < view_.columns(); ++column) {
      const ColumnMeaning& meaning = columns_[column];
      const bool plain = meaning.concept_id == no_concept || meaning.concept_id == core.expenditure_total;
      if (meaning.kind == ColumnKind::figures && plain) add(row, column, meaning, concept_id);
    }
  }

  void add(std::uint32_t row, std::uint32_t column, ColumnMeaning meaning, ConceptId concept_id) {
    meaning.part = Part::total;
    meaning.scope = scope_below(title_.scope, meaning.scope);
    add_table_fact(ex_, view_, row, column, meaning, concept_id);
  }

  Extraction& ex_;
  TableView& view_;
  TitleMeaning title_;
  std::vector<ColumnMeaning> columns_;
  ConceptId above_ = no_concept;
};

}  // namespace

bool read_three_public_table(Extraction& extraction, TableView& view) {
  return ThreePublicReader(extraction, view).read();
}

/// 合计 | 基本支出 | 项目支出 with the figures in one row below, or rows of units below a total.
bool read_across(Extraction& extraction, TableView& view) {
  if (view.header_rows() == 0) return false;
  const std::vector<ColumnMeaning> columns = meanings_of_columns(extraction, view);
  const TitleMeaning title = meaning_of_title(view);
  int income = 0;
  int expenditure = 0;
  bool own_year = false;
  bool carryover = false;
  for (const ColumnMeaning& column : columns) {
    if (column.kind != ColumnKind::figures || column.concept_id == no_concept) continue;
    const std::string_view id = extraction.lexicon.id_of(column.concept_id);
    income += id.starts_with("revenue.");
    expenditure += id.starts_with("expenditure.");
    own_year = own_year || column.concept_id == extraction.lexicon.core.revenue_total;
    carryover = carryover || column.concept_id == extraction.lexicon.core.revenue_carryover;
  }
  const bool one_side = (income == 0) != (expenditure == 0) && income + expenditure >= 2;
  if (!one_side || title.projects || !are_distinct(columns)) return false;
  const std::int32_t row = whole_row(extraction, view, columns);
  if (row == none) return true;
  const CoreConcepts& core = extraction.lexicon.core;
  const ConceptId whole = own_year && carryover ? core.grand_total
                          : income > 0          ? revenue_of(extraction.lexicon, title.scope)
                          : title.basic         ? core.expenditure_basic
                                                : core.expenditure_total;
  for (std::uint32_t column = 0; column < view.columns(); ++column) {
    ColumnMeaning meaning = columns[column];
    if (meaning.kind != ColumnKind::figures) continue;
    const ConceptId concept_id = meaning.concept_id != no_concept ? meaning.concept_id
                                 : meaning.total                  ? whole
                                                                  : no_concept;
    if (concept_id == no_concept) continue;
    meaning.part = Part::total;
    meaning.scope = scope_below(title.scope, meaning.scope);
    add_table_fact(extraction, view, static_cast<std::uint32_t>(row), column, meaning, concept_id);
  }
  return true;
}

/// 合计 / 一、货物A / 二、工程B / 三、服务C as lines, or 合计 | 货物 | 工程 | 服务 across.
bool read_procurement(Extraction& extraction, TableView& view) {
  if (view.header_rows() == 0 || !meaning_of_title(view).procurement) return false;
  const std::vector<ColumnMeaning> columns = meanings_of_columns(extraction, view);
  const auto is_part = [&](ConceptId id) {
    return id != no_concept && extraction.lexicon.id_of(id).starts_with("procurement.");
  };
  const auto across = std::count_if(columns.begin(), columns.end(),
                                    [&](const ColumnMeaning& c) { return is_part(c.concept_id); });
  if (across >= 2) {
    if (!are_distinct(columns)) return true;
    const std::int32_t row = whole_row(extraction, view, columns);
    for (std::uint32_t column = 0; row != none && column < view.columns(); ++column) {
      const ColumnMeaning& meaning = columns[column];
      const ConceptId concept_id = is_part(meaning.concept_id) ? meaning.concept_id
                                   : meaning.total             ? extraction.lexicon.core.procurement_total
                                                               : no_concept;
      if (meaning.kind == ColumnKind::figures && concept_id != no_concept)
        add_table_fact(extraction, view, static_cast<std::uint32_t>(row), column, meaning, concept_id);
    }
    return true;
  }
  for (std::uint32_t row = view.header_rows(); row < view.rows(); ++row) {
    std::string label = without_number(view.label(row, 0));
    while (!label.empty() && label.back() >= 'A' && label.back() <= 'Z')
      label.pop_back();
    ConceptId concept_id =
        is_total_label(extraction, label) ? extraction.lexicon.core.procurement_total : no_concept;
    if (const VocabularyTerm* term = extraction.lexicon.term(extraction.lexicon.trie.find(label));
        term != nullptr && concept_id == no_concept) {
      if (is_part(term->short_concept)) concept_id = term->short_concept;
      if (is_part(term->money)) concept_id = term->money;
    }
    if (concept_id == no_concept) continue;
    for (std::uint32_t column = 1; column < view.columns(); ++column) {
      const ColumnMeaning& meaning = columns[column];
      if (meaning.kind == ColumnKind::figures && meaning.concept_id == no_concept)
        add_table_fact(extraction, view, row, column, meaning, concept_id);
    }
  }
  return true;
}

}  // namespace mingzhang
