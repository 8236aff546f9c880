// See positioned_blocks.h.
#include "document/pages/positioned_blocks.h"

#include "document/block_writer.h"
#include "document/contents.h"
#include "document/pages/page_lines.h"
#include "document/unit_line.h"
#include "text/utf8.h"

#include <algorithm>
#include <string>
#include <utility>

namespace mingzhang {
namespace {

/// Bytes of the longest title line and of the longest caption above a table.
constexpr std::size_t longest_title = 150;
constexpr std::uint32_t longest_caption = 150;
constexpr std::size_t most_title_lines = 3;
/// Lines above a table among which its title and its unit are looked for.
constexpr std::size_t most_caption_lines = 5;

bool ends_like_a_sentence(std::string_view words) {
  return words.ends_with("。") || words.ends_with("；") || words.ends_with(";") || words.ends_with("，");
}

class BlockMaker {
 public:
  BlockMaker(const std::vector<Line>& lines, std::vector<Table> tables, Document& document)
      : lines_(lines),
        tables_(std::move(tables)),
        document_(document),
        text_(document.text),
        writer_(document) {}

  void make() {
    for (std::size_t index = write_title(); index < lines_.size();) {
      const Line& line = lines_[index];
      write_line(line);
      ++index;
      if (line.table < 0 && is_contents_heading(text_, line.words)) index = write_contents(index);
    }
    for (Block& block : document_.blocks)
      block.page = document_.page_of(block.span.start);
  }

 private:
  void write_line(const Line& line) {
    if (line.table >= 0) return write_table(tables_[static_cast<std::size_t>(line.table)]);
    if (line.in_columns) return writer_.line_in_columns(line.words);
    if (line.centred) return writer_.unnumbered_heading(line.words);
    writer_.words(line.words);
  }

  /// Entries of a table of contents are no headings.
  std::size_t write_contents(std::size_t begin) {
    const std::size_t end = end_of_contents(text_, lines_, begin);
    for (std::size_t index = begin; index < end; ++index)
      writer_.paragraph(lines_[index].words);
    return end;
  }

  /// The first lines up to a heading, a sentence or a table.
  std::size_t write_title() {
    std::size_t index = 0;
    for (; index < lines_.size() && index < most_title_lines; ++index) {
      const Line& line = lines_[index];
      const std::string_view words = line.words.of(text_);
      if (line.table >= 0 || line.in_columns || words.size() > longest_title || ends_like_a_sentence(words) ||
          words.find("。") != std::string_view::npos || parse_heading(text_, line.words) ||
          is_contents_heading(text_, line.words)) {
        break;
      }
      // Below the first line only what stands right under it, and no caption of a table.
      if (index > 0 && (line.blanks > 0 || line.starts_page || words.ends_with("：") || words.ends_with(":")))
        break;
      if (index > 0 && index + 1 < lines_.size() && lines_[index + 1].table >= 0) break;
      writer_.title(line.words);
    }
    return index;
  }

  void write_table(Table table) {
    take_caption(table);
    writer_.table(std::move(table));
  }

  /// Title and unit from the lines above the table; names of bodies, dates and table numbers stand among
  /// them.
  void take_caption(Table& table) {
    const std::vector<Block>& blocks = document_.blocks;
    const Block* title = nullptr;
    bool below_beside =
        false;  // the title found so far stands below a unit line or a body's name, as none does
    for (std::size_t i = 1; i <= most_caption_lines && i <= blocks.size(); ++i) {
      const Block& block = blocks[blocks.size() - i];
      const std::string_view words = block.span.of(text_);
      if (block.kind == BlockKind::table || words.size() > longest_caption || ends_like_a_sentence(words))
        break;
      const UnitLine unit = find_unit_line(text_, block.span);
      if (unit.unit != Unit::none && table.unit == Unit::none) {
        table.unit = unit.unit;
        table.unit_line = unit.span;
      }
      if (unit.unit != Unit::none || is_beside_title(words)) {
        below_beside = title != nullptr;
      } else if (title == nullptr || below_beside) {
        title = &block;
        below_beside = false;
        if (names_table(words)) break;
      } else {
        break;
      }
    }
    if (title == nullptr) return;
    // A head over all columns (财政拨款“三公”经费) is no better title than the caption.
    const Span words = title_words(*title);
    const bool caption = names_table(words.of(text_)) && !names_table(table.title.of(text_));
    if (table.title.empty() || caption) table.title = words;
  }

  /// …表, …表（功能科目）
  static bool names_table(std::string_view words) {
    const std::string plain = without_spaces(words);
    const std::size_t bracket = std::min(plain.find("（"), plain.find('('));
    return plain.ends_with("表") || std::string_view(plain).substr(0, bracket).ends_with("表");
  }

  static bool is_beside_title(std::string_view words) {
    return names_body_or_day(words) || is_table_number(words);
  }

  Span title_words(const Block& block) const {
    if (block.kind == BlockKind::heading && block.section != none)
      return document_.sections[static_cast<std::size_t>(block.section)].title;
    Span words = block.span;
    if (words.of(text_).ends_with("：")) words.end -= 3;
    if (words.of(text_).ends_with(":")) words.end -= 1;
    return trimmed_span(text_, words);
  }

  const std::vector<Line>& lines_;
  std::vector<Table> tables_;
  Document& document_;
  std::string_view text_;
  BlockWriter writer_;
};

}  // namespace

void write_blocks_of_lines(const std::vector<Line>& lines, std::vector<Table> tables, Document& document) {
  BlockMaker(lines, std::move(tables), document).make();
}

}  // namespace mingzhang
