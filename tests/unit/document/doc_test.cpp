// Old Word files: what LibreOffice writes reads as the .docx of the same page, and damage is refused.
#include "document/doc/doc.h"

#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

std::string file(std::string_view name) {
  const std::string bytes = file_below_source("tests/unit/document/files/" + std::string(name));
  REQUIRE_FALSE(bytes.empty());
  return bytes;
}

}  // namespace

TEST_CASE("the same document, old and new, reads alike: words, numbers, headings, merged cells") {
  const Document old = read(file("yunling-archive-2022.doc")),
                 today = read(file("yunling-archive-2022.docx"));
  CHECK(old.media == "application/msword");
  CHECK(old.text == today.text);
  CHECK(outline(old) == outline(today));
  REQUIRE(old.tables.size() == today.tables.size());
  for (std::size_t i = 0; i < old.tables.size(); ++i) {
    CHECK(grid(old, old.tables[i]) == grid(today, today.tables[i]));
    CHECK(old.tables[i].header_rows == today.tables[i].header_rows);
    CHECK(old.tables[i].unit == today.tables[i].unit);
  }
}

TEST_CASE("an old Word file cut off or damaged anywhere gives an error or a document, and no harm") {
  const std::string bytes = file("yunling-archive-2022.doc");
  check_damaged(bytes, "a.doc", 509);
}

TEST_CASE(
    "a count or size of an old Word file that leads beyond its end gives an error or a document, and no "
    "harm") {
  std::string bytes = file("yunling-archive-2022.doc");
  for (std::size_t at = 512; at + 1 < bytes.size(); at += 6) {
    const std::string before = bytes.substr(at, 2);
    for (const std::string_view large : {"\xFF\xFF", "\xC8\x01"}) {
      bytes.replace(at, 2, large);
      const auto document = read_document(bytes_of(bytes), "a.doc");
      CHECK((document.ok() || !document.error().code.empty()));
    }
    bytes.replace(at, 2, before);
  }
}

TEST_CASE("a password, and files older than Word 97") {
  std::string bytes = file("yunling-archive-2022.doc");
  const std::size_t start = bytes.find("\xEC\xA5");
  REQUIRE(start % 512 == 0);
  std::string locked = bytes;
  locked[start + 11] = static_cast<char>(locked[start + 11] | 1);
  CHECK(error_of(locked) == "file.password");
  bytes[start + 2] = 0x65;
  bytes[start + 3] = 0;
  CHECK(error_of(bytes) == "doc.too_old");
}
