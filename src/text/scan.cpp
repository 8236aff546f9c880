// The quantity scanner: finds each place where a figure begins and asks, in this order, what it designates
// and what it measures. Tested in tests/unit/text/quantity_test.cpp, against a slow twin in
// scan_twin_test.cpp.
#include "text/calendar.h"
#include "text/character_set.h"
#include "text/designation.h"
#include "text/figure.h"
#include "text/measure.h"
#include "text/numeral.h"
#include "text/place.h"
#include "text/quantity.h"
#include "text/surroundings.h"

#include <algorithm>
namespace mingzhang {
namespace {

/// Where a mention can begin.
constexpr CharacterSet starts(
    "0123456789０１２３４５６７８９〇零一二三四五六七八九十两百千万亿壹贰叁肆伍陆柒捌玖拾佰仟");
/// What stands behind the numerals of a mention, or before them, as far as it is words that make them one.
constexpr CharacterSet follows_numeral(
    "年月日届大余多几来%％﹪元个人名件辆部台套次项平㎡m户期批份处天）)〕】、.．，,");
constexpr CharacterSet leads_numeral("第表图件 　\n\r\t");

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// 一 in these is an article or part of a word: 另一个, 每一项, 统一.
bool is_article(std::string_view text, std::size_t start, std::size_t end, std::size_t unit_end) {
  if (text.substr(start, end - start) != "一") return false;
  if (!any_at(text, end, {"次性", "件事", "期工程"}).empty() || stands_at(text, unit_end, "一")) return true;
  return !any_ends_at(text, start, {"统", "唯", "单", "之", "同", "逐", "专", "如", "划", "合",
                                    "归", "某", "每", "任", "另", "其", "这", "那", "哪", "首",
                                    "上", "下", "前", "后", "当", "新", "进", "隔", "万", "第"})
              .empty();
}

/// “四个干”, 两个维护, 八项规定: names, not numbers.
bool is_slogan(std::string_view text, std::size_t start, std::size_t unit_end) {
  if (!any_ends_at(text, start, {"“", "‘", "「", "『", "\"", "《"}).empty()) return true;
  return !any_at(text, unit_end, {"一", "意识", "自信", "维护", "确立", "全面", "代表”", "规定", "班子"})
              .empty();
}

class Scanner {
 public:
  Scanner(std::string_view text, std::uint32_t base, std::vector<Mention>& out)
      : text_(text), base_(base), out_(out) {}

  void run() {
    for (std::size_t at = next_start(0); at < text_.size(); at = next_start(at)) {
      at = digit_at(text_, at).size > 0 ? take_figure(at) : take_words(at);
    }
  }

 private:
  /// The fast path: most of a text begins no mention.
  std::size_t next_start(std::size_t at) const {
    const std::size_t size = text_.size();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    while (at < size) {
      const std::uint8_t first = bytes[at];
      if (first < 0x80) {
        if (starts.has_ascii(first)) return at;
        ++at;
      } else if ((first & 0xF0) == 0xE0 && at + 2 < size &&
                 ((bytes[at + 1] ^ 0x80) | (bytes[at + 2] ^ 0x80)) < 0x40) {
        if (starts.has(first, bytes[at + 1], bytes[at + 2])) return at;
        at += 3;
      } else {
        ++at;
      }
    }
    return size;
  }

  Span span(std::size_t start, std::size_t end) const {
    return {base_ + static_cast<std::uint32_t>(start), base_ + static_cast<std::uint32_t>(end)};
  }

  std::size_t add(const Designation& found) {
    Mention& mention = out_.emplace_back();
    mention.kind = found.kind;
    mention.quantity.span = span(found.start, found.end);
    mention.quantity.digits = span(found.digits_start, found.digits_end);
    mention.year = found.year;
    mention.month = found.month;
    mention.day = found.day;
    before_ = {found.kind, found.end};
    return found.end;
  }

  std::size_t add_quantity(const PrintedMeasure& measure, std::size_t start, std::size_t end, bool in_words) {
    Mention& mention = out_.emplace_back();
    Quantity& quantity = mention.quantity;
    quantity.value = measure.value;
    quantity.unit = measure.unit;
    quantity.in_words = in_words;
    quantity.digits = span(start, std::max(end, measure.digits_end));
    const std::size_t minus = minus_before(text_, start, before_.end);
    if (minus > 0 && !in_words) quantity.value = -quantity.value;
    const std::size_t first = in_words ? start : start - minus;
    const Bound front = bound_before(text_, first, before_.end);
    const Bound back = bound_behind(text_, measure.end, measure.unit);
    quantity.comparator = front.comparator != Comparator::equal ? front.comparator : back.comparator;
    quantity.coarse = measure.coarse || front.coarse || back.coarse;
    quantity.span = span(front.edge, back.edge);
    before_ = {MentionKind::quantity, back.edge};
    return back.edge;
  }

  std::size_t take_figure(std::size_t start) {
    const PrintedFigure figure = figure_at(text_, start);
    if (figure.too_long) return figure.end;
    if (splits_into_item_and_year(figure)) {
      const std::size_t end = integer_at(text_, start).end;
      return add({MentionKind::ordinal, start, end, start, end});
    }
    if (auto found = designation_of(text_, figure, before_)) return add(*found);
    if (figure.dotted) return figure.end;
    PrintedMeasure measure = measure_of(text_, figure);
    if (is_part_of_name(figure, measure)) return figure.end;
    std::size_t first = start;
    if (measure.unit == Unit::none && ends_at(text_, start, "百分之")) {
      measure.unit = Unit::percent;
      first = start - std::string_view("百分之").size();
    }
    const std::size_t end = add_quantity(measure, first, figure.end, false);
    if (first != start) out_.back().quantity.digits = span(start, figure.end);
    return end;
  }

  /// 1.2020年部门预算: the number of a heading, then a year.
  bool splits_into_item_and_year(const PrintedFigure& figure) const {
    if (figure.dotted || figure.grouped || figure.value.decimals() != 4) return false;
    const PrintedFigure whole = integer_at(text_, figure.start);
    if (whole.digits > 2 || !stands_at(text_, after_spaces(text_, figure.end), "年")) return false;
    const std::size_t point = stands_at(text_, whole.end, ".") ? 1 : 3;
    return is_year(integer_at(text_, whole.end + point).small_integer());
  }

  /// A4, GB18030, W-08, 5G; a strategy's name “123348”.
  bool is_part_of_name(const PrintedFigure& figure, const PrintedMeasure& measure) const {
    if (measure.unit != Unit::none || measure.multiplied) return false;
    if (ends_at(text_, figure.start, "“") && stands_at(text_, figure.end, "”")) return true;
    const std::size_t before = ends_at(text_, figure.start, "-") ? figure.start - 1 : figure.start;
    if (before > 0 && is_letter(text_[before - 1])) return true;
    return figure.end < text_.size() && text_[figure.end] >= 'A' && text_[figure.end] <= 'Z';
  }

  std::size_t take_words(std::size_t start) {
    if (stands_at(text_, start, "百分之")) return take_percentage(start);
    const std::size_t end = numeral_end(text_, start);
    if (numeral_character(text_, start).value > numeral_power + 1) return end;  // 千方百计, 万元, 百姓
    if (!follows_numeral.at(text_, end) && !leads_numeral.before(text_, start)) return end;
    if (auto found = designation_of_words(text_, start, end, before_)) return add(*found);
    const std::string_view words = text_.substr(start, end - start);
    if (is_positional_numeral(words) && words.size() < 9) return end;  // 三四个, 七五
    const PrintedMeasure measure = measure_of_words(text_, start, end);
    if (measure.unit == Unit::none || is_article(text_, start, end, measure.end) ||
        is_slogan(text_, start, measure.end)) {
      return end;
    }
    return add_quantity(measure, start, end, true);
  }

  /// 百分之八十.
  std::size_t take_percentage(std::size_t start) {
    const std::size_t digits = start + std::string_view("百分之").size();
    const std::size_t end = numeral_end(text_, digits);
    const std::optional<Decimal> value = parse_chinese_numeral(text_.substr(digits, end - digits));
    if (!value) return digits;
    add_quantity({*value, Unit::percent, end}, start, end, true);
    out_.back().quantity.digits = span(digits, end);
    return before_.end;
  }

  std::string_view text_;
  std::uint32_t base_;
  std::vector<Mention>& out_;
  Neighbour before_;
};

}  // namespace

void scan_mentions(std::string_view text, std::uint32_t base, std::vector<Mention>& out) {
  Scanner(text, base, out).run();
}

}  // namespace mingzhang
