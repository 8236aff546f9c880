// Errors planted into the text of a disclosure, one at a time.
#pragma once

#include "random.h"
#include "views/analysis.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingzhang::mutation {

using generator::Random;

enum class Kind : std::uint8_t { digit, deleted_row, swapped, direction, unit, year, count };
std::string_view name_of(Kind kind);

struct Mutant {
  /// The input, changed.
  std::string text;
  /// digit: the fact whose figure was changed, and its true value; none for a figure without a concept.
  std::int32_t fact = none;
  /// Where the changed figure stands in the document's text (the same before and after).
  Span place;
  /// digit: how far the printed value moved, in the figure's own unit.
  Decimal moved;
};

/// nullopt where the document has no place for such an error.
std::optional<Mutant> mutant_of(const Analysis& original, Kind kind, Random& random);

}  // namespace mingzhang::mutation
