// See block_writer.h.
#include "document/block_writer.h"

#include "document/lines.h"

#include <utility>

namespace mingzhang {
namespace {

/// From this level on a heading that text follows in its own line holds that line and no more.
constexpr std::uint8_t first_item_level = 3;

}  // namespace

void BlockWriter::title(Span words) {
  append(BlockKind::title, words);
}

void BlockWriter::paragraph(Span words) {
  leave_paragraph_sections();
  append(BlockKind::paragraph, words);
}

void BlockWriter::line_in_columns(Span words) {
  paragraph(words);
  document_.blocks.back().in_columns = true;
}

void BlockWriter::words(Span words, bool cut_off) {
  auto heading = parse_heading(document_.text, words);
  if (!heading) return paragraph(words);
  if (cut_off && heading->form == HeadingForm::whole) heading->form = HeadingForm::sentence;
  open_section(*heading, words);
  if (heading->form == HeadingForm::sentence) return append(BlockKind::paragraph, words);
  append(BlockKind::heading, trimmed_span(document_.text, {words.start, heading->rest}));
  if (heading->form == HeadingForm::run_in) append(BlockKind::paragraph, {heading->rest, words.end});
}

void BlockWriter::table(Table table) {
  leave_paragraph_sections();
  const Span span = table.span;
  document_.tables.push_back(std::move(table));
  append(BlockKind::table, span);
  document_.blocks.back().table = static_cast<std::int32_t>(document_.tables.size()) - 1;
}

void BlockWriter::open_section(const Heading& heading, Span line) {
  std::int32_t parent = section_;
  while (parent != none && document_.sections[static_cast<std::size_t>(parent)].level >= heading.level) {
    parent = document_.sections[static_cast<std::size_t>(parent)].parent;
  }
  Section section;
  section.number = heading.number.of(document_.text);
  section.title = heading.title;
  section.span = line;
  section.level = heading.level;
  section.ordinal = heading.ordinal;
  section.parent = parent;
  section_ = static_cast<std::int32_t>(document_.sections.size());
  document_.sections.push_back(std::move(section));
  closed_[heading.level] = heading.form == HeadingForm::sentence ||
                           (heading.form == HeadingForm::run_in && heading.level >= first_item_level);
}

void BlockWriter::append(BlockKind kind, Span span) {
  Block block;
  block.kind = kind;
  block.span = span;
  block.section = section_;
  document_.blocks.push_back(block);
  for (std::int32_t s = section_; s != none; s = document_.sections[static_cast<std::size_t>(s)].parent) {
    document_.sections[static_cast<std::size_t>(s)].span.end = span.end;
  }
}

void BlockWriter::leave_paragraph_sections() {
  while (section_ != none) {
    const Section& section = document_.sections[static_cast<std::size_t>(section_)];
    if (!closed_[section.level]) return;
    section_ = section.parent;
  }
}

}  // namespace mingzhang
