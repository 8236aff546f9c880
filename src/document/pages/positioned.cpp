// See positioned.h. Reads page by page, then puts the pages together: page numbers go, tables and paragraphs
// go on over page breaks, and all is written as one text.
#include "document/positioned.h"

#include "document/limits.h"
#include "document/pages/page_tables.h"
#include "document/pages/paragraphs.h"
#include "document/pages/positioned_blocks.h"
#include "document/pages/table_joining.h"
#include "document/pages/table_writing.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

constexpr std::uint64_t mebibyte = 1u << 20;
/// A bare number as far as this below the last line is a page's.
constexpr std::uint32_t apart_lines = 2;

class DocumentMaker {
 public:
  DocumentMaker(PositionedText positioned, Document& document)
      : positioned_(std::move(positioned)),
        document_(document),
        words_(positioned_.words),
        made_(positioned_.words),
        paragraphs_(made_, lines_) {}

  std::optional<Error> make() {
    pages_.reserve(positioned_.pages.size());
    dropped_.assign(positioned_.pages.size(), -1);
    for (std::size_t page = 0; page < positioned_.pages.size(); ++page)
      pages_.push_back(read_page(positioned_, static_cast<std::int32_t>(page), words_));
    drop_page_numbers();
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      const PageReading* before = page == 0 ? nullptr : &pages_[page - 1];
      read_aligned_tables(positioned_, static_cast<std::int32_t>(page), words_, before, pages_[page]);
    }
    join_tables(pages_, words_);
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      write_page(page);
      if (made_.size() > limits::text_bytes)
        return too_large("text.too_large", limits::text_bytes / mebibyte, " MB");
      if (cells_ > limits::cells) return too_large("table.too_large", limits::cells);
      if (tables_.size() > limits::tables) return too_large("document.too_large", limits::tables);
    }
    give_places();
    write_blocks_of_lines(lines_, std::move(tables_), document_);
    if (document_.blocks.size() > limits::blocks) return too_large("document.too_large", limits::blocks);
    note_pages();
    return std::nullopt;
  }

 private:
  static Error too_large(std::string code, std::uint64_t limit, std::string_view unit = {}) {
    return Error{std::move(code), {}, Error::no_place, std::to_string(limit) + std::string(unit)};
  }

  /// Numbers at the foot or head of pages that count them, and what is marked as a page number (- 7 -, 第 7
  /// 页).
  void drop_page_numbers() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      PageReading& page = pages_[i];
      const auto lines = static_cast<std::uint32_t>(page.lines.lines.size());
      if (page.ends_with_line() && numbers_page(i, false)) page.drop_lines(lines - 1, lines);
      if (page.begins_with_line() && numbers_page(i, true)) page.drop_lines(0, 1);
    }
  }

  /// The page's first or last line is its number: it says so, stands apart, or counts the pages as another's
  /// does.
  bool numbers_page(std::size_t index, bool first) {
    const std::string_view words = edge_words(index, first);
    if (!is_page_number(words)) return false;
    const std::int64_t number = bare_number(words);
    const PageLines& lines = pages_[index].lines;
    const bool apart = !first && lines.lines.back().blanks >= apart_lines;
    if (number < 0 || pages_.size() == 1 || apart || number == static_cast<std::int64_t>(index) + 1)
      return true;
    constexpr std::size_t farthest = 3;
    for (std::size_t other = index > farthest ? index - farthest : 0;
         other < pages_.size() && other <= index + farthest; ++other) {
      if (other == index) continue;
      const std::int64_t theirs =
          dropped_[other] >= 0 ? dropped_[other] : bare_number(edge_words(other, first));
      if (theirs >= 0 &&
          theirs - number == static_cast<std::int64_t>(other) - static_cast<std::int64_t>(index)) {
        dropped_[index] = number;
        return true;
      }
    }
    return false;
  }

  std::string_view edge_words(std::size_t index, bool first) const {
    const PageReading& page = pages_[index];
    if (first ? !page.begins_with_line() : !page.ends_with_line()) return {};
    return page.lines.words(first ? 0 : page.lines.lines.size() - 1);
  }

  /// Of words that are nothing but a number; -1 for others.
  static std::int64_t bare_number(std::string_view words) {
    constexpr std::size_t most_digits = 4;
    if (words.empty() || words.size() > most_digits) return -1;
    std::int64_t number = 0;
    for (const char c : words) {
      if (c < '0' || c > '9') return -1;
      number = number * 10 + (c - '0');
    }
    return number;
  }

  void write_page(std::size_t number) {
    const PageReading& page = pages_[number];
    const std::size_t lines = page.lines.lines.size();
    std::vector<bool> parted(lines, false);
    for (std::size_t i = 0; i < page.grids.size(); ++i) {
      if (page.grids[i].rows > 0 && page.line_below[i] < lines) parted[page.line_below[i]] = true;
    }
    paragraphs_.begin_page(page.lines, static_cast<std::int32_t>(number), parted, page.in_columns);
    for (std::size_t i = 0; i < page.grids.size(); ++i) {
      if (page.grids[i].rows == 0) continue;
      paragraphs_.write_until(page.line_below[i]);
      write_grid(page.grids[i]);
    }
    paragraphs_.write_until(lines);
  }

  void write_grid(const TextGrid& grid) {
    cells_ += grid.cells.size();
    unsure_ += static_cast<std::uint64_t>(std::count_if(grid.cells.begin(), grid.cells.end(),
                                                        [](const PageCell& cell) { return cell.unsure; }));
    made_.part();
    Line line;
    line.tabs = 1;
    line.table = static_cast<std::int32_t>(tables_.size());
    tables_.push_back(write_table(grid, words_, made_));
    line.words = line.raw = tables_.back().span;
    if (line.words.empty()) {
      tables_.pop_back();
      return;
    }
    lines_.push_back(line);
    paragraphs_.part();
  }

  /// Moves the text to the document, and says where it comes from.
  void give_places() {
    const std::vector<MadePiece>& pieces = made_.pieces();
    for (const MadePiece& piece : pieces) {
      while (document_.page_starts.size() <= static_cast<std::size_t>(piece.page))
        document_.page_starts.push_back(piece.start);
      if (positioned_.words_are_input) {
        document_.origins.push_back({piece.start, piece.size, piece.from});
      } else {
        document_.places.push_back({piece.start, piece.size, piece.page, piece.x0,
                                    piece.y - 0.85F * piece.height, piece.x1,
                                    piece.y + 0.15F * piece.height});
      }
    }
    document_.page_starts.resize(pages_.size(), made_.size());
    document_.text = made_.take_text();
    if (positioned_.words_are_input) document_.input = std::move(positioned_.words);
  }

  /// Cells in doubt, pages that show a picture and no words, damaged ones, characters that were left out.
  void note_pages() {
    std::string pictures, damaged;
    std::uint64_t unseen = 0, unknown = 0;
    const auto add = [](std::string& list, std::size_t page) {
      if (!list.empty()) list += ", ";
      list += std::to_string(page + 1);
    };
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const PositionedPage& page = positioned_.pages[i];
      unseen += page.unseen;
      unknown += page.unknown;
      if (page.runs == 0 && page.picture) add(pictures, i);
      if (page.damaged) add(damaged, i);
    }
    const auto note = [&](std::string_view code, const std::string& detail) {
      document_.notes.push_back({std::string(code), {}, detail});
    };
    if (!pictures.empty()) note("pages.pictures", pictures);
    if (!damaged.empty()) note("pages.unreadable", damaged);
    if (unsure_ > 0) note("table.unsure", std::to_string(unsure_));
    if (unseen > 0) note("pages.unseen", std::to_string(unseen));
    if (unknown > 0) note("pages.unknown", std::to_string(unknown));
  }

  PositionedText positioned_;
  Document& document_;
  /// Words of the cells, page by page.
  MadeWords words_;
  std::vector<PageReading> pages_;
  /// Numbers of pages that were dropped; -1 for none.
  std::vector<std::int64_t> dropped_;
  /// The document's text.
  MadeWords made_;
  std::vector<Line> lines_;
  ParagraphWriter paragraphs_;
  std::vector<Table> tables_;
  std::uint64_t cells_ = 0;
  std::uint64_t unsure_ = 0;
};

}  // namespace

std::optional<Error> read_positioned(PositionedText positioned, Document& document) {
  return DocumentMaker(std::move(positioned), document).make();
}

}  // namespace mingzhang
