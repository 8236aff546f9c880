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
  CHECK(outcome(wrong.of("sum.classification")[1]) == "fails error: 70.50 + 20 = 90.5 ≠ 100.50");
}
