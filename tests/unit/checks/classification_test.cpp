// Classes, subclasses and items by code.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

Sketch functions(std::string_view total, std::string_view first, std::string_view second) {
  Sketch sketch;
  sketch.table("支出", {{"科目", "金额"}, {"类", "a"}, {"款", "b"}, {"项", "c"}, {"项", "d"}});
  sketch.cell(0, 1, "function.201", total, "一般公共服务支出");
  sketch.cell(1, 1, "function.20101", total, "人大事务");
  sketch.cell(2, 1, "function.2010101", first, "行政运行");
  sketch.cell(3, 1, "function.2010104", second, "人大会议");
  return sketch;
}

}  // namespace

TEST_CASE("a class is its subclasses, a subclass its items") {
  Sketch right = functions("100.50万元", "70.50万元", "30万元");
  CHECK(outcomes(right.of("sum.classification")) == "holds: 100.50 = 100.50; holds: 70.50 + 30 = 100.50");
  Sketch wrong = functions("100.50万元", "70.50万元", "20万元");
  CHECK(outcome(wrong.of("sum.classification")[1]) == "fails error: 70.50 + 20 = 90.50 ≠ 100.50");
}

TEST_CASE("the row of totals is the sum of the classes, a row's total the sum of its columns") {
  const auto table = [](std::string_view all, std::string_view basic) {
    Sketch sketch;
    sketch.table("支出总表", {{"科目", "合计", "基本支出", "项目支出"},
                              {"一般公共服务支出", "a", "b", "c"},
                              {"住房保障支出", "d", "e", "f"},
                              {"合计", "g", "h", "i"}});
    const auto row = [&](std::int32_t at, const char* concept_id, const char* subject, std::string_view total,
                         std::string_view first, std::string_view second) {
      sketch.cell(at, 1, concept_id, total, subject);
      sketch.cell(at, 2, concept_id, first, subject);
      sketch.last().part = Part::basic;
      sketch.cell(at, 3, concept_id, second, subject);
      sketch.last().part = Part::project;
    };
    row(0, "function.201", "一般公共服务支出", "100.50万元", basic, "30.50万元");
    row(1, "function.221", "住房保障支出", "20.00万元", "20.00万元", "0万元");
    row(2, "expenditure.total", "", all, "90.00万元", "30.50万元");
    return sketch;
  };
  Sketch right = table("120.50万元", "70.00万元");
  CHECK(right.of("sum.table").size() == 6);
  for (const Finding& finding : right.of("sum.table"))
    CHECK(finding.status == Status::holds);
  Sketch wrong_total = table("125.50万元", "70.00万元");
  int fails = 0;
  for (const Finding& finding : wrong_total.of("sum.table"))
    fails += finding.status == Status::fails ? 1 : 0;
  CHECK(fails == 2);
  const auto wrong_cell = table("120.50万元", "77.00万元").of("sum.table");
  for (const Finding& finding : wrong_cell) {
    if (finding.status != Status::fails) continue;
    REQUIRE(finding.repair.size() == 1);
    CHECK(finding.repair[0].value == Decimal(70, 0));
  }
}
