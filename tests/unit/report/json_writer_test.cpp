#include "report/json_writer.h"

#include "text/utf8.h"

#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace mingzhang;

namespace {

std::string written(std::string_view value) {
  JsonWriter json(0);
  json.text(value);
  return json.take();
}

}  // namespace

TEST_CASE("strings come back as they were, whatever is in them") {
  for (const std::string_view value :
       {std::string_view("乐亭县"), std::string_view("a\"b\\c/d"), std::string_view("\t\n\r\x01\x1f\x7f"),
        std::string_view("a\0b", 3), std::string_view("\u2028\u2029\u0085😀")}) {
    const nlohmann::json parsed = nlohmann::json::parse(written(value), nullptr, false);
    REQUIRE(parsed.is_string());
    CHECK(parsed.get<std::string>() == value);
  }
}

TEST_CASE("a string never breaks a line and never holds ill-formed bytes") {
  const std::string out = written("a\nb\u2028c\u0085\xff\xe4\xb8 d\xed\xa0\x80");
  CHECK(out.find('\n') == std::string::npos);
  CHECK(out.find("\u2028") == std::string::npos);
  CHECK(is_valid_utf8(out));
  CHECK(out.find("\uFFFD") != std::string::npos);
}

TEST_CASE("keys keep their order, empty containers stay on their line, and one line is one line") {
  const auto write = [](int levels) {
    JsonWriter json(levels);
    json.open_object();
    json.member("b", "x");
    json.open_array("a");
    json.number(1);
    json.null();
    json.close_array();
    json.open_array("empty");
    json.close_array();
    json.index_or_null("none", -1);
    json.member_or_null("absent", "");
    json.close_object();
    return json.take();
  };
  CHECK(write(0) == R"({"b":"x","a":[1,null],"empty":[],"none":null,"absent":null})");
  const std::string broken = write(2);
  CHECK(nlohmann::json::parse(broken, nullptr, false) == nlohmann::json::parse(write(0), nullptr, false));
  CHECK(broken.find("\n  \"b\": \"x\",\n") != std::string::npos);
}
