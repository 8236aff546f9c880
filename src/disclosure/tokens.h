// One sentence as tokens: wordings of the vocabulary, figures, years, punctuation, classification items, and
// the words between them that the vocabulary does not know. The unknown words matter: a figure behind them is
// not guessed at. Tested in tests/unit/disclosure/prose_test.cpp.
#pragma once

#include "disclosure/extraction.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

enum class TokenKind : std::uint8_t {
  word,
  figure,
  year,
  date,
  comma,
  enumeration,  // 、
  semicolon,
  colon,
  open,  // a bracket that holds a figure; brackets without are passed over
  close,
  organisation,  // unknown words that end as a body's name does
  unknown,
  gap,   // white space wide enough to part two columns of a page
  item,  // 社会保障和就业支出（类）…（项）
};

struct Token {
  TokenKind kind = TokenKind::unknown;
  Span span;
  const VocabularyTerm* term = nullptr;  // word
  std::int32_t mention = none;           // figure, year, date: index into the block's mentions
  std::int32_t item = none;              // item: index into the block's items
  /// Nothing but white space and quotation marks stands between this token and the one before.
  bool touches_previous = false;
  /// A line break or more than one blank stands before it.
  bool loose = false;

  bool is(Word word) const { return kind == TokenKind::word && term->is(word); }
};

bool is_punctuation(const Token& token);
/// A wording of a concept, or an item.
bool is_label(const Token& token);
/// 年初预算, 调整预算, 执行数, 决算; Stage::unstated for the rest.
Stage stage_named(const Token& token);

/// An item of the classification named in words.
struct NamedItem {
  Span span;     // the whole path
  Span subject;  // the deepest name
  ConceptId concept_id = no_concept;
};

/// Items named with （类） （款） （项） in a sentence. `class_above` is the class that the heading names,
/// no_concept for none.
void find_items(Extraction& extraction, Span sentence, ConceptId class_above, std::vector<NamedItem>& items);

/// Tokens of a sentence. `mentions` are the block's, in order of place.
void tokenise(const Extraction& extraction, Span sentence, const std::vector<Mention>& mentions,
              const std::vector<NamedItem>& items, std::vector<Token>& tokens);

}  // namespace mingzhang
