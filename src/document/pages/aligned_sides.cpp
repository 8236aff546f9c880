// See aligned_sides.h.
#include "document/pages/aligned_sides.h"

#include <algorithm>

namespace mingzhang {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_code(std::string_view words) {
  return words.size() >= 2 && words.size() <= 9 && std::all_of(words.begin(), words.end(), is_digit);
}

class SideFinder {
 public:
  SideFinder(const AlignedTokens& words, const std::vector<Band>& bands) : words_(words), bands_(bands) {}

  Sides find() {
    out_.of_band.assign(bands_.size(), 0);
    bool figures = false;
    for (std::uint32_t i = 0; i < bands_.size(); ++i) {
      const bool label = !bands_[i].holds_figures() && bands_[i].words > 0;
      const bool code = !label && i + 1 < bands_.size() && is_code_band(i);
      const bool begins = out_.list.empty() || (figures && (label || (code && leads_to_label(i))));
      if (begins) {
        out_.list.push_back({});
        out_.list.back().first = i;
        figures = false;
      }
      TableSide& side = out_.list.back();
      side.last = i;
      out_.of_band[i] = static_cast<std::uint32_t>(out_.list.size()) - 1;
      if (label) side.labels.push_back(i);
      figures = figures || (!label && !side.labels.empty());
    }
    for (std::uint32_t i = 0; i < out_.list.size(); ++i)
      find_anchors(i);
    return std::move(out_);
  }

 private:
  /// Lines with figures. Codes may be set on the line before or after the amounts of their row; they count to
  /// that.
  void find_anchors(std::uint32_t index) {
    TableSide& side = out_.list[index];
    std::vector<std::uint32_t> codes;
    const std::uint32_t first_label = side.labels.empty() ? side.first : side.labels.front();
    for (const ColumnToken& token : words_.tokens) {
      if (token.line < words_.body || !token.figure) continue;
      std::uint32_t last = 0;
      band_of(bands_, token, last);
      if (out_.of_band[last] != index) continue;
      std::vector<std::uint32_t>& lines = last < first_label ? codes : side.anchors;
      if (lines.empty() || lines.back() != token.line) lines.push_back(token.line);
    }
    const std::vector<std::uint32_t> amounts = side.anchors;
    const auto among = [](const std::vector<std::uint32_t>& lines, std::uint32_t line) {
      return std::binary_search(lines.begin(), lines.end(), line);
    };
    for (const std::uint32_t code : codes) {
      if (among(amounts, code)) continue;
      auto to = std::lower_bound(amounts.begin(), amounts.end(), code);
      if (to == amounts.end() || !words_.is_beside(*to, code) || among(codes, *to)) {
        const bool above =
            to != amounts.begin() && words_.is_beside(*(to - 1), code) && !among(codes, *(to - 1));
        to = above ? to - 1 : amounts.end();
      }
      if (to == amounts.end()) {
        side.anchors.push_back(code);
      } else {
        side.moved.emplace_back(code, *to);
      }
    }
    std::sort(side.anchors.begin(), side.anchors.end());
  }

  bool is_code_band(std::uint32_t index) const {
    std::uint32_t codes = 0, all = 0;
    for (const ColumnToken& token : words_.tokens) {
      if (token.line < words_.body || !bands_[index].overlaps(token)) continue;
      ++all;
      codes += token.figure && is_code(words_.first_words(token));
    }
    return all > 0 && codes * 10 >= all * 7;
  }

  /// Codes follow until a label does.
  bool leads_to_label(std::uint32_t index) const {
    while (index < bands_.size() && bands_[index].holds_figures() && is_code_band(index))
      ++index;
    return index < bands_.size() && !bands_[index].holds_figures() && bands_[index].words > 0;
  }

  const AlignedTokens& words_;
  const std::vector<Band>& bands_;
  Sides out_;
};

}  // namespace

std::uint32_t Sides::row_line(const ColumnToken& token, std::uint32_t band) const {
  const TableSide& side = of(band);
  if (!side.labels.empty() && band > side.labels.front()) return token.line;
  for (const auto& [from, to] : side.moved) {
    if (from == token.line) return to;
  }
  return token.line;
}

Sides find_sides(const AlignedTokens& words, const std::vector<Band>& bands) {
  return SideFinder(words, bands).find();
}

}  // namespace mingzhang
