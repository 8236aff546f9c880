// Makes the packages that tests read: ZIP archives of invented parts, stored as they are.
#pragma once

#include "stored_zip.h"
#include "support.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang::test {

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
