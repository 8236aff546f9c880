// Unit lines as they are printed above, inside and beside tables.
#include "document/unit_line.h"

#include <string>

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::string shown(std::string_view text, UnitLine line) {
  if (line.unit == Unit::none) return "none";
  return std::string(line.span.of(text)) + " = " + std::string(name_of(line.unit)) +
         (line.alone ? " alone" : "");
}
std::string unit_line(std::string_view text) {
  return shown(text, find_unit_line(text, {0, static_cast<std::uint32_t>(text.size())}));
}
std::string label(std::string_view text) {
  return shown(text, find_unit_of_label(text, {0, static_cast<std::uint32_t>(text.size())}));
}

}  // namespace

TEST_CASE("unit lines name a unit") {
  CHECK(unit_line("单位：万元") == "单位：万元 = 万元 alone");
  CHECK(unit_line("单位:元") == "单位:元 = 元 alone");
  CHECK(unit_line("单位 ： 万元 ") == "单位 ： 万元 = 万元 alone");
  CHECK(unit_line("金额单位：万元") == "金额单位：万元 = 万元 alone");
  CHECK(unit_line("（金额单位：亿元）") == "（金额单位：亿元） = 亿元 alone");
  CHECK(unit_line("价值\n（金额单位：万元）") == "（金额单位：万元） = 万元");
  CHECK(unit_line("部门：临禾县文化馆        单位：万元") == "单位：万元 = 万元");
}

TEST_CASE("a body, a head and an unknown word are no unit") {
  CHECK(unit_line("预算单位：临禾县文化馆") == "none");
  CHECK(unit_line("实施单位：人") == "none");
  CHECK(unit_line("单位名称") == "none");
  CHECK(unit_line("单位：临禾县财政局") == "none");
  CHECK(unit_line("单位：") == "none");
  CHECK(unit_line("单位") == "none");
  CHECK(unit_line("") == "none");
}

TEST_CASE("a body before the unit line is passed over") {
  CHECK(unit_line("编制单位：临禾县文化馆 单位：元") == "单位：元 = 元");
}

TEST_CASE("a label names its unit in closing brackets") {
  CHECK(label("资金情况（万元）") == "资金情况（万元） = 万元");
  CHECK(label("资金情况(元)") == "资金情况(元) = 元");
  CHECK(label("（万元）") == "（万元） = 万元 alone");
  CHECK(label("房屋（含附属用房）") == "none");
  CHECK(label("资金情况") == "none");
  CHECK(label("）") == "none");
  CHECK(label("") == "none");
}
