// See columns.h. Tested in tests/unit/disclosure/standard_tables_test.cpp.
#include "disclosure/columns.h"

#include "text/utf8.h"

#include <algorithm>
#include <tuple>

namespace mingzhang {

namespace {

constexpr int relative_last_year = -1;

/// The heads of one column from top to bottom become one meaning: a lower one says more, or else.
class ColumnReader {
 public:
  ColumnReader(const Extraction& extraction, const TableView& view) : ex_(extraction), view_(view) {}

  std::vector<ColumnMeaning> read() {
    for (std::uint32_t column = 0; column < view_.columns(); ++column)
      heads_.push_back(meanings_of(column));
    std::vector<ColumnMeaning> columns;
    for (std::uint32_t column = 0; column < view_.columns(); ++column) {
      columns.push_back(meaning_of(column));
      // Without a head of its own, it goes on with the labels or codes beside it.
      const bool beside =
          column > 0 && heads_[column].empty() && columns[column - 1].kind != ColumnKind::figures;
      if (beside) columns[column].kind = columns[column - 1].kind;
    }
    return columns;
  }

 private:
  std::vector<HeadMeaning> meanings_of(std::uint32_t column) const {
    std::vector<HeadMeaning> meanings;
    for (const std::string& head : view_.heads(column))
      meanings.push_back(meaning_of_head(head, ex_.lexicon));
    return meanings;
  }

  /// The same words stand above every column whose lowest head is understood as figures: they say what the
  /// table is about, and its title says so too.
  bool stands_above_all(const std::string& head) const {
    for (std::uint32_t column = 0; column < view_.columns(); ++column) {
      const auto& words = view_.heads(column);
      const bool figures = !heads_[column].empty() && heads_[column].back().kind == ColumnKind::figures;
      if (figures && std::find(words.begin(), words.end(), head) == words.end()) return false;
    }
    return true;
  }

  ColumnMeaning meaning_of(std::uint32_t column) const {
    ColumnMeaning meaning;
    const std::vector<HeadMeaning>& heads = heads_[column];
    if (heads.empty()) return meaning;
    const HeadMeaning& lowest = heads.back();
    for (const HeadMeaning& head : heads) {
      if (head.side != Side::none && meaning.side == Side::none) meaning.side = head.side;
    }
    if (lowest.kind != ColumnKind::figures) {
      meaning.kind = lowest.kind;
      return meaning;
    }
    for (std::size_t at = 0; at < heads.size(); ++at) {
      const bool known = heads[at].kind == ColumnKind::figures || heads[at].kind == ColumnKind::label;
      if (!known && !stands_above_all(view_.heads(column)[at])) return {};
      if (heads[at].kind == ColumnKind::figures) refine(meaning, heads[at]);
    }
    meaning.kind = ColumnKind::figures;
    settle_year(meaning);
    return meaning;
  }

  void refine(ColumnMeaning& meaning, const HeadMeaning& head) const {
    const CoreConcepts& core = ex_.lexicon.core;
    if (head.year != 0) meaning.year = head.year;
    if (head.stage != Stage::unstated) meaning.stage = head.stage;
    if (head.measure != Measure::amount) meaning.measure = head.measure;
    if (head.base != Base::unstated) meaning.base = head.base;
    if (head.has_part) {
      meaning.has_part = true;
      meaning.part = head.part;
    }
    // 上年结转 > 一般公共预算: the carry-over of that scope; elsewhere the lower head names the concept.
    const bool carried = meaning.concept_id == core.revenue_carryover;
    if (carried) {
      const Scope named =
          head.concept_id == no_concept ? Scope::all : ex_.lexicon.scope_named(head.concept_id);
      meaning.scope = named != Scope::all ? named : head.scope;
    } else {
      // 本年收入 > 一般公共预算
      const bool narrows =
          head.concept_id == no_concept && head.scope != Scope::all &&
          (meaning.concept_id == core.revenue_total || meaning.concept_id == core.revenue_fiscal);
      if (narrows) meaning.concept_id = revenue_of(ex_.lexicon, head.scope);
      if (head.concept_id != no_concept) meaning.concept_id = head.concept_id;
      if (head.scope != Scope::all) meaning.scope = head.scope;
    }
    meaning.total = (meaning.total || head.total) && meaning.concept_id == no_concept;
  }

  void settle_year(ColumnMeaning& meaning) const {
    const int own = ex_.result.year;
    if (meaning.year == relative_last_year) meaning.year = own == 0 ? 0 : own - 1;
    if (meaning.year == 1) meaning.year = own;
  }

  const Extraction& ex_;
  const TableView& view_;
  std::vector<std::vector<HeadMeaning>> heads_;
};

}  // namespace

std::vector<ColumnMeaning> meanings_of_columns(const Extraction& extraction, const TableView& view) {
  return ColumnReader(extraction, view).read();
}

bool are_distinct(const std::vector<ColumnMeaning>& columns) {
  const auto key = [](const ColumnMeaning& c) {
    return std::tuple(c.concept_id, c.total, c.part, c.scope, c.stage, c.year, c.measure, c.side);
  };
  for (std::size_t a = 0; a < columns.size(); ++a) {
    for (std::size_t b = a + 1; b < columns.size(); ++b) {
      const bool figures = columns[a].kind == ColumnKind::figures && columns[b].kind == ColumnKind::figures;
      if (figures && key(columns[a]) == key(columns[b])) return false;
    }
  }
  return true;
}

Scope scope_below(Scope title, Scope heads) {
  const bool wider = heads == Scope::all || (heads == Scope::fiscal && title != Scope::all);
  return wider ? title : heads;
}

ConceptId revenue_of(const Vocabulary::Lexicon& lexicon, Scope scope) {
  switch (scope) {
    case Scope::all:
      return lexicon.core.revenue_total;
    case Scope::fiscal:
      return lexicon.core.revenue_fiscal;
    case Scope::general_public:
      return lexicon.core.revenue_general_public;
    case Scope::government_fund:
      return lexicon.core.revenue_government_fund;
    case Scope::state_capital:
      return lexicon.core.revenue_state_capital;
  }
  return no_concept;
}

TitleMeaning meaning_of_title(const TableView& view) {
  const std::string title = view.caption();
  const auto says = [&](std::string_view words) { return title.find(words) != std::string::npos; };
  TitleMeaning meaning;
  const std::pair<const char*, Scope> scopes[] = {{"一般公共预算", Scope::general_public},
                                                  {"公共财政预算", Scope::general_public},
                                                  {"政府性基金", Scope::government_fund},
                                                  {"国有资本", Scope::state_capital},
                                                  {"财政拨款", Scope::fiscal}};
  for (const auto& [words, scope] : scopes) {
    if (says(words) && meaning.scope == Scope::all) meaning.scope = scope;
  }
  meaning.basic = says("基本支出");
  meaning.income = says("收入");
  meaning.expenditure = says("支出");
  meaning.both = says("收支") || (meaning.income && meaning.expenditure);
  meaning.three_public = says("三公");
  meaning.agency_operating = says("机关运行经费") && !meaning.three_public;
  meaning.procurement = says("政府采购");
  meaning.projects = says("项目支出");
  return meaning;
}

bool is_one_of(std::string_view words, const std::vector<std::string>& list) {
  return std::find(list.begin(), list.end(), words) != list.end();
}

bool is_total_label(const Extraction& extraction, std::string_view label) {
  return is_one_of(label, extraction.lexicon.standard.total_labels);
}

std::string without_number(std::string label) {
  constexpr std::string_view of_which = "其中:";
  if (label.starts_with(of_which)) label = label.substr(of_which.size());
  std::size_t at = 0;
  bool number = false;
  while (at < label.size()) {
    const CodePoint point = decode_utf8(label, at);
    const bool digit = point.value < 0x80 ? (point.value >= '0' && point.value <= '9') || point.value == '('
                                          : std::u32string_view(U"一二三四五六七八九十").find(point.value) !=
                                                std::u32string_view::npos;
    if (digit) {
      number = true;
      at += point.size;
      continue;
    }
    const bool mark = point.value == U'、' || point.value == '.' || point.value == ')';
    return number && mark ? label.substr(at + point.size) : label;
  }
  return label;
}

Fact* add_table_fact(Extraction& extraction, TableView& view, std::uint32_t row, std::uint32_t column,
                     const ColumnMeaning& meaning, ConceptId concept_id) {
  const Quantity* quantity = view.figure(row, column);
  if (quantity == nullptr || quantity->comparator != Comparator::equal) return nullptr;
  const UnitKind kind = kind_of(quantity->unit);
  const bool ratio = meaning.measure == Measure::rate || meaning.measure == Measure::share ||
                     meaning.measure == Measure::completion;
  if (kind != UnitKind::none && kind != (ratio ? UnitKind::ratio : UnitKind::money)) return nullptr;
  Fact fact = extraction.fact_of(*quantity, view.source(row, column));
  fact.concept_id = concept_id;
  fact.part = meaning.part;
  fact.measure = meaning.measure;
  if (meaning.measure == Measure::change || meaning.measure == Measure::rate) fact.base = meaning.base;
  fact.scope = extraction.lexicon.traits_of(concept_id).scoped ? meaning.scope : Scope::all;
  fact.period = static_cast<std::int16_t>(meaning.year != 0 ? meaning.year : extraction.result.year);
  if (!ratio) {
    fact.stage = extraction.own_stage();
    const bool says_more = extraction.is_final() || fact.period != extraction.result.year;
    if (says_more && meaning.stage != Stage::unstated) fact.stage = meaning.stage;
    if (fact.unit == Unit::none) fact.unit = view.unit(column);
  } else if (fact.unit == Unit::none && view.head(column).find('%') != std::string_view::npos) {
    fact.unit = Unit::percent;
  }
  fact.context = view.row_span(row);
  view.mark_placed(row, column);
  return &extraction.result.facts[extraction.add(std::move(fact))];
}

}  // namespace mingzhang
