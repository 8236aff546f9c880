#include "document/join.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace mingzhang {

namespace {

void move_index(std::int32_t& index, std::int32_t offset) {
  if (index != none) index += offset;
}

/// Whatever text it was read from: for a document that is its own, one stretch.
void give_origins(Document& document) {
  if (!document.input.empty() || document.text.empty()) return;
  document.input = document.text;
  document.origins.push_back({0, static_cast<std::uint32_t>(document.text.size()), 0});
}

/// Appends where the text comes from; called before the text itself. Returns the input's own text within that
/// of all.
Span append_origins(Document& into, Document& from, const JoinOffset& offset) {
  if (into.input.empty() && from.input.empty()) {
    const auto end = offset.text + static_cast<std::uint32_t>(from.text.size());
    return {offset.text, end};
  }
  give_origins(into);
  give_origins(from);
  if (!into.text.empty()) into.input += '\n';
  const auto start = static_cast<std::uint32_t>(into.input.size());
  into.input += from.input;
  for (const Origin& origin : from.origins)
    into.origins.push_back({origin.start + offset.text, origin.size, origin.input + start});
  return {start, static_cast<std::uint32_t>(into.input.size())};
}

void append_pages(Document& into, const Document& from, const JoinOffset& offset) {
  for (const std::uint32_t start : from.page_starts)
    into.page_starts.push_back(start + offset.text);
  for (PagePlace place : from.places) {
    place.start += offset.text;
    into.places.push_back(place);
  }
}

/// Appends the parts of one document, its places and indices moved.
void append(Document& into, Document&& from, const JoinOffset& offset) {
  into.text += from.text;
  into.input_bytes += from.input_bytes;
  for (Block& block : from.blocks) {
    block.span = offset.moved(block.span);
    move_index(block.table, offset.table);
    move_index(block.section, offset.section);
    into.blocks.push_back(block);
  }
  for (Section& section : from.sections) {
    section.title = offset.moved(section.title);
    section.span = offset.moved(section.span);
    move_index(section.parent, offset.section);
    into.sections.push_back(std::move(section));
  }
  for (Table& table : from.tables) {
    table.title = offset.moved(table.title);
    table.unit_line = offset.moved(table.unit_line);
    table.span = offset.moved(table.span);
    for (Cell& cell : table.cells)
      cell.span = offset.moved(cell.span);
    into.tables.push_back(std::move(table));
  }
  for (ReaderNote& note : from.notes) {
    note.span = offset.moved(note.span);
    into.notes.push_back(std::move(note));
  }
}

}  // namespace

JoinedDocument join_documents(std::vector<Document> documents) {
  constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
  JoinedDocument joined;
  Document& whole = joined.document;
  for (Document& document : documents) {
    const std::size_t input = std::max(document.text.size(), document.input.size());
    if (std::max(whole.text.size(), whole.input.size()) + input + 1 > most) break;
    // Offsets within an input stay whole lines apart from those of its neighbour.
    const std::uint32_t apart = whole.text.empty() ? 0 : 1;
    const JoinOffset offset{
        static_cast<std::uint32_t>(whole.text.size()) + apart, static_cast<std::int32_t>(whole.blocks.size()),
        static_cast<std::int32_t>(whole.sections.size()), static_cast<std::int32_t>(whole.tables.size())};
    const auto end = offset.text + static_cast<std::uint32_t>(document.text.size());
    whole.name += (whole.name.empty() ? "" : " + ") + document.name;
    if (whole.media.empty()) whole.media = document.media;
    const Span own = append_origins(whole, document, offset);
    whole.parts.push_back({document.name,
                           document.media,
                           document.input_bytes,
                           document.input_sha256,
                           {offset.text, end},
                           offset.table,
                           own,
                           whole.page_starts.size()});
    joined.offsets.push_back(offset);
    append_pages(whole, document, offset);
    whole.text.append(apart, '\n');
    append(whole, std::move(document), offset);
  }
  return joined;
}

}  // namespace mingzhang
