// See table_writing.h.
#include "document/pages/table_writing.h"

#include "document/pages/grid_heads.h"
#include "document/unit_line.h"

#include <string>

namespace mingzhang {
namespace {

class TableMaker {
 public:
  TableMaker(const TextGrid& grid, const MadeWords& words, MadeWords& out)
      : grid_(grid), words_(words), out_(out), heads_(heads_of(grid, words.text())) {}

  Table make() {
    table_.span.start = out_.size();
    table_.page = grid_.page;
    table_.columns = grid_.columns;
    table_.rows = grid_.rows - heads_.titles;
    table_.header_rows = heads_.heads;
    for (std::uint32_t row = 0; row < heads_.titles; ++row)
      write_title_row(row);
    table_.cells.resize(std::size_t{table_.rows} * table_.columns);
    for (std::uint32_t row = 0; row < table_.rows; ++row)
      write_row(row);
    table_.span.end = out_.size();
    if (table_.unit == Unit::none) find_unit_in_heads();
    return std::move(table_);
  }

 private:
  void next_row() {
    if (out_.size() > table_.span.start) out_.put("\n");
  }

  void write_title_row(std::uint32_t row) {
    next_row();
    bool first = true;
    for (std::uint32_t column = 0; column < grid_.columns; ++column) {
      if (grid_.is_empty(row, column) || grid_.continues(row, column)) continue;
      if (!first) out_.put("\t");
      first = false;
      const std::uint32_t start = out_.size();
      out_.copy(words_, grid_.at(row, column).words);
      take_title({start, out_.size()});
    }
  }

  void take_title(Span span) {
    const UnitLine unit = find_unit_line(out_.text(), span);
    if (unit.unit != Unit::none) {
      table_.unit = unit.unit;
      table_.unit_line = unit.span;
    }
    if (!unit.alone && table_.title.empty()) table_.title = span;
  }

  void write_row(std::uint32_t row) {
    next_row();
    std::uint32_t tabs = 0;
    for (std::uint32_t column = 0; column < grid_.columns; ++column, ++tabs) {
      const std::uint32_t from = row + heads_.titles;
      const PageCell& given = grid_.at(from, column);
      Cell& cell = table_.cells[std::size_t{row} * table_.columns + column];
      cell.continued = grid_.continues(from, column) && !(row == 0 && begins_below_titles(from, column));
      cell.unsure = given.unsure;
      if (cell.continued || given.words.empty()) {
        cell.span = {out_.size(), out_.size()};
        continue;
      }
      out_.put(std::string(tabs, '\t'));
      tabs = 0;
      cell.span.start = out_.size();
      out_.copy(words_, given.words);
      cell.span.end = out_.size();
    }
  }
  bool begins_below_titles(std::uint32_t row, std::uint32_t column) const {
    return column == 0 || !grid_.is_one_cell(row, column, row, column - 1);
  }

  void find_unit_in_heads() {
    for (std::uint32_t row = 0; row < table_.header_rows; ++row) {
      for (std::uint32_t column = 0; column < table_.columns; ++column) {
        const Span span = table_.at(row, column).span;
        if (span.empty()) continue;
        const UnitLine unit = find_unit_line(out_.text(), span);
        if (unit.unit == Unit::none) continue;
        table_.unit = unit.unit;
        table_.unit_line = unit.span;
        return;
      }
    }
  }

  const TextGrid& grid_;
  const MadeWords& words_;
  MadeWords& out_;
  GridHeads heads_;
  Table table_;
};

}  // namespace

Table write_table(const TextGrid& grid, const MadeWords& words, MadeWords& out) {
  return TableMaker(grid, words, out).make();
}

}  // namespace mingzhang
