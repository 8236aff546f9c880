// Years that do not fit: in headings (period.heading), as-of dates (period.date), comparisons with the
// document's own year (period.comparison).
//
// Tests: tests/unit/checks/periods_test.cpp.
#include "checks/case.h"
#include "checks/years.h"
#include "text/search.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang {
namespace {

Source source_at(const Block& block, std::int32_t index, std::size_t start, std::size_t end) {
  Source source;
  source.span = {block.span.start + static_cast<std::uint32_t>(start),
                 block.span.start + static_cast<std::uint32_t>(end)};
  source.block = index;
  source.section = block.section;
  return source;
}

Finding& report_year(Case& c, Evaluator evaluator, bool holds, const char* message, int year) {
  Finding& finding = c.report(evaluator, holds ? Status::holds : Status::fails, Severity::warning, message);
  finding.stated = std::to_string(year);
  finding.expected = std::to_string(c.disclosure.year);
  return finding;
}

/// Headings and titles of tables, each once.
std::vector<std::pair<Block, std::int32_t>> headings_of(const Document& document) {
  std::vector<std::pair<Block, std::int32_t>> out;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    Block block = document.blocks[i];
    const auto index = static_cast<std::int32_t>(i);
    if (block.kind == BlockKind::title || block.kind == BlockKind::heading) out.emplace_back(block, index);
    if (block.kind != BlockKind::table) continue;
    block.span = document.tables[static_cast<std::size_t>(block.table)].title;
    const bool seen = !out.empty() && out.back().first.span.end > block.span.start;
    if (!block.span.empty() && !seen) out.emplace_back(block, none);
  }
  return out;
}

/// Headings that name the year of a budget or final account; one finding for all that agree.
void check_headings(Case& c) {
  std::vector<Source> agreeing;
  for (const auto& [block, index] : headings_of(c.document)) {
    const std::string_view words = c.document.words(block.span);
    constexpr std::size_t longest_heading = 240;
    if (words.size() > longest_heading || (!contains_words(words, "预算") && !contains_words(words, "决算")))
      continue;
    // 比2019年, 2019—2021年, 2019年执行情况: other years by right.
    if (contains_words(words, "比") || contains_words(words, "较") || contains_words(words, "执行") ||
        contains_words(words, "上年") || contains_words(words, "-20"))
      continue;
    std::optional<YearMention> wrong;
    std::optional<YearMention> right;
    for (std::size_t at = 0; at + 4 < words.size(); ++at) {
      const auto mention = words[at] == '2' ? year_at(words, at) : std::nullopt;
      if (!mention || mention->month > 0) continue;
      (mention->year == c.disclosure.year ? right : wrong) = mention;
      at = mention->end - 1;
    }
    if (right) agreeing.push_back(source_at(block, index, right->start, right->end));
    if (right || !wrong) continue;
    Finding& finding = report_year(c, Evaluator::period_heading, false, "period.heading.fails", wrong->year);
    finding.formula = finding.stated + " ≠ " + finding.expected;
    finding.sources.push_back(source_at(block, index, wrong->start, wrong->end));
  }
  if (agreeing.empty()) return;
  Finding& finding =
      report_year(c, Evaluator::period_heading, true, "period.heading.holds", c.disclosure.year);
  finding.formula = finding.stated + " = " + finding.expected;
  finding.sources = std::move(agreeing);
}

/// In a budget any day of the year before or of its own; in a final account the last day of its own.
bool date_fits(const Case& c, const YearMention& date) {
  const int year = c.disclosure.year;
  if (c.disclosure.kind == DisclosureKind::final)
    return date.year == year && date.month == 12 && date.day == 31;
  return date.year == year || date.year + 1 == year;
}

/// 截止时间：2019年12月31日: the words stand shortly before.
bool is_as_of(std::string_view words, std::size_t at) {
  constexpr std::size_t nearby = 40;
  const std::size_t from = at > nearby ? at - nearby : 0;
  const std::string_view before = words.substr(from, at - from);
  return contains_words(before, "截止") || contains_words(before, "截至");
}

void check_date(Case& c, const Source& source, std::string_view words, const YearMention& date) {
  const bool fits = date_fits(c, date);
  Finding& finding = report_year(c, Evaluator::period_date, fits,
                                 fits ? "period.date.holds" : "period.date.fails", date.year);
  finding.values.emplace_back("date", std::string(words.substr(date.start, date.end - date.start)));
  finding.formula =
      std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
  finding.sources.push_back(source);
}

bool follows_comparison(std::string_view words, std::size_t at) {
  while (at > 0 && words[at - 1] == ' ')
    --at;
  if (at < 3) return false;
  const std::string_view before = words.substr(at - 3, 3);
  return before == "比" || before == "较" || before == "与";
}

/// 较2020年预算增加 in the budget of 2020. In a final account its own year's budget is a proper base, and so
/// is its execution or adjustment in a budget.
void check_comparison(Case& c, const Source& source, std::string_view words, const YearMention& year) {
  if (year.year != c.disclosure.year || year.month > 0 || c.disclosure.kind == DisclosureKind::final) return;
  const std::string_view behind = words.substr(year.end, 60);
  const std::string_view said = behind.substr(0, behind.find("，"));
  const bool compares = contains_words(said, "增") || contains_words(said, "减") ||
                        contains_words(said, "降") || contains_words(said, "持平") ||
                        contains_words(said, "相比");
  if (!compares || contains_words(said, "执行") || contains_words(said, "调整")) return;
  Finding& finding =
      report_year(c, Evaluator::period_comparison, false, "period.comparison.fails", year.year);
  finding.sources.push_back(source);
  finding.formula = finding.stated + " = " + finding.expected;
}

void check_paragraph(Case& c, const Block& block, std::int32_t index) {
  const std::string_view words = c.document.words(block.span);
  for (std::size_t at = words.find('2'); at != std::string_view::npos; at = words.find('2', at + 1)) {
    const auto year = year_at(words, at);
    if (!year) continue;
    const Source source = source_at(block, index, year->start, year->end);
    if (year->day > 0 && is_as_of(words, at)) check_date(c, source, words, *year);
    if (follows_comparison(words, at)) check_comparison(c, source, words, *year);
  }
}

}  // namespace

void check_periods(Case& c) {
  if (c.disclosure.year == 0) return;
  check_headings(c);
  for (std::size_t i = 0; i < c.document.blocks.size(); ++i) {
    const Block& block = c.document.blocks[i];
    if (block.kind == BlockKind::paragraph) check_paragraph(c, block, static_cast<std::int32_t>(i));
  }
}

}  // namespace mingzhang
