// Money and percentages as documents print them.
#pragma once

#include "generator.h"

#include <string>

namespace mingzhang::generator {

class Printer {
 public:
  explicit Printer(const Style& style) : style_(style) {}

  /// In a table, in the tables' unit, without it; empty or 0.00 for nothing.
  std::string cell(Fen amount) const;
  /// In a table that is in 万元 whatever the others are.
  std::string cell_in_wan(Fen amount) const;
  /// In a sentence: "12.50万元".
  std::string prose(Fen amount) const;
  /// 100 × part ÷ whole with two decimals and its sign: "12.50%".
  std::string percent(Fen part, Fen whole) const;

  std::string table_unit() const { return style_.tables_in_yuan ? "元" : "万元"; }

 private:
  const Style& style_;
};

}  // namespace mingzhang::generator
