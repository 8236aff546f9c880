// Dates and times of a worksheet, which are numbers of days. See number_format.h.
#include "document/xlsx/number_format.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr std::int64_t day = 86'400;  // seconds

struct Date {
  std::int64_t year = 0, month = 0, day = 0;
  std::int64_t weekday = 0;  // 0: Sunday
};

/// Days of the civil calendar from 0000-03-01, after Howard Hinnant's algorithms. Excel believes in 29
/// February 1900, so that its days up to 59 are one later than they should be.
Date date_of(std::int64_t days, bool from_1904) {
  constexpr std::int64_t epoch_1900 = 693'899, epoch_1904 = 695'361;
  const std::int64_t z = days + (from_1904 ? epoch_1904 : epoch_1900) + (!from_1904 && days < 60 ? 1 : 0);
  const std::int64_t era = z / 146'097, of_era = z % 146'097;
  const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  Date date;
  date.day = of_year - (153 * shifted + 2) / 5 + 1;
  date.month = shifted < 10 ? shifted + 3 : shifted - 9;
  date.year = era * 400 + year_of_era + (date.month <= 2 ? 1 : 0);
  date.weekday = (z + 3) % 7;
  if (!from_1904 && days == 60) {
    date.month = 2;
    date.day = 29;
  }
  return date;
}

void append_number(std::string& out, std::int64_t value, std::size_t width) {
  const std::string text = std::to_string(value);
  out.append(width > text.size() ? width - text.size() : 0, '0');
  out += text;
}

constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view weekdays[] = {"日", "一", "二", "三", "四", "五", "六"};

}  // namespace

/// m is a minute behind hours and before seconds, else a month.
bool NumberFormat::is_minute(const Section& section, std::size_t at) {
  for (std::size_t before = at; before-- > 0;) {
    const Token& token = section.tokens[before];
    if (token.kind != Kind::date && token.kind != Kind::elapsed) continue;
    if (token.what == 'h') return true;
    break;
  }
  for (std::size_t after = at + 1; after < section.tokens.size(); ++after) {
    if (section.tokens[after].kind == Kind::date) return section.tokens[after].what == 's';
  }
  return false;
}

std::string NumberFormat::date(const Section& section, double serial, bool from_1904) {
  const auto has = [&](Kind kind) {
    return std::any_of(section.tokens.begin(), section.tokens.end(),
                       [&](const Token& token) { return token.kind == kind; });
  };
  auto days = static_cast<std::int64_t>(serial);
  auto milliseconds = static_cast<std::int64_t>((serial - static_cast<double>(days)) * day * 1000 + 0.5);
  if (!has(Kind::fraction)) milliseconds = (milliseconds + 500) / 1000 * 1000;
  if (milliseconds >= day * 1000) {
    milliseconds -= day * 1000;
    ++days;
  }
  const std::int64_t seconds = milliseconds / 1000, hour = seconds / 3600;
  const bool morning = hour < 12, twelve_hours = has(Kind::half_day);
  const Date date = date_of(days, from_1904);

  std::string out;
  for (std::size_t at = 0; at < section.tokens.size(); ++at) {
    const Token& token = section.tokens[at];
    const std::size_t width = token.count >= 2 ? 2 : 1;
    if (token.kind == Kind::literal) out += token.words;
    if (token.kind == Kind::point) out += '.';
    if (token.kind == Kind::half_day && (token.what == 'A' || token.what == 'a')) {
      out += morning ? "AM" : "PM";
    } else if (token.kind == Kind::half_day) {
      out += morning ? "上午" : "下午";
    }
    if (token.kind == Kind::fraction) {
      std::string thousandths = std::to_string(1000 + milliseconds % 1000).substr(1);
      thousandths.resize(std::min<std::uint32_t>(token.count, 3), '0');
      out += '.' + thousandths;
    }
    if (token.kind == Kind::elapsed) {
      const std::int64_t all = days * day + seconds;
      append_number(out, token.what == 'h' ? all / 3600 : token.what == 'm' ? all / 60 : all, width);
    }
    if (token.kind != Kind::date) continue;
    if (token.what == 'y') append_number(out, token.count <= 2 ? date.year % 100 : date.year, 2);
    if (token.what == 'e') append_number(out, date.year, 1);
    if (token.what == 'd') append_number(out, date.day, width);
    if (token.what == 'h') append_number(out, twelve_hours ? (hour + 11) % 12 + 1 : hour, width);
    if (token.what == 's') append_number(out, seconds % 60, width);
    if (token.what == 'm' && is_minute(section, at)) {
      append_number(out, seconds / 60 % 60, width);
    } else if (token.what == 'm' && token.count >= 3) {
      out += months[static_cast<std::size_t>(date.month - 1)];
    } else if (token.what == 'm') {
      append_number(out, date.month, width);
    }
    if (token.what == 'a') {  // aaa 四, aaaa 星期四
      if (token.count >= 4) out += "星期";
      out += weekdays[static_cast<std::size_t>(date.weekday)];
    }
  }
  return out;
}

}  // namespace mingzhang
