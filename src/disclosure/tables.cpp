// Tables of known shapes: activities with their grades, the body's units, fixed assets, lists of projects.
// Which heads make which shape is data (assets/vocabulary/tables.json). Tested in
// tests/unit/disclosure/tables_test.cpp.
#include "disclosure/columns.h"
#include "disclosure/table_view.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

std::uint32_t index_of(std::int32_t column) {
  return static_cast<std::uint32_t>(column);
}

/// A fact from a cell that holds one figure; none where it holds words or nothing.
std::int32_t add_cell(Extraction& extraction, TableView& view, std::uint32_t row, std::int32_t column,
                      ConceptId concept_id, Measure measure) {
  if (column == none) return none;
  const Quantity* quantity = view.figure(row, index_of(column));
  if (quantity == nullptr) return none;
  Fact fact = extraction.fact_of(*quantity, view.source(row, index_of(column)));
  fact.concept_id = concept_id;
  fact.measure = measure;
  fact.period = extraction.result.year;
  fact.context = view.row_span(row);
  if (measure == Measure::amount) {
    if (fact.unit == Unit::none) fact.unit = view.unit(index_of(column));
    fact.stage = extraction.own_stage();
  }
  view.mark_placed(row, index_of(column));
  return static_cast<std::int32_t>(extraction.add(std::move(fact)));
}

bool row_is_empty(const TableView& view, std::uint32_t row) {
  return view.row_span(row).empty();
}

std::string words_at(const TableView& view, std::uint32_t row, std::int32_t column) {
  return column == none ? std::string() : std::string(trimmed(view.words(row, index_of(column))));
}

Span span_at(const TableView& view, std::uint32_t row, std::int32_t column) {
  return column == none ? Span{} : view.table().at(row, index_of(column)).span;
}

/// Item of a row of assets: its concept, the unit in its brackets (平方米), and whether its label is marked
/// as a part.
struct AssetItem {
  ConceptId concept_id = no_concept;
  Unit unit = Unit::none;
};

AssetItem asset_item(const Extraction& extraction, std::string label) {
  AssetItem item;
  if (label.empty() || label == "合计" || label == "总计" || label == "固定资产合计" || label == "资产总额") {
    item.concept_id = extraction.lexicon.core.assets_total;
    return item;
  }
  for (const std::string_view mark : {"其中:", "其中"}) {
    if (label.starts_with(mark)) label = label.substr(mark.size());
  }
  if (const std::size_t open = label.rfind('('); open != std::string::npos && label.ends_with(')')) {
    item.unit = unit_named(std::string_view(label).substr(open + 1, label.size() - open - 2));
    if (item.unit != Unit::none) label.resize(open);
  }
  while (!label.empty() && label.front() >= '0' && label.front() <= '9')
    label.erase(0, 1);
  for (const std::string_view mark : {"、", "."}) {
    if (label.starts_with(mark)) label = label.substr(mark.size());
  }
  const VocabularyTerm* term = extraction.lexicon.term(extraction.lexicon.trie.find(label));
  if (term == nullptr) return item;
  if (term->money != no_concept && extraction.lexicon.id_of(term->money).starts_with("assets.")) {
    item.concept_id = term->money;
  } else if (term->count == extraction.lexicon.core.vehicles) {
    item.concept_id = extraction.lexicon.find("assets.vehicles");
  }
  return item;
}

void set_subject(Extraction& extraction, std::int32_t fact, const std::string& subject) {
  if (fact != none) extraction.result.facts[static_cast<std::size_t>(fact)].subject = without_spaces(subject);
}

}  // namespace

bool read_activities(Extraction& extraction, TableView& view, const TableShape& shape) {
  const ShapeColumns columns = columns_of(view, shape);
  if (!columns.complete) return false;
  constexpr std::pair<const char*, Level> grades[] = {
      {"excellent", Level::excellent}, {"good", Level::good}, {"fair", Level::fair}, {"poor", Level::poor}};
  const std::int32_t name = columns.of("name");
  for (std::uint32_t row = view.header_rows(); row < view.rows(); ++row) {
    if (row_is_empty(view, row)) continue;
    Activity activity;
    activity.name = words_at(view, row, name);
    if (is_one_of(fold_label(activity.name), extraction.lexicon.standard.total_labels)) continue;
    activity.name_source = view.source(row, index_of(name));
    activity.description = span_at(view, row, columns.of("description"));
    activity.goal = span_at(view, row, columns.of("goal"));
    activity.indicator = words_at(view, row, columns.of("indicator"));
    if (const std::int32_t column = columns.of("indicator"); column != none) {
      activity.indicator_source = view.source(row, index_of(column));
    }
    if (const std::int32_t column = columns.of("budget"); column != none) {
      activity.budget_cell = view.source(row, index_of(column));
      activity.budget =
          add_cell(extraction, view, row, column, extraction.lexicon.core.activity_budget, Measure::amount);
      set_subject(extraction, activity.budget, activity.name);
    }
    for (std::size_t index = 0; index < 4; ++index) {
      const std::int32_t column = columns.of(grades[index].first);
      if (column == none) continue;
      activity.grade_cells[index] = view.source(row, index_of(column));
      const std::int32_t fact = add_cell(extraction, view, row, column,
                                         extraction.lexicon.core.grade_threshold, Measure::threshold);
      activity.grades[index] = fact;
      set_subject(extraction, fact, activity.indicator);
      if (fact != none) extraction.result.facts[static_cast<std::size_t>(fact)].level = grades[index].second;
    }
    extraction.result.activities.push_back(std::move(activity));
  }
  return true;
}

bool read_organisation(Extraction& extraction, TableView& view, const TableShape& shape) {
  const ShapeColumns columns = columns_of(view, shape);
  if (!columns.complete) return false;
  for (std::uint32_t row = view.header_rows(); row < view.rows(); ++row) {
    if (row_is_empty(view, row)) continue;
    OrganisationUnit unit;
    unit.name = words_at(view, row, columns.of("name"));
    unit.nature = words_at(view, row, columns.of("nature"));
    unit.rank = words_at(view, row, columns.of("rank"));
    unit.funding = words_at(view, row, columns.of("funding"));
    unit.source = view.source(row, index_of(columns.of("name")));
    extraction.result.organisation.push_back(std::move(unit));
  }
  return true;
}

bool read_assets(Extraction& extraction, TableView& view, const TableShape& shape) {
  const ShapeColumns columns = columns_of(view, shape);
  if (!columns.complete) return false;
  const std::int32_t label = columns.of("item") == none ? 0 : columns.of("item");
  bool totalled = false;
  for (std::uint32_t row = view.header_rows(); row < view.rows(); ++row) {
    if (row_is_empty(view, row)) continue;
    const std::string words = view.label(row, index_of(label));
    const AssetItem item = asset_item(extraction, words);
    if (item.concept_id == no_concept) continue;
    // Only the first row without a label is the total.
    const bool total = item.concept_id == extraction.lexicon.core.assets_total;
    if (total && totalled && words.empty()) continue;
    totalled = totalled || total;
    for (const auto& [role, measure] :
         {std::pair{"quantity", Measure::quantity}, std::pair{"amount", Measure::amount}}) {
      const std::int32_t index = add_cell(extraction, view, row, columns.of(role), item.concept_id, measure);
      if (index == none) continue;
      Fact& fact = extraction.result.facts[static_cast<std::size_t>(index)];
      if (view.as_of() != 0) fact.period = static_cast<std::int16_t>(view.as_of());
      if (measure == Measure::quantity && fact.unit == Unit::none) fact.unit = item.unit;
    }
  }
  return true;
}

bool read_project_list(Extraction& extraction, TableView& view, const TableShape& shape) {
  const ShapeColumns columns = columns_of(view, shape);
  if (!columns.complete) return false;
  const std::int32_t name = columns.of("name");
  for (std::uint32_t row = view.header_rows(); row < view.rows(); ++row) {
    const std::string words = words_at(view, row, name);
    const std::string folded = fold_label(words);
    if (folded.empty() || folded == "小计" || is_one_of(folded, extraction.lexicon.standard.total_labels))
      continue;
    const std::int32_t fact = add_cell(extraction, view, row, columns.of("budget"),
                                       extraction.lexicon.core.project_budget, Measure::amount);
    if (fact == none) continue;
    set_subject(extraction, fact, words);
    Project project;
    project.name = words;
    project.name_source = view.source(row, index_of(name));
    project.budget = fact;
    project.first_indicator = static_cast<std::int32_t>(extraction.result.indicators.size());
    extraction.result.projects.push_back(std::move(project));
  }
  return true;
}

void read_table(Extraction& extraction, std::int32_t block) {
  TableView view(extraction, block);
  bool read = read_project_forms(extraction, view);
  for (const TableShape& shape : extraction.lexicon.shapes) {
    if (read) break;
    if (shape.reader == "activities") read = read_activities(extraction, view, shape);
    if (shape.reader == "organisation") read = read_organisation(extraction, view, shape);
    if (shape.reader == "assets") read = read_assets(extraction, view, shape);
    if (shape.reader == "project_list") read = read_project_list(extraction, view, shape);
  }
  // The standard tables, by their heads; the most particular first.
  if (!read) read = read_three_public_table(extraction, view);
  if (!read) read = read_procurement(extraction, view);
  if (!read) read = read_classified(extraction, view);
  if (!read) read = read_balance(extraction, view);
  if (!read) read_across(extraction, view);
  view.leave_rest_unplaced();
}

}  // namespace mingzhang
