// Archives as several documents.
#include "document/archive/expand.h"

#include "package.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

/// A line a file: its name, and its words or what is wrong with it.
std::string files_in(const std::string& bytes) {
  std::string out;
  expand(bytes_of(bytes), "包.zip", [&](const InnerFile& file) {
    out += file.name + ": ";
    if (file.error) {
      CHECK(file.error->file == file.name);
      out += file.error->code;
    } else {
      const auto document = read_document(file.bytes, file.name);
      out += document ? document.value().text : document.error().code;
    }
    if (!out.ends_with('\n')) out += '\n';
  });
  return out;
}

}  // namespace

TEST_CASE("what is no archive is itself") {
  CHECK(files_in("一、概况") == "包.zip: 一、概况\n");
  CHECK(files_in(docx(p("甲"))) == "包.zip: 甲\n");
}

TEST_CASE("every file of an archive has its own name, in order of the names") {
  CHECK(files_in(zip(
            {{"乙.txt", "乙"}, {"公开/", ""}, {"公开/表.docx", docx(p("表"))}, {"a.html", "<p>甲</p>"}})) ==
        "包.zip/a.html: 甲\n包.zip/乙.txt: 乙\n包.zip/公开/表.docx: 表\n");
}

TEST_CASE("an archive within it is unpacked, one deeper is not") {
  const std::string third = zip({{"c.txt", "丙"}}), second = zip({{"b.txt", "乙"}, {"c.zip", third}});
  CHECK(files_in(zip({{"a.txt", "甲"}, {"b.zip", second}})) ==
        "包.zip/a.txt: 甲\n包.zip/b.zip/b.txt: 乙\n包.zip/b.zip/c.zip: zip.archive\n");
}

TEST_CASE("a file that cannot be read does not keep the others from being read") {
  std::string bytes = zip(
      {{"a.txt", "甲"}, {"b.txt", "乙"}, {"c.png", "\x89PNG\r\n\x1A\n"}, {"d.zip", "PK\3\4"}, {"e.txt", ""}});
  bytes[bytes.find("甲")] = '?';
  CHECK(files_in(bytes) ==
        "包.zip/a.txt: zip.crc\n包.zip/b.txt: 乙\n包.zip/c.png: file.format\n包.zip/d.zip: "
        "zip.cut\n包.zip/e.txt: file.empty\n");
}

TEST_CASE("what systems leave in archives is passed over") {
  CHECK(files_in(zip({{"__MACOSX/._a.txt", "x"},
                      {"公开/.DS_Store", "x"},
                      {"~$a.docx", "x"},
                      {"Thumbs.db", "x"},
                      {"a.txt", "甲"}})) == "包.zip/a.txt: 甲\n");
  CHECK(files_in(zip({{"公开/", ""}})) == "包.zip: zip.empty\n");
  CHECK(files_in(zip({})) == "包.zip: zip.empty\n");
}
