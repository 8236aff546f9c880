// See lines.h.
#include "document/lines.h"

#include "document/limits.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_plain_ascii(unsigned char byte) {
  return byte > ' ' && byte < 0x7F;
}

/// Surely no white space, told without decoding: every space that is not ASCII begins with C2, E2, E3 or EF.
bool begins_with_a_word(std::string_view words) {
  const auto first = static_cast<unsigned char>(words.front());
  return is_plain_ascii(first) || (first >= 0xE4 && first <= 0xE9);
}

/// The same for the last character: ASCII, or one of three bytes that is not U+3000 (E3 80 80), as ideographs
/// and 。 are.
bool ends_with_a_word(std::string_view words) {
  const auto last = static_cast<unsigned char>(words.back());
  if (is_plain_ascii(last)) return true;
  if (words.size() < 3) return false;
  const auto first = static_cast<unsigned char>(words[words.size() - 3]);
  return first >= 0xE3 && first <= 0xE9 && !(first == 0xE3 && last == 0x80);
}

/// `raw` is not blank, or begins with a tab.
Line describe(std::string_view text, Span raw, Span words) {
  Line line;
  line.raw = raw;
  line.kind = text[raw.start] == '\t' ? LineKind::tabbed : LineKind::plain;
  line.words = words.empty() ? Span{raw.start + 1, raw.start + 1} : words;
  const std::string_view bytes = raw.of(text);
  const std::size_t tab = bytes.find('\t');
  if (tab != std::string_view::npos) {
    line.tabs = static_cast<std::uint32_t>(
        std::count(bytes.begin() + static_cast<std::ptrdiff_t>(tab), bytes.end(), '\t'));
  }
  return line;
}

/// Finds the next line break from left to right; each kind of break is searched for only once per place.
class Breaks {
 public:
  explicit Breaks(std::string_view text) : text_(text) {}

  std::size_t next(std::size_t from) {
    for (std::size_t i = 0; i < 3; ++i) {
      if (!known_[i] || next_[i] < from) {
        next_[i] = std::min(text_.find(marks[i], from), text_.size());
        known_[i] = true;
      }
    }
    return std::min({next_[0], next_[1], next_[2]});
  }

 private:
  static constexpr std::string_view marks = "\n\r\f";
  std::string_view text_;
  std::size_t next_[3] = {};
  bool known_[3] = {};
};

}  // namespace

Span trimmed_span(std::string_view text, Span span) {
  if (span.empty()) return span;
  if (begins_with_a_word(span.of(text)) && ends_with_a_word(span.of(text))) return span;
  const std::string_view words = trimmed(span.of(text));
  if (words.empty()) return {span.start, span.start};
  const auto start = static_cast<std::uint32_t>(words.data() - text.data());
  return {start, start + static_cast<std::uint32_t>(words.size())};
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(text.size() / 40 + 16);
  std::size_t start = text.substr(0, 3) == byte_order_mark ? 3 : 0;
  bool starts_page = false;
  std::uint32_t blanks = 0;
  Breaks breaks(text);
  while (start < text.size() && lines.size() <= limits::lines) {
    std::size_t end = breaks.next(start);
    const Span raw{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    const Span words = trimmed_span(text, raw);
    if (words.empty() && (raw.empty() || text[start] != '\t')) {
      ++blanks;
    } else {
      Line line = describe(text, raw, words);
      line.blanks = std::exchange(blanks, 0);
      line.starts_page = std::exchange(starts_page, false);
      lines.push_back(line);
    }
    starts_page = starts_page || (end < text.size() && text[end] == '\f');
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++end;
    start = end + 1;
  }
  return lines;
}

}  // namespace mingzhang
