// See layout_text.h.
#include "document/layout_text.h"

#include "document/heading.h"
#include "document/table_shape.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <utility>

namespace mingzhang {
namespace {

/// Spaces that part two cells; between words of one there are at most two.
constexpr std::uint32_t cell_gap = 3;
/// Wider gaps stand in tables only.
constexpr std::uint32_t narrowest_column_gap = 8;
/// A line is full if it ends no further than this from the right margin: three ideographs, as a line break
/// may fall before a figure with its unit.
constexpr std::uint32_t margin_slack = 6;
/// Narrower lines say nothing about the margin.
constexpr std::uint32_t narrowest_full_line = 36;
constexpr std::size_t longest_page_number = 16;
/// A line that begins further right than this stands in the middle of the page.
constexpr std::uint32_t deepest_indent = 8;
constexpr std::uint32_t shallowest_label = 16;
constexpr std::size_t most_title_lines = 3;
constexpr std::uint32_t shortest_heading = 8;
constexpr std::size_t longest_heading = 120;

/// A line as it stands on the page, in columns of a terminal.
struct Visual {
  std::uint32_t indent = 0;
  std::uint32_t right = 0;
  std::uint32_t cells = 1;
  std::uint32_t figures = 0;
  std::uint32_t widest_gap = 0;
  bool spaced_out = false;  // 目      录: single characters apart
  bool leaders = false;     // ……… of a table of contents

  /// May be a line of prose with a blank filled in: 增加（减少）    0   万元.
  bool may_be_prose() const { return !leaders && (!columnar() || widest_gap < narrowest_column_gap); }
  bool columnar() const { return cells > 1 && !spaced_out && !leaders; }
};

class VisualScan {
 public:
  VisualScan(std::string_view text, const Line& line) : text_(text) {
    out_.indent = width({line.raw.start, line.words.start});
    std::uint32_t column = out_.indent, gap = 0;
    std::uint32_t cell = line.words.start;
    bool single = true;
    out_.cells = 0;
    for (std::uint32_t at = line.words.start; at < line.words.end;) {
      const CodePoint c = decode_utf8(text, at);
      const auto columns = static_cast<std::uint32_t>(display_width(c.value));
      if (is_space(c.value)) {
        gap += columns;
      } else {
        if (gap >= cell_gap) {
          end_cell({cell, at}, single);
          cell = at;
          out_.widest_gap = std::max(out_.widest_gap, gap);
        }
        gap = 0;
        dots_ = c.value == U'…' || c.value == U'.' || c.value == U'·' ? dots_ + 1 : 0;
        out_.leaders = out_.leaders || dots_ >= 6;
      }
      column += columns;
      at += c.size;
    }
    out_.spaced_out = end_cell({cell, line.words.end}, single) && out_.cells > 1;
    out_.right = column;
  }

  const Visual& result() const { return out_; }

 private:
  std::uint32_t width(Span span) const {
    std::uint32_t columns = 0;
    for (std::uint32_t at = span.start; at < span.end;) {
      const CodePoint c = decode_utf8(text_, at);
      columns += static_cast<std::uint32_t>(display_width(c.value));
      at += c.size;
    }
    return columns;
  }

  bool end_cell(Span cell, bool& single) {
    const Span words = trimmed_span(text_, cell);
    single = single && decode_utf8(text_, words.start).size == words.size();
    out_.figures += is_figure(words.of(text_));
    // The gap after a heading's number parts no cells: 第一部分   部门概况.
    const auto heading = out_.cells == 0 ? parse_heading(text_, words) : std::nullopt;
    if (!heading || !heading->title.empty()) ++out_.cells;
    return single;
  }

  std::string_view text_;
  Visual out_;
  int dots_ = 0;
};

bool ends_sentence(std::string_view words) {
  return words.ends_with("。") || words.ends_with("；") || words.ends_with("：") || words.ends_with("！") ||
         words.ends_with("？");
}

/// Digits with dashes around them or without: 7, - 7 -, — 7 —, 第7页.
bool is_page_number(std::string_view words) {
  if (words.size() > longest_page_number) return false;
  int digits = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_utf8(words, at);
    const bool digit = c.value >= U'0' && c.value <= U'9';
    const bool around = c.value == U'-' || c.value == U'—' || c.value == U'－' || c.value == U'第' ||
                        c.value == U'页' || is_space(c.value);
    if (!digit && !around) return false;
    digits += digit;
    at += c.size;
  }
  return digits >= 1 && digits <= 3;
}

/// The last number of each level of headings: tells a heading from a line that happens to begin like one.
class Numbering {
 public:
  bool expects(const Heading& heading) const {
    return heading.level == 0 || heading.ordinal == 1 || heading.ordinal == last_[heading.level] + 1;
  }
  void saw(const Heading& heading) {
    last_[heading.level] = heading.ordinal;
    std::fill(last_ + heading.level + 1, std::end(last_), 0);
  }

 private:
  int last_[5] = {};
};

class Page {
 public:
  Page(std::string_view text, std::vector<Line>& lines, std::size_t begin, std::size_t end,
       Numbering& numbering)
      : text_(text), lines_(lines), begin_(begin), end_(end), numbering_(numbering) {}

  /// Appends the page's lines to `out`, joined.
  void write(std::vector<Line>& out) {
    drop_page_number();
    if (begin_ == end_) return;
    for (std::size_t i = begin_; i < end_; ++i)
      visuals_.push_back(VisualScan(text_, lines_[i]).result());
    find_margins();
    mark_tables();
    if (out.empty()) join_title();
    for (std::size_t i = begin_; i < end_; ++i) {
      Line line = lines_[i];
      line.continues = i == begin_ && !out.empty() && goes_on_from(out.back());
      if (line.continues) out.back().cut_off = true;
      if (!line.continues && !line.in_columns) note_number(line);
      while (i + 1 < end_ && continues(i))
        line.words.end = lines_[++i].words.end;
      line.centred = is_centred(i) && line.words == lines_[i].words;
      open_end_ = is_open_end(i);
      out.push_back(line);
    }
  }
  /// The page ends in the middle of a sentence.
  bool has_open_end() const { return open_end_; }
  void goes_on_from_open_end() { goes_on_ = true; }

 private:
  const Visual& visual(std::size_t i) const { return visuals_[i - begin_]; }
  std::string_view words(std::size_t i) const { return lines_[i].words.of(text_); }

  void drop_page_number() {
    if (end_ - begin_ > 1 && is_page_number(words(end_ - 1))) --end_;
    if (end_ - begin_ == 1 && is_page_number(words(begin_))) ++begin_;
  }

  /// The left margin is the smallest indent, the right one the furthest that several lines of prose reach.
  void find_margins() {
    std::vector<std::uint32_t> rights;
    left_ = UINT32_MAX;
    for (const Visual& v : visuals_) {
      if (v.columnar() || v.leaders) continue;
      left_ = std::min(left_, v.indent);
      if (v.right - v.indent >= narrowest_full_line) rights.push_back(v.right);
    }
    std::sort(rights.begin(), rights.end(), std::greater<>());
    right_ = rights.empty() ? UINT32_MAX : rights.front();
    for (std::size_t i = 0; i + 1 < rights.size(); ++i) {
      if (rights[i] - rights[i + 1] > margin_slack) continue;
      right_ = rights[i];
      break;
    }
  }

  bool is_full(std::size_t i) const {
    return right_ != UINT32_MAX && visual(i).right + margin_slack >= right_;
  }
  bool is_prose(std::size_t i) const {
    const Visual& v = visual(i);
    const bool wide = v.indent <= left_ + deepest_indent && v.right - v.indent >= narrowest_full_line;
    return !v.columnar() && (ends_sentence(words(i)) || (wide && is_full(i) && v.figures == 0));
  }

  /// From the first columnar line to the last that no prose parts from it, where one of them has figures.
  void mark_tables() {
    std::size_t first = end_, last = end_;
    bool figures = false;
    std::size_t columnar = 0;
    const auto finish = [&] {
      const bool table = columnar > 1 && figures;
      for (std::size_t i = first; table && i <= last && i < end_; ++i)
        lines_[i].in_columns = true;
      first = last = end_;
      columnar = 0;
      figures = false;
    };
    for (std::size_t i = begin_; i < end_; ++i) {
      if (visual(i).columnar()) {
        if (first == end_) first = i;
        last = i;
        ++columnar;
        figures = figures || visual(i).figures > 0;
      } else if (is_prose(i)) {
        finish();
      }
    }
    finish();
    for (std::size_t i = begin_; i < end_; ++i)
      lines_[i].in_columns = lines_[i].in_columns || is_label(i);
  }

  /// A number in the middle of the page is a row of the right half of a table, unless it is a part's: those
  /// are centred.
  bool is_label(std::size_t i) const {
    if (visual(i).indent < shallowest_label) return false;
    const auto heading = parse_heading(text_, lines_[i].words);
    return heading && heading->level > 0;
  }

  /// The lines at the top of the first page are one title.
  void join_title() {
    std::size_t last = begin_;
    while (last + 1 < end_ && last + 1 < begin_ + most_title_lines && is_title_line(last) &&
           is_title_line(last + 1) && lines_[last + 1].blanks == 0) {
      ++last;
    }
    title_end_ = last;
  }
  bool is_title_line(std::size_t i) const {
    return !visual(i).columnar() && !visual(i).spaced_out && words(i).size() < 100 &&
           !ends_sentence(words(i)) && without_spaces(words(i)) != "目录" &&
           words(i).find("：") == std::string_view::npos && !parse_heading(text_, lines_[i].words);
  }

  void note_number(const Line& line) {
    if (const auto heading = parse_heading(text_, line.words)) numbering_.saw(*heading);
  }

  /// The first line of this page continues the last one of the page before.
  bool goes_on_from(const Line& before) const {
    return goes_on_ && !before.in_columns && !lines_[begin_].in_columns && !visual(begin_).columnar() &&
           visual(begin_).indent <= left_ && !begins_heading(begin_);
  }
  bool begins_heading(std::size_t i) const {
    const auto heading = parse_heading(text_, lines_[i].words);
    return heading && numbering_.expects(*heading);
  }
  bool is_open_end(std::size_t i) const {
    return i + 1 == end_ && !lines_[i].in_columns && is_long(i) && !ends_sentence(words(i));
  }
  /// Long enough to be broken at the margin, which ASCII and quotation marks make uneven.
  bool is_long(std::size_t i) const {
    return right_ != UINT32_MAX && visual(i).right * 4 >= right_ * 3 &&
           visual(i).indent <= left_ + deepest_indent;
  }

  /// The number of a heading whose words stand on the next line.
  bool is_bare_number(std::size_t i) const {
    const auto heading = parse_heading(text_, lines_[i].words);
    return heading && heading->title.empty() && heading->level > 0;
  }

  /// Short words further in than any paragraph begins, that are neither a caption (columns below) nor a
  /// label.
  bool is_centred(std::size_t i) const {
    const Visual& v = visual(i);
    if (v.indent <= left_ + deepest_indent || v.right - v.indent < shortest_heading || lines_[i].in_columns)
      return false;
    if (v.columnar() || v.leaders || words(i).size() > longest_heading || ends_sentence(words(i)))
      return false;
    if (words(i).find("：") != std::string_view::npos || parse_heading(text_, lines_[i].words)) return false;
    if (i + 1 == end_) return false;
    const bool caption = lines_[i + 1].in_columns || visual(i + 1).columnar();
    return !caption && is_prose_below(i + 1);
  }
  /// What follows begins near the margin, as paragraphs and numbered headings do and further centred lines do
  /// not.
  bool is_prose_below(std::size_t i) const { return visual(i).indent <= left_ + deepest_indent; }

  /// Whether line i + 1 goes on with the sentence of line i.
  bool continues(std::size_t i) const {
    if (i < title_end_) return true;
    const Line& next = lines_[i + 1];
    if (lines_[i].in_columns || next.in_columns || next.blanks > 1) return false;
    if (is_bare_number(i)) return !parse_heading(text_, next.words);
    if (!visual(i).may_be_prose() || !visual(i + 1).may_be_prose()) return false;
    if (visual(i + 1).indent > left_ || !is_long(i)) return false;
    if (parse_heading(text_, next.words))
      return is_full(i) && !ends_sentence(words(i)) && !begins_heading(i + 1);
    return is_full(i) || !ends_sentence(words(i));
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::size_t begin_;
  std::size_t end_;
  Numbering& numbering_;
  std::size_t title_end_ = 0;
  bool goes_on_ = false;
  bool open_end_ = false;
  std::vector<Visual> visuals_;
  std::uint32_t left_ = 0;
  std::uint32_t right_ = 0;
};

}  // namespace

bool has_pages(std::string_view text) {
  return text.find('\f') != std::string_view::npos;
}

void join_visual_lines(std::string_view text, std::vector<Line>& lines) {
  std::vector<Line> out;
  out.reserve(lines.size());
  Numbering numbering;
  bool open_end = false;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && !lines[end].starts_page)
      ++end;
    Page page(text, lines, begin, end, numbering);
    if (open_end) page.goes_on_from_open_end();
    page.write(out);
    open_end = page.has_open_end();
    begin = end;
  }
  lines = std::move(out);
}

}  // namespace mingzhang
