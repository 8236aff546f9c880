// Record numbers and layouts are those of MS-XLS. See xls.h.
#include "document/xls/xls.h"

#include "document/archive/zip_writer.h"
#include "document/limits.h"
#include "document/ole/compound.h"
#include "document/xls/records.h"
#include "document/xlsx/xlsx.h"
#include "text/sorting.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace mingzhang {
namespace {

enum Record : std::uint16_t {
  formula = 0x06,
  end_of_part = 0x0A,
  date_mode = 0x22,
  file_pass = 0x2F,
  continued = 0x3C,
  column_info = 0x7D,
  bound_sheet = 0x85,
  several_rk = 0xBD,
  rich_string = 0xD6,
  extended_format = 0xE0,
  merged_cells = 0xE5,
  shared_strings = 0xFC,
  label_shared = 0xFD,
  number = 0x203,
  label = 0x204,
  bool_or_error = 0x205,
  string_value = 0x207,
  row = 0x208,
  default_row = 0x225,
  window = 0x23E,
  rk_number = 0x27E,
  format = 0x41E,
  beginning = 0x809,
};
constexpr std::uint16_t biff8 = 0x0600;

void append_escaped(std::string& out, std::string_view words) {
  for (const char c : words) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      out += c;
    }
  }
}

std::string reference(std::uint32_t row_index, std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row_index + 1);
}

/// Fifteen digits, all that Excel is sure of.
std::string written(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.15G", value);
  return buffer;
}

std::string_view name_of_error(std::uint8_t code) {
  switch (code) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    default:
      return "#N/A";
  }
}

/// Writes the XML of one sheet.
class SheetWriter {
 public:
  explicit SheetWriter(bool is_biff8) : is_biff8_(is_biff8) {}

  std::string write(std::string_view stream, std::size_t start) {
    XlsRecords records(stream, start);
    int depth = 0;  // charts stand within a sheet as parts of their own
    for (XlsRecord record; records.next(record);) {
      if (record.type == beginning) ++depth;
      if (record.type == end_of_part && --depth <= 0) break;
      if (depth == 1) add(record, records);
      if (size_ > limits::unpacked_bytes_of_part) break;
    }
    std::string out = "<worksheet><sheetViews><sheetView showZeros=\"";
    out += shows_zeros_ ? "1" : "0";
    out += "\"/></sheetViews><sheetFormatPr zeroHeight=\"";
    out += rows_hidden_ ? "1" : "0";
    out += "\"/><cols>" + columns_ + "</cols><sheetData>";
    write_rows(out);
    return out + "</sheetData><mergeCells>" + merges_ + "</mergeCells></worksheet>";
  }

 private:
  struct Row {
    std::vector<std::pair<std::uint32_t, std::string>> cells;
    bool known = false, hidden = false;
  };

  void cell(std::string_view data, std::string_view type, std::string_view value, bool has_formula = false) {
    cell_at(u16_at(data, 0), u16_at(data, 2), u16_at(data, 4), type, value, has_formula);
  }
  void cell_at(std::uint32_t row_index, std::uint32_t column, std::uint32_t style, std::string_view type,
               std::string_view value, bool has_formula = false) {
    std::string xml = "<c r=\"" + reference(row_index, column) + "\" s=\"" + std::to_string(style) +
                      "\" t=\"" + std::string(type) + "\">";
    if (has_formula) xml += "<f/>";
    if (type == "inlineStr") {
      xml += "<is><t>";
      append_escaped(xml, value);
      xml += "</t></is></c>";
    } else {
      xml += "<v>";
      append_escaped(xml, value);
      xml += "</v></c>";
    }
    size_ += xml.size();
    at(row_index).cells.emplace_back(column, std::move(xml));
  }
  Row& at(std::uint32_t row_index) {
    if (rows_.size() <= row_index) rows_.resize(row_index + 1);
    return rows_[row_index];
  }

  std::string text(std::string_view data) const {
    if (is_biff8_) return XlsStrings({data}).string(2);
    return from_code_page(data.substr(std::min<std::size_t>(2, data.size()), u16_at(data, 0)));
  }

  void add(const XlsRecord& record, XlsRecords& records) {
    const std::string_view data = record.data;
    switch (record.type) {
      case label_shared:
        cell(data, "s", std::to_string(u32_at(data, 6)));
        break;
      case label:
      case rich_string:
        cell(data, "inlineStr", text(data.substr(std::min<std::size_t>(6, data.size()))));
        break;
      case number:
        cell(data, "n", written(from_double(data, 6)));
        break;
      case rk_number:
        cell(data, "n", written(from_rk(u32_at(data, 6))));
        break;
      case several_rk:
        for (std::size_t i = 0; 4 + 6 * i + 6 <= data.size(); ++i) {
          if (4 + 6 * i + 6 + 2 > data.size()) break;
          cell_at(u16_at(data, 0), u16_at(data, 2) + static_cast<std::uint32_t>(i), u16_at(data, 4 + 6 * i),
                  "n", written(from_rk(u32_at(data, 6 + 6 * i))));
        }
        break;
      case bool_or_error:
        cell(data, u8_at(data, 7) == 0 ? "b" : "e",
             u8_at(data, 7) == 0 ? std::to_string(u8_at(data, 6))
                                 : std::string(name_of_error(u8_at(data, 6))));
        break;
      case formula:
        add_formula(data, records);
        break;
      case row:
        at(u16_at(data, 0)).known = true;
        at(u16_at(data, 0)).hidden = (u32_at(data, 12) & 0x20) != 0;
        break;
      case default_row:
        rows_hidden_ = (u16_at(data, 0) & 2) != 0;
        break;
      case column_info:
        if ((u16_at(data, 8) & 1) != 0)
          columns_ += "<col min=\"" + std::to_string(u16_at(data, 0) + 1) + "\" max=\"" +
                      std::to_string(u16_at(data, 2) + 1) + "\" hidden=\"1\"/>";
        break;
      case window:
        shows_zeros_ = (u16_at(data, 0) & 0x10) != 0;
        break;
      case merged_cells:
        for (std::size_t i = 0; i < u16_at(data, 0) && 2 + 8 * i + 8 <= data.size(); ++i) {
          const std::size_t from = 2 + 8 * i;
          merges_ += "<mergeCell ref=\"" + reference(u16_at(data, from), u16_at(data, from + 4)) + ":" +
                     reference(u16_at(data, from + 2), u16_at(data, from + 6)) + "\"/>";
        }
        break;
      default:
        break;
    }
  }

  /// Its last value; a string stands in a record of its own, behind shared formulas.
  void add_formula(std::string_view data, XlsRecords& records) {
    if (u16_at(data, 12) != 0xFFFF) return cell(data, "n", written(from_double(data, 6)), true);
    const std::uint8_t kind = u8_at(data, 6);
    if (kind == 1) return cell(data, "b", std::to_string(u8_at(data, 8)), true);
    if (kind == 2) return cell(data, "e", name_of_error(u8_at(data, 8)), true);
    if (kind != 0) return;
    XlsRecord record;
    for (int i = 0; i < 3 && records.next_type() != formula && records.next(record); ++i) {
      if (record.type != string_value) continue;
      std::vector<std::string_view> parts{record.data};
      while (records.next_type() == continued && records.next(record))
        parts.push_back(record.data);
      return cell(data, "str", is_biff8_ ? XlsStrings(std::move(parts)).string(2) : text(parts.front()),
                  true);
    }
  }

  void write_rows(std::string& out) {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      Row& one = rows_[r];
      if (one.cells.empty()) continue;
      sort_stably(one.cells, [](const auto& a, const auto& b) { return a.first < b.first; });
      out += "<row r=\"" + std::to_string(r + 1) + "\"";
      if (one.known) out += one.hidden ? " hidden=\"1\"" : " hidden=\"0\"";
      out += '>';
      for (const auto& [column, xml] : one.cells)
        out += xml;
      out += "</row>";
    }
  }

  bool is_biff8_;
  bool shows_zeros_ = true, rows_hidden_ = false;
  std::string columns_, merges_;
  std::size_t size_ = 0;  // of all cells so far
  std::vector<Row> rows_;
};

class BookWriter {
 public:
  explicit BookWriter(std::string_view stream) : stream_(stream) {}

  /// A workbook of today.
  Result<std::string> write() {
    if (auto error = read_globals()) return std::move(*error);
    ZipWriter zip;
    std::string sheets, relations;
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      const std::string id = std::to_string(i + 1);
      std::string xml = SheetWriter(is_biff8_).write(stream_, sheets_[i].start);
      if (xml.size() > limits::unpacked_bytes_of_part)
        return Error{"document.too_large", {}, Error::no_place, std::to_string(limits::blocks)};
      zip.add("xl/worksheets/s" + id + ".xml", std::move(xml));
      sheets += "<sheet name=\"";
      append_escaped(sheets, sheets_[i].name);
      sheets += std::string("\" state=\"") + (sheets_[i].hidden ? "hidden" : "visible") + "\" r:id=\"r" + id +
                "\"/>";
      relations +=
          "<Relationship Id=\"r" + id + "\" Type=\"x/worksheet\" Target=\"worksheets/s" + id + ".xml\"/>";
    }
    zip.add("xl/workbook.xml", std::string("<workbook xmlns:r=\"r\"><workbookPr date1904=\"") +
                                   (from_1904_ ? "1" : "0") + "\"/><sheets>" + sheets +
                                   "</sheets></workbook>");
    zip.add("xl/styles.xml",
            "<styleSheet><numFmts>" + formats_ + "</numFmts><cellXfs>" + styles_ + "</cellXfs></styleSheet>");
    zip.add("xl/sharedStrings.xml", "<sst>" + strings_ + "</sst>");
    zip.add(
        "xl/_rels/workbook.xml.rels",
        "<Relationships>" + relations + "<Relationship Id=\"s\" Type=\"x/styles\" Target=\"styles.xml\"/>" +
            "<Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
    return zip.finish();
  }

 private:
  struct Sheet {
    std::string name;
    std::size_t start = 0;
    bool hidden = false;
  };

  std::optional<Error> read_globals() {
    XlsRecords records(stream_, 0);
    XlsRecord record;
    if (!records.next(record) || record.type != beginning)
      return Error{"ole.damaged", {}, Error::no_place, {}};
    is_biff8_ = u16_at(record.data, 0) == biff8;
    while (records.next(record) && record.type != end_of_part) {
      const std::string_view data = record.data;
      if (record.type == file_pass) return Error{"file.password", {}, Error::no_place, {}};
      if (record.type == date_mode) from_1904_ = u16_at(data, 0) == 1;
      if (record.type == bound_sheet) add_sheet(data);
      if (record.type == format) add_format(data);
      if (record.type == extended_format)
        styles_ += "<xf numFmtId=\"" + std::to_string(u16_at(data, 2)) + "\"/>";
      if (record.type == shared_strings) add_strings(data, records);
    }
    return std::nullopt;
  }

  void add_sheet(std::string_view data) {
    if (u8_at(data, 5) != 0) return;  // a chart, a macro
    Sheet sheet;
    sheet.start = u32_at(data, 0);
    sheet.hidden = (u8_at(data, 4) & 3) != 0;
    const std::string_view name = data.substr(std::min<std::size_t>(6, data.size()));
    sheet.name = is_biff8_
                     ? XlsStrings({name}).string(1)
                     : from_code_page(name.substr(std::min<std::size_t>(1, name.size()), u8_at(name, 0)));
    if (sheets_.size() < limits::archive_entries) sheets_.push_back(std::move(sheet));
  }

  void add_format(std::string_view data) {
    const std::string_view code = data.substr(std::min<std::size_t>(2, data.size()));
    const std::string words =
        is_biff8_ ? XlsStrings({code}).string(2)
                  : from_code_page(code.substr(std::min<std::size_t>(1, code.size()), u8_at(code, 0)));
    formats_ += "<numFmt numFmtId=\"" + std::to_string(u16_at(data, 0)) + "\" formatCode=\"";
    append_escaped(formats_, words);
    formats_ += "\"/>";
  }

  void add_strings(std::string_view data, XlsRecords& records) {
    std::vector<std::string_view> parts{data};
    XlsRecord record;
    while (records.next_type() == continued && records.next(record))
      parts.push_back(record.data);
    XlsStrings strings(std::move(parts));
    strings.number(4);
    for (std::uint32_t left = strings.number(4); left > 0 && !strings.at_end(); --left) {
      strings_ += "<si><t>";
      append_escaped(strings_, strings.string(2));
      strings_ += "</t></si>";
    }
  }

  std::string_view stream_;
  bool is_biff8_ = false, from_1904_ = false;
  std::vector<Sheet> sheets_;
  std::string formats_, styles_, strings_;
};

}  // namespace

std::optional<Error> read_xls(std::span<const std::uint8_t> bytes, Document& document) {
  const auto file = CompoundFile::open(bytes);
  if (!file) return file.error();
  auto stream = file.value().stream("Workbook");
  if (!stream) stream = file.value().stream("Book");
  if (!stream) return Error{"ole.damaged", {}, Error::no_place, {}};
  const auto package = BookWriter(*stream).write();
  if (!package) return package.error();
  auto archive = ZipArchive::open(
      {reinterpret_cast<const std::uint8_t*>(package.value().data()), package.value().size()});
  if (!archive) return archive.error();
  return read_xlsx(archive.value(), document);
}

}  // namespace mingzhang
