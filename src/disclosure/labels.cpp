// Labels: which concept a wording names where it stands, with the scope words before it, and what makes it
// another one. Tested in tests/unit/disclosure/prose_test.cpp.
#include "disclosure/prose_reader.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

bool ProseReader::touches_label(std::size_t index) const {
  if (index == 0) return false;
  const Token& before = token(index - 1);
  return is_label(before) || before.is(Word::scope) || before.is(Word::whole);
}

/// Words before a label that make it another one: 退休人员 + 公务接待费, 车辆的 + 保险费.
bool ProseReader::qualified(std::size_t index) const {
  constexpr std::size_t longest_chain = 8;
  std::size_t at = index;
  while (at > 0) {
    if (index - at > longest_chain) return true;
    const Token& before = token(at - 1);
    if (before.kind == TokenKind::unknown) return true;
    if (is_label(before) && (before.kind == TokenKind::item || before.term->money == no_concept)) return true;
    const bool chains = before.is(Word::scope) || (before.kind == TokenKind::word && before.is(Word::glue) &&
                                                   before.span.size() == std::string_view("的").size() &&
                                                   !before.is(Word::base_budget));
    if (!chains) return false;
    --at;
  }
  return false;
}

bool ProseReader::short_label_applies(ConceptId under) const {
  const auto names = [&](const Topic& topic) { return topic.money == under; };
  if (std::any_of(heads_.begin(), heads_.end(), names) || names(main_) || names(clause_.topic)) return true;
  return ex_.headings.empty()
             ? false
             : ex_.headings[static_cast<std::size_t>(section_ < 0 ? 0 : section_)].concept_id == under;
}

/// 支出, 收入 and their like without more: with scope words before them, or alone at the start of a clause.
Topic ProseReader::bare_topic(std::size_t index) const {
  const Token& here = token(index);
  Topic topic;
  topic.span = here.span;
  const bool scoped = clause_.scope != Scope::all && clause_.scope_token + 1 == index;
  if (here.is(Word::expenditure_bare)) {
    if (scoped) topic.scope = clause_.scope;
    if (scoped || begins_clause(index)) topic.money = lexicon_.core.expenditure_total;
  } else {
    if (scoped) topic.money = clause_.scope_revenue;
    if (!scoped && begins_clause(index)) topic.money = lexicon_.core.revenue_total;
  }
  return topic;
}

Topic ProseReader::topic_of(std::size_t index) const {
  const Token& here = token(index);
  Topic topic;
  topic.span = here.span;
  if (here.kind == TokenKind::item) {
    const NamedItem& item = items_[static_cast<std::size_t>(here.item)];
    topic.money = item.concept_id;
    topic.subject = ex_.words(item.subject);
    return topic;
  }
  const bool bare = here.is(Word::expenditure_bare) || here.is(Word::revenue_bare);
  if (bare && (touches_label(index) || !here.is(Word::label))) return bare_topic(index);
  if (here.is(Word::vehicle_use)) {
    topic.count =
        heads_.empty() || heads_.back().count == no_concept ? lexicon_.core.vehicles : heads_.back().count;
    topic.subject = ex_.words(here.span);
    return topic;
  }
  if (here.is(Word::label)) {
    topic.money = here.term->money;
    topic.count = here.term->count;
    topic.scope = here.term->scope;
    topic.level = here.term->level;
  } else if (here.is(Word::short_label) && short_label_applies(here.term->under)) {
    topic.money = here.term->short_concept;
  } else if (here.is(Word::item_class)) {
    topic.money = here.term->money;
    topic.subject = ex_.words(here.span);
  }
  return topic;
}

void ProseReader::on_label(std::size_t index) {
  const Token& here = token(index);
  const bool bare = here.is(Word::expenditure_bare) || here.is(Word::revenue_bare);
  Topic topic = topic_of(index);
  if (const Stage stage = stage_named(here); stage != Stage::unstated) {
    clause_.stage = stage;
    clause_.final_named = clause_.final_named || stage == Stage::final;
  }
  if (!topic.known()) {
    if (!bare && !here.is(Word::glue)) on_unknown(here);
    if (here.is(Word::expenditure_bare) && index > 0 && token(index - 1).is(Word::joint))
      state_no_expenditure(here.span);
    return;
  }
  if (in_purpose_) return;
  if (clause_.share) {
    clause_.of = topic.money;
    return;
  }
  if (qualified(index)) {
    on_unknown(here);
    clause_.topic_here = false;
    return;
  }
  // Two labels in a row without a figure name something that neither names alone.
  const bool doubled = clause_.topic_here && !clause_.topic.weak && !clause_.topic.figured && index > 0 &&
                       is_label(token(index - 1));
  if (doubled) {
    on_unknown(here);
    return;
  }
  set_topic(topic, index);
}

/// 没有政府性基金预算财政拨款收入和支出 denies both.
void ProseReader::state_no_expenditure(Span span) {
  const ConceptId income = clause_.nothing_of.money;
  if (clause_.nothing.empty() || income == no_concept) return;
  Topic expenditure;
  expenditure.money = lexicon_.core.expenditure_total;
  expenditure.scope = lexicon_.scope_named(income);
  if (expenditure.scope == Scope::all) return;
  state(StatementKind::nothing, expenditure, {clause_.nothing.start, span.end}, none);
}

void ProseReader::set_topic(Topic topic, std::size_t index) {
  const bool together =
      index > 1 && (token(index - 1).is(Word::joint) || token(index - 1).kind == TokenKind::enumeration) &&
      clause_.topic.known() && !clause_.topic.figured && !clause_.topic.weak && is_label(token(index - 2));
  topic.joint = together;
  if (clause_.scope != Scope::all) topic.scope = clause_.scope;
  const std::string_view words = ex_.words(topic.span);
  if (comparison_.active && comparison_.clause == clause_number_ && comparison_.base == Base::unstated) {
    if (words.find("预算") != std::string_view::npos) comparison_.base = Base::budget;
    if (words.find("决算") != std::string_view::npos) comparison_.base = Base::final;
  }
  // 增加基本支出844.15万元 keeps the direction; otherwise a new label begins anew.
  if (clause_.sign != 0 && clause_.sign_token + 1 != index) clause_.sign = 0;
  clause_.topic = topic;
  clause_.topic_here = true;
  clause_.blocked = clause_.lost = false;
  clause_.amount_done = false;
  clause_.scope = Scope::all;
  if (!clause_.nothing.empty()) clause_.nothing_of = topic;
}

void ProseReader::on_scope(std::size_t index) {
  const Token& here = token(index);
  if (in_purpose_) return;
  const bool follows = clause_.topic_here && !clause_.topic.figured && !clause_.blocked;
  if (follows) {
    clause_.topic.scope = here.term->scope;
    clause_.scope = Scope::all;
    return;
  }
  if (qualified(index)) return;
  clause_.scope = here.term->scope;
  clause_.scope_revenue = here.term->revenue;
  clause_.scope_token = index;
}

}  // namespace mingzhang
