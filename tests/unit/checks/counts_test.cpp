// Costs and the things that they are spent on.
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

TEST_CASE("a running cost goes with vehicles, and vehicles with a running cost") {
  const auto status = [](const char* cost, const char* vehicles) {
    Sketch sketch;
    sketch.sentence({{"vehicles", vehicles}})
        .paragraph()
        .sentence({{"three_public.vehicle_operation", cost}});
    return sketch.of("count.cost")[0].status;
  };
  CHECK(status("16.20万元", "5辆") == Status::holds);
  CHECK(status("0万元", "0辆") == Status::holds);
  CHECK(status("16.20万元", "0辆") == Status::fails);
  CHECK(status("0万元", "5辆") == Status::fails);
}

TEST_CASE("vehicles of one kind, or of another year, say nothing of the cost") {
  Sketch sketch;
  sketch.sentence({{"vehicles", "0辆"}, {"three_public.vehicle_operation", "16.20万元"}});
  sketch.fact(0).period = 2019;
  CHECK(sketch.of("count.cost").empty());
  sketch.fact(0).period = 2020;
  sketch.fact(0).subject = std::string("应急保障用车");
  CHECK(sketch.of("count.cost").empty());
}

TEST_CASE("a cost of buying vehicles goes with vehicles to be bought, not the reverse") {
  const auto said = [](std::string_view cost, std::string_view planned) {
    Sketch sketch;
    sketch.sentence({{"three_public.vehicle_purchase", cost}});
    sketch.paragraph().sentence({{"vehicles.planned", planned}});
    return outcomes(sketch.of("count.cost"));
  };
  CHECK(said("25.00万元", "1辆") == "holds: 25.00万元, 1辆");
  CHECK(said("25.00万元", "0辆") == "fails warning: 25.00万元, 0辆");
  CHECK(said("0万元", "2辆").empty());
}
