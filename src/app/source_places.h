// What is marked in the source: figures, and words that a finding rests on though no figure stands there.
#pragma once

#include "views/view_models.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

struct SourcePlace {
  Span span;
  std::int32_t fact = none;
  std::int32_t finding = none;  // the gravest failing one
  bool figure = false;
};

/// The finding holds this figure responsible: it uses it and names no other as the likely wrong one.
bool doubts(const Finding& finding, FactIndex fact);

/// In order of place; none overlaps another.
std::vector<SourcePlace> source_places(const Analysis& analysis, const std::vector<Mark>& marks);

}  // namespace mingzhang
