// The form that declares a project's performance goals: labels beside their values, the funding by source,
// and a table of indicators at three levels below. One table may hold several forms one after another; each
// begins with 项目名称. Tested in tests/unit/disclosure/forms_test.cpp.
#include "disclosure/table_view.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

constexpr std::string_view of_which = "其中:";

class FormReader {
 public:
  FormReader(Extraction& extraction, TableView& view) : ex_(extraction), view_(view) {}
  bool read();

 private:
  bool is(std::string_view role, std::string_view label) const;
  std::string row_label(std::uint32_t row, std::uint32_t column) const;
  void begin_project(std::uint32_t row, std::uint32_t column);
  void end_project(std::uint32_t row);
  bool read_funding(std::uint32_t row, std::uint32_t column, const std::string& label);
  void read_unit(std::string_view label);
  bool read_indicator_heads(std::uint32_t row);
  void read_indicator(std::uint32_t row);
  std::int32_t next_value(std::uint32_t row, std::uint32_t column) const;
  std::string carried(std::uint32_t row, std::int32_t column) const;
  Project& project() { return ex_.result.projects.back(); }

  Extraction& ex_;
  TableView& view_;
  bool open_ = false;
  std::uint32_t first_row_ = 0;
  Unit unit_ = Unit::none;
  std::int32_t goal_column_ = none;
  // Columns of the indicators once their heads have been read.
  std::int32_t category_ = none, subcategory_ = none, indicator_ = none, target_ = none;
  std::uint32_t indicators_from_ = 0;
};

bool FormReader::is(std::string_view role, std::string_view label) const {
  for (const Role& known : ex_.lexicon.form) {
    if (known.name == role)
      return std::find(known.words.begin(), known.words.end(), label) != known.words.end();
  }
  return false;
}

std::string FormReader::row_label(std::uint32_t row, std::uint32_t column) const {
  std::string label = view_.label(row, column);
  if (label.starts_with(of_which)) label = label.substr(of_which.size());
  return label;
}

/// The cell behind a label: the next one that is not part of the label's own merged cell.
std::int32_t FormReader::next_value(std::uint32_t row, std::uint32_t column) const {
  for (std::uint32_t next = column + 1; next < view_.columns(); ++next) {
    if (!view_.table().at(row, next).continued) return static_cast<std::int32_t>(next);
  }
  return none;
}

void FormReader::begin_project(std::uint32_t row, std::uint32_t column) {
  const std::int32_t value = next_value(row, column);
  if (value == none || view_.is_empty(row, static_cast<std::uint32_t>(value))) return;
  if (open_) end_project(row);
  Project made;
  made.name = without_spaces(trimmed(view_.words(row, static_cast<std::uint32_t>(value))));
  made.name_source = view_.source(row, static_cast<std::uint32_t>(value));
  made.first_indicator = static_cast<std::int32_t>(ex_.result.indicators.size());
  ex_.result.projects.push_back(std::move(made));
  open_ = true;
  first_row_ = row;
  unit_ = Unit::none;
  goal_column_ = category_ = subcategory_ = indicator_ = target_ = none;
}

void FormReader::end_project(std::uint32_t row) {
  Project& made = project();
  made.indicators = static_cast<std::int32_t>(ex_.result.indicators.size()) - made.first_indicator;
  for (std::uint32_t at = first_row_; at < row; ++at) {
    const Span span = view_.row_span(at);
    if (span.empty()) continue;
    if (made.form.empty()) made.form.start = span.start;
    made.form.end = std::max(made.form.end, span.end);
  }
  open_ = false;
}

/// 资金情况（万元）
void FormReader::read_unit(std::string_view label) {
  const std::size_t bracket = label.find('(');
  if (bracket == std::string_view::npos || !is("unit_of", label.substr(0, bracket))) return;
  std::string_view inside = label.substr(bracket + 1);
  inside = inside.substr(0, inside.find(')'));
  if (const std::size_t colon = inside.rfind(':'); colon != std::string_view::npos)
    inside = inside.substr(colon + 1);
  unit_ = unit_named(inside);
}

bool FormReader::read_funding(std::uint32_t row, std::uint32_t column, const std::string& label) {
  const CoreConcepts& core = ex_.lexicon.core;
  const std::pair<const char*, ConceptId> sources[] = {{"total", core.project_budget},
                                                       {"superior", core.funding_superior},
                                                       {"county", core.funding_county},
                                                       {"other", core.funding_other}};
  const auto* source =
      std::find_if(std::begin(sources), std::end(sources), [&](auto& pair) { return is(pair.first, label); });
  if (source == std::end(sources)) return false;
  const std::int32_t value = next_value(row, column);
  if (value == none) return true;
  const auto value_column = static_cast<std::uint32_t>(value);
  const bool total = source == std::begin(sources);
  if (view_.is_empty(row, value_column)) {
    if (!total) ++project().blank_funding;
    return true;
  }
  const Quantity* quantity = view_.figure(row, value_column);
  if (quantity == nullptr) return true;
  Fact fact = ex_.fact_of(*quantity, view_.source(row, value_column));
  fact.concept_id = source->second;
  fact.subject = project().name;
  fact.period = ex_.result.year;
  fact.stage = ex_.own_stage();
  fact.project = static_cast<std::int32_t>(ex_.result.projects.size()) - 1;
  fact.context = view_.row_span(row);
  if (fact.unit == Unit::none) fact.unit = unit_ != Unit::none ? unit_ : view_.table().unit;
  view_.mark_placed(row, value_column);
  const FactIndex index = ex_.add(std::move(fact));
  if (total) {
    project().budget = static_cast<std::int32_t>(index);
  } else {
    project().funding.push_back(index);
  }
  return true;
}

bool FormReader::read_indicator_heads(std::uint32_t row) {
  std::int32_t category = none, subcategory = none, indicator = none, target = none;
  for (std::uint32_t column = 0; column < view_.columns(); ++column) {
    const std::string label = view_.label(row, column);
    const auto at = static_cast<std::int32_t>(column);
    if (is("category", label)) category = at;
    if (is("subcategory", label)) subcategory = at;
    if (is("indicator", label)) indicator = at;
    if (is("target", label)) target = at;
  }
  if (indicator == none || target == none) return false;
  category_ = category;
  subcategory_ = subcategory;
  indicator_ = indicator;
  target_ = target;
  indicators_from_ = row + 1;
  return true;
}

/// Words of a cell, or of the merged cell further up that it is part of.
std::string FormReader::carried(std::uint32_t row, std::int32_t column) const {
  if (column == none) return {};
  const auto at = static_cast<std::uint32_t>(column);
  for (std::uint32_t up = row + 1; up-- > indicators_from_;) {
    if (!view_.is_empty(up, at)) return without_spaces(view_.words(up, at));
    if (!view_.table().at(up, at).continued && up != row) break;
  }
  return {};
}

void FormReader::read_indicator(std::uint32_t row) {
  const auto name = static_cast<std::uint32_t>(indicator_);
  const auto target = static_cast<std::uint32_t>(target_);
  if (view_.is_empty(row, name)) return;
  Indicator made;
  made.project = static_cast<std::int32_t>(ex_.result.projects.size()) - 1;
  made.category = carried(row, category_);
  made.subcategory = carried(row, subcategory_);
  made.name = without_spaces(view_.words(row, name));
  made.name_source = view_.source(row, name);
  made.target = view_.source(row, target);
  if (const Quantity* quantity = view_.figure(row, target)) {
    Fact fact = ex_.fact_of(*quantity, made.target);
    fact.concept_id = ex_.lexicon.core.indicator_target;
    fact.subject = made.name;
    fact.measure = Measure::target;
    fact.period = ex_.result.year;
    fact.project = made.project;
    fact.context = view_.row_span(row);
    view_.mark_placed(row, target);
    made.fact = static_cast<std::int32_t>(ex_.add(std::move(fact)));
  }
  ex_.result.indicators.push_back(std::move(made));
}

bool FormReader::read() {
  for (std::uint32_t row = 0; row < view_.rows(); ++row) {
    for (std::uint32_t column = 0; column < view_.columns(); ++column) {
      if (view_.is_empty(row, column)) continue;
      const std::string label = row_label(row, column);
      // The name of a project stands beside its label; below it, this is a list of projects.
      if (column == 0 && is("name", label) && view_.header_rows() == 0) begin_project(row, column);
      if (!open_) break;
      read_unit(label);
      if (goal_column_ == static_cast<std::int32_t>(column) && project().goal.empty()) {
        project().goal = view_.table().at(row, column).span;
      }
      if (is("goal", label)) goal_column_ = static_cast<std::int32_t>(column);
      if (read_funding(row, column, label)) break;
    }
    if (!open_ || read_indicator_heads(row)) continue;
    if (indicator_ != none) read_indicator(row);
  }
  if (open_) end_project(view_.rows());
  return !ex_.result.projects.empty() &&
         ex_.result.projects.back().name_source.table == view_.source(0, 0).table;
}

}  // namespace

bool read_project_forms(Extraction& extraction, TableView& view) {
  return FormReader(extraction, view).read();
}

}  // namespace mingzhang
