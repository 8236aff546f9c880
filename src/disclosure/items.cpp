// Items of the functional classification named in words:
// 社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）. The code is taken from the
// classification where the names lead to one item only; else it is function.unknown. Tested in
// tests/unit/disclosure/items_test.cpp.
#include "disclosure/tokens.h"
#include "text/utf8.h"

#include <algorithm>
#include <optional>

namespace mingzhang {

namespace {

struct Tag {
  int level = 0;  // 3 类, 5 款, 7 项: digits of the code
  Span name;
  std::uint32_t end = 0;
};

constexpr std::string_view levels[] = {"类", "款", "项"};

/// The bracket （204类） at `at`: level and end; nothing where another bracket stands there.
std::optional<Tag> tag_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t inside = at + decode_utf8(text, at).size;
  while (inside < end && text[inside] >= '0' && text[inside] <= '9')
    ++inside;
  for (int index = 0; index < 3; ++index) {
    const std::string_view level = levels[index];
    if (text.substr(inside, level.size()) != level) continue;
    const auto close = inside + static_cast<std::uint32_t>(level.size());
    const CodePoint bracket = decode_utf8(text, close);
    if (close < end && fold_character(bracket.value) == ')')
      return Tag{3 + 2 * index, {}, close + bracket.size};
  }
  return std::nullopt;
}

bool breaks_name(char32_t character) {
  return character == ',' || character == ':' || character == ';' || character == U'、' ||
         character == U'。' || character == '.' || character == U'—' || character == '-' ||
         (character >= '0' && character <= '9');
}

/// Where the name begins that ends at `end`: behind punctuation, digits, quotation marks or the sentence's
/// start.
std::uint32_t name_start(std::string_view text, std::uint32_t from, std::uint32_t end) {
  std::uint32_t start = end;
  while (start > from) {
    const CodePoint before = decode_utf8_before(text, start);
    const char32_t character = fold_character(before.value);
    const bool quotation = character == 0 && !is_space(before.value);
    if (breaks_name(character) || quotation) break;
    start -= before.size;
  }
  while (start < end && is_space(decode_utf8(text, start).value))
    start += decode_utf8(text, start).size;
  return start;
}

/// The only item of `length` digits below `prefix` with this name; nullptr where there is none or several.
const ClassifiedItem* only_item(const Classification& classification, std::string_view prefix,
                                std::size_t length, const std::string& name) {
  const ClassifiedItem* found = nullptr;
  auto named = std::lower_bound(classification.by_name.begin(), classification.by_name.end(),
                                std::pair<std::string, std::uint32_t>(name, 0));
  for (; named != classification.by_name.end() && named->first == name; ++named) {
    const ClassifiedItem& item = classification.items[named->second];
    if (item.code.size() != length || !std::string_view(item.code).starts_with(prefix) || &item == found)
      continue;
    if (found != nullptr) return nullptr;
    found = &item;
  }
  return found;
}

ConceptId concept_of(const Extraction& extraction, const std::vector<Tag>& path, ConceptId class_above) {
  const Vocabulary::Lexicon& lexicon = extraction.lexicon;
  std::string prefix;
  if (path.front().level > 3 && class_above != no_concept &&
      lexicon.id_of(class_above).starts_with("function.")) {
    prefix = lexicon.id_of(class_above).substr(std::string_view("function.").size());
  }
  for (const Tag& tag : path) {
    const ClassifiedItem* item = only_item(lexicon.function, prefix, static_cast<std::size_t>(tag.level),
                                           bare_item_name(extraction.words(tag.name)));
    if (item == nullptr) return lexicon.core.function_unknown;
    prefix = item->code;
    if (&tag == &path.back()) return item->concept_id;
  }
  return lexicon.core.function_unknown;
}

}  // namespace

std::string bare_item_name(std::string_view words) {
  std::string name = fold_label(words);
  const auto drop = [&](std::string_view ending) {
    if (name.size() > ending.size() && name.ends_with(ending)) name.resize(name.size() - ending.size());
  };
  drop("支出");
  if (name.starts_with("其它")) name.replace(0, std::string_view("其它").size(), "其他");
  return name;
}

void find_items(const Extraction& extraction, Span sentence, ConceptId class_above,
                std::vector<NamedItem>& items) {
  const std::string_view text = extraction.document.text;
  std::vector<Tag> path;
  std::uint32_t from = sentence.start;
  const auto finish = [&] {
    if (path.empty()) return;
    items.push_back({{path.front().name.start, path.back().end},
                     path.back().name,
                     concept_of(extraction, path, class_above)});
    path.clear();
  };
  for (std::uint32_t at = sentence.start; at < sentence.end;) {
    const CodePoint point = next_character(text, at);
    if (fold_character(point.value) == '(') {
      if (std::optional<Tag> tag = tag_at(text, at, sentence.end)) {
        tag->name = {name_start(text, from, at), at};
        const bool goes_on =
            !path.empty() && tag->level > path.back().level &&
            (tag->name.start == path.back().end ||
             trimmed(text.substr(path.back().end, tag->name.start - path.back().end)).size() <= 3);
        if (!goes_on) finish();
        from = tag->end;
        at = tag->end;
        if (!tag->name.empty()) path.push_back(*tag);
        continue;
      }
    }
    at += point.size;
  }
  finish();
}

}  // namespace mingzhang
