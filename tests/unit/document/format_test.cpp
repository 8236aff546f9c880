// Files that are no text get an error that names what they are.
#include "document/format.h"

#include "package.h"

#include <string>

using namespace mingzhang;
using namespace mingzhang::test;
using namespace std::literals;

TEST_CASE("known formats are named by their first bytes") {
  CHECK(error_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") == "file.format PDF");
  CHECK(error_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more") == "file.old_office");
  CHECK(error_of(zip({{"a.txt", "甲"}})) == "zip.archive");
  CHECK(error_of(zip({{"ppt/presentation.xml", ""}})) == "file.format PPTX");
  CHECK(error_of(zip({{"mimetype", ""}, {"META-INF/manifest.xml", ""}})) == "file.format ODF");
  CHECK(error_of("\x89PNG\r\n\x1A\n") == "file.format PNG");
  CHECK(error_of("\xFF\xD8\xFF\xE0 JFIF") == "file.format JPEG");
  CHECK(error_of("GIF89a....") == "file.format GIF");
  CHECK(error_of("RIFF\x10\x20\x30\x40WEBPVP8 ") == "file.format WEBP");
  CHECK(error_of("\x1F\x8B\x08....") == "file.format GZIP");
  CHECK(error_of("{\\rtf1\\ansi}") == "file.format RTF");
  CHECK(error_of("MIME-Version: 1.0\nContent-Type: multipart/related;\n") == "file.format MHTML");
  CHECK(error_of("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook/>") ==
        "file.format Excel 2003 XML");
}

TEST_CASE("a document is known by the parts that its archive lists, wherever they stand") {
  CHECK(known_format(bytes_of(
            zip({{"docProps/app.xml", std::string(200'000, 'x')}, {"xl/workbook.xml", ""}}))) == "XLSX");
  CHECK(known_format(bytes_of(zip({{"word/document.xml", ""}}))) == "DOCX");
  CHECK(known_format(bytes_of(zip({{"OFD.xml", ""}}))) == "OFD");
  // A document inside an archive does not make the archive one.
  CHECK(known_format(bytes_of(zip({{"a.docx", docx(p("甲"))}}))) == "ZIP");
  // Main parts of other names.
  CHECK(known_format(bytes_of(zip({{"[Content_Types].xml", ""}, {"word/document2.xml", ""}}))) == "DOCX");
}

TEST_CASE("old Office files are told apart by the streams that they list") {
  const auto ole = [](std::string_view stream) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(1016, '\0');
    for (const char c : stream)
      bytes += {c, '\0'};
    return bytes + std::string(128, '\0');
  };
  CHECK(known_format(bytes_of(ole("WordDocument"))) == "DOC");
  CHECK(known_format(bytes_of(ole("Workbook"))) == "XLS");
  CHECK(known_format(bytes_of(ole("Book"))) == "XLS");
  CHECK(known_format(bytes_of(ole("PowerPoint Document"))) == "PPT");
  CHECK(error_of(ole("EncryptedPackage")) == "file.password");
}

TEST_CASE("words that only resemble a signature are text") {
  CHECK(known_format(bytes_of("PK对决")).empty());
  CHECK(known_format(bytes_of("% PDF")).empty());
  CHECK(known_format(bytes_of("")).empty());
  CHECK(known_format(bytes_of("一、部门概况")).empty());
}

TEST_CASE("binary data is no document") {
  std::string bytes;
  for (int i = 0; i < 4096; ++i)
    bytes += static_cast<char>(i * 7 % 256);
  CHECK(error_of(bytes) == "file.binary");
}

TEST_CASE("nothing to read") {
  CHECK(error_of("") == "file.empty");
  CHECK(error_of(" \r\n\t\t\n\u3000\n") == "file.empty");
  CHECK(error_of("\uFEFF") == "file.empty");
  CHECK(error_of(std::string(1u << 20, '\t')) == "file.empty");
}
