// Functional classes listed below a colon against the expenditure above them.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// 100 = 60 + 30 + 10, each item in a paragraph of its own.
Sketch listed(std::string_view total, std::string_view last_item) {
  Sketch sketch;
  sketch.paragraph().sentence({{"expenditure.total", total}}).colon();
  sketch.paragraph().sentence({{"function.2010101", "60万元"}});
  sketch.paragraph().sentence({{"function.2080505", "30万元"}});
  sketch.paragraph().sentence({{"function.2210201", last_item}});
  return sketch;
}

}  // namespace

TEST_CASE("items listed below the expenditure add up to it") {
  CHECK(outcomes(listed("100万元", "10万元").of("sum.classification")) == "holds: 60 + 30 + 10 = 100");
}

TEST_CASE("items that exceed the expenditure contradict it") {
  CHECK(outcomes(listed("100万元", "19万元").of("sum.classification")) ==
        "fails error: 60 + 30 + 19 = 109 ≠ 100");
}

TEST_CASE("items that fall short of it are something to explain: small ones may not be listed") {
  CHECK(outcomes(listed("110万元", "10万元").of("sum.classification")) ==
        "fails notice: 60 + 30 + 10 = 100 ≠ 110");
}

TEST_CASE("what an item says of other years and of its change is not added") {
  Sketch sketch;
  sketch.paragraph().sentence({{"expenditure.total", "100万元"}}).colon();
  sketch.paragraph().sentence({{"function.2010101", "60万元"}, {"function.2010101", "55万元"}});
  sketch.last().period = 2019;
  sketch.sentence({{"function.2010101", "5万元"}});
  sketch.last().measure = Measure::change;
  sketch.paragraph().sentence({{"function.2080505", "40万元"}});
  CHECK(outcomes(sketch.of("sum.classification")) == "holds: 60 + 40 = 100");
}

TEST_CASE("a list with a figure that is not understood, or with classes of two levels, is no list of items") {
  Sketch strange = listed("100万元", "19万元");
  Source unknown = strange.fact(3).source;
  strange.disclosure.facts.pop_back();
  strange.disclosure.unplaced.push_back(unknown);
  CHECK(strange.of("sum.classification").empty());

  Sketch mixed;
  mixed.paragraph().sentence({{"expenditure.total", "100万元"}}).colon();
  mixed.paragraph().sentence({{"function.201", "90万元"}});
  mixed.paragraph().sentence({{"function.2010101", "60万元"}});
  CHECK(mixed.of("sum.classification").empty());
}

TEST_CASE("an item listed twice counts once where its amounts agree, and forbids the sum where they do not") {
  Sketch again = listed("100万元", "10万元");
  again.paragraph().sentence({{"function.2210201", "10万元"}});
  CHECK(outcomes(again.of("sum.classification")) == "holds: 60 + 30 + 10 = 100");
  Sketch other = listed("100万元", "10万元");
  other.paragraph().sentence({{"function.2210201", "12万元"}});
  CHECK(other.of("sum.classification").empty());
}

TEST_CASE("a list that follows a sentence without figures is of the expenditure that its words name") {
  Sketch sketch;
  sketch.paragraph().sentence({{"expenditure.total", "130万元"}, {"expenditure.total", "100万元"}});
  sketch.last().scope = Scope::fiscal;
  sketch.words("财政拨款支出主要内容如下：");
  sketch.paragraph().sentence({{"function.2010101", "60万元"}});
  sketch.paragraph().sentence({{"function.2080505", "40万元"}});
  CHECK(outcomes(sketch.of("sum.classification")) == "holds: 60 + 40 = 100");
  sketch.document.text.replace(sketch.document.text.find("财政拨款"), 12, "本年各项");
  CHECK(sketch.of("sum.classification").empty());
}

TEST_CASE("classes in a column without a total of its own are the expenditure of the column beside") {
  const auto table = [](std::string_view last) {
    Sketch sketch;
    sketch.table("收支预算总表", {{"功能分类", "金额", "支出用途", "金额"},
                                  {"一般公共服务支出", "60.00", "基本支出", "70.00"},
                                  {"住房保障支出", std::string(last), "项目支出", "30.00"},
                                  {"", "", "支出合计", "100.00"}});
    sketch.cell(0, 1, "function.201", "60.00万元");
    sketch.cell(1, 1, "function.221", std::string(last) + "万元");
    sketch.cell(2, 3, "expenditure.total", "100.00万元");
    return sketch.of("sum.classification");
  };
  CHECK(outcomes(table("40.00")) == "holds: 60.00 + 40.00 = 100.00");
  CHECK(outcomes(table("90.00")) == "fails error: 60.00 + 90.00 = 150.00 ≠ 100.00");
  CHECK(outcomes(table("30.00")) == "fails notice: 60.00 + 30.00 = 90.00 ≠ 100.00");
}
