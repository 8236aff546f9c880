// See aligned_heads.h.
#include "document/pages/aligned_heads.h"

#include "document/pages/head_groups.h"
#include "text/sorting.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mingzhang {
namespace {

/// A head further away from a column than this, in half ems, is not its head.
constexpr float farthest_head = 16;
// What a reading costs, in half ems of distance.
constexpr float head_without_column = 12;
constexpr float wide_head_without_column = 0.5F;
constexpr float wide_head_of_one_column = 2;
constexpr float figures_without_head = 3;
constexpr float labels_without_head = 1;
/// Heads that are no further from figures than their own by this could be meant.
constexpr float as_near = 2;
/// Lines of one head: no further apart than this, in lines, and around the same middle, in half ems.
constexpr float widest_line_gap = 2.2F;
constexpr float same_head = 2.2F;
/// Of heads over several columns, whose words may stand over one another by chance.
constexpr float nearest_lines = 1.5F;
/// Laid-out text moves words aside by up to this.
constexpr float farthest_stray = 5;

class HeadReader {
 public:
  HeadReader(const std::vector<ColumnToken>& tokens, std::uint32_t body, float pitch,
             std::vector<Band>& bands)
      : tokens_(tokens), body_(body), pitch_(pitch), bands_(bands) {}

  AlignedHeads read() {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].line < body_) heads_.push_back(i);
    }
    over_several_.assign(heads_.size(), false);
    for (std::size_t i = heads_.size(); i-- > 0;)
      over_several_[i] = is_over_several(heads_[i]);
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      if (over_several_[i]) {
        groups_.push_back(heads_[i]);
      } else {
        add_to_stack(heads_[i]);
      }
    }
    for (HeadStack& stack : stacks_)
      stack.wide = is_between(stack);
    sort_stably(stacks_, [](const HeadStack& a, const HeadStack& b) { return a.centre() < b.centre(); });
    if (!match_one_to_one()) {
      align();
      find_offset();
      if (join_strays() || has_offset_) align();
      while (take_rows_of_own())
        align();
    }
    AlignedHeads out;
    find_unsure(out.unsure_columns);
    add_columns(out.unsure_columns);
    group_heads(stacks_, stacks_of_groups(), tokens_, bands_, pitch_, out);
    return out;
  }

 private:
  bool overlap(const ColumnToken& a, float x0, float x1) const { return a.x0 < x1 && a.x1 > x0; }

  /// It stands over two words that stand beside each other further down, or over a head that does.
  bool is_over_several(std::uint32_t head) const {
    const ColumnToken& token = tokens_[head];
    float left_end = std::numeric_limits<float>::max(), right_start = -1;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      const ColumnToken& lower = tokens_[heads_[i]];
      if (lower.line <= token.line || !overlap(lower, token.x0, token.x1)) continue;
      if (i < over_several_.size() && over_several_[i]) return true;
      left_end = std::min(left_end, lower.x1);
      right_start = std::max(right_start, lower.x0);
    }
    return left_end <= right_start;
  }

  /// Lower heads stand on both sides of it, and none below it.
  bool is_between(float x0, float x1, std::uint32_t line) const {
    bool left = false, right = false;
    for (const std::uint32_t other : heads_) {
      const ColumnToken& lower = tokens_[other];
      if (lower.line <= line) continue;
      if (overlap(lower, x0, x1)) return false;
      left = left || lower.x1 <= x0;
      right = right || lower.x0 >= x1;
    }
    return left && right;
  }
  bool is_between(const HeadStack& stack) const {
    const std::uint32_t line = tokens_[stack.tokens.back()].line;
    return is_between(stack.x0, stack.x1, line);
  }

  void add_to_stack(std::uint32_t head) {
    const ColumnToken& token = tokens_[head];
    HeadStack* above = nullptr;
    for (HeadStack& stack : stacks_) {
      if (overlap(token, stack.x0, stack.x1) && tokens_[stack.tokens.back()].line < token.line)
        above = &stack;
    }
    if (above != nullptr && !goes_on(*above, token)) {
      // A head over this one and its neighbours, whose words happen to stand over this one alone.
      groups_.insert(groups_.end(), above->tokens.begin(), above->tokens.end());
      stacks_.erase(stacks_.begin() + (above - stacks_.data()));
      above = nullptr;
    }
    put(head, stacks_, above);
  }

  /// On the stack, or as the first of a new one.
  void put(std::uint32_t head, std::vector<HeadStack>& stacks, HeadStack* stack) const {
    const ColumnToken& token = tokens_[head];
    if (stack == nullptr) {
      stack = &stacks.emplace_back();
      stack->x0 = token.x0;
      stack->x1 = token.x1;
      stack->top = token.line;
    }
    stack->tokens.push_back(head);
    stack->x0 = std::min(stack->x0, token.x0);
    stack->x1 = std::max(stack->x1, token.x1);
  }

  /// The token is the next line of the same head: around the same middle, and right below it or on both sides
  /// of the line on which heads of one line stand.
  bool goes_on(const HeadStack& stack, const ColumnToken& token) const {
    const ColumnToken& last = tokens_[stack.tokens.back()];
    if (std::fabs(last.centre() - token.centre()) > same_head) return false;
    return follows(last, token);
  }
  bool follows(const ColumnToken& last, const ColumnToken& token) const {
    if (static_cast<float>(token.line - last.line) / pitch_ > widest_line_gap) return false;
    std::uint32_t between = 0;
    bool alone = false;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      const ColumnToken& other = tokens_[heads_[i]];
      if (other.line <= last.line || other.line >= token.line) continue;
      if (between != other.line && between != 0) return false;
      between = other.line;
      alone = alone || (!over_several_[i] && is_alone(heads_[i]));
    }
    return between != 0 ? alone : has_line_to_itself(last, token);
  }

  /// Nothing stands near above or below it but what stands over several.
  bool is_alone(std::uint32_t head) const {
    const ColumnToken& token = tokens_[head];
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      const ColumnToken& other = tokens_[heads_[i]];
      const std::uint32_t apart = other.line > token.line ? other.line - token.line : token.line - other.line;
      if (apart == 0 || static_cast<float>(apart) / pitch_ > widest_line_gap) continue;
      if (!over_several_[i] && overlap(other, token.x0, token.x1)) return false;
    }
    return true;
  }

  /// Right below: the words beside the lower one have words above them too, so the upper one stands over it
  /// alone.
  bool has_line_to_itself(const ColumnToken& last, const ColumnToken& token) const {
    for (const std::uint32_t head : heads_) {
      const ColumnToken& beside = tokens_[head];
      if (beside.line != token.line || &beside == &token) continue;
      const bool near = distance(beside.x0, beside.x1, token.x0, token.x1) < last.x1 - last.x0 + same_head;
      const bool covered = std::any_of(heads_.begin(), heads_.end(), [&](std::uint32_t h) {
        return tokens_[h].line == last.line && overlap(tokens_[h], beside.x0, beside.x1);
      });
      if (near && !covered) return false;
    }
    return true;
  }

  /// Lines of one head over several columns together.
  std::vector<HeadStack> stacks_of_groups() const {
    std::vector<HeadStack> stacks;
    std::vector<std::uint32_t> groups = groups_;
    std::sort(groups.begin(), groups.end());
    for (const std::uint32_t group : groups) {
      const ColumnToken& token = tokens_[group];
      HeadStack* above = nullptr;
      for (HeadStack& stack : stacks) {
        const float gap = static_cast<float>(token.line - tokens_[stack.tokens.back()].line) / pitch_;
        if (overlap(token, stack.x0, stack.x1) && gap < nearest_lines && goes_on(stack, token))
          above = &stack;
      }
      put(group, stacks, above);
    }
    return stacks;
  }

  /// How far a band is from standing under a head. Figures end at the right side of their column and heads
  /// stand in the middle: so the one is as far from the other in all columns, once that is known.
  float distance_of(const HeadStack& stack, const Band& band) const {
    if (!has_offset_ || !band.holds_amounts()) return distance(stack.x0, stack.x1, band.x0, band.x1);
    return std::fabs(band.x1 - stack.centre() - offset_);
  }

  /// Heads beside the head of a column, in the same line, are heads of columns too, and no heads over
  /// several.
  bool take_rows_of_own() {
    bool taken = false;
    for (std::size_t i = 0; i < stacks_.size(); ++i) {
      if (!stacks_[i].wide || stacks_[i].column >= 0) continue;
      if (!is_beside_own(i, -1) && !is_beside_own(i, 1)) continue;
      stacks_[i].wide = false;
      taken = true;
    }
    return taken;
  }

  /// Heads over several columns, further up, may stand between.
  bool is_beside_own(std::size_t index, std::ptrdiff_t step) const {
    const auto last_line = [&](const HeadStack& s) { return tokens_[s.tokens.back()].line; };
    const HeadStack& stack = stacks_[index];
    for (std::size_t other = index + static_cast<std::size_t>(step); other < stacks_.size();
         other += static_cast<std::size_t>(step)) {
      const HeadStack& beside = stacks_[other];
      const bool own = !beside.wide || beside.column >= 0;
      if (!own && last_line(beside) < stack.top) continue;
      return own && beside.top == stack.top && last_line(beside) == last_line(stack);
    }
    return false;
  }

  /// The second line of a head that laid-out text has moved aside: 公务接 with 待费 further left.
  bool join_strays() {
    for (std::size_t i = 0; i < stacks_.size(); ++i) {
      if (stacks_[i].column >= 0 || stacks_[i].wide) continue;
      for (const std::size_t other : {i - 1, i + 1}) {
        if (other >= stacks_.size() || stacks_[other].column < 0) continue;
        HeadStack& to = stacks_[other];
        const ColumnToken& first = tokens_[stacks_[i].tokens.front()];
        const ColumnToken& last = tokens_[to.tokens.back()];
        if (first.line <= last.line || distance(to.x0, to.x1, stacks_[i].x0, stacks_[i].x1) > farthest_stray)
          continue;
        if (!follows(last, first)) continue;
        to.tokens.insert(to.tokens.end(), stacks_[i].tokens.begin(), stacks_[i].tokens.end());
        stacks_.erase(stacks_.begin() + static_cast<std::ptrdiff_t>(i));
        join_strays();
        return true;
      }
    }
    return false;
  }

  void find_offset() {
    std::vector<float> offsets;
    for (const HeadStack& stack : stacks_) {
      if (stack.column < 0) continue;
      const Band& band = bands_[static_cast<std::size_t>(stack.column)];
      if (band.holds_amounts()) offsets.push_back(band.x1 - stack.centre());
    }
    if (offsets.size() < 3) return;
    const auto middle = offsets.begin() + static_cast<std::ptrdiff_t>(offsets.size() / 2);
    std::nth_element(offsets.begin(), middle, offsets.end());
    offset_ = *middle;
    has_offset_ = true;
  }

  /// Figures whose head could as well be the one beside it, which has no figures of its own.
  void find_unsure(std::vector<bool>& unsure) const {
    unsure.assign(bands_.size(), false);
    for (std::size_t i = 0; i < stacks_.size(); ++i) {
      if (stacks_[i].column < 0) continue;
      const auto column = static_cast<std::size_t>(stacks_[i].column);
      if (!bands_[column].holds_amounts()) continue;
      const float own = distance_of(stacks_[i], bands_[column]);
      for (const std::size_t other : {i - 1, i + 1}) {
        if (other >= stacks_.size() || stacks_[other].column >= 0 || stacks_[other].wide) continue;
        if (distance_of(stacks_[other], bands_[column]) <= own + as_near) unsure[column] = true;
      }
    }
  }

  /// As many heads in the lowest line as there are columns of figures, and all others over them: each has its
  /// own, wherever laid-out text has set them.
  bool match_one_to_one() {
    if (heads_.empty()) return false;
    const std::uint32_t line = tokens_[heads_.back()].line;
    std::vector<HeadStack*> lowest;
    for (HeadStack& stack : stacks_) {
      if (tokens_[stack.tokens.back()].line == line) lowest.push_back(&stack);
    }
    const bool figures =
        std::all_of(bands_.begin(), bands_.end(), [](const Band& b) { return b.holds_figures(); });
    if (!figures || lowest.size() != bands_.size() || lowest.size() < 2) return false;
    const float left = lowest.front()->x0, right = lowest.back()->x1;
    const bool over = std::all_of(stacks_.begin(), stacks_.end(),
                                  [&](const HeadStack& s) { return s.x0 >= left && s.x1 <= right; });
    if (!over) return false;
    for (HeadStack& stack : stacks_)
      stack.wide = true;
    for (std::size_t i = 0; i < lowest.size(); ++i) {
      HeadStack& stack = *lowest[i];
      stack.column = static_cast<std::int32_t>(i);
      while (stack.tokens.size() > 1 && tokens_[stack.tokens.front()].line < line) {
        groups_.push_back(stack.tokens.front());
        stack.tokens.erase(stack.tokens.begin());
      }
      stack.top = line;
      stack.x0 = tokens_[stack.tokens.front()].x0;
      stack.x1 = tokens_[stack.tokens.back()].x1;
    }
    return true;
  }

  /// The cheapest way to give stacks to bands in order; stack.column becomes the band's index.
  void align() {
    const std::size_t m = stacks_.size(), n = bands_.size();
    constexpr float none_yet = std::numeric_limits<float>::max();
    std::vector<float> cost((m + 1) * (n + 1), none_yet);
    std::vector<std::uint8_t> step(cost.size(), 0);
    const auto at = [&](std::size_t i, std::size_t j) { return i * (n + 1) + j; };
    cost[0] = 0;
    for (HeadStack& stack : stacks_)
      stack.column = -1;
    for (std::size_t i = 0; i <= m; ++i) {
      for (std::size_t j = 0; j <= n; ++j) {
        const auto offer = [&](float price, std::uint8_t how) {
          if (price >= cost[at(i, j)]) return;
          cost[at(i, j)] = price;
          step[at(i, j)] = how;
        };
        if (i > 0 && j > 0) {
          const float far = distance_of(stacks_[i - 1], bands_[j - 1]);
          const float extra = stacks_[i - 1].wide ? wide_head_of_one_column : 0;
          if (far <= farthest_head) offer(cost[at(i - 1, j - 1)] + far + extra, 1);
        }
        if (i > 0)
          offer(cost[at(i - 1, j)] + (stacks_[i - 1].wide ? wide_head_without_column : head_without_column),
                2);
        if (j > 0) {
          const bool figures = bands_[j - 1].holds_figures();
          offer(cost[at(i, j - 1)] + (figures ? figures_without_head : labels_without_head), 3);
        }
      }
    }
    for (std::size_t i = m, j = n; i > 0 || j > 0;) {
      const std::uint8_t how = step[at(i, j)];
      if (how == 1) stacks_[i - 1].column = static_cast<std::int32_t>(j - 1);
      if (how != 3) --i;
      if (how != 2) --j;
    }
  }

  /// Heads without a column are heads of empty ones, or stand over several.
  void add_columns(std::vector<bool>& unsure) {
    std::vector<HeadStack> kept;
    for (std::size_t i = 0; i < stacks_.size(); ++i) {
      HeadStack& stack = stacks_[i];
      if (stack.column < 0 && stack.wide) {
        groups_.insert(groups_.end(), stack.tokens.begin(), stack.tokens.end());
        continue;
      }
      if (stack.column < 0) {
        add_column(i);
        unsure.insert(unsure.begin() + stack.column, false);
      }
      kept.push_back(stack);
    }
    stacks_ = std::move(kept);
    std::sort(groups_.begin(), groups_.end());
  }

  void add_column(std::size_t index) {
    std::int32_t before = -1;
    for (std::size_t i = 0; i < index; ++i)
      before = std::max(before, stacks_[i].column);
    Band band;
    band.x0 = stacks_[index].x0;
    band.x1 = stacks_[index].x1;
    // Bands without a head of their own stand on one side or the other.
    auto at = static_cast<std::size_t>(before + 1);
    while (at < bands_.size() && bands_[at].centre() < band.centre() && !has_head(at))
      ++at;
    bands_.insert(bands_.begin() + static_cast<std::ptrdiff_t>(at), band);
    for (HeadStack& stack : stacks_) {
      if (stack.column >= static_cast<std::int32_t>(at)) ++stack.column;
    }
    stacks_[index].column = static_cast<std::int32_t>(at);
  }
  bool has_head(std::size_t band) const {
    return std::any_of(stacks_.begin(), stacks_.end(),
                       [&](const HeadStack& s) { return s.column == static_cast<std::int32_t>(band); });
  }

  const std::vector<ColumnToken>& tokens_;
  std::uint32_t body_;
  float pitch_;
  std::vector<Band>& bands_;
  std::vector<std::uint32_t> heads_;
  std::vector<bool> over_several_;
  std::vector<HeadStack> stacks_;
  std::vector<std::uint32_t> groups_;
  bool has_offset_ = false;
  float offset_ = 0;
};

}  // namespace

AlignedHeads read_heads(const std::vector<ColumnToken>& tokens, std::uint32_t body, float pitch,
                        std::vector<Band>& bands) {
  return HeadReader(tokens, body, pitch, bands).read();
}

}  // namespace mingzhang
