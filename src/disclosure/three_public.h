// See three_public.cpp.
#pragma once

#include "disclosure/table_view.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

struct NamedColumn {
  std::uint32_t column = 0;
  ConceptId concept_id = no_concept;
  Stage stage = Stage::unstated;
};

/// What the columns of a row of the three public expenses are, as its sums tell; empty where they do not, or
/// where more than one order of columns would do.
std::vector<NamedColumn> columns_by_sums(Extraction& extraction, TableView& view, std::uint32_t row);

}  // namespace mingzhang
