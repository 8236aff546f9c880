// See flow_writer.h.
#include "document/flow_writer.h"

#include "document/block_writer.h"
#include "document/captions.h"
#include "document/contents.h"
#include "document/grid.h"
#include "document/limits.h"
#include "document/lines.h"
#include "document/unit_line.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace mingzhang {
namespace {

/// A tab within a paragraph sets its halves apart, as in 部门：某馆    单位：万元.
constexpr std::string_view tab_in_paragraph = "    ";

Error too_large(std::string code, std::uint64_t limit) {
  return Error{std::move(code), {}, Error::no_place, std::to_string(limit)};
}

/// A line of the text that is to become a block.
struct Piece {
  Line line;
  ParagraphKind kind = ParagraphKind::text;
  std::int32_t table = none;  // index into the tables read so far
};

class FlowWriter {
 public:
  FlowWriter(const TextFlow& flow, Document& document)
      : items_(flow.items()), words_(flow.words()), document_(document), writer_(document) {}

  std::optional<Error> write(bool is_full) {
    if (is_full) return too_large("document.too_large", limits::blocks);
    document_.text.reserve(words_.size() + words_.size() / 8);
    for (std::size_t at = 0; at < items_.size();) {
      const FlowItem& item = items_[at];
      if (item.kind == FlowKind::paragraph) {
        if (!item.words.empty()) {
          write_paragraph(item.words.of(words_), item.paragraph);
          pieces_.back().line.blanks = item.after_blank ? 1 : 0;
        }
        ++at;
      } else if (item.kind != FlowKind::open_table) {
        ++at;  // of a table that was taken apart
      } else if (const std::size_t close = closing(at); is_layout(at, close)) {
        ++at;
      } else {
        if (auto error = write_table(at, close)) return error;
        at = close + 1;
      }
      if (document_.text.size() > limits::text_bytes)
        return too_large("text.too_large", limits::text_bytes >> 20);
      if (pieces_.size() > limits::blocks) return too_large("document.too_large", limits::blocks);
    }
    if (pieces_.empty()) return Error{"file.empty", {}, Error::no_place, {}};
    write_blocks();
    return std::nullopt;
  }

 private:
  std::size_t closing(std::size_t open) const {
    std::size_t depth = 0;
    for (std::size_t at = open; at < items_.size(); ++at) {
      depth += items_[at].kind == FlowKind::open_table;
      if (items_[at].kind == FlowKind::close_table && --depth == 0) return at;
    }
    return items_.size();
  }

  /// It holds tables and hardly any words beside one another outside them, or is one column, or one row of
  /// whole texts.
  bool is_layout(std::size_t open, std::size_t close) const {
    if (items_[open].is_sheet) return false;
    std::uint32_t depth = 0, rows_of_words = 0, filled = 0, row = 0, last_column = 0, last_row = 0;
    std::size_t paragraphs = 0, most_paragraphs = 0;
    bool nests = false;
    for (std::size_t at = open + 1; at < close; ++at) {
      const FlowItem& item = items_[at];
      if (item.kind == FlowKind::open_table) {
        nests = true;
        ++depth;
      } else if (item.kind == FlowKind::close_table) {
        --depth;
      } else if (depth == 0 && item.kind == FlowKind::cell) {
        if (item.row != row) filled = 0;
        row = item.row;
        last_row = std::max(last_row, row);
        last_column = std::max(last_column, item.column);
        paragraphs = 0;
      } else if (depth == 0) {
        most_paragraphs = std::max(most_paragraphs, ++paragraphs);
        if (paragraphs == 1 && ++filled == 2) ++rows_of_words;
      }
    }
    return last_column == 0 || (nests && rows_of_words < 2) || (last_row == 0 && most_paragraphs > 1);
  }

  void write_paragraph(std::string_view words, ParagraphKind kind) {
    Piece piece;
    piece.kind = kind;
    piece.line.words.start = offset();
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find_first_of("\t\n", at), words.size());
      document_.text += words.substr(at, end - at);
      if (end < words.size()) document_.text += words[end] == '\t' ? tab_in_paragraph : " ";
      at = end + 1;
    }
    piece.line.words.end = offset();
    piece.line.raw = piece.line.words;
    document_.text += '\n';
    pieces_.push_back(piece);
  }
  std::uint32_t offset() const { return static_cast<std::uint32_t>(document_.text.size()); }

  /// The cells of the table between the two items; those of tables within it become lines of their cell.
  void gather(std::size_t open, std::size_t close) {
    grid_.cells.clear();
    grid_.is_sheet = items_[open].is_sheet;
    grid_words_.clear();
    std::uint32_t depth = 0, inner_row = 0;
    for (std::size_t at = open + 1; at < close; ++at) {
      const FlowItem& item = items_[at];
      const auto end = static_cast<std::uint32_t>(grid_words_.size());
      if (item.kind == FlowKind::open_table) {
        ++depth;
        inner_row = UINT32_MAX;
      } else if (item.kind == FlowKind::close_table) {
        --depth;
      } else if (item.kind == FlowKind::cell && depth == 0) {
        grid_.cells.push_back({item.row, item.column, item.rows, item.columns, {end, end}});
      } else if (item.kind == FlowKind::paragraph && !grid_.cells.empty()) {
        GridCell& cell = grid_.cells.back();
        if (!cell.words.empty())
          grid_words_ +=
              at > 0 && depth > 0 && items_[at - 1].kind == FlowKind::cell && items_[at - 1].row == inner_row
                  ? ' '
                  : '\n';
        if (depth > 0 && items_[at - 1].kind == FlowKind::cell) inner_row = items_[at - 1].row;
        std::string_view words = item.words.of(words_);
        const std::size_t start = grid_words_.size();
        if (cell.words.empty()) cell.words.start = static_cast<std::uint32_t>(start);
        grid_words_ += words;
        std::replace(grid_words_.begin() + static_cast<std::ptrdiff_t>(start), grid_words_.end(), '\t', ' ');
        cell.words.end = static_cast<std::uint32_t>(grid_words_.size());
      }
    }
  }

  std::optional<Error> write_table(std::size_t open, std::size_t close) {
    gather(open, close);
    const std::vector<GridPart> parts = part_grid(grid_words_, grid_);
    bool first_line = grid_.is_sheet;
    if (grid_.is_sheet) write_sheet_name(items_[open].words.of(words_), parts);
    for (const GridPart& part : parts) {
      if (part.is_table) {
        if (tables_.size() >= limits::tables) return too_large("document.too_large", limits::tables);
        const std::uint32_t start = offset();
        Result<Table> table = write_grid(grid_words_, grid_, part, limits::cells - cells_, document_.text);
        if (!table) return std::move(table.error());
        first_line = false;
        if (table.value().span.empty()) {
          document_.text.resize(start);
          continue;
        }
        cells_ += table.value().cells.size();
        Piece piece;
        piece.line.words = piece.line.raw = table.value().span;
        piece.line.tabs = 1;
        piece.table = static_cast<std::int32_t>(tables_.size());
        tables_.push_back(std::move(table).value());
        pieces_.push_back(piece);
        continue;
      }
      for (const std::string& line : lines_of(grid_words_, grid_, part)) {
        write_paragraph(line, ParagraphKind::text);
        Piece& piece = pieces_.back();
        if (first_line && may_be_title(document_.text, piece.line.words)) piece.kind = ParagraphKind::heading;
        first_line = false;
      }
    }
    return std::nullopt;
  }

  /// A sheet that prints no title of its own goes by its name, unless Excel gave it that.
  void write_sheet_name(std::string_view name, const std::vector<GridPart>& parts) {
    if (parts.empty() || trimmed(name).empty() || is_given_name(name)) return;
    if (!parts.front().is_table) {
      for (const std::string& line : lines_of(grid_words_, grid_, parts.front())) {
        const Span all{0, static_cast<std::uint32_t>(line.size())};
        const bool may_be = may_be_title(line, all) && find_unit_line(line, all).unit == Unit::none;
        if ((may_be && !names_body(line)) || is_contents_heading(line, all)) return;
      }
    }
    write_paragraph(name, ParagraphKind::heading);
  }
  static bool is_given_name(std::string_view name) {
    const std::string_view word = name.substr(0, name.find_first_of("0123456789"));
    return word == "Sheet" || word == "sheet" || word == "工作表";
  }

  // Blocks
  // -------------------------------------------------------------------------------------------------------

  void write_blocks() {
    std::vector<Line> lines;
    lines.reserve(pieces_.size());
    for (const Piece& piece : pieces_)
      lines.push_back(piece.line);
    for (std::size_t at = write_title(); at < pieces_.size();) {
      const Piece& piece = pieces_[at];
      write_piece(piece);
      ++at;
      if (piece.table != none || !is_contents_heading(document_.text, piece.line.words)) continue;
      const std::size_t end = end_of_contents(document_.text, lines, at);
      for (; at < end; ++at)
        writer_.paragraph(pieces_[at].line.words);
    }
  }

  std::size_t write_title() {
    std::size_t at = 0;
    for (; at < pieces_.size() && at < most_title_lines; ++at) {
      const Piece& piece = pieces_[at];
      if (piece.table != none || piece.kind == ParagraphKind::contents) break;
      if (piece.kind != ParagraphKind::title && !may_be_title(document_.text, piece.line.words)) break;
      const std::string_view words = document_.words(piece.line.words);
      // Below the first line only what stands right under it, and no caption of a table.
      const bool apart = piece.line.blanks > 0 || piece.kind == ParagraphKind::heading;
      if (at > 0 && piece.kind != ParagraphKind::title && apart) break;
      if (at > 0 && (words.ends_with("：") || words.ends_with(":"))) break;
      if (at > 0 && at + 1 < pieces_.size() && pieces_[at + 1].table != none) break;
      writer_.title(piece.line.words);
    }
    return at;
  }

  void write_piece(const Piece& piece) {
    const Span words = piece.line.words;
    if (piece.table != none) {
      Table table = std::move(tables_[static_cast<std::size_t>(piece.table)]);
      const bool repeats =
          !document_.tables.empty() &&
          document_.words(document_.tables.back().at(0, 0).span) == document_.words(table.at(0, 0).span);
      take_caption(document_, table, repeats, true);
      return writer_.table(std::move(table));
    }
    const bool numbered = parse_heading(document_.text, words).has_value();
    if (piece.kind == ParagraphKind::contents) return writer_.paragraph(words);
    if (piece.kind != ParagraphKind::text && !numbered) return writer_.unnumbered_heading(words);
    writer_.words(words);
  }

  const std::vector<FlowItem>& items_;
  std::string_view words_;
  Document& document_;
  BlockWriter writer_;
  std::vector<Piece> pieces_;
  std::vector<Table> tables_;
  std::uint64_t cells_ = 0;
  // Of the table that is being written.
  Grid grid_;
  std::string grid_words_;
};

}  // namespace

std::optional<Error> write_flow(const TextFlow& flow, Document& document) {
  return FlowWriter(flow, document).write(flow.is_full());
}

}  // namespace mingzhang
