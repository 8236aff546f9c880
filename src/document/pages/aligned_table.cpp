// See aligned_table.h.
#include "document/pages/aligned_table.h"

#include "document/pages/aligned_columns.h"
#include "document/pages/aligned_heads.h"
#include "document/pages/aligned_rows.h"
#include "document/pages/aligned_sides.h"
#include "document/pages/aligned_tokens.h"
#include "text/sorting.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::size_t most_columns = 64;
/// A line of a label is full if it lacks no more than this many ideographs to the widest.
constexpr float full_slack = 1.2F;
/// Of all lines, those on which two words share a column, in per cent: beyond, the columns are not read
/// right.
constexpr std::size_t most_clashes_per_cent = 15;

/// A cell of labels that waits for its row.
struct LabelGroup {
  std::uint32_t band = 0;
  std::vector<std::uint32_t> tokens;
  std::uint32_t first_line = 0;
  std::uint32_t last_line = 0;
  std::int64_t anchor = -1;
};

struct Row {
  /// Twice the line, so that rows between two lines have a place.
  std::uint32_t place = 0;
  std::int64_t anchor = -1;
};

class TableReader {
 public:
  TableReader(AlignedTokens words, const TableLines& lines, MadeWords& made)
      : words_(std::move(words)),
        tokens_(words_.tokens),
        number_(lines.page),
        further_(lines.further),
        made_(made) {}

  bool has_clear_columns() {
    find_columns();
    return bands_.size() > 1 && !clashes(0);
  }

  bool read(TextGrid& grid) {
    find_columns();
    if (bands_.size() < 2 || bands_.size() > most_columns || clashes(most_clashes_per_cent)) return false;
    sides_ = find_sides(words_, bands_);
    pull_up_body();
    heads_ = read_heads(tokens_, words_.body, words_.pitch, bands_);
    if (bands_.size() > most_columns) return false;
    join_lonely_bands();
    sides_ = find_sides(words_, bands_);
    place_tokens();
    if (rows_.empty()) return false;
    write(grid);
    return true;
  }

 private:
  void find_columns() {
    bands_ = find_bands(tokens_, words_.body);
    if (!further_ || has_heads()) return;
    words_.body = tokens_.front().line;
    bands_ = find_bands(tokens_, words_.body);
  }

  /// Words above the body stand over at least half of the columns.
  bool has_heads() const {
    std::vector<bool> named(bands_.size(), false);
    for (const ColumnToken& token : tokens_) {
      for (std::size_t band = 0; token.line < words_.body && band < bands_.size(); ++band)
        named[band] = named[band] || bands_[band].overlaps(token);
    }
    return std::count(named.begin(), named.end(), true) * 2 >= static_cast<std::ptrdiff_t>(bands_.size());
  }

  // Bands
  // ----------------------------------------------------------------------------------------------------

  /// Two words of one line in the same band, on more than so many lines.
  bool clashes(std::size_t per_cent) const {
    std::size_t lines = 0, clashing = 0;
    std::uint32_t line = UINT32_MAX, before = UINT32_MAX;
    bool counted = false;
    for (const ColumnToken& token : tokens_) {
      if (token.line < words_.body) continue;
      if (token.line != line) {
        ++lines;
        before = UINT32_MAX;
        counted = false;
      }
      line = token.line;
      std::uint32_t last = 0;
      const std::uint32_t band = band_of(bands_, token, last);
      if (band == before && !counted) {
        ++clashing;
        counted = true;
      }
      before = last;
    }
    return clashing * 100 > lines * per_cent;
  }

  /// 合计 that stands apart from the names above and below it is no column of its own, nor are figures that
  /// laid-out text has moved: words (or figures) without a head beside a column of the same kind with one,
  /// never on the same line with it.
  void join_lonely_bands() {
    for (std::uint32_t i = 0; i < bands_.size();) {
      std::int64_t to = -1;
      if (!has_head(i)) {
        if (i > 0 && may_join(i - 1, i))
          to = i - 1;
        else if (i + 1 < bands_.size() && may_join(i + 1, i))
          to = i + 1;
      }
      if (to < 0) {
        ++i;
        continue;
      }
      Band& into = bands_[static_cast<std::size_t>(to)];
      into.x0 = std::min(into.x0, bands_[i].x0);
      into.x1 = std::max(into.x1, bands_[i].x1);
      into.words += bands_[i].words;
      into.figures += bands_[i].figures;
      into.amounts += bands_[i].amounts;
      bands_.erase(bands_.begin() + static_cast<std::ptrdiff_t>(i));
      heads_.unsure_columns.erase(heads_.unsure_columns.begin() + static_cast<std::ptrdiff_t>(i));
      for (AlignedHead& head : heads_.heads) {
        if (head.first_column > i) --head.first_column;
        if (head.last_column >= i && head.last_column > 0) --head.last_column;
      }
    }
  }
  bool has_head(std::uint32_t band) const {
    return std::any_of(heads_.heads.begin(), heads_.heads.end(), [&](const AlignedHead& head) {
      return head.level + 1 == heads_.levels && head.first_column == band;
    });
  }
  bool may_join(std::uint32_t into, std::uint32_t band) const {
    if (bands_[into].holds_figures() != bands_[band].holds_figures()) return false;
    bool totals = !bands_[band].holds_figures();
    for (const ColumnToken& token : tokens_) {
      if (token.line < words_.body || !bands_[band].overlaps(token)) continue;
      totals = totals && words_.is_total(token);
      for (const ColumnToken& other : tokens_) {
        if (other.line == token.line && bands_[into].overlaps(other)) return false;
      }
    }
    return totals || has_head(into);
  }
  /// Words of the line stand over a column of figures: they are heads.
  bool names_figures(std::uint32_t line) const {
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const ColumnToken& token) {
      return token.line == line && std::any_of(bands_.begin(), bands_.end(), [&](const Band& band) {
               return band.holds_figures() && band.overlaps(token);
             });
    });
  }
  /// The first row's label may begin above its figures.
  void pull_up_body() {
    for (const TableSide& side : sides_.list) {
      if (side.anchors.empty() || side.labels.empty() || side.anchors.front() != words_.body) continue;
      const Band& band = bands_[side.labels.back()];
      const ColumnToken* above = nullptr;
      const ColumnToken* beside = nullptr;
      const ColumnToken* below = nullptr;
      for (const ColumnToken& token : tokens_) {
        if (token.figure || !band.overlaps(token)) continue;
        if (token.line < words_.body) above = &token;
        if (token.line == words_.body) beside = &token;
        if (token.line > words_.body && below == nullptr) below = &token;
      }
      if (beside != nullptr || above == nullptr || below == nullptr || words_.starts(*below)) continue;
      if (names_figures(above->line)) continue;
      const std::uint32_t up = words_.body - above->line, down = below->line - words_.body;
      const float farthest = 2.5F * words_.pitch, differ = 1.2F * words_.pitch;
      if (static_cast<float>(std::max(up, down)) <= farthest &&
          static_cast<float>(up) <= static_cast<float>(down) + differ)
        words_.body = above->line;
      return;
    }
  }

  // Rows
  // ----------------------------------------------------------------------------------------------------

  /// Gives every token of the body a column and a row.
  void place_tokens() {
    column_.assign(tokens_.size(), 0);
    reach_.assign(tokens_.size(), 0);
    unsure_.assign(tokens_.size(), false);
    place_of_.assign(tokens_.size(), 0);
    std::vector<std::vector<std::uint32_t>> labels(bands_.size());
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const ColumnToken& token = tokens_[i];
      place_of_[i] = token.line * 2;
      if (token.line < words_.body) continue;
      std::uint32_t last = 0;
      std::uint32_t band = band_of(bands_, token, last);
      if (token.figure) {
        // Figures end at the right side of their column.
        unsure_[i] = last != band || heads_.unsure_columns[last];
        band = last;
        if (bands_[band].holds_figures()) {
          place_of_[i] = sides_.row_line(token, band) * 2;
          add_row(place_of_[i] / 2);
        }
      } else {
        band = label_band(band, last);
      }
      column_[i] = band;
      reach_[i] = std::max(band, last);
      if (!token.figure || !bands_[band].holds_figures()) labels[band].push_back(i);
    }
    groups_.clear();
    for (std::uint32_t band = 0; band < bands_.size(); ++band)
      group_labels(band, labels[band]);
    sort_stably(groups_, [](const LabelGroup& a, const LabelGroup& b) {
      return std::pair(a.first_line + a.last_line, a.band) < std::pair(b.first_line + b.last_line, b.band);
    });
    find_nearness();
    for (const LabelGroup& group : groups_)
      place_group(group);
    sort_stably(rows_, [](const Row& a, const Row& b) { return a.place < b.place; });
    join_rows();
  }

  /// Rows of different sides that the layout has set a line apart: the one has only what the other lacks.
  void join_rows() {
    if (sides_.list.size() < 2) return;
    std::vector<std::uint32_t> sides(rows_.size(), 0);  // a bit for each
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].line >= words_.body)
        sides[row_index(i)] |= 1U << std::min(sides_.of_band[column_[i]], 31U);
    }
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      if ((sides[r] & sides[r - 1]) != 0 || !words_.is_beside(rows_[r].place / 2, rows_[r - 1].place / 2))
        continue;
      for (std::uint32_t& place : place_of_) {
        if (place == rows_[r].place) place = rows_[r - 1].place;
      }
      sides[r] |= sides[r - 1];
      rows_[r].place = rows_[r - 1].place;
    }
    rows_.erase(std::unique(rows_.begin(), rows_.end(),
                            [](const Row& a, const Row& b) { return a.place == b.place; }),
                rows_.end());
  }

  /// Words that are no figure belong to a label column: that of their own side, to the left of the figures.
  std::uint32_t label_band(std::uint32_t band, std::uint32_t last) const {
    for (std::uint32_t i = band; i <= last; ++i) {
      if (!bands_[i].holds_figures()) return i;
    }
    const TableSide& side = sides_.of(band);
    std::uint32_t best = band;
    for (const std::uint32_t label : side.labels) {
      if (label < band || best == band) best = label;
    }
    return best;
  }

  void add_row(std::uint32_t line) {
    for (auto row = rows_.rbegin();
         row != rows_.rend() && row->anchor + 8 * static_cast<std::int64_t>(words_.pitch + 1) > line; ++row) {
      if (row->anchor == line) return;
    }
    rows_.push_back({line * 2, line});
  }

  void group_labels(std::uint32_t band, const std::vector<std::uint32_t>& tokens) {
    if (tokens.empty()) return;
    const TableSide& side = sides_.of(band);
    float widest = 0, rightmost = 0, leftmost = bands_[band].x1;
    for (const std::uint32_t i : tokens) {
      if (reach_[i] != band) continue;
      leftmost = std::min(leftmost, tokens_[i].x0);
      widest = std::max(widest, tokens_[i].x1 - tokens_[i].x0);
      rightmost = std::max(rightmost, tokens_[i].x1);
    }
    const float ideograph = words_.laid_out ? 1 : 2, slack = full_slack * ideograph;
    std::vector<LabelLine> lines;
    std::vector<std::uint32_t> first_token;
    for (std::uint32_t k = 0; k < tokens.size(); ++k) {
      const ColumnToken& token = tokens_[tokens[k]];
      if (!lines.empty() && lines.back().line == token.line) continue;
      LabelLine line;
      line.line = token.line;
      line.starts =
          words_.starts(token) || reach_[tokens[k]] != band || last_label_starts(side, band, token.line);
      line.full = token.x1 - token.x0 >= widest - slack ||
                  (token.x1 >= rightmost - slack && token.x0 <= leftmost + 2 * ideograph);
      lines.push_back(line);
      first_token.push_back(k);
    }
    first_token.push_back(static_cast<std::uint32_t>(tokens.size()));
    const bool each =
        side.anchors.size() * 10 >= lines.size() * 8 && !side.labels.empty() && band == side.labels.back();
    for (const LabelCell& cell : cut_labels(lines, side.anchors, words_.pitch, each)) {
      LabelGroup group;
      group.band = band;
      group.first_line = lines[cell.first].line;
      group.last_line = lines[cell.last].line;
      const auto start = tokens.begin();
      group.tokens.assign(start + static_cast<std::ptrdiff_t>(first_token[cell.first]),
                          start + static_cast<std::ptrdiff_t>(first_token[cell.last + 1]));
      group.anchor = cell.anchor;
      groups_.push_back(std::move(group));
    }
  }

  /// A group's name (一般公共预算资金) begins anew where the first row of the group (小计) does.
  bool last_label_starts(const TableSide& side, std::uint32_t band, std::uint32_t line) const {
    if (side.labels.empty() || side.labels.back() == band) return false;
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const ColumnToken& token) {
      return token.line == line && bands_[side.labels.back()].overlaps(token) && words_.starts(token);
    });
  }

  /// Labels without figures stand in one row if their middles are nearer than half the way to the nearest
  /// row.
  void find_nearness() {
    std::uint32_t least = UINT32_MAX;
    for (std::size_t i = 1; i < rows_.size(); ++i)
      least = std::min(least, rows_[i].place - rows_[i - 1].place);
    for (const LabelGroup& group : groups_) {
      if (group.last_line > group.first_line)
        least = std::min(least, 2 * (group.last_line - group.first_line));
    }
    near_ = std::min(static_cast<float>(least), 2 * words_.pitch) / 2;
  }

  void place_group(const LabelGroup& group) {
    const std::uint32_t middle = group.first_line + group.last_line;
    Row* row = nullptr;
    for (Row& r : rows_) {
      if (group.anchor >= 0 ? r.anchor == group.anchor
                            : near(r.place, middle) || r.place == 2 * group.first_line)
        row = &r;
      if (row != nullptr) break;
    }
    if (row == nullptr) {
      rows_.push_back({middle, -1});
      row = &rows_.back();
    }
    for (const std::uint32_t token : group.tokens)
      place_of_[token] = row->place;
  }
  bool near(std::uint32_t a, std::uint32_t b) const {
    return static_cast<float>(a > b ? a - b : b - a) < near_;
  }

  // Writing
  // ----------------------------------------------------------------------------------------------------

  void write(TextGrid& grid) {
    grid.columns = static_cast<std::uint32_t>(bands_.size());
    grid.rows = heads_.levels + static_cast<std::uint32_t>(rows_.size());
    grid.page = number_;
    grid.heads = static_cast<std::int32_t>(heads_.levels);
    grid.cells.resize(std::size_t{grid.rows} * grid.columns);
    for (PageCell& cell : grid.cells)
      cell.owner = ++owners_;
    for (const Band& band : bands_)
      grid.edges.push_back(band.x0 * words_.unit);
    grid.edges.push_back(bands_.back().x1 * words_.unit);
    write_heads(grid);
    write_body(grid);
  }

  void write_heads(TextGrid& grid) {
    for (const AlignedHead& head : heads_.heads) {
      const std::uint32_t start = made_.size();
      for (const std::uint32_t token : head.tokens)
        put(tokens_[token], start);
      PageCell cell;
      cell.words = {start, made_.size()};
      cell.owner = ++owners_;
      for (std::uint32_t column = head.first_column; column <= head.last_column; ++column)
        grid.at(head.level, column) = cell;
    }
    // A head that no other stands over reaches up to the top.
    for (std::uint32_t column = 0; column < grid.columns; ++column) {
      for (std::uint32_t level = heads_.levels; level-- > 1;) {
        if (grid.is_empty(level - 1, column) && !grid.is_empty(level, column))
          grid.at(level - 1, column) = grid.at(level, column);
      }
    }
  }

  void write_body(TextGrid& grid) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].line >= words_.body) order.push_back(i);
    }
    const auto key = [&](std::uint32_t i) { return std::pair(row_index(i), column_[i]); };
    sort_stably(order, [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin + 1;
      while (end < order.size() && key(order[end]) == key(order[begin]))
        ++end;
      const std::uint32_t first = order[begin];
      const std::uint32_t row = heads_.levels + row_index(first), column = column_[first];
      PageCell& cell = grid.at(row, column);
      const std::uint32_t start = made_.size();
      std::uint32_t figures = 0;
      for (std::size_t i = begin; i < end; ++i) {
        put(tokens_[order[i]], start);
        figures += tokens_[order[i]].figure;
        cell.unsure = cell.unsure || unsure_[order[i]];
      }
      // Two figures, or a figure and words, in one place: which of them belongs elsewhere cannot be told.
      if (end - begin > 1 && figures > 0) cell.unsure = true;
      cell.words = {start, made_.size()};
      begin = end;
    }
    for (const std::uint32_t i : order)
      widen(grid, i);
  }

  std::uint32_t row_index(std::uint32_t token) const {
    const auto row = std::lower_bound(rows_.begin(), rows_.end(), place_of_[token],
                                      [](const Row& r, std::uint32_t place) { return r.place < place; });
    return static_cast<std::uint32_t>(std::min(row, rows_.end() - 1) - rows_.begin());
  }

  /// Words over several columns are one cell where the others are empty.
  void widen(TextGrid& grid, std::uint32_t token) const {
    const std::uint32_t row = heads_.levels + row_index(token), from = column_[token];
    for (std::uint32_t column = from + 1; column <= reach_[token]; ++column) {
      if (!grid.is_empty(row, column)) return;
      grid.at(row, column) = grid.at(row, from);
    }
  }

  void put(const ColumnToken& token, std::uint32_t start) {
    const Fragment* begin = words_.fragments.data() + token.first;
    if (made_.size() > start) made_.put_line_break(start, words_.words(*begin), false);
    made_.put_line(begin, words_.fragments.data() + token.last, number_, " ");
  }

  AlignedTokens words_;
  const std::vector<ColumnToken>& tokens_;
  std::int32_t number_;
  bool further_;
  MadeWords& made_;
  std::vector<Band> bands_;
  Sides sides_;
  AlignedHeads heads_;
  std::vector<std::uint32_t> column_;
  std::vector<std::uint32_t> reach_;
  std::vector<bool> unsure_;
  /// Of each token's row.
  std::vector<std::uint32_t> place_of_;
  std::vector<LabelGroup> groups_;
  std::vector<Row> rows_;
  float near_ = 1;
  std::uint32_t owners_ = 0;
};

}  // namespace

bool has_clear_columns(const PositionedText& positioned, const PageLines& page, const TableLines& lines) {
  if (lines.first >= lines.last) return false;
  MadeWords no_words(positioned.words);
  return TableReader(read_tokens(positioned, page, lines.first, lines.last), lines, no_words)
      .has_clear_columns();
}

bool read_aligned_table(const PositionedText& positioned, const PageLines& page, const TableLines& lines,
                        MadeWords& words, TextGrid& grid) {
  if (lines.first >= lines.last) return false;
  grid.top = page.lines[lines.first].top;
  grid.bottom = page.lines[lines.last - 1].top + page.lines[lines.last - 1].size;
  AlignedTokens tokens = read_tokens(positioned, page, lines.first, lines.last);
  return TableReader(std::move(tokens), lines, words).read(grid);
}

}  // namespace mingzhang
