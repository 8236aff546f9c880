// See page_parts.h.
#include "document/pages/page_parts.h"

#include "text/sorting.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mingzhang {
namespace {

/// Rulings no further apart than this are one: borders of neighbouring cells, double lines. In points.
constexpr float one_line = 3;
/// Dashes and borders drawn cell by cell leave gaps up to this.
constexpr float widest_dash_gap = 3;
/// A second stroke stands no further from the first than this, in ems.
constexpr float second_stroke = 0.2F;
/// A gap in ems before a character at which words fall apart.
constexpr float narrowest_break = 0.12F;
/// And no further from the line than this, in ems.
constexpr float farthest_break = 0.75F;

std::uint8_t usual_turns(const PositionedText& positioned, const PositionedPage& page) {
  std::array<std::uint64_t, 4> bytes{};
  for (std::uint32_t i = 0; i < page.runs; ++i) {
    const PlacedRun& run = positioned.runs[page.first_run + i];
    bytes[run.turns & 3] += run.words.size();
  }
  return static_cast<std::uint8_t>(std::max_element(bytes.begin(), bytes.end()) - bytes.begin());
}

struct Point {
  float x;
  float y;
};

/// Takes places on the page to places on the page turned back.
class Turn {
 public:
  Turn(std::uint8_t turns, float width, float height) : turns_(turns), width_(width), height_(height) {}

  Point operator()(float x, float y) const {
    switch (turns_) {
      case 1:
        return {y, width_ - x};
      case 2:
        return {width_ - x, height_ - y};
      case 3:
        return {height_ - y, x};
      default:
        return {x, y};
    }
  }
  bool swaps_axes() const { return turns_ % 2 == 1; }

 private:
  std::uint8_t turns_;
  float width_;
  float height_;
};

Fragment fragment_of(const PlacedRun& run, std::uint32_t index, std::uint8_t turns, const Turn& turn) {
  Fragment f;
  f.words = run.words;
  f.run = index;
  f.cut = run.cut;
  f.size = run.size;
  const Point start = turn(run.x, run.y);
  const int relative = (run.turns - turns) & 3;
  if (relative == 0) {
    f.x0 = start.x;
    f.x1 = start.x + run.width;
    f.y = start.y;
    return f;
  }
  constexpr float cosine[] = {1, 0, -1, 0}, sine[] = {0, 1, 0, -1};
  const float up = 0.35F * run.size, half = run.width / 2;
  const float x = start.x + half * cosine[relative] + up * sine[relative];
  f.turned = true;
  f.x0 = x - run.size / 2;
  f.x1 = x + run.size / 2;
  f.y = start.y + half * sine[relative] - up * cosine[relative] + up;
  return f;
}

/// Bold by a second stroke: the same words at nearly the same place.
void drop_second_strokes(const PositionedText& positioned, std::vector<Fragment>& fragments) {
  std::vector<std::uint32_t> order(fragments.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    order[i] = i;
  sort_stably(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(fragments[a].x0, a) < std::pair(fragments[b].x0, b);
  });
  constexpr std::size_t most_neighbours = 64;
  std::vector<bool> second(fragments.size(), false);
  bool any = false;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Fragment& a = fragments[order[i]];
    for (std::size_t j = i + 1; j < order.size() && j < i + most_neighbours; ++j) {
      const Fragment& b = fragments[order[j]];
      if (b.x0 - a.x0 > second_stroke * a.size) break;
      if (std::fabs(a.y - b.y) > second_stroke * a.size) continue;
      if (a.words.of(positioned.words) != b.words.of(positioned.words)) continue;
      second[std::max(order[i], order[j])] = any = true;
    }
  }
  if (!any) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    if (!second[i]) fragments[kept++] = fragments[i];
  }
  fragments.resize(kept);
}

/// Of lines next to each other the longest place counts; their stretches are joined.
void join_lines(std::vector<AxisLine>& lines) {
  sort_stably(lines, [](const AxisLine& a, const AxisLine& b) {
    return std::pair(a.at, a.from) < std::pair(b.at, b.from);
  });
  std::vector<AxisLine> joined;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && lines[end].at - lines[begin].at <= one_line)
      ++end;
    float sum = 0, length = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const float weight = lines[i].to - lines[i].from + 1;
      sum += lines[i].at * weight;
      length += weight;
    }
    std::sort(lines.begin() + static_cast<std::ptrdiff_t>(begin),
              lines.begin() + static_cast<std::ptrdiff_t>(end),
              [](const AxisLine& a, const AxisLine& b) { return a.from < b.from; });
    const std::size_t first = joined.size();
    for (std::size_t i = begin; i < end; ++i) {
      if (joined.size() > first && lines[i].from <= joined.back().to + widest_dash_gap) {
        joined.back().to = std::max(joined.back().to, lines[i].to);
      } else {
        joined.push_back({sum / length, lines[i].from, lines[i].to});
      }
    }
    begin = end;
  }
  lines = std::move(joined);
}

/// Start of each character of a run, and the end of the last.
float advance(const PositionedText& positioned, const PlacedRun& run, std::uint32_t character,
              char32_t value) {
  if (run.first_advance != PlacedRun::even) return positioned.advances[run.first_advance + character];
  return static_cast<float>(display_width(value)) * run.size / 2;
}

std::uint32_t characters_before(std::string_view words, Span run, std::uint32_t offset) {
  std::uint32_t count = 0;
  for (std::uint32_t at = run.start; at < offset; ++at)
    count += (static_cast<unsigned char>(words[at]) & 0xC0) != 0x80;
  return count;
}

}  // namespace

PageParts parts_of_page(const PositionedText& positioned, const PositionedPage& page) {
  const std::uint8_t turns = usual_turns(positioned, page);
  const Turn turn(turns, page.width, page.height);
  PageParts parts;
  parts.width = turn.swaps_axes() ? page.height : page.width;
  parts.height = turn.swaps_axes() ? page.width : page.height;
  parts.fragments.reserve(page.runs);
  for (std::uint32_t i = 0; i < page.runs; ++i) {
    const std::uint32_t index = page.first_run + i;
    parts.fragments.push_back(fragment_of(positioned.runs[index], index, turns, turn));
  }
  drop_second_strokes(positioned, parts.fragments);
  for (std::uint32_t i = 0; i < page.rulings; ++i) {
    const Ruling& r = positioned.rulings[page.first_ruling + i];
    Point a = turn(r.x0, r.y0), b = turn(r.x1, r.y1);
    if (a.x > b.x) std::swap(a.x, b.x);
    if (a.y > b.y) std::swap(a.y, b.y);
    if (b.x - a.x >= b.y - a.y) {
      parts.level.push_back({(a.y + b.y) / 2, a.x, b.x});
    } else {
      parts.upright.push_back({(a.x + b.x) / 2, a.y, b.y});
    }
  }
  join_lines(parts.level);
  join_lines(parts.upright);
  return parts;
}

Fragment part_of(const PositionedText& positioned, const Fragment& fragment, std::uint32_t first,
                 std::uint32_t last) {
  const PlacedRun& run = positioned.runs[fragment.run];
  const std::string_view words = positioned.words;
  Fragment part = fragment;
  float x = fragment.x0;
  const std::uint32_t skipped = characters_before(words, run.words, fragment.words.start);
  std::uint32_t character = 0;
  std::uint32_t at = fragment.words.start;
  for (; at < fragment.words.end && character < last; ++character) {
    if (character == first) {
      part.words.start = at;
      part.x0 = x;
    }
    const CodePoint c = decode_utf8(words, at);
    x += advance(positioned, run, skipped + character, c.value);
    at += c.size;
  }
  part.words.end = at;
  if (at < fragment.words.end) part.x1 = x;
  return part;
}

std::uint32_t break_at(const PositionedText& positioned, const Fragment& fragment, float x) {
  const PlacedRun& run = positioned.runs[fragment.run];
  if (run.first_advance == PlacedRun::even || fragment.turned) return 0;
  const std::string_view words = positioned.words;
  const std::uint32_t skipped = characters_before(words, run.words, fragment.words.start);
  // What digits and letters of this run take at least: more of it is a gap.
  float narrow = run.size;
  std::uint32_t count = 0;
  for (std::uint32_t at = fragment.words.start; at < fragment.words.end; ++count) {
    const CodePoint c = decode_utf8(words, at);
    const float taken = positioned.advances[run.first_advance + skipped + count];
    if (c.value >= U'0' && c.value <= U'9') narrow = std::min(narrow, taken);
    at += c.size;
  }
  float end = fragment.x0, nearest = farthest_break * run.size;
  std::uint32_t found = 0, character = 0;
  for (std::uint32_t at = fragment.words.start; at < fragment.words.end; ++character) {
    const CodePoint c = decode_utf8(words, at);
    const float taken = positioned.advances[run.first_advance + skipped + character];
    const float own = display_width(c.value) == 2 ? run.size : std::min(narrow, taken);
    end += taken;
    at += c.size;
    if (taken - own < narrowest_break * run.size && c.value != U' ') continue;
    const float middle = end - (taken - own) / 2;
    if (std::fabs(middle - x) >= nearest || character + 1 == count) continue;
    nearest = std::fabs(middle - x);
    found = character + 1;
  }
  return found;
}

}  // namespace mingzhang
