// Figures that count and measure nothing: years, dates, numbers of documents, telephones and lists.
// Tested through tests/unit/text/quantity_test.cpp.
#pragma once

#include "text/figure.h"
#include "text/quantity.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace mingzhang {

struct Designation {
  MentionKind kind = MentionKind::ordinal;
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t digits_start = 0;
  std::size_t digits_end = 0;
  int year = 0;
  int month = 0;
  int day = 0;
};

/// The mention before, as far as a figure's meaning hangs on it.
struct Neighbour {
  MentionKind kind = MentionKind::quantity;
  std::size_t end = 0;
};

/// nullopt where the figure is none of these, or none for sure. 30101 and 45412345 stay figures.
std::optional<Designation> designation_of(std::string_view text, const PrintedFigure& figure,
                                          const Neighbour& before);

/// The same for Chinese numerals at text[start, end): 二〇二〇年, 第四次, （一）, 十六届.
std::optional<Designation> designation_of_words(std::string_view text, std::size_t start, std::size_t end,
                                                const Neighbour& before);

}  // namespace mingzhang
