// The tables of a disclosure as rows of cells with tabs between them.
#pragma once

#include "printing.h"

#include <string>

namespace mingzhang::generator {

/// All tables that the body's habit and kind have, each with its title and unit line.
std::string write_tables(const Budget& budget, const Style& style);

}  // namespace mingzhang::generator
