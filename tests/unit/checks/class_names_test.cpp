// Names of classes beside their codes.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::string said(std::int16_t year, std::string_view code, std::string_view name) {
  Sketch sketch(year);
  sketch.table("支出表", {{"科目编码", "科目名称", "金额"},
                          {std::string(code), std::string(name), "10.00"},
                          {"221", "住房保障支出", "10.00"}});
  std::string out;
  for (const Finding& finding : sketch.of("structure.class_name"))
    out += finding.message + " ";
  return out;
}

}  // namespace

TEST_CASE("the name of its year, and the name of years before") {
  CHECK(said(2024, "210", "卫生健康支出").empty());
  CHECK(said(2024, "210", "医疗卫生与计划生育支出") == "structure.class_name.year ");
  CHECK(said(2017, "210", "医疗卫生与计划生育支出").empty());
}

TEST_CASE("another code's name; a name that nobody knows is no finding") {
  CHECK(said(2024, "210", "住房保障支出") == "structure.class_name.other ");
  CHECK(said(2024, "210", "本县自设科目").empty());
  // Broken off at the edge of its cell.
  CHECK(said(2024, "2080505", "机关事业单位基本养老保险缴").empty());
}
