// One amount of money in other measures: in another unit, as a share, a head, a day, a thing that everybody
// knows the price of. Computed figures, rounded to what a reader can use; never taken for what is printed.
// Tested in tests/unit/views/measures_test.cpp.
#pragma once

#include "views/analysis.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mingzhang {

enum class AmountMeasure : std::uint8_t {
  printed,  // as the document has it
  yuan,
  ten_thousand,
  hundred_million,
  share,  // of the whole, in percent
  per_staff,
  per_resident,
  per_day,
  things,
};

/// What the amounts are divided by; a measure whose divisor is zero cannot be shown.
struct AmountScale {
  AmountMeasure measure = AmountMeasure::printed;
  Decimal whole = {};    // yuan
  Decimal divisor = {};  // persons, days, the price of the thing in yuan
};

/// `yuan` in that measure, with the decimals to show: exact in the money units, rounded in the others (two
/// decimals below 10, one below 100, else none). nullopt where it has no divisor, and for `printed`.
std::optional<Decimal> in_measure(const Decimal& yuan, const AmountScale& scale);

/// The head count that 'per member of staff' divides by: those in service, else all; none where neither is
/// stated.
std::int32_t staff_figure(const Analysis& analysis);
/// 365, or 366 in a leap year; 365 where the year is not known.
int days_of(std::int16_t year);

/// Something that everybody knows the price of; from assets/words/things.json.
struct Thing {
  std::string id, zh, en;  // names as in "about 1,200 …"
  Decimal price;           // yuan; the visitor may change it
};
std::vector<Thing> everyday_things();

}  // namespace mingzhang
