#include "report/csv.h"

#include "report/valid_text.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

/// -12.50, +3: digits with at most one point after the sign.
bool is_plain_number(std::string_view cell) {
  std::string_view digits = cell.substr(1);
  if (digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back())) return false;
  const auto points = std::count(digits.begin(), digits.end(), '.');
  const bool only = std::all_of(digits.begin(), digits.end(), [](char c) { return is_digit(c) || c == '.'; });
  return only && points <= 1;
}

bool looks_like_formula(std::string_view cell) {
  if (cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos) return false;
  const bool signed_number = (cell.front() == '-' || cell.front() == '+') && is_plain_number(cell);
  return !signed_number;
}

}  // namespace

CsvLine& CsvLine::add(std::string_view cell) {
  if (!first_) line_ += ',';
  first_ = false;
  std::string text = looks_like_formula(cell) ? "'" : "";
  append_valid(text, cell);
  if (text.find_first_of("\",\r\n") == std::string::npos) {
    line_ += text;
    return *this;
  }
  line_ += '"';
  for (const char character : text) {
    if (character == '"') line_ += '"';
    line_ += character;
  }
  line_ += '"';
  return *this;
}

std::string CsvLine::take() {
  line_ += "\r\n";
  first_ = true;
  return std::exchange(line_, {});
}

}  // namespace mingzhang
