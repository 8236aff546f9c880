// See format.h.
#include "document/format.h"

#include "document/archive/zip.h"

#include <algorithm>
#include <string>

namespace mingzhang {
namespace {

using namespace std::literals;

struct Signature {
  std::string_view bytes;
  std::size_t offset;
  std::string_view name;
};

constexpr Signature signatures[] = {
    {"%PDF-"sv, 0, "PDF"},         {"\x89PNG\r\n\x1A\n"sv, 0, "PNG"},
    {"\xFF\xD8\xFF"sv, 0, "JPEG"}, {"GIF87a"sv, 0, "GIF"},
    {"GIF89a"sv, 0, "GIF"},        {"WEBP"sv, 8, "WEBP"},
    {"II*\0"sv, 0, "TIFF"},        {"MM\0*"sv, 0, "TIFF"},
    {"\x1F\x8B\x08"sv, 0, "GZIP"}, {"7z\xBC\xAF\x27\x1C"sv, 0, "7Z"},
    {"Rar!\x1A\x07"sv, 0, "RAR"},  {"{\\rtf"sv, 0, "RTF"},
};

struct Part {
  std::string_view name;
  std::string_view format;
};
/// A package of the format has this part, or one in this folder.
constexpr Part parts[] = {
    {"OFD.xml", "OFD"},
    {"word/document.xml", "DOCX"},
    {"xl/workbook.xml", "XLSX"},
    {"xl/workbook.bin", "XLSB"},
    {"ppt/presentation.xml", "PPTX"},
    {"META-INF/manifest.xml", "ODF"},
    {"word/", "DOCX"},
    {"xl/", "XLSX"},
};

std::string_view kind_of_zip(std::span<const std::uint8_t> bytes) {
  const auto archive = ZipArchive::open(bytes);
  if (!archive) return "ZIP";
  for (const Part& part : parts) {
    const bool folder = part.name.ends_with('/');
    if (folder && archive.value().find("[Content_Types].xml") == nullptr) continue;
    const auto& entries = archive.value().entries();
    if (folder ? std::any_of(entries.begin(), entries.end(),
                             [&](const ZipEntry& entry) { return entry.name.starts_with(part.name); })
               : archive.value().find(part.name) != nullptr)
      return part.format;
  }
  return "ZIP";
}

constexpr std::string_view ole_signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// The directory of an OLE file has entries of 128 bytes that begin with a name in UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name)
    wide += {c, '\0'};
  wide += "\0\0"sv;
  constexpr std::size_t entry = 128;
  for (std::size_t at = bytes.find(wide); at != std::string_view::npos; at = bytes.find(wide, at + 1)) {
    if (at % entry == 0) return true;
  }
  return false;
}

std::string_view kind_of_ole(std::string_view bytes) {
  if (has_stream(bytes, "EncryptedPackage")) return "OOXML";
  if (has_stream(bytes, "WordDocument")) return "DOC";
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) return "XLS";
  if (has_stream(bytes, "PowerPoint Document")) return "PPT";
  return "OLE";
}

/// A web page with its pictures in one file: mail headers, then parts.
bool is_mhtml(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1000);
  return (head.starts_with("MIME-Version:") || head.starts_with("From:") || head.starts_with("Subject:")) &&
         head.find("multipart/related") != std::string_view::npos;
}

}  // namespace

std::string_view known_format(std::span<const std::uint8_t> bytes) {
  std::string_view head(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (head.substr(0, 4) == "PK\x03\x04"sv || head.substr(0, 4) == "PK\x05\x06"sv) return kind_of_zip(bytes);
  if (head.starts_with(ole_signature)) return kind_of_ole(head);
  for (const Signature& signature : signatures) {
    if (head.size() >= signature.offset + signature.bytes.size() &&
        head.substr(signature.offset, signature.bytes.size()) == signature.bytes) {
      return signature.name;
    }
  }
  if (is_mhtml(head)) return "MHTML";
  if (head.substr(0, 400).find("progid=\"Excel.Sheet\"") != std::string_view::npos) return "Excel 2003 XML";
  if (head.substr(0, 400).find("progid=\"Word.Document\"") != std::string_view::npos) return "Word 2003 XML";
  return {};
}

}  // namespace mingzhang
