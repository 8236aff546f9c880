// Figures in prose: the measure, the concept and the period that the words before them give.
// Tested in tests/unit/disclosure/prose_test.cpp.
#include "disclosure/prose_reader.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

bool is_ratio(Unit unit) {
  return unit == Unit::percent;
}

Stage stage_of(Base base) {
  switch (base) {
    case Base::budget:
      return Stage::budget;
    case Base::execution:
      return Stage::execution;
    case Base::final:
      return Stage::final;
    default:
      return Stage::unstated;
  }
}

}  // namespace

void ProseReader::on_figure(std::size_t index) {
  const auto mention = static_cast<std::size_t>(token(index).mention);
  const Quantity& quantity = mentions_[mention].quantity;
  const bool second =
      index > 0 && token(index - 1).kind == TokenKind::figure && token(index).touches_previous;
  const bool of_body = index > 0 && token(index - 1).kind == TokenKind::organisation;
  const bool multiple = text_.substr(quantity.span.end).starts_with("倍");
  // A bare number in the next line or column is a cell of some table.
  const bool loose = token(index).loose && quantity.unit == Unit::none;
  // Cut off at the end of a page or block, its unit may stand elsewhere.
  const bool cut_off = quantity.unit == Unit::none &&
                       trimmed(text_.substr(quantity.span.end, span_.end - quantity.span.end)).empty();
  if (placed_[mention]) return;  // the second of a pair
  if (second || of_body || multiple || loose || cut_off || quantity.comparator != Comparator::equal) return;
  if (place_pair(index) || place_counted(index)) return;
  placed_[mention] = place_figure(index, quantity);
  if (!placed_[mention]) forget_topics(quantity);
  // Nought has no parts.
  last_unplaced_ = !placed_[mention] && !quantity.value.is_zero();
}

/// What follows a figure that nothing is known of may belong to it: 占, 增长 and 其中 must not fall back on
/// what was named before it.
void ProseReader::forget_topics(const Quantity& quantity) {
  const UnitKind kind = kind_of(quantity.unit);
  if (in_reason_ || in_purpose_ || comparison_.own_year ||
      (kind != UnitKind::money && kind != UnitKind::none))
    return;
  clause_.topic = {};
  clause_.topic_here = false;
  clause_.lost = true;
  if (heads_.empty() && !quantity.value.is_zero()) main_ = {};
}

/// 收、支总计各是4125.49,4143.91万元: income and expenditure under one label, with one unit.
bool ProseReader::place_pair(std::size_t index) {
  const Topic* topic = topic_for(true);
  if (topic == nullptr || index + 2 >= tokens_.size()) return false;
  const CoreConcepts& core = lexicon_.core;
  const bool both = topic->money == core.grand_total || topic->money == core.fiscal_total;
  const Token& mark = token(index + 1);
  const bool listed = mark.kind == TokenKind::comma || mark.is(Word::joint);
  if (!both || !listed || token(index + 2).kind != TokenKind::figure) return false;
  const auto first = static_cast<std::size_t>(token(index).mention);
  const auto second = static_cast<std::size_t>(token(index + 2).mention);
  const Quantity& left = mentions_[first].quantity;
  const Quantity& right = mentions_[second].quantity;
  const UnitKind kind = kind_of(right.unit);
  const bool units = left.unit == right.unit || left.unit == Unit::none;
  if (!units || (kind != UnitKind::money && kind != UnitKind::ratio)) return false;
  Topic income = *topic;
  Topic expenditure = *topic;
  income.money = topic->money == core.fiscal_total ? core.revenue_fiscal : core.revenue_total;
  expenditure.money = core.expenditure_total;
  expenditure.scope = lexicon_.scope_named(topic->money);
  const Topic whole = *topic;
  place_side(income, left, right.unit);
  place_side(expenditure, right, right.unit);
  placed_[first] = placed_[second] = true;
  clause_.topic = main_ = whole;
  clause_.topic.figured = main_.figured = true;
  return true;
}

/// 本部门共4个项目实行绩效目标管理: the wording stands behind its figure.
bool ProseReader::place_counted(std::size_t index) {
  if (index + 1 >= tokens_.size() || !token(index + 1).is(Word::behind_count)) return false;
  const auto mention = static_cast<std::size_t>(token(index).mention);
  const Quantity& quantity = mentions_[mention].quantity;
  if (kind_of(quantity.unit) != UnitKind::count) return false;
  Topic topic;
  topic.count = token(index + 1).term->counted;
  topic.span = token(index + 1).span;
  add_fact(topic, topic.count, Measure::quantity, quantity);
  placed_[mention] = true;
  return true;
}

void ProseReader::place_side(const Topic& side, const Quantity& quantity, Unit unit) {
  Quantity figure = quantity;
  figure.unit = unit;
  const bool change = clause_.sign != 0;
  const Measure measure = !change ? Measure::amount : is_ratio(unit) ? Measure::rate : Measure::change;
  const FactIndex index = add_fact(side, side.money, measure, figure);
  Fact& fact = ex_.result.facts[index];
  if (change) {
    fact.base = comparison_.active ? comparison_.base : Base::unstated;
    if (clause_.sign < 0) fact.value = -fact.value.abs();
  } else {
    ex_.note_level(index, ex_.words(side.span));
  }
  if (measure != Measure::rate) fact.stage = ex_.own_stage();
}

bool ProseReader::place_figure(std::size_t index, const Quantity& quantity) {
  const bool bare = quantity.unit == Unit::none;
  const bool rate_follows = clause_.sign != 0 && last_fact_ != none && last_fact_ == last_change_ && bare;
  if (is_ratio(quantity.unit) || ((clause_.share || clause_.completion || rate_follows) && bare))
    return place_ratio(quantity);
  if (clause_.sign != 0) return place_change(index, quantity);
  if (!place_amount(quantity)) return false;
  clause_.completion = clause_.completion || clause_.completes_amount;
  return true;
}

/// The topic of the clause, or the one that it takes over where `may_inherit`; nullptr where none is certain.
const Topic* ProseReader::topic_for(bool may_inherit) const {
  if (clause_.blocked) return nullptr;
  if (clause_.topic_here)
    return clause_.topic.joint || !outside_unknown_list(clause_.topic) ? nullptr : &clause_.topic;
  if (clause_.lost) return nullptr;
  const Topic& inherited = clause_.topic.known() ? clause_.topic : main_;
  if (!may_inherit && !(clause_.plain && inherited.left_open)) return nullptr;
  return inherited.known() && !inherited.joint && outside_unknown_list(inherited) ? &inherited : nullptr;
}

/// Below a figure that nothing is known of, 其中：人员经费 are a part of that and not of the whole; an item
/// of the classification says for itself what it is.
bool ProseReader::outside_unknown_list(const Topic& topic) const {
  return heads_.empty() || heads_.back().known() ||
         (topic.money != no_concept && lexicon_.id_of(topic.money).starts_with("function."));
}

/// 机关运行经费…其中：办公费…会议费: parts of running costs, not all that is spent on meetings.
bool ProseReader::part_of_running_costs(ConceptId concept_id) const {
  if (heads_.empty()) return false;
  const CoreConcepts& core = lexicon_.core;
  const ConceptId head = heads_.back().money;
  if (head != core.agency_operating && head != core.expenditure_operating &&
      head != core.expenditure_personnel)
    return false;
  const std::string_view id = lexicon_.id_of(concept_id);
  return id == "meetings" || id == "training" || id.starts_with("three_public.");
}

/// A scope word that stands for money: the income of that name in a list of income, else expenditure where
/// the heading speaks of that or the words do (当年拨款).
Topic ProseReader::topic_of_scope() const {
  Topic topic;
  const ConceptId head = heads_.empty() ? main_.money : heads_.back().money;
  topic.span = token(clause_.scope_token).span;
  if (head != no_concept && lexicon_.id_of(head).starts_with("revenue.")) {
    topic.money = clause_.scope_revenue;
    return topic;
  }
  const bool arranged = ex_.words(topic.span).find("当年") != std::string_view::npos;
  const bool expenditure = section_ != none && ex_.heading_of(section_).expenditure;
  if (heads_.empty() && (arranged || expenditure)) {
    topic.money = lexicon_.core.expenditure_total;
    topic.scope = clause_.scope;
  }
  return topic;
}

/// （一）收入预算 / 2023年年初预算数5860.44万元: the first figure below a heading that names one thing.
Topic ProseReader::topic_of_heading() const {
  Topic topic;
  const bool first = clause_.plain && heads_.empty() && !main_.known() && last_fact_ == none;
  if (!first || section_ == none || clause_.sign != 0) return topic;
  const HeadingMeaning& heading = ex_.heading_of(section_);
  if (!heading.alone || clause_.stage == Stage::unstated) return topic;
  topic.money = heading.concept_id;
  topic.scope = heading.scope;
  topic.span = ex_.document.sections[static_cast<std::size_t>(section_)].title;
  return topic;
}

/// The last words of the sentence before `end`.
std::string_view ProseReader::near(std::uint32_t end) const {
  constexpr std::uint32_t bytes = 450;
  const std::uint32_t start = end > bytes ? std::max(sentence_.start, end - bytes) : sentence_.start;
  return ex_.words({std::min(start, end), end});
}

ConceptId ProseReader::concept_for(const Topic& topic, Unit unit) const {
  const ConceptId concept_id = concept_by_unit(topic, unit);
  if (concept_id == no_concept) return no_concept;
  if (part_of_running_costs(concept_id)) return no_concept;
  const std::string& beside = lexicon_.traits_of(concept_id).beside;
  const std::string_view before = near(topic.span.start);
  if (!beside.empty() && before.find(beside) == std::string_view::npos) return no_concept;
  // 安排购置…设备2台 are to be bought, not held.
  if (concept_id == lexicon_.core.large_equipment && before.find("购置") != std::string_view::npos)
    return no_concept;
  // 绩效目标…涉及项目支出5万元: the money of some projects.
  const bool some =
      concept_id == lexicon_.core.expenditure_project && before.find("绩效") != std::string_view::npos;
  return some ? no_concept : concept_id;
}

ConceptId ProseReader::concept_by_unit(const Topic& topic, Unit unit) const {
  switch (kind_of(unit)) {
    case UnitKind::money:
      return topic.money;
    case UnitKind::count:
      return topic.count;
    case UnitKind::none:
      return topic.money != no_concept ? topic.money : topic.count;
    case UnitKind::ratio:
      return topic.money != no_concept ? topic.money : topic.count;
    default:
      return no_concept;
  }
}

bool ProseReader::place_ratio(const Quantity& quantity) {
  const Topic* topic = topic_for(true);
  if (topic == nullptr || in_purpose_ || in_reason_) return false;
  const ConceptId concept_id = concept_for(*topic, quantity.unit);
  if (concept_id == no_concept) return false;
  if (clause_.share) {
    const Topic copy = *topic;
    const FactIndex fact = add_fact(copy, concept_id, Measure::share, quantity);
    const ConceptId head = heads_.empty() ? no_concept : heads_.back().money;
    ex_.result.facts[fact].of = clause_.of != no_concept ? clause_.of : head;
    return true;
  }
  if (clause_.completion) {
    add_fact(Topic(*topic), concept_id, Measure::completion, quantity);
    return true;
  }
  if (clause_.sign == 0 || comparison_.own_year) return false;
  const Topic copy = *topic;
  const FactIndex fact = add_fact(copy, concept_id, Measure::rate, quantity);
  Fact& rate = ex_.result.facts[fact];
  rate.base = comparison_.active ? comparison_.base : Base::unstated;
  if (clause_.sign < 0) rate.value = -rate.value.abs();
  state(clause_.sign > 0 ? StatementKind::increase : StatementKind::decrease, copy,
        token(clause_.sign_token).span, static_cast<std::int32_t>(fact));
  return true;
}

bool ProseReader::place_change(std::size_t, const Quantity& quantity) {
  const Topic* topic = topic_for(!in_reason_ || clause_.topic.known());
  if (topic == nullptr || in_purpose_ || comparison_.own_year) return false;
  const ConceptId concept_id = concept_for(*topic, quantity.unit);
  if (concept_id == no_concept) return false;
  const Topic copy = *topic;
  const FactIndex index = add_fact(copy, concept_id, Measure::change, quantity);
  Fact& fact = ex_.result.facts[index];
  fact.base = comparison_.active ? comparison_.base : Base::unstated;
  fact.stage = ex_.own_stage();
  if (clause_.sign < 0) fact.value = -fact.value.abs();
  comparison_.figured = true;
  state(clause_.sign > 0 ? StatementKind::increase : StatementKind::decrease, copy,
        token(clause_.sign_token).span, static_cast<std::int32_t>(index));
  explain(index);
  last_change_ = static_cast<std::int32_t>(index);
  return true;
}

bool ProseReader::place_amount(const Quantity& quantity) {
  if (in_purpose_ || in_reason_ || clause_.amount_done) return false;
  const bool compared = comparison_.active && comparison_.clause == clause_number_ && !comparison_.figured;
  const Topic* topic = topic_for(compared || clause_.stage != Stage::unstated);
  Topic other;
  if (topic == nullptr && !clause_.blocked && !compared) {
    other = clause_.scope != Scope::all ? topic_of_scope() : topic_of_heading();
    if (!other.known()) return false;
    topic = &other;
  }
  if (topic == nullptr || clause_.share || clause_.completion) return false;
  const ConceptId concept_id = concept_for(*topic, quantity.unit);
  if (concept_id == no_concept) return false;
  Topic copy = *topic;
  const bool money = lexicon_.traits_of(concept_id).money;
  const FactIndex index = add_fact(copy, concept_id, money ? Measure::amount : Measure::quantity, quantity);
  ex_.note_level(index, ex_.words(copy.span));
  Fact& fact = ex_.result.facts[index];
  if (compared) {
    fact.period = static_cast<std::int16_t>(comparison_.year);
    fact.stage = stage_of(comparison_.base);
    if (fact.stage == Stage::unstated && ex_.is_final()) fact.stage = Stage::final;
    comparison_.figured = true;
  } else if (money && (ex_.is_final() || fact.period != ex_.result.year)) {
    fact.stage = clause_.stage != Stage::unstated ? clause_.stage : ex_.own_stage();
    if (!ex_.is_final() && fact.stage == Stage::unstated &&
        ex_.words(copy.span).find("预算") != std::string_view::npos) {
      fact.stage = Stage::budget;
    }
  }
  if (!money) fact.stage = Stage::unstated;
  if (other.known()) {
    clause_.topic = other;
    clause_.topic.figured = true;
    clause_.scope = Scope::all;  // 一般公共预算拨款5万元、上年结转1万元: said of the first only
  }
  clause_.amount_done = true;
  if (!compared) explained_ = explanation_ == none ? static_cast<std::int32_t>(none) : explained_;
  return true;
}

int ProseReader::period() const {
  return year_ != 0 ? year_ : ex_.result.year;
}

Scope ProseReader::scope_for(const Topic& topic, ConceptId concept_id) const {
  if (!lexicon_.traits_of(concept_id).scoped) return Scope::all;
  if (topic.scope != Scope::all) return topic.scope;
  if (!heads_.empty() && heads_.back().scope != Scope::all) return heads_.back().scope;
  const auto earlier =
      std::find_if(scopes_.rbegin(), scopes_.rend(), [&](auto& pair) { return pair.first == concept_id; });
  if (earlier != scopes_.rend()) return earlier->second;
  return section_ == none ? Scope::all : ex_.headings[static_cast<std::size_t>(section_)].scope;
}

void ProseReader::keep_scope(ConceptId concept_id, Scope scope) {
  const auto known =
      std::find_if(scopes_.begin(), scopes_.end(), [&](auto& pair) { return pair.first == concept_id; });
  if (known != scopes_.end()) {
    known->second = scope;
  } else {
    scopes_.emplace_back(concept_id, scope);
  }
}

FactIndex ProseReader::add_fact(const Topic& topic, ConceptId concept_id, Measure measure,
                                const Quantity& quantity) {
  Fact fact = ex_.fact_of(quantity, source_of(quantity.span));
  fact.concept_id = concept_id;
  fact.subject = without_spaces(topic.subject);
  if (concept_id == lexicon_.core.large_equipment) fact.subject = kind_of_equipment(topic);
  if (concept_id == lexicon_.core.performance_amount || concept_id == lexicon_.core.performance_projects) {
    // 绩效评级为优的项目39个 stands behind the step that it belongs to.
    if (topic.level == Level::none) step_ = performance_step(topic);
    fact.subject = step_;
  }
  fact.measure = measure;
  fact.level = topic.level;
  fact.scope = scope_for(topic, concept_id);
  fact.period = static_cast<std::int16_t>(period());
  if (as_of_ != 0 && lexicon_.traits_of(concept_id).stock) fact.period = static_cast<std::int16_t>(as_of_);
  fact.context = sentence_;
  keep_scope(concept_id, fact.scope);
  Topic placed = topic;
  placed.figured = true;
  placed.left_open = false;
  placed.scope = fact.scope;
  clause_.topic = placed;
  if (heads_.empty() || (in_open_list_ && heads_.size() == 1)) main_ = placed;
  const FactIndex index = ex_.add(std::move(fact));
  last_fact_ = last_fact_in_sentence_ = static_cast<std::int32_t>(index);
  return index;
}

/// 单价50万元以上通用设备 and 单价100万元以上专用设备 are counted apart; 单价100万元以上设备 needs no name.
std::string ProseReader::kind_of_equipment(const Topic& topic) const {
  const std::string_view words = ex_.words(topic.span);
  const bool kind =
      words.find("通用") != std::string_view::npos || words.find("专用") != std::string_view::npos;
  return kind ? without_spaces(words) : std::string();
}

/// 绩效跟踪评价, 绩效自评: the step that a number of projects or their money belongs to; empty for the goals
/// set.
std::string ProseReader::performance_step(const Topic& topic) const {
  const std::string_view before = near(topic.span.end);
  std::size_t start = 0;
  for (const std::string_view part : {"；", ";", "："}) {
    const std::size_t at = before.rfind(part);
    if (at != std::string_view::npos) start = std::max(start, at);
  }
  for (const std::string& step : lexicon_.performance_steps) {
    if (before.find(step, start) != std::string_view::npos) return step;
  }
  return {};
}

/// A change inside 其中 or a reason, of another concept than the change before it, is a part of that change.
void ProseReader::explain(FactIndex part) {
  const std::int32_t whole = explained_ != none ? explained_
                             : in_reason_       ? last_change_
                                                : static_cast<std::int32_t>(none);
  if (whole == none) return;
  const auto& facts = ex_.result.facts;
  const Fact& first = facts[static_cast<std::size_t>(whole)];
  if (first.concept_id == facts[part].concept_id && first.subject == facts[part].subject) return;
  if (explanation_ == none) {
    explanation_ = static_cast<std::int32_t>(ex_.result.explanations.size());
    explained_ = whole;
    ChangeExplanation made;
    made.whole = static_cast<FactIndex>(whole);
    made.complete = !in_reason_ && !main_only_;
    made.source = source_of(sentence_);
    ex_.result.explanations.push_back(std::move(made));
  }
  ex_.result.explanations[static_cast<std::size_t>(explanation_)].parts.push_back(part);
}

void ProseReader::state(StatementKind kind, const Topic& topic, Span span, std::int32_t fact) {
  Statement statement;
  statement.kind = kind;
  statement.concept_id = topic.money != no_concept ? topic.money : topic.count;
  if (statement.concept_id == no_concept) return;
  statement.scope = scope_for(topic, statement.concept_id);
  statement.period = static_cast<std::int16_t>(period());
  statement.fact = fact;
  statement.source = source_of(span);
  ex_.result.statements.push_back(statement);
}

}  // namespace mingzhang
