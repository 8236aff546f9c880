// Tested through tests/unit/text/quantity_test.cpp.
#include "text/calendar.h"

#include "text/character_set.h"
#include "text/numeral.h"
#include "text/place.h"

namespace mingzhang {
namespace {

constexpr std::string_view year_word = "年";
constexpr std::string_view month_word = "月";
constexpr std::string_view day_word = "日";

bool is_year(const PrintedFigure& figure) {
  return figure.digits == 4 && mingzhang::is_year(figure.small_integer());
}

bool is_month(int number) {
  return number >= 1 && number <= 12;
}
bool is_day(int number) {
  return number >= 1 && number <= 31;
}

constexpr CharacterSet connectors("、-—–－~～至到和与及，,/");

std::string_view connector_at(std::string_view text, std::size_t offset) {
  if (!connectors.at(text, offset)) return {};
  return text.substr(offset, static_cast<unsigned char>(text[offset]) < 0x80 ? 1 : 3);
}

/// 2018、2019年 and 10-12月: the word behind the last of several numbers counts for all of them. The one of
/// `words` that stands there; empty where none does, or where a number on the way is not one that `fits`.
template <class Fits>
std::string_view shared_word(std::string_view text, std::size_t at,
                             std::initializer_list<std::string_view> words, Fits fits) {
  for (int others = 0; others < 8; ++others) {
    at = after_spaces(text, at);
    const std::string_view connector = connector_at(text, at);
    if (connector.empty()) return {};
    at += connector.size();
    if (connector == "—" && stands_at(text, at, connector)) at += connector.size();
    const PrintedFigure next = integer_at(text, after_spaces(text, at));
    if (next.digits == 0 || !fits(next)) return {};
    at = after_spaces(text, next.end);
    if (const std::string_view word = any_at(text, at, words); !word.empty()) return word;
  }
  return {};
}

Designation dated(MentionKind kind, const PrintedFigure& figure, std::size_t end) {
  return {kind, figure.start, end, figure.start, figure.end};
}

bool is_month_word(std::string_view text, std::size_t at) {
  return stands_at(text, at, month_word) && any_at(text, at, {"月均", "月度", "月票", "月季"}).empty();
}

bool is_day_word(std::string_view text, std::size_t at) {
  return stands_at(text, at, day_word) &&
         any_at(text, at, {"日常", "日均", "日报", "日用", "日元", "日内"}).empty();
}

/// 12月31日 behind a year, or on its own.
bool take_month(std::string_view text, std::size_t at, Designation& date) {
  const PrintedFigure month = integer_at(text, after_spaces(text, at));
  const std::size_t behind = after_spaces(text, month.end);
  if (month.digits == 0 || month.digits > 2 || !is_month(month.small_integer())) return false;
  if (!is_month_word(text, behind)) return false;
  date.kind = MentionKind::date;
  date.month = month.small_integer();
  date.end = behind + month_word.size();
  const PrintedFigure day = integer_at(text, after_spaces(text, date.end));
  const std::size_t behind_day = after_spaces(text, day.end);
  if (day.digits == 0 || day.digits > 2 || !is_day(day.small_integer()) || !is_day_word(text, behind_day))
    return true;
  date.day = day.small_integer();
  date.end = behind_day + day_word.size();
  return true;
}

/// 2019-12-31, 2019/12/31; 2019.12.31 comes as one dotted figure.
std::optional<Designation> numeric_date(std::string_view text, const PrintedFigure& figure) {
  const PrintedFigure year = integer_at(text, figure.start);
  if (!is_year(year)) return std::nullopt;
  const std::string_view separator = any_at(text, year.end, {"-", "/", ".", "．"});
  if (separator.empty()) return std::nullopt;
  const PrintedFigure month = integer_at(text, year.end + separator.size());
  if (month.digits < 1 || month.digits > 2 || !is_month(month.small_integer())) return std::nullopt;
  if (!stands_at(text, month.end, separator)) return std::nullopt;
  const PrintedFigure day = integer_at(text, month.end + separator.size());
  if (day.digits < 1 || day.digits > 2 || !is_day(day.small_integer())) return std::nullopt;
  Designation date = dated(MentionKind::date, figure, day.end);
  date.digits_end = day.end;
  date.year = year.small_integer();
  date.month = month.small_integer();
  date.day = day.small_integer();
  return date;
}

std::optional<Designation> year_of(std::string_view text, const PrintedFigure& figure) {
  const std::size_t behind = after_spaces(text, figure.end);
  Designation year = dated(MentionKind::year, figure, figure.end);
  year.year = figure.small_integer();
  const std::size_t word = after_line_break(text, behind);
  if (stands_at(text, word, year_word)) {
    year.end = word + year_word.size();
    if (!take_month(text, year.end, year) && stands_at(text, year.end, "度")) {
      year.end += std::string_view("度").size();
    }
    return year;
  }
  const auto years = [](const PrintedFigure& next) { return is_year(next); };
  if (!shared_word(text, figure.end, {year_word}, years).empty()) return year;
  // 2025收支总预算: a year without its word, as some titles print it.
  if (!any_at(text, figure.end, {"收支", "部门", "单位", "预算", "决算", "度", "财政", "全年"}).empty())
    return year;
  return std::nullopt;
}

/// The integer in Chinese numerals that begins at `offset`; end = offset where there is none.
struct WordNumber {
  int value = -1;
  std::size_t end = 0;
};

WordNumber word_number_at(std::string_view text, std::size_t offset) {
  const std::size_t end = numeral_end(text, offset);
  const std::optional<Decimal> value = parse_chinese_numeral(text.substr(offset, end - offset));
  if (end == offset || !value || *value > Decimal(9999, 0)) return {-1, end};
  return {static_cast<int>(value->coefficient()), end};
}

bool take_month_in_words(std::string_view text, std::size_t at, Designation& date) {
  const WordNumber month = word_number_at(text, at);
  if (!is_month(month.value) || !is_month_word(text, month.end)) return false;
  date.kind = MentionKind::date;
  date.month = month.value;
  date.end = month.end + month_word.size();
  const WordNumber day = word_number_at(text, date.end);
  if (!is_day(day.value) || !is_day_word(text, day.end)) return true;
  date.day = day.value;
  date.end = day.end + day_word.size();
  return true;
}

}  // namespace

std::optional<Designation> calendar_of(std::string_view text, const PrintedFigure& figure) {
  if (auto date = numeric_date(text, figure)) return date;
  const int number = figure.small_integer();
  if (number < 0) return std::nullopt;
  if (is_year(figure)) return year_of(text, figure);
  if (figure.digits > 2 || number == 0) return std::nullopt;
  Designation date = dated(MentionKind::date, figure, figure.end);
  if (take_month(text, figure.start, date)) return date;
  if (!is_day(number)) return std::nullopt;
  const auto in_two_digits = [](const PrintedFigure& next) {
    return next.digits <= 2 && is_day(next.small_integer());
  };
  const std::string_view shared = shared_word(text, figure.end, {month_word, day_word}, in_two_digits);
  if (shared == month_word && is_month(number)) {
    date.month = number;
    return date;
  }
  date.day = number;
  const std::size_t behind = after_spaces(text, figure.end);
  if (is_day_word(text, behind)) {
    date.end = behind + day_word.size();
    return date;
  }
  if (shared == day_word) return date;
  return std::nullopt;
}

std::optional<Designation> calendar_of_words(std::string_view text, std::size_t start, std::size_t end) {
  Designation date{MentionKind::year, start, end, start, end};
  const std::string_view words = text.substr(start, end - start);
  if (words.size() == 12 && is_positional_numeral(words) && stands_at(text, end, year_word)) {
    date.year = word_number_at(text, start).value;
    date.end = end + year_word.size();
    if (!mingzhang::is_year(date.year)) return std::nullopt;
    if (!take_month_in_words(text, date.end, date) && stands_at(text, date.end, "度")) {
      date.end += std::string_view("度").size();
    }
    return date;
  }
  if (take_month_in_words(text, start, date)) return date;
  return std::nullopt;
}

}  // namespace mingzhang
