// Blocks of prose as sentences; which of them are worth reading. Tested in
// tests/unit/disclosure/prose_test.cpp.
#include "disclosure/prose_reader.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

constexpr std::uint32_t three_bytes(const char* character) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(character[0])) << 16 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(character[1])) << 8 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(character[2]));
}

/// What one pass over the bytes can tell about a sentence. Most prose holds neither figures nor words of
/// denial, and is left alone after this pass.
struct Promise {
  bool figures = false;  // digits, or numerals in words before a unit
  bool words = false;    // 无, 没有, 持平, 一致, 原因, 未安排 …
  bool items = false;    // （类） （款） （项）, dashes
};

/// What a character of three bytes may promise.
enum class Role : std::uint8_t { other, stop, digit, numeral, unit, item, denial, needs };

Role role_of(std::uint32_t character) {
  // clang-format off
  switch (character) {
    case three_bytes("。"): case three_bytes("！"): case three_bytes("？"): return Role::stop;
    case three_bytes("０"): case three_bytes("１"): case three_bytes("２"): case three_bytes("３"):
    case three_bytes("４"): case three_bytes("５"): case three_bytes("６"): case three_bytes("７"):
    case three_bytes("８"): case three_bytes("９"): return Role::digit;
    case three_bytes("二"): case three_bytes("三"): case three_bytes("四"): case three_bytes("五"):
    case three_bytes("六"): case three_bytes("七"): case three_bytes("八"): case three_bytes("九"):
    case three_bytes("十"): case three_bytes("百"): case three_bytes("千"): case three_bytes("零"):
      return Role::numeral;
    case three_bytes("元"): case three_bytes("万"): case three_bytes("亿"): case three_bytes("人"):
    case three_bytes("名"): case three_bytes("辆"): case three_bytes("部"): case three_bytes("台"):
    case three_bytes("件"): case three_bytes("个"): case three_bytes("套"): return Role::unit;
    case three_bytes("项"): case three_bytes("类"): case three_bytes("款"): return Role::item;
    case three_bytes("无"): return Role::denial;
    case three_bytes("没"): case three_bytes("持"): case three_bytes("一"): case three_bytes("原"):
    case three_bytes("未"): case three_bytes("不"): return Role::needs;
    default: return Role::other;
  }
  // clang-format on
}

/// 没有, 持平, 一致, 原因, 未安排, 未编制, 未发生, 未列支, 不安排, 不涉及; `at` is behind the first
/// character.
bool completes_denial(std::string_view words, std::size_t at) {
  constexpr std::string_view pairs[] = {"没有", "持平", "一致", "原因", "未安",
                                        "未编", "未发", "未列", "不安", "不涉"};
  const std::string_view pair = words.substr(at - 3, 6);
  return std::find(std::begin(pairs), std::end(pairs), pair) != std::end(pairs);
}

/// Reads on from `at` to behind the next 。！？ or to the end.
std::size_t read_promise(std::string_view words, std::size_t at, Promise& found) {
  bool numeral = false;  // the character before was 二 … 九, 十, 百, 千
  while (at < words.size()) {
    const auto byte = static_cast<unsigned char>(words[at]);
    if (byte < 0xE3 || byte > 0xEF || at + 2 >= words.size()) {
      found.figures = found.figures || (byte >= '0' && byte <= '9');
      found.items = found.items || byte == '-' || byte == 0xE2;  // names with dashes between them: -, –, —
      numeral = numeral && byte >= 0x80;
      ++at;
      continue;
    }
    const Role role = role_of(three_bytes(words.data() + at));
    at += 3;
    switch (role) {
      case Role::stop:
        return at;
      case Role::digit:
        found.figures = true;
        break;
      case Role::unit:
        found.figures = found.figures || numeral;
        break;
      case Role::item:
        found.items = found.items || words.substr(at).starts_with("）") || words.substr(at).starts_with(")");
        break;
      case Role::denial:
        found.words = true;
        break;
      case Role::needs:
        found.words = found.words || completes_denial(words, at);
        break;
      default:
        break;
    }
    numeral = role == Role::numeral;
  }
  return at;
}

/// Bytes of the number that a list item begins with.
std::size_t past_number(std::string_view words) {
  std::size_t digits = 0;
  while (digits < words.size() && words[digits] >= '0' && words[digits] <= '9')
    ++digits;
  return digits > 0 && digits < 3 && words.substr(digits).starts_with("、") ? digits : 0;
}

bool says_nothing_only(std::string_view words) {
  constexpr std::size_t longest = 24;
  if (words.size() > longest) return false;
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

void ProseReader::read() {
  const std::string_view words = ex_.words(span_);
  mentions_.swap(ex_.mentions);
  mentions_.clear();
  std::vector<Sentence>& sentences = ex_.sentences;
  sentences.clear();
  bool figures = false;
  bool worth = false;
  bool items = false;
  for (std::size_t at = past_number(words); at < words.size();) {
    Promise promise;
    const std::size_t end = read_promise(words, at, promise);
    const bool first = sentences.empty();
    sentences.push_back({{first ? span_.start : span_.start + static_cast<std::uint32_t>(at),
                          span_.start + static_cast<std::uint32_t>(end)},
                         promise.words || promise.items,
                         promise.items});
    figures = figures || promise.figures;
    worth = worth || promise.figures || promise.words;
    items = items || promise.items;
    at = end;
  }
  if (figures) scan_mentions(words, span_.start, mentions_);
  constexpr std::size_t longest_item = 300;  // three names
  if (worth || (items && words.size() < longest_item)) {
    mark_figures(sentences);
    placed_.assign(mentions_.size(), false);
    take_open_list();
    take_item_above();
    if (says_nothing_only(words)) read_bare_nothing();
    for (const Sentence& sentence : sentences) {
      if (sentence.worth_reading) {
        read_sentence(sentence.span, sentence.names_items);
      } else {
        tokens_.clear();
      }
    }
    leave_open_list();
    leave_item_above();
    leave_rest_unplaced();
  } else {
    ex_.open_list = {};
  }
  mentions_.swap(ex_.mentions);
}

/// Sentences with a figure are worth reading; idioms (三个代表) are none.
void ProseReader::mark_figures(std::vector<Sentence>& sentences) const {
  std::size_t index = 0;
  for (const Mention& mention : mentions_) {
    const Quantity& quantity = mention.quantity;
    const bool idiom =
        quantity.in_words && (quantity.unit == Unit::unit_count || quantity.unit == Unit::none);
    if (mention.kind != MentionKind::quantity || idiom) continue;
    while (index < sentences.size() && sentences[index].span.end <= quantity.span.start)
      ++index;
    if (index < sentences.size()) sentences[index].worth_reading = true;
  }
  // 公务接待费。2021年预算数5万元: a short first sentence may say what the figures are of.
  constexpr std::uint32_t short_sentence = 90;
  const bool label =
      sentences.size() > 1 && sentences[1].worth_reading && sentences.front().span.size() < short_sentence;
  if (label) sentences.front().worth_reading = true;
}

void ProseReader::read_sentence(Span sentence, bool names_items) {
  // Lists go on behind a full stop only where the next sentence begins with 其中.
  if (!heads_.empty() && !in_open_list_) main_ = heads_.front();
  in_open_list_ = false;
  sentence_ = sentence;
  clause_number_ = 0;
  semicolon_ = 0;
  clause_ = {};
  brackets_.clear();
  comparison_ = {};
  year_ = 0;
  in_reason_ = in_purpose_ = main_only_ = false;
  heads_.clear();
  explained_ = explanation_ = last_fact_in_sentence_ = none;
  last_unplaced_ = false;
  items_.clear();
  const ConceptId class_above = ex_.heading_of(section_).concept_id;
  if (names_items) find_items(ex_, sentence, class_above, items_);
  tokenise(ex_, sentence, mentions_, items_, tokens_);
  take_figures_of_labels();
  if (open_head_.known() && sentence.start == span_.start) enter_open_list();
  for (std::size_t index = 0; index < tokens_.size(); ++index)
    on_token(index);
  end_nothing();
  // What is named in a sentence of its own is what the next ones speak of.
  const bool item_only = items_.size() == 1 && last_fact_in_sentence_ == none && clause_.topic.known() &&
                         !clause_.topic.subject.empty();
  const bool label_only = clause_.topic_here && clause_number_ == 0 && last_fact_in_sentence_ == none &&
                          !clause_.blocked && !clause_.topic.weak && !clause_.topic.joint &&
                          !last_unplaced_ && is_label(tokens_.front());
  if (item_only || label_only) main_ = clause_.topic;
  main_.left_open = label_only;
}

/// 单价100万元以上设备: the price is part of the label.
void ProseReader::take_figures_of_labels() {
  std::size_t mention = 0;
  for (const Token& here : tokens_) {
    if (here.kind != TokenKind::word || !here.is(Word::label)) continue;
    while (mention < mentions_.size() && mentions_[mention].quantity.span.start < here.span.start)
      ++mention;
    for (; mention < mentions_.size() && mentions_[mention].quantity.span.end <= here.span.end; ++mention)
      placed_[mention] = true;
  }
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
    open_list(open_head_);
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

/// 行政运行（项） in a line of its own, 年初预算为5万元 in the next.
void ProseReader::take_item_above() {
  ItemAbove& above = ex_.item_above;
  if (above.item.known() && ex_.within(section_, above.section)) main_ = above.item;
  above = {};
}

void ProseReader::leave_item_above() {
  const bool item = main_.known() && !main_.subject.empty() && items_.size() == 1;
  if (item && last_fact_ == none && !last_unplaced_) ex_.item_above = {main_, section_};
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
