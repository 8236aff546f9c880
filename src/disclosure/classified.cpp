// Tables by classification: a code, a name, and figures by part or by source of income. Codes stand joined
// (2080505), in three columns (208 | 05 | 05), glued to the name (2010506统计管理), or in two halves side by
// side. Tested in tests/unit/disclosure/standard_tables_test.cpp.
#include "disclosure/columns.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// Code columns, name column and figure columns that belong together; a sheet may hold two such groups.
struct Group {
  std::vector<std::uint32_t> codes;
  std::int32_t name = none;
  std::vector<std::uint32_t> figures;
};

struct RowKey {
  std::string code;
  std::string name;
  bool total = false;
};

enum class Kind : std::uint8_t { income, expenditure, agency_operating };

class ClassifiedReader {
 public:
  ClassifiedReader(Extraction& extraction, TableView& view) : ex_(extraction), view_(view) {}
  bool read();

 private:
  bool find_groups();
  bool judge_title();
  RowKey key_of(std::uint32_t row, const Group& group) const;
  void read_group_row(std::uint32_t row, const Group& group);
  void read_total(std::uint32_t row, std::uint32_t column);
  void read_item(std::uint32_t row, std::uint32_t column, const RowKey& key);
  void read_named_total(std::uint32_t row, const Group& group, const std::string& label);
  ConceptId item_concept(const RowKey& key);

  Extraction& ex_;
  TableView& view_;
  std::vector<ColumnMeaning> columns_;
  std::vector<Group> groups_;
  Kind kind_ = Kind::expenditure;
  Scope scope_ = Scope::all;
  bool basic_ = false;     // a table of 基本支出
  bool economic_ = false;  // by economic class
};

bool ClassifiedReader::find_groups() {
  bool open = false;
  for (std::uint32_t column = 0; column < view_.columns(); ++column) {
    ColumnMeaning meaning = meaning_of_column(view_, ex_.lexicon, column);
    columns_.push_back(meaning);
    if (meaning.kind == ColumnKind::code) {
      if (!open) groups_.emplace_back();
      groups_.back().codes.push_back(column);
      open = true;
    } else if (!groups_.empty()) {
      if (meaning.kind == ColumnKind::name || meaning.kind == ColumnKind::label) {
        groups_.back().name = static_cast<std::int32_t>(column);
      }
      if (meaning.kind == ColumnKind::figures) groups_.back().figures.push_back(column);
      open = open && meaning.kind == ColumnKind::name;
    }
  }
  return !groups_.empty() &&
         std::all_of(groups_.begin(), groups_.end(), [](const Group& g) { return !g.figures.empty(); });
}

/// What the table is about, by its own title; the heading above it where it has none.
bool ClassifiedReader::judge_title() {
  std::string title = fold_label(ex_.words(view_.table().title));
  if (title.empty()) title = view_.title();
  const auto says = [&](std::string_view words) { return title.find(words) != std::string::npos; };
  const std::pair<const char*, Scope> scopes[] = {{"一般公共预算", Scope::general_public},
                                                  {"政府性基金", Scope::government_fund},
                                                  {"国有资本经营", Scope::state_capital},
                                                  {"财政拨款", Scope::fiscal}};
  for (const auto& [words, scope] : scopes) {
    if (says(words) && scope_ == Scope::all) scope_ = scope;
  }
  basic_ = says("基本支出");
  economic_ = says("经济分类");
  if (says("机关运行经费") && !says("三公"))
    kind_ = Kind::agency_operating;
  else if (says("收入") && !says("支出"))
    kind_ = Kind::income;
  // A table of receipts, expenditure and balances of one fund has columns of either kind: left alone.
  else if (says("收入") && says("支出"))
    return false;
  return true;
}

RowKey ClassifiedReader::key_of(std::uint32_t row, const Group& group) const {
  RowKey key;
  for (const std::uint32_t column : group.codes) {
    std::string cell = view_.label(row, column);
    std::size_t digits = 0;
    while (digits < cell.size() && cell[digits] >= '0' && cell[digits] <= '9')
      ++digits;
    std::string part = cell.substr(0, digits);
    if (!key.code.empty() && part.size() == 1) part.insert(0, 1, '0');  // 301 | 2
    key.code += part;
    if (digits < cell.size()) key.name = cell.substr(digits);
  }
  if (group.name != none) {
    const std::string name = view_.label(row, static_cast<std::uint32_t>(group.name));
    if (!name.empty()) key.name = name;
  }
  key.total = key.code.empty() && is_one_of(key.name, ex_.lexicon.standard.total_labels);
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

void ClassifiedReader::read_total(std::uint32_t row, std::uint32_t column) {
  const CoreConcepts& core = ex_.lexicon.core;
  ColumnMeaning meaning = columns_[column];
  if (meaning.scope == Scope::all) meaning.scope = scope_;
  ConceptId concept_id = meaning.concept_id;
  if (kind_ == Kind::agency_operating) {
    concept_id = meaning.has_part && meaning.part == Part::total ? core.agency_operating : no_concept;
  } else if (kind_ == Kind::income) {
    if (meaning.has_part && meaning.part == Part::total) concept_id = core.revenue_total;
  } else if (meaning.has_part) {
    switch (meaning.part) {
      case Part::total:
        concept_id = basic_ ? core.expenditure_basic : core.expenditure_total;
        break;
      case Part::basic:
        concept_id = core.expenditure_basic;
        break;
      case Part::project:
        concept_id = core.expenditure_project;
        break;
      case Part::personnel:
        concept_id = core.expenditure_personnel;
        break;
      case Part::operating:
        concept_id = core.expenditure_operating;
        break;
    }
  }
  meaning.part = Part::total;
  if (concept_id != no_concept) add_table_fact(ex_, view_, row, column, meaning, concept_id);
}

void ClassifiedReader::read_item(std::uint32_t row, std::uint32_t column, const RowKey& key) {
  ColumnMeaning meaning = columns_[column];
  if (meaning.scope == Scope::all) meaning.scope = scope_;
  ConceptId concept_id = no_concept;
  if (kind_ == Kind::income) {
    concept_id =
        meaning.has_part && meaning.part == Part::total ? ex_.lexicon.core.revenue_total : meaning.concept_id;
    meaning.part = Part::total;
  } else if (kind_ == Kind::expenditure && meaning.has_part) {
    concept_id = item_concept(key);
  }
  if (concept_id == no_concept) return;
  if (Fact* fact = add_table_fact(ex_, view_, row, column, meaning, concept_id)) fact->subject = key.name;
}

/// 人员经费合计, 公用经费合计 below the halves of a table.
void ClassifiedReader::read_named_total(std::uint32_t row, const Group& group, const std::string& label) {
  const Term* term = ex_.lexicon.term(ex_.lexicon.trie.find(label));
  if (term == nullptr || !term->is(Word::label) || kind_ != Kind::expenditure) return;
  const CoreConcepts& core = ex_.lexicon.core;
  if (term->money != core.expenditure_personnel && term->money != core.expenditure_operating) return;
  for (const std::uint32_t column : group.figures) {
    ColumnMeaning meaning = columns_[column];
    if (!meaning.has_part || meaning.part != Part::total) {
      if (meaning.stage == Stage::unstated) continue;
    }
    if (meaning.scope == Scope::all) meaning.scope = scope_;
    meaning.part = Part::total;
    add_table_fact(ex_, view_, row, column, meaning, term->money);
  }
}

void ClassifiedReader::read_group_row(std::uint32_t row, const Group& group) {
  RowKey key = key_of(row, group);
  if (key.code.empty() && !key.total) {
    read_named_total(row, group, key.name);
    return;
  }
  for (const std::uint32_t column : group.figures) {
    if (key.total) {
      read_total(row, column);
    } else {
      read_item(row, column, key);
    }
  }
}

bool ClassifiedReader::read() {
  if (view_.header_rows() == 0 || !find_groups() || !judge_title()) return false;
  // A head 预算数 or 决算数 alone is the total column.
  for (ColumnMeaning& column : columns_) {
    if (column.kind == ColumnKind::figures && !column.has_part && column.concept_id == no_concept)
      column.has_part = true;
  }
  for (std::uint32_t row = view_.header_rows(); row < view_.rows(); ++row) {
    for (const Group& group : groups_)
      read_group_row(row, group);
  }
  std::vector<bool> codes(view_.columns(), false);
  for (const Group& group : groups_) {
    for (const std::uint32_t column : group.codes)
      codes[column] = true;
  }
  view_.skip_columns(std::move(codes));
  return true;
}

}  // namespace

bool read_classified(Extraction& extraction, TableView& view) {
  return ClassifiedReader(extraction, view).read();
}

}  // namespace mingzhang
