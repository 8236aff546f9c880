// The bundled knowledge for targets that go the whole way, loaded once.
#pragma once

#include "fuzz.h"
#include "views/analysis.h"

namespace mingzhang::fuzz {

inline const Knowledge& knowledge() {
  static const Result<Knowledge> loaded = Knowledge::load();
  require(loaded.ok(), "the bundled knowledge loads");
  return loaded.value();
}

}  // namespace mingzhang::fuzz
