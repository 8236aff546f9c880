// How grave a failing relation is: last places, dropped zeros.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

Sketch basic(std::string_view total, std::string_view personnel, std::string_view operating) {
  Sketch sketch;
  sketch.sentence({{"expenditure.basic", total},
                   {"expenditure.personnel", personnel},
                   {"expenditure.operating", operating}});
  return sketch;
}

}  // namespace

TEST_CASE("beyond the tolerance by one unit of the last place: a notice") {
  CHECK(basic("371.20万元", "294.65万元", "76.54万元").of("sum.basic")[0].status == Status::holds);
  CHECK(outcomes(basic("371.21万元", "294.65万元", "76.54万元").of("sum.basic")) ==
        "fails notice: 294.65 + 76.54 = 371.19 ≠ 371.21");
  CHECK(basic("371.25万元", "294.65万元", "76.54万元").of("sum.basic")[0].severity == Severity::error);
}

TEST_CASE("what would hold with figures as short as printed is a warning, unless zeros are visibly dropped") {
  CHECK(basic("371.4万元", "294.65万元", "76.54万元").of("sum.basic")[0].severity == Severity::error);
  Sketch sketch = basic("83万元", "40.30万元", "42.45万元");
  CHECK(outcomes(sketch.of("sum.basic")) == "fails warning: 40.30 + 42.45 = 82.75 ≠ 83");
  sketch.paragraph().sentence({{"expenditure.basic", "83.00万元"}});
  CHECK(sketch.of("sum.basic")[0].severity == Severity::error);
}
