// See paragraphs.h.
#include "document/pages/paragraphs.h"

#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace mingzhang {
namespace {

/// A line is full if it ends no further than this from the right margin: three ideographs, as a line break
/// may fall before a figure with its unit. All measures are half ems.
constexpr std::uint32_t margin_slack = 6;
/// Narrower lines say nothing about the margin.
constexpr std::uint32_t narrowest_full_line = 36;
/// A line that begins further right than this stands in the middle of the page.
constexpr std::uint32_t deepest_indent = 8;
constexpr std::size_t most_title_lines = 3;
constexpr std::size_t longest_title_line = 100;
constexpr std::uint32_t shortest_heading = 8;
constexpr std::size_t longest_heading = 120;
/// Bytes of the end of a caption that stands alone on its line.
constexpr std::size_t longest_rest = 9;
/// Letters of a title are larger than those of the line below it by this.
constexpr float larger = 1.15F;

}  // namespace

bool ParagraphWriter::Numbering::expects(const Heading& heading) const {
  return heading.level == 0 || heading.ordinal == 1 || heading.ordinal == last_[heading.level] + 1;
}

void ParagraphWriter::Numbering::saw(const Heading& heading) {
  last_[heading.level] = heading.ordinal;
  std::fill(last_ + heading.level + 1, std::end(last_), 0);
}

void ParagraphWriter::begin_page(const PageLines& page, std::int32_t number, const std::vector<bool>& parted,
                                 const std::vector<bool>& in_columns) {
  page_ = &page;
  number_ = number;
  parted_ = &parted;
  in_columns_ = &in_columns;
  next_ = 0;
  find_margins();
  title_end_ = 0;
  if (lines_.empty()) find_title();
}

void ParagraphWriter::write_until(std::size_t end) {
  while (next_ < end) {
    const std::size_t first = next_;
    const bool in_columns = (*in_columns_)[first];
    if (first == 0 && goes_on_from_page_before(first)) {
      append_words(first, open_full_);
    } else {
      Line line;
      words_.part();
      line.words.start = line.raw.start = words_.size();
      line.blanks = visual(first).blanks;
      line.starts_page = first == 0;
      line.in_columns = in_columns;
      const auto heading = in_columns ? std::nullopt : heading_of(first);
      if (heading) numbering_.saw(*heading);
      append_words(first, false);
      lines_.push_back(line);
    }
    while (next_ + 1 < end && continues(next_)) {
      ++next_;
      append_words(next_, is_full(next_ - 1));
    }
    Line& line = lines_.back();
    line.words.end = line.raw.end = words_.size();
    line.centred = next_ == first && is_centred(first);
    open_full_ = is_full(next_);
    open_ = next_ + 1 == count() && !in_columns && is_long(next_) && prose_lines_ > 1 &&
            !ends_sentence(words(next_));
    ++next_;
  }
}

void ParagraphWriter::append_words(std::size_t i, bool full_before) {
  const VisualLine& line = visual(i);
  const Fragment* fragments = page_->fragments.data();
  if (!lines_.empty() && words_.size() > lines_.back().words.start)
    words_.put_line_break(lines_.back().words.start, words(i), full_before);
  words_.put_line(fragments + line.first, fragments + line.last, number_, "  ");
}

/// The left margin is the smallest indent, the right one the furthest that several lines of prose reach.
void ParagraphWriter::find_margins() {
  std::vector<std::uint32_t> rights;
  left_ = UINT32_MAX;
  for (std::size_t i = 0; i < count(); ++i) {
    const VisualLine& v = visual(i);
    if (v.columnar() || (*in_columns_)[i]) continue;
    left_ = std::min(left_, v.indent);
    if (!v.leaders && v.right - v.indent >= narrowest_full_line) rights.push_back(v.right);
  }
  sort_stably(rights, std::greater<>());
  prose_lines_ = rights.size();
  right_ = rights.empty() ? UINT32_MAX : rights.front();
  for (std::size_t i = 0; i + 1 < rights.size(); ++i) {
    if (rights[i] - rights[i + 1] > margin_slack) continue;
    right_ = rights[i];
    break;
  }
}

/// The lines at the top of the first page are one title.
void ParagraphWriter::find_title() {
  while (title_end_ + 1 < count() && title_end_ + 1 < most_title_lines && !(*parted_)[title_end_ + 1] &&
         is_title_line(title_end_) && is_title_line(title_end_ + 1) && !is_table_number(words(title_end_)) &&
         visual(title_end_ + 1).blanks == 0 &&
         visual(title_end_).size < larger * visual(title_end_ + 1).size) {
    ++title_end_;
  }
}

bool ParagraphWriter::is_title_line(std::size_t i) const {
  const std::string_view w = words(i);
  return !visual(i).columnar() && !visual(i).spaced_out && w.size() < longest_title_line &&
         !ends_sentence(w) && without_spaces(w) != "目录" && w.find("：") == std::string_view::npos &&
         !heading_of(i);
}

std::optional<Heading> ParagraphWriter::heading_of(std::size_t i) const {
  return parse_heading(page_->text, visual(i).words);
}

bool ParagraphWriter::begins_heading(std::size_t i) const {
  const auto heading = heading_of(i);
  return heading && numbering_.expects(*heading);
}

bool ParagraphWriter::is_full(std::size_t i) const {
  return right_ != UINT32_MAX && visual(i).right + margin_slack >= right_;
}

/// Long enough to be broken at the margin, which ASCII and quotation marks make uneven.
bool ParagraphWriter::is_long(std::size_t i) const {
  return right_ != UINT32_MAX && visual(i).right * 4 >= right_ * 3 &&
         visual(i).indent <= left_ + deepest_indent;
}

/// The number of a heading whose words stand on the next line.
bool ParagraphWriter::is_bare_number(std::size_t i) const {
  const auto heading = heading_of(i);
  return heading && heading->title.empty() && heading->level > 0;
}

/// Short words further in than any paragraph begins, that are neither a caption (columns below) nor a label.
bool ParagraphWriter::is_centred(std::size_t i) const {
  const VisualLine& v = visual(i);
  if (v.indent <= left_ + deepest_indent || v.right - v.indent < shortest_heading || (*in_columns_)[i])
    return false;
  if (v.columnar() || v.leaders || words(i).size() > longest_heading || ends_sentence(words(i))) return false;
  if (words(i).find("：") != std::string_view::npos || heading_of(i)) return false;
  if (i + 1 == count() || (*parted_)[i + 1]) return false;
  const bool caption = (*in_columns_)[i + 1] || visual(i + 1).columnar();
  // What follows begins near the margin, as paragraphs and numbered headings do and further centred lines do
  // not.
  return !caption && visual(i + 1).indent <= left_ + deepest_indent;
}

/// The last characters of a caption or of a part's heading that found no room in its line.
bool ParagraphWriter::ends_caption(std::size_t i) const {
  const VisualLine& v = visual(i);
  const VisualLine& rest = visual(i + 1);
  if (rest.blanks > 0 || rest.columnar() || v.columnar() || std::fabs(v.size - rest.size) > 0.1F * v.size)
    return false;
  if (rest.indent <= left_ + deepest_indent || heading_of(i + 1) || ends_sentence(words(i))) return false;
  const auto heading = heading_of(i);
  if (heading && heading->level == 0) return is_full(i);
  return v.size >= larger * page_->usual_size && words(i + 1).size() <= longest_rest && !heading;
}

bool ParagraphWriter::goes_on_from_page_before(std::size_t i) const {
  return open_ && !lines_.empty() && !lines_.back().in_columns && !(*parted_)[i] && !(*in_columns_)[i] &&
         !visual(i).columnar() && visual(i).indent <= left_ + 1 && !begins_heading(i);
}

/// Whether line i + 1 goes on with the sentence of line i.
bool ParagraphWriter::continues(std::size_t i) const {
  if ((*parted_)[i + 1]) return false;
  if (i < title_end_ || ends_caption(i)) return true;
  if ((*in_columns_)[i] || (*in_columns_)[i + 1] || visual(i + 1).blanks > 1) return false;
  const auto next = heading_of(i + 1);
  if (is_bare_number(i)) return !next;
  if (!visual(i).may_be_prose() || !visual(i + 1).may_be_prose()) return false;
  if (visual(i + 1).indent > left_ + 1 || !is_long(i)) return false;
  if (next) return is_full(i) && !ends_sentence(words(i)) && !begins_heading(i + 1);
  return is_full(i) || !ends_sentence(words(i));
}

}  // namespace mingzhang
