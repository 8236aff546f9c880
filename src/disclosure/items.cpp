// Items of the functional classification named in words:
// 社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）, or with dashes between the names.
// The code is the printed one, else that of the document's own tables, else that of the classification of its
// year; where these leave no single answer the item is function.unknown. Tested in
// tests/unit/disclosure/items_test.cpp.
#include "disclosure/tokens.h"
#include "text/utf8.h"

#include <algorithm>
#include <optional>

namespace mingzhang {

namespace {

/// One name of a path: its level as digits of the code (类 3, 款 5, 项 7), and the digits printed with it.
struct Step {
  std::size_t digits = 0;
  Span name;
  std::uint32_t end = 0;
  std::string_view code{};
};

constexpr std::string_view levels[] = {"类", "款", "项"};

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

/// The bracket （204类） at `at`: its level, digits and end; nothing where another bracket stands there.
std::optional<Step> tag_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const std::uint32_t first = at + decode_utf8(text, at).size;
  std::uint32_t inside = first;
  while (inside < end && is_digit(text[inside]))
    ++inside;
  for (std::size_t index = 0; index < 3; ++index) {
    const std::string_view level = levels[index];
    if (text.substr(inside, level.size()) != level) continue;
    const auto close = inside + static_cast<std::uint32_t>(level.size());
    const CodePoint bracket = decode_utf8(text, close);
    if (close < end && fold_character(bracket.value) == ')')
      return Step{3 + 2 * index, {}, close + bracket.size, text.substr(first, inside - first)};
  }
  return std::nullopt;
}

bool is_dash(char32_t character) {
  return character == '-' || character == U'—' || character == U'–' || character == U'－';
}

bool breaks_name(char32_t character) {
  return character == ',' || character == ':' || character == ';' || character == U'、' ||
         character == U'。' || character == '.' || is_dash(character) ||
         (character >= '0' && character <= '9');
}

/// （1） and （一） before a name number it; （室） within a name is part of it.
bool closes_number(std::string_view text, std::uint32_t from, std::uint32_t end) {
  std::uint32_t at = end;
  while (at > from) {
    const CodePoint before = decode_utf8_before(text, at);
    at -= before.size;
    if (fold_character(before.value) == '(') return true;
    const bool number =
        (before.value >= '0' && before.value <= '9') ||
        std::u32string_view(U"一二三四五六七八九十").find(before.value) != std::u32string_view::npos;
    if (!number) return false;
  }
  return false;
}

/// Where the name begins that ends at `end`: behind punctuation, digits, quotation marks, a number in
/// brackets or the sentence's start.
std::uint32_t name_start(std::string_view text, std::uint32_t from, std::uint32_t end) {
  std::uint32_t start = end;
  while (start > from) {
    const CodePoint before = decode_utf8_before(text, start);
    const char32_t character = fold_character(before.value);
    const bool quotation = character == 0 && !is_space(before.value);
    if (breaks_name(character) || quotation) break;
    if (character == ')' && closes_number(text, from, start - before.size)) break;
    start -= before.size;
  }
  while (start < end && is_space(decode_utf8(text, start).value))
    start += decode_utf8(text, start).size;
  return start;
}

/// “林业和草原”（款）: the name ends before the quotation mark.
std::uint32_t before_closing_quote(std::string_view text, std::uint32_t from, std::uint32_t end) {
  constexpr std::string_view quote = "”";
  const bool quoted = end >= from + quote.size() && text.substr(end - quote.size(), quote.size()) == quote;
  return quoted ? end - static_cast<std::uint32_t>(quote.size()) : end;
}

/// Digits right before a name, such as 2010301行政运行（项）.
std::string_view digits_before(std::string_view text, std::uint32_t from, std::uint32_t start) {
  std::uint32_t at = start;
  while (at > from && is_digit(text[at - 1]))
    --at;
  return text.substr(at, start - at);
}

class PathResolver {
 public:
  PathResolver(const Extraction& extraction, ConceptId class_above)
      : ex_(extraction), year_(extraction.result.year) {
    constexpr std::string_view family = "function.";
    if (class_above != no_concept && ex_.lexicon.id_of(class_above).starts_with(family))
      class_above_ = ex_.lexicon.id_of(class_above).substr(family.size());
  }

  std::string code_of(const std::vector<Step>& path) const {
    if (std::string code = printed_code(path); !code.empty()) return code;
    if (std::string code = own_code(path, true); !code.empty()) return code;
    if (std::string code = own_code(path, false); !code.empty()) return code;
    return classified_code(path);
  }

 private:
  std::string bare(const Step& step) const { return bare_item_name(ex_.words(step.name)); }

  /// （204类）…（06款）…（01项）, or the whole code before the last name.
  std::string printed_code(const std::vector<Step>& path) const {
    std::string code;
    for (const Step& step : path)
      code += step.code;
    if (code.size() == path.back().digits) return code;
    return path.back().code.size() == path.back().digits ? std::string(path.back().code) : std::string();
  }

  std::string_view class_for(const std::vector<Step>& path) const {
    return path.front().digits > 3 ? class_above_ : std::string_view();
  }

  /// True where the names above the last one are those of the code's classes; the middle one only if `whole`.
  bool below(const std::string& code, const std::vector<Step>& path, bool whole) const {
    for (std::size_t at = 0; at + 1 < path.size(); ++at) {
      if (at > 0 && !whole) continue;
      const std::string above = code.substr(0, path[at].digits);
      const std::string name = bare(path[at]);
      // The level printed with the name may be a slip: 住房改革支出（类） is a 款.
      if (ex_.own_items.has(code.substr(0, 3), name) || ex_.own_items.has(code.substr(0, 5), name)) continue;
      if (ex_.lexicon.function.fit(above, name, year_) == NameFit::other ||
          ex_.lexicon.function.fit(above, name, year_) == NameFit::unknown)
        return false;
    }
    return code.starts_with(class_for(path));
  }

  std::string own_code(const std::vector<Step>& path, bool whole) const {
    std::string found;
    for (const std::string& code : ex_.own_items.codes_of(bare(path.back()), path.back().digits)) {
      if (!below(code, path, whole)) continue;
      if (!found.empty()) return {};
      found = code;
    }
    return found;
  }

  std::string classified_code(const std::vector<Step>& path) const {
    std::string prefix(class_for(path));
    for (const Step& step : path) {
      const auto items = ex_.lexicon.function.named(ex_.words(step.name), prefix, step.digits, year_);
      if (items.size() != 1) return {};
      prefix = items.front()->code;
    }
    return prefix;
  }

  const Extraction& ex_;
  int year_;
  std::string_view class_above_{};
};

/// Names with dashes between them, the first that of a class: 卫生健康支出-行政事业单位医疗-行政单位医疗.
class DashedPath {
 public:
  DashedPath(const Extraction& extraction, std::uint32_t end) : ex_(extraction), end_(end) {}

  /// The path that begins at `at`, where a class is named; empty where there is none. `past` is its end.
  std::vector<Step> read(std::uint32_t at, std::uint32_t& past) const {
    const std::string_view text = ex_.document.text;
    const Trie::Match match = ex_.lexicon.trie.longest(text, at, end_);
    const VocabularyTerm* term = ex_.lexicon.term(match.value);
    if (term == nullptr || !term->is(Word::item_class)) return {};
    std::vector<Step> path{{3, {at, match.end}, match.end, {}}};
    while (path.size() < 3) {
      const std::uint32_t from = after_dash(path.back().end);
      if (from == 0) break;
      const std::uint32_t to = name_end(from);
      if (to == from) break;
      path.push_back({path.back().digits + 2, {from, to}, to, {}});
    }
    if (path.size() < 2) return {};
    past = path.back().end;
    return path;
  }

 private:
  std::uint32_t after_dash(std::uint32_t at) const {
    bool dashed = false;
    while (at < end_) {
      const CodePoint point = next_character(ex_.document.text, at);
      if (!is_dash(point.value) && !is_space(point.value)) break;
      dashed = dashed || is_dash(point.value);
      at += point.size;
    }
    return dashed ? at : 0;
  }

  /// A name ends at a dash, a quotation mark, punctuation or a digit; brackets belong to it.
  std::uint32_t name_end(std::uint32_t at) const {
    constexpr std::uint32_t longest_name = 150;
    const std::uint32_t last = std::min(end_, at + longest_name);
    while (at < last) {
      const CodePoint point = next_character(ex_.document.text, at);
      const char32_t character = fold_character(point.value);
      const bool quotation = character == 0 && !is_space(point.value);
      if (breaks_name(character) || quotation) return at;
      at += point.size;
    }
    return at;
  }

  const Extraction& ex_;
  std::uint32_t end_;
};

class ItemFinder {
 public:
  ItemFinder(Extraction& extraction, Span sentence, ConceptId class_above, std::vector<NamedItem>& items)
      : ex_(extraction),
        text_(extraction.document.text),
        sentence_(sentence),
        from_(sentence.start),
        resolver_(extraction, class_above),
        items_(items) {}

  void find() {
    const DashedPath dashed(ex_, sentence_.end);
    for (std::uint32_t at = sentence_.start; at < sentence_.end;) {
      const CodePoint point = next_character(text_, at);
      if (fold_character(point.value) == '(' && take_tag(at)) continue;
      if (is_dash(point.value)) take_dashed(dashed, at);
      at = std::max(at + point.size, from_);
    }
    finish();
  }

 private:
  bool take_tag(std::uint32_t& at) {
    std::optional<Step> step = tag_at(text_, at, sentence_.end);
    if (!step) return false;
    const std::uint32_t name_end = before_closing_quote(text_, from_, at);
    step->name = {name_start(text_, from_, name_end), name_end};
    if (step->code.empty()) step->code = digits_before(text_, from_, step->name.start);
    const bool goes_on =
        !path_.empty() && step->digits > path_.back().digits &&
        (step->name.start == path_.back().end ||
         trimmed(text_.substr(path_.back().end, step->name.start - path_.back().end)).size() <= 3);
    if (!goes_on) finish();
    from_ = at = step->end;
    if (!step->name.empty()) path_.push_back(*step);
    return true;
  }

  /// The first dash of a path stands behind the name of its class.
  void take_dashed(const DashedPath& dashed, std::uint32_t dash) {
    std::uint32_t end = dash;
    while (end > from_ && is_space(decode_utf8_before(text_, end).value))
      end -= decode_utf8_before(text_, end).size;
    const std::uint32_t start = name_start(text_, from_, end);
    std::uint32_t past = 0;
    std::vector<Step> path = dashed.read(start, past);
    if (path.empty() || path.front().end != end) return;
    finish();
    path_ = std::move(path);
    from_ = past;
    finish();
  }

  void finish() {
    if (path_.empty()) return;
    const std::string code = resolver_.code_of(path_);
    const Step& last = path_.back();
    items_.push_back(
        {{path_.front().name.start, last.end},
         last.name,
         code.empty() ? ex_.lexicon.core.function_unknown : ex_.item_concept(code, ex_.words(last.name))});
    path_.clear();
  }

  Extraction& ex_;
  std::string_view text_;
  Span sentence_;
  std::uint32_t from_;  // behind the last item
  PathResolver resolver_;
  std::vector<Step> path_;
  std::vector<NamedItem>& items_;
};

}  // namespace

void find_items(Extraction& extraction, Span sentence, ConceptId class_above, std::vector<NamedItem>& items) {
  ItemFinder(extraction, sentence, class_above, items).find();
}

}  // namespace mingzhang
