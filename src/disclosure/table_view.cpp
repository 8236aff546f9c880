// Tested in tests/unit/disclosure/tables_test.cpp, through the readers that use it.
#include "disclosure/table_view.h"

#include "disclosure/heads.h"
#include "text/utf8.h"

#include <algorithm>

namespace mingzhang {

namespace {

constexpr std::int32_t blocks_before = 2;

std::string without_colon(std::string folded) {
  while (folded.ends_with(':'))
    folded.pop_back();
  return folded;
}

/// 价值（金额单位：万元） is the head 价值 and the unit 万元.
Unit unit_in(std::string_view head) {
  std::size_t open = head.find('(');
  while (open != std::string_view::npos) {
    const std::size_t close = head.find(')', open);
    if (close == std::string_view::npos) break;
    std::string_view inside = head.substr(open + 1, close - open - 1);
    if (const std::size_t colon = inside.rfind(':'); colon != std::string_view::npos)
      inside = inside.substr(colon + 1);
    if (const Unit unit = unit_named(inside); unit != Unit::none) return unit;
    open = head.find('(', close);
  }
  return Unit::none;
}

std::string without_unit(std::string head) {
  const std::size_t open = head.find('(');
  if (open != std::string::npos && open > 0 && unit_in(head) != Unit::none) head.resize(open);
  return head;
}

/// ASCII or full-width; figures in words within a cell's prose are no figures of a table.
bool holds_digit(std::string_view words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto byte = static_cast<unsigned char>(words[at]);
    if (byte >= '0' && byte <= '9') return true;
    if (byte != 0xEF || at + 2 >= words.size() || words[at + 1] != '\xBC') continue;
    const auto third = static_cast<unsigned char>(words[at + 2]);
    if (third >= 0x90 && third <= 0x99) return true;
  }
  return false;
}

bool asks_for_telephone(std::string_view label) {
  return label.find("电话") != std::string_view::npos || label.find("手机") != std::string_view::npos;
}

}  // namespace

TableView::TableView(Extraction& extraction, std::int32_t block)
    : ex_(extraction),
      document_(extraction.document),
      block_(block),
      table_(document_
                 .tables[static_cast<std::size_t>(document_.blocks[static_cast<std::size_t>(block)].table)]),
      heads_(table_.columns),
      units_(table_.columns, table_.unit),
      placed_(table_.cells.size(), false) {
  find_header_rows();
  read_heads();
}

std::string TableView::label(std::uint32_t row, std::uint32_t column) const {
  return without_colon(fold_label(words(row, column)));
}

/// Second rows of heads that repeat (项目, 预算数, 项目, 预算数) look like a row of the table's body.
void TableView::find_header_rows() {
  header_rows_ = std::min(table_.header_rows, table_.rows);
  if (header_rows_ == 0) return;
  for (; header_rows_ < table_.rows; ++header_rows_) {
    std::uint32_t heads = 0;
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      if (is_empty(header_rows_, column)) continue;
      if (!meaning_of_head(label(header_rows_, column), ex_.lexicon).understood) return;
      ++heads;
    }
    if (heads < 2) return;
  }
}

/// Which cell each cell of the heads is part of. Merged cells are claimed from the top left: first to the
/// right, then downwards as far as whole rows of them go on.
std::vector<std::uint32_t> TableView::head_anchors() const {
  constexpr std::uint32_t unclaimed = UINT32_MAX;
  const std::uint32_t columns = table_.columns;
  std::vector<std::uint32_t> anchors(std::size_t{header_rows_} * columns, unclaimed);
  const auto free = [&](std::uint32_t row, std::uint32_t column) {
    return row < header_rows_ && column < columns && table_.at(row, column).continued &&
           anchors[row * columns + column] == unclaimed;
  };
  for (std::uint32_t row = 0; row < header_rows_; ++row) {
    for (std::uint32_t column = 0; column < columns; ++column) {
      const std::uint32_t anchor = row * columns + column;
      if (anchors[anchor] != unclaimed) continue;
      std::uint32_t end = column + 1;
      while (free(row, end))
        ++end;
      std::uint32_t below = row;
      bool whole = true;
      for (; whole; ++below) {
        for (std::uint32_t at = column; at < end; ++at)
          anchors[below * columns + at] = anchor;
        for (std::uint32_t at = column; at < end; ++at)
          whole = whole && free(below + 1, at);
      }
    }
  }
  return anchors;
}

void TableView::read_heads() {
  const std::vector<std::uint32_t> anchors = head_anchors();
  for (std::uint32_t row = 0; row < header_rows_; ++row) {
    if (is_numbering(row)) continue;
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      std::uint32_t anchor = anchors[row * table_.columns + column];
      // A head over several columns may be printed once, at the first of them, without a merged cell: those
      // to the right that stand below the same heads are below it too.
      const bool group = row + 1 < header_rows_;
      for (std::uint32_t from = column; group && from > 0 && table_.cells[anchor].span.empty();) {
        --from;
        if (heads_[from].size() < heads_[column].size() ||
            !std::equal(heads_[column].begin(), heads_[column].end(), heads_[from].begin()))
          break;
        anchor = anchors[row * table_.columns + from];
      }
      std::string head = without_colon(fold_label(document_.words(table_.cells[anchor].span)));
      if (head.empty()) continue;
      if (const Unit unit = unit_in(head); unit != Unit::none) units_[column] = unit;
      head = without_unit(std::move(head));
      auto& heads = heads_[column];
      if (heads.empty() || heads.back() != head) heads.push_back(std::move(head));
    }
  }
}

void TableView::read_title() {
  title_read_ = true;
  title_ = fold_label(document_.words(table_.title));
  const std::int32_t section = document_.blocks[static_cast<std::size_t>(block_)].section;
  for (std::int32_t at = block_ - 1; at >= 0 && at >= block_ - blocks_before; --at) {
    const Block& before = document_.blocks[static_cast<std::size_t>(at)];
    if (before.kind == BlockKind::table) break;
    title_ += ' ' + fold_label(document_.words(before.span)).substr(0, 600);
    if (before.kind == BlockKind::heading) break;
  }
  if (section != none)
    title_ += ' ' + fold_label(document_.words(document_.sections[static_cast<std::size_t>(section)].title));
  std::vector<Mention> mentions;
  scan_mentions(title_, 0, mentions);
  for (const Mention& mention : mentions) {
    if (mention.kind == MentionKind::date && as_of_ == 0) as_of_ = mention.year;
  }
}

std::string TableView::caption() const {
  constexpr std::uint32_t longest_line = 180;
  const auto says_something = [](std::string_view words) {
    return words.find("预算") != std::string_view::npos || words.find("决算") != std::string_view::npos ||
           words.find("收") != std::string_view::npos || words.find("支") != std::string_view::npos ||
           words.find("经费") != std::string_view::npos || words.find("采购") != std::string_view::npos;
  };
  std::string caption = fold_label(document_.words(table_.title));
  if (says_something(caption)) return caption;
  for (std::int32_t at = block_ - 1; at >= 0 && at >= block_ - 3; --at) {
    const Block& before = document_.blocks[static_cast<std::size_t>(at)];
    if (before.kind == BlockKind::table) break;
    const std::string_view words = document_.words(before.span);
    if (before.span.size() > longest_line || words.find("。") != std::string_view::npos) break;
    const std::string line = fold_label(words);
    if (says_something(line)) return line;
  }
  const std::int32_t section = document_.blocks[static_cast<std::size_t>(block_)].section;
  if (section == none) return caption;
  const Span title = document_.sections[static_cast<std::size_t>(section)].title;
  return title.size() > longest_line ? caption : fold_label(document_.words(title));
}

bool TableView::is_numbering(std::uint32_t row) const {
  std::int64_t last = 0;
  std::uint32_t numbers = 0;
  for (std::uint32_t column = 0; column < table_.columns; ++column) {
    if (is_empty(row, column)) continue;
    const std::string words = label(row, column);
    if (words == "栏次" || words == "行次") return true;
    if (numbers == 0 && (words == "类" || words == "款" || words == "项")) continue;
    std::int64_t value = 0;
    if (words.size() > 3) return false;
    for (const char digit : words) {
      if (digit < '0' || digit > '9') return false;
      value = value * 10 + (digit - '0');
    }
    if (value != last + 1) return false;
    last = value;
    ++numbers;
  }
  return numbers >= 2;
}

const std::string& TableView::title() {
  if (!title_read_) read_title();
  return title_;
}

int TableView::as_of() {
  if (!title_read_) read_title();
  return as_of_;
}

bool TableView::is_sequence(std::uint32_t column) const {
  const std::string_view words = head(column);
  return words == "序号" || words == "行次" || words == "栏次" || words == "编号";
}

bool TableView::titled(std::string_view part) {
  return title().find(part) != std::string::npos;
}

std::string_view TableView::head(std::uint32_t column) const {
  return heads_[column].empty() ? std::string_view() : std::string_view(heads_[column].back());
}

std::int32_t TableView::column_of(const std::vector<std::string>& words) const {
  for (std::uint32_t column = 0; column < table_.columns; ++column) {
    if (std::find(words.begin(), words.end(), head(column)) != words.end())
      return static_cast<std::int32_t>(column);
  }
  return none;
}

Source TableView::source(std::uint32_t row, std::uint32_t column) const {
  const Block& block = document_.blocks[static_cast<std::size_t>(block_)];
  Source source;
  source.span = table_.at(row, column).span;
  source.block = block_;
  source.section = block.section;
  source.table = block.table;
  source.row = static_cast<std::int32_t>(row) - static_cast<std::int32_t>(table_.header_rows);
  source.column = static_cast<std::int32_t>(column);
  return source;
}

Span TableView::row_span(std::uint32_t row) const {
  if (span_row_ == row) return span_of_row_;
  Span span{};
  for (std::uint32_t column = 0; column < table_.columns; ++column) {
    const Span cell = table_.at(row, column).span;
    if (cell.empty()) continue;
    if (span.empty()) span.start = cell.start;
    span.end = std::max(span.end, cell.end);
  }
  span_row_ = row;
  span_of_row_ = span;
  return span;
}

const Quantity* TableView::figure(std::uint32_t row, std::uint32_t column) {
  if (table_.at(row, column).unsure && row != vouched_row_) return nullptr;
  return printed_figure(row, column);
}

const Quantity* TableView::printed_figure(std::uint32_t row, std::uint32_t column) {
  const Span cell = table_.at(row, column).span;
  constexpr std::uint32_t longest_figure = 120;
  if (cell.empty() || cell.size() > longest_figure) return nullptr;
  ex_.mentions.clear();
  scan_mentions(document_.words(cell), cell.start, ex_.mentions);
  const bool only = ex_.mentions.size() == 1 && ex_.mentions.front().kind == MentionKind::quantity &&
                    ex_.mentions.front().quantity.span == cell;
  return only ? &ex_.mentions.front().quantity : nullptr;
}

void TableView::leave_rest_unplaced() {
  for (std::uint32_t row = header_rows_; row < table_.rows; ++row) {
    for (std::uint32_t column = 0; column < table_.columns; ++column) {
      const Span cell = table_.at(row, column).span;
      if (cell.empty() || placed_[row * table_.columns + column]) continue;
      if (column < skipped_.size() && skipped_[column]) continue;
      if (is_sequence(column)) continue;
      if (column > 0 && asks_for_telephone(words(row, column - 1))) continue;
      if (!holds_digit(document_.words(cell))) continue;
      ex_.mentions.clear();
      scan_mentions(document_.words(cell), cell.start, ex_.mentions);
      for (const Mention& mention : ex_.mentions) {
        if (!counts_as_figure(mention)) continue;
        Source place = source(row, column);
        place.span = mention.quantity.span;
        ex_.leave_unplaced(place);
      }
    }
  }
}

std::int32_t ShapeColumns::of(std::string_view role) const {
  for (std::size_t index = 0; index < shape->roles.size(); ++index) {
    if (shape->roles[index].name == role) return columns[index];
  }
  return none;
}

ShapeColumns columns_of(TableView& view, const TableShape& shape) {
  ShapeColumns found;
  found.shape = &shape;
  found.complete = true;
  for (const ShapeRole& role : shape.roles) {
    found.columns.push_back(view.column_of(role.words));
    if (role.required && found.columns.back() == none) found.complete = false;
  }
  if (found.complete && !shape.titles.empty()) {
    const bool titled = std::any_of(shape.titles.begin(), shape.titles.end(),
                                    [&](const std::string& title) { return view.titled(title); });
    found.complete = found.complete && titled;
  }
  return found;
}

}  // namespace mingzhang
