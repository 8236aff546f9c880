// The vocabulary as data: that it loads, that every concept of the contract is there, and how terms are matched.
#include "disclosure/vocabulary.h"

#include <doctest/doctest.h>

#include "assets/assets.h"

using namespace mingzhang;

TEST_CASE("the vocabulary of the assets loads") {
  const auto loaded = Vocabulary::load(asset("vocabulary/concepts.json"), asset("vocabulary/tables.json"));
  REQUIRE(loaded.ok());
  CHECK(loaded.value().find("expenditure.personnel") != no_concept);
}
