// Old workbooks: what LibreOffice writes reads as the .xlsx of the same sheets, and damage is refused.
#include "document/xls/xls.h"

#include "document/xls/records.h"
#include "support.h"

using namespace mingzhang;
using namespace mingzhang::test;
using namespace std::literals;

namespace {

std::string file(std::string_view name) {
  const std::string bytes = file_below_source("tests/unit/document/files/" + std::string(name));
  REQUIRE_FALSE(bytes.empty());
  return bytes;
}

}  // namespace

TEST_CASE("the same workbook, old and new, reads alike: formats, formulas, merged cells, what is hidden") {
  const Document old = read(file("yunling-archive-2022-tables.xls")),
                 today = read(file("yunling-archive-2022-tables.xlsx"));
  CHECK(old.media == "application/vnd.ms-excel");
  CHECK(old.text == today.text);
  REQUIRE(old.tables.size() == today.tables.size());
  for (std::size_t i = 0; i < old.tables.size(); ++i)
    CHECK(grid(old, old.tables[i]) == grid(today, today.tables[i]));
  REQUIRE(old.notes.size() == today.notes.size());
  for (std::size_t i = 0; i < old.notes.size(); ++i)
    CHECK(old.notes[i].code == today.notes[i].code);
}

TEST_CASE("an old workbook cut off or damaged anywhere gives an error or a document, and no harm") {
  const std::string bytes = file("yunling-archive-2022-tables.xls");
  check_damaged(bytes, "a.xls", 101);
}

TEST_CASE("numbers in the short form") {
  CHECK(from_rk(0x3FF00000) == 1.0);
  CHECK(from_rk(0x3FF00001) == 0.01);
  CHECK(from_rk(38652u << 2 | 3) == 386.52);
  CHECK(from_rk(static_cast<std::uint32_t>(-5) << 2 | 2) == -5.0);
}

TEST_CASE("strings in one byte a character and in two, with fonts behind them, over the edge of records") {
  // Length 3, then the flags: two bytes a character; one run of fonts.
  CHECK(XlsStrings({"\x03\x00\x09\x01\x00"s + "\x31\x75\x32\x75\x41\x00"s + "abcd"s}).string(2) ==
        "\u7531\u7532A");
  CHECK(XlsStrings({"\x03\x00"
                    "abc"sv})
            .string(1) == "abc");
  XlsStrings cut({"\x04\x00\x01\x31\x75\x32\x75"sv, "\x00xy\x01\x00\x00z"sv});
  CHECK(cut.string(2) == "\u7531\u7532xy");
  CHECK(cut.string(2) == "z");
  CHECK(cut.at_end());
}
