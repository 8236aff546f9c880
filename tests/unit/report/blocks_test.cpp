#include "made_report.h"

using namespace mingzhang;

TEST_CASE("blocks, tables and cells, a line each, rows of heads apart") {
  const std::string lines = write_blocks(MadeReport().analysis.document);
  const MadeReport made;
  const Span paragraph = made.analysis.document.blocks[0].span;
  const std::string first = "paragraph\t" + std::to_string(paragraph.start) + "\t" +
                            std::to_string(paragraph.end) + "\t一\t支出100.50万元";
  CHECK(lines.starts_with(first));
  CHECK(lines.find("\t0\t1\t2\t1\t万元\t\n") != std::string::npos);
  CHECK(lines.find("merged\t0\t0\t0\th0\t1\t\n") != std::string::npos);
  CHECK(lines.find("\t0\t0\t1\t3个\n") != std::string::npos);
}

TEST_CASE("line breaks and tabs inside words do not break a line") {
  MadeReport made;
  Block block;
  block.span = {0, 0};
  made.analysis.document.text.insert(0, "甲\n\t\\乙");
  block.span = {0, 9};
  made.analysis.document.blocks = {block};
  CHECK(write_blocks(made.analysis.document) == "paragraph\t0\t9\t\t甲\\n\\t\\\\乙\n");
}
