// The frame of the sums in tables, and the sums down the tree of rows: a class is its subclasses, a numbered
// line the lines numbered below it, and what is marked 其中 is not larger than the line above.
//
// Tests: tests/unit/checks/table_sums_test.cpp.
#include "checks/table_sums.h"

#include "text/quantity.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {
namespace {

/// One parent with the rows directly below it.
struct Family {
  std::size_t parent = 0;
  std::vector<std::size_t> children;
  bool coded = false;
  /// Of-which rows, or numbers that do not run from 1: the list need not be complete.
  bool may_be_partial = false;
  /// A code stands twice among them, or some may stand on another page.
  bool unclear = false;
};

std::vector<Family> families_of(const SummedTable& table, const TableList& list) {
  std::vector<Family> out;
  std::vector<std::int32_t> family_of(list.rows.size(), none);
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    const std::int32_t parent = list.rows[i].parent;
    if (parent == none) continue;
    std::int32_t& family = family_of[static_cast<std::size_t>(parent)];
    if (family == none) {
      family = static_cast<std::int32_t>(out.size());
      out.push_back({static_cast<std::size_t>(parent), {}, !list.rows[i].code.empty(), false, false});
    }
    out[static_cast<std::size_t>(family)].children.push_back(i);
  }
  for (Family& family : out) {
    std::uint16_t ordinal = 0;
    std::vector<std::string_view> codes;
    for (const std::size_t child : family.children) {
      const ListRow& row = list.rows[child];
      if (row.kind == RowKind::of_which) family.may_be_partial = true;
      if (!family.coded && row.ordinal != ++ordinal) family.may_be_partial = true;
      codes.push_back(row.code);
    }
    if (!family.coded && family.children.size() < 2) family.may_be_partial = true;
    std::sort(codes.begin(), codes.end());
    family.unclear = family.coded && std::adjacent_find(codes.begin(), codes.end()) != codes.end();
    const bool reaches_end = family.children.back() + 1 == list.rows.size();
    family.unclear = family.unclear || (table.cut_behind && reaches_end);
  }
  return out;
}

class Tree {
 public:
  Tree(TableSums& sums, const SummedTable& table, const TableList& list)
      : sums_(sums), table_(table), list_(list), families_(families_of(table, list)) {}

  void relate() {
    for (const bool coded : {true, false}) {
      weigh(coded);
      for (const Family& family : families_) {
        if (family.coded != coded) continue;
        for (std::size_t column = 0; column < list_.columns; ++column)
          relate_family(family, column);
      }
    }
  }

 private:
  std::vector<FactIndex> parts_of(const Family& family, std::size_t column) const {
    return list_.figures(table_.cells, family.children, column);
  }

  void weigh(bool coded) {
    holding_ = failing_ = 0;
    for (const Family& family : families_) {
      if (family.coded != coded) continue;
      for (std::size_t column = 0; column < list_.columns; ++column) {
        const std::int32_t total = list_.figure(table_.cells, family.parent, column);
        const auto parts = parts_of(family, column);
        if (total == none || parts.empty()) continue;
        ++(sums_.adds_up(parts, static_cast<FactIndex>(total)) ? holding_ : failing_);
      }
    }
  }

  void relate_family(const Family& family, std::size_t column) {
    const std::int32_t figure = list_.figure(table_.cells, family.parent, column);
    const auto parts = parts_of(family, column);
    if (figure == none || parts.empty()) return;
    const auto total = static_cast<FactIndex>(figure);
    const bool holds = sums_.adds_up(parts, total);
    if (!holds && family.may_be_partial) return;
    const ListRow& row = list_.rows[family.parent];
    TableSums::Claim claim;
    claim.rule = family.coded ? Evaluator::sum_classification : Evaluator::sum_table;
    claim.message = family.coded ? "classification" : "table.total";
    claim.subject = sums_.label(row);
    claim.column = sums_.column_head(table_, list_.panels[row.panel].figures[column]);
    // The same question whether it holds or not: one that fails is doubted for it, one that holds would be.
    const std::size_t failing = failing_ + (holds ? 1 : 0);
    const std::size_t holding = holding_ - (holds ? 1 : 0);
    const char* doubt = nullptr;
    if (family.unclear || (failing > 1 && failing > holding)) doubt = "#unclear_rows";
    if (is_incomplete(family, column) || sums_.lacks_what_stands_beside(table_, parts, total, false))
      doubt = "#lost_figures";
    if (!holds) claim.undecided = doubt;
    claim.only_holds = holds && (doubt != nullptr || family.may_be_partial);
    sums_.add(parts, total, std::move(claim));
  }

  /// A part's cell holds something that is no single figure, or is empty although its own parts have figures.
  bool is_incomplete(const Family& family, std::size_t column) const {
    return std::any_of(family.children.begin(), family.children.end(), [&](std::size_t child) {
      return list_.figure(table_.cells, child, column) == none &&
             sums_.is_doubtful(table_, list_, child, column);
    });
  }

  TableSums& sums_;
  const SummedTable& table_;
  const TableList& list_;
  std::vector<Family> families_;
  std::size_t holding_ = 0;
  std::size_t failing_ = 0;
};

/// The same table, cut: as many columns, and no title of its own.
bool goes_on(const Document& document, const Table& first, const Table& second) {
  if (first.columns != second.columns) return false;
  if (second.title.empty()) return true;
  return document.words(first.title) == document.words(second.title);
}

}  // namespace

TableSums::TableSums(Case& which) : c(which) {
  for (const Relation& relation : c.relations.all) {
    if (relation.kind != RelationKind::sum) continue;
    std::vector<FactIndex> parts;
    bool plain = true;
    for (const Term& term : c.relations.terms_of(relation)) {
      plain = plain && !term.negative;
      parts.push_back(term.fact);
    }
    if (plain) known_.insert(signature(parts, relation.stated));
  }
}

std::uint64_t TableSums::signature(std::span<const FactIndex> parts, FactIndex total) const {
  std::vector<FactIndex> sorted(parts.begin(), parts.end());
  std::sort(sorted.begin(), sorted.end());
  std::uint64_t hash = total * 0x9E3779B97F4A7C15u + parts.size();
  for (const FactIndex part : sorted)
    hash = (hash ^ (part + 0x9E3779B97F4A7C15u + (hash << 6) + (hash >> 2))) * 0xD6E8FEB86659FD93u;
  return hash;
}

bool TableSums::adds_up(std::span<const FactIndex> parts, FactIndex total) const {
  Interval sum = Interval::exactly(Decimal());
  for (const FactIndex part : parts)
    sum = sum + c.figures[part].range;
  return sum.meets(c.figures[total].range);
}

bool TableSums::exceeds(std::span<const FactIndex> parts, FactIndex total) const {
  Decimal low;
  for (const FactIndex part : parts)
    low += c.figures[part].range.low;
  return low > c.figures[total].range.high;
}

bool TableSums::is_doubtful(const SummedTable& table, const TableList& list, std::size_t row,
                            std::size_t column) const {
  const std::uint32_t place = list.panels[list.rows[row].panel].figures[column];
  const Span cell = table.table.at(list.rows[row].row, place).span;
  // A dash is nothing.
  if (cell.size() > 3) return true;
  return list.has_figures_below(table.cells, {c.disclosure.facts, c.cells.figures}, row, column);
}

bool TableSums::lacks_what_stands_beside(const SummedTable& table, std::span<const FactIndex> parts,
                                         FactIndex total, bool row_only) const {
  constexpr std::uint32_t nearby = 600;
  Interval rest = c.figures[total].range;
  for (const FactIndex part : parts)
    rest = rest - c.figures[part].range;
  if (rest.low <= Decimal()) return false;
  const std::string& text = c.document.text;
  const int power = c.figures[total].power;
  const auto stands_in = [&](std::uint32_t start, std::uint32_t end) {
    end = std::min(end, static_cast<std::uint32_t>(text.size()));
    if (start >= end) return false;
    std::vector<Mention> mentions;
    scan_mentions(std::string_view(text).substr(start, end - start), start, mentions);
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      if (mention.kind != MentionKind::quantity || mention.quantity.value.is_zero()) return false;
      const bool money = kind_of(mention.quantity.unit) == UnitKind::money;
      const Decimal value = mention.quantity.value.shifted(money ? power_of(mention.quantity.unit) : power);
      return rest.contains(value);
    });
  };
  const std::uint32_t from = c.fact(total).source.span.end;
  const std::size_t line_end = text.find('\n', std::max(from, c.fact(total).context.end));
  if (stands_in(from, static_cast<std::uint32_t>(std::min(line_end, text.size())))) return true;
  if (row_only) return false;
  const Span span = table.table.span;
  return stands_in(span.end, span.end + nearby) ||
         stands_in(span.start > nearby ? span.start - nearby : 0, span.start);
}

void TableSums::add(std::span<const FactIndex> parts, FactIndex total, Claim claim) {
  if (parts.empty()) return;
  if (parts.size() > most_parts_of_sum) {
    Finding& finding = c.report(claim.rule, Status::unknown, Severity::notice, "table.too_long");
    c.rest_on(finding, total);
    finding.stated = c.fact(total).value.to_string();
    finding.unit = c.fact(total).unit;
    finding.values.emplace_back("subject", std::move(claim.subject));
    finding.values.emplace_back("count", std::to_string(parts.size()));
    return;
  }
  const UnitKind kind = kind_of(c.fact(total).unit);
  for (const FactIndex part : parts) {
    if (part == total || kind_of(c.fact(part).unit) != kind) return;
    // 平方米 beside 件: counts of different things are not added.
    if (kind == UnitKind::count && c.fact(part).unit != c.fact(total).unit) return;
  }
  if (!known_.insert(signature(parts, total)).second) return;
  std::vector<Term> terms;
  for (const FactIndex part : parts)
    terms.push_back({part, false});
  const RuleIndex rule = c.book.index(claim.rule);
  const bool plain = claim.column.empty() && claim.message == std::string_view("table.total");
  Relation& relation = c.relations.add(rule, RelationKind::sum, terms, total, c.worst(rule),
                                       plain ? "table.total.plain" : claim.message);
  relation.undecided = claim.undecided != nullptr;
  relation.only_holds = claim.only_holds;
  RelationNote& note = c.relations.note_of(relation);
  note.values.emplace_back("subject", std::move(claim.subject));
  note.values.emplace_back("column", std::move(claim.column));
  if (claim.undecided) note.values.emplace_back("why", claim.undecided);
}

std::string TableSums::folded_words(Span span) const {
  constexpr std::uint32_t longest = 120;
  return span.size() > longest ? std::string() : folded(c.document.words(span));
}

std::string TableSums::column_head(const SummedTable& table, std::uint32_t column) const {
  const auto heads = heads_over(c.document, table.table, column);
  return heads.empty() || heads.back().size() > 90 ? std::string() : heads.back();
}

void sum_tree(TableSums& sums, const SummedTable& table, const TableList& list) {
  Tree(sums, table, list).relate();
}

void relate_tables(Case& c) {
  TableSums sums(c);
  const auto& tables = c.document.tables;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const TableCells& cells = c.cells.tables[i];
    if (tables[i].columns < 2 || tables[i].rows <= cells.first_row) continue;
    SummedTable table{static_cast<std::int32_t>(i), tables[i], cells};
    table.cut_before = i > 0 && goes_on(c.document, tables[i - 1], tables[i]);
    table.cut_behind = i + 1 < tables.size() && goes_on(c.document, tables[i], tables[i + 1]);
    for (const TableList& list : c.lists[i]) {
      sum_columns(sums, table, list);
      sum_tree(sums, table, list);
      sum_stairs(sums, table, list);
      sum_total_rows(sums, table, list);
    }
    relate_balances(sums, table, c.lists[i]);
  }
}

}  // namespace mingzhang
