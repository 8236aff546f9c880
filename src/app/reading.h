// From an input's bytes to what the page shows of it, on the page's own thread or in a worker
// (web/reading.cpp). Tests: tests/browser/reading.test.mjs.
#pragma once

#include "text/result.h"
#include "views/analysis.h"

#include <cstdint>
#include <span>
#include <string>

namespace mingzhang {

/// Analysed, and named by its hash. A text that is no disclosure is an Error here (file.not_disclosure):
/// there is nothing to show of it. Errors have the input's name.
Result<Analysis> read_for_page(std::span<const std::uint8_t> bytes, std::string name,
                               const Knowledge& knowledge);

}  // namespace mingzhang
