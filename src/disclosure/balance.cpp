// The table of income and expenditure side by side, and the table of the three public expenses, which stands
// across or as a list. Tested in tests/unit/disclosure/standard_tables_test.cpp.
#include "disclosure/columns.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// A column of labels with the figures that stand behind it.
struct Half {
  std::uint32_t label = 0;
  std::vector<std::uint32_t> figures;
  Side side = Side::none;
  bool carryover = false;        // below 年初结转: its lines are parts of it
  ConceptId above = no_concept;  // of the row above, for 购置费 below 公务用车
};

class BalanceReader {
 public:
  BalanceReader(Extraction& extraction, TableView& view) : ex_(extraction), view_(view) {}
  bool read();

 private:
  bool find_halves();
  bool judge_title();
  void read_row(std::uint32_t row, Half& half);
  ConceptId concept_of(const std::string& label, Half& half, std::string& subject);
  ConceptId total_of(const std::string& label, const Half& half) const;

  Extraction& ex_;
  TableView& view_;
  std::vector<ColumnMeaning> columns_;
  std::vector<Half> halves_;
  Scope scope_ = Scope::all;
  bool three_public_ = false;
  bool two_levels_ = false;  // 本年收入合计 and 总计
};

bool BalanceReader::find_halves() {
  for (std::uint32_t column = 0; column < view_.columns(); ++column) {
    const ColumnMeaning meaning = meaning_of_column(view_, ex_.lexicon, column);
    columns_.push_back(meaning);
    if (meaning.kind == ColumnKind::label || meaning.kind == ColumnKind::name) {
      halves_.push_back({column, {}, meaning.side, false, no_concept});
    } else if (meaning.kind == ColumnKind::figures && !halves_.empty()) {
      halves_.back().figures.push_back(column);
    }
  }
  std::erase_if(halves_, [](const Half& half) { return half.figures.empty(); });
  return !halves_.empty();
}

bool BalanceReader::judge_title() {
  std::string title = fold_label(ex_.words(view_.table().title));
  if (title.empty()) title = view_.title();
  const auto says = [&](std::string_view words) { return title.find(words) != std::string::npos; };
  three_public_ = says("三公");
  const bool balance = says("收支") || (says("收入") && says("支出"));
  if (!three_public_ && !balance) return false;
  if (says("一般公共预算"))
    scope_ = Scope::general_public;
  else if (says("政府性基金") || says("国有资本"))
    return false;
  else if (says("财政拨款"))
    scope_ = Scope::fiscal;
  if (three_public_) return halves_.size() == 1;
  return std::all_of(halves_.begin(), halves_.end(),
                     [](const Half& half) { return half.side != Side::none; });
}

/// 合计, 收入总计: of the half's side; where the table prints two levels, with_carryover() sorts them later.
ConceptId BalanceReader::total_of(const std::string& label, const Half& half) const {
  const CoreConcepts& core = ex_.lexicon.core;
  if (!is_one_of(label, ex_.lexicon.standard.total_labels)) return no_concept;
  if (three_public_) return core.three_public;
  if (scope_ != Scope::all) {
    const bool grand = two_levels_ && (label == "总计" || label == "收入总计" || label == "支出总计");
    if (grand) return core.fiscal_total;
    return half.side == Side::income ? core.revenue_fiscal : core.expenditure_total;
  }
  return half.side == Side::income ? core.revenue_total : core.expenditure_total;
}

ConceptId BalanceReader::concept_of(const std::string& label, Half& half, std::string& subject) {
  if (const ConceptId total = total_of(label, half); total != no_concept) {
    half.carryover = false;
    return total;
  }
  const Term* term = ex_.lexicon.term(ex_.lexicon.trie.find(label));
  if (term == nullptr) return no_concept;
  if (term->is(Word::scope)) {
    return half.side == Side::income && !half.carryover && !three_public_ ? term->revenue : no_concept;
  }
  if (term->is(Word::item_class)) {
    if (half.side != Side::expenditure) return no_concept;
    subject = label;
    return term->money;
  }
  if (term->is(Word::label) && term->money != no_concept) {
    const std::string_view id = ex_.lexicon.id_of(term->money);
    if (three_public_ != (id.starts_with("three_public.") || id == "meetings" || id == "training"))
      return no_concept;
    if (half.side == Side::income && !id.starts_with("revenue.")) return no_concept;
    if (half.side == Side::expenditure && !id.starts_with("expenditure.")) return no_concept;
    if (half.carryover) return no_concept;
    half.carryover = term->money == ex_.lexicon.core.revenue_carryover;
    half.above = term->money;
    return term->money;
  }
  if (term->is(Word::short_label) && term->under == half.above) return term->short_concept;
  if (term->is(Word::short_label) && half.side == Side::income &&
      term->under == ex_.lexicon.core.revenue_total) {
    return term->short_concept;
  }
  return no_concept;
}

void BalanceReader::read_row(std::uint32_t row, Half& half) {
  const std::string label = without_number(view_.label(row, half.label));
  if (label.empty()) return;
  std::string subject;
  const ConceptId concept_id = concept_of(label, half, subject);
  if (concept_id == no_concept) return;
  for (const std::uint32_t column : half.figures) {
    ColumnMeaning meaning = columns_[column];
    if (meaning.part != Part::total || meaning.concept_id != no_concept) continue;
    if (meaning.scope == Scope::all) meaning.scope = scope_;
    if (Fact* fact = add_table_fact(ex_, view_, row, column, meaning, concept_id)) {
      fact->subject = subject;
      const auto index = static_cast<FactIndex>(fact - ex_.result.facts.data());
      ex_.note_level(index, view_.words(row, half.label));
    }
  }
}

bool BalanceReader::read() {
  if (view_.header_rows() == 0 || !find_halves() || !judge_title()) return false;
  for (std::uint32_t row = view_.header_rows(); row < view_.rows(); ++row) {
    const std::string label = view_.label(row, halves_.front().label);
    two_levels_ = two_levels_ || label.starts_with("本年收入") || label.starts_with("当年收入");
  }
  for (std::uint32_t row = view_.header_rows(); row < view_.rows(); ++row) {
    for (Half& half : halves_)
      read_row(row, half);
  }
  return true;
}

}  // namespace

bool read_balance(Extraction& extraction, TableView& view) {
  return BalanceReader(extraction, view).read();
}

bool read_three_public_table(Extraction& extraction, TableView& view) {
  if (view.header_rows() == 0 || !view.titled("三公")) return false;
  std::vector<ColumnMeaning> columns;
  int public_columns = 0;
  bool meetings = false;
  for (std::uint32_t column = 0; column < view.columns(); ++column) {
    columns.push_back(meaning_of_column(view, extraction.lexicon, column));
    const ConceptId id = columns.back().concept_id;
    if (id == no_concept) continue;
    public_columns += extraction.lexicon.id_of(id).starts_with("three_public.");
    meetings = meetings || extraction.lexicon.id_of(id) == "meetings";
  }
  if (public_columns < 2) return false;
  std::string title = fold_label(extraction.words(view.table().title));
  if (title.empty()) title = view.title();
  const Scope scope = title.find("一般公共预算") != std::string::npos ? Scope::general_public
                      : title.find("财政拨款") != std::string::npos   ? Scope::fiscal
                                                                      : Scope::all;
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = view.header_rows(); row < view.rows(); ++row) {
    if (!view.row_span(row).empty()) rows.push_back(row);
  }
  if (rows.size() != 1) return false;  // rows by unit: which one is the whole is not certain
  for (std::uint32_t column = 0; column < view.columns(); ++column) {
    ColumnMeaning meaning = columns[column];
    if (meaning.kind != ColumnKind::figures) continue;
    ConceptId concept_id = meaning.concept_id;
    if (concept_id == no_concept && meaning.has_part && meaning.part == Part::total) {
      concept_id =
          meetings ? extraction.lexicon.core.three_public_more : extraction.lexicon.core.three_public;
    }
    if (concept_id == no_concept) continue;
    meaning.part = Part::total;
    if (meaning.scope == Scope::all) meaning.scope = scope;
    add_table_fact(extraction, view, rows.front(), column, meaning, concept_id);
  }
  return true;
}

}  // namespace mingzhang
