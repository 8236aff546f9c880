// Years and dates in running text, as far as the rules about periods need them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mingzhang {

struct YearMention {
  int year = 0;
  int month = 0;  // 0 where not given
  int day = 0;
  std::size_t start = 0;
  std::size_t end = 0;  // behind 年, 月 or 日
};

/// A year in Arabic digits (1990 to 2099) with 年 behind it that begins at `at`; spaces may stand between.
std::optional<YearMention> year_at(std::string_view text, std::size_t at);

}  // namespace mingzhang
