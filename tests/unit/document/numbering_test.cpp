// Automatic numbering: formats of single numbers, and how levels count.
#include "document/docx/numbering.h"

#include "document/numbers.h"
#include "package.h"

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

/// What levels of a list show one after the other; each level counts in Arabic digits, "1.2" where it names
/// two.
class Counter {
 public:
  explicit Counter(const std::string& definitions)
      : xml_(Xml::parse("<w:numbering " + std::string(word_namespaces) + ">" + definitions + "</w:numbering>",
                        "")) {
    REQUIRE(xml_.ok());
    numbering_.read(xml_.value().root());
  }
  std::string next(std::int64_t list, int level) { return numbering_.next(list, level); }

 private:
  Result<Xml> xml_;
  Numbering numbering_;
};

std::string level(int index, std::string_view text, std::string_view more = "<w:start w:val=\"1\"/>") {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\">" + std::string(more) + "<w:lvlText w:val=\"" +
         std::string(text) + "\"/></w:lvl>";
}
std::string definition(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}
std::string list(int id, int definition, std::string_view more = {}) {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(definition) + "\"/>" + std::string(more) + "</w:num>";
}

}  // namespace

TEST_CASE("numbers in the formats of Chinese office text") {
  CHECK(formatted_number(3, "decimal") == "3");
  CHECK(formatted_number(3, "chineseCounting") == "三");
  CHECK(formatted_number(10, "chineseCountingThousand") == "十");
  CHECK(formatted_number(12, "japaneseCounting") == "十二");
  CHECK(formatted_number(20, "chineseCounting") == "二十");
  CHECK(formatted_number(105, "chineseCounting") == "一百零五");
  CHECK(formatted_number(110, "chineseCounting") == "一百一十");
  CHECK(formatted_number(12, "chineseLegalSimplified") == "壹拾贰");
  CHECK(formatted_number(10, "ideographDigital") == "一〇");
  CHECK(formatted_number(3, "ideographTraditional") == "丙");
  CHECK(formatted_number(11, "ideographTraditional") == "11");
  CHECK(formatted_number(3, "decimalEnclosedCircleChinese") == "③");
  CHECK(formatted_number(21, "decimalEnclosedCircle") == "21");
  CHECK(formatted_number(2, "decimalEnclosedParen") == "⑵");
  CHECK(formatted_number(12, "decimalFullWidth") == "１２");
  CHECK(formatted_number(4, "upperRoman") == "IV");
  CHECK(formatted_number(28, "lowerLetter") == "bb");
  CHECK(formatted_number(2'000'000'000, "upperLetter").size() == 20);
  CHECK(formatted_number(5, "bullet").empty());
}

TEST_CASE("a level starts afresh below a higher one, and counts on where only lower ones came between") {
  Counter counter(definition(0, level(0, "%1、") + level(1, "（%2）") + level(2, "%1.%2.%3")) + list(1, 0));
  CHECK(counter.next(1, 0) == "1、");
  CHECK(counter.next(1, 1) == "（1）");
  CHECK(counter.next(1, 1) == "（2）");
  CHECK(counter.next(1, 2) == "1.2.1 ");
  CHECK(counter.next(1, 1) == "（3）");
  CHECK(counter.next(1, 0) == "2、");
  CHECK(counter.next(1, 2) == "2.1.1 ");
  CHECK(counter.next(1, 1) == "（2）");
}

TEST_CASE("instances of one definition count on together, unless one starts for itself") {
  Counter counter(definition(0, level(0, "%1.")) + list(1, 0) + list(2, 0) +
                  list(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"));
  CHECK(counter.next(1, 0) == "1. ");
  CHECK(counter.next(2, 0) == "2. ");
  CHECK(counter.next(3, 0) == "1. ");
  CHECK(counter.next(3, 0) == "2. ");
}

TEST_CASE("a level that goes on whatever stands above it, legal numbers, and no gap") {
  Counter counter(
      definition(0,
                 level(0, "第%1部分", "<w:numFmt w:val=\"chineseCounting\"/>") +
                     level(1, "%1.%2", "<w:isLgl/><w:suff w:val=\"nothing\"/><w:lvlRestart w:val=\"0\"/>")) +
      list(1, 0));
  CHECK(counter.next(1, 0) == "第一部分 ");
  CHECK(counter.next(1, 1) == "1.1");
  CHECK(counter.next(1, 0) == "第二部分 ");
  CHECK(counter.next(1, 1) == "2.2");
}

TEST_CASE("lists that are not there, bullets, and levels out of range give nothing") {
  Counter counter(definition(0, level(0, "•", "<w:numFmt w:val=\"bullet\"/>")) + list(1, 0) + list(2, 7));
  CHECK(counter.next(1, 0).empty());
  CHECK(counter.next(2, 0).empty());
  CHECK(counter.next(9, 0).empty());
  CHECK(counter.next(1, 99).empty());
  CHECK(counter.next(1, -1).empty());
}
