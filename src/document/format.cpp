// See format.h.
#include "document/format.h"

#include <algorithm>

namespace mingzhang {
namespace {

using namespace std::literals;

struct Signature {
  std::string_view bytes;
  std::size_t offset;
  std::string_view name;
};

constexpr Signature signatures[] = {
    {"%PDF-"sv, 0, "PDF"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, 0, "DOC/XLS"},
    {"\x89PNG\r\n\x1A\n"sv, 0, "PNG"},
    {"\xFF\xD8\xFF"sv, 0, "JPEG"},
    {"GIF87a"sv, 0, "GIF"},
    {"GIF89a"sv, 0, "GIF"},
    {"WEBP"sv, 8, "WEBP"},
    {"II*\0"sv, 0, "TIFF"},
    {"MM\0*"sv, 0, "TIFF"},
    {"\x1F\x8B\x08"sv, 0, "GZIP"},
    {"7z\xBC\xAF\x27\x1C"sv, 0, "7Z"},
    {"Rar!\x1A\x07"sv, 0, "RAR"},
    {"{\\rtf"sv, 0, "RTF"},
};

std::string_view kind_of_zip(std::string_view bytes) {
  // Names of the parts stand in the local headers at the front or in the directory at the end.
  constexpr std::size_t window = 64u << 10;
  const auto names = [&](std::string_view part) {
    return bytes.substr(0, window).find(part) != std::string_view::npos ||
           bytes.substr(bytes.size() - std::min(bytes.size(), window)).find(part) != std::string_view::npos;
  };
  if (names("word/document.xml")) return "DOCX";
  if (names("xl/workbook.xml")) return "XLSX";
  if (names("OFD.xml")) return "OFD";
  return "ZIP";
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with_any_case(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() && std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                                                        [](char a, char b) { return a == lower(b); });
}

}  // namespace

std::string_view known_format(std::span<const std::uint8_t> bytes) {
  std::string_view head(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (head.substr(0, 4) == "PK\x03\x04"sv || head.substr(0, 4) == "PK\x05\x06"sv) return kind_of_zip(head);
  for (const Signature& signature : signatures) {
    if (head.size() >= signature.offset + signature.bytes.size() &&
        head.substr(signature.offset, signature.bytes.size()) == signature.bytes) {
      return signature.name;
    }
  }
  // HTML may stand behind a byte-order mark and white space.
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  if (begins_with_any_case(head, "<!doctype html") || begins_with_any_case(head, "<html")) return "HTML";
  return {};
}

}  // namespace mingzhang
