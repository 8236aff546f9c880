// Income and expenditure side by side, or one of them as a list: labels in words with the figures behind
// them. Tested in tests/unit/disclosure/standard_tables_test.cpp.
#include "disclosure/columns.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// Columns of labels with the figures that stand behind them.
struct Half {
  std::vector<std::uint32_t> labels;
  std::vector<std::uint32_t> figures;
  Side side = Side::none;
  /// 一般公共预算资金 | 小计: by row, the group that it belongs to.
  std::vector<std::string> groups;
  /// Below 年初结转 its lines are parts of it.
  bool carryover = false;
  /// It lists classes of the functional classification.
  bool by_function = false;
  /// 本年收入合计 stands above the total, which then holds the carry-over too.
  bool own_year = false;
};

class BalanceReader {
 public:
  BalanceReader(Extraction& extraction, TableView& view)
      : ex_(extraction), view_(view), title_(meaning_of_title(view)) {}
  bool read();

 private:
  struct Line {
    ConceptId concept_id = no_concept;
    Scope scope = Scope::all;
    std::string subject;
  };

  bool find_halves();
  bool give_sides();
  bool names_sources() const;
  void find_groups_of_rows(Half& half) const;
  std::string label_of(std::uint32_t row, const Half& half) const;
  bool has_figures(std::uint32_t row, const Half& half) const;
  void read_row(std::uint32_t row, std::size_t index);
  Line line_of(const std::string& label, Half& half) const;
  ConceptId total_of(const std::string& label, Half& half) const;
  bool is_of_side(const ColumnMeaning& meaning) const;
  void add(std::uint32_t row, std::uint32_t column, const Half& half, const Line& line);

  Extraction& ex_;
  TableView& view_;
  TitleMeaning title_;
  std::vector<ColumnMeaning> columns_;
  std::vector<Half> halves_;
};

bool BalanceReader::find_halves() {
  columns_ = meanings_of_columns(ex_, view_);
  bool open = false;
  for (std::uint32_t column = 0; column < view_.columns(); ++column) {
    const ColumnMeaning& meaning = columns_[column];
    const bool label = meaning.kind == ColumnKind::label || meaning.kind == ColumnKind::name;
    if (label && !open) halves_.emplace_back();
    open = label || (open && meaning.kind == ColumnKind::other);
    if (halves_.empty()) continue;
    Half& half = halves_.back();
    if (label) half.labels.push_back(column);
    if (label && half.side == Side::none) half.side = meaning.side;
    if (meaning.kind == ColumnKind::figures) half.figures.push_back(column);
  }
  std::erase_if(halves_, [](const Half& half) { return half.figures.empty(); });
  return !halves_.empty();
}

/// By their heads, else by the title, else the left one is income.
bool BalanceReader::give_sides() {
  for (Half& half : halves_) {
    for (const std::uint32_t column : half.figures) {
      if (half.side == Side::none) half.side = columns_[column].side;
    }
  }
  const bool named =
      std::all_of(halves_.begin(), halves_.end(), [](const Half& h) { return h.side != Side::none; });
  if (named) return title_.both || title_.income || title_.expenditure || halves_.size() > 1;
  if (title_.both && halves_.size() >= 2 && halves_[0].side != Side::expenditure &&
      halves_[1].side != Side::income) {
    for (Half& half : halves_)
      half.side = &half == halves_.data() ? Side::income : Side::expenditure;
    return true;
  }
  if (title_.both || title_.income == title_.expenditure || halves_.size() != 1) return false;
  halves_[0].side = title_.income ? Side::income : Side::expenditure;
  return true;
}

/// From one 小计 to the next is a group; its name stands beside one of its rows, wherever in the merged cell
/// it is printed.
void BalanceReader::find_groups_of_rows(Half& half) const {
  half.groups.assign(view_.rows(), {});
  if (half.labels.size() < 2) return;
  const auto opens = [&](std::uint32_t row) { return view_.label(row, half.labels.back()) == "小计"; };
  for (std::uint32_t start = view_.header_rows(); start < view_.rows(); ++start) {
    if (!opens(start)) continue;
    std::string name;
    bool one = true;
    std::uint32_t end = start;
    do {
      const std::string words = without_number(view_.label(end, half.labels.front()));
      one = one && (words.empty() || name.empty());
      if (!words.empty()) name = words;
    } while (++end < view_.rows() && !opens(end));
    if (one) half.groups[start] = name;
    start = end - 1;
  }
}

/// The last label of the row; 小计 stands for the group that it opens.
std::string BalanceReader::label_of(std::uint32_t row, const Half& half) const {
  std::string label;
  for (const std::uint32_t column : half.labels) {
    std::string words = without_number(view_.label(row, column));
    if (!words.empty()) label = std::move(words);
  }
  return half.groups[row].empty() ? label : half.groups[row];
}

ConceptId BalanceReader::total_of(const std::string& label, Half& half) const {
  const CoreConcepts& core = ex_.lexicon.core;
  if (!is_total_label(ex_, label)) return no_concept;
  const bool own = is_one_of(label, ex_.lexicon.standard.own_year_labels);
  if (own) half.own_year = true;
  if (half.own_year && !own) return title_.scope == Scope::all ? core.grand_total : core.fiscal_total;
  return half.side == Side::income ? revenue_of(ex_.lexicon, title_.scope) : core.expenditure_total;
}

BalanceReader::Line BalanceReader::line_of(const std::string& label, Half& half) const {
  const CoreConcepts& core = ex_.lexicon.core;
  if (const ConceptId total = total_of(label, half); total != no_concept) {
    half.carryover = false;
    return {total, Scope::all, {}};
  }
  // 其他支出 is a class where classes stand above it, and anything elsewhere.
  if (half.by_function && label == "其他支出") return {ex_.lexicon.find("function.229"), Scope::all, label};
  const VocabularyTerm* term = ex_.lexicon.term(ex_.lexicon.trie.find(label));
  if (term == nullptr) return {};
  const bool income = half.side == Side::income;
  if (half.carryover && income) {
    // 年初财政拨款结转和结余 / 一、一般公共预算财政拨款
    if (term->is(Word::scope)) return {core.revenue_carryover, term->scope, {}};
    if (term->money != no_concept && ex_.lexicon.scope_named(term->money) != Scope::all)
      return {core.revenue_carryover, ex_.lexicon.scope_named(term->money), {}};
  }
  if (term->is(Word::scope)) return {income && !half.carryover ? term->revenue : no_concept, Scope::all, {}};
  if (term->is(Word::item_class)) {
    const bool functional = ex_.lexicon.id_of(term->money).starts_with("function.");
    half.by_function = half.by_function || (!income && functional);
    return {!income && functional ? term->money : no_concept, Scope::all, label};
  }
  ConceptId concept_id = term->is(Word::label) ? term->money : no_concept;
  if (concept_id == no_concept && term->is(Word::short_label) && income && term->under == core.revenue_total)
    concept_id = term->short_concept;
  if (concept_id == no_concept) return {};
  const std::string_view id = ex_.lexicon.id_of(concept_id);
  if (!id.starts_with(income ? "revenue." : "expenditure.")) return {};
  half.carryover = concept_id == core.revenue_carryover || concept_id == core.expenditure_carryover;
  return {concept_id, term->scope, {}};
}

/// 收入, 财政拨款收入 over the figures of a side; 事业收入 is a source among others.
bool BalanceReader::is_of_side(const ColumnMeaning& meaning) const {
  if (meaning.concept_id == no_concept) return true;
  const std::string_view id = ex_.lexicon.id_of(meaning.concept_id);
  return id == "revenue.total" || id == "expenditure.total" || id == "revenue.fiscal" ||
         id == "revenue.general_public" || id == "revenue.government_fund" || id == "revenue.state_capital";
}

/// 合计 | 财政拨款收入 | 事业收入 over one total: not lines with their figures.
bool BalanceReader::names_sources() const {
  return halves_.size() == 1 &&
         std::any_of(columns_.begin(), columns_.end(), [&](const ColumnMeaning& column) {
           return column.kind == ColumnKind::figures && !is_of_side(column);
         });
}

void BalanceReader::add(std::uint32_t row, std::uint32_t column, const Half& half, const Line& line) {
  ColumnMeaning meaning = columns_[column];
  if (meaning.has_part) return;
  // 收入 over the figures says only which side they are of; 一般公共预算 narrows them down.
  if (line.scope != Scope::all) {
    const bool narrower = line.scope == Scope::fiscal && meaning.scope != Scope::all;
    if (meaning.scope != Scope::all && meaning.scope != line.scope && !narrower) return;
    if (!narrower) meaning.scope = line.scope;
  }
  meaning.scope = scope_below(title_.scope, meaning.scope);
  if (!is_of_side(meaning)) return;
  ConceptId concept_id = line.concept_id;
  // 财政拨款收入 beside 事业收入: the total of that column is of its kind.
  const bool narrower = meaning.concept_id != no_concept &&
                        meaning.concept_id != ex_.lexicon.core.revenue_total &&
                        ex_.lexicon.id_of(meaning.concept_id).starts_with("revenue.");
  if (half.side == Side::income && narrower && concept_id == revenue_of(ex_.lexicon, title_.scope))
    concept_id = meaning.concept_id;
  // A column of one scope: its totals are of that scope.
  if (half.side == Side::income && meaning.scope != title_.scope && meaning.scope != Scope::all &&
      concept_id == revenue_of(ex_.lexicon, title_.scope))
    concept_id = revenue_of(ex_.lexicon, meaning.scope);
  const bool part_of_fiscal = meaning.scope != Scope::all && meaning.scope != Scope::fiscal;
  if (concept_id == ex_.lexicon.core.fiscal_total && part_of_fiscal)
    concept_id = ex_.lexicon.core.grand_total;
  if (Fact* fact = add_table_fact(ex_, view_, row, column, meaning, concept_id)) {
    fact->subject = line.subject;
    if (concept_id == ex_.lexicon.core.grand_total && part_of_fiscal) fact->scope = meaning.scope;
    const auto index = static_cast<FactIndex>(fact - ex_.result.facts.data());
    ex_.note_level(index, view_.words(row, half.labels.back()));
  }
}

bool BalanceReader::has_figures(std::uint32_t row, const Half& half) const {
  return std::any_of(half.figures.begin(), half.figures.end(),
                     [&](std::uint32_t column) { return !view_.is_empty(row, column); });
}

void BalanceReader::read_row(std::uint32_t row, std::size_t index) {
  Half& half = halves_[index];
  std::string label = label_of(row, half);
  // 当年支出小计 over both columns of expenditure, with its figure in the last one.
  const bool wide = label.empty() && index > 0 && halves_[index - 1].side == half.side &&
                    !has_figures(row, halves_[index - 1]);
  if (wide) label = label_of(row, halves_[index - 1]);
  if (label.empty()) return;
  const Line line = line_of(label, half);
  if (line.concept_id == no_concept) return;
  for (const std::uint32_t column : half.figures)
    add(row, column, half, line);
}

bool BalanceReader::read() {
  if (view_.header_rows() == 0 || title_.three_public || !find_halves() || names_sources() || !give_sides())
    return false;
  for (Half& half : halves_)
    find_groups_of_rows(half);
  for (std::uint32_t row = view_.header_rows(); row < view_.rows(); ++row) {
    if (view_.is_numbering(row)) continue;
    for (std::size_t index = 0; index < halves_.size(); ++index)
      read_row(row, index);
  }
  return true;
}

}  // namespace

bool read_balance(Extraction& extraction, TableView& view) {
  return BalanceReader(extraction, view).read();
}

}  // namespace mingzhang
