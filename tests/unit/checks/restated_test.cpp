// One thing stated twice: in prose, in prose and table, in two tables.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("two sentences agree, or differ by more than rounding explains") {
  Sketch sketch;
  sketch.sentence({{"expenditure.operating", "76.54万元"}})
      .paragraph()
      .sentence({{"expenditure.operating", "76.54万元"}});
  CHECK(outcomes(sketch.of("equal.restated")) == "holds: 76.54 = 76.54");
  sketch.last().value = Decimal(7645, 2);
  const auto findings = sketch.of("equal.restated");
  REQUIRE(outcomes(findings) == "fails error: 76.54 ≠ 76.45");
  CHECK(findings[0].difference == "-0.09");
}

TEST_CASE("one unit of the last place apart may be rounding, the next is worth a notice") {
  Sketch sketch;
  sketch.sentence({{"expenditure.operating", "76.54万元"}})
      .paragraph()
      .sentence({{"expenditure.operating", "76.55万元"}});
  CHECK(outcomes(sketch.of("equal.restated")) == "holds: 76.54 = 76.55");
  sketch.last().value = Decimal(7656, 2);
  CHECK(outcomes(sketch.of("equal.restated")) == "fails notice: 76.54 ≠ 76.56");
}

TEST_CASE("prose in 万元 and a table in 元 are compared at the prose's precision") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "580.61万元"}});
  sketch.table("支出总表", {{"项", "数"}, {"合计", "5806105.16"}});
  sketch.cell(0, 1, "expenditure.total", "5806105.16元");
  CHECK(outcomes(sketch.of("equal.table_text")) == "holds: 580.61万元 = 5806105.16元");
  sketch.last().value = Decimal(586105160, 2);
  CHECK(sketch.of("equal.table_text")[0].status == Status::fails);
}

TEST_CASE("two tables state one total") {
  Sketch sketch;
  sketch.table("收入总表", {{"项", "数"}, {"合计", "100"}}).cell(0, 1, "revenue.total", "100万元");
  sketch.table("收支总表", {{"项", "数"}, {"合计", "100"}}).cell(0, 1, "revenue.total", "100万元");
  CHECK(outcomes(sketch.of("equal.tables")) == "holds: 100 = 100");
  sketch.last().value = Decimal(110, 0);
  CHECK(outcomes(sketch.of("equal.tables")) == "fails error: 100 ≠ 110");
}

TEST_CASE("things in prose and their row in the table of assets are the same") {
  Sketch sketch;
  sketch.sentence({{"equipment.general", "50件"}, {"vehicles", "5辆"}});
  sketch.table("资产", {{"项目", "数量"}, {"通用设备", "50"}, {"其中：汽车", "6"}});
  const FactIndex general = sketch.cell(0, 1, "assets.general_equipment", "50件");
  const FactIndex vehicles = sketch.cell(1, 1, "assets.vehicles", "6辆");
  sketch.fact(general).period = sketch.fact(vehicles).period = 2019;
  CHECK(outcomes(sketch.of("equal.table_text")) == "holds: 50 = 50; fails error: 5 ≠ 6");
}

TEST_CASE("other scopes, years and subjects are other things") {
  Sketch sketch;
  sketch.sentence({{"expenditure.total", "100万元"}}).paragraph().sentence({{"expenditure.total", "90万元"}});
  SUBCASE("scope") {
    sketch.last().scope = Scope::general_public;
  }
  SUBCASE("year") {
    sketch.last().period = 2019;
  }
  SUBCASE("subject") {
    sketch.last().subject = std::string("x");
  }
  CHECK(sketch.of("equal.restated").empty());
}

TEST_CASE("a total that agrees with the other level or another scope is of that one, and no contradiction") {
  const auto said = [](std::string_view prose) {
    Sketch sketch;
    sketch.table("收支总表", {{"项目", "金额"}, {"本年收入合计", "90.00"}, {"收入总计", "95.50"}});
    sketch.cell(0, 1, "revenue.total", "90.00万元");
    sketch.cell(1, 1, "grand.total", "95.50万元");
    sketch.paragraph().sentence({{"revenue.fiscal", "90.00万元"}});
    sketch.paragraph().sentence({{"revenue.total", prose}});
    return outcomes(sketch.of("equal.table_text"));
  };
  CHECK(said("90.00万元") == "holds: 90.00 = 90.00");
  CHECK(said("95.50万元").empty());
  CHECK(said("96.50万元") == "fails error: 90.00 ≠ 96.50");
  Sketch scopes;
  scopes.sentence({{"expenditure.basic", "50.25万元"}});
  scopes.last().scope = Scope::general_public;
  scopes.paragraph().sentence({{"expenditure.basic", "50.25万元"}});
  scopes.paragraph().sentence({{"expenditure.basic", "52.50万元"}});
  // Nothing else speaks for the other figure: one of the two is wrong.
  CHECK(outcomes(scopes.of("equal.restated")) == "fails error: 50.25 ≠ 52.50");
  scopes.paragraph().sentence({{"expenditure.personnel", "52.50万元"}});
  CHECK(scopes.of("equal.restated").empty());
}
