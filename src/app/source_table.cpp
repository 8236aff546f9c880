// Tables of the document: columns as wide as their words ask for, cells that continue above drawn as one, and
// rows of label and words where the table has no room. See source_page.h.
#include "app/source_page.h"

#include <algorithm>
#include <cmath>

namespace mingzhang {
namespace {

constexpr float cell_gap = 20, cell_padding = 9;
constexpr float mark_room = 6;                     // for the grounds of marked figures
constexpr std::uint32_t most_rows_measured = 400;  // a longer table's widths follow from its beginning

/// Mostly digits: set right-aligned.
bool is_figure(std::string_view words) {
  std::size_t digits = 0;
  for (const char c : words)
    digits += c >= '0' && c <= '9' ? 1 : 0;
  return digits > 0 && words.size() <= digits + 8;
}

Type look_of(const Ui& ui, const Table& table, std::uint32_t row) {
  return row < table.header_rows ? ui.type.caption : ui.type.body;
}

}  // namespace

std::uint32_t SourcePage::columns_spanned(const Table& table, std::uint32_t row, std::uint32_t column) const {
  std::uint32_t span = 1;
  const Cell& cell = table.at(row, column);
  if (cell.continued || cell.span.empty()) return span;
  while (column + span < table.columns && table.at(row, column + span).continued)
    ++span;
  return span;
}

void SourcePage::measure_table(const Table& table, TableLayout& layout) {
  Ui& ui = scene_.ui;
  const Document& document = scene_.dossier.document();
  const std::uint32_t rows = std::min(table.rows, most_rows_measured);
  std::vector<float> natural(table.columns, 0), least(table.columns, 0);
  layout.figures.assign(table.columns, false);
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    std::uint32_t figures = 0, words = 0;
    for (std::uint32_t row = 0; row < rows; ++row) {
      const Cell& cell = table.at(row, column);
      if (cell.span.empty() || columns_spanned(table, row, column) > 1) continue;
      const std::string_view text = document.words(cell.span);
      const Type look = look_of(ui, table, row);
      const float wide = ui.width_of(text, look) + mark_room;
      natural[column] = std::max(natural[column], wide);
      const bool figure = is_figure(text);
      // A figure is never broken; words may be, but not below four characters or so.
      least[column] = std::max(least[column], figure ? wide : std::min(wide, look.size * 4.2F));
      if (row < table.header_rows) continue;
      figures += figure ? 1 : 0;
      words += figure ? 0 : 1;
    }
    layout.figures[column] = figures > words;
  }
  float sum_natural = cell_gap * static_cast<float>(table.columns - 1), sum_least = sum_natural;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    sum_natural += natural[column];
    sum_least += least[column];
  }
  layout.blocks = sum_least > ui.width;
  layout.columns = least;
  if (layout.blocks) return;
  const float room = ui.width - sum_least;
  // Long texts get more room, but not in proportion: a column ten times as long is not ten times as wide.
  std::vector<float> wish(table.columns, 0);
  float wishes = 0;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    wish[column] =
        sum_natural <= ui.width ? 1.0F : std::sqrt(std::max(0.0F, natural[column] - least[column]));
    if (sum_natural <= ui.width) layout.columns[column] = natural[column];
    wishes += wish[column];
  }
  const float spare = sum_natural <= ui.width ? ui.width - sum_natural : room;
  for (std::uint32_t column = 0; column < table.columns && wishes > 0; ++column)
    layout.columns[column] += spare * wish[column] / wishes;
}

float SourcePage::cell_height(const Table& table, const TableLayout& layout, std::uint32_t row,
                              std::uint32_t column) {
  Ui& ui = scene_.ui;
  const Cell& cell = table.at(row, column);
  if (cell.span.empty()) return 0;
  float wide = layout.columns[column];
  for (std::uint32_t k = 1; k < columns_spanned(table, row, column); ++k)
    wide += cell_gap + layout.columns[column + k];
  std::size_t first = 0;
  const std::vector<Run> runs = runs_in(cell.span, first);
  const Type look = look_of(ui, table, row);
  const SetText& set = ui.typesetter().set(scene_.dossier.document().words(cell.span), runs, look, wide);
  return static_cast<float>(set.lines.size()) * look.line;
}

void SourcePage::show_row(const Table& table, const TableLayout& layout, std::uint32_t row) {
  Ui& ui = scene_.ui;
  const float high = layout.rows[row], top = ui.y;
  float left = ui.x;
  for (std::uint32_t column = 0; column < table.columns;) {
    const std::uint32_t span = columns_spanned(table, row, column);
    float wide = layout.columns[column];
    for (std::uint32_t k = 1; k < span; ++k)
      wide += cell_gap + layout.columns[column + k];
    const Cell& cell = table.at(row, column);
    const bool head = row < table.header_rows;
    const Type look = look_of(ui, table, row);
    const Role role = head ? Role::column_header : Role::cell;
    const std::string key = numbered("cell", column);
    const bool right = layout.figures[column] && span == 1;
    if (!cell.span.empty()) {
      ui.at(left, top + cell_padding, wide, [&] {
        show_words(key, cell.span, look, head ? ui.colours.second : ui.colours.ink,
                   {.role = role, .align = right ? Align::right : Align::left});
      });
    } else {
      ui.say(role, key, {left, top, wide, high}, {}, look, ui.colours.ink);
    }
    const bool goes_on = row + 1 < table.rows && table.at(row + 1, column).continued &&
                         (column == 0 || table.at(row + 1, column - 1).span.empty());
    const float line_right = column + span < table.columns ? left + wide + cell_gap : ui.x + ui.width;
    if (!goes_on) ui.rule(left, top + high - ui.colours.border, line_right - left);
    left += wide + cell_gap;
    column += span;
  }
  ui.space(high);
}

/// The first words of the row as its name, then each column's head with its words.
void SourcePage::show_row_as_block(const Table& table, std::uint32_t row) {
  Ui& ui = scene_.ui;
  const Document& document = scene_.dossier.document();
  bool named = false;
  ui.space(8);
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    const Cell& cell = table.at(row, column);
    if (cell.span.empty()) continue;
    const std::string key = numbered("cell", column);
    std::string head;
    for (std::uint32_t above = 0; above < table.header_rows; ++above) {
      const Span words = table.at(above, column).span;
      if (words.empty()) continue;
      if (!head.empty()) head += " ";
      head += document.words(words);
    }
    if (!named || head.empty()) {
      Type look = ui.type.body;
      if (!named) look.weight = Weight::semibold;
      show_words(key, cell.span, look, ui.colours.ink, {.role = named ? Role::cell : Role::row_header});
      named = true;
      continue;
    }
    const float label = std::min(ui.width * 0.34F, ui.width_of(head, ui.type.caption) + 12);
    const float shift = (ui.type.body.line - ui.type.caption.line) / 2;
    const float top = ui.y;
    ui.at(ui.x, top + shift, label - 8,
          [&] { ui.text(key + "-head", head, ui.type.caption, ui.colours.second); });
    ui.inside(label, 0,
              [&] { show_words(key, cell.span, ui.type.body, ui.colours.ink, {.role = Role::cell}); });
    const auto lines = static_cast<float>(ui.lines_of(head, ui.type.caption, label - 8));
    ui.y = std::max(ui.y, top + lines * ui.type.caption.line);
  }
  ui.space(8);
  if (named) ui.rule(ui.x, ui.y - ui.colours.border, ui.width);
}

void SourcePage::show_table(std::size_t index) {
  Ui& ui = scene_.ui;
  const Document& document = scene_.dossier.document();
  const Table& table = document.tables[index];
  TableLayout& layout = layout_.tables[index];
  if (layout.columns.empty()) measure_table(table, layout);
  if (!layout.blocks && layout.rows.empty()) {
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      float high = 0;
      for (std::uint32_t column = 0; column < table.columns; ++column)
        high = std::max(high, cell_height(table, layout, row, column));
      layout.rows.push_back(high > 0 ? high + 2 * cell_padding : 0);
    }
  }
  const std::string title(document.words(table.title));
  const auto rows = [&] {
    for (std::uint32_t row = layout.blocks ? table.header_rows : 0; row < table.rows; ++row) {
      if (!layout.blocks && layout.rows[row] == 0) continue;  // nothing is printed in it
      const std::string key = numbered("row", row);
      const float wide = ui.width;
      if (layout.blocks) {
        ui.group(Role::row, key, {}, [&] { show_row_as_block(table, row); });
      } else if (ui.measuring()) {
        ui.space(layout.rows[row]);
      } else {
        ui.mirror.open(Role::row, key, {ui.x, ui.y, wide, layout.rows[row]});
        show_row(table, layout, row);
        ui.mirror.close();
      }
    }
  };
  ui.group(Role::table, numbered("table", index), {.name = title}, rows);
}

}  // namespace mingzhang
