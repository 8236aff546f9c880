// The treemap's rectangles: areas in proportion, inside the whole, and none over another.
#include "app/treemap.h"

#include <algorithm>

#include <doctest/doctest.h>

namespace mingzhang {
namespace {

double area(const Rect& rect) {
  return static_cast<double>(rect.width) * static_cast<double>(rect.height);
}

bool apart(const Rect& a, const Rect& b) {
  constexpr float slack = 0.01F;
  return a.x + a.width <= b.x + slack || b.x + b.width <= a.x + slack || a.y + a.height <= b.y + slack ||
         b.y + b.height <= a.y + slack;
}

}  // namespace

TEST_CASE("Areas are in proportion to sizes and fill the whole without covering each other") {
  const std::vector<double> sizes = {294.65, 76.54, 30, 20, 15, 10, 8};
  const Rect whole{10, 20, 640, 420};
  const std::vector<Rect> tiles = squarified(sizes, whole);
  double sum = 0;
  for (const double size : sizes)
    sum += size;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    CHECK(area(tiles[i]) == doctest::Approx(area(whole) * sizes[i] / sum).epsilon(0.001));
    CHECK(tiles[i].x >= whole.x - 0.01F);
    CHECK(tiles[i].y + tiles[i].height <= whole.y + whole.height + 0.01F);
    for (std::size_t k = 0; k < i; ++k)
      CHECK(apart(tiles[i], tiles[k]));
  }
}

TEST_CASE("Tiles of like sizes are near squares") {
  for (const Rect& tile : squarified({1, 1, 1, 1, 1, 1}, {0, 0, 600, 400})) {
    CHECK(std::max(tile.width, tile.height) / std::min(tile.width, tile.height) < 1.6F);
  }
}

TEST_CASE("Nothing, zero and negative sizes take no room; order of sizes does not matter") {
  const std::vector<Rect> tiles = squarified({0, 5, -3, 5}, {0, 0, 100, 50});
  CHECK(area(tiles[0]) == 0);
  CHECK(area(tiles[2]) == 0);
  CHECK(area(tiles[1]) == doctest::Approx(2500));
  CHECK(area(tiles[3]) == doctest::Approx(2500));
  CHECK(squarified({}, {0, 0, 10, 10}).empty());
}

}  // namespace mingzhang
