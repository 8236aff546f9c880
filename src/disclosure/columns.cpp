// See columns.h. Tested in tests/unit/disclosure/standard_tables_test.cpp.
#include "disclosure/columns.h"

#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// A year in a head: 2019年预算数.
int year_of(std::string_view head) {
  for (std::size_t at = 0; at + 4 <= head.size(); ++at) {
    if (head.substr(at, 2) != "20" || !head.substr(at + 4).starts_with("年")) continue;
    const auto digit = [&](std::size_t i) { return head[at + i] >= '0' && head[at + i] <= '9'; };
    if (digit(2) && digit(3)) return 2000 + (head[at + 2] - '0') * 10 + (head[at + 3] - '0');
  }
  return 0;
}

std::string_view without_year(std::string_view head) {
  constexpr std::size_t digits_and_year = 4 + std::string_view("年").size();
  return year_of(head) != 0 && head.starts_with("20") ? head.substr(digits_and_year) : head;
}

/// What one head adds to the meaning of its column. Heads are asked from the lowest to the highest; the lower
/// one has said it already where two disagree.
bool understand(std::string_view head, const Vocabulary::Lexicon& lexicon, ColumnMeaning& meaning) {
  if (meaning.year == 0) meaning.year = year_of(head);
  head = without_year(head);
  for (const auto& [stage, words] : lexicon.standard.stages) {
    if (!is_one_of(head, words)) continue;
    if (meaning.stage == Stage::unstated) meaning.stage = stage;
    return true;
  }
  for (const ColumnWords& words : lexicon.columns) {
    if (!is_one_of(head, words.words)) continue;
    if (!meaning.has_part && meaning.concept_id == no_concept) {
      meaning.part = words.part;
      meaning.has_part = true;
    }
    return true;
  }
  const Term* term = lexicon.term(lexicon.trie.find(head));
  if (term != nullptr && term->is(Word::scope)) {
    if (meaning.scope == Scope::all) meaning.scope = term->scope;
    return true;
  }
  if (term != nullptr && (term->is(Word::label) || term->is(Word::short_label))) {
    if (meaning.concept_id == no_concept) {
      meaning.concept_id = term->is(Word::label) ? term->money : term->short_concept;
    }
    return meaning.concept_id != no_concept;
  }
  return is_one_of(head, lexicon.standard.plain);
}

}  // namespace

bool is_one_of(std::string_view words, const std::vector<std::string>& list) {
  return std::find(list.begin(), list.end(), words) != list.end();
}

std::string without_number(std::string label) {
  if (label.starts_with("其中:")) label = label.substr(std::string_view("其中:").size());
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

ColumnMeaning meaning_of_column(const TableView& view, const Vocabulary::Lexicon& lexicon,
                                std::uint32_t column) {
  const StandardWords& words = lexicon.standard;
  ColumnMeaning meaning;
  const auto& heads = view.heads(column);
  if (heads.empty()) return meaning;
  for (const std::string& head : heads) {
    if (meaning.side == Side::none && is_one_of(head, words.income)) meaning.side = Side::income;
    if (meaning.side == Side::none && is_one_of(head, words.expenditure)) meaning.side = Side::expenditure;
  }
  const std::string& lowest = heads.back();
  if (is_one_of(lowest, words.name_heads)) {
    meaning.kind = ColumnKind::name;
  } else if (is_one_of(lowest, words.code_heads)) {
    meaning.kind = ColumnKind::code;
  } else if (is_one_of(lowest, words.label_heads)) {
    meaning.kind = ColumnKind::label;
  } else {
    bool lowest_known = false;
    for (auto head = heads.rbegin(); head != heads.rend(); ++head) {
      const bool known = understand(*head, lexicon, meaning);
      if (head == heads.rbegin()) lowest_known = known;
    }
    if (lowest_known) meaning.kind = ColumnKind::figures;
  }
  return meaning;
}

Fact* add_table_fact(Extraction& extraction, TableView& view, std::uint32_t row, std::uint32_t column,
                     const ColumnMeaning& meaning, ConceptId concept_id) {
  const Quantity* quantity = view.figure(row, column);
  const bool money =
      quantity != nullptr && (kind_of(quantity->unit) == UnitKind::money || quantity->unit == Unit::none);
  if (!money || quantity->comparator != Comparator::equal) return nullptr;
  Fact fact = extraction.fact_of(*quantity, view.source(row, column));
  fact.concept_id = concept_id;
  fact.part = meaning.part;
  fact.scope = extraction.lexicon.traits_of(concept_id).scoped ? meaning.scope : Scope::all;
  fact.period = static_cast<std::int16_t>(meaning.year != 0 ? meaning.year : extraction.result.year);
  fact.stage = extraction.own_stage();
  const bool says_more = extraction.is_final() || fact.period != extraction.result.year;
  if (says_more && meaning.stage != Stage::unstated) fact.stage = meaning.stage;
  if (fact.unit == Unit::none) fact.unit = view.unit(column);
  fact.context = view.row_span(row);
  view.mark_placed(row, column);
  return &extraction.result.facts[extraction.add(std::move(fact))];
}

}  // namespace mingzhang
