// See made_words.h.
#include "document/pages/made_words.h"

#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

/// Gaps in ems: wider ones part words of Latin script, and still wider ones any words.
constexpr float latin_gap = 0.15F;
constexpr float wide_gap = 1.2F;
/// Fragments of one line stand no further apart than this in height, in ems of the smaller.
constexpr float same_line = 0.45F;

bool is_latin(char32_t c) {
  return c > U' ' && c < 0x250;
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool ends_a_clause(char32_t c) {
  return c == U'。' || c == U'；' || c == U'：' || c == U';' || c == U':' || c == U'！' || c == U'？';
}

/// One ideograph and nothing else.
bool is_single(std::string_view words) {
  const CodePoint c = decode_utf8(words, 0);
  return c.size == words.size() && display_width(c.value) == 2;
}

/// 合    计: single ideographs, at most as wide apart as in 项        目.
bool is_spread_word(const Fragment* begin, const Fragment* end, std::string_view from) {
  constexpr float widest = 9;
  constexpr std::ptrdiff_t most_letters = 12;
  if (end - begin < 2 || end - begin > most_letters) return false;
  for (const Fragment* f = begin; f != end; ++f) {
    if (!is_single(f->words.of(from))) return false;
    if (f != begin && f->x0 - (f - 1)->x1 > widest * f->size) return false;
  }
  return true;
}

}  // namespace

void MadeWords::put(const Fragment& fragment, std::int32_t page) {
  MadePiece piece;
  piece.start = size();
  piece.size = fragment.words.size();
  piece.from = fragment.words.start;
  piece.page = page;
  piece.x0 = fragment.x0;
  piece.x1 = fragment.x1;
  piece.y = fragment.y;
  piece.height = fragment.size;
  pieces_.push_back(piece);
  text_ += fragment.words.of(from_);
}

void MadeWords::put_line(const Fragment* begin, const Fragment* end, std::int32_t page,
                         std::string_view gap) {
  const bool spread = is_spread_word(begin, end, from_);
  for (const Fragment* f = begin; f != end; ++f) {
    if (f != begin && !spread) {
      const float em = std::max(f->size, (f - 1)->size), space = f->x0 - (f - 1)->x1;
      const std::string_view before = (f - 1)->words.of(from_);
      const bool latin = is_latin(decode_utf8_before(before, before.size()).value) &&
                         is_latin(decode_utf8(f->words.of(from_), 0).value);
      if (space > wide_gap * em) {
        put(gap);
      } else if (latin && space > latin_gap * em) {
        put(" ");
      }
    }
    put(*f, page);
  }
}

void MadeWords::put_line_break(std::uint32_t start, std::string_view next, bool full) {
  if (size() == start) return;
  const char32_t last = decode_utf8_before(text_, size()).value, first = decode_utf8(next, 0).value;
  if (is_latin(last) && is_latin(first)) {
    const bool number = (is_digit(last) || last == U',' || last == U'.') &&
                        (is_digit(first) || first == U'.' || first == U',');
    if (!(number && full)) put(" ");
  } else if (!full && ends_a_clause(last)) {
    put(" ");
  }
}

void MadeWords::copy(const MadeWords& other, Span span) {
  const std::uint32_t shift = size() - span.start;
  const auto first =
      std::lower_bound(other.pieces_.begin(), other.pieces_.end(), span.start,
                       [](const MadePiece& p, std::uint32_t at) { return p.start + p.size <= at; });
  // By index: the other may be this one, whose pieces grow.
  for (auto i = static_cast<std::size_t>(first - other.pieces_.begin()); i < other.pieces_.size(); ++i) {
    MadePiece piece = other.pieces_[i];
    if (piece.start >= span.end) break;
    const std::uint32_t begin = std::max(piece.start, span.start);
    const std::uint32_t end = std::min(piece.start + piece.size, span.end);
    piece.from += begin - piece.start;
    piece.start = begin + shift;
    piece.size = end - begin;
    pieces_.push_back(piece);
  }
  if (this == &other) {
    const std::string words(span.of(text_));
    text_ += words;
  } else {
    text_ += span.of(other.text_);
  }
}

void MadeWords::reserve(std::size_t bytes, std::size_t pieces) {
  text_.reserve(bytes);
  pieces_.reserve(pieces);
}

std::vector<std::uint32_t> sort_into_lines(std::vector<Fragment>& fragments) {
  std::vector<std::uint32_t> starts;
  const auto above = [](const Fragment& a, const Fragment& b) {
    return a.middle() < b.middle() || (a.middle() == b.middle() && a.x0 < b.x0);
  };
  if (!std::is_sorted(fragments.begin(), fragments.end(), above)) sort_stably(fragments, above);
  for (std::size_t begin = 0; begin < fragments.size();) {
    starts.push_back(static_cast<std::uint32_t>(begin));
    std::size_t end = begin + 1;
    float reference = fragments[begin].middle(), largest = fragments[begin].size;
    while (end < fragments.size() &&
           fragments[end].middle() - reference <= same_line * std::min(largest, fragments[end].size)) {
      // A large letter pulls the line's middle to itself.
      if (fragments[end].size > largest) {
        largest = fragments[end].size;
        reference = fragments[end].middle();
      }
      ++end;
    }
    std::sort(fragments.begin() + static_cast<std::ptrdiff_t>(begin),
              fragments.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Fragment& a, const Fragment& b) { return a.x0 < b.x0; });
    begin = end;
  }
  starts.push_back(static_cast<std::uint32_t>(fragments.size()));
  return starts;
}

}  // namespace mingzhang
