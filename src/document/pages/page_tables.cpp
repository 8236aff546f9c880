// See page_tables.h.
#include "document/pages/page_tables.h"

#include "document/heading.h"
#include "document/pages/aligned_table.h"
#include "document/pages/ruled_grid.h"
#include "document/pages/table_joining.h"
#include "document/unit_line.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

/// A line that begins further right than this is no paragraph, in half ems.
constexpr std::uint32_t deepest_indent = 8;
constexpr std::uint32_t shallowest_label = 16;
constexpr std::uint32_t narrowest_full_line = 36;
constexpr std::uint32_t margin_slack = 6;
/// Blank lines within a table.
constexpr std::uint32_t most_blanks = 4;
/// Lines of a caption above its unit line.
constexpr std::uint32_t most_caption_lines = 3;

/// Stretches of lines that look like tables: from the first columnar line to the last that no prose parts
/// from it, where one of them has figures.
class RegionFinder {
 public:
  /// `goes_on`: the page before ends within a table, which may go on with the first line of this one.
  RegionFinder(const PageLines& page, const std::vector<bool>& parted, bool goes_on)
      : page_(page), parted_(parted), goes_on_(goes_on) {}

  struct Region {
    std::uint32_t first;
    std::uint32_t last;  // one beyond
  };

  std::vector<Region> find() {
    find_margins();
    const auto n = static_cast<std::uint32_t>(page_.lines.size());
    std::uint32_t first = goes_on_ ? 0 : n, last = first, columnar = 0, figures = 0;
    const auto finish = [&] {
      if (columnar >= least_rows(first) && figures > 0) cut(first, last + 1);
      first = last = n;
      columnar = figures = 0;
    };
    for (std::uint32_t i = 0; i < n; ++i) {
      if (parted_[i]) finish();
      if (page_.lines[i].columnar()) {
        if (first == n) first = i;
        last = i;
        ++columnar;
        figures += page_.lines[i].figures;
      } else if (is_prose(i) || names_table(i)) {
        finish();
      } else if (first == n && is_beside_title(i)) {
        first = last = i;  // heads may follow that stand alone in their lines
      }
    }
    finish();
    return std::move(regions_);
  }

  /// A number in the middle of the page is a row of the right half of a table, unless it is a part's: those
  /// are centred.
  bool is_label(std::uint32_t i) const {
    if (page_.lines[i].indent < left_ + shallowest_label) return false;
    const auto heading = parse_heading(page_.text, page_.lines[i].words);
    return heading && heading->level > 0;
  }

 private:
  /// Of the page's prose; where it has none, of all that stands on it.
  void find_margins() {
    std::uint32_t left_of_all = UINT32_MAX;
    left_ = UINT32_MAX;
    for (const VisualLine& v : page_.lines) {
      left_of_all = std::min(left_of_all, v.indent);
      if (v.columnar() || v.right - v.indent < narrowest_full_line) continue;
      left_ = std::min(left_, v.indent);
      if (!v.leaders) right_ = std::max(right_, v.right);
    }
    if (left_ == UINT32_MAX) left_ = left_of_all;
  }
  std::uint32_t least_rows(std::uint32_t first) const { return first == 0 && goes_on_ ? 1 : 2; }
  /// A title above heads, where no row of the table stands yet.
  bool names_table(std::uint32_t i) const {
    const VisualLine& v = page_.lines[i];
    return v.figures == 0 && v.indent > left_ && without_spaces(page_.words(i)).ends_with("表");
  }
  bool is_prose(std::uint32_t i) const {
    const VisualLine& v = page_.lines[i];
    const bool wide = v.indent <= left_ + deepest_indent && v.right - v.indent >= narrowest_full_line;
    const bool full = right_ > 0 && v.right + margin_slack >= right_;
    return !v.columnar() && (ends_sentence(page_.words(i)) || (wide && full && v.figures == 0));
  }

  /// The words of line i say nothing but whose table it is and in which unit.
  bool is_beside_title(std::uint32_t i) const {
    const Span words = page_.lines[i].words;
    return find_unit_line(page_.text, words).unit != Unit::none || names_body_or_day(page_.words(i));
  }

  /// Several tables stand in one stretch where a unit line parts them; what stands above it up to the rows of
  /// the one before is its caption. Captions are no part of a table.
  void cut(std::uint32_t first, std::uint32_t last) {
    std::uint32_t begin = first;
    for (std::uint32_t i = first; i < last; ++i) {
      if (i < begin || !is_beside_title(i)) continue;
      std::uint32_t end = i;
      while (end > begin && i - end < most_caption_lines && is_caption(end - 1))
        --end;
      add(begin, end, end);
      begin = i + 1;
      // The rest of a body's name that found no room in its line.
      while (begin < last && begin < i + most_caption_lines && is_rest_of_name(begin))
        ++begin;
    }
    add(begin, last, static_cast<std::uint32_t>(page_.lines.size()));
  }
  bool is_caption(std::uint32_t i) const {
    const VisualLine& v = page_.lines[i];
    return !v.columnar() && v.figures == 0 &&
           (v.indent > left_ + deepest_indent || is_table_number(page_.words(i)));
  }
  bool is_rest_of_name(std::uint32_t i) const {
    const VisualLine& v = page_.lines[i];
    return !v.columnar() && v.blanks == 0 && v.figures == 0 && v.indent <= left_ + 2 && !is_beside_title(i);
  }
  /// Lines [first, last); up to `end` rows with one cell filled may follow the last one with several.
  void add(std::uint32_t first, std::uint32_t last, std::uint32_t end) {
    while (last > first && !page_.lines[last - 1].columnar())
      --last;
    while (last < end && !parted_[last] && is_further_row(last))
      ++last;
    std::uint32_t columnar = 0, figures = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      columnar += page_.lines[i].columnar();
      figures += page_.lines[i].figures;
    }
    if (columnar >= least_rows(first) && figures > 0) regions_.push_back({first, last});
  }

  /// A short line within the table's width, near the line before, that is neither a note nor a heading.
  bool is_further_row(std::uint32_t i) const {
    const VisualLine& v = page_.lines[i];
    const std::string_view words = page_.words(i);
    if (v.blanks > most_blanks || is_prose(i) || is_beside_title(i) || names_table(i)) return false;
    if (v.right - v.indent >= narrowest_full_line && v.indent <= left_ + 2) return false;
    if (words.starts_with("注") || words.starts_with("说明") || words.starts_with("备注") ||
        is_table_number(words))
      return false;
    const auto heading = parse_heading(page_.text, v.words);
    return v.indent > left_ || (heading && heading->level > 1);
  }

  const PageLines& page_;
  const std::vector<bool>& parted_;
  bool goes_on_;
  std::vector<Region> regions_;
  std::uint32_t left_ = 0;
  std::uint32_t right_ = 0;
};

/// Laid-out text has moved the columns from some line on: above it and below it they are clear, and the same.
bool read_in_two(const PositionedText& positioned, const PageLines& page, const TableLines& lines,
                 MadeWords& words, TextGrid& grid) {
  if (!positioned.words_are_input) return false;
  constexpr std::uint32_t most_lines = 200;
  constexpr std::uint32_t fewest_above = 4;
  if (lines.last - lines.first > most_lines) return false;
  for (std::uint32_t cut = lines.last - 1; cut >= lines.first + fewest_above; --cut) {
    const TableLines above{lines.first, cut, lines.page, lines.further},
        below{cut, lines.last, lines.page, true};
    if (!has_clear_columns(positioned, page, below) || !has_clear_columns(positioned, page, above)) continue;
    TextGrid rest;
    return read_aligned_table(positioned, page, above, words, grid) &&
           read_aligned_table(positioned, page, below, words, rest) && join_below(grid, rest, words);
  }
  return false;
}

}  // namespace

bool PageReading::ends_in_columns() const {
  return ends_with_line() ? in_columns.back() : !grids.empty();
}

void PageReading::drop_lines(std::uint32_t first, std::uint32_t last) {
  const auto drop = [&](auto& list) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(first),
               list.begin() + static_cast<std::ptrdiff_t>(last));
  };
  drop(lines.lines);
  drop(in_columns);
  for (std::uint32_t& line : line_below)
    line -= std::min(line, last) - std::min(line, first);
}

void read_aligned_tables(const PositionedText& positioned, std::int32_t page, MadeWords& words,
                         const PageReading* before, PageReading& reading) {
  std::vector<bool> parted(reading.lines.lines.size(), false);
  for (const std::uint32_t line : reading.line_below) {
    if (line < parted.size()) parted[line] = true;
  }
  const bool goes_on = before != nullptr && before->ends_in_columns() && reading.begins_with_line();
  RegionFinder finder(reading.lines, parted, goes_on);
  std::vector<RegionFinder::Region> regions = finder.find();
  reading.in_columns.assign(reading.lines.lines.size(), false);
  for (std::uint32_t i = 0; i < reading.lines.lines.size(); ++i)
    reading.in_columns[i] = finder.is_label(i);
  for (auto region = regions.rbegin(); region != regions.rend(); ++region) {
    TextGrid grid;
    const bool further = goes_on && region->first == 0;
    const TableLines lines{region->first, region->last, page, further};
    if (!read_aligned_table(positioned, reading.lines, lines, words, grid) &&
        !read_in_two(positioned, reading.lines, lines, words, grid)) {
      for (std::uint32_t i = region->first; i < region->last; ++i)
        reading.in_columns[i] = true;
      continue;
    }
    reading.drop_lines(region->first, region->last);
    const auto at = static_cast<std::size_t>(
        std::upper_bound(reading.line_below.begin(), reading.line_below.end(), region->first) -
        reading.line_below.begin());
    reading.line_below.insert(reading.line_below.begin() + static_cast<std::ptrdiff_t>(at), region->first);
    reading.grids.insert(reading.grids.begin() + static_cast<std::ptrdiff_t>(at), std::move(grid));
  }
}

PageReading read_page(const PositionedText& positioned, std::int32_t page, MadeWords& words) {
  PageReading reading;
  PageParts parts = parts_of_page(positioned, positioned.pages[static_cast<std::size_t>(page)]);
  const float usual_size = usual_size_of(parts.fragments);
  std::vector<RuledGrid> grids = ruled_grids(parts);
  for (const RuledGrid& grid : grids) {
    TextGrid filled = fill_ruled_grid(positioned, grid, parts.fragments, page, words);
    if (filled.rows > 0) reading.grids.push_back(std::move(filled));
  }
  // Words across the others outside of tables are stamps and marks on the paper.
  parts.fragments.erase(std::remove_if(parts.fragments.begin(), parts.fragments.end(),
                                       [](const Fragment& f) { return f.turned; }),
                        parts.fragments.end());
  reading.lines = lines_of(positioned, std::move(parts.fragments), usual_size);
  for (const TextGrid& grid : reading.grids) {
    std::uint32_t line = 0;
    while (line < reading.lines.lines.size() && reading.lines.lines[line].top < grid.top)
      ++line;
    reading.line_below.push_back(line);
  }
  reading.in_columns.assign(reading.lines.lines.size(), false);
  return reading;
}

}  // namespace mingzhang
