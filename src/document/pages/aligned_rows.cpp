// See aligned_rows.h.
#include "document/pages/aligned_rows.h"

#include <algorithm>
#include <limits>

namespace mingzhang {
namespace {

constexpr std::uint32_t most_lines_of_cell = 8;
/// Figures that stand beside a label may be set on the next line, no further away than this, in lines.
constexpr float beside = 1.3F;

// What a reading costs.
constexpr float goes_on_from_nothing = 60;
constexpr float goes_on_unfilled = 4;
constexpr float wider_gap = 1.5F;  // for each line of it
constexpr float two_rows_of_figures = 100;
constexpr float off_middle = 1;  // for each line
constexpr float below_first_line = 1;
constexpr float on_next_line = 1.5F;
constexpr float no_figures = 3;  // where every label has them
constexpr float no_figures_among_some = 0.5F;
constexpr float figures_without_label = 4;
constexpr float cut_after_full = 1.5F;
constexpr float unnumbered_among_numbered = 4;
/// Labels are numbered if this share of the lines begins a cell, in per cent; the others are second lines.
constexpr std::size_t numbered_per_cent = 40;

constexpr float impossible = std::numeric_limits<float>::max();

/// Where the figures of a cell stand.
enum class Claim : std::uint8_t { inside_or_none, above, below };

struct Best {
  float cost = impossible;
  std::uint32_t begin = 0;   // of the last cell
  std::uint32_t before = 0;  // whether the cell before it claimed the figures below itself
  Claim claim = Claim::inside_or_none;
};

class Cutter {
 public:
  Cutter(const std::vector<LabelLine>& labels, const std::vector<std::uint32_t>& anchors, float pitch,
         bool each_has_figures)
      : labels_(labels),
        anchors_(anchors),
        pitch_(pitch),
        without_(each_has_figures ? no_figures : no_figures_among_some) {
    usual_gap_ = std::numeric_limits<std::uint32_t>::max();
    for (std::size_t i = 1; i < labels.size(); ++i)
      usual_gap_ = std::min(usual_gap_, labels[i].line - labels[i - 1].line);
    std::size_t starting = 0;
    for (const LabelLine& label : labels)
      starting += label.starts;
    are_numbered_ = starting * 100 >= labels.size() * numbered_per_cent && starting > 2;
  }

  std::vector<LabelCell> cut() {
    const auto n = static_cast<std::uint32_t>(labels_.size());
    // best_[end][c]: the cheapest reading of the lines before `end`; c: its last cell claims figures below
    // it.
    best_.assign(2 * (std::size_t{n} + 1), {});
    best(0, 0).cost = 0;
    for (std::uint32_t end = 1; end <= n; ++end) {
      float going_on = 0;
      for (std::uint32_t size = 1; size <= most_lines_of_cell && size <= end; ++size) {
        if (size > 1) going_on += cost_of_going_on(end - size);
        extend(end - size, end, going_on);
      }
    }
    return trace(n);
  }

 private:
  Best& best(std::uint32_t end, std::uint32_t claimed) { return best_[2 * std::size_t{end} + claimed]; }

  /// Tries [first, end) as a cell behind each of the readings of what stands before it.
  void extend(std::uint32_t first, std::uint32_t end, float going_on) {
    const std::uint32_t from = labels_[first].line, to = labels_[end - 1].line;
    const std::uint32_t inside = anchors_between(from, to + 1);
    const std::uint32_t between = anchors_between(first == 0 ? 0 : labels_[first - 1].line + 1, from);
    for (std::uint32_t claimed = 0; claimed < 2; ++claimed) {
      const float before = best(first, claimed).cost;
      if (before == impossible || claimed > between) continue;
      const std::uint32_t left = between - claimed;
      const auto offer = [&](Claim claim, float cell) {
        const float unlabelled =
            figures_without_label * static_cast<float>(left - (claim == Claim::above ? 1 : 0));
        const float all = before + unlabelled + cost_of_cut(first) + going_on + cell;
        Best& known = best(end, claim == Claim::below ? 1 : 0);
        if (all < known.cost) known = {all, first, claimed, claim};
      };
      offer(Claim::inside_or_none, cost_of_cell(first, end - 1, inside));
      if (inside > 0) continue;
      if (left > 0 && near(anchor_before(from), from)) offer(Claim::above, on_next_line);
      if (const std::int64_t next = anchor_after(to); next >= 0 && near(to, next))
        offer(Claim::below, on_next_line);
    }
  }

  std::vector<LabelCell> trace(std::uint32_t n) {
    std::vector<LabelCell> cells;
    std::uint32_t claimed = best(n, 1).cost < best(n, 0).cost ? 1 : 0;
    for (std::uint32_t end = n; end > 0;) {
      const Best& last = best(end, claimed);
      LabelCell cell;
      cell.first = last.begin;
      cell.last = end - 1;
      const std::uint32_t from = labels_[cell.first].line, to = labels_[cell.last].line;
      if (last.claim == Claim::above) cell.anchor = anchor_before(from);
      if (last.claim == Claim::below) cell.anchor = anchor_after(to);
      if (last.claim == Claim::inside_or_none && anchors_between(from, to + 1) > 0)
        cell.anchor = *std::lower_bound(anchors_.begin(), anchors_.end(), from);
      cells.push_back(cell);
      claimed = last.before;
      end = last.begin;
    }
    std::reverse(cells.begin(), cells.end());
    return cells;
  }

  /// From line `at` to the next within one cell.
  float cost_of_going_on(std::uint32_t at) const {
    const LabelLine& line = labels_[at];
    const LabelLine& next = labels_[at + 1];
    float cost = next.starts ? goes_on_from_nothing : 0;
    if (!line.full) cost += goes_on_unfilled;
    return cost + wider_gap * static_cast<float>(next.line - line.line - usual_gap_) / pitch_;
  }

  /// A cell begins at line `first` although the one before it was full, or without a number where the others
  /// have one.
  float cost_of_cut(std::uint32_t first) const {
    if (labels_[first].starts || anchors_between(labels_[first].line, labels_[first].line + 1) > 0) return 0;
    const float unnumbered = are_numbered_ ? unnumbered_among_numbered : 0;
    return unnumbered + (first > 0 && labels_[first - 1].full ? cut_after_full : 0);
  }

  float cost_of_cell(std::uint32_t first, std::uint32_t last, std::uint32_t figures) const {
    const std::uint32_t from = labels_[first].line, to = labels_[last].line;
    if (figures == 0) return without_;
    if (figures > 1) return two_rows_of_figures * static_cast<float>(figures - 1);
    if (from == to) return 0;
    const std::uint32_t at = *std::lower_bound(anchors_.begin(), anchors_.end(), from);
    if (at == from) return below_first_line;
    const std::uint32_t above = at - from, below = to - at;
    return off_middle * static_cast<float>(above > below ? above - below : below - above) / pitch_;
  }

  /// In [from, to).
  std::uint32_t anchors_between(std::uint32_t from, std::uint32_t to) const {
    const auto begin = std::lower_bound(anchors_.begin(), anchors_.end(), from);
    return static_cast<std::uint32_t>(std::lower_bound(begin, anchors_.end(), to) - begin);
  }
  std::int64_t anchor_before(std::uint32_t line) const {
    const auto at = std::lower_bound(anchors_.begin(), anchors_.end(), line);
    return at == anchors_.begin() ? -1 : std::int64_t{*(at - 1)};
  }
  std::int64_t anchor_after(std::uint32_t line) const {
    const auto at = std::upper_bound(anchors_.begin(), anchors_.end(), line);
    return at == anchors_.end() ? -1 : std::int64_t{*at};
  }
  bool near(std::int64_t above, std::int64_t below) const {
    return above >= 0 && static_cast<float>(below - above) <= beside * pitch_;
  }

  const std::vector<LabelLine>& labels_;
  const std::vector<std::uint32_t>& anchors_;
  float pitch_;
  float without_;
  std::uint32_t usual_gap_;
  bool are_numbered_ = false;
  std::vector<Best> best_;
};

}  // namespace

std::vector<LabelCell> cut_labels(const std::vector<LabelLine>& labels,
                                  const std::vector<std::uint32_t>& anchors, float pitch,
                                  bool each_has_figures) {
  if (labels.empty()) return {};
  return Cutter(labels, anchors, pitch, each_has_figures).cut();
}

}  // namespace mingzhang
