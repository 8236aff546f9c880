// What stands in the cells of the document's tables, as far as sums need it: which columns hold figures, and
// every cell's figure, whether extraction has made a fact of it or not. Sums hold in tables that nobody has
// described, so cells without a concept take part in them as figures of their own.
//
// Not figures: codes, numbers of rows and columns, percentages, and cells that hold more than one figure.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#pragma once

#include "disclosure/model.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang {

/// Facts of a disclosure, and behind them figures of cells that are no facts, under one index.
struct FigureList {
  std::span<const Fact> facts;
  std::span<const Fact> cells;

  std::size_t size() const { return facts.size() + cells.size(); }
  const Fact& operator[](FactIndex index) const {
    return index < facts.size() ? facts[index] : cells[index - facts.size()];
  }
};

enum class ColumnRole : std::uint8_t {
  empty,
  words,
  code,      // of a classification
  sequence,  // 序号, 行次
  figures,
  ratio,  // in %, or headed so: never added up
};

/// One table's columns and cells.
struct TableCells {
  std::vector<ColumnRole> roles;
  /// Dense like Table::cells: index of the cell's figure in the FigureList; none.
  std::vector<std::int32_t> figures;
  std::uint32_t columns = 0;
  /// Heads end here; a line of column numbers (栏次) below them counts as one.
  std::uint32_t first_row = 0;

  std::int32_t at(std::uint32_t row, std::uint32_t column) const { return figures[row * columns + column]; }
};

struct CellFigures {
  std::vector<TableCells> tables;  // one for each table of the document
  std::vector<Fact> figures;       // of cells that are no facts, in order of place
};

CellFigures read_cells(const Document& document, const Disclosure& disclosure);

/// Words of a head from its column's cells, top to bottom, white space folded.
std::string head_of(const Document& document, const Table& table, std::uint32_t column);

}  // namespace mingzhang
