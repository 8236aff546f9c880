// Tables as office converters print them: each cell on a line of its own behind a tab, rows apart by blank
// lines.
#pragma once

#include "support.h"

#include <string>
#include <vector>

namespace mingzhang {

using Rows = std::vector<std::vector<std::string>>;

inline std::string flat(const Rows& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (const std::string& cell : row)
      text += "\t" + cell + "\n";
    text += "\n";
  }
  return text;
}

/// A disclosure with this caption and table in its first section.
inline Reading read_with(const std::string& caption, const Rows& rows,
                         const char* title = "2020年部门预算公开情况说明") {
  return read_text("临河县档案局" + std::string(title) + "\n\n一、情况\n\n" + caption + flat(rows) +
                   "\n二、其他\n\n无其他事项。\n");
}

}  // namespace mingzhang
