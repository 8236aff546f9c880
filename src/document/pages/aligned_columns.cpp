// See aligned_columns.h.
#include "document/pages/aligned_columns.h"

#include "text/sorting.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

/// Places beyond this are no page.
constexpr std::size_t widest_page = 4'096;
/// A place parts two columns if words cover it on no more than one line for so many on which it is white
/// between words: labels that reach over several columns do.
constexpr std::uint32_t lines_for_one = 8;

std::size_t place(float x) {
  return x <= 0 ? 0 : static_cast<std::size_t>(x);
}

class BandFinder {
 public:
  BandFinder(const std::vector<ColumnToken>& tokens, std::uint32_t body) : tokens_(tokens), body_(body) {}

  std::vector<Band> find() {
    float right = 0;
    for (const ColumnToken& token : tokens_)
      right = std::max(right, token.x1);
    if (!(right < static_cast<float>(widest_page))) return {};
    covered_.assign(place(right) + 2, 0);
    white_.assign(covered_.size(), 0);
    count();
    make_bands();
    part_codes_from_names();
    take_in();
    return std::move(bands_);
  }

 private:
  /// Of each place, on how many lines words cover it, and on how many it is white with words on both sides.
  void count() {
    const ColumnToken* before = nullptr;
    for (const ColumnToken& token : tokens_) {
      if (token.line < body_) continue;
      mark(covered_, std::floor(token.x0), std::ceil(token.x1));
      if (before != nullptr && before->line == token.line)
        mark(white_, std::ceil(before->x1), std::floor(token.x0));
      before = &token;
    }
    std::uint32_t covered = 0, white = 0;
    for (std::size_t x = 0; x < covered_.size(); ++x) {
      covered_[x] = covered += covered_[x];
      white_[x] = white += white_[x];
    }
  }
  /// Differences first, sums later.
  static void mark(std::vector<std::uint32_t>& places, float from, float to) {
    if (to <= from) return;
    ++places[place(from)];
    --places[std::min(place(to), places.size() - 1)];
  }

  void make_bands() {
    for (std::size_t x = 0; x < covered_.size();) {
      if (parts(x)) {
        ++x;
        continue;
      }
      std::size_t end = x;
      while (end < covered_.size() && !parts(end))
        ++end;
      Band band;
      band.x0 = static_cast<float>(x);
      band.x1 = static_cast<float>(end);
      bands_.push_back(band);
      x = end;
    }
  }
  bool parts(std::size_t x) const { return covered_[x] == 0 || covered_[x] * lines_for_one <= white_[x]; }

  /// A band with two words on several lines, a figure first and then words, is two.
  void part_codes_from_names() {
    std::vector<Band> parted;
    for (const Band& band : bands_) {
      std::uint32_t pairs = 0, others = 0;
      Band figures = band, words = band;
      figures.only_figures = words.only_words = true;
      figures.x0 = words.x0 = band.x1;
      figures.x1 = words.x1 = band.x0;
      const ColumnToken* before = nullptr;
      for (const ColumnToken& token : tokens_) {
        if (token.line < body_ || !band.overlaps(token)) continue;
        Band& own = token.figure ? figures : words;
        own.x0 = std::min(own.x0, token.x0);
        own.x1 = std::max(own.x1, token.x1);
        if (before != nullptr && before->line == token.line)
          ++(before->figure && !token.figure ? pairs : others);
        before = &token;
      }
      if (pairs > 1 && others == 0) {
        parted.push_back(figures);
        parted.push_back(words);
      } else {
        parted.push_back(band);
      }
    }
    bands_ = std::move(parted);
  }

  /// Words that no band holds, in a column with few of them, make bands of their own; those of one band may
  /// widen it.
  void take_in() {
    std::vector<Band> lonely;
    for (const ColumnToken& token : tokens_) {
      if (token.line < body_) continue;
      const bool held =
          std::any_of(bands_.begin(), bands_.end(), [&](const Band& b) { return b.overlaps(token); });
      if (held) continue;
      Band band;
      band.x0 = token.x0;
      band.x1 = token.x1;
      lonely.push_back(band);
    }
    sort_stably(lonely, [](const Band& a, const Band& b) { return a.x0 < b.x0; });
    for (const Band& band : lonely) {
      if (!made_.empty() && band.x0 < made_.back().x1) {
        made_.back().x1 = std::max(made_.back().x1, band.x1);
      } else {
        made_.push_back(band);
      }
    }
    bands_.insert(bands_.end(), made_.begin(), made_.end());
    sort_stably(bands_, [](const Band& a, const Band& b) { return a.x0 < b.x0; });
    std::vector<Band> widened = bands_;
    for (const ColumnToken& token : tokens_) {
      if (token.line < body_) continue;
      std::uint32_t last = 0;
      const std::uint32_t first = band_of(bands_, token, last);
      if (first != last) continue;
      Band& band = widened[first];
      band.x0 = std::min(band.x0, token.x0);
      band.x1 = std::max(band.x1, token.x1);
      ++(token.figure ? band.figures : band.words);
      band.amounts += token.amount;
    }
    bands_ = std::move(widened);
  }

  const std::vector<ColumnToken>& tokens_;
  std::uint32_t body_;
  std::vector<std::uint32_t> covered_;
  std::vector<std::uint32_t> white_;
  std::vector<Band> bands_;
  std::vector<Band> made_;
};

}  // namespace

std::vector<Band> find_bands(const std::vector<ColumnToken>& tokens, std::uint32_t body) {
  return BandFinder(tokens, body).find();
}

std::uint32_t band_of(const std::vector<Band>& bands, const ColumnToken& token, std::uint32_t& last) {
  std::uint32_t first = 0;
  bool found = false;
  for (std::uint32_t i = 0; i < bands.size(); ++i) {
    if (!bands[i].overlaps(token)) continue;
    if (!found) first = i;
    found = true;
    last = i;
  }
  if (found) return first;
  for (std::uint32_t i = 1; i < bands.size(); ++i) {
    const auto far = [&](std::uint32_t b) { return distance(bands[b].x0, bands[b].x1, token.x0, token.x1); };
    if (far(i) < far(first)) first = i;
  }
  last = first;
  return first;
}

}  // namespace mingzhang
