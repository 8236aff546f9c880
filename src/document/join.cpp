#include "document/join.h"

#include <limits>
#include <utility>

namespace mingzhang {

namespace {

void move_index(std::int32_t& index, std::int32_t offset) {
  if (index != none) index += offset;
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
    if (whole.text.size() + document.text.size() + 1 > most) break;
    // Offsets within an input stay whole lines apart from those of its neighbour.
    if (!whole.text.empty()) whole.text += '\n';
    const JoinOffset offset{
        static_cast<std::uint32_t>(whole.text.size()), static_cast<std::int32_t>(whole.blocks.size()),
        static_cast<std::int32_t>(whole.sections.size()), static_cast<std::int32_t>(whole.tables.size())};
    const auto end = offset.text + static_cast<std::uint32_t>(document.text.size());
    whole.name += (whole.name.empty() ? "" : " + ") + document.name;
    if (whole.media.empty()) whole.media = document.media;
    whole.parts.push_back(
        {document.name, document.media, document.input_bytes, {offset.text, end}, offset.table});
    joined.offsets.push_back(offset);
    append(whole, std::move(document), offset);
  }
  return joined;
}

}  // namespace mingzhang
