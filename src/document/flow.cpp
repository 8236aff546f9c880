// See flow.h.
#include "document/flow.h"

#include "document/limits.h"
#include "text/utf8.h"

#include <utility>

namespace mingzhang {

bool TextFlow::has_room() {
  full_ = full_ || items_.size() >= limits::flow_items;
  return !full_;
}

void TextFlow::paragraph(std::string_view words, ParagraphKind kind) {
  words = trimmed(words);
  if (words.empty()) {
    after_blank_ = true;
    return;
  }
  full_ = full_ || words_.size() + words.size() > limits::text_bytes;
  if (!has_room()) return;
  FlowItem item;
  item.paragraph = kind;
  item.after_blank = std::exchange(after_blank_, false);
  item.words.start = static_cast<std::uint32_t>(words_.size());
  words_ += words;
  item.words.end = static_cast<std::uint32_t>(words_.size());
  items_.push_back(item);
}

void TextFlow::open_table() {
  FlowItem item;
  item.kind = FlowKind::open_table;
  items_.push_back(item);
}

void TextFlow::open_sheet(std::string_view name) {
  open_table();
  FlowItem& item = items_.back();
  item.is_sheet = true;
  item.words.start = static_cast<std::uint32_t>(words_.size());
  words_ += trimmed(name);
  item.words.end = static_cast<std::uint32_t>(words_.size());
}

std::size_t TextFlow::cell(std::uint32_t row, std::uint32_t column, std::uint32_t rows,
                           std::uint32_t columns) {
  if (!has_room()) return items_.size() - 1;
  FlowItem item;
  item.kind = FlowKind::cell;
  item.row = row;
  item.column = column;
  item.rows = rows;
  item.columns = columns;
  items_.push_back(item);
  return items_.size() - 1;
}

void TextFlow::close_table() {
  FlowItem item;
  item.kind = FlowKind::close_table;
  items_.push_back(item);
}

}  // namespace mingzhang
