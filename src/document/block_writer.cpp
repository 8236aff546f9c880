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
  append(BlockKind::title, words, section_);
}

void BlockWriter::paragraph(Span words) {
  append(BlockKind::paragraph, words, section_of_unnumbered());
}

void BlockWriter::unnumbered_heading(Span words) {
  if (in_a_part()) return paragraph(words);
  section_ = none;
  append(BlockKind::heading, words, none);
}

void BlockWriter::line_in_columns(Span words) {
  paragraph(words);
  document_.blocks.back().in_columns = true;
}

void BlockWriter::words(Span words) {
  const auto heading = parse_heading(document_.text, words);
  if (!heading) return paragraph(words);
  open_section(*heading, words);
  if (heading->form == HeadingForm::sentence) return append(BlockKind::paragraph, words, section_);
  append(BlockKind::heading, trimmed_span(document_.text, {words.start, heading->rest}), section_);
  if (heading->form == HeadingForm::run_in)
    append(BlockKind::paragraph, {heading->rest, words.end}, section_);
}

void BlockWriter::table(Table table) {
  const Span span = table.span;
  document_.tables.push_back(std::move(table));
  append(BlockKind::table, span, section_of_unnumbered());
  document_.blocks.back().table = static_cast<std::int32_t>(document_.tables.size()) - 1;
}

void BlockWriter::open_section(const Heading& heading, Span line) {
  std::int32_t parent = section_;
  while (parent != none && section_at(parent).level >= heading.level)
    parent = section_at(parent).parent;
  Section section;
  section.number = heading.number.of(document_.text);
  section.title = heading.title;
  section.span = line;
  section.level = heading.level;
  section.ordinal = heading.ordinal;
  section.parent = parent;
  section_ = static_cast<std::int32_t>(document_.sections.size());
  document_.sections.push_back(std::move(section));
  is_item_[heading.level] = heading.form == HeadingForm::sentence ||
                            (heading.form == HeadingForm::run_in && heading.level >= first_item_level);
}

void BlockWriter::append(BlockKind kind, Span span, std::int32_t section) {
  Block block;
  block.kind = kind;
  block.span = span;
  block.section = section;
  document_.blocks.push_back(block);
  for (std::int32_t s = section; s != none; s = section_at(s).parent)
    section_at(s).span.end = span.end;
}

bool BlockWriter::in_a_part() const {
  std::int32_t section = section_;
  while (section != none && section_at(section).level > 0)
    section = section_at(section).parent;
  return section != none;
}

std::int32_t BlockWriter::section_of_unnumbered() const {
  std::int32_t section = section_;
  while (section != none && is_item_[section_at(section).level])
    section = section_at(section).parent;
  return section;
}

}  // namespace mingzhang
