// A part is not larger than its whole.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

/// The seed's table of assets in small: vehicles marked 其中 below general equipment.
Sketch assets() {
  Sketch sketch;
  sketch.table("资产", {{"项目", "数量", "价值"},
                        {"", "116", "172.2"},
                        {"房屋（平方米）", "0", "0"},
                        {"通用设备", "50", "49.36"},
                        {"其中：汽车", "5", "107.89"},
                        {"家具用具", "66", "14.95"}});
  constexpr const char* concepts[] = {"assets.total", "assets.buildings", "assets.general_equipment",
                                      "assets.vehicles", "assets.furniture"};
  constexpr const char* quantities[] = {"116件", "0平方米", "50件", "5辆", "66件"};
  constexpr const char* amounts[] = {"172.2万元", "0万元", "49.36万元", "107.89万元", "14.95万元"};
  for (int row = 0; row < 5; ++row) {
    sketch.cell(row, 1, concepts[row], quantities[row]);
    sketch.last().measure = Measure::quantity;
    sketch.cell(row, 2, concepts[row], amounts[row]);
  }
  return sketch;
}

}  // namespace

TEST_CASE("a row marked 其中 that is larger than the row above it, with how the columns read it") {
  Sketch sketch = assets();
  CHECK(outcomes(sketch.of("sum.assets_amount")) == "holds: 0 + 49.36 + 107.89 + 14.95 = 172.2");
  CHECK(outcomes(sketch.of("sum.assets_quantity")) == "holds: 50 + 66 = 116");
  const auto findings = sketch.of("part.of_which");
  REQUIRE(outcomes(findings) == "holds: 5 ≤ 50; fails error: 107.89 > 49.36");
  CHECK(findings[1].message == "part.readings.fails");
  CHECK(findings[1].difference == "58.53");
}

TEST_CASE("where no reading adds up, the marked row is read as its size allows") {
  Sketch sketch = assets();
  sketch.fact(1).value = Decimal(2722, 1);
  CHECK(outcomes(sketch.of("sum.assets_amount")) ==
        "fails error: 0 + 49.36 + 107.89 + 14.95 = 172.2 ≠ 272.2");
  sketch.fact(0).value = Decimal(216, 0);
  CHECK(outcomes(sketch.of("sum.assets_quantity")) == "fails error: 50 + 66 = 116 ≠ 216");
}

TEST_CASE("concepts that contain each other, stated in one sentence") {
  Sketch sketch;
  sketch.sentence({{"three_public.total", "10万元"}, {"three_public.reception", "8万元"}});
  CHECK(outcomes(sketch.of("part.of_which")) == "holds: 8 ≤ 10");
  sketch.last().value = Decimal(12, 0);
  CHECK(outcomes(sketch.of("part.of_which")) == "fails error: 12 > 10");
}

TEST_CASE("small firms' share of procurement") {
  Sketch sketch(2022);
  sketch.sentence(
      {{"procurement.total", "100万元"}, {"procurement.sme", "60万元"}, {"procurement.micro", "40万元"}});
  CHECK(outcomes(sketch.of("part.sme")) == "holds: 60 ≤ 100; holds: 40 ≤ 60");
  sketch.last().value = Decimal(30, 0);
  CHECK(outcomes(sketch.of("part.sme")).find("fails warning: 30 < 60% × 60") != std::string::npos);
  sketch.fact(1).value = Decimal(160, 0);
  CHECK(outcomes(sketch.of("part.sme")).find("fails error: 160 > 100") != std::string::npos);
}
