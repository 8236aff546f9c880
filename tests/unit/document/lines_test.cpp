// Lines: every kind of break, blank lines counted, byte-order mark left out, pages.
#include "document/lines.h"

#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// Every line as "<blanks><t|p><page?>words", parted by '|'.
std::string lines(std::string_view text) {
  std::string out;
  for (const Line& line : split_lines(text)) {
    if (!out.empty()) out += '|';
    out += std::to_string(line.blanks) + (line.kind == LineKind::tabbed ? "t" : "p") +
           (line.starts_page ? "^" : "") + std::string(line.words.of(text));
  }
  return out;
}

}  // namespace

TEST_CASE("LF, CR LF, CR and form feed end a line") {
  CHECK(lines("a\nb\r\nc\rd\fe") == "0pa|0pb|0pc|0pd|0p^e");
  CHECK(lines("a\r\n\r\nb") == "0pa|1pb");
  CHECK(lines("a\r\rb") == "0pa|1pb");
  CHECK(lines("a\n\r\nb\n") == "0pa|1pb");
}

TEST_CASE("white space around words is left out, of every width") {
  CHECK(lines(" 甲 \n\u3000\u3000乙\u00A0\n") == "0p甲|0p乙");
  CHECK(lines("\uFEFF甲") == "0p甲");
}

TEST_CASE("a blank line has white space only; a lone tab is an empty cell") {
  CHECK(lines("a\n \n\u3000\n\nb") == "0pa|3pb");
  CHECK(lines("a\n\t\n\t \n\tb ") == "0pa|0t|0t|0tb");
}

TEST_CASE("a page's first line is marked even behind blank lines") {
  CHECK(lines("a\n\f\n\nb") == "0pa|3p^b");
}

TEST_CASE("a line that no break ends is a line") {
  CHECK(lines("a") == "0pa");
  CHECK(lines("") == "");
  CHECK(lines("\n\n") == "");
}

TEST_CASE("tabs are counted wherever they stand") {
  CHECK(split_lines("\ta\tb\t")[0].tabs == 3);
  CHECK(split_lines("a\tb")[0].tabs == 1);
  CHECK(split_lines("a b")[0].tabs == 0);
}
