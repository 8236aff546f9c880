// The Fiscal Data Package is read back with the ZIP reader of src/document, and its descriptor with a JSON
// parser.
#include "document/archive/expand.h"
#include "made_report.h"

#include <map>

using namespace mingzhang;

namespace {

std::map<std::string, std::string> files_of(const std::string& archive) {
  std::map<std::string, std::string> files;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(archive.data());
  expand({bytes, archive.size()}, "package.zip", [&](const InnerFile& file) {
    CHECK_FALSE(file.error.has_value());
    files[file.name] = std::string(file.bytes.begin(), file.bytes.end());
  });
  return files;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

}  // namespace

TEST_CASE("the package has a line for each amount, in yuan, and says what its columns are") {
  const MadeReport made;
  auto files = files_of(write_data_package(made.analysis, knowledge(), Language::zh));
  REQUIRE(files.size() == 2);
  const nlohmann::json descriptor =
      nlohmann::json::parse(files["package.zip/datapackage.json"], nullptr, false);
  REQUIRE(descriptor.is_object());
  CHECK(descriptor["profile"] == "tabular-data-package");
  CHECK(descriptor["countryCode"] == "CN");
  CHECK(descriptor["generator"]["version"] == std::string(program_version()));
  CHECK(descriptor["generator"]["rules"] == knowledge().rules.date());
  CHECK(descriptor["sources"][0]["hash"] == "sha256:" + std::string(64, 'a'));
  const nlohmann::json& resource = descriptor["resources"][0];
  CHECK(resource["path"] == "budget.csv");
  const nlohmann::json& fields = resource["schema"]["fields"];

  const std::vector<std::string> lines = lines_of(files["package.zip/budget.csv"]);
  REQUIRE(lines.size() == 5);
  std::string head;
  for (const nlohmann::json& field : fields)
    head += (head.empty() ? "" : ",") + field["name"].get<std::string>();
  CHECK(lines[0] == head);
  CHECK(lines[1].starts_with("f0,某局,2020,expenditure,approved,,,,,,,expenditure.total,1005000"));
  CHECK(lines[4].find("expenditure.operating,10,") != std::string::npos);
}

TEST_CASE("the same document gives the same archive, byte for byte") {
  const MadeReport made;
  CHECK(write_data_package(made.analysis, knowledge(), Language::en) ==
        write_data_package(made.analysis, knowledge(), Language::en));
}

TEST_CASE("a name that a spreadsheet would take for a formula is none in the package") {
  MadeReport made;
  made.analysis.disclosure.entity = "=cmd|'/c calc'!A0";
  auto files = files_of(write_data_package(made.analysis, knowledge(), Language::zh));
  CHECK(files["package.zip/budget.csv"].find("f0,'=cmd|") != std::string::npos);
}
