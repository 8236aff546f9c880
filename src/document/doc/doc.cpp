// See doc.h.
#include "document/doc/doc.h"

#include "document/doc/word_file.h"
#include "document/flow_writer.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace mingzhang {
namespace {

/// Bytes of the longest heading; what a style calls a heading and is longer is text.
constexpr std::size_t longest_heading = 150;
/// Edges of cells nearer than this (a millimetre) are one edge drawn by hand twice.
constexpr int one_edge = 57;
constexpr std::uint16_t first_contents = 19, last_contents = 27, title = 62;

struct TableRow {
  /// Of each cell its paragraphs: a range of those of the file.
  std::vector<std::pair<std::size_t, std::size_t>> cells;
  std::optional<WordRow> cut;
};

class DocReader {
 public:
  DocReader(const WordFile& file, TextFlow& flow) : file_(file), flow_(flow) { file.read_lists(numbering_); }

  void read(const std::vector<WordParagraph>& paragraphs) {
    std::vector<TableRow> rows;
    TableRow row;
    std::size_t cell = 0;  // where the current one begins
    for (std::size_t at = 0; at < paragraphs.size() && !flow_.is_full(); ++at) {
      const WordProperties& properties = paragraphs[at].properties;
      if (properties.depth == 0) {
        if (!row.cells.empty()) rows.push_back(std::exchange(row, {}));
        write_table(paragraphs, rows);
        rows.clear();
        write(paragraphs[at], {});
        cell = at + 1;
      } else if (properties.ends_row && properties.depth == 1) {
        row.cut = properties.row;
        if (!row.cells.empty()) rows.push_back(std::move(row));
        row = {};
        cell = at + 1;
      } else if (paragraphs[at].ends_cell && properties.depth == 1) {
        row.cells.emplace_back(cell, at + 1);
        cell = at + 1;
      } else if (row.cells.empty() && rows.empty() && (at == 0 || paragraphs[at - 1].properties.depth == 0)) {
        cell = at;
      }
    }
    if (!row.cells.empty()) rows.push_back(std::move(row));
    write_table(paragraphs, rows);
  }

 private:
  void write(const WordParagraph& paragraph, std::string_view before) {
    const WordProperties& properties = paragraph.properties;
    const std::uint16_t own = file_.style(properties.style).own;
    std::string words(before);
    if (properties.list > 0) words += numbering_.next(properties.list, properties.list_level);
    const bool empty = trimmed(paragraph.words).empty();
    ParagraphKind kind = ParagraphKind::text;
    if (own >= first_contents && own <= last_contents) kind = ParagraphKind::contents;
    if (own == title) kind = ParagraphKind::title;
    const bool heading = paragraph.words.size() <= longest_heading && !paragraph.words.ends_with("。");
    if (kind == ParagraphKind::text && properties.outline_level < 9 && heading && properties.depth == 0)
      kind = ParagraphKind::heading;
    if (empty && properties.depth == 0) {
      flow_.paragraph({});
      return;
    }
    words += paragraph.words;
    std::string_view rest = words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      flow_.paragraph(rest.substr(0, end), kind);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  /// The edges of all rows, those that are one as one.
  static std::map<int, std::uint32_t> columns_at(const std::vector<TableRow>& rows) {
    std::map<int, std::uint32_t> columns;
    for (const TableRow& row : rows) {
      if (!row.cut || row.cut->edges.size() < row.cells.size() + 1) return {};
      for (std::size_t i = 0; i <= row.cells.size(); ++i)
        columns.emplace(row.cut->edges[i], 0);
    }
    int last = INT16_MIN - one_edge;
    std::uint32_t index = 0;
    for (auto& [edge, column] : columns) {
      if (edge - last >= one_edge && last >= INT16_MIN) ++index;
      if (edge - last >= one_edge) last = edge;
      column = index;
    }
    return columns;
  }

  void write_table(const std::vector<WordParagraph>& paragraphs, const std::vector<TableRow>& rows) {
    if (rows.empty()) return;
    const std::map<int, std::uint32_t> columns = columns_at(rows);
    std::map<std::uint32_t, std::size_t> reaching_down;
    flow_.open_table();
    for (std::uint32_t r = 0; r < rows.size() && !flow_.is_full(); ++r) {
      const TableRow& row = rows[r];
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        auto from = static_cast<std::uint32_t>(i), to = from + 1;
        bool goes_on = false;
        if (!columns.empty()) {
          from = columns.at(row.cut->edges[i]);
          to = std::max(columns.at(row.cut->edges[i + 1]), from + 1);
          goes_on = i < row.cut->goes_on.size() && row.cut->goes_on[i];
        }
        if (const auto above = reaching_down.find(from); goes_on && above != reaching_down.end()) {
          flow_.reach_down(above->second, r);
          continue;
        }
        reaching_down[from] = flow_.cell(r, from, 1, to - from);
        for (std::size_t at = row.cells[i].first; at < row.cells[i].second; ++at)
          write(paragraphs[at], {});
      }
    }
    flow_.close_table();
  }

  const WordFile& file_;
  TextFlow& flow_;
  Numbering numbering_;
};

/// 注1：…, a note a group: the first paragraph of each begins with its sign, which leaves a space.
void add_numbers(std::vector<WordParagraph>& notes) {
  std::size_t count = 0;
  for (WordParagraph& note : notes) {
    if (trimmed(note.words).empty()) continue;
    note.words = "注" + std::to_string(++count) + "：" + std::string(trimmed(note.words));
    note.properties = {};
  }
}

}  // namespace

std::optional<Error> read_doc(std::span<const std::uint8_t> bytes, Document& document) {
  const auto file = CompoundFile::open(bytes);
  if (!file) return file.error();
  const auto word = WordFile::open(file.value());
  if (!word) return word.error();
  TextFlow flow;
  DocReader reader(word.value(), flow);
  reader.read(word.value().body());
  std::vector<WordParagraph> notes = word.value().notes();
  add_numbers(notes);
  reader.read(word.value().text_boxes());
  reader.read(notes);
  if (auto error = write_flow(flow, document)) return error;
  if (word.value().hidden() > 0)
    document.notes.push_back({"text.hidden", {}, std::to_string(word.value().hidden())});
  return std::nullopt;
}

}  // namespace mingzhang
