#include "made.h"
#include "text/utf8.h"
#include "views/view_models.h"

using namespace mingzhang;

namespace {

/// One paragraph block over the whole text.
Made paragraph(std::string text) {
  Made made(std::move(text));
  Block block;
  block.span = {0, static_cast<std::uint32_t>(made.analysis.document.text.size())};
  made.analysis.document.blocks.push_back(block);
  return made;
}

std::string_view words(const Made& made, const Excerpt& excerpt) {
  return made.analysis.document.words(excerpt.span);
}

Source source_at(Span span) {
  Source source;
  source.span = span;
  return source;
}

}  // namespace

TEST_CASE("an excerpt is the sentence around a place, its full stop included") {
  Made made = paragraph("甲说了一句。“乙花了12.35万元。”丙没有说。");
  const Excerpt excerpt = excerpt_around(made.analysis.document, made.span_of("12.35万元"), 100);
  CHECK(words(made, excerpt) == "“乙花了12.35万元。”");
  REQUIRE(excerpt.marked.size() == 1);
  CHECK(made.analysis.document.words(excerpt.marked[0]) == "12.35万元");
  CHECK_FALSE(excerpt.cut_before);
  CHECK_FALSE(excerpt.cut_after);
}

TEST_CASE("a long sentence is cut on both sides of the place, and never inside a figure") {
  Made made = paragraph("一二三四五六七八九十，收入1234567.89万元，支出83万元，一二三四五六七八九十。");
  const Excerpt excerpt = excerpt_around(made.analysis.document, made.span_of("83万元"), 12);
  CHECK(excerpt.cut_before);
  CHECK(excerpt.cut_after);
  const std::string_view shown = words(made, excerpt);
  CHECK(shown.find("支出83万元，") != std::string_view::npos);
  CHECK(shown.size() < 60);
  const Excerpt wider = excerpt_around(made.analysis.document, made.span_of("一二"), 7);
  CHECK(is_valid_utf8(words(made, wider)));
  Made figures = paragraph("甲1234567.89乙");
  const Excerpt whole = excerpt_around(figures.analysis.document, figures.span_of("乙"), 3);
  CHECK(words(figures, whole).starts_with("1234567.89"));
}

TEST_CASE("an excerpt at the very start and end of a text stays inside it") {
  Made made = paragraph("28.55元");
  const Excerpt excerpt = excerpt_around(made.analysis.document, {0, 8}, 1);
  CHECK(words(made, excerpt) == "28.55元");
}

TEST_CASE("in a table the excerpt is the row") {
  Made made("\t项目\n\t数量\n\n\t汽车\n\t5\n");
  Table table;
  table.rows = 2;
  table.columns = 2;
  for (const char* cell : {"项目", "数量", "汽车", "5"})
    table.cells.push_back({made.span_of(cell)});
  const Span place = table.cells[3].span;
  made.analysis.document.tables.push_back(table);
  Block block;
  block.kind = BlockKind::table;
  block.table = 0;
  block.span = {0, static_cast<std::uint32_t>(made.analysis.document.text.size())};
  made.analysis.document.blocks.push_back(block);
  const Excerpt excerpt = excerpt_around(made.analysis.document, place, 100);
  CHECK(words(made, excerpt) == "汽车\n\t5");
}

TEST_CASE("places of one sentence are marked in one excerpt, in order; other sentences have their own") {
  Made made = paragraph("甲1元，乙2元。丙3元。");
  const Span first = made.span_of("1元");
  const Span second = made.span_of("2元");
  const Span third = made.span_of("3元");
  const std::vector<Source> sources = {source_at(third), source_at(second), source_at(first),
                                       source_at(second)};
  const std::vector<Excerpt> excerpts = excerpts_of(made.analysis.document, sources, 100);
  REQUIRE(excerpts.size() == 2);
  CHECK(words(made, excerpts[0]) == "丙3元。");
  CHECK(excerpts[1].marked == std::vector<Span>{first, second});
}

TEST_CASE("a place that no block holds still has its line") {
  Made made("甲\n乙3元\n丙");
  const Excerpt excerpt = excerpt_around(made.analysis.document, made.span_of("3元"), 100);
  CHECK(words(made, excerpt) == "乙3元");
}
