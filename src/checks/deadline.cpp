// period.deadline: a department publishes within 20 days of the approval of its budget or final account
// (预算法第十四条). Only where the document itself gives both days, each once.
//
// Tests: tests/unit/checks/required_test.cpp.
#include "checks/case.h"
#include "checks/years.h"

#include <optional>
#include <string_view>

namespace mingzhang {
namespace {

struct Day {
  YearMention date;
  Source source;
};

/// Days since an arbitrary start, by the civil calendar.
int number_of(const YearMention& date) {
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int month = date.month <= 2 ? date.month + 9 : date.month - 3;
  return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + date.day;
}

/// The word stands shortly before the date or right behind it, in the same clause.
bool is_near(std::string_view words, const YearMention& date, const std::vector<std::string>& list) {
  constexpr std::size_t before = 45;
  constexpr std::size_t behind = 60;
  const std::size_t from = date.start > before ? date.start - before : 0;
  std::string_view around = words.substr(from, date.start - from);
  std::string_view after = words.substr(date.end, behind);
  for (const std::string_view stop : {"。", "；", "，"}) {
    if (const std::size_t at = around.rfind(stop); at != std::string_view::npos)
      around.remove_prefix(at + stop.size());
    after = after.substr(0, after.find(stop));
  }
  for (const std::string& word : list) {
    if (around.find(word) != std::string_view::npos || after.find(word) != std::string_view::npos)
      return true;
  }
  return false;
}

/// The only day near these words; nullopt where there is none, or several differ.
std::optional<Day> day_of(const Case& c, const std::vector<std::string>& list) {
  std::optional<Day> found;
  for (std::size_t i = 0; i < c.document.blocks.size(); ++i) {
    const Block& block = c.document.blocks[i];
    if (block.kind == BlockKind::table) continue;
    const std::string_view words = c.document.words(block.span);
    for (std::size_t at = words.find('2'); at != std::string_view::npos; at = words.find('2', at + 1)) {
      const auto date = year_at(words, at);
      if (!date || date->day == 0 || date->month > 12 || date->day > 31 || !is_near(words, *date, list))
        continue;
      if (found && number_of(found->date) != number_of(*date)) return std::nullopt;
      Source source;
      source.block = static_cast<std::int32_t>(i);
      source.section = block.section;
      source.span = {block.span.start + static_cast<std::uint32_t>(date->start),
                     block.span.start + static_cast<std::uint32_t>(date->end)};
      if (!found) found = Day{*date, source};
    }
  }
  return found;
}

std::string written(const YearMention& date) {
  return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
}

}  // namespace

void check_deadline(Case& c) {
  if (c.disclosure.year == 0) return;
  const auto approved = day_of(c, c.book.approval_words);
  if (!approved) return;
  const auto published = day_of(c, c.book.publication_words);
  if (!published) return;
  const int days = number_of(published->date) - number_of(approved->date);
  constexpr int longest = 20;
  // Published before it was approved: these are not the days of one budget.
  if (days < 0) return;
  const bool holds = days <= longest;
  Finding& finding = c.report(Evaluator::period_deadline, holds ? Status::holds : Status::fails,
                              Severity::notice, holds ? "period.deadline.holds" : "period.deadline.fails");
  finding.stated = std::to_string(days);
  finding.expected = std::to_string(longest);
  finding.formula = written(published->date) + " \u2212 " + written(approved->date) + " = " + finding.stated +
                    (holds ? " ≤ 20" : " > 20");
  finding.sources = {approved->source, published->source};
}

}  // namespace mingzhang
