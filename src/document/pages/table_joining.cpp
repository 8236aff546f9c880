// See table_joining.h.
#include "document/pages/table_joining.h"

#include "document/heading.h"
#include "document/pages/grid_heads.h"
#include "document/table_shape.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace mingzhang {
namespace {

/// Sides of columns no further apart than this are the same, in points.
constexpr float same_side = 6;
/// Codes, figures or numbered labels are what a column holds if this share of its cells has them.
constexpr std::uint32_t usual_per_cent = 60;

std::size_t nearest(const std::vector<float>& edges, float x) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < edges.size(); ++i) {
    if (std::fabs(edges[i] - x) < std::fabs(edges[found] - x)) found = i;
  }
  return found;
}

/// For each side of `part` the one of `whole` at the same place; empty where one has none, or two have the
/// same.
std::vector<std::size_t> sides_in(const std::vector<float>& part, const std::vector<float>& whole) {
  std::vector<std::size_t> found;
  for (const float x : part) {
    const std::size_t at = nearest(whole, x);
    if (std::fabs(whole[at] - x) > same_side || (!found.empty() && found.back() >= at)) return {};
    found.push_back(at);
  }
  const bool ends = !found.empty() && found.front() == 0 && found.back() + 1 == whole.size();
  return ends ? found : std::vector<std::size_t>();
}

/// The same grid with the columns of another that has more.
TextGrid split_columns(const TextGrid& grid, const std::vector<std::size_t>& sides,
                       const std::vector<float>& edges) {
  TextGrid out = grid;
  out.columns = static_cast<std::uint32_t>(edges.size()) - 1;
  out.edges = edges;
  out.cells.clear();
  for (std::uint32_t row = 0; row < grid.rows; ++row) {
    for (std::uint32_t column = 0; column < grid.columns; ++column)
      out.cells.insert(out.cells.end(), sides[column + 1] - sides[column], grid.at(row, column));
  }
  return out;
}

/// Above 0: more figures than words; below: more words.
int kind_of_column(const TextGrid& grid, std::uint32_t column, std::string_view text) {
  int kind = 0;
  for (auto row = static_cast<std::uint32_t>(std::max(grid.heads, 0)); row < grid.rows; ++row) {
    if (!grid.is_empty(row, column)) kind += is_figure(grid.at(row, column).words.of(text)) ? 1 : -1;
  }
  return kind;
}

/// The same grid with further columns, empty ones: its own become those that `to` names.
TextGrid with_columns(const TextGrid& grid, const std::vector<std::uint32_t>& to, const TextGrid& like) {
  TextGrid out = grid;
  out.columns = like.columns;
  out.edges = like.edges;
  out.cells.assign(std::size_t{grid.rows} * like.columns, {});
  std::uint32_t owners = 0;
  for (const PageCell& cell : grid.cells)
    owners = std::max(owners, cell.owner);
  for (PageCell& cell : out.cells)
    cell.owner = ++owners;
  for (std::uint32_t row = 0; row < grid.rows; ++row) {
    for (std::uint32_t column = 0; column < grid.columns; ++column)
      out.at(row, to[column]) = grid.at(row, column);
  }
  return out;
}

/// For grids whose sides no rules draw: laid-out text has the same columns at other places on each page, and
/// columns without words on that page are missing. Each column of `next` goes to one of `open` with the same
/// kind of words, in order, those of words nearest to where they stand seen from the right side.
class ColumnMatcher {
 public:
  ColumnMatcher(const TextGrid& open, const TextGrid& next, std::string_view text)
      : open_(open), next_(next), to_(next.columns, 0) {
    for (std::uint32_t column = 0; column < open.columns; ++column)
      open_kinds_.push_back(kind_of_column(open, column, text));
    for (std::uint32_t column = 0; column < next.columns; ++column)
      next_kinds_.push_back(kind_of_column(next, column, text));
  }

  /// False where there is no way.
  bool match() {
    if (next_.columns > open_.columns || open_.edges.empty() || next_.edges.empty()) return false;
    const float best = cheapest(nothing, nothing, &to_);
    return best < impossible;
  }

  /// The column of `open` for each of `next`.
  const std::vector<std::uint32_t>& columns() const { return to_; }

  /// Figures of the column could be meant for another as well.
  bool is_unsure(std::uint32_t column) {
    if (next_kinds_[column] <= 0 || next_.columns == open_.columns) return false;
    return cheapest(column, to_[column], nullptr) <= cheapest(nothing, nothing, nullptr) + as_good;
  }

 private:
  static constexpr std::uint32_t nothing = UINT32_MAX;
  static constexpr float impossible = 1e9F;
  static constexpr float as_good = 0.5F;
  // What a reading costs.
  static constexpr float figures_left_out = 2;
  static constexpr float words_left_out = 0.5F;
  static constexpr float figures_in_empty = 1;
  static constexpr float words_in_empty = 0.3F;
  static constexpr float as_far_as_table = 5;

  float cost_of(std::uint32_t from, std::uint32_t to) const {
    const int kind = next_kinds_[from], other = open_kinds_[to];
    if (kind * other < 0) return impossible;
    if (kind == 0) return 0;
    const float in_empty = other != 0 ? 0 : kind > 0 ? figures_in_empty : words_in_empty;
    if (kind > 0) return in_empty;
    const float here = next_.edges[from] - next_.edges.back(), there = open_.edges[to] - open_.edges.back();
    const float width = std::max(open_.edges.back() - open_.edges.front(), 1.0F);
    return in_empty + as_far_as_table * std::fabs(here - there) / width;
  }
  float cost_without(std::uint32_t to) const {
    const int kind = open_kinds_[to];
    return kind > 0 ? figures_left_out : kind < 0 ? words_left_out : 0;
  }

  /// `forbidden` of `next` must not go to `there`.
  float cheapest(std::uint32_t forbidden, std::uint32_t there, std::vector<std::uint32_t>* to) const {
    const std::uint32_t m = next_.columns, n = open_.columns;
    std::vector<float> cost(std::size_t{m + 1} * (n + 1), impossible);
    const auto at = [&](std::uint32_t i, std::uint32_t j) { return std::size_t{i} * (n + 1) + j; };
    const auto match = [&](std::uint32_t i, std::uint32_t j) {
      return i == forbidden && j == there ? impossible : cost[at(i, j)] + cost_of(i, j);
    };
    cost[0] = 0;
    for (std::uint32_t i = 0; i <= m; ++i) {
      for (std::uint32_t j = 1; j <= n; ++j) {
        float& best = cost[at(i, j)];
        best = cost[at(i, j - 1)] + cost_without(j - 1);
        if (i > 0) best = std::min(best, match(i - 1, j - 1));
      }
    }
    for (std::uint32_t i = m, j = n; to != nullptr && i > 0 && j > 0; --j) {
      if (match(i - 1, j - 1) > cost[at(i, j)]) continue;
      (*to)[--i] = j - 1;
    }
    return cost[at(m, n)];
  }

  const TextGrid& open_;
  const TextGrid& next_;
  std::vector<int> open_kinds_;
  std::vector<int> next_kinds_;
  std::vector<std::uint32_t> to_;
};

bool align_by_kinds(const TextGrid& open, TextGrid& next, std::string_view text) {
  ColumnMatcher matcher(open, next, text);
  if (!matcher.match()) return false;
  for (std::uint32_t column = 0; column < next.columns; ++column) {
    if (!matcher.is_unsure(column)) continue;
    for (std::uint32_t row = 0; row < next.rows; ++row)
      next.at(row, column).unsure = true;
  }
  if (next.columns < open.columns) next = with_columns(next, matcher.columns(), open);
  return true;
}

/// Gives both grids the same columns; false where they stand at other places.
bool align(TextGrid& a, TextGrid& b, std::string_view text) {
  if (a.ruled != b.ruled) return false;
  if (!a.ruled) return align_by_kinds(a, b, text);
  if (a.edges.size() < 2 || b.edges.size() < 2) return false;
  if (const auto sides = sides_in(b.edges, a.edges); !sides.empty()) {
    if (b.columns != a.columns) b = split_columns(b, sides, a.edges);
    return true;
  }
  const auto sides = sides_in(a.edges, b.edges);
  if (sides.empty()) return false;
  a = split_columns(a, sides, b.edges);
  return true;
}

bool is_continuation_mark(std::string_view words) {
  const std::string plain = without_spaces(words);
  return plain.find("续表") != std::string::npos || plain.ends_with("（续）") || plain.ends_with("(续)");
}

class Joiner {
 public:
  explicit Joiner(MadeWords& words) : words_(words) {}

  /// Lines above the table on its page, nearest last, as far as they may repeat.
  static std::vector<std::string> caption_above(const PageReading& page, std::size_t grid) {
    std::vector<std::string> lines;
    const std::uint32_t from = grid == 0 ? 0 : page.line_below[grid - 1];
    for (std::uint32_t line = from; line < page.line_below[grid]; ++line)
      lines.push_back(without_spaces(page.lines.words(line)));
    return lines;
  }

  /// Whether the first table of `page` goes on with `open`, whose caption is given.
  bool goes_on(const TextGrid& open, const std::vector<std::string>& caption, const PageReading& page) const {
    const TextGrid& next = page.grids.front();
    if (!next.ruled && next.heads > 0 && repeated_rows(open, next, heads_of(open, words_.text())) == 0)
      return false;
    for (std::uint32_t line = 0; line < page.line_below.front(); ++line) {
      if (is_continuation_mark(page.lines.words(line))) continue;
      const std::string words = without_spaces(page.lines.words(line));
      if (std::find(caption.begin(), caption.end(), words) == caption.end()) return false;
    }
    return true;
  }

  void append(TextGrid& open, const TextGrid& next) {
    const GridHeads heads = heads_of(open, words_.text());
    const std::uint32_t repeated = repeated_rows(open, next, heads);
    std::uint32_t first = repeated;
    if (first == 0 && first < next.rows && is_rest_of_row(open, next, first)) {
      append_rest(open, next, first);
      ++first;
    }
    std::uint32_t owners = 0;
    for (const PageCell& cell : open.cells)
      owners = std::max(owners, cell.owner + 1);
    for (std::uint32_t row = first; row < next.rows; ++row) {
      for (std::uint32_t column = 0; column < next.columns; ++column) {
        open.cells.push_back(next.at(row, column));
        open.cells.back().owner += owners;
      }
    }
    open.rows += next.rows - first;
    open.bottom = next.bottom;
  }

 private:
  /// Rows at the top of `next` that are the heads once more, with the title rows above them or without.
  std::uint32_t repeated_rows(const TextGrid& open, const TextGrid& next, const GridHeads& heads) const {
    const std::string_view text = words_.text();
    const std::uint32_t all = heads.titles + heads.heads;
    if (all > 0 && same_rows(open, 0, next, 0, all, text)) return all;
    if (heads.heads > 0 && same_rows(open, heads.titles, next, 0, heads.heads, text)) return heads.heads;
    return 0;
  }

  /// The first row of the new page is the rest of the last one before it: labels without a number of their
  /// own where labels are numbered, or without the code that every row has.
  bool is_rest_of_row(const TextGrid& open, const TextGrid& next, std::uint32_t row) const {
    const std::string_view text = words_.text();
    std::uint32_t here = 0, before = 0;
    bool lacks_code = false, lacks_number = false;
    for (std::uint32_t column = 0; column < open.columns; ++column) {
      const bool above = !open.is_empty(open.rows - 1, column);
      const Span words = next.at(row, column).words;
      before += above && !is_figure(open.at(open.rows - 1, column).words.of(text));
      if (words.empty()) {
        lacks_code =
            lacks_code || usually(open, column, true, [&](Span cell) { return is_figure(cell.of(text)); });
        continue;
      }
      if (!above || is_figure(words.of(text)) || parse_heading(text, words)) return false;
      ++here;
      lacks_number = lacks_number || usually(open, column, false, [&](Span cell) {
                       return parse_heading(text, cell).has_value();
                     });
    }
    return here > 0 && (lacks_code || (lacks_number && here < before) || (lacks_number && before == 1));
  }

  /// Most cells of the column are such, of all or of those that are filled.
  template <class Is>
  static bool usually(const TextGrid& grid, std::uint32_t column, bool of_all, const Is& is) {
    std::uint32_t rows = 0, those = 0;
    for (std::uint32_t row = 0; row < grid.rows; ++row) {
      if (grid.is_empty(row, column)) {
        rows += of_all;
        continue;
      }
      ++rows;
      those += is(grid.at(row, column).words);
    }
    constexpr std::uint32_t fewest = 3;
    return those >= fewest && those * 100 >= rows * usual_per_cent;
  }

  void append_rest(TextGrid& open, const TextGrid& next, std::uint32_t row) {
    for (std::uint32_t column = 0; column < open.columns; ++column) {
      const Span rest = next.at(row, column).words;
      if (rest.empty()) continue;
      PageCell& cell = open.at(open.rows - 1, column);
      const std::uint32_t start = words_.size();
      words_.repeat(cell.words);
      words_.repeat(rest);
      cell.words = {start, words_.size()};
    }
  }

  MadeWords& words_;
};

}  // namespace

bool join_below(TextGrid& open, TextGrid& next, MadeWords& words) {
  if (!align(open, next, words.text())) return false;
  Joiner(words).append(open, next);
  return true;
}

void join_tables(std::vector<PageReading>& pages, MadeWords& words) {
  Joiner joiner(words);
  TextGrid* open = nullptr;
  std::vector<std::string> caption;
  for (PageReading& page : pages) {
    if (!page.has_words()) continue;
    if (page.grids.empty()) {
      open = nullptr;
      continue;
    }
    std::size_t grid = 0;
    if (open != nullptr && joiner.goes_on(*open, caption, page) &&
        align(*open, page.grids.front(), words.text())) {
      page.drop_lines(0, page.line_below.front());
      joiner.append(*open, page.grids.front());
      page.grids.front().rows = 0;
      page.grids.front().cells.clear();
      grid = 1;
    } else {
      open = nullptr;
    }
    if (page.grids.size() > grid) {
      open = &page.grids.back();
      caption = Joiner::caption_above(page, page.grids.size() - 1);
    }
    if (page.ends_with_line()) open = nullptr;
  }
  for (PageReading& page : pages) {
    for (TextGrid& grid : page.grids) {
      if (grid.rows > 0) drop_empty(grid);
    }
  }
}

}  // namespace mingzhang
