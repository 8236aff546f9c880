// ZIP archives as programs write them, and as no program should.
#include "document/archive/zip.h"

#include "document/limits.h"
#include "package.h"

using namespace mingzhang;
using namespace mingzhang::test;
using namespace std::literals;

namespace {

ZipArchive opened(std::string_view bytes) {
  auto archive = ZipArchive::open(bytes_of(bytes));
  REQUIRE_MESSAGE(archive.ok(), archive.error().code);
  return std::move(archive).value();
}

std::string unpacked(std::string_view bytes, std::string_view name) {
  ZipArchive archive = opened(bytes);
  const ZipEntry* entry = archive.find(name);
  if (entry == nullptr) return "not there";
  auto content = archive.unpack(*entry);
  return content ? content.value() : content.error().code + " " + content.error().detail;
}

std::string opening_error(std::string_view bytes) {
  const auto archive = ZipArchive::open(bytes_of(bytes));
  return archive ? "none" : archive.error().code;
}

/// `bytes` with a number written over it.
std::string with(std::string bytes, std::size_t at, std::uint64_t value, int size) {
  std::string number;
  append_number(number, value, size);
  return bytes.replace(at, number.size(), number);
}

std::size_t directory_of(const std::string& bytes) {
  return bytes.find("PK\1\2"s);
}

}  // namespace

TEST_CASE("files of an archive come back as they were") {
  const std::string bytes = zip({{"a.txt", "甲乙"}, {"folder/", ""}, {"folder/b.txt", ""}});
  CHECK(opened(bytes).entries().size() == 3);
  CHECK(opened(bytes).entries()[1].is_folder());
  CHECK(unpacked(bytes, "a.txt") == "甲乙");
  CHECK(unpacked(bytes, "FOLDER/B.TXT").empty());
  CHECK(unpacked(bytes, "c.txt") == "not there");
  CHECK(opened(zip({})).entries().empty());
}

TEST_CASE("deflated files, behind other bytes and before a comment") {
  // Python: zlib.compress("财政" * 40, 9)[2:-4]
  const std::string packed = "\x7B\xB1\x65\xD1\xB3\x29\xFB\x5F\x8C\x18\x12\x00"s;
  std::string whole;
  for (int i = 0; i < 40; ++i)
    whole += "财政";
  std::string bytes = zip({{"a", packed}});
  const std::size_t directory = directory_of(bytes);
  bytes = with(std::move(bytes), 8, 8, 2);
  bytes = with(std::move(bytes), directory + 10, 8, 2);
  bytes = with(std::move(bytes), directory + 16,
               crc32(0, reinterpret_cast<const Bytef*>(whole.data()), static_cast<uInt>(whole.size())), 4);
  bytes = with(std::move(bytes), directory + 24, whole.size(), 4);
  CHECK(unpacked(bytes, "a") == whole);
  CHECK(unpacked("a program that unpacks itself" + bytes, "a") == whole);
  CHECK(unpacked(with(bytes, bytes.size() - 2, 7, 2) + "comment", "a") == whole);
  // Sizes behind the data, zero in the local header: the directory has them.
  CHECK(unpacked(with(with(bytes, 6, 8, 2), 14, 0, 8), "a") == whole);
  CHECK(unpacked(with(bytes, directory + 24, whole.size() + 1, 4), "a") == "zip.damaged a");
  CHECK(unpacked(with(bytes, 31, 0xFF, 1), "a") == "zip.damaged a");
}

TEST_CASE("names in UTF-8 or GBK, with whatever slashes, and harmless") {
  CHECK(opened(zip({{"公开/预算.docx", ""}})).entries()[0].name == "公开/预算.docx");
  CHECK(opened(zip({{"\xB9\xAB\xBF\xAA\\\xD4\xA4\xCB\xE3.docx", ""}})).entries()[0].name == "公开/预算.docx");
  // A character of GBK may end with the byte of a backslash: 乗.
  CHECK(opened(zip({{"\x81\x5C.txt", ""}})).entries()[0].name == "乗.txt");
  CHECK(opened(zip({{"../../etc/passwd\n", ""}})).entries()[0].name == "../../etc/passwd_");
  CHECK(opened(zip({{"\xFF\xFF", ""}})).entries()[0].name == "__");
}

TEST_CASE("a cut or damaged archive is refused with what is wrong") {
  const std::string bytes = zip({{"a.txt", "一二三四五"}, {"b.txt", "甲"}});
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK(opening_error(bytes.substr(0, size)) == "zip.cut");
  const std::size_t directory = directory_of(bytes);
  CHECK(opening_error(with(bytes, directory, 0, 4)) == "zip.damaged");
  CHECK(opening_error(with(bytes, directory + 28, 60'000, 2)) == "zip.damaged");
  CHECK(opening_error(with(bytes, bytes.size() - 6, 0xFFFFFFFF, 4)) == "zip.damaged");
  CHECK(opening_error(with(bytes, bytes.size() - 18, 1, 2)) == "zip.volumes");
  CHECK(unpacked(with(bytes, 35, '?', 1), "a.txt") == "zip.crc a.txt");
  CHECK(unpacked(with(bytes, 0, 0, 4), "a.txt") == "zip.damaged a.txt");
  CHECK(unpacked(with(bytes, directory + 42, 0xFFFFFF00, 4), "a.txt") == "zip.damaged a.txt");
  CHECK(unpacked(with(bytes, directory + 20, 0x7FFFFFFF, 4), "a.txt") == "zip.damaged a.txt");
  CHECK(unpacked(with(bytes, directory + 8, 1, 2), "a.txt") == "zip.encrypted a.txt");
  CHECK(unpacked(with(bytes, directory + 10, 12, 2), "a.txt") == "zip.method a.txt");
}

TEST_CASE("what would grow beyond all measure is not unpacked") {
  const std::string bytes = zip({{"a.txt", std::string(70'000, 'a')}});
  const std::size_t directory = directory_of(bytes);
  std::string bomb = with(with(bytes, directory + 10, 8, 2), directory + 24, 69'000'000, 4);
  CHECK(unpacked(bomb, "a.txt") == "zip.bomb a.txt, 64 MB");
  bomb = with(with(bytes, directory + 10, 8, 2), directory + 24, 60'000'000, 4);
  CHECK(unpacked(bomb, "a.txt") == "zip.bomb a.txt, 1:250");
  // Many files of the size that one may have.
  const std::string large = zip({{"a", std::string(30u << 20, '\0')}});
  ZipArchive archive = opened(large);
  for (std::uint64_t sum = 0; sum + (30u << 20) <= limits::unpacked_bytes; sum += 30u << 20)
    CHECK(archive.unpack(archive.entries()[0]).ok());
  CHECK_FALSE(archive.unpack(archive.entries()[0]).ok());
  CHECK(opening_error(zip(std::vector<PackedFile>(limits::archive_entries + 1))) == "zip.too_many");
}

TEST_CASE("sizes in the form of ZIP64") {
  std::string bytes = zip({{"a", "甲"}});
  const std::size_t directory = directory_of(bytes);
  std::string extra;
  append_number(extra, 1, 2);
  append_number(extra, 16, 2);
  append_number(extra, 3, 8);
  append_number(extra, 3, 8);
  bytes = with(std::move(bytes), directory + 20, UINT64_MAX, 8);
  bytes = with(std::move(bytes), directory + 30, extra.size(), 2);
  bytes.insert(directory + 47, extra);
  const std::size_t size_of_directory = bytes.size() - 10;
  bytes = with(std::move(bytes), size_of_directory, 46 + 1 + extra.size(), 4);
  CHECK(unpacked(bytes, "a") == "甲");
}
