// What the text itself shows, in one pass over its characters: words of a template that were left in, doubled
// or unpaired punctuation, words twice in a row, and private numbers.
//
// Tests: tests/unit/checks/wording_test.cpp.
#include "checks/case.h"
#include "checks/private_numbers.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

constexpr std::size_t han_bytes = 3;
/// In characters.
constexpr std::size_t longest_repetition = 12;

/// A character of three bytes as one number.
constexpr std::uint32_t code_of(const char* character) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(character[0])) << 16 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(character[1])) << 8 |
         static_cast<unsigned char>(character[2]);
}

/// Findings for words that were seen already, by their place in the rule book's lists.
struct Seen {
  std::vector<std::int32_t> placeholders;
  std::vector<std::int32_t> empty_reasons;
};

class Pass {
 public:
  Pass(Case& c, Seen& seen, std::int32_t index)
      : c_(c), seen_(seen), index_(index), block_(c.document.blocks[static_cast<std::size_t>(index)]) {
    text_ = c.document.words(block_.span);
  }

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto lead = static_cast<unsigned char>(text_[at]);
      if (lead < 0x80) {
        at = ascii(at);
      } else if (lead >= 0xE2 && lead < 0xF0 && at + han_bytes <= text_.size()) {
        wide(at, lead);
        at += han_bytes;
      } else {
        ++at;
      }
    }
    close_brackets();
  }

 private:
  std::size_t ascii(std::size_t at) {
    const char c = text_[at];
    if (c >= '0' && c <= '9') return number(at);
    if (c == 'X' || c == 'x') try_placeholders(at);
    if (c == '(') ++brackets_;
    if (c == ')') --brackets_;
    return at + 1;
  }

  void wide(std::size_t at, unsigned char lead) {
    const std::uint32_t character = code_at(at);
    if (lead < 0xE4 || lead == 0xEF) {
      punctuation(at, character);
      return;
    }
    if (c_.book.template_starts.may_start(character)) try_placeholders(at);
    if ((++han_ & 3) == 0 && block_.kind == BlockKind::paragraph) look_for_repetition(at);
  }

  /// The three bytes of a character; 0 past the end.
  std::uint32_t code_at(std::size_t at) const {
    return at + han_bytes <= text_.size() ? code_of(text_.data() + at) : 0;
  }

  std::size_t number(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && ((text_[end] >= '0' && text_[end] <= '9') || text_[end] == 'X'))
      ++end;
    const PrivateNumber kind = private_number(text_, at, end);
    if (kind == PrivateNumber::none) return end;
    // The number itself is not repeated in the report's words.
    Finding& finding =
        c_.report(Evaluator::privacy_contact, Status::fails, Severity::notice, "privacy.contact");
    finding.sources.push_back(source(at, end));
    finding.values.emplace_back("kind", kind == PrivateNumber::mobile     ? "#mobile"
                                        : kind == PrivateNumber::identity ? "#identity"
                                                                          : "#bank_card");
    return end;
  }

  void punctuation(std::size_t at, std::uint32_t character) {
    switch (character) {
      case code_of("（"):
        ++brackets_;
        break;
      case code_of("）"):
        --brackets_;
        break;
      case code_of("“"):
        ++quotes_;
        break;
      case code_of("”"):
        --quotes_;
        break;
      case code_of("。"):
      case code_of("，"):
      case code_of("；"):
      case code_of("、"):
        look_for_doubling(at, character);
        break;
      default:
        if (c_.book.template_starts.may_start(character)) try_placeholders(at);
    }
  }

  void look_for_doubling(std::size_t at, std::uint32_t character) {
    if (code_at(at + han_bytes) != character) return;
    // 。。。 is an ellipsis of its own kind.
    if (code_at(at + 2 * han_bytes) == character || (at >= han_bytes && code_at(at - han_bytes) == character))
      return;
    Finding& finding = c_.report(Evaluator::structure_punctuation, Status::fails, Severity::notice,
                                 "structure.punctuation.doubled");
    finding.sources.push_back(source(at, at + 2 * han_bytes));
    finding.values.emplace_back("words", std::string(text_.substr(at, 2 * han_bytes)));
  }

  void try_placeholders(std::size_t at) {
    if (block_.kind == BlockKind::table) return;
    const auto stands_here = [&](const std::string& words) {
      return text_.substr(at, words.size()) == words && !is_latin_word(at, words);
    };
    for (std::size_t i = 0; i < c_.book.empty_reasons.size(); ++i) {
      const std::string& words = c_.book.empty_reasons[i];
      if (!stands_here(words)) continue;
      report_words(Evaluator::missing_reason, "missing.reason.empty", at, words, seen_.empty_reasons[i]);
      return;
    }
    for (std::size_t i = 0; i < c_.book.placeholders.size(); ++i) {
      const std::string& words = c_.book.placeholders[i];
      if (!stands_here(words)) continue;
      report_words(Evaluator::structure_placeholder, "structure.placeholder", at, words,
                   seen_.placeholders[i]);
      return;
    }
  }

  /// XX holds the place of a name only beside Chinese, not within a longer run of letters or digits.
  bool is_latin_word(std::size_t at, std::string_view words) const {
    if (static_cast<unsigned char>(words[0]) >= 0x80) return false;
    const bool inside = at > 0 && static_cast<unsigned char>(text_[at - 1]) < 0x80 && text_[at - 1] != '\n';
    const std::size_t end = at + words.size();
    return inside || end >= text_.size() || static_cast<unsigned char>(text_[end]) < 0xE4;
  }

  /// One finding for all places that hold the same words.
  void report_words(Evaluator evaluator, const char* message, std::size_t at, const std::string& words,
                    std::int32_t& finding_of_words) {
    if (finding_of_words == none) {
      finding_of_words = static_cast<std::int32_t>(c_.findings.size());
      c_.report(evaluator, Status::fails, Severity::warning, message).values.emplace_back("words", words);
    }
    c_.findings[static_cast<std::size_t>(finding_of_words)].sources.push_back(source(at, at + words.size()));
  }

  /// Four to twelve characters that stand twice in a row. Every fourth character is compared with those that
  /// many places on: one of them lies in each first copy.
  void look_for_repetition(std::size_t at) {
    constexpr std::size_t shortest = 4 * han_bytes;
    constexpr std::size_t longest = longest_repetition * han_bytes;
    const std::size_t room = text_.size() - at;
    const std::size_t widest = room >= longest + han_bytes ? longest
                               : room >= han_bytes         ? room - han_bytes
                                                           : 0;
    const char* here = text_.data() + at;
    for (std::size_t length = shortest; length <= widest; length += han_bytes) {
      // The last byte tells most characters apart.
      if (here[length + 2] == here[2] && here[length + 1] == here[1] && here[length] == here[0])
        try_repetition(at, length);
    }
  }

  void try_repetition(std::size_t at, std::size_t length) {
    // A long stretch that repeats something else than words is walked through once.
    std::size_t& refused_until = refused_until_[length / han_bytes][at % han_bytes];
    if (at < refused_until) return;
    std::size_t start = at;
    while (start >= han_bytes && code_at(start - han_bytes) == code_at(start - han_bytes + length))
      start -= han_bytes;
    std::size_t end = at + han_bytes;
    while (end + length < text_.size() && code_at(end) == code_at(end + length))
      end += han_bytes;
    if (end - start < length || start < reported_until_ || !is_plain_words(text_.substr(start, length))) {
      refused_until = end;
      return;
    }
    reported_until_ = end + length;
    Finding& finding =
        c_.report(Evaluator::structure_repeated, Status::fails, Severity::notice, "structure.repeated");
    finding.sources.push_back(source(start, start + 2 * length));
    finding.values.emplace_back("words", std::string(text_.substr(start, length)));
  }

  static bool is_plain_words(std::string_view words) {
    for (std::size_t i = 0; i < words.size(); i += han_bytes) {
      if (!is_han(decode_utf8(words, i).value)) return false;
    }
    return true;
  }

  void close_brackets() {
    if (block_.kind != BlockKind::paragraph || (brackets_ == 0 && quotes_ == 0)) return;
    // 1） and a) are numbers of items. A paragraph that ends without a full stop may go on in the next block.
    if (brackets_ < 0 || !text_.ends_with("。") || begins_within_a_sentence()) return;
    Finding& finding =
        c_.report(Evaluator::structure_punctuation, Status::fails, Severity::notice,
                  brackets_ != 0 ? "structure.punctuation.bracket" : "structure.punctuation.quote");
    finding.sources.push_back(source(0, text_.size()));
  }

  bool begins_within_a_sentence() const {
    if (index_ == 0) return false;
    const Block& before = c_.document.blocks[static_cast<std::size_t>(index_ - 1)];
    if (before.kind != BlockKind::paragraph) return false;
    const std::string_view words = c_.document.words(before.span);
    return !words.ends_with("。") && !words.ends_with("：") && !words.ends_with(":") &&
           !words.ends_with("；");
  }

  Source source(std::size_t start, std::size_t end) const {
    Source out;
    out.span = {block_.span.start + static_cast<std::uint32_t>(start),
                block_.span.start + static_cast<std::uint32_t>(end)};
    out.block = index_;
    out.section = block_.section;
    out.table = block_.table;
    return out;
  }

  Case& c_;
  Seen& seen_;
  std::int32_t index_;
  const Block& block_;
  std::string_view text_;
  int brackets_ = 0;
  int quotes_ = 0;
  std::uint32_t han_ = 0;
  std::size_t reported_until_ = 0;
  /// By the distance in characters and the place modulo three bytes.
  std::size_t refused_until_[longest_repetition + 1][han_bytes] = {};
};

}  // namespace

void check_wording(Case& c) {
  Seen seen{std::vector<std::int32_t>(c.book.placeholders.size(), none),
            std::vector<std::int32_t>(c.book.empty_reasons.size(), none)};
  for (std::size_t i = 0; i < c.document.blocks.size(); ++i) {
    Pass(c, seen, static_cast<std::int32_t>(i)).run();
  }
}

}  // namespace mingzhang
