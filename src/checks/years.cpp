// Reads a year or a date where it begins.
//
// Tests: tests/unit/checks/periods_test.cpp.
#include "checks/years.h"

namespace mingzhang {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ')
    ++at;
  return at;
}

/// Digits, then the word; 0 where they do not stand there. `at` moves behind the word.
int number_before(std::string_view text, std::size_t& at, std::string_view word) {
  std::size_t here = skip_spaces(text, at);
  int value = 0;
  std::size_t digits = 0;
  for (; here < text.size() && is_digit(text[here]) && digits < 4; ++here, ++digits)
    value = value * 10 + (text[here] - '0');
  here = skip_spaces(text, here);
  if (digits == 0 || text.substr(here, word.size()) != word) return 0;
  at = here + word.size();
  return value;
}

}  // namespace

std::optional<YearMention> year_at(std::string_view text, std::size_t at) {
  if (at > 0 && is_digit(text[at - 1])) return std::nullopt;
  YearMention mention;
  mention.start = at;
  mention.end = at;
  mention.year = number_before(text, mention.end, "年");
  if (mention.year < 1990 || mention.year > 2099) return std::nullopt;
  mention.month = number_before(text, mention.end, "月");
  if (mention.month > 0) mention.day = number_before(text, mention.end, "日");
  return mention;
}

}  // namespace mingzhang
