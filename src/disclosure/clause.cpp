// The words of a clause: which label, which comparison, which direction the next figure belongs to.
// Tested in tests/unit/disclosure/prose_test.cpp.
#include "disclosure/prose_reader.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// Tokens between 占 and its percentage at most.
constexpr std::size_t farthest_ratio = 16;

Base base_of(const Token& token) {
  if (token.is(Word::base_final)) return Base::final;
  if (token.is(Word::base_execution)) return Base::execution;
  if (token.is(Word::base_budget)) return Base::budget;
  return Base::unstated;
}

}  // namespace

/// Words that say nothing of what a figure is about.
bool ProseReader::is_plain(const Token& token) const {
  switch (token.kind) {
    case TokenKind::year:
    case TokenKind::date:
    case TokenKind::colon:
    case TokenKind::figure:
      return true;
    case TokenKind::word:
      return !is_label(token) && !token.is(Word::scope) && !token.is(Word::nothing) &&
             (token.is(Word::glue) || base_of(token) != Base::unstated ||
              stage_named(token) != Stage::unstated);
    default:
      return false;
  }
}

void ProseReader::on_token(std::size_t index) {
  const Token& here = token(index);
  clause_.plain = clause_.plain && is_plain(here);
  switch (here.kind) {
    case TokenKind::comma:
    case TokenKind::enumeration:
      start_clause(false);
      break;
    case TokenKind::semicolon:
      start_clause(true);
      break;
    case TokenKind::colon:
      break;
    case TokenKind::open:
      open_bracket();
      break;
    case TokenKind::close:
      close_bracket();
      break;
    case TokenKind::figure:
      on_figure(index);
      break;
    case TokenKind::year:
      on_year(index);
      break;
    case TokenKind::date:
      as_of_ = mentions_[static_cast<std::size_t>(here.mention)].year;
      break;
    case TokenKind::organisation:
      break;
    case TokenKind::gap:
      clause_ = {};
      clause_.blocked = true;
      main_ = {};
      break;
    case TokenKind::unknown:
      on_unknown(index);
      break;
    case TokenKind::item:
      on_label(index);
      break;
    case TokenKind::word:
      on_word(index);
      break;
  }
}

void ProseReader::start_clause(bool after_semicolon) {
  end_nothing();
  ++clause_number_;
  Clause next;
  next.topic = clause_.topic;
  next.lost = clause_.lost && !after_semicolon;
  next.topic.left_open = clause_.topic_here && !clause_.topic.figured && !clause_.blocked;
  // A label left without a figure and followed by unknown words is not what the next clause speaks of.
  if (clause_.blocked && !next.topic.figured) next.topic = {};
  if (next.topic.weak && !next.topic.figured) next.topic = {};
  if (after_semicolon) {
    in_reason_ = in_purpose_ = false;
    if (heads_.size() > 1) heads_.pop_back();
    next.topic = {};
    comparison_ = {};
  }
  clause_ = next;
}

void ProseReader::open_bracket() {
  brackets_.push_back(clause_);
  clause_.topic_here = false;
  clause_.amount_done = false;
}

void ProseReader::close_bracket() {
  if (brackets_.empty()) return;
  end_nothing();
  clause_ = brackets_.back();
  brackets_.pop_back();
}

void ProseReader::on_unknown(std::size_t index) {
  const Token& unknown = token(index);
  // 编报绩效目标的2024年度项目39个: the year stands within the label.
  const bool within_label = index > 0 && token(index - 1).kind == TokenKind::year && clause_.topic_here &&
                            clause_.topic.count == lexicon_.core.performance_projects &&
                            ex_.words(unknown.span) == "项目";
  if (!within_label) on_unknown(unknown);
}

void ProseReader::on_unknown(const Token& unknown) {
  if (clause_.amount_done || last_fact_in_sentence_ != none) end_with_and_so_on(unknown);
  clause_.blocked = true;
  clause_.scope = Scope::all;
  clause_.scope_revenue = no_concept;
  if (!clause_.nothing.empty()) clause_.nothing = {};
}

/// 其中：…5万元等: what stands before it is no complete list.
void ProseReader::end_with_and_so_on(const Token& unknown) {
  const bool more = !heads_.empty() && ex_.words(unknown.span).starts_with("等") && !tokens_.empty() &&
                    &unknown != tokens_.data() && (&unknown - 1)->kind == TokenKind::figure;
  if (!more) return;
  state(StatementKind::only_main, heads_.back(), unknown.span, none);
  if (explanation_ != none) ex_.result.explanations[static_cast<std::size_t>(explanation_)].complete = false;
}

void ProseReader::on_year(std::size_t index) {
  const int year = mentions_[static_cast<std::size_t>(token(index).mention)].year;
  const bool compared =
      index > 0 && (token(index - 1).is(Word::versus) || token(index - 1).is(Word::smaller) ||
                    token(index - 1).is(Word::greater));
  if (compared) {
    // 决算数比2022年年初预算减少5万元, in the accounts of 2022: no change between years.
    comparison_ = {true, false,          clause_number_,
                   year, Base::unstated, ex_.is_final() && year == ex_.result.year};
  } else {
    year_ = year;
    as_of_ = 0;
  }
}

void ProseReader::on_word(std::size_t index) {
  const Token& here = token(index);
  if (on_comparison_word(index) || on_measure_word(index) || on_list_word(index)) return;
  if (here.is(Word::increase) || here.is(Word::decrease) || here.is(Word::greater) ||
      here.is(Word::smaller)) {
    on_direction(index);
  } else if (here.is(Word::label) || here.is(Word::short_label) || here.is(Word::item_class) ||
             here.is(Word::vehicle_use) || here.is(Word::expenditure_bare) || here.is(Word::revenue_bare)) {
    on_label(index);
  } else if (here.is(Word::scope)) {
    on_scope(index);
  } else if (const Stage stage = stage_named(here); stage != Stage::unstated) {
    clause_.stage = stage;
    clause_.final_named = clause_.final_named || stage == Stage::final;
    clause_.amount_done = false;
  } else if (here.is(Word::whole)) {
    Topic topic;
    topic.money = lexicon_.core.expenditure_total;
    topic.span = here.span;
    topic.weak = true;
    if (!clause_.topic_here && !in_purpose_ && !qualified(index)) set_topic(topic, index);
  } else if (here.is(Word::versus) && !here.is(Word::joint) && !here.is(Word::glue)) {
    on_unknown(here);
  } else if (here.is(Word::within) && clause_.topic_here && index + 1 < tokens_.size() &&
             token(index + 1).kind == TokenKind::comma) {
    open_list(clause_.topic);  // “三公”经费决算中，…
  }
}

/// 较 比 与…相比, 上年, 预算 behind them. True where the word was one of these.
bool ProseReader::on_comparison_word(std::size_t index) {
  const Token& here = token(index);
  if (here.is(Word::versus_alone)) {
    comparison_ = {true, false, clause_number_, ex_.last_year(), Base::unstated};
    in_purpose_ = false;
    return true;
  }
  if (here.is(Word::versus)) {
    const bool years = index + 1 < tokens_.size() &&
                       (token(index + 1).kind == TokenKind::year || token(index + 1).is(Word::last_year));
    if (years) in_purpose_ = false;
    const bool own_budget =
        ex_.is_final() && !years && index + 1 < tokens_.size() && !is_label(token(index + 1)) &&
        (base_of(token(index + 1)) == Base::budget || stage_named(token(index + 1)) == Stage::budget);
    if (own_budget) {
      comparison_ = {true, false, clause_number_, ex_.result.year, Base::budget, true};
      return true;
    }
    return years || (comparison_.active && comparison_.clause == clause_number_);  // 与上年相比
  }
  if (here.is(Word::last_year)) {
    if (in_purpose_) return true;
    const Base base =
        comparison_.active && comparison_.clause == clause_number_ ? comparison_.base : Base::unstated;
    comparison_ = {true, false, clause_number_, ex_.last_year(), base};
    return true;
  }
  if (here.is(Word::year_end)) {
    as_of_ = ex_.last_year();
    return true;
  }
  const bool open = comparison_.active && comparison_.clause == clause_number_ && !comparison_.figured &&
                    !clause_.share &&
                    (clause_.sign == 0 || token(clause_.sign_token).is(Word::smaller) ||
                     token(clause_.sign_token).is(Word::greater));
  if (open && base_of(here) != Base::unstated && !is_label(here)) {
    comparison_.base = base_of(here);
    return true;
  }
  return false;
}

/// The next figure of the clause is a percentage (or a bare number).
bool ProseReader::leads_to_ratio(std::size_t index) const {
  const std::size_t last = std::min(tokens_.size(), index + 1 + farthest_ratio);
  for (std::size_t next = index + 1; next < last; ++next) {
    const Token& there = token(next);
    if (there.kind == TokenKind::figure) {
      const Unit unit = mentions_[static_cast<std::size_t>(there.mention)].quantity.unit;
      return unit == Unit::percent || unit == Unit::none;
    }
    if (there.kind == TokenKind::unknown || (is_punctuation(there) && there.kind != TokenKind::colon))
      return false;
  }
  return false;
}

/// 完成预算10万元的82%.
bool ProseReader::leads_to_completed_amount(std::size_t index) const {
  constexpr std::size_t farthest = 4;
  for (std::size_t next = index + 1; next < tokens_.size() && next <= index + farthest; ++next) {
    const Token& there = token(next);
    if (there.kind == TokenKind::figure) {
      const Quantity& quantity = mentions_[static_cast<std::size_t>(there.mention)].quantity;
      return kind_of(quantity.unit) == UnitKind::money && text_.substr(quantity.span.end).starts_with("的");
    }
    const bool budget = base_of(there) == Base::budget || stage_named(there) != Stage::unstated;
    if (!is_plain(there) && !budget) return false;
  }
  return false;
}

/// 占, 完成, 持平, 无.
bool ProseReader::on_measure_word(std::size_t index) {
  const Token& here = token(index);
  if (here.is(Word::share) && leads_to_ratio(index)) {
    clause_.share = true;
    clause_.of = no_concept;
    return true;
  }
  if (here.is(Word::completion) && leads_to_ratio(index)) {
    clause_.completion = true;
    return true;
  }
  if (here.is(Word::completion) && ex_.is_final() && leads_to_completed_amount(index)) {
    clause_.completes_amount = true;
    clause_.amount_done = false;
    clause_.stage = Stage::budget;
    return true;
  }
  if (here.is(Word::unchanged)) {
    const Topic* topic = topic_for(true);
    const bool years = comparison_.active && !comparison_.own_year && !clause_.final_named;
    if (topic != nullptr && years) state(StatementKind::unchanged, *topic, here.span, none);
    clause_.blocked = true;
    return true;
  }
  if (here.is(Word::nothing)) {
    if (clause_.topic_here && !clause_.topic.figured && !clause_.blocked) clause_.nothing_of = clause_.topic;
    clause_.nothing = here.span;
    return true;
  }
  return here.is(Word::incomparable);
}

/// 其中, 主要原因, 主要用于.
bool ProseReader::on_list_word(std::size_t index) {
  const Token& here = token(index);
  const bool apart = index == 0 || is_punctuation(token(index - 1)) ||
                     token(index - 1).kind == TokenKind::figure || token(index - 1).is(Word::purpose) ||
                     is_label(token(index - 1)) || token(index - 1).is(Word::revenue_bare) ||
                     token(index - 1).is(Word::expenditure_bare);  // 收入包括：
  if (here.is(Word::of_which) && apart) {
    const bool named = clause_.topic_here && !clause_.blocked && !clause_.topic.weak;  // 收入包括：
    Topic head = clause_.topic.figured || named ? clause_.topic : main_;
    if (last_unplaced_) head = {};
    if (in_purpose_ && !here.is(Word::purpose)) in_purpose_ = false;
    clause_.topic_here = false;
    if (!head.known() && last_unplaced_) open_list(head);
    if (head.known()) {
      open_list(head);
      main_only_ = ex_.words(here.span).starts_with("主要");
      state(main_only_ ? StatementKind::only_main : StatementKind::complete_list, head, here.span, none);
    }
    const bool change = last_fact_ != none && last_fact_ == last_change_;
    if (heads_.size() <= 1) explained_ = change ? last_change_ : static_cast<std::int32_t>(none);
    clause_.blocked = false;
    return true;
  }
  if (here.is(Word::reason)) {
    const Topic* topic = topic_for(true);
    const bool compared = comparison_.active && !comparison_.own_year;
    if (topic != nullptr && (compared || last_change_ != none)) {
      state(StatementKind::reason, *topic, {here.span.start, reason_end(index)}, last_change_);
    }
    in_reason_ = true;
    clause_.blocked = false;
    clause_.sign = 0;
    return true;
  }
  if (here.is(Word::purpose)) {
    in_purpose_ = true;
    return true;
  }
  return false;
}

void ProseReader::open_list(const Topic& head) {
  constexpr std::size_t deepest = 8;
  if (heads_.size() == deepest) heads_.erase(heads_.begin());
  heads_.push_back(head);
}

/// A reason goes on to the next semicolon or the sentence's end.
std::uint32_t ProseReader::reason_end(std::size_t index) {
  if (semicolon_ <= index) {
    semicolon_ = index + 1;
    while (semicolon_ < tokens_.size() && token(semicolon_).kind != TokenKind::semicolon)
      ++semicolon_;
  }
  return semicolon_ < tokens_.size() ? token(semicolon_).span.start : sentence_.end;
}

void ProseReader::on_direction(std::size_t index) {
  const Token& here = token(index);
  if (in_purpose_) return;
  if (here.is(Word::greater) || here.is(Word::smaller)) {
    const bool last_year = index + 1 < tokens_.size() &&
                           (token(index + 1).is(Word::last_year) || token(index + 1).kind == TokenKind::year);
    if (!last_year) {
      const Topic* topic = topic_for(true);
      if (topic != nullptr && clause_.final_named) {
        state(here.is(Word::greater) ? StatementKind::greater : StatementKind::smaller, *topic, here.span,
              none);
      }
      clause_.blocked = true;
      return;
    }
  }
  const bool rises = here.is(Word::increase) || here.is(Word::greater);
  clause_.sign = rises ? 1 : -1;
  clause_.sign_token = index;
  const bool explained =
      index + 2 < tokens_.size() && token(index + 1).is(Word::glue) && token(index + 2).is(Word::reason);
  if (explained) {
    if (const Topic* topic = topic_for(true)) {
      state(rises ? StatementKind::increase : StatementKind::decrease, *topic, here.span, none);
    }
  }
}

/// A line of a list begins with its label: 基本支出 5678.17万元，占55.94%.
bool ProseReader::begins_list(std::size_t index) const {
  const Token& here = token(index);
  if (here.is(Word::of_which) || here.is(Word::scope)) return index + 1 < tokens_.size();
  return is_label(here);
}

bool ProseReader::begins_clause(std::size_t index) const {
  if (index == 0) return true;
  const Token& before = token(index - 1);
  return is_punctuation(before) || before.kind == TokenKind::year || before.kind == TokenKind::organisation ||
         before.is(Word::of_which);
}

void ProseReader::end_nothing() {
  if (clause_.nothing.empty() || clause_.blocked) return;
  // 其他用车主要是无: one kind of vehicle, not all.
  const bool kind_only = clause_.nothing_of.count != no_concept && !clause_.nothing_of.subject.empty();
  if (clause_.nothing_of.known() && !clause_.nothing_of.joint && !kind_only) {
    const Span of = clause_.nothing_of.span;
    state(StatementKind::nothing, clause_.nothing_of,
          {std::min(clause_.nothing.start, of.start), std::max(clause_.nothing.end, of.end)}, none);
  }
  clause_.nothing = {};
}

}  // namespace mingzhang
