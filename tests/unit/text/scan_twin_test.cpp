// A slow and obvious twin of the scanner's core (digits, separators, decimals, unit), compared with it on
// generated sentences: it tries every rule at every place and keeps nothing in tables.
#include "random.h"
#include "text/quantity.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

using test::Random;

struct PrintedFigure {
  std::string value;
  std::string unit;
  std::size_t start = 0;
  std::size_t end = 0;

  bool operator==(const PrintedFigure&) const = default;
};

bool is_digit(const std::string& text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t digits_from(const std::string& text, std::size_t at) {
  std::size_t count = 0;
  while (is_digit(text, at + count))
    ++count;
  return count;
}

/// Reads one figure at `at` as the header describes it.
PrintedFigure figure_from(const std::string& text, std::size_t at) {
  PrintedFigure figure;
  figure.start = at;
  const std::size_t first = digits_from(text, at);
  figure.value = text.substr(at, first);
  at += first;
  if (first <= 3) {
    while (at < text.size() && text[at] == ',' && digits_from(text, at + 1) == 3) {
      figure.value += text.substr(at + 1, 3);
      at += 4;
    }
  }
  if (at < text.size() && text[at] == '.' && is_digit(text, at + 1)) {
    const std::size_t decimals = digits_from(text, at + 1);
    figure.value += text.substr(at, decimals + 1);
    at += decimals + 1;
  }
  figure.end = at;
  std::size_t behind = at;
  while (behind < text.size() && text[behind] == ' ')
    ++behind;
  const std::pair<const char*, const char*> units[] = {
      {"万元", "万元"}, {"亿元", "亿元"},     {"元", "元"},   {"%", "%"},
      {"％", "%"},      {"人次", "人次"},     {"人", "人"},   {"个百分点", "个百分点"},
      {"个", "个"},     {"平方米", "平方米"}, {"万", "万元"}, {"亿", "亿元"}};
  for (const auto& [words, name] : units) {
    if (text.compare(behind, std::string(words).size(), words) != 0) continue;
    figure.unit = name;
    figure.end = behind + std::string(words).size();
    break;
  }
  // As the value prints: no leading zeros.
  while (figure.value.size() > 1 && figure.value[0] == '0' && figure.value[1] != '.')
    figure.value.erase(0, 1);
  return figure;
}

std::vector<PrintedFigure> twin(const std::string& text) {
  std::vector<PrintedFigure> figures;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text, at)) {
      ++at;
      continue;
    }
    figures.push_back(figure_from(text, at));
    at = figures.back().end;
  }
  return figures;
}

std::vector<PrintedFigure> scanned(const std::string& text) {
  std::vector<Mention> mentions;
  scan_mentions(text, 0, mentions);
  std::vector<PrintedFigure> figures;
  for (const Mention& mention : mentions) {
    REQUIRE(mention.kind == MentionKind::quantity);
    const Quantity& quantity = mention.quantity;
    figures.push_back({quantity.value.to_string(), std::string(name_of(quantity.unit)), quantity.span.start,
                       quantity.span.end});
  }
  return figures;
}

std::string generated(Random& random) {
  // Nothing here makes a year, a date, a list number or a telephone: the twin knows none of them.
  static constexpr std::string_view pieces[] = {
      "1",  "7",    "50", "083", "454", ".",  ",",    "，", " ",    "万元",     "元",     "％", "%",
      "人", "人次", "个", "万",  "亿",  "为", "支出", "。", "亿元", "个百分点", "平方米", "00", "，"};
  std::string text = "支出";
  const std::int64_t count = random.between(1, 9);
  for (std::int64_t i = 0; i < count; ++i)
    text += random.one_of(pieces);
  return text;
}

/// Several points in one figure, more than 15 digits and figures of several parts are tested on their own.
bool is_beyond_the_twin(const std::string& text) {
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    digits = is_digit(text, at) || text[at] == ',' || text[at] == '.' ? digits + 1 : 0;
    if (digits > 10) return true;
  }
  for (const char* words : {"万万", "万亿", "亿万", "亿亿", "万人", "万个", "万平", "亿人", "亿个", "亿平",
                            "万%", "万％", "亿%", "亿％", "人元", "万 ", "亿 "}) {
    if (text.find(words) != std::string::npos) return true;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((text.compare(at, 3, "万") == 0 || text.compare(at, 3, "亿") == 0) && is_digit(text, at + 3))
      return true;
    if (text[at] != '.' || at == 0 || !is_digit(text, at - 1)) continue;
    const std::size_t decimals = digits_from(text, at + 1);
    if (decimals > 8) return true;
    if (decimals > 0 && at + 1 + decimals < text.size() && text[at + 1 + decimals] == '.') return true;
  }
  return false;
}

/// False where the twin knows nothing of such a text.
bool compared(const std::string& text) {
  if (is_beyond_the_twin(text)) return false;
  const std::vector<PrintedFigure> expected = twin(text);
  const std::vector<PrintedFigure> found = scanned(text);
  if (found == expected) return true;
  std::string shown;
  for (const PrintedFigure& figure : found)
    shown += "[" + figure.value + figure.unit + "]";
  shown += " instead of ";
  for (const PrintedFigure& figure : expected)
    shown += "[" + figure.value + figure.unit + "]";
  FAIL(text, ": ", shown);
  return true;
}

TEST_CASE("the scanner reads what its slow twin reads") {
  Random random(28'55);
  int count = 0;
  for (int round = 0; round < 60'000; ++round)
    count += compared(generated(random)) ? 1 : 0;
  CHECK(count > 20'000);
}

TEST_CASE("the scanner reads every short text as its slow twin does") {
  static constexpr std::string_view alphabet[] = {"1", "0", ",", ".", " ", "万", "元", "%", "人", "支"};
  constexpr std::size_t letters = std::size(alphabet);
  int count = 0;
  for (std::size_t length = 1; length <= 5; ++length) {
    std::size_t texts = 1;
    for (std::size_t i = 0; i < length; ++i)
      texts *= letters;
    for (std::size_t number = 0; number < texts; ++number) {
      // A word before, so that no figure looks like the number of a list.
      std::string text = "支出为";
      for (std::size_t rest = number, i = 0; i < length; ++i, rest /= letters)
        text += alphabet[rest % letters];
      count += compared(text) ? 1 : 0;
    }
  }
  CHECK(count > 80'000);
}

TEST_CASE("mentions come in order, do not overlap and hold their digits, whatever the text") {
  static constexpr std::string_view pieces[] = {
      "2020", "1",    "12", "一",      "二十", "〇", "年",   "月",   "日", "号",     "〔",   "〕", "第",
      "电话", "0315", "-",  "4612345", "百",   "万", "亿",   "元",   "个", "百分之", "次",   "届", "、",
      "\n",   "（",   "）", ".",       ",",    "约", "以上", "≥",    "几", "多",     "角",   "分", "\xE4",
      "\xBC", "３",   "＞", " ",       "\t",   "人", "大",   "会议", "/",  "至",     "万元", "%"};
  Random random(76'54);
  for (int round = 0; round < 60'000; ++round) {
    std::string text;
    const std::int64_t count = random.between(1, 14);
    for (std::int64_t i = 0; i < count; ++i)
      text += random.one_of(pieces);
    CAPTURE(text);
    std::vector<Mention> mentions;
    scan_mentions(text, 0, mentions);
    std::uint32_t end = 0;
    for (const Mention& mention : mentions) {
      const Span span = mention.quantity.span;
      const Span digits = mention.quantity.digits;
      REQUIRE(span.start < span.end);
      REQUIRE(span.end <= text.size());
      REQUIRE(digits.start < digits.end);
      REQUIRE(span.contains(digits));
      REQUIRE(span.start >= end);
      end = span.end;
    }
  }
}

}  // namespace
}  // namespace mingzhang
