// Blocks and tables; what is inside a paragraph is inlines.cpp's. Element names are those of ECMA-376 part 1,
// chapter 17. See body.h.
#include "document/docx/body.h"

#include "document/limits.h"
#include "document/office/package.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace mingzhang {
namespace {

/// Bytes of the longest heading; what a style calls a heading and is longer is text.
constexpr std::size_t longest_heading = 150;
/// Edges of columns that are nearer than this (a millimetre) are one edge drawn by hand twice.
constexpr std::int64_t one_edge = 57;  // twentieths of a point
constexpr std::uint32_t widest_row = 4 * limits::columns_of_table;

bool says_heading(std::string_view words) {
  return words.size() <= longest_heading && !words.ends_with("。") && !words.ends_with("；");
}

/// Which column of the table begins at each edge of Word's grid.
std::vector<std::uint32_t> columns_at_edges(XmlNode table) {
  std::vector<std::uint32_t> columns{0};
  std::int64_t position = 0, edge = 0;
  bool plausible = true;
  for (const XmlNode column : child_of(table, "tblGrid").children()) {
    if (!is(column, "gridCol")) continue;
    const std::int64_t width = number_of(attribute_of(column, "w"));
    plausible = plausible && width > 0;
    position += width;
    const bool same = position - edge < one_edge;
    if (!same) edge = position;
    columns.push_back(columns.back() + (same ? 0 : 1));
    if (columns.size() > widest_row) break;
  }
  if (!plausible) columns.clear();
  return columns;
}

}  // namespace

bool BodyReader::is_too_deep(int depth) {
  if (depth > limits::xml_depth && !error_)
    error_ = Error{"xml.too_deep", {}, Error::no_place, std::to_string(limits::xml_depth)};
  return depth > limits::xml_depth || flow_.is_full();
}

void BodyReader::read_blocks(XmlNode parent, int depth) {
  if (is_too_deep(depth)) return;
  for (const XmlNode node : parent.children())
    read_block(node, depth);
}

void BodyReader::read_block(XmlNode node, int depth) {
  const std::string_view name = name_of(node);
  if (name == "p") return read_paragraph(node, depth + 1);
  if (name == "tbl") return read_table(node, depth + 1);
  if (name == "sdt") return read_content_control(node, depth + 1);
  if (name == "ins" || name == "moveTo" || name == "customXml" || name == "smartTag" || name == "sdtContent")
    return read_blocks(node, depth + 1);
  if (name == "AlternateContent") {
    const XmlNode choice = child_of(node, "Choice");
    return read_blocks(choice ? choice : child_of(node, "Fallback"), depth + 1);
  }
}

void BodyReader::read_content_control(XmlNode node, int depth) {
  const std::string_view gallery =
      attribute_of(child_of(node, "sdtPr", "docPartObj", "docPartGallery"), "val");
  const bool outer = std::exchange(in_contents_, in_contents_ || gallery == "Table of Contents");
  read_blocks(child_of(node, "sdtContent"), depth + 1);
  in_contents_ = outer;
}

// Paragraphs
// ------------------------------------------------------------------------------------------------------------

void BodyReader::read_paragraph(XmlNode paragraph, int depth) {
  const XmlNode properties = child_of(paragraph, "pPr");
  const std::string_view style_id = attribute_of(child_of(properties, "pStyle"), "val");
  const ParagraphStyle& style = styles_.of(style_id);
  hides_ = style.is_hidden;
  read_inlines(paragraph, depth);
  // A deleted paragraph mark joins what it parted.
  if (child_of(properties, "rPr", "del")) return;

  const std::string number = number_of_paragraph(properties, style_id, style);
  int outline = style.outline_level;
  if (const XmlNode own = child_of(properties, "outlineLvl"))
    outline = static_cast<int>(number_of(attribute_of(own, "val"), ParagraphStyle::body_text));
  ParagraphKind kind = ParagraphKind::text;
  if (in_contents_ || style.is_contents) {
    kind = ParagraphKind::contents;
  } else if (style.is_title) {
    kind = ParagraphKind::title;
  } else if (outline < ParagraphStyle::body_text && says_heading(trimmed(words_))) {
    kind = ParagraphKind::heading;
  }
  write_paragraph(number, kind);

  for (Field& field : fields_)
    field.shows_result = true;  // a field code does not go beyond its paragraph
  const std::vector<XmlNode> boxes = std::exchange(text_boxes_, {});
  for (const XmlNode box : boxes)
    read_blocks(box, depth + 1);
}

std::string BodyReader::number_of_paragraph(XmlNode properties, std::string_view style_id,
                                            const ParagraphStyle& style) {
  std::int64_t list = style.list;
  int level = list != 0 ? numbering_.level_of_style(list, style_id, style.list_level) : 0;
  const XmlNode own = child_of(properties, "numPr");
  if (const XmlNode id = child_of(own, "numId")) {
    const std::int64_t own_list = number_of(attribute_of(id, "val"));
    if (own_list != list) level = 0;
    list = own_list;
  }
  if (const XmlNode id = child_of(own, "ilvl")) level = static_cast<int>(number_of(attribute_of(id, "val")));
  return list == 0 ? std::string() : numbering_.next(list, level);
}

/// Line breaks within the paragraph part lines of their own: on the page they look no different.
void BodyReader::write_paragraph(const std::string& number, ParagraphKind kind) {
  const bool has_words = !trimmed(words_).empty();
  // An empty paragraph shows its number in a column of numbers; elsewhere it is a slip.
  if (has_words || tables_ > 0) words_.insert(0, number);
  if (!has_words) kind = ParagraphKind::text;
  std::string_view rest = words_;
  do {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    flow_.paragraph(rest.substr(0, end), kind);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  } while (!rest.empty());
  words_.clear();
}

// Tables
// ---------------------------------------------------------------------------------------------------------------

void BodyReader::read_table(XmlNode table, int depth) {
  if (is_too_deep(depth)) return;
  Grid grid;
  grid.column_of = columns_at_edges(table);
  flow_.open_table();
  ++tables_;
  read_rows(table, grid, depth);
  --tables_;
  flow_.close_table();
}

void BodyReader::read_rows(XmlNode parent, Grid& grid, int depth) {
  if (is_too_deep(depth)) return;
  for (const XmlNode node : parent.children()) {
    if (is(node, "tr")) read_row(node, grid, depth + 1);
    if (is(node, "sdt")) read_rows(child_of(node, "sdtContent"), grid, depth + 1);
    if (is(node, "ins") || is(node, "customXml")) read_rows(node, grid, depth + 1);
  }
}

void BodyReader::read_row(XmlNode row, Grid& grid, int depth) {
  const XmlNode properties = child_of(row, "trPr");
  if (child_of(properties, "del")) return;
  if (is_on(child_of(properties, "hidden"))) {
    ++hidden_;
    return;
  }
  auto column = static_cast<std::uint32_t>(std::clamp<std::int64_t>(
      number_of(attribute_of(child_of(properties, "gridBefore"), "val")), 0, widest_row));
  read_cells(row, grid, column, depth);
  ++grid.row;
}

void BodyReader::read_cells(XmlNode parent, Grid& grid, std::uint32_t& column, int depth) {
  if (is_too_deep(depth)) return;
  const auto placed = [&](std::uint32_t edge) {
    const auto& columns = grid.column_of;
    if (columns.empty()) return edge;
    const auto last = static_cast<std::uint32_t>(columns.size()) - 1;
    return edge <= last ? columns[edge] : columns[last] + (edge - last);
  };
  for (const XmlNode node : parent.children()) {
    if (is(node, "sdt")) read_cells(child_of(node, "sdtContent"), grid, column, depth + 1);
    if (is(node, "ins") || is(node, "customXml")) read_cells(node, grid, column, depth + 1);
    if (!is(node, "tc")) continue;
    const XmlNode properties = child_of(node, "tcPr");
    const auto span = static_cast<std::uint32_t>(std::clamp<std::int64_t>(
        number_of(attribute_of(child_of(properties, "gridSpan"), "val"), 1), 1, widest_row));
    const std::uint32_t from = placed(column), to = std::max(placed(column + span), from + 1);
    column = std::min(column + span, 2 * widest_row);
    const XmlNode merge = child_of(properties, "vMerge");
    const auto above = grid.reaching_down.find(from);
    if (merge && attribute_of(merge, "val") != "restart" && above != grid.reaching_down.end()) {
      flow_.reach_down(above->second, grid.row);
      continue;
    }
    const std::size_t cell = flow_.cell(grid.row, from, 1, to - from);
    if (merge) {
      grid.reaching_down[from] = cell;
    } else {
      grid.reaching_down.erase(from);
    }
    if (!child_of(properties, "cellDel")) read_blocks(node, depth + 1);
  }
}

}  // namespace mingzhang
