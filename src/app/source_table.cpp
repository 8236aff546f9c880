// Tables of the document: columns as wide as their words ask for, cells that continue above drawn as one,
// smaller type where there is little room, and rows of label and words where there is none. See
// source_page.h.
#include "app/source_page.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mingzhang {
namespace {

constexpr float cell_gap = 20, cell_padding = 9;
constexpr float mark_room = 6;                     // for the grounds of marked figures
constexpr std::uint32_t most_rows_measured = 400;  // a longer table's widths follow from its beginning
constexpr std::uint32_t rows_of_a_part = 12;

/// Mostly digits: set right-aligned.
bool is_figure(std::string_view words) {
  std::size_t digits = 0;
  for (const char c : words)
    digits += c >= '0' && c <= '9' ? 1 : 0;
  return digits > 0 && words.size() <= digits + 8;
}

Type look_of(const Ui& ui, const Table& table, std::uint32_t row, bool small) {
  return row < table.header_rows || small ? ui.type.caption : ui.type.body;
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

SourcePage::Wishes SourcePage::wishes_of(const Table& table, bool small,
                                         std::vector<bool>& figure_columns) const {
  Ui& ui = scene_.ui;
  const Document& document = scene_.dossier.document();
  const std::uint32_t rows = std::min(table.rows, most_rows_measured);
  Wishes wishes{std::vector<float>(table.columns, 0), std::vector<float>(table.columns, 0)};
  figure_columns.assign(table.columns, false);
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    std::uint32_t figures = 0, words = 0;
    for (std::uint32_t row = 0; row < rows; ++row) {
      const Cell& cell = table.at(row, column);
      if (cell.span.empty() || columns_spanned(table, row, column) > 1) continue;
      const std::string_view text = document.words(cell.span);
      const float wide = ui.width_of(text, look_of(ui, table, row, small)) + mark_room;
      wishes.natural[column] = std::max(wishes.natural[column], wide);
      const bool figure = is_figure(text);
      if (figure) wishes.figures[column] = std::max(wishes.figures[column], wide);
      if (row < table.header_rows) continue;
      figures += figure ? 1 : 0;
      words += figure ? 0 : 1;
    }
    figure_columns[column] = figures > words;
  }
  return wishes;
}

/// Widths of columns of this size of type; false where not even the least fit.
bool SourcePage::fit_columns(const Wishes& wishes, float size, TableLayout& layout) const {
  const float width = scene_.ui.width;
  const std::size_t count = wishes.natural.size();
  const float gaps = cell_gap * static_cast<float>(count - 1);
  const float natural = std::accumulate(wishes.natural.begin(), wishes.natural.end(), gaps);
  if (natural <= width) {
    layout.columns = wishes.natural;
    for (float& wide : layout.columns)
      wide += (width - natural) / static_cast<float>(count);
    return true;
  }
  // A figure is never broken; words may be, but not below six characters, or four where room is short.
  float least = 0;
  for (const float characters : {6.2F, 4.2F}) {
    layout.columns.clear();
    for (std::size_t column = 0; column < count; ++column) {
      layout.columns.push_back(
          std::max(wishes.figures[column], std::min(wishes.natural[column], size * characters)));
    }
    least = std::accumulate(layout.columns.begin(), layout.columns.end(), gaps);
    if (least <= width * 0.9F) break;
  }
  if (least > width) return false;
  // Long texts get more room, but not in proportion: a column ten times as long is not ten times as wide.
  std::vector<float> shares;
  for (std::size_t column = 0; column < count; ++column)
    shares.push_back(std::sqrt(std::max(0.0F, wishes.natural[column] - layout.columns[column])));
  const float all = std::accumulate(shares.begin(), shares.end(), 0.0F);
  for (std::size_t column = 0; column < count && all > 0; ++column)
    layout.columns[column] += (width - least) * shares[column] / all;
  return true;
}

void SourcePage::measure_table(const Table& table, TableLayout& layout) {
  Ui& ui = scene_.ui;
  layout.measured = true;
  if (fit_columns(wishes_of(table, false, layout.figures), ui.type.body.size, layout)) return;
  layout.small = true;
  layout.blocks = !fit_columns(wishes_of(table, true, layout.figures), ui.type.caption.size, layout);
}

float SourcePage::cell_height(const Table& table, const TableLayout& layout, std::uint32_t row,
                              std::uint32_t column) {
  Ui& ui = scene_.ui;
  const Cell& cell = table.at(row, column);
  if (cell.span.empty()) return 0;
  float wide = layout.columns[column];
  for (std::uint32_t k = 1; k < columns_spanned(table, row, column); ++k)
    wide += cell_gap + layout.columns[column + k];
  const std::vector<Run> runs = runs_in(cell.span);
  const Type look = look_of(ui, table, row, layout.small);
  const SetText& set = ui.typesetter().set(scene_.dossier.document().words(cell.span), runs, look, wide);
  return static_cast<float>(set.lines.size()) * look.line;
}

void SourcePage::show_row(const Table& table, const TableLayout& layout, std::uint32_t row, float high) {
  Ui& ui = scene_.ui;
  const float top = ui.y;
  float left = ui.x;
  for (std::uint32_t column = 0; column < table.columns;) {
    const std::uint32_t span = columns_spanned(table, row, column);
    float wide = layout.columns[column];
    for (std::uint32_t k = 1; k < span; ++k)
      wide += cell_gap + layout.columns[column + k];
    const Cell& cell = table.at(row, column);
    const bool head = row < table.header_rows;
    const Type look = look_of(ui, table, row, layout.small);
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

/// A label and its words on one line, or below each other where the label is long.
void SourcePage::show_pair(float label_width, FunctionRef<void()> label, FunctionRef<void()> words) {
  Ui& ui = scene_.ui;
  if (label_width > ui.width * 0.45F) {
    label();
    words();
    return;
  }
  const float top = ui.y;
  ui.at(ui.x, top + (ui.type.body.line - ui.type.caption.line) / 2, label_width + 1, label);
  ui.inside(label_width + 12, 0, words);
}

/// The words above a column, from all rows of heads; empty for a form.
std::string SourcePage::head_of(const Table& table, std::uint32_t column) const {
  std::string head;
  for (std::uint32_t above = 0; above < table.header_rows; ++above) {
    const Span words = table.at(above, column).span;
    if (words.empty()) continue;
    if (!head.empty()) head += " ";
    head += scene_.dossier.document().words(words);
  }
  return head;
}

/// Beneath heads: the first words as the row's name, then each head with its words. In a form: pairs of label
/// and words, behind a first cell that stands alone.
void SourcePage::show_row_as_block(const Table& table, std::uint32_t row) {
  Ui& ui = scene_.ui;
  std::vector<std::uint32_t> filled;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    if (!table.at(row, column).span.empty()) filled.push_back(column);
  }
  ui.space(8);
  const bool form = table.header_rows == 0;
  std::size_t next = 0;
  if (!form || filled.size() % 2 == 1) {
    Type strong = ui.type.body;
    strong.weight = Weight::semibold;
    show_words(numbered("cell", filled[0]), table.at(row, filled[0]).span, strong, ui.colours.ink, {});
    next = 1;
  }
  const Type& small = ui.type.caption;
  for (; next < filled.size(); next += form ? 2 : 1) {
    const Span label = table.at(row, filled[next]).span;
    const std::string head =
        form ? std::string(scene_.dossier.document().words(label)) : head_of(table, filled[next]);
    const std::uint32_t column = form ? filled[next + 1] : filled[next];
    const auto show_label = [&] {
      const std::string key = numbered("label", filled[next]);
      if (form) {
        show_words(key, label, small, ui.colours.second, {});
      } else {
        ui.text(key, head, small, ui.colours.second);
      }
    };
    show_pair(ui.width_of(head, small) + mark_room, show_label, [&] {
      show_words(numbered("cell", column), table.at(row, column).span, ui.type.body, ui.colours.ink, {});
    });
  }
  ui.space(8);
  ui.rule(ui.x, ui.y - ui.colours.border, ui.width);
}

void SourcePage::show_rows(const Table& table, const TableLayout& layout, std::uint32_t first,
                           std::uint32_t end) {
  Ui& ui = scene_.ui;
  for (std::uint32_t row = first; row < end; ++row) {
    float high = 0;
    for (std::uint32_t column = 0; column < table.columns; ++column)
      high = std::max(high, cell_height(table, layout, row, column));
    if (high == 0) continue;  // nothing is printed in it
    high += 2 * cell_padding;
    if (ui.measuring()) {
      show_row(table, layout, row, high);
      continue;
    }
    ui.mirror.open(Role::row, numbered("row", row), {ui.x, ui.y, ui.width, high});
    show_row(table, layout, row, high);
    ui.mirror.close();
  }
}

/// No table any more, so a list for the mirror too.
void SourcePage::show_blocks(const Table& table, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t row = std::max(first, table.header_rows); row < end; ++row) {
    bool printed = false;
    for (std::uint32_t column = 0; column < table.columns; ++column)
      printed = printed || !table.at(row, column).span.empty();
    if (!printed) continue;
    scene_.ui.group(Role::list_item, numbered("row", row), {}, [&] { show_row_as_block(table, row); });
  }
}

void SourcePage::show_table(std::size_t index) {
  const Document& document = scene_.dossier.document();
  const Table& table = document.tables[index];
  if (table.columns == 0) return;
  TableLayout& layout = layout_.tables[index];
  if (!layout.measured) measure_table(table, layout);
  const std::string title(document.words(table.title)), key = numbered("table", index);
  scene_.ui.group(layout.blocks ? Role::list : Role::table, key, {.name = title}, [&] {
    for (std::uint32_t first = 0; first < table.rows; first += rows_of_a_part) {
      const std::uint32_t end = std::min(table.rows, first + rows_of_a_part);
      Span span;
      for (std::uint32_t i = first * table.columns; i < end * table.columns; ++i) {
        const Span cell = table.cells[i].span;
        if (cell.empty()) continue;
        span = span.empty() ? cell : Span{std::min(span.start, cell.start), std::max(span.end, cell.end)};
      }
      if (span.empty()) continue;
      part(
          numbered("rows", first), span,
          [&] { layout.blocks ? show_blocks(table, first, end) : show_rows(table, layout, first, end); },
          layout.blocks ? Role::group : Role::row_group);
    }
  });
}

}  // namespace mingzhang
