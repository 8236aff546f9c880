// An Analysis as bytes, to cross from one running instance of this program to another of the same build: a
// document read in a worker, or kept in a page that was saved with it. Not a format to store: another build
// understands it differently, and `build` tells them apart.
//
// Everything that an Analysis holds is packed by its fields (fields.h), so a new field needs nothing here; a
// new kind of member does not compile until it is dealt with. Tested in tests/unit/views/packed_test.cpp.
#pragma once

#include "views/analysis.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mingzhang {

std::vector<std::uint8_t> packed(const Analysis& analysis);

/// nullopt where the bytes are cut short, too long or of another layout. What is inside is taken as it is:
/// only give it what packed() of this build has made.
std::optional<Analysis> unpacked(std::span<const std::uint8_t> bytes);

}  // namespace mingzhang
