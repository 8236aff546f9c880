// Elements and tables; words are page_words.cpp's. See page.h.
#include "document/html/page.h"

#include "document/limits.h"
#include "document/numbers.h"

#include <algorithm>

namespace mingzhang {
namespace {

/// As the HTML Standard has it; what goes beyond means "as far as it goes".
constexpr std::uint32_t most_columns_spanned = 1000, most_rows_spanned = 65'534;
/// Further cells of a row do not count: grid.h refuses the table long before.
constexpr std::uint32_t widest_row = 4 * limits::columns_of_table;
/// Elements in a line that may be open at once; pages that never close <font> have no end of them.
constexpr std::size_t most_lines_open = 256;

constexpr std::uint32_t hash_of(std::string_view name) {
  std::uint32_t hash = 2'166'136'261u;
  for (const char c : name)
    hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619u;
  return hash;
}

/// style="display: none", without regard to spaces and case.
bool is_hidden(std::string_view attributes) {
  if (has_html_attribute(attributes, "hidden")) return true;
  std::string style = html_attribute(attributes, "style");
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  std::transform(style.begin(), style.end(), style.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos ||
         style.find("mso-hide:all") != std::string::npos;
}

std::uint32_t span_of(std::string_view attributes, std::string_view name, std::uint32_t most) {
  const std::string value = html_attribute(attributes, name);
  std::uint32_t span = 0;
  bool any = false;
  for (const char c : value) {
    if (c < '0' || c > '9') {
      if (any) break;
      continue;
    }
    any = true;
    span = std::min(most, span * 10 + static_cast<std::uint32_t>(c - '0'));
  }
  if (any && span == 0 && name == "rowspan") return most;  // to the end of the table
  return std::max(span, 1u);
}

bool is_scope(Element element) {
  return element == Element::cell || element == Element::table || element == Element::caption;
}

}  // namespace

std::optional<Error> PageReader::read(std::string_view page) {
  HtmlTokens tokens(page);
  for (HtmlToken token = tokens.next(); token.kind != HtmlKind::end && !error_ && !flow_.is_full();
       token = tokens.next()) {
    if (token.kind == HtmlKind::text) text(token.words);
    if (token.kind == HtmlKind::open) open(token);
    if (token.kind == HtmlKind::close) close(token.name);
  }
  leave_down_to(0);
  flush();
  return error_;
}

void PageReader::open(const HtmlToken& token) {
  const Element element = element_named(token.name);
  const bool is_empty = element == Element::line_break || element == Element::empty;
  if (!is_empty) close_implied(element);
  const bool inside_hidden = !stack_.empty() && stack_.back().hides;
  if (is_empty) {
    if (inside_hidden) return;
    if (element == Element::line_break) line_break();
    if (token.name == "hr") flush();
    if (token.name == "meta" && html_attribute(token.words, "name") == "ArticleTitle")
      title_ = html_attribute(token.words, "content");
    return;
  }
  if (element == Element::other && token.self_closing) return;
  const bool hides = inside_hidden || element == Element::unseen || is_hidden(token.words);
  enter(token, element, hides);
}

void PageReader::enter(const HtmlToken& token, Element element, bool hides) {
  const bool in_line = element == Element::line || element == Element::other;
  if (in_line && !hides && stack_.size() >= most_lines_open) return;
  if (stack_.size() >= limits::html_depth) {
    error_ = Error{"xml.too_deep", {}, Error::no_place, std::to_string(limits::html_depth)};
    return;
  }
  if (!hides && !in_line && element != Element::title) flush();
  if (!hides && tables_.empty() &&
      (element == Element::row || element == Element::cell || element == Element::caption))
    element = Element::block;  // outside any table
  stack_.push_back({element, hash_of(token.name), hides});
  if (hides) return;
  if (element == Element::table) begin_table();
  if (element == Element::row) begin_row();
  if (element == Element::cell) begin_cell(token.words);
  if (element == Element::list) begin_list(token.name, token.words);
  if (element == Element::item) begin_item(token.words);
}

/// End tags that authors leave out: a paragraph ends where the next begins, a cell at the next cell.
void PageReader::close_implied(Element element) {
  const auto close_back_to = [&](auto wanted, auto barrier) {
    for (std::size_t at = stack_.size(); at-- > 0;) {
      if (wanted(stack_[at])) return leave_down_to(at);
      if (barrier(stack_[at])) return;
    }
  };
  constexpr std::uint32_t paragraph = hash_of("p");
  const auto is_paragraph = [](const Open& o) { return o.name == paragraph; };
  const auto is_no_line = [](const Open& o) {
    return o.element != Element::line && o.element != Element::other;
  };
  if (element == Element::item) {
    return close_back_to([](const Open& o) { return o.element == Element::item; },
                         [](const Open& o) { return o.element == Element::list || is_scope(o.element); });
  }
  if (element == Element::cell) {
    return close_back_to(
        [](const Open& o) { return o.element == Element::cell || o.element == Element::caption; },
        [](const Open& o) { return o.element == Element::row || o.element == Element::table; });
  }
  if (element == Element::row || element == Element::group) {
    for (std::size_t at = stack_.size(); at-- > 0 && stack_[at].element != Element::table;) {
      const bool inside = stack_[at].element == Element::row || stack_[at].element == Element::cell ||
                          stack_[at].element == Element::caption ||
                          (element == Element::group && stack_[at].element == Element::group);
      if (inside) leave_down_to(at);
    }
    return;
  }
  if (element != Element::line && element != Element::other) close_back_to(is_paragraph, is_no_line);
}

std::optional<std::size_t> PageReader::nearest(std::uint32_t name, bool within_cell) const {
  for (std::size_t at = stack_.size(); at-- > 0;) {
    if (stack_[at].name == name) return at;
    if (within_cell && is_scope(stack_[at].element) && !stack_[at].hides) return std::nullopt;
  }
  return std::nullopt;
}

void PageReader::close(std::string_view name) {
  const Element element = element_named(name);
  if (element == Element::line_break) return line_break();
  const bool of_table = element == Element::table || element == Element::row || element == Element::cell ||
                        element == Element::group || element == Element::caption;
  if (const auto at = nearest(hash_of(name), !of_table)) return leave_down_to(*at);
  const bool hidden = !stack_.empty() && stack_.back().hides;
  if (!hidden && element != Element::line && element != Element::other) flush();
}

void PageReader::leave_down_to(std::size_t size) {
  while (stack_.size() > size)
    leave();
}

void PageReader::leave() {
  const Open open = stack_.back();
  if (open.hides) {
    stack_.pop_back();
    return;
  }
  const bool in_line = open.element == Element::line || open.element == Element::other;
  if (!in_line && open.element != Element::title) flush();
  stack_.pop_back();
  if (open.element == Element::cell) tables_.back().in_cell = false;
  if (open.element == Element::row) end_row();
  if (open.element == Element::table) end_table();
  if (open.element == Element::list) lists_.pop_back();
  if (open.element == Element::item) number_.clear();
}

// Tables
// ---------------------------------------------------------------------------------------------------------------

void PageReader::begin_table() {
  // A table right in a row, without a cell: browsers move it out, here it gets one.
  if (!tables_.empty() && tables_.back().begun && !tables_.back().in_cell) begin_cell({});
  tables_.emplace_back();
}

void PageReader::begin_row() {
  if (tables_.back().in_row) end_row();
  tables_.back().in_row = true;
  tables_.back().column = 0;
}

void PageReader::begin_cell(std::string_view attributes) {
  TableState& table = tables_.back();
  if (!table.in_row) begin_row();
  if (!table.begun) flow_.open_table();
  table.begun = table.in_cell = true;
  const auto is_taken = [&](std::uint32_t column) {
    return column < table.free_from.size() && table.free_from[column] > table.row;
  };
  while (is_taken(table.column))
    ++table.column;
  if (table.column > widest_row) return;
  const std::uint32_t rows = span_of(attributes, "rowspan", most_rows_spanned);
  const std::uint32_t most = span_of(attributes, "colspan", most_columns_spanned);
  std::uint32_t columns = 1;
  while (columns < most && !is_taken(table.column + columns))
    ++columns;
  flow_.cell(table.row, table.column, rows, columns);
  if (rows > 1) {
    if (table.free_from.size() < table.column + columns) table.free_from.resize(table.column + columns);
    std::fill_n(&table.free_from[table.column], columns, table.row + rows);
  }
  table.column += columns;
}

void PageReader::end_row() {
  TableState& table = tables_.back();
  table.in_row = table.in_cell = false;
  ++table.row;
}

void PageReader::end_table() {
  if (tables_.back().begun) flow_.close_table();
  tables_.pop_back();
}

// Lists
// ----------------------------------------------------------------------------------------------------------------

void PageReader::begin_list(std::string_view name, std::string_view attributes) {
  ListState list;
  list.is_ordered = name == "ol";
  if (list.is_ordered) {
    list.count = has_html_attribute(attributes, "start") ? span_of(attributes, "start", 100'000) - 1 : 0;
    list.format = html_attribute(attributes, "type");
    const std::string style = html_attribute(attributes, "style");
    if (style.find("ideographic") != std::string::npos || style.find("-chinese-") != std::string::npos)
      list.format = "一";
  }
  lists_.push_back(std::move(list));
}

void PageReader::begin_item(std::string_view attributes) {
  number_.clear();
  if (lists_.empty() || !lists_.back().is_ordered) return;
  ListState& list = lists_.back();
  ++list.count;
  if (has_html_attribute(attributes, "value")) list.count = span_of(attributes, "value", 100'000);
  number_ = list.format == "一"  ? formatted_number(list.count, "chineseCounting") + "、"
            : list.format == "a" ? formatted_number(list.count, "lowerLetter") + ". "
            : list.format == "A" ? formatted_number(list.count, "upperLetter") + ". "
            : list.format == "i" ? formatted_number(list.count, "lowerRoman") + ". "
            : list.format == "I" ? formatted_number(list.count, "upperRoman") + ". "
                                 : std::to_string(list.count) + ". ";
}

}  // namespace mingzhang
