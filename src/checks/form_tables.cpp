// What the form of tables owes the reader: classifications down to the level that the law asks for
// (missing.granularity), a sentence where a table of funds is empty (missing.empty_note), and the names that
// codes have (structure.class_name).
//
// Tests: tests/unit/checks/form_tables_test.cpp.
#include "checks/case.h"
#include "checks/table_lists.h"
#include "text/search.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace mingzhang {
namespace {

/// First year of budgets for which 预算法实施条例（2020） asks for this; its final accounts a year earlier.
constexpr int first_budget_with_levels = 2021;

Source source_of_title(const Document& document, std::int32_t table) {
  const Table& grid = document.tables[static_cast<std::size_t>(table)];
  Source source;
  source.span = grid.title.empty() ? grid.span : grid.title;
  if (grid.span.start <= source.span.start && source.span.end <= grid.span.end) source.table = table;
  return source;
}

class TableForm {
 public:
  TableForm(Case& c, std::int32_t index)
      : c_(c),
        index_(index),
        table_(c.document.tables[static_cast<std::size_t>(index)]),
        cells_(c.cells.tables[static_cast<std::size_t>(index)]),
        title_(folded(c.document.words(table_.title))) {}

  void check() {
    check_granularity();
    check_empty();
  }

 private:
  void check_granularity() {
    const int from = first_budget_with_levels - (c_.disclosure.kind == DisclosureKind::final ? 1 : 0);
    if (c_.disclosure.year < from || !contains_words(title_, "支出")) return;
    std::size_t longest = 0;
    std::size_t codes = 0;
    bool functions = false;
    for (const TableList& list : c_.lists[static_cast<std::size_t>(index_)]) {
      for (const ListRow& row : list.rows) {
        if (!row.code_printed || !row.has_figure) continue;
        ++codes;
        longest = std::max(longest, row.code.size());
        functions = functions || row.code[0] == '2';
      }
    }
    constexpr std::size_t fewest_codes = 2;
    if (codes < fewest_codes) return;
    const bool basic_by_class = !functions && contains_words(title_, "基本支出");
    if (!functions && !basic_by_class) return;
    const std::size_t wanted = functions ? 7 : 5;
    const bool holds = longest >= wanted;
    if (!holds && !is_cut_short()) {
      Finding& finding =
          c_.report(Evaluator::missing_granularity, Status::fails, Severity::warning,
                    functions ? "missing.granularity.function" : "missing.granularity.economic");
      describe(finding);
    } else if (holds) {
      describe(c_.report(Evaluator::missing_granularity, Status::holds, Severity::warning,
                         "missing.granularity.holds"));
    }
  }

  /// Another table of the same title may hold the rest.
  bool is_cut_short() const {
    const auto& tables = c_.document.tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (static_cast<std::int32_t>(i) == index_) continue;
      if (tables[i].title.empty() || folded(c_.document.words(tables[i].title)) == title_) return true;
    }
    return false;
  }

  void describe(Finding& finding) const {
    finding.sources.push_back(source_of_title(c_.document, index_));
    finding.values.emplace_back("title", title_);
  }

  /// 政府性基金 and 国有资本经营 tables stand in every disclosure, filled or not.
  void check_empty() {
    if (!contains_one_of(title_, c_.book.empty_tables) || contains_words(title_, "一般公共预算")) return;
    std::int32_t filled = none;
    for (const std::int32_t figure : cells_.figures) {
      if (figure == none || c_.fact(static_cast<FactIndex>(figure)).value.is_zero()) continue;
      filled = figure;
      break;
    }
    const std::int32_t note = note_behind();
    if (filled != none && note == none) return;
    Source source;
    if (note != none) {
      source.block = note;
      source.section = c_.document.blocks[static_cast<std::size_t>(note)].section;
      source.span = c_.document.blocks[static_cast<std::size_t>(note)].span;
    }
    if (filled != none) {
      Finding& finding = c_.report(Evaluator::missing_empty_note, Status::fails, Severity::error,
                                   "missing.empty_note.filled");
      describe(finding);
      c_.rest_on(finding, static_cast<FactIndex>(filled));
      finding.sources.push_back(source);
      finding.stated = c_.fact(static_cast<FactIndex>(filled)).value.to_string();
      finding.unit = c_.fact(static_cast<FactIndex>(filled)).unit;
      return;
    }
    const bool said = note != none || is_said_elsewhere();
    if (!said && is_tables_only()) return;
    Finding& finding =
        c_.report(Evaluator::missing_empty_note, said ? Status::holds : Status::fails, Severity::warning,
                  said ? "missing.empty_note.holds" : "missing.empty_note.fails");
    describe(finding);
    if (note != none) finding.sources.push_back(source);
  }

  /// The paragraph right below the table that says that it is empty; none.
  std::int32_t note_behind() const {
    constexpr std::size_t nearby = 2;
    const auto& blocks = c_.document.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].table != index_) continue;
      for (std::size_t k = i + 1; k < blocks.size() && k <= i + nearby; ++k) {
        if (blocks[k].kind == BlockKind::table) return none;
        const std::string words = folded(c_.document.words(blocks[k].span));
        const bool note = words.starts_with("注") || words.starts_with("说明") || words.starts_with("备注") ||
                          words.starts_with("本表") || contains_words(words, "空表");
        if (note && contains_one_of(words, c_.book.empty_notes)) return static_cast<std::int32_t>(k);
      }
      return none;
    }
    return none;
  }

  /// The narrative, which may say it, is another file.
  bool is_tables_only() const {
    const auto& facts = c_.disclosure.facts;
    return std::all_of(facts.begin(), facts.end(),
                       [](const Fact& fact) { return fact.source.table != none; });
  }

  /// 没有使用政府性基金安排的支出 in the prose, or a figure of 0 for it.
  bool is_said_elsewhere() const {
    const bool state_capital = contains_words(title_, "国有资本");
    const std::string_view fund = state_capital ? "国有资本" : "政府性基金";
    for (const Block& block : c_.document.blocks) {
      if (block.kind == BlockKind::table) continue;
      const std::string words = folded(c_.document.words(block.span));
      if (!contains_words(words, fund)) continue;
      if (contains_one_of(words, c_.book.empty_notes) || contains_words(words, "0万元") ||
          contains_words(words, "0元") || contains_words(words, "0.00"))
        return true;
    }
    return false;
  }

  Case& c_;
  std::int32_t index_;
  const Table& table_;
  const TableCells& cells_;
  std::string title_;
};

}  // namespace

void check_table_form(Case& c) {
  if (c.disclosure.year == 0) return;
  for (std::size_t i = 0; i < c.document.tables.size(); ++i) {
    if (c.document.tables[i].title.empty()) continue;
    TableForm(c, static_cast<std::int32_t>(i)).check();
  }
}

}  // namespace mingzhang
