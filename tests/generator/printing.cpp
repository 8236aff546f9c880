#include "printing.h"

namespace mingzhang::generator {
namespace {

std::string with_decimals(std::int64_t hundredths, bool separators, bool drop_zeros) {
  const bool negative = hundredths < 0;
  if (negative) hundredths = -hundredths;
  std::string whole = std::to_string(hundredths / 100);
  if (separators) {
    for (std::size_t at = whole.size(); at > 3; at -= 3)
      whole.insert(at - 3, ",");
  }
  std::string decimals = std::to_string(100 + hundredths % 100).substr(1);
  if (drop_zeros) {
    while (!decimals.empty() && decimals.back() == '0')
      decimals.pop_back();
  }
  return (negative ? "-" : "") + whole + (decimals.empty() ? "" : "." + decimals);
}

/// Half away from zero, or towards zero.
std::int64_t divided(std::int64_t value, std::int64_t by, bool cut) {
  const std::int64_t half = cut ? 0 : by / 2;
  return value < 0 ? -((-value + half) / by) : (value + half) / by;
}

}  // namespace

std::string Printer::cell(Fen amount) const {
  if (amount == 0) return style_.zeros_in_cells ? "0.00" : "";
  const std::int64_t hundredths = style_.tables_in_yuan ? amount : divided(amount, 10000, false);
  return with_decimals(hundredths, style_.separators, style_.drop_zeros_in_tables);
}

std::string Printer::cell_in_wan(Fen amount) const {
  if (amount == 0) return style_.zeros_in_cells ? "0.00" : "";
  return with_decimals(divided(amount, 10000, false), style_.separators, style_.drop_zeros_in_tables);
}

std::string Printer::prose(Fen amount) const {
  return with_decimals(divided(amount, 10000, style_.cut_prose), false, style_.drop_zeros_in_prose) + "万元";
}

std::string Printer::percent(Fen part, Fen whole) const {
  return with_decimals(divided(part * 10000, whole, style_.cut_rates), false, false) + "%";
}

}  // namespace mingzhang::generator
