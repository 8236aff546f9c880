// Reads the digits of a figure. Tested through tests/unit/text/quantity_test.cpp.
#include "text/figure.h"

#include "text/place.h"

namespace mingzhang {
namespace {

constexpr std::string_view full_width_point = "．";

struct Run {
  std::size_t end = 0;
  int digits = 0;
};

Run run_at(std::string_view text, std::size_t offset) {
  Run run{offset, 0};
  while (true) {
    const Digit digit = digit_at(text, run.end);
    if (digit.size == 0) return run;
    run.end += digit.size;
    ++run.digits;
  }
}

/// Size of a decimal point with a digit behind it, else 0.
std::size_t point_at(std::string_view text, std::size_t offset) {
  std::size_t size = 0;
  if (stands_at(text, offset, ".")) size = 1;
  if (stands_at(text, offset, full_width_point)) size = full_width_point.size();
  return size > 0 && digit_at(text, offset + size).size > 0 ? size : 0;
}

class Collector {
 public:
  void add(std::string_view text, std::size_t start, const Run& run) {
    digits_ += run.digits;
    if (digits_ > Decimal::max_digits) return;
    for (std::size_t at = start; at < run.end;) {
      const Digit digit = digit_at(text, at);
      coefficient_ = coefficient_ * 10 + digit.value;
      at += digit.size;
    }
  }

  int digits() const { return digits_; }
  std::int64_t coefficient() const { return coefficient_; }

 private:
  int digits_ = 0;
  std::int64_t coefficient_ = 0;
};

}  // namespace

Digit digit_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const char c = text[offset];
  if (c >= '0' && c <= '9') return {c - '0', 1};
  if (c == '\xEF' && offset + 2 < text.size() && text[offset + 1] == '\xBC') {
    const int value = static_cast<unsigned char>(text[offset + 2]) - 0x90;
    if (value >= 0 && value <= 9) return {value, 3};
  }
  return {};
}

PrintedFigure integer_at(std::string_view text, std::size_t offset) {
  const Run run = run_at(text, offset);
  Collector collector;
  collector.add(text, offset, run);
  PrintedFigure figure{offset, run.end, Decimal(collector.coefficient(), 0), run.digits};
  figure.too_long = run.digits > Decimal::max_digits;
  return figure;
}

PrintedFigure figure_at(std::string_view text, std::size_t offset) {
  Run run = run_at(text, offset);
  PrintedFigure figure{offset, run.end, {}, run.digits};
  if (run.digits == 0) return figure;
  Collector collector;
  collector.add(text, offset, run);
  // A comma belongs to the figure only before exactly three digits, and never after four.
  while (run.digits <= 3 && stands_at(text, figure.end, ",")) {
    const Run group = run_at(text, figure.end + 1);
    if (group.digits != 3) break;
    collector.add(text, figure.end + 1, group);
    figure.end = group.end;
    figure.grouped = true;
  }
  int decimals = 0;
  if (const std::size_t point = point_at(text, figure.end); point > 0) {
    const Run fraction = run_at(text, figure.end + point);
    collector.add(text, figure.end + point, fraction);
    decimals = fraction.digits;
    figure.end = fraction.end;
  }
  while (decimals > 0) {
    const std::size_t point = point_at(text, figure.end);
    if (point == 0) break;
    figure.end = run_at(text, figure.end + point).end;
    figure.dotted = true;
  }
  figure.digits = collector.digits();
  figure.too_long = collector.digits() > Decimal::max_digits || decimals > Decimal::max_decimals;
  if (!figure.too_long) figure.value = Decimal(collector.coefficient(), decimals);
  return figure;
}

}  // namespace mingzhang
