// The form that declares a project's performance goals: labels beside their values, the funding by source,
// and a table of indicators at three levels below. One table may hold several forms one after another; each
// begins with 项目名称. Tested in tests/unit/disclosure/forms_test.cpp.
#include "disclosure/table_view.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// Bytes of the longest label; longer cells are prose.
constexpr std::size_t longest_label = 90;

class FormReader {
 public:
  FormReader(Extraction& extraction, TableView& view) : ex_(extraction), view_(view) {}
  bool read();

 private:
  FormRole role_of(std::uint32_t row, std::uint32_t column) const;
  void read_roles(std::uint32_t row);
  void begin_project(std::uint32_t row, std::uint32_t column);
  void end_project(std::uint32_t row);
  bool read_funding(std::uint32_t row, std::uint32_t column, FormRole role);
  void read_unit(std::uint32_t row, std::uint32_t column);
  bool read_indicator_heads();
  void read_indicator(std::uint32_t row);
  std::int32_t next_value(std::uint32_t row, std::uint32_t column) const;
  void carry(std::uint32_t row, std::int32_t column, std::string& words) const;
  Project& project() { return ex_.result.projects.back(); }

  Extraction& ex_;
  TableView& view_;
  std::vector<FormRole> roles_;  // of the row's cells
  bool open_ = false;
  std::uint32_t first_row_ = 0;
  Unit unit_ = Unit::none;
  std::int32_t goal_column_ = none;
  // Columns of the indicators once their heads have been read.
  std::int32_t category_ = none, subcategory_ = none, indicator_ = none, target_ = none;
  std::string category_words_, subcategory_words_;
};

/// What the label of a cell stands for: without 其中： before it and a colon behind it.
FormRole FormReader::role_of(std::uint32_t row, std::uint32_t column) const {
  std::string_view words = view_.words(row, column);
  if (words.size() > longest_label) return FormRole::none;
  for (const std::string_view mark : {"其中：", "其中:"}) {
    if (words.starts_with(mark)) words.remove_prefix(mark.size());
  }
  for (const std::string_view colon : {"：", ":"}) {
    if (words.ends_with(colon)) words.remove_suffix(colon.size());
  }
  const Trie::Match match =
      ex_.lexicon.form_labels.longest(words, 0, static_cast<std::uint32_t>(words.size()));
  if (match.value < 0) return FormRole::none;
  const auto role = static_cast<FormRole>(match.value);
  if (match.end == words.size()) return role;
  const bool with_unit =
      role == FormRole::unit_of && fold_character(decode_utf8(words, match.end).value) == '(';
  return with_unit ? role : FormRole::none;
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
void FormReader::read_unit(std::uint32_t row, std::uint32_t column) {
  const std::string label = view_.label(row, column);
  const std::size_t bracket = label.find('(');
  if (bracket == std::string::npos) return;
  std::string_view inside = std::string_view(label).substr(bracket + 1);
  inside = inside.substr(0, inside.find(')'));
  if (const std::size_t colon = inside.rfind(':'); colon != std::string_view::npos)
    inside = inside.substr(colon + 1);
  unit_ = unit_named(inside);
}

bool FormReader::read_funding(std::uint32_t row, std::uint32_t column, FormRole role) {
  const CoreConcepts& core = ex_.lexicon.core;
  ConceptId concept_id = no_concept;
  switch (role) {
    case FormRole::total:
      concept_id = core.project_budget;
      break;
    case FormRole::superior:
      concept_id = core.funding_superior;
      break;
    case FormRole::county:
      concept_id = core.funding_county;
      break;
    case FormRole::other:
      concept_id = core.funding_other;
      break;
    default:
      return false;
  }
  const std::int32_t value = next_value(row, column);
  if (value == none) return true;
  const auto value_column = static_cast<std::uint32_t>(value);
  const bool total = role == FormRole::total;
  if (view_.is_empty(row, value_column)) {
    if (!total) ++project().blank_funding;
    return true;
  }
  const Quantity* quantity = view_.figure(row, value_column);
  if (quantity == nullptr) return true;
  Fact fact = ex_.fact_of(*quantity, view_.source(row, value_column));
  fact.concept_id = concept_id;
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

bool FormReader::read_indicator_heads() {
  std::int32_t category = none, subcategory = none, indicator = none, target = none;
  for (std::uint32_t column = 0; column < view_.columns(); ++column) {
    const auto at = static_cast<std::int32_t>(column);
    switch (roles_[column]) {
      case FormRole::category:
        category = at;
        break;
      case FormRole::subcategory:
        subcategory = at;
        break;
      case FormRole::indicator:
        indicator = at;
        break;
      case FormRole::target:
        target = at;
        break;
      default:
        break;
    }
  }
  if (indicator == none || target == none) return false;
  category_ = category;
  subcategory_ = subcategory;
  indicator_ = indicator;
  target_ = target;
  category_words_.clear();
  subcategory_words_.clear();
  return true;
}

/// Keeps the words of a level; a merged cell has those of the cell above, any other empty cell has none.
void FormReader::carry(std::uint32_t row, std::int32_t column, std::string& words) const {
  if (column == none) return;
  const auto at = static_cast<std::uint32_t>(column);
  if (!view_.is_empty(row, at)) {
    words = without_spaces(view_.words(row, at));
  } else if (!view_.table().at(row, at).continued) {
    words.clear();
  }
}

void FormReader::read_indicator(std::uint32_t row) {
  const auto name = static_cast<std::uint32_t>(indicator_);
  const auto target = static_cast<std::uint32_t>(target_);
  carry(row, category_, category_words_);
  carry(row, subcategory_, subcategory_words_);
  if (view_.is_empty(row, name)) return;
  Indicator made;
  made.project = static_cast<std::int32_t>(ex_.result.projects.size()) - 1;
  made.category = category_words_;
  made.subcategory = subcategory_words_;
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

void FormReader::read_roles(std::uint32_t row) {
  roles_.assign(view_.columns(), FormRole::none);
  for (std::uint32_t column = 0; column < view_.columns(); ++column) {
    if (!view_.is_empty(row, column)) roles_[column] = role_of(row, column);
  }
}

bool FormReader::read() {
  if (view_.header_rows() != 0) return false;  // 项目名称 as a head: a list of projects
  for (std::uint32_t row = 0; row < view_.rows(); ++row) {
    read_roles(row);
    for (std::uint32_t column = 0; column < view_.columns(); ++column) {
      if (view_.is_empty(row, column)) continue;
      const FormRole role = roles_[column];
      if (column == 0 && role == FormRole::name) begin_project(row, column);
      if (!open_) break;
      if (role == FormRole::unit_of) read_unit(row, column);
      if (goal_column_ == static_cast<std::int32_t>(column) && project().goal.empty()) {
        project().goal = view_.table().at(row, column).span;
      }
      if (role == FormRole::goal) goal_column_ = static_cast<std::int32_t>(column);
      if (read_funding(row, column, role)) break;
    }
    if (!open_ || read_indicator_heads()) continue;
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
