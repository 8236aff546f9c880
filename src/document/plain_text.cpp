// See plain_text.h.
#include "document/plain_text.h"

#include "document/block_writer.h"
#include "document/captions.h"
#include "document/contents.h"
#include "document/flattened_tables.h"
#include "document/limits.h"
#include "document/lines.h"

#include <string>
#include <utility>

namespace mingzhang {
namespace {

/// A caption further above its table than this many blank lines belongs to something else.
constexpr std::uint32_t widest_caption_gap = 2;

class PlainTextReader {
 public:
  explicit PlainTextReader(Document& document)
      : document_(document), text_(document.text), writer_(document) {}

  std::optional<Error> read() {
    std::vector<Line> lines = split_lines(text_);
    if (lines.size() > limits::lines) return too_large("document.too_large", limits::lines);
    for (std::size_t index = read_title(lines); index < lines.size() && !error_;) {
      const Line& line = lines[index];
      if (read_delimited_region(text_, lines, index, region_) ||
          read_barred_region(text_, lines, index, region_)) {
        index = read_region(line);
      } else if (line.kind == LineKind::tabbed) {
        read_flat_region(text_, lines, index, region_);
        index = read_region(line);
      } else {
        write_line(line);
        ++index;
        if (is_contents_heading(text_, line.words)) index = read_contents(lines, index);
      }
      if (document_.blocks.size() > limits::blocks) return too_large("document.too_large", limits::blocks);
    }
    return error_;
  }

 private:
  /// Entries of a table of contents are no headings.
  std::size_t read_contents(const std::vector<Line>& lines, std::size_t begin) {
    const std::size_t end = end_of_contents(text_, lines, begin);
    for (std::size_t index = begin; index < end; ++index)
      writer_.paragraph(lines[index].words);
    return end;
  }

  void write_line(const Line& line) { writer_.words(line.words); }

  static Error too_large(std::string code, std::uint32_t limit) {
    return Error{std::move(code), {}, Error::no_place, std::to_string(limit)};
  }

  /// The first lines up to a heading, a sentence or a table.
  std::size_t read_title(const std::vector<Line>& lines) {
    std::size_t index = 0;
    for (; index < lines.size() && index < most_title_lines; ++index) {
      const Line& line = lines[index];
      const std::string_view words = line.words.of(text_);
      if (line.tabs > 0 || !may_be_title(text_, line.words)) break;
      // Below the first line only what stands right under it, and no caption of a table.
      if (index > 0 && (line.blanks > 0 || words.ends_with("：") || words.ends_with(":"))) break;
      if (index > 0 && index + 1 < lines.size() && lines[index + 1].tabs > 0) break;
      writer_.title(line.words);
    }
    return index;
  }

  /// Writes the blocks of region_, which begins at `first`; returns the index of the line after it.
  std::size_t read_region(const Line& first) {
    cut_flat_region(text_, region_, pieces_);
    bool captioned = first.blanks <= widest_caption_gap;
    for (const FlatPiece& piece : pieces_) {
      if (piece.is_table) {
        read_table(piece, captioned);
      } else {
        read_indented_lines(piece);
      }
      if (error_) break;
      captioned = true;
    }
    return region_.end;
  }

  void read_indented_lines(const FlatPiece& piece) {
    for (std::uint32_t row = piece.first_row; row < piece.last_row; ++row) {
      const FlatRow& r = region_.rows[row];
      for (std::uint32_t i = 0; i < r.cells; ++i) {
        const Span words = region_.cells[r.first_cell + i];
        if (!words.empty()) writer_.words(words);
      }
    }
  }

  void read_table(const FlatPiece& piece, bool captioned) {
    const std::span<const FlatRow> rows(region_.rows.data() + piece.first_row,
                                        piece.last_row - piece.first_row);
    if (!within_limits(rows)) return;
    bool ragged = false;
    Table table = shape_table(text_, rows, region_.cells, ragged);
    const FlatRow& last = rows.back();
    table.span = trimmed_span(text_, {region_.cells[rows.front().first_cell].start,
                                      region_.cells[last.first_cell + last.cells - 1].end});
    if (captioned) take_caption(document_, table, piece.repeats);
    if (ragged) document_.notes.push_back({"table.ragged", table.span, {}});
    writer_.table(std::move(table));
  }

  bool within_limits(std::span<const FlatRow> rows) {
    std::uint32_t columns = 0;
    for (const FlatRow& row : rows)
      columns = std::max(columns, row.cells);
    cells_ += std::uint64_t{columns} * rows.size();
    if (columns > limits::columns_of_table) {
      error_ = too_large("table.too_large", limits::columns_of_table);
    } else if (rows.size() > limits::rows_of_table) {
      error_ = too_large("table.too_large", limits::rows_of_table);
    } else if (cells_ > limits::cells) {
      error_ = too_large("table.too_large", limits::cells);
    } else if (document_.tables.size() >= limits::tables) {
      error_ = too_large("document.too_large", limits::tables);
    }
    if (error_) error_->offset = region_.cells[rows.front().first_cell].start;
    return !error_;
  }

  Document& document_;
  std::string_view text_;
  BlockWriter writer_;
  FlatRegion region_;
  std::vector<FlatPiece> pieces_;
  std::uint64_t cells_ = 0;
  std::optional<Error> error_;
};

}  // namespace

std::optional<Error> read_plain_text(Document& document) {
  return PlainTextReader(document).read();
}

}  // namespace mingzhang
