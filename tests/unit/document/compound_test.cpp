// Compound files: streams by name, and chains of sectors that lead nowhere or in a circle.
#include "document/ole/compound.h"

#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;

TEST_CASE("streams large and small by their names") {
  const std::string bytes = file_below_source("tests/unit/document/files/yunling-archive-2022.doc");
  const auto file = CompoundFile::open(bytes_of(bytes));
  REQUIRE(file.ok());
  REQUIRE(file.value().stream("WordDocument").has_value());
  CHECK(u16_at(*file.value().stream("worddocument"), 0) == 0xA5EC);
  CHECK(file.value().stream("\x05SummaryInformation").has_value());
  CHECK_FALSE(file.value().stream("Workbook").has_value());
}

TEST_CASE("what is no compound file, and one whose tables of sectors are all alike") {
  CHECK_FALSE(CompoundFile::open(bytes_of("")).ok());
  CHECK_FALSE(CompoundFile::open(bytes_of(std::string(4096, 'x'))).ok());
  std::string bytes = file_below_source("tests/unit/document/files/yunling-archive-2022.doc");
  for (std::size_t at = 512; at < bytes.size(); ++at)
    bytes[at] = at % 4 == 0 ? '\1' : '\0';
  const auto file = CompoundFile::open(bytes_of(bytes));
  if (file.ok()) CHECK_FALSE(file.value().stream("WordDocument").has_value());
}

TEST_CASE("numbers beyond the end are zero, and halves of characters are replaced") {
  CHECK(u32_at("abc", 0) == 0);
  CHECK(u16_at("ab", 1) == 0);
  CHECK(u8_at("", 0) == 0);
  using namespace std::literals;
  CHECK(from_utf16("\x3D\xD8\x00\xDE"sv) == "\U0001F600");
  CHECK(from_utf16("\x3D\xD8\x41\x00"sv) ==
        "\uFFFD"
        "A");
}
