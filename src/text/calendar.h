// Years and dates. Tested through tests/unit/text/quantity_test.cpp.
#pragma once

#include "text/designation.h"

#include <optional>
#include <string_view>

namespace mingzhang {

/// 2020年, 2020 年度, 2018、2019年, 2019年12月31日, 12月31日, 2019-12-31.
std::optional<Designation> calendar_of(std::string_view text, const PrintedFigure& figure);
/// 二〇二〇年, 二〇一九年十二月三十一日, 三月.
std::optional<Designation> calendar_of_words(std::string_view text, std::size_t start, std::size_t end);

inline bool is_year(int number) {
  return number >= 1900 && number <= 2100;
}

}  // namespace mingzhang
