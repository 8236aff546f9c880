// Blocks of prose as sentences; which of them are worth reading. Tested in
// tests/unit/disclosure/prose_test.cpp.
#include "disclosure/prose_reader.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// End of the sentence that begins at `start`: behind 。！？, or the end.
std::uint32_t sentence_end(std::string_view text, std::uint32_t start, std::uint32_t end) {
  for (std::uint32_t at = start; at < end; ++at) {
    if (static_cast<unsigned char>(text[at]) < 0xE3) continue;
    const std::string_view three = text.substr(at, 3);
    if (three == "。" || three == "！" || three == "？") return std::min(at + 3, end);
    at += 2;
  }
  return end;
}

bool says_nothing_only(std::string_view words) {
  const std::string folded = fold_label(words);
  return folded == "无" || folded == "无。" || folded == "没有" || folded == "没有。";
}

}  // namespace

ProseReader::ProseReader(Extraction& extraction, std::int32_t first_block, std::int32_t last_block)
    : ex_(extraction),
      lexicon_(extraction.lexicon),
      text_(extraction.document.text),
      first_block_(first_block),
      last_block_(last_block),
      span_{extraction.document.blocks[static_cast<std::size_t>(first_block)].span.start,
            extraction.document.blocks[static_cast<std::size_t>(last_block)].span.end},
      section_(extraction.document.blocks[static_cast<std::size_t>(last_block)].section) {}

Source ProseReader::source_of(Span span) const {
  std::int32_t block = last_block_;
  while (block > first_block_ && ex_.document.blocks[static_cast<std::size_t>(block)].span.start > span.start)
    --block;
  return {span, block, section_, none, none, none};
}

/// A sentence without a figure matters only where it says that there is none, no change, or why.
bool ProseReader::worth_reading(std::string_view words) const {
  for (const std::string_view trigger : {"无", "没有", "持平", "一致", "原因", "未安排", "不安排"}) {
    if (words.find(trigger) != std::string_view::npos) return true;
  }
  return false;
}

void ProseReader::read() {
  const Span span = span_;
  const std::string_view words = ex_.words(span);
  mentions_.swap(ex_.mentions);
  mentions_.clear();
  scan_mentions(words, span.start, mentions_);
  const bool figures = std::any_of(mentions_.begin(), mentions_.end(),
                                   [](const Mention& m) { return m.kind == MentionKind::quantity; });
  if (figures || worth_reading(words)) {
    placed_.assign(mentions_.size(), false);
    take_open_list();
    if (says_nothing_only(words)) read_bare_nothing();
    for (std::uint32_t at = span.start; at < span.end;) {
      const std::uint32_t end = sentence_end(text_, at, span.end);
      read_sentence({at, end});
      at = end;
    }
    leave_open_list();
    leave_rest_unplaced();
  } else {
    ex_.open_list = {};
  }
  mentions_.swap(ex_.mentions);
}

void ProseReader::read_sentence(Span sentence) {
  // Lists go on behind a full stop only where the next sentence begins with 其中.
  if (!heads_.empty() && !in_open_list_) main_ = heads_.front();
  in_open_list_ = false;
  sentence_ = sentence;
  clause_number_ = 0;
  clause_ = {};
  brackets_.clear();
  comparison_ = {};
  year_ = as_of_ = 0;
  in_reason_ = in_purpose_ = false;
  heads_.clear();
  explained_ = explanation_ = last_fact_in_sentence_ = none;
  items_.clear();
  find_items(ex_, sentence, ex_.heading_of(section_).concept_id, items_);
  tokenise(ex_, sentence, mentions_, items_, tokens_);
  if (open_head_.known() && sentence.start == span_.start) enter_open_list();
  for (std::size_t index = 0; index < tokens_.size(); ++index)
    on_token(index);
  end_nothing();
  // An item named in a sentence of its own is what the next ones speak of.
  const bool item_only = items_.size() == 1 && last_fact_in_sentence_ == none && clause_.topic.known() &&
                         !clause_.topic.subject.empty();
  if (item_only) main_ = clause_.topic;
}

/// The list that an earlier block opened goes on where this block lies below it and begins with a label.
void ProseReader::take_open_list() {
  const OpenList& list = ex_.open_list;
  if (!list.head.known() || !ex_.within(section_, list.section)) {
    ex_.open_list = {};
    return;
  }
  open_head_ = list.head;
}

void ProseReader::enter_open_list() {
  in_open_list_ = !tokens_.empty() && begins_list(0);
  if (in_open_list_) {
    heads_.push_back(open_head_);
  } else {
    open_head_ = {};
  }
}

void ProseReader::leave_open_list() {
  std::size_t last = tokens_.size();
  while (last > 0 && token(last - 1).kind == TokenKind::colon)
    --last;
  const bool opens = last > 0 && token(last - 1).is(Word::of_which) && !heads_.empty();
  if (opens) {
    ex_.open_list = {heads_.back(), section_};
  } else if (!open_head_.known()) {
    ex_.open_list = {};
  }
}

void ProseReader::read_bare_nothing() {
  const HeadingMeaning& heading = ex_.heading_of(section_);
  if (heading.concept_id == no_concept) return;
  Topic topic;
  topic.money = heading.concept_id;
  topic.scope = heading.scope;
  state(StatementKind::nothing, topic, span_, none);
}

void ProseReader::leave_rest_unplaced() {
  for (std::size_t index = 0; index < mentions_.size(); ++index) {
    if (placed_[index] || !counts_as_figure(mentions_[index])) continue;
    ex_.leave_unplaced(source_of(mentions_[index].quantity.span));
  }
}

void read_prose(Extraction& extraction, std::int32_t first, std::int32_t last) {
  ProseReader(extraction, first, last).read();
}

}  // namespace mingzhang
