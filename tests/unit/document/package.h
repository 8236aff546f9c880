// Makes the packages that tests read: ZIP archives of invented parts, stored as they are.
#pragma once

#include "support.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <zlib.h>

namespace mingzhang::test {

struct PackedFile {
  std::string name;
  std::string content;
};

inline void append_number(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i, value >>= 8)
    out += static_cast<char>(value & 0xFF);
}

/// Entries are stored, not deflated.
inline std::string zip(const std::vector<PackedFile>& files) {
  std::string out, directory;
  for (const PackedFile& file : files) {
    const auto crc =
        crc32(0, reinterpret_cast<const Bytef*>(file.content.data()), static_cast<uInt>(file.content.size()));
    const std::size_t header = out.size();
    std::string common;
    for (const std::uint64_t field :
         {std::uint64_t{20}, std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{0x21}})
      append_number(common, field, 2);  // version, flags, method, time, date
    append_number(common, crc, 4);
    append_number(common, file.content.size(), 4);
    append_number(common, file.content.size(), 4);
    append_number(common, file.name.size(), 2);
    append_number(common, 0, 2);
    append_number(out, 0x04034B50, 4);
    out += common + file.name + file.content;
    append_number(directory, 0x02014B50, 4);
    append_number(directory, 20, 2);
    directory += common;
    append_number(directory, 0, 2 + 2 + 2 + 4);  // comment, volume, attributes
    append_number(directory, header, 4);
    directory += file.name;
  }
  const std::size_t start = out.size();
  out += directory;
  append_number(out, 0x06054B50, 4);
  append_number(out, 0, 4);
  append_number(out, files.size(), 2);
  append_number(out, files.size(), 2);
  append_number(out, directory.size(), 4);
  append_number(out, start, 4);
  append_number(out, 0, 2);
  return out;
}

inline constexpr std::string_view word_namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\"";

/// A Word document with that body; further parts as word/NAME.xml with their relationships.
inline std::string docx(std::string_view body, const std::vector<PackedFile>& parts = {}) {
  const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string relations =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  std::string own = relations;
  std::vector<PackedFile> files = {
      {"[Content_Types].xml",
       "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"_rels/.rels", relations + "<Relationship Id=\"r1\" Type=\"" + relation +
                          "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
      {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document " +
                                std::string(word_namespaces) + "><w:body>" + std::string(body) +
                                "</w:body></w:document>"}};
  for (const PackedFile& part : parts) {
    own += "<Relationship Id=\"" + part.name + "\" Type=\"" + relation + part.name + "\" Target=\"" +
           part.name + ".xml\"/>";
    files.push_back({"word/" + part.name + ".xml", "<w:" + part.name + " " + std::string(word_namespaces) +
                                                       ">" + part.content + "</w:" + part.name + ">"});
  }
  files.push_back({"word/_rels/document.xml.rels", own + "</Relationships>"});
  return zip(files);
}

/// An Excel workbook with one sheet of that XML inside <worksheet>; `styles` and `strings` are the insides of
/// their parts.
struct SheetPart {
  std::string name = "Sheet1";
  std::string xml;
  std::string state = "visible";
};
inline std::string xlsx(const std::vector<SheetPart>& sheets, std::string_view styles = {},
                        std::string_view strings = {}, std::string_view properties = {}) {
  const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string list, relations = "<Relationships>";
  std::vector<PackedFile> files = {{"[Content_Types].xml", "<Types/>"}};
  for (const SheetPart& sheet : sheets) {
    const std::string number = std::to_string(files.size());
    list += "<sheet name=\"" + sheet.name + "\" sheetId=\"7" + number + "\" state=\"" + sheet.state +
            "\" r:id=\"r" + number + "\"/>";
    relations += "<Relationship Id=\"r" + number + "\" Type=\"" + relation +
                 "worksheet\" Target=\"worksheets/s" + number + ".xml\"/>";
    files.push_back(
        {"xl/worksheets/s" + number + ".xml", "<worksheet " + main + ">" + sheet.xml + "</worksheet>"});
  }
  files.push_back({"xl/styles.xml", "<styleSheet " + main + ">" + std::string(styles) + "</styleSheet>"});
  files.push_back({"xl/sharedStrings.xml", "<sst " + main + ">" + std::string(strings) + "</sst>"});
  relations += "<Relationship Id=\"s\" Type=\"" + relation +
               "styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"" + relation +
               "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>";
  files.push_back({"xl/_rels/workbook.xml.rels", relations});
  files.push_back({"xl/workbook.xml", "<workbook " + main + " xmlns:r=\"" + relation + "\">" +
                                          std::string(properties) + "<sheets>" + list +
                                          "</sheets></workbook>"});
  return zip(files);
}

/// <w:p> with that text in one run.
inline std::string p(std::string_view text) {
  return "<w:p><w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

}  // namespace mingzhang::test
