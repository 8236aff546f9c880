// See aligned_tokens.h.
#include "document/pages/aligned_tokens.h"

#include "document/heading.h"
#include "document/table_shape.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mingzhang {
namespace {

/// Heights of lines are counted in half points.
constexpr float half_points = 2;
/// White space in half ems that parts two words of a line.
constexpr float word_gap = 1.5F;
/// Letters of one word may be spread as far as this: 合        计.
constexpr float widest_spread = 9;
constexpr std::size_t longest_total = 24;
/// What belongs to one row may be set on two lines as far apart as this, in lines.
constexpr float nearest_line = 1.3F;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// An amount with a point or with groups of digits, and not the number of a heading.
bool is_amount(std::string_view words) {
  if (words.empty() || !is_digit(words.back())) return false;
  bool mark = false;
  for (const char c : words) {
    if (c == '.' || c == ',')
      mark = true;
    else if (!is_digit(c) && c != '-')
      return false;
  }
  return mark;
}

/// Where no words of the body stand, and words on both sides of it on several lines.
class Whites {
 public:
  template <class Counts>
  Whites(const AlignedTokens& words, const Counts& counts) {
    float right = 0;
    for (const ColumnToken& token : words.tokens)
      right = std::max(right, token.x1);
    if (!(right < widest_page)) return;
    covered_.assign(static_cast<std::size_t>(right) + 2, 0);
    white_.assign(covered_.size(), 0);
    const ColumnToken* before = nullptr;
    for (const ColumnToken& token : words.tokens) {
      if (!counts(token)) continue;
      mark(covered_, token.x0, token.x1);
      if (before != nullptr && before->line == token.line) mark(white_, before->x1, token.x0);
      before = &token;
    }
    for (std::size_t x = 1; x < covered_.size(); ++x) {
      covered_[x] += covered_[x - 1];
      white_[x] += white_[x - 1];
    }
  }
  bool parts(float x) const {
    constexpr std::uint32_t fewest = 2;
    const auto at = static_cast<std::size_t>(x);
    return at < covered_.size() && covered_[at] == 0 && white_[at] >= fewest;
  }

 private:
  static constexpr float widest_page = 4'096;

  /// Differences first, sums later.
  static void mark(std::vector<std::uint32_t>& places, float from, float to) {
    ++places[static_cast<std::size_t>(from)];
    --places[static_cast<std::size_t>(to)];
  }

  std::vector<std::uint32_t> covered_;
  std::vector<std::uint32_t> white_;
};

class TokenReader {
 public:
  TokenReader(const PositionedText& positioned, const PageLines& page)
      : positioned_(positioned), page_(page) {
    out_.laid_out = positioned.words_are_input;
    out_.source = positioned.words;
    out_.unit = out_.laid_out ? 1 : page.usual_size / 2;
    out_.pitch = out_.laid_out ? 1 : page.pitch * half_points;
  }

  AlignedTokens read(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t line = first; line < last; ++line)
      add_tokens(page_.lines[line]);
    find_body();
    split_words();
    join_spread_words();
    return std::move(out_);
  }

 private:
  void add_tokens(const VisualLine& line) {
    const float y = std::max(page_.fragments[line.first].y, 0.0F);
    auto height = static_cast<std::uint32_t>(std::lround(out_.laid_out ? y : y * half_points));
    // Lines are apart even where they nearly touch.
    if (!out_.tokens.empty()) height = std::max(height, out_.tokens.back().line + 1);
    for (std::uint32_t i = line.first; i < line.last; ++i)
      add_fragment(height, page_.fragments[i]);
  }

  /// One space may part two columns where an amount stands beside it: 189,767,551 二、公共安全支出.
  void add_fragment(std::uint32_t line, Fragment f) {
    while (out_.laid_out) {
      const std::size_t at = column_break(out_.words(f));
      if (at == std::string_view::npos) break;
      Fragment left = f;
      left.words.end = f.words.start + static_cast<std::uint32_t>(at);
      left.x1 = f.x0 + characters(out_.words(left));
      add_token(line, left);
      f.words.start = left.words.end + 1;
      f.x0 = left.x1 + 1;
    }
    add_token(line, f);
  }

  static float characters(std::string_view words) {
    float n = 0;
    for (const char c : words)
      n += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1.0F : 0.0F;
    return n;
  }

  /// The first space with an amount before or behind it.
  static std::size_t column_break(std::string_view words) {
    for (std::size_t at = words.find(' '); at != std::string_view::npos; at = words.find(' ', at + 1)) {
      const std::size_t begin = words.substr(0, at).rfind(' ') + 1, end = words.find(' ', at + 1);
      if (is_amount(words.substr(begin, at - begin)) || is_amount(words.substr(at + 1, end - at - 1)))
        return at;
    }
    return std::string_view::npos;
  }

  void add_token(std::uint32_t line, const Fragment& f) {
    const auto index = static_cast<std::uint32_t>(out_.fragments.size());
    out_.fragments.push_back(f);
    const float x0 = f.x0 / out_.unit, x1 = f.x1 / out_.unit;
    if (!out_.tokens.empty() && out_.tokens.back().line == line && x0 - out_.tokens.back().x1 < word_gap &&
        !out_.laid_out) {
      ColumnToken& before = out_.tokens.back();
      before.last = index + 1;
      before.x1 = x1;
      before.figure = before.figure && is_figure(out_.words(f));
      return;
    }
    ColumnToken token;
    token.first = index;
    token.last = index + 1;
    token.x0 = x0;
    token.x1 = x1;
    token.line = line;
    token.figure = is_figure(out_.words(f));
    token.amount = is_amount(out_.words(f)) || out_.words(f) == "0";
    out_.tokens.push_back(token);
  }

  /// One space may part two heads of laid-out text (公务用车 公务用车运) and two labels of its body, if it
  /// stands where other lines have white space between two columns.
  void split_words() {
    if (!out_.laid_out) return;
    const Whites whites(
        out_, [&](const ColumnToken& token) { return token.line >= out_.body && !has_space(token); });
    std::vector<ColumnToken> split;
    for (const ColumnToken& token : out_.tokens) {
      const auto parts = [&](float x) { return token.line < out_.body || whites.parts(x); };
      Fragment rest = out_.fragments[token.first];
      rest.x0 = token.x0;
      for (std::size_t at = rest.words.start; at < rest.words.end; ++at) {
        if (positioned_.words[at] != ' ') continue;
        Fragment left = rest;
        left.words.end = static_cast<std::uint32_t>(at);
        const float x = rest.x0 + characters(out_.words(left));
        if (!parts(x)) continue;
        add_part(token, left, split);
        rest.words.start = left.words.end + 1;
        rest.x0 = x + 1;
      }
      if (rest.words == out_.fragments[token.first].words) {
        split.push_back(token);
      } else {
        add_part(token, rest, split);
      }
    }
    out_.tokens = std::move(split);
  }
  bool has_space(const ColumnToken& token) const {
    return out_.first_words(token).find(' ') != std::string_view::npos;
  }
  void add_part(const ColumnToken& whole, Fragment f, std::vector<ColumnToken>& out) {
    if (f.words.empty()) return;
    ColumnToken token = whole;
    token.first = static_cast<std::uint32_t>(out_.fragments.size());
    token.last = token.first + 1;
    token.x0 = f.x0;
    token.x1 = f.x1 = f.x0 + characters(out_.words(f));
    token.figure = is_figure(out_.words(f));
    out_.fragments.push_back(f);
    out.push_back(token);
  }

  /// 合    计 in the body is one word; in the heads 类 款 项 may be three columns.
  void join_spread_words() {
    std::vector<ColumnToken> joined;
    for (const ColumnToken& token : out_.tokens) {
      if (!joined.empty() && token.line >= out_.body && joined.back().line == token.line &&
          is_single(token) && is_single_or_spread(joined.back()) &&
          token.x0 - joined.back().x1 <= widest_spread) {
        joined.back().last = token.last;
        joined.back().x1 = token.x1;
      } else {
        joined.push_back(token);
      }
    }
    out_.tokens = std::move(joined);
  }
  bool is_single(const ColumnToken& token) const {
    const CodePoint c = decode_utf8(out_.first_words(token), 0);
    return token.last == token.first + 1 && c.size == out_.first_words(token).size() && is_han(c.value);
  }
  bool is_single_or_spread(const ColumnToken& token) const {
    return is_single(token) ||
           (token.last > token.first + 1 && out_.words(out_.fragments[token.last - 1]).size() == 3 &&
            out_.first_words(token).size() == 3);
  }

  /// The body begins at the first line with a figure or with a numbered label that is no number of a column;
  /// in a table without any, at the first line that is a total.
  void find_body() {
    const std::uint32_t none_yet = out_.tokens.back().line + 1;
    out_.body = none_yet;
    std::uint32_t total = none_yet;
    for (std::size_t begin = 0; begin < out_.tokens.size();) {
      std::size_t end = begin + 1;
      while (end < out_.tokens.size() && out_.tokens[end].line == out_.tokens[begin].line)
        ++end;
      bool body = false;
      for (std::size_t i = begin; i < end && !body; ++i)
        body = out_.tokens[i].figure || out_.is_numbered(out_.tokens[i]);
      if (body && !numbers_columns(begin, end)) {
        out_.body = out_.tokens[begin].line;
        return;
      }
      if (total == none_yet && end == begin + 1 && out_.is_total(out_.tokens[begin]))
        total = out_.tokens[begin].line;
      begin = end;
    }
    out_.body = total;
  }

  bool numbers_columns(std::size_t begin, std::size_t end) const {
    std::uint32_t numbers = 0;
    int expected = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (!out_.tokens[i].figure) continue;
      const std::string_view w = out_.first_words(out_.tokens[i]);
      if (w.size() > 2 || !std::all_of(w.begin(), w.end(), is_digit)) return false;
      const int value = w.size() == 1 ? w[0] - '0' : (w[0] - '0') * 10 + (w[1] - '0');
      if (numbers > 0 && value != expected) return false;
      expected = value + 1;
      ++numbers;
    }
    return numbers > 2;
  }

  const PositionedText& positioned_;
  const PageLines& page_;
  AlignedTokens out_;
};

}  // namespace

std::string AlignedTokens::all_words(const ColumnToken& token) const {
  std::string all;
  for (std::uint32_t i = token.first; i < token.last; ++i)
    all += words(fragments[i]);
  return all;
}

bool AlignedTokens::is_numbered(const ColumnToken& token) const {
  const auto heading = parse_heading(source, fragments[token.first].words);
  return heading && heading->level > 0;
}

bool AlignedTokens::is_total(const ColumnToken& token) const {
  if (first_words(token).size() > longest_total) return false;
  const std::string plain = without_spaces(all_words(token));
  return plain.ends_with("合计") || plain.ends_with("总计") || plain.ends_with("小计");
}

bool AlignedTokens::is_beside(std::uint32_t line, std::uint32_t other) const {
  return static_cast<float>(line > other ? line - other : other - line) <= nearest_line * pitch;
}

AlignedTokens read_tokens(const PositionedText& positioned, const PageLines& page, std::uint32_t first,
                          std::uint32_t last) {
  return TokenReader(positioned, page).read(first, last);
}

}  // namespace mingzhang
