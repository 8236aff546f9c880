// Rows of the document's tables, as facts point into them.
#pragma once

#include "disclosure/model.h"
#include "document/document.h"

namespace mingzhang {

/// Row of the grid (header rows counted) that a source stands in.
std::uint32_t grid_row(const Document& document, const Source& source);
/// Words of the row's first cell that has any and is no figure's; empty where the row has no label.
Span label_of_row(const Document& document, std::int32_t table, std::uint32_t grid_row);
/// The row's label begins with 其中.
bool is_of_which_row(const Document& document, const Source& source);
bool begins_with_of_which(std::string_view label);

}  // namespace mingzhang
