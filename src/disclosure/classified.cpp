// Tables by classification: a code, a name, and figures by part or by source of income. Codes stand joined
// (2080505), in three columns (208 | 05 | 05), glued to the name (2010506统计管理), in two halves side by
// side, or not at all, where the names alone lead down the classification. Tested in
// tests/unit/disclosure/standard_tables_test.cpp.
#include "disclosure/columns.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// Code columns, name column and figure columns that belong together; a sheet may hold two such groups.
struct Group {
  std::vector<std::uint32_t> codes;
  std::vector<std::uint32_t> names;
  std::vector<std::uint32_t> units;  // 单位名称: the total may be named there
  std::vector<std::uint32_t> figures;
  /// Where the names lead down the classification: the code of the last row.
  std::string above;
};

struct RowKey {
  std::string code;
  std::string name;
  bool total = false;
};

/// fund: receipts, expenditure and balances of one fund in one table.
enum class Kind : std::uint8_t { income, expenditure, agency_operating, fund };

class ClassifiedReader {
 public:
  ClassifiedReader(Extraction& extraction, TableView& view)
      : ex_(extraction), view_(view), title_(meaning_of_title(view)) {}
  bool read();

 private:
  bool find_groups();
  bool judge_kind();
  bool holds_items() const;
  RowKey key_of(std::uint32_t row, Group& group) const;
  std::string code_by_name(const std::string& name, Group& group) const;
  void read_row(std::uint32_t row, Group& group);
  void read_total(std::uint32_t row, std::uint32_t column);
  void read_item(std::uint32_t row, std::uint32_t column, const RowKey& key);
  void read_named_total(std::uint32_t row, const Group& group, const std::string& label);
  ConceptId item_concept(const RowKey& key);
  ConceptId total_of_table() const;
  ConceptId concept_in_fund(const ColumnMeaning& meaning) const;
  bool is_expenditure(const ColumnMeaning& meaning) const;
  ColumnMeaning with_scope(std::uint32_t column) const;
  void skip_codes();
  std::string label_from_left(std::uint32_t row, const Group& group) const;
  bool has_distinct_heads(const Group& group) const;

  Extraction& ex_;
  TableView& view_;
  TitleMeaning title_;
  std::vector<ColumnMeaning> columns_;
  std::vector<Group> groups_;
  Kind kind_ = Kind::expenditure;
  bool economic_ = false;    // codes 301 and so on
  bool halves_ = false;      // groups side by side, with one column of figures each
  bool two_levels_ = false;  // 本年收入 and 上年结转 beside a 合计
};

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

bool ClassifiedReader::find_groups() {
  columns_ = meanings_of_columns(ex_, view_);
  bool open = false;
  for (std::uint32_t column = 0; column < view_.columns(); ++column) {
    const ColumnKind kind = columns_[column].kind;
    const bool key = kind == ColumnKind::code || kind == ColumnKind::name || kind == ColumnKind::label ||
                     kind == ColumnKind::unit;
    if (key && !open) groups_.emplace_back();
    open = key || (open && kind != ColumnKind::figures);
    if (groups_.empty()) continue;
    Group& group = groups_.back();
    if (kind == ColumnKind::code) group.codes.push_back(column);
    if (kind == ColumnKind::name || kind == ColumnKind::label) group.names.push_back(column);
    if (kind == ColumnKind::unit) group.units.push_back(column);
    if (kind == ColumnKind::figures) group.figures.push_back(column);
  }
  std::erase_if(groups_, [](const Group& g) { return g.figures.empty(); });
  return !groups_.empty() && std::all_of(groups_.begin(), groups_.end(),
                                         [](const Group& g) { return !g.codes.empty() || !g.names.empty(); });
}

/// Codes, or names of classes below one another, somewhere in the table.
bool ClassifiedReader::holds_items() const {
  constexpr std::uint32_t enough = 2;
  std::uint32_t found = 0;
  for (std::uint32_t row = view_.header_rows(); row < view_.rows() && found < enough; ++row) {
    for (const Group& group : groups_) {
      if (!group.codes.empty()) {
        const std::string cell = view_.label(row, group.codes.front());
        if (cell.size() >= 3 && is_digit(cell[0]) && is_digit(cell[1]) && is_digit(cell[2])) return true;
        continue;
      }
      const std::string name = view_.label(row, group.names.front());
      const VocabularyTerm* term = ex_.lexicon.term(ex_.lexicon.trie.find(name));
      const bool item_class = term != nullptr && term->is(Word::item_class);
      const bool coded = name.size() > 3 && is_digit(name[0]) && is_digit(name[1]) && is_digit(name[2]);
      found += item_class || coded;
    }
  }
  return found >= enough;
}

/// Halves of income and expenditure side by side are no table by classification.
bool ClassifiedReader::judge_kind() {
  const auto on_side = [&](Side side) {
    return std::any_of(columns_.begin(), columns_.end(), [&](const ColumnMeaning& column) {
      return column.side == side && (column.kind == ColumnKind::label || column.kind == ColumnKind::name);
    });
  };
  const bool coded =
      std::all_of(groups_.begin(), groups_.end(), [](const Group& g) { return !g.codes.empty(); });
  if (!coded && (groups_.size() > 1 || (on_side(Side::income) && on_side(Side::expenditure)))) return false;
  bool income = false;
  bool expenditure = false;
  bool carryover = false;
  bool own_year = false;
  for (const ColumnMeaning& column : columns_) {
    if (column.kind != ColumnKind::figures || column.concept_id == no_concept) continue;
    const std::string_view id = ex_.lexicon.id_of(column.concept_id);
    carryover = carryover || column.concept_id == ex_.lexicon.core.revenue_carryover;
    own_year = own_year || column.concept_id == ex_.lexicon.core.revenue_total;
    income = income || id.starts_with("revenue.");
    expenditure = expenditure || id.starts_with("expenditure.");
  }
  two_levels_ = carryover && own_year;
  if (title_.agency_operating) {
    kind_ = Kind::agency_operating;
  } else if (title_.both || (income && expenditure)) {
    kind_ = Kind::fund;
    return coded && income && expenditure && groups_.size() == 1;
  } else if (title_.income || (income && !title_.expenditure)) {
    kind_ = Kind::income;
  }
  return true;
}

/// The names lead down the classification: a class, then what stands below it.
std::string ClassifiedReader::code_by_name(const std::string& name, Group& group) const {
  const VocabularyTerm* term = ex_.lexicon.term(ex_.lexicon.trie.find(name));
  if (term != nullptr && term->is(Word::item_class)) {
    const std::string_view id = ex_.lexicon.id_of(term->money);
    group.above = id.substr(id.find('.') + 1);
    return group.above;
  }
  const bool economic = !group.above.empty() && group.above.front() != '2';
  const Classification& classes = economic ? ex_.lexicon.economic : ex_.lexicon.function;
  const std::size_t deepest = economic ? 5 : 7;
  for (std::string above = group.above; above.size() >= 3; above.resize(above.size() - 2)) {
    if (above.size() >= deepest) continue;
    const auto items = classes.named(name, above, above.size() + 2, ex_.result.year);
    if (items.size() != 1) continue;
    group.above = items.front()->code;
    return group.above;
  }
  return {};
}

RowKey ClassifiedReader::key_of(std::uint32_t row, Group& group) const {
  RowKey key;
  for (const std::uint32_t column : group.codes) {
    const std::string cell = view_.label(row, column);
    std::size_t digits = 0;
    while (digits < cell.size() && is_digit(cell[digits]))
      ++digits;
    std::string part = cell.substr(0, digits);
    if (part.size() > key.code.size() && part.starts_with(key.code)) {
      key.code = part;  // 208 | 20805 | 2080505
    } else {
      if (!key.code.empty() && part.size() == 1) part.insert(0, 1, '0');  // 301 | 2
      key.code += part;
    }
    if (digits < cell.size()) key.name = cell.substr(digits);
  }
  for (const std::uint32_t column : group.names) {
    if (const std::string name = view_.label(row, column); !name.empty()) key.name = name;
  }
  for (const std::uint32_t column : group.units) {
    const std::string unit = view_.label(row, column);
    if (key.code.empty() && key.name.empty() && is_total_label(ex_, unit)) key.name = unit;
  }
  if (key.code.empty() && group.codes.empty()) {
    // 2010506统计管理 in a column of names.
    std::size_t digits = 0;
    while (digits < key.name.size() && is_digit(key.name[digits]))
      ++digits;
    if (digits == 3 || digits == 5 || digits == 7) {
      key.code = key.name.substr(0, digits);
      key.name.erase(0, digits);
      while (key.name.starts_with('-'))
        key.name.erase(0, 1);
    } else {
      key.name = without_number(key.name);
      key.code = code_by_name(key.name, group);
    }
  }
  key.total = key.code.empty() && is_total_label(ex_, key.name);
  return key;
}

ConceptId ClassifiedReader::item_concept(const RowKey& key) {
  if (const ConceptId known = ex_.item_concept(key.code, key.name); known != no_concept) {
    if (key.code.front() == '2' && !key.name.empty()) ex_.own_items.add(key.code, bare_item_name(key.name));
    return known;
  }
  const bool lengths = key.code.size() == 3 || key.code.size() == 5 || key.code.size() == 7;
  return lengths && !economic_ ? ex_.lexicon.core.function_unknown : no_concept;
}

/// What 合计 in a row of totals is of.
ConceptId ClassifiedReader::total_of_table() const {
  const CoreConcepts& core = ex_.lexicon.core;
  switch (kind_) {
    case Kind::agency_operating:
      return core.agency_operating;
    case Kind::income:
      if (two_levels_) return core.grand_total;
      return title_.scope == Scope::fiscal ? core.revenue_fiscal : core.revenue_total;
    case Kind::fund:
      return no_concept;
    case Kind::expenditure:
      return title_.basic ? core.expenditure_basic : core.expenditure_total;
  }
  return no_concept;
}

/// 本年收入 of a fund is the appropriation of that name.
ConceptId ClassifiedReader::concept_in_fund(const ColumnMeaning& meaning) const {
  const CoreConcepts& core = ex_.lexicon.core;
  if (meaning.concept_id != core.revenue_total) return meaning.concept_id;
  return revenue_of(ex_.lexicon, meaning.scope);
}

bool ClassifiedReader::is_expenditure(const ColumnMeaning& meaning) const {
  return meaning.has_part || meaning.concept_id == ex_.lexicon.core.expenditure_total;
}

ColumnMeaning ClassifiedReader::with_scope(std::uint32_t column) const {
  ColumnMeaning meaning = columns_[column];
  meaning.scope = scope_below(title_.scope, meaning.scope);
  return meaning;
}

void ClassifiedReader::read_total(std::uint32_t row, std::uint32_t column) {
  ColumnMeaning meaning = with_scope(column);
  const CoreConcepts& core = ex_.lexicon.core;
  ConceptId concept_id = meaning.concept_id;
  const bool whole = meaning.total || concept_id == no_concept ||
                     (kind_ == Kind::expenditure && concept_id == core.expenditure_total);
  if (kind_ == Kind::fund) {
    concept_id = concept_in_fund(meaning);
  } else if (whole) {
    concept_id = total_of_table();
  }
  if (kind_ == Kind::agency_operating && !whole && concept_id != core.agency_operating) return;
  // A table of 基本支出 by scope: its 一般公共预算 is basic expenditure too.
  meaning.part = Part::total;
  if (concept_id != no_concept) add_table_fact(ex_, view_, row, column, meaning, concept_id);
}

void ClassifiedReader::read_item(std::uint32_t row, std::uint32_t column, const RowKey& key) {
  ColumnMeaning meaning = with_scope(column);
  const CoreConcepts& core = ex_.lexicon.core;
  const bool whole = meaning.total || meaning.concept_id == no_concept;
  ConceptId concept_id = no_concept;
  if (kind_ == Kind::fund && !is_expenditure(meaning)) {
    concept_id = concept_in_fund(meaning);
    meaning.part = Part::total;
  } else if (kind_ == Kind::income) {
    concept_id = whole ? total_of_table() : meaning.concept_id;
    meaning.part = Part::total;
  } else if (whole || meaning.has_part || meaning.concept_id == core.expenditure_total ||
             meaning.concept_id == core.agency_operating) {
    concept_id = item_concept(key);
    if (kind_ == Kind::agency_operating) meaning.part = Part::operating;
    const bool functional = !key.code.empty() && key.code.front() == '2';
    if (title_.basic && functional && meaning.part == Part::total) meaning.part = Part::basic;
    // 人员经费 and 公用经费 over halves side by side say which items stand there: each half has one column.
    const bool whole_of_basic = title_.basic && meaning.part == Part::basic;  // 本年基本支出 > 合计
    if (!functional && (halves_ || whole_of_basic)) meaning.part = Part::total;
  }
  if (concept_id == no_concept) return;
  if (Fact* fact = add_table_fact(ex_, view_, row, column, meaning, concept_id)) fact->subject = key.name;
}

/// 人员经费合计, 公用经费合计 below the halves of a table.
void ClassifiedReader::read_named_total(std::uint32_t row, const Group& group, const std::string& label) {
  const VocabularyTerm* term = ex_.lexicon.term(ex_.lexicon.trie.find(label));
  if (term == nullptr || !term->is(Word::label) || kind_ != Kind::expenditure) return;
  const CoreConcepts& core = ex_.lexicon.core;
  if (term->money != core.expenditure_personnel && term->money != core.expenditure_operating) return;
  for (const std::uint32_t column : group.figures) {
    ColumnMeaning meaning = with_scope(column);
    if (!meaning.total && meaning.concept_id != no_concept && meaning.concept_id != term->money) continue;
    meaning.part = Part::total;
    add_table_fact(ex_, view_, row, column, meaning, term->money);
  }
}

/// The words of a merged cell that goes on over the keys of this group: 公用经费合计 under two halves.
std::string ClassifiedReader::label_from_left(std::uint32_t row, const Group& group) const {
  std::uint32_t column = group.codes.empty() ? group.names.front() : group.codes.front();
  if (!view_.table().at(row, column).continued) return {};
  while (column > 0 && view_.table().at(row, column).continued)
    --column;
  return view_.label(row, column);
}

void ClassifiedReader::read_row(std::uint32_t row, Group& group) {
  const RowKey key = key_of(row, group);
  if (key.code.empty() && !key.total) {
    read_named_total(row, group, key.name.empty() ? label_from_left(row, group) : key.name);
    return;
  }
  economic_ = economic_ || (!key.code.empty() && key.code.front() != '2');
  for (const std::uint32_t column : group.figures) {
    if (key.total) {
      read_total(row, column);
    } else {
      read_item(row, column, key);
    }
  }
}

bool ClassifiedReader::has_distinct_heads(const Group& group) const {
  std::vector<ColumnMeaning> figures;
  for (const std::uint32_t column : group.figures)
    figures.push_back(columns_[column]);
  return are_distinct(figures);
}

void ClassifiedReader::skip_codes() {
  std::vector<bool> codes(view_.columns(), false);
  for (const Group& group : groups_) {
    for (const auto* list : {&group.codes, &group.units}) {
      for (const std::uint32_t column : *list)
        codes[column] = true;
    }
  }
  view_.skip_columns(std::move(codes));
}

bool ClassifiedReader::read() {
  if (view_.header_rows() == 0 || !find_groups() || title_.three_public || !holds_items() || !judge_kind())
    return false;
  skip_codes();
  std::erase_if(groups_, [&](const Group& group) { return !has_distinct_heads(group); });
  halves_ = groups_.size() > 1 &&
            std::all_of(groups_.begin(), groups_.end(), [](const Group& g) { return g.figures.size() == 1; });
  for (std::uint32_t row = view_.header_rows(); row < view_.rows(); ++row) {
    if (view_.is_numbering(row)) continue;
    for (Group& group : groups_)
      read_row(row, group);
  }
  return true;
}

}  // namespace

bool read_classified(Extraction& extraction, TableView& view) {
  return ClassifiedReader(extraction, view).read();
}

}  // namespace mingzhang
