// XML parts: names without prefixes, encodings, and what is refused.
#include "document/xml/xml.h"

#include "document/limits.h"
#include "support.h"

using namespace mingzhang;

namespace {

std::string outcome(std::string text) {
  const auto xml = Xml::parse(std::move(text), "part.xml");
  if (xml) return std::string(text_of(xml.value().root()));
  CHECK((xml.error().detail == "part.xml" || xml.error().code == "text.encoding"));
  return xml.error().code;
}

}  // namespace

TEST_CASE("elements and attributes by the names behind their prefixes") {
  const auto xml = Xml::parse("<w:a xmlns:w='x' w:id='7'><b:c><d/>甲</b:c><e:c>乙</e:c></w:a>", "");
  REQUIRE(xml.ok());
  const XmlNode root = xml.value().root();
  CHECK(name_of(root) == "a");
  CHECK(attribute_of(root, "id") == "7");
  CHECK(attribute_of(root, "none").empty());
  CHECK(text_of(child_of(root, "c")) == "甲");
  CHECK(child_of(root, "c", "d"));
  CHECK_FALSE(child_of(root, "c", "none", "d"));
  CHECK(text_of(next_of(child_of(root, "c"), "c")) == "乙");
}

TEST_CASE("white space and references in words") {
  CHECK(outcome("<a> </a>") == " ");
  CHECK(outcome("<a> 甲&#10;&#x4E59;&lt; </a>") == " 甲\n乙< ");
  CHECK(outcome("<a><![CDATA[<甲>]]></a>") == "<甲>");
}

TEST_CASE("UTF-8, UTF-16 and, where the declaration says so, GBK") {
  using namespace std::literals;
  CHECK(outcome("\xEF\xBB\xBF<a>甲</a>") == "甲");
  CHECK(outcome("\xFF\xFE<\0a\0>\0\x32\x75<\0/\0a\0>\0"s) == "甲");
  CHECK(outcome("<?xml version=\"1.0\" encoding=\"GBK\"?><a>\xBC\xD7</a>") == "甲");
  CHECK(outcome("<?xml version='1.0' encoding='gb18030'?><a>\xBC\xD7</a>") == "甲");
  CHECK(outcome("<?xml version='1.0' encoding='GBK'?><a>\xFF</a>") == "text.encoding");
}

TEST_CASE("entities are not expanded, and declarations of them refused") {
  CHECK(outcome("<!DOCTYPE a [<!ENTITY b \"甲\">]><a>&b;</a>") == "xml.doctype");
  std::string laughs = "<!DOCTYPE a [<!ENTITY e0 \"哈\">";
  for (int i = 1; i < 20; ++i)
    laughs += "<!ENTITY e" + std::to_string(i) + " \"&e" + std::to_string(i - 1) + ";&e" +
              std::to_string(i - 1) + ";\">";
  CHECK(outcome(laughs + "]><a>&e19;</a>") == "xml.doctype");
  CHECK(outcome("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>") == "xml.doctype");
  CHECK(outcome("<a>&b;</a>") == "&b;");
}

TEST_CASE("what is no XML is refused with its place") {
  for (const std::string_view text :
       {"", "甲", "<a>", "<a></b>", "<a", "<a b></a>", "<a b='></a>", "<a><!-- </a>", "</a>"})
    CHECK(outcome(std::string(text)) == "xml.malformed");
  CHECK(Xml::parse("<a></b>", "").error().offset == 5);
  std::string many = "<a>";
  for (std::uint64_t i = 0; i < limits::xml_tags; ++i)
    many += "<b>";
  CHECK(outcome(std::move(many)) == "xml.too_large");
}

TEST_CASE("numbers of attributes") {
  CHECK(number_of("12") == 12);
  CHECK(number_of("-3") == -3);
  CHECK(number_of("12.7") == 12);
  CHECK(number_of("99999999999999999999") == 1'000'000'000);
  CHECK(number_of("", 5) == 5);
  CHECK(number_of("x", 5) == 5);
  CHECK(number_of("-", 5) == 5);
}
