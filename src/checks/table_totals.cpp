// Rows of totals. What a row named 合计 or 小计 adds up is said by no word: the rows since the last total,
// that total and what follows it, all rows, all subtotals, the rows below it, those of its category. Every
// such reading is tried in every column; one that holds in others is taken for the column where it does not.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#include "checks/table_sums.h"

#include <algorithm>

namespace mingzhang {
namespace {

using Rows = std::vector<std::size_t>;

struct Reading {
  Rows rows;
  std::size_t holding = 0;
  std::size_t failing = 0;
};

class TotalRow {
 public:
  TotalRow(TableSums& sums, const SummedTable& table, const TableList& list, std::size_t total)
      : sums_(sums), table_(table), list_(list), total_(total) {}

  void relate() {
    propose();
    if (readings_.empty()) return;
    for (Reading& reading : readings_) {
      for (std::size_t column = 0; column < list_.columns; ++column) {
        const auto parts = parts_of(reading, column);
        const std::int32_t figure = list_.figure(table_.cells, total_, column);
        if (figure == none || parts.empty()) continue;
        ++(sums_.adds_up(parts, static_cast<FactIndex>(figure)) ? reading.holding : reading.failing);
      }
    }
    const Reading& best = best_reading();
    for (std::size_t column = 0; column < list_.columns; ++column)
      relate_column(best, column);
  }

 private:
  /// That it equals one other row says little beside a list of rows that adds up to it.
  bool is_list(const Reading& reading) const { return reading.rows.size() > 1 && reading.holding > 0; }

  /// The one that holds in most columns.
  const Reading& best_reading() const {
    const Reading* best = &readings_.front();
    for (const Reading& reading : readings_) {
      const bool better =
          is_list(reading) == is_list(*best) ? reading.holding > best->holding : is_list(reading);
      if (better) best = &reading;
    }
    return *best;
  }

  const ListRow& row(std::size_t index) const { return list_.rows[index]; }
  bool is_total(std::size_t index) const { return row(index).kind == RowKind::total; }

  std::vector<FactIndex> parts_of(const Reading& reading, std::size_t column) const {
    return list_.figures(table_.cells, reading.rows, column);
  }

  void relate_column(const Reading& best, std::size_t column) {
    const std::int32_t figure = list_.figure(table_.cells, total_, column);
    if (figure == none) return;
    const auto total = static_cast<FactIndex>(figure);
    const Reading* chosen = &best;
    auto parts = parts_of(best, column);
    bool holds = !parts.empty() && sums_.adds_up(parts, total);
    for (const Reading& other : readings_) {
      if (holds) break;
      if (is_list(best) && other.rows.size() < 2) continue;
      const auto others = parts_of(other, column);
      if (others.empty() || !sums_.adds_up(others, total)) continue;
      chosen = &other;
      parts = others;
      holds = true;
    }
    if (parts.empty()) return;
    TableSums::Claim claim;
    if (lists_units()) claim.rule = Evaluator::sum_units;
    claim.subject = sums_.label(row(total_));
    claim.column = sums_.column_head(table_, list_.panels[row(total_).panel].figures[column]);
    if (parts.size() <= most_parts_of_sum) {
      // The same question whether it holds or not: one that fails is doubted for it, one that holds would be.
      const char* why = doubt(*chosen, holds, parts, total, column);
      if (!holds) claim.undecided = why;
      claim.only_holds = holds && why != nullptr;
    }
    sums_.add(parts, total, std::move(claim));
  }

  /// Why a sum that no reading makes hold is no contradiction yet; nullptr where it is one.
  const char* doubt(const Reading& chosen, bool holds, const std::vector<FactIndex>& parts, FactIndex total,
                    std::size_t column) const {
    const std::size_t failing = chosen.failing + (holds ? 1 : 0);
    const std::size_t holding = chosen.holding - (holds ? 1 : 0);
    if (table_.cut_before || table_.cut_behind) return "#cut_table";
    if (failing > 1 && failing > holding) return "#unclear_rows";
    if (hides_a_subtotal(parts, total)) return "#unclear_rows";
    if (lacks_figures(chosen, column) || sums_.lacks_what_stands_beside(table_, parts, total, false))
      return "#lost_figures";
    if (holding > 0) return nullptr;
    const bool given_up = holds && std::any_of(readings_.begin(), readings_.end(), [&](const Reading& other) {
                            const auto others = parts_of(other, column);
                            return &other != &chosen && !others.empty() && sums_.adds_up(others, total);
                          });
    return is_only_reading(chosen) && !given_up ? nullptr : "#unclear_rows";
  }

  /// The rows are the units of a department.
  bool lists_units() const {
    for (const std::uint32_t column : list_.panels[0].labels) {
      const std::string head = head_of(sums_.c.document, table_.table, column);
      if (head.ends_with("单位名称") || head.ends_with("预算单位")) return true;
    }
    return false;
  }

  bool lacks_figures(const Reading& reading, std::size_t column) const {
    return std::any_of(reading.rows.begin(), reading.rows.end(), [&](std::size_t index) {
      return list_.figure(table_.cells, index, column) == none &&
             sums_.is_doubtful(table_, list_, index, column);
    });
  }

  /// Some rows in a row, left out, would make it hold: they may be parts of the row above them.
  bool hides_a_subtotal(const std::vector<FactIndex>& parts, FactIndex total) const {
    constexpr std::size_t most_looked_at = 200;
    if (parts.size() > most_looked_at || !sums_.exceeds(parts, total)) return false;
    Interval whole = Interval::exactly(Decimal());
    for (const FactIndex part : parts)
      whole = whole + sums_.c.figures[part].range;
    const Interval wanted = whole - sums_.c.figures[total].range;
    for (std::size_t first = 1; first < parts.size(); ++first) {
      Interval run = Interval::exactly(Decimal());
      for (std::size_t last = first; last < parts.size(); ++last) {
        run = run + sums_.c.figures[parts[last]].range;
        if (run.low > wanted.high) break;
        if (run.meets(wanted) && !(run.low <= Decimal() && run.high >= Decimal())) return true;
      }
    }
    return false;
  }

  /// The rows of the reading are of one kind throughout: all with codes of one length, all numbered in turn,
  /// or a plain list without any such mark; and no total stands among them.
  bool is_only_reading(const Reading& reading) const {
    if (&reading != &readings_.front() || reading.rows.size() < 2) return false;
    const std::size_t first = std::min(reading.rows.front(), total_);
    const std::size_t last = std::max(reading.rows.back(), total_);
    std::uint16_t ordinal = 0;
    const ListRow& model = row(reading.rows.back());
    for (std::size_t i = first; i <= last; ++i) {
      if (i == total_ || row(i).parent != none) continue;
      const bool in_reading = std::binary_search(reading.rows.begin(), reading.rows.end(), i);
      if (is_total(i) && !in_reading && row(i).has_figure) return false;
      if (is_total(i) || !in_reading) continue;
      if (row(i).code.size() != model.code.size()) return false;
      if (model.style != 0 && row(i).style == model.style && row(i).ordinal != ++ordinal) return false;
      if (list_.coded && row(i).code.empty()) return false;
    }
    return true;
  }

  void add(Rows rows) {
    std::erase_if(rows, [&](std::size_t index) { return index == total_ || !row(index).has_figure; });
    if (rows.empty()) return;
    const auto same = [&](const Reading& reading) { return reading.rows == rows; };
    if (std::none_of(readings_.begin(), readings_.end(), same)) readings_.push_back({std::move(rows)});
  }

  /// The rows of a stretch without their children, and the same in narrower readings.
  void add_variants(const Rows& rows) {
    Rows top;
    Rows coded;
    Rows bare;
    Rows marked;
    Rows leaves;
    for (const std::size_t index : rows) {
      if (!has_children(index)) leaves.push_back(index);
      if (row(index).parent != none) continue;
      top.push_back(index);
      (row(index).code.empty() ? bare : coded).push_back(index);
      if (row(index).style != 0 || !row(index).code.empty()) marked.push_back(index);
    }
    add(top);
    if (!coded.empty() && !bare.empty()) {
      add(coded);
      add(bare);
    }
    if (!marked.empty() && marked.size() < top.size()) add(marked);
    add(leaves);
  }

  bool has_children(std::size_t index) const {
    return index + 1 < list_.rows.size() && row(index + 1).parent == static_cast<std::int32_t>(index);
  }

  Rows items_between(std::size_t first, std::size_t last) const {
    Rows out;
    for (std::size_t i = first; i < last; ++i) {
      if (!is_total(i)) out.push_back(i);
    }
    return out;
  }

  void propose() {
    std::size_t start = total_;
    while (start > 0 && !is_total(start - 1))
      --start;
    std::size_t end = total_ + 1;
    while (end < list_.rows.size() && !is_total(end))
      ++end;
    propose_category();
    const Rows above = items_between(start, total_);
    const bool first =
        std::none_of(above.begin(), above.end(), [&](std::size_t index) { return row(index).has_figure; }) &&
        start == 0;
    if (first) {
      propose_below(end);
      return;
    }
    const bool has_total_before = start > 0;
    // 小计 and 本年收入合计 close what stands above them; 总计 adds carry-over to the total before it.
    if (row(total_).grand && has_total_before) propose_from_totals(start);
    add_variants(above);
    if (!row(total_).grand && has_total_before) propose_from_totals(start);
    add_variants(items_between(0, total_));
    propose_below(end);
  }

  /// Below the words of the same first column: 一般公共预算资金 | 小计.
  void propose_category() {
    if (row(total_).category == none) return;
    Rows rows;
    for (std::size_t i = 0; i < list_.rows.size(); ++i) {
      if (row(i).category == row(total_).category && i != total_) rows.push_back(i);
    }
    add(rows);
  }

  void propose_from_totals(std::size_t start) {
    Rows with_last{start - 1};
    for (std::size_t i = start; i < total_; ++i) {
      if (row(i).parent == none) with_last.push_back(i);
    }
    add(with_last);
    Rows totals;
    for (std::size_t i = 0; i < start; ++i) {
      if (is_total(i)) totals.push_back(i);
    }
    add(totals);
    for (std::size_t i = start; i < total_; ++i) {
      if (row(i).parent == none) totals.push_back(i);
    }
    add(totals);
  }

  void propose_below(std::size_t end) {
    add_variants(items_between(total_ + 1, end));
    if (end == list_.rows.size()) return;
    Rows totals;
    for (std::size_t i = total_ + 1; i < list_.rows.size(); ++i) {
      if (is_total(i)) totals.push_back(i);
    }
    add(totals);
    add_variants(items_between(total_ + 1, list_.rows.size()));
  }

  TableSums& sums_;
  const SummedTable& table_;
  const TableList& list_;
  std::size_t total_;
  std::vector<Reading> readings_;
};

}  // namespace

void sum_total_rows(TableSums& sums, const SummedTable& table, const TableList& list) {
  // Each total looks at all rows: a table with very many of them is no budget table.
  constexpr std::size_t most_totals = 64;
  const auto totals = std::count_if(list.rows.begin(), list.rows.end(), [](const ListRow& row) {
    return row.kind == RowKind::total && row.has_figure;
  });
  if (static_cast<std::size_t>(totals) > most_totals) return;
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    if (list.rows[i].kind == RowKind::total && list.rows[i].has_figure)
      TotalRow(sums, table, list, i).relate();
  }
}

}  // namespace mingzhang
