// See page_lines.h.
#include "document/pages/page_lines.h"

#include "document/heading.h"
#include "document/lines.h"
#include "document/pages/made_words.h"
#include "document/table_shape.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mingzhang {
namespace {

/// Gaps, in half ems, that part two cells; between words of one they are narrower.
constexpr float cell_gap = 3;
/// Wider gaps stand in tables only.
constexpr std::uint32_t narrowest_column_gap = 8;
constexpr std::size_t longest_page_number = 40;
constexpr int leader_dots = 6;

bool is_single_character(std::string_view words) {
  return decode_utf8(words, 0).size == words.size();
}

std::uint32_t width_of(std::string_view words) {
  std::uint32_t columns = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_utf8(words, at);
    columns += static_cast<std::uint32_t>(display_width(c.value));
    at += c.size;
  }
  return columns;
}

bool has_leaders(std::string_view words) {
  int dots = 0;
  for (std::size_t at = 0; at < words.size() && dots < leader_dots;) {
    const CodePoint c = decode_utf8(words, at);
    dots = c.value == U'…' || c.value == U'.' || c.value == U'·' || c.value == U'．' ? dots + 1 : 0;
    at += c.size;
  }
  return dots >= leader_dots;
}

class LineMaker {
 public:
  LineMaker(const PositionedText& positioned, float usual_size)
      : words_(positioned.words), laid_out_(positioned.words_are_input), half_em_(usual_size / 2) {}

  void describe(const std::vector<Fragment>& fragments, VisualLine& line, std::string& text) const {
    const Fragment* f = &fragments[line.first];
    const std::uint32_t n = line.last - line.first;
    line.top = f->y - f->size;
    line.words.start = static_cast<std::uint32_t>(text.size());
    line.cells = 0;
    float place = laid_out_ ? f->x0 : f->x0 / half_em_;
    line.indent = rounded(place);
    bool single = true;
    std::uint32_t cell = line.words.start;
    for (std::uint32_t i = 0; i < n; ++i) {
      const std::string_view words = f[i].words.of(words_);
      line.size = std::max(line.size, f[i].size);
      if (i > 0) {
        const float gap = laid_out_ ? f[i].x0 - f[i - 1].x1 : (f[i].x0 - f[i - 1].x1) / half_em_;
        if (gap >= cell_gap) {
          end_cell(line, text, cell, single);
          cell = static_cast<std::uint32_t>(text.size()) + 2;
          line.widest_gap = std::max(line.widest_gap, rounded(gap));
        }
        place += gap;
        if (gap >= 1) text.append(gap >= cell_gap ? 2 : 1, ' ');
      }
      text += words;
      place += laid_out_ ? static_cast<float>(width_of(words)) : (f[i].x1 - f[i].x0) / half_em_;
    }
    end_cell(line, text, cell, single);
    line.words.end = static_cast<std::uint32_t>(text.size());
    line.spaced_out = single && line.cells > 1;
    line.right = rounded(laid_out_ ? place : f[n - 1].x1 / half_em_);
    line.leaders = has_leaders(line.words.of(text));
  }

 private:
  static std::uint32_t rounded(float value) {
    return value <= 0 ? 0 : static_cast<std::uint32_t>(std::lround(std::min(value, 1e6F)));
  }

  static void end_cell(VisualLine& line, std::string_view text, std::uint32_t start, bool& single) {
    const Span cell = trimmed_span(text, {start, static_cast<std::uint32_t>(text.size())});
    const std::string_view words = cell.of(text);
    single = single && is_single_character(words);
    line.figures += is_figure(words);
    // The gap after a heading's number parts no cells: 第一部分   部门概况.
    const auto heading = line.cells == 0 ? parse_heading(text, cell) : std::nullopt;
    if (!heading || !heading->title.empty()) ++line.cells;
  }

  std::string_view words_;
  bool laid_out_;
  float half_em_;
};

/// Distance of most lines to the next one.
float usual_pitch(const std::vector<VisualLine>& lines, const std::vector<float>& baselines) {
  std::vector<float> pitches;
  for (std::size_t i = 1; i < lines.size(); ++i)
    pitches.push_back(baselines[i] - baselines[i - 1]);
  if (pitches.empty()) return 1;
  const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
  std::nth_element(pitches.begin(), middle, pitches.end());
  return std::max(*middle, 1.0F);
}

}  // namespace

bool VisualLine::may_be_prose() const {
  return !leaders && (!columnar() || widest_gap < narrowest_column_gap);
}

PageLines lines_of(const PositionedText& positioned, std::vector<Fragment> fragments, float usual_size) {
  PageLines page;
  page.usual_size = usual_size;
  const std::vector<std::uint32_t> starts = sort_into_lines(fragments);
  const LineMaker maker(positioned, usual_size);
  page.lines.resize(starts.size() - 1);
  std::vector<float> baselines(page.lines.size());
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    page.lines[i].first = starts[i];
    page.lines[i].last = starts[i + 1];
    baselines[i] = fragments[starts[i]].y;
    maker.describe(fragments, page.lines[i], page.text);
  }
  if (!positioned.words_are_input) page.pitch = usual_pitch(page.lines, baselines);
  for (std::size_t i = 1; i < page.lines.size(); ++i) {
    const float room = (baselines[i] - baselines[i - 1]) / page.pitch - 1;
    page.lines[i].blanks = room < 0.5F ? 0 : static_cast<std::uint32_t>(std::lround(room));
  }
  page.fragments = std::move(fragments);
  return page;
}

float usual_size_of(const std::vector<Fragment>& fragments) {
  constexpr int largest = 400;  // half points
  std::array<std::uint64_t, largest + 1> bytes{};
  for (const Fragment& f : fragments) {
    const long size = std::lround(std::clamp(f.size * 2, 1.0F, static_cast<float>(largest)));
    bytes[static_cast<std::size_t>(size)] += f.words.size();
  }
  const auto most = std::max_element(bytes.begin(), bytes.end());
  return *most == 0 ? 1 : static_cast<float>(most - bytes.begin()) / 2;
}

bool ends_sentence(std::string_view words) {
  return words.ends_with("。") || words.ends_with("；") || words.ends_with("：") || words.ends_with("！") ||
         words.ends_with("？");
}

bool is_page_number(std::string_view words) {
  if (words.size() > longest_page_number) return false;
  int digits = 0, most = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = decode_utf8(words, at);
    const bool digit = c.value >= U'0' && c.value <= U'9';
    const bool around = c.value == U'-' || c.value == U'—' || c.value == U'－' || c.value == U'–' ||
                        c.value == U'第' || c.value == U'页' || c.value == U'共' || c.value == U'/' ||
                        c.value == U'，' || c.value == U'·' || is_space(c.value);
    if (!digit && !around) return false;
    digits = digit ? digits + 1 : 0;
    most = std::max(most, digits);
    at += c.size;
  }
  return most >= 1 && most <= 3;
}

bool is_table_number(std::string_view words) {
  const std::string plain = without_spaces(words);
  constexpr std::size_t longest = 24;
  if (plain.size() > longest || plain.find("表") == std::string::npos) return false;
  std::size_t digits = 0;
  for (const char c : plain)
    digits += c >= '0' && c <= '9';
  const bool starts = plain.starts_with("公开") || plain.starts_with("附表") || plain.starts_with("附件") ||
                      plain.starts_with("表");
  return digits > 0 && starts;
}

bool names_body_or_day(std::string_view words) {
  const std::string plain = without_spaces(words);
  for (const std::string_view label : {std::string_view("部门"), std::string_view("单位"),
                                       std::string_view("部门名称"), std::string_view("单位名称")}) {
    for (const std::string_view colon : {std::string_view("："), std::string_view(":")}) {
      const std::size_t at = plain.find(std::string(label) + std::string(colon));
      constexpr std::size_t longest_before = 12;  // 预算主管, 编制
      if (at != std::string::npos && at <= longest_before) return true;
    }
  }
  return plain.ends_with("日") && plain.find("年") != std::string::npos;
}

}  // namespace mingzhang
