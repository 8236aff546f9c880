// The same numbers as the pictures in a table that can be sorted: beside a picture the amounts and shares,
// alone also codes, last year and the change.
#include "app/breakdown_cut.h"
#include "app/table.h"
#include "text/sorting.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::size_t most_inner = 40;  // beside a picture a part's own parts stand below it, if they are few

struct ListRow {
  const BreakdownNode* node;
  const BreakdownNode* above;  // the child of the shown node that it is or is in
  bool inner;
};

Decimal last_year_of(const Cut& cut, const BreakdownNode& node) {
  const Fact& fact = cut.scene.dossier.fact(node.last_year);
  return fact.value.shifted(power_of(fact.unit));
}

/// What the column sorts by; rows without a value stand last.
std::optional<Decimal> change_of(const Cut& cut, const BreakdownNode& node) {
  if (node.last_year == none) return std::nullopt;
  return node.yuan - last_year_of(cut, node);
}

enum class Column : std::uint8_t { name, code, amount, share, last_year, change };

std::vector<Column> columns_of(const Cut& cut, bool wide) {
  std::vector<Column> columns = {Column::name};
  const std::vector<BreakdownNode>& children = cut.node().children;
  const auto any = [&](auto has) { return wide && std::any_of(children.begin(), children.end(), has); };
  if (any([](const BreakdownNode& node) { return !node.code.empty(); })) columns.push_back(Column::code);
  columns.push_back(Column::amount);
  if (cut.measure() != AmountMeasure::share) columns.push_back(Column::share);
  if (any([](const BreakdownNode& node) { return node.last_year != none; })) {
    columns.push_back(Column::last_year);
    columns.push_back(Column::change);
  }
  return columns;
}

bool before(const Cut& cut, Column column, bool descending, const ListRow& a, const ListRow& b) {
  switch (column) {
    case Column::name: {
      const std::string left = node_name(cut.scene, *a.node), right = node_name(cut.scene, *b.node);
      return descending ? right < left : left < right;
    }
    case Column::code:
      return descending ? b.node->code < a.node->code : a.node->code < b.node->code;
    case Column::amount:
    case Column::share:
      return descending ? a.node->yuan > b.node->yuan : a.node->yuan < b.node->yuan;
    case Column::last_year:
    case Column::change:
      break;
  }
  const auto value = [&](const BreakdownNode& node) -> std::optional<Decimal> {
    if (node.last_year == none) return std::nullopt;
    return column == Column::change ? change_of(cut, node) : last_year_of(cut, node);
  };
  const auto left = value(*a.node), right = value(*b.node);
  if (!left || !right) return left.has_value() && !right.has_value();
  return descending ? *left > *right : *left < *right;
}

void sort_rows(const Cut& cut, const std::vector<Column>& columns, std::vector<ListRow>& rows) {
  const Sorting& sorting = cut.scene.choices.sorting;
  if (sorting.column < 0 || static_cast<std::size_t>(sorting.column) >= columns.size()) return;
  const Column column = columns[static_cast<std::size_t>(sorting.column)];
  sort_stably(rows, [&](const ListRow& a, const ListRow& b) {
    return before(cut, column, sorting.descending, a, b);
  });
}

/// What is looked for, wherever in the tree it stands; else the shown node's children with their own parts.
std::vector<ListRow> rows_of(const Cut& cut, const std::vector<Column>& columns, bool wide) {
  std::vector<ListRow> rows;
  for (const BreakdownNode& child : cut.node().children) {
    if (cut.holds_sought(child)) rows.push_back({&child, &child, false});
  }
  sort_rows(cut, columns, rows);
  std::vector<ListRow> all;
  for (const ListRow& row : rows) {
    all.push_back(row);
    const std::vector<BreakdownNode>& inside = row.node->children;
    if (!wide && inside.size() > most_inner) continue;
    std::vector<ListRow> inner;
    for (const BreakdownNode& child : inside) {
      if (cut.holds_sought(child)) inner.push_back({&child, row.node, true});
    }
    sort_rows(cut, columns, inner);
    all.insert(all.end(), inner.begin(), inner.end());
  }
  return all;
}

TableCell amount_cell(const Cut& cut, const BreakdownNode& node) {
  const Colours& c = cut.scene.ui.colours;
  if (Cut::blank(node))
    return {.words = std::string(cut.scene.words("breakdown.blank")), .colour = c.to_explain.ink};
  TableCell cell{.words = cut.amount(node)};
  if (node.fact == none) {
    cell.colour = c.second;
    return cell;
  }
  cell.figure_name = figure_name(cut.scene.dossier.fact(node.fact), cut.scene.words);
  if (cut.scene.dossier.printed(node.fact) != nullptr) {
    cell.ground = c.tint;
    cell.colour = c.accent;
  }
  return cell;
}

TableCell cell_of(const Cut& cut, const ListRow& row, Column column) {
  const BreakdownNode& node = *row.node;
  const Colours& c = cut.scene.ui.colours;
  switch (column) {
    case Column::name: {
      const bool goes_in = !node.children.empty();
      return {.words = node_name(cut.scene, node) + (goes_in ? " ›" : ""),
              .colour = row.inner ? c.second : 0,
              .link = goes_in,
              .indent = row.inner ? 16.0F : 0.0F};
    }
    case Column::code:
      return {.words = node.code, .colour = c.third};
    case Column::amount:
      return amount_cell(cut, node);
    case Column::share:
      return {.words = Cut::blank(node) ? std::string("–") : cut.share(node), .colour = c.second};
    case Column::last_year: {
      if (node.last_year == none) return {.words = "–", .colour = c.third};
      BreakdownNode last;
      last.yuan = last_year_of(cut, node);
      last.unit = cut.scene.dossier.fact(node.last_year).unit;
      last.printed = cut.scene.dossier.fact(node.last_year).value;
      return {.words = cut.amount(last),
              .figure_name = figure_name(cut.scene.dossier.fact(node.last_year), cut.scene.words)};
    }
    case Column::change:
      break;
  }
  const auto change = change_of(cut, node);
  if (!change) return {.words = "–", .colour = c.third};
  BreakdownNode difference;
  difference.yuan = change->abs();
  difference.unit = Unit::yuan;
  difference.printed = difference.yuan;
  const std::string sign = change->is_zero() ? "" : change->is_negative() ? "−" : "+";
  return {.words = sign + cut.amount(difference), .colour = c.second};
}

TableColumn head_of(const Cut& cut, Column column) {
  const Phrases& words = cut.scene.words;
  switch (column) {
    case Column::name:
      return {.head = std::string(words("table.item")), .sortable = true};
    case Column::code:
      return {.head = std::string(words("table.code")), .sortable = true};
    case Column::amount:
      return {.head = cut.unit().empty() ? std::string(words("table.amount")) : cut.unit(),
              .figures = true,
              .sortable = true};
    case Column::share:
      return {.head = std::string(words("table.share")), .figures = true, .sortable = true};
    case Column::last_year:
      return {.head = std::string(words("change.last")), .figures = true, .sortable = true};
    case Column::change:
      break;
  }
  return {.head = std::string(words("change.difference")), .figures = true, .sortable = true};
}

/// First the natural way, then the other, then the document's own order.
void sort_by(Sorting& sorting, std::int32_t column, bool first_descending) {
  if (sorting.column != column) {
    sorting = {column, first_descending};
  } else if (sorting.descending == first_descending) {
    sorting.descending = !first_descending;
  } else {
    sorting = {};
  }
}

void answer_press(const Cut& cut, const ListRow& row, Column column) {
  Scene& scene = cut.scene;
  if (column == Column::amount) open_figure(scene, row.node->fact);
  if (column == Column::last_year) open_figure(scene, row.node->last_year);
  if (column != Column::name) return;
  const auto key = [&](const BreakdownNode& node) { return key_of(node, scene.knowledge.vocabulary); };
  scene.choices.drill.push_back(key(*row.above));
  if (row.inner) scene.choices.drill.push_back(key(*row.node));
}

}  // namespace

void show_amounts(const Cut& cut, bool wide) {
  Ui& ui = cut.scene.ui;
  const std::vector<Column> columns = columns_of(cut, wide);
  const std::vector<ListRow> rows = rows_of(cut, columns, wide);
  if (rows.empty()) {
    empty_note(ui, "not-found", cut.scene.words("breakdown.not_found"));
    return;
  }
  std::vector<TableColumn> heads;
  for (const Column column : columns)
    heads.push_back(head_of(cut, column));
  std::vector<TableRow> cells;
  for (const ListRow& row : rows) {
    TableRow& out = cells.emplace_back();
    for (const Column column : columns)
      out.cells.push_back(cell_of(cut, row, column));
  }
  ui.card(8, [&] {
    ui.inside(12, 12, [&] {
      const TableAnswer answer =
          table(ui, "list", heads, cells, cut.scene.choices.sorting, cut.scene.words("breakdown.list"));
      if (answer.row >= 0) {
        answer_press(cut, rows[static_cast<std::size_t>(answer.row)],
                     columns[static_cast<std::size_t>(answer.column)]);
      }
      if (answer.head >= 0) {
        const Column column = columns[static_cast<std::size_t>(answer.head)];
        sort_by(cut.scene.choices.sorting, answer.head, column != Column::name && column != Column::code);
      }
    });
  });
}

}  // namespace mingzhang
