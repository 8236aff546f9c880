// See tokens.h. Tested in tests/unit/disclosure/prose_test.cpp.
#include "disclosure/tokens.h"

#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

/// Bytes of the longest bracket that is taken as one; a longer one is no remark in passing.
constexpr std::uint32_t longest_bracket = 1200;
constexpr int deepest_bracket = 3;

class Tokeniser {
 public:
  Tokeniser(const Extraction& extraction, Span sentence, const std::vector<Mention>& mentions,
            const std::vector<NamedItem>& items, std::vector<Token>& tokens)
      : lexicon_(extraction.lexicon),
        text_(extraction.document.text),
        end_(sentence.end),
        at_(sentence.start),
        mentions_(mentions),
        items_(items),
        tokens_(tokens) {
    next_mention_ = static_cast<std::size_t>(std::lower_bound(mentions.begin(), mentions.end(), at_,
                                                              [](const Mention& m, std::uint32_t offset) {
                                                                return m.quantity.span.start < offset;
                                                              }) -
                                             mentions.begin());
  }

  void run() {
    while (at_ < end_)
      step();
    for (Token& token : tokens_) {
      if (token.kind == TokenKind::unknown && names_organisation(token.span))
        token.kind = TokenKind::organisation;
    }
  }

 private:
  void step();
  void skip_space();
  bool step_mention(const Trie::Match& match);
  bool step_punctuation(char32_t character, std::uint32_t size);
  bool step_bracket(std::uint32_t size);
  bool step_large_equipment(const Trie::Match& match);
  void add(Token token);
  void add_unknown(std::uint32_t size);
  const Mention* mention_at(std::uint32_t offset);
  bool accepted(const Trie::Match& match) const;
  bool names_organisation(Span span) const;
  bool figure_within(std::uint32_t from, std::uint32_t to) const;

  const Vocabulary::Lexicon& lexicon_;
  std::string_view text_;
  std::uint32_t end_;
  std::uint32_t at_;
  std::uint32_t gap_from_ = 0;  // end of the last token
  bool loose_ = false;          // white space before the next token
  const std::vector<Mention>& mentions_;
  const std::vector<NamedItem>& items_;
  std::vector<Token>& tokens_;
  std::size_t next_mention_ = 0;
  std::size_t next_item_ = 0;
};

void Tokeniser::add(Token token) {
  token.touches_previous = !tokens_.empty() && gap_from_ == token.span.start;
  token.loose = loose_;
  loose_ = false;
  tokens_.push_back(token);
  at_ = token.span.end;
  gap_from_ = at_;
}

void Tokeniser::add_unknown(std::uint32_t size) {
  const Span span{at_, at_ + size};
  if (!tokens_.empty() && tokens_.back().kind == TokenKind::unknown && gap_from_ == at_) {
    tokens_.back().span.end = span.end;
    at_ = gap_from_ = span.end;
    return;
  }
  add({TokenKind::unknown, span});
}

const Mention* Tokeniser::mention_at(std::uint32_t offset) {
  while (next_mention_ < mentions_.size() && mentions_[next_mention_].quantity.span.start < offset)
    ++next_mention_;
  if (next_mention_ == mentions_.size()) return nullptr;
  const Mention& mention = mentions_[next_mention_];
  return mention.quantity.span.start == offset ? &mention : nullptr;
}

/// Words of one character (为, 中, 较, 无) are part of many others: they count only where something known
/// follows.
bool Tokeniser::accepted(const Trie::Match& match) const {
  const VocabularyTerm& term = *lexicon_.term(match.value);
  if (term.length > 1) return true;
  std::uint32_t at = match.end;
  while (at < end_) {
    const CodePoint point = next_character(text_, at);
    if (fold_character(point.value) != 0) break;
    at += point.size;
  }
  if (at >= end_) return true;
  const CodePoint point = next_character(text_, at);
  if (!is_han(point.value)) return true;
  const auto mention =
      std::lower_bound(mentions_.begin() + static_cast<std::ptrdiff_t>(next_mention_), mentions_.end(), at,
                       [](const Mention& m, std::uint32_t o) { return m.quantity.span.start < o; });
  if (mention != mentions_.end() && mention->quantity.span.start == at) return true;
  return lexicon_.trie.longest(text_, at, end_).value >= 0 || term.is(Word::nothing);
}

bool Tokeniser::names_organisation(Span span) const {
  return lexicon_.organisation_endings.end(trimmed(span.of(text_)));
}

bool Tokeniser::figure_within(std::uint32_t from, std::uint32_t to) const {
  for (std::size_t index = next_mention_; index < mentions_.size(); ++index) {
    const Mention& mention = mentions_[index];
    if (mention.quantity.span.start >= to) break;
    const bool inside = mention.quantity.span.start >= from && mention.quantity.span.end <= to;
    if (inside && mention.kind == MentionKind::quantity) return true;
  }
  return false;
}

/// A bracket without a figure says nothing here: it is passed over as if it were white space. （类） and its
/// like are part of items and never reach this place.
bool Tokeniser::step_bracket(std::uint32_t size) {
  int depth = 0;
  const std::uint32_t last = std::min(end_, at_ + longest_bracket);
  for (std::uint32_t at = at_; at < last;) {
    const CodePoint point = next_character(text_, at);
    at += point.size;
    const char32_t character = fold_character(point.value);
    if (character == '(' && ++depth > deepest_bracket) break;
    if (character == ')' && --depth == 0) {
      if (figure_within(at_, at)) break;
      if (gap_from_ == at_) gap_from_ = at;
      at_ = at;
      return true;
    }
  }
  if (depth == 0) {
    add({TokenKind::open, {at_, at_ + size}});
    return true;
  }
  at_ += size;  // never closed in this sentence
  return true;
}

bool Tokeniser::step_punctuation(char32_t character, std::uint32_t size) {
  const Span span{at_, at_ + size};
  switch (character) {
    case ',':
      add({TokenKind::comma, span});
      return true;
    case U'、':
      add({TokenKind::enumeration, span});
      return true;
    case ';':
      add({TokenKind::semicolon, span});
      return true;
    case ':':
      add({TokenKind::colon, span});
      return true;
    case '(':
      return step_bracket(size);
    case ')':
      add({TokenKind::close, span});
      return true;
    case U'。':
    case U'！':
    case U'？':
    case '!':
    case '?':
      at_ += size;  // the sentence's own end
      return true;
    default:
      return false;
  }
}

bool Tokeniser::step_mention(const Trie::Match& match) {
  const Mention* mention = mention_at(at_);
  if (mention == nullptr) return false;
  const Quantity& quantity = mention->quantity;
  if (match.value >= 0 && match.end > quantity.span.end) return false;
  const auto index = static_cast<std::int32_t>(next_mention_);
  const Span span{quantity.span.start, std::min(quantity.span.end, end_)};
  switch (mention->kind) {
    case MentionKind::quantity:
      add({TokenKind::figure, span, nullptr, index});
      break;
    case MentionKind::year: {
      Token year{TokenKind::year, span, nullptr, index};
      // 2017年初预算收入: the 年 belongs to what follows.
      constexpr std::string_view nian = "年";
      if (span.of(text_).ends_with(nian)) {
        const std::uint32_t at = span.end - static_cast<std::uint32_t>(nian.size());
        if (lexicon_.trie.longest(text_, at, end_).end > span.end) year.span.end = at;
      }
      add(year);
      break;
    }
    case MentionKind::date:
      add({TokenKind::date, span, nullptr, index});
      break;
    case MentionKind::ordinal:
      if (tokens_.empty()) {
        at_ = gap_from_ = span.end;  // the number of a list item
        break;
      }
      [[fallthrough]];
    default:
      add_unknown(span.size());
      break;
  }
  return true;
}

/// Three blanks in a line part the columns of a page that was set with spaces: a label there belongs to its
/// column.
void Tokeniser::skip_space() {
  constexpr int widest_blank = 2;
  const std::uint32_t start = at_;
  int blanks = 0;
  bool broken = false;
  while (at_ < end_) {
    const CodePoint point = next_character(text_, at_);
    if (fold_character(point.value) != 0) break;
    broken = broken || point.value == '\n';
    if (is_space(point.value)) blanks += point.value == 0x3000 ? 2 : 1;
    at_ += point.size;
  }
  loose_ = loose_ || broken || blanks > 1;
  if (blanks > widest_blank && !broken && !tokens_.empty()) {
    add({TokenKind::gap, {start, at_}});
  } else if (gap_from_ == start) {
    gap_from_ = at_;
  }
}

/// 单价100万元（含）以上（大型/通用/专用）设备（不含车辆）: one label, whose price is no figure of the
/// disclosure.
bool Tokeniser::step_large_equipment(const Trie::Match& match) {
  constexpr std::uint32_t farthest = 18;  // bytes from the price to 设备: 的大型专用
  constexpr std::string_view equipment = "设备";
  const auto price = std::lower_bound(
      mentions_.begin() + static_cast<std::ptrdiff_t>(next_mention_), mentions_.end(), match.end,
      [](const Mention& m, std::uint32_t o) { return m.quantity.span.start < o; });
  if (price == mentions_.end() || price->kind != MentionKind::quantity) return false;
  const Quantity& quantity = price->quantity;
  const std::string_view between = text_.substr(match.end, quantity.span.start - match.end);
  if (quantity.comparator != Comparator::at_least || kind_of(quantity.unit) != UnitKind::money) return false;
  if (!(between.empty() || fold_label(between).empty() || fold_label(between) == "在")) return false;
  const std::string_view rest = text_.substr(0, end_).substr(std::min(quantity.span.end, end_));
  const std::size_t at = rest.find(equipment);
  if (at > farthest || rest.substr(0, at).find_first_of(",;") != std::string_view::npos) return false;
  const auto end = quantity.span.end + static_cast<std::uint32_t>(at + equipment.size());
  add({TokenKind::word, {at_, end}, lexicon_.term(lexicon_.large_equipment_term)});
  return true;
}

void Tokeniser::step() {
  while (next_item_ < items_.size() && items_[next_item_].span.start < at_)
    ++next_item_;
  if (next_item_ < items_.size() && items_[next_item_].span.start == at_) {
    Token token{TokenKind::item, items_[next_item_].span};
    token.item = static_cast<std::int32_t>(next_item_);
    add(token);
    return;
  }
  const CodePoint point = next_character(text_, at_);
  const char32_t character = fold_character(point.value);
  if (character == 0) {
    skip_space();
    return;
  }
  const Trie::Match match =
      lexicon_.trie.may_begin(character) ? lexicon_.trie.longest(text_, at_, end_) : Trie::Match{};
  if (step_mention(match)) return;
  if (match.value >= 0 && lexicon_.term(match.value)->is(Word::unit_price) && step_large_equipment(match))
    return;
  if (match.value >= 0 && accepted(match)) {
    add({TokenKind::word, {at_, match.end}, lexicon_.term(match.value)});
    return;
  }
  if (step_punctuation(character, point.size)) return;
  add_unknown(point.size);
}

}  // namespace

void tokenise(const Extraction& extraction, Span sentence, const std::vector<Mention>& mentions,
              const std::vector<NamedItem>& items, std::vector<Token>& tokens) {
  tokens.clear();
  Tokeniser(extraction, sentence, mentions, items, tokens).run();
}

bool is_punctuation(const Token& token) {
  switch (token.kind) {
    case TokenKind::comma:
    case TokenKind::enumeration:
    case TokenKind::semicolon:
    case TokenKind::colon:
    case TokenKind::open:
    case TokenKind::close:
      return true;
    default:
      return false;
  }
}

bool is_label(const Token& token) {
  return token.kind == TokenKind::item || token.is(Word::label) || token.is(Word::short_label) ||
         token.is(Word::item_class);
}

Stage stage_named(const Token& token) {
  if (token.is(Word::stage_final)) return Stage::final;
  if (token.is(Word::stage_adjusted)) return Stage::adjusted;
  if (token.is(Word::stage_execution)) return Stage::execution;
  if (token.is(Word::stage_budget)) return Stage::budget;
  return Stage::unstated;
}

}  // namespace mingzhang
