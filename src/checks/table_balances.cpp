// Both sides of a table of income and expenditure, and balances rolled forward: what was there at the start
// and came in, less what was spent, is there at the end.
//
// Tests: tests/unit/checks/table_balances_test.cpp.
#include "checks/table_sums.h"
#include "text/search.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mingzhang {
namespace {

/// 总计 on the side of income and on that of expenditure, in one row of the grid, the last of each side.
class TwoSides {
 public:
  TwoSides(TableSums& sums, const SummedTable& table, const TableList& left, const TableList& right)
      : sums_(sums), table_(table), left_(left), right_(right) {}

  void relate() {
    const std::int32_t income = last_total(left_);
    const std::int32_t spending = last_total(right_);
    if (income == none || spending == none) return;
    const ListRow& in = left_.rows[static_cast<std::size_t>(income)];
    const ListRow& out = right_.rows[static_cast<std::size_t>(spending)];
    if (in.row != out.row || !is_level_with(sums_.label(in), sums_.label(out))) return;
    const std::int32_t received = left_.figure(table_.cells, static_cast<std::size_t>(income), 0);
    const std::int32_t spent = right_.figure(table_.cells, static_cast<std::size_t>(spending), 0);
    if (received == none || spent == none) return;
    TableSums::Claim claim;
    claim.rule = Evaluator::balance_grand;
    claim.message = "balance.grand";
    claim.subject = sums_.label(in);
    claim.column = sums_.label(out);
    const auto part = static_cast<FactIndex>(received);
    sums_.add({&part, 1}, static_cast<FactIndex>(spent), std::move(claim));
  }

 private:
  static std::int32_t last_total(const TableList& list) {
    for (std::size_t i = list.rows.size(); i-- > 0;) {
      if (!list.rows[i].has_figure) continue;
      return list.rows[i].kind == RowKind::total && list.rows[i].grand ? static_cast<std::int32_t>(i) : none;
    }
    return none;
  }

  /// 收入总计 and 支出总计, both 总计: the same words but for the side. 本年收入 is no match for 支出总计.
  static bool is_level_with(std::string income, std::string spending) {
    const auto without = [](std::string& label, std::string_view side) {
      if (const std::size_t at = label.find(side); at != std::string::npos) label.erase(at, side.size());
    };
    without(income, "收入");
    without(spending, "支出");
    const bool of_the_year = income.starts_with("本年") || income.starts_with("当年");
    return income == spending && !of_the_year;
  }

  TableSums& sums_;
  const SummedTable& table_;
  const TableList& left_;
  const TableList& right_;
};

/// 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余.
class RollForward {
 public:
  RollForward(TableSums& sums, const SummedTable& table, const TableList& list)
      : sums_(sums), table_(table), list_(list) {
    const auto& words = sums.c.book.roll_forward;
    columns_.fill(none);
    for (std::size_t column = 0; column < list.columns; ++column) {
      const auto heads = heads_over(sums.c.document, table.table, list.panels[0].figures[column]);
      for (std::size_t role = 0; role < roles; ++role) {
        if (columns_[role] != none || !stands_for(heads, words[role])) continue;
        columns_[role] = static_cast<std::int32_t>(column);
      }
    }
  }

  void relate() {
    if (columns_[opening] == none || columns_[closing] == none) return;
    if (columns_[income] == none || columns_[expenditure] == none) return;
    const std::size_t holding = count(true);
    const std::size_t failing = count(false);
    const bool sure = failing <= 1 || holding >= 2 * failing;
    for (std::size_t row = 0; sure && row < list_.rows.size(); ++row)
      relate_row(row);
  }

 private:
  enum Role : std::size_t { opening, income, expenditure, distribution, closing, roles };

  /// The head itself, or a group whose own total this is.
  bool stands_for(const std::vector<std::string>& heads, const std::vector<std::string>& words) const {
    if (heads.empty()) return false;
    if (contains_one_of(heads.back(), words)) return true;
    const auto& endings = sums_.c.book.total_endings;
    const bool total = std::any_of(endings.begin(), endings.end(),
                                   [&](const std::string& word) { return heads.back().ends_with(word); });
    return total && heads.size() > 1 && contains_one_of(heads[heads.size() - 2], words);
  }

  std::int32_t figure(std::size_t row, Role role) const {
    const std::int32_t column = columns_[role];
    return column == none ? none : list_.figure(table_.cells, row, static_cast<std::size_t>(column));
  }

  /// The terms of a row; false where fewer than two of its figures are printed.
  bool terms_of(std::size_t row, std::vector<Term>& terms, FactIndex& stated) const {
    terms.clear();
    const std::int32_t closes = figure(row, closing);
    const std::int32_t spends = figure(row, expenditure);
    if (closes == none && spends == none) return false;
    const auto add = [&](Role role, bool negative) {
      const std::int32_t found = figure(row, role);
      if (found != none) terms.push_back({static_cast<FactIndex>(found), negative});
    };
    add(opening, false);
    add(income, false);
    if (terms.empty()) return false;
    // A blank balance is none: then all of it was spent.
    if (closes != none) add(expenditure, true);
    add(distribution, true);
    stated = static_cast<FactIndex>(closes != none ? closes : spends);
    return true;
  }

  std::size_t count(bool holding) const {
    std::size_t out = 0;
    std::vector<Term> terms;
    FactIndex stated = 0;
    for (std::size_t row = 0; row < list_.rows.size(); ++row) {
      if (!terms_of(row, terms, stated)) continue;
      if (would_hold(RelationKind::sum, terms, stated, sums_.c.figures) == holding) ++out;
    }
    return out;
  }

  void relate_row(std::size_t row) {
    std::vector<Term> terms;
    FactIndex stated = 0;
    if (!terms_of(row, terms, stated)) return;
    Case& c = sums_.c;
    const RuleIndex rule = c.book.index(Evaluator::balance_rollforward);
    Relation& relation =
        c.relations.add(rule, RelationKind::sum, terms, stated, c.worst(rule), "balance.rollforward");
    c.relations.note_of(relation).values.emplace_back("subject", sums_.label(list_.rows[row]));
  }

  TableSums& sums_;
  const SummedTable& table_;
  const TableList& list_;
  std::array<std::int32_t, roles> columns_{};
};

}  // namespace

void relate_balances(TableSums& sums, const SummedTable& table, const std::vector<TableList>& lists) {
  for (std::size_t i = 0; i + 1 < lists.size(); ++i)
    TwoSides(sums, table, lists[i], lists[i + 1]).relate();
  for (const TableList& list : lists)
    RollForward(sums, table, list).relate();
}

}  // namespace mingzhang
