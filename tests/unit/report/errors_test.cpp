#include "assets/assets.h"
#include "report/report.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace mingzhang;

namespace {

Error error_of(std::string code, std::string detail = {}) {
  Error error;
  error.code = std::move(code);
  error.detail = std::move(detail);
  return error;
}

}  // namespace

TEST_CASE("an error is a sentence in either language, with its detail in its place") {
  const Error error = error_of("file.format", "PDF");
  CHECK(error_sentence(error, Language::en) == "this version does not read PDF files yet");
  CHECK(error_sentence(error, Language::zh).find("PDF") != std::string::npos);
  CHECK_FALSE(error_hint(error, Language::en).empty());
  CHECK(error_line(error, "a.pdf", Language::en) == "a.pdf: this version does not read PDF files yet\n");
}

TEST_CASE("a known place in the input is part of the sentence") {
  Error error = error_of("text.encoding");
  error.offset = 17;
  CHECK(error_sentence(error, Language::en).ends_with(" (at byte 17, counted from 0)"));
  CHECK(error_sentence(error, Language::zh).find("第 17 字节") != std::string::npos);
}

TEST_CASE("a detail that looks like a place is quoted as it is") {
  CHECK(error_sentence(error_of("file.format", "{detail}"), Language::en) ==
        "this version does not read {detail} files yet");
}

TEST_CASE("an error without words is named by its code, never swallowed") {
  CHECK(error_sentence(error_of("no.such_code"), Language::zh) == "no.such_code");
}

TEST_CASE("the line for standard error stays one line whatever the file is called") {
  const std::string line = error_line(error_of("file.empty"), "a\nb\x1b[31m\xff", Language::en);
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(line.find('\x1b') == std::string::npos);
}

TEST_CASE("a sentence has a place for its detail in both languages or in neither") {
  const nlohmann::json all = nlohmann::json::parse(asset("words/errors.json"), nullptr, false);
  REQUIRE(all.is_object());
  for (const auto& [code, words] : all.items()) {
    const bool zh = words.at("zh").at("sentence").get<std::string>().find("{detail}") != std::string::npos;
    const bool en = words.at("en").at("sentence").get<std::string>().find("{detail}") != std::string::npos;
    const std::string name = code;  // clang 14 lets no lambda hold a structured binding
    INFO(name);
    CHECK(zh == en);
  }
}
