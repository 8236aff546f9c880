#include "report/stored_zip.h"

#include "document/archive/expand.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("files of every kind of name and content come back out of the archive") {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.txt", "words"},
      {"数据/金额.csv", std::string("\0\xFF\r\n", 4)},
      {"empty", ""},
      {"large", std::string(70'000, 'x')}};
  const std::string archive = stored_zip(files);
  std::vector<std::pair<std::string, std::string>> back;
  expand({reinterpret_cast<const std::uint8_t*>(archive.data()), archive.size()}, "z",
         [&](const InnerFile& file) {
           CHECK_FALSE(file.error.has_value());
           back.emplace_back(file.name, std::string(file.bytes.begin(), file.bytes.end()));
         });
  REQUIRE(back.size() == files.size());
  for (const auto& [name, content] : files) {
    const std::string wanted = "z/" + name;
    const auto found =
        std::find_if(back.begin(), back.end(), [&](const auto& each) { return each.first == wanted; });
    REQUIRE(found != back.end());
    CHECK(found->second == content);
  }
}
