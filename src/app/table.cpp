// See table.h.
#include "app/table.h"

#include "app/widgets.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr float least_gap = 20, wide_gap = 40;  // between columns
constexpr float row_padding = 10;               // above and below words
constexpr float least_words = 88;               // of a column of words, CSS px

/// "64.9%" is "64" and ".9%"; words that are no figure have no second part.
std::size_t point_of(std::string_view words) {
  std::size_t at = 0;
  while (at < words.size() && !(words[at] >= '0' && words[at] <= '9'))
    ++at;
  if (at > 3) return words.size();
  while (at < words.size() && words[at] >= '0' && words[at] <= '9')
    ++at;
  return at;
}

struct Measure {
  float before = 0, after = 0;  // the decimal point
  float natural = 0;
};

class Setter {
 public:
  Setter(Ui& ui, const std::vector<TableColumn>& columns, const std::vector<TableRow>& rows,
         const Sorting& sorting)
      : ui_(ui), columns_(columns), rows_(rows), sorting_(sorting) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      measures_.push_back(measure(i));
    place();
  }

  bool fits() const { return fits_; }

  TableAnswer draw(std::string_view key, std::string_view name) {
    answer_ = {};
    ui_.group(Role::table, key, {.name = name}, [&] {
      ui_.group(Role::row, "head", {}, [&] { head(); });
      for (std::size_t i = 0; i < rows_.size(); ++i)
        ui_.group(Role::row, numbered("row", i), {}, [&] { row(i); });
    });
    return answer_;
  }

  TableAnswer draw_blocks(std::string_view key, std::string_view name) {
    answer_ = {};
    ui_.group(Role::list, key, {.name = name}, [&] {
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        ui_.group(Role::list_item, numbered("row", i), {}, [&] { block(i); });
        if (i + 1 < rows_.size()) ui_.rule(ui_.x, ui_.y, ui_.width);
      }
    });
    return answer_;
  }

 private:
  Type look_of(const TableCell& cell) const { return cell.strong ? ui_.type.body_strong : ui_.type.body; }

  Measure measure(std::size_t column) {
    Measure result;
    for (const TableRow& row : rows_) {
      if (column >= row.cells.size()) continue;
      const TableCell& cell = row.cells[column];
      const std::string_view words = cell.words;
      const Type look = look_of(cell);
      const float whole = ui_.width_of(words, look) + cell.indent;
      result.natural = std::max(result.natural, whole);
      if (!columns_[column].figures) continue;
      const std::size_t point = point_of(words);
      if (point == words.size() && ui_.width_of(words, look) > 0 && !is_figure(words)) continue;
      const float before = ui_.width_of(words.substr(0, point), look);
      result.before = std::max(result.before, before);
      result.after = std::max(result.after, whole - cell.indent - before);
    }
    result.natural = std::max(result.natural, result.before + result.after);
    result.natural = std::max(result.natural, ui_.width_of(head_words(column), ui_.type.caption));
    return result;
  }

  static bool is_figure(std::string_view words) {
    return words.find_first_of("0123456789") != std::string_view::npos;
  }

  std::string head_words(std::size_t column) const {
    std::string words = columns_[column].head;
    if (columns_[column].sortable) {
      const bool here = sorting_.column == static_cast<std::int32_t>(column);
      words += !here ? "" : sorting_.descending ? " ↓" : " ↑";
    }
    return words;
  }

  /// Figures take what they need; words share the rest by what they would like.
  void place() {
    float natural = 0;
    for (const Measure& each : measures_)
      natural += each.natural;
    const auto gaps = static_cast<float>(columns_.size() - 1);
    gap_ = natural + wide_gap * gaps <= ui_.width ? wide_gap : least_gap;
    float figures = gap_ * gaps, words = 0;
    std::size_t word_columns = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].figures) {
        figures += measures_[i].natural;
      } else {
        words += measures_[i].natural;
        ++word_columns;
      }
    }
    const float room = ui_.width - figures;
    fits_ = room >= std::min(words, least_words * static_cast<float>(word_columns));
    float left = ui_.x;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const float share = words > 0 ? measures_[i].natural / words : 1;
      const float wide = columns_[i].figures ? measures_[i].natural : std::max(1.0F, room * share);
      lefts_.push_back(left);
      widths_.push_back(wide);
      left += wide + gap_;
    }
  }

  void head() {
    const Type& look = ui_.type.caption;
    const float high = std::max(look.line + 2 * row_padding, ui_.target());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string words = head_words(i);
      const Rect rect{lefts_[i], ui_.y, widths_[i], high};
      const bool right = columns_[i].figures;
      Colour ink = ui_.colours.second;
      if (columns_[i].sortable && !ui_.measuring()) {
        ui_.mirror.open(Role::column_header, numbered("head", i), rect, {}, {}, {});
        const Pressed pressed =
            ui_.press("sort", rect, words, {.type = look, .colour = ink, .right_aligned = right});
        ui_.mirror.close();
        if (pressed.activated) answer_.head = static_cast<std::int32_t>(i);
        if (pressed.hovered) ink = ui_.colours.accent;
      } else {
        ui_.say(Role::column_header, numbered("head", i), rect, words, look, ink, {}, right);
      }
      ui_.label(right ? rect.x + rect.width : rect.x, ui_.y + (high - look.line) / 2, words, look, ink,
                right ? Align::right : Align::left);
    }
    ui_.y += high;
    ui_.rule(ui_.x, ui_.y - ui_.colours.border, ui_.width);
  }

  float row_height(const TableRow& row) {
    float high = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Type look = look_of(row.cells[i]);
      const std::size_t lines =
          columns_[i].figures ? 1 : ui_.lines_of(row.cells[i].words, look, widths_[i] - row.cells[i].indent);
      high = std::max(high, look.line * static_cast<float>(lines) + 2 * row_padding);
    }
    return std::max(high, ui_.target());
  }

  void row(std::size_t index) {
    const TableRow& row = rows_[index];
    const float high = row_height(row);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      cell(index, i, {lefts_[i], ui_.y, widths_[i], high});
    ui_.y += high;
    if (index + 1 < rows_.size()) ui_.rule(ui_.x, ui_.y - ui_.colours.border, ui_.width);
  }

  void press_answer(std::size_t row, std::size_t column) {
    answer_.row = static_cast<std::int32_t>(row);
    answer_.column = static_cast<std::int32_t>(column);
  }

  void cell(std::size_t row, std::size_t column, const Rect& rect) {
    const TableCell& cell = rows_[row].cells[column];
    const std::string key = numbered("cell", column);
    const Role role = column == 0 ? Role::row_header : Role::cell;
    const Type look = look_of(cell);
    const float top = rect.y + (rect.height - look.line) / 2;
    const Colour ink = cell.colour != 0 ? cell.colour : ui_.colours.ink;
    if (columns_[column].figures) {
      const float right = rect.x + rect.width - measures_[column].after;
      const std::size_t point = point_of(cell.words);
      const bool aligned = is_figure(cell.words);
      const float whole = ui_.width_of(cell.words, look);
      const float left = aligned ? right - ui_.width_of(std::string_view(cell.words).substr(0, point), look)
                                 : rect.x + rect.width - whole;
      figure_cell(row, column, rect, left, top, whole, key);
      return;
    }
    const float wide = rect.width - cell.indent;
    const auto words = [&] {
      const auto lines = static_cast<float>(ui_.lines_of(cell.words, look, wide));
      ui_.at(rect.x + cell.indent, rect.y + (rect.height - lines * look.line) / 2, wide,
             [&] { ui_.text(key, cell.words, look, ink, {.role = role, .mirrored = !cell.link}); });
    };
    if (cell.link && !ui_.measuring()) {
      ui_.mirror.open(role, key, rect, {}, {}, {});
      const Pressed pressed = ui_.press("go", rect, cell.words, {.type = look, .colour = ink});
      ui_.mirror.close();
      if (pressed.activated) press_answer(row, column);
      if (pressed.hovered)
        ui_.fill({rect.x - 6, rect.y + 4, rect.width + 12, rect.height - 8}, ui_.colours.tint, 6);
    }
    words();
  }

  void figure_cell(std::size_t row, std::size_t column, const Rect& rect, float left, float top, float whole,
                   std::string_view key) {
    const TableCell& cell = rows_[row].cells[column];
    const Type look = look_of(cell);
    const Colour ink = cell.colour != 0 ? cell.colour : ui_.colours.ink;
    if (cell.ground != 0) ui_.fill({left - 3, top + 1, whole + 6, look.line - 2}, cell.ground, 3);
    if (cell.figure_name.empty()) {
      ui_.label(left, top, cell.words, look, ink);
      ui_.say(Role::cell, key, rect, cell.words, look, ink, {}, true);
      return;
    }
    if (ui_.measuring()) return;
    ui_.mirror.open(Role::cell, key, rect, {}, {}, {});
    if (figure_at(ui_, "figure", left, top, cell.words, look, ink, cell.figure_name, &rect)) {
      press_answer(row, column);
    }
    ui_.mirror.close();
  }

  /// The row's name, then a line for each column: its head on the left, its figure on the right.
  void block(std::size_t index) {
    const TableRow& row = rows_[index];
    ui_.space(row_padding);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const TableCell& cell = row.cells[i];
      if (cell.words.empty()) continue;
      const Type look = look_of(cell);
      const Colour ink = cell.colour != 0 ? cell.colour : ui_.colours.ink;
      if (i == 0) {
        ui_.text("name", cell.words, ui_.type.body_strong, ink);
        continue;
      }
      const float high = cell.figure_name.empty() ? look.line + 4 : std::max(look.line + 4, ui_.target() - 8);
      const float top = ui_.y + (high - look.line) / 2;
      const Rect rect{ui_.x, ui_.y, ui_.width, high};
      const float label = ui_.label(ui_.x, top, columns_[i].head, ui_.type.body, ui_.colours.second);
      const float room = ui_.width - label - least_gap;
      if (!columns_[i].figures && ui_.width_of(cell.words, look) > room) {
        ui_.say(Role::paragraph, numbered("label", i), {ui_.x, top, label, look.line}, columns_[i].head,
                ui_.type.body, ui_.colours.second);
        ui_.at(ui_.x + label + least_gap, top, room,
               [&] { ui_.text(numbered("value", i), cell.words, look, ink); });
        ui_.y += static_cast<float>(ui_.lines_of(cell.words, look, room)) * look.line + 4;
        continue;
      }
      const float whole = ui_.width_of(cell.words, look), left = ui_.x + ui_.width - whole;
      ui_.say(Role::paragraph, numbered("label", i), {ui_.x, top, label, look.line}, columns_[i].head,
              ui_.type.body, ui_.colours.second);
      if (cell.ground != 0) ui_.fill({left - 3, top + 1, whole + 6, look.line - 2}, cell.ground, 3);
      if (cell.figure_name.empty()) {
        ui_.label(left, top, cell.words, look, ink);
        ui_.say(Role::paragraph, numbered("value", i), {left, top, whole, look.line}, cell.words, look, ink);
      } else if (figure_at(ui_, numbered("value", i), left, top, cell.words, look, ink, cell.figure_name,
                           &rect)) {
        press_answer(index, i);
      }
      ui_.y += high;
    }
    ui_.space(row_padding);
  }

  Ui& ui_;
  const std::vector<TableColumn>& columns_;
  const std::vector<TableRow>& rows_;
  const Sorting& sorting_;
  std::vector<Measure> measures_;
  std::vector<float> lefts_, widths_;
  float gap_ = least_gap;
  bool fits_ = true;
  TableAnswer answer_;
};

}  // namespace

TableAnswer table(Ui& ui, std::string_view key, const std::vector<TableColumn>& columns,
                  const std::vector<TableRow>& rows, const Sorting& sorting, std::string_view name) {
  if (columns.empty()) return {};
  Setter setter(ui, columns, rows, sorting);
  return setter.fits() ? setter.draw(key, name) : setter.draw_blocks(key, name);
}

}  // namespace mingzhang
