// What changed figures do to the checks, and what a figure would have to be for them to hold.
// Tested in tests/unit/views/what_if_test.cpp.
#pragma once

#include "views/analysis.h"
#include "views/edits.h"

#include <cstdint>
#include <vector>

namespace mingzhang {

/// A relation that comes out differently than in the document as printed.
struct Outcome {
  std::uint32_t finding = 0;  // into the findings of now
  bool fails = false;         // it does now
};
/// In the order of `now`. A relation that exists only now speaks up only where it fails.
std::vector<Outcome> outcomes_of(const Findings& printed, const Findings& now);

/// Another value for one figure, and what it does.
struct Remedy {
  Decimal value;  // in the figure's own unit
  /// Failing findings that then hold; one at least.
  std::vector<std::uint32_t> mended;
  /// Findings that hold now and then would not.
  std::uint32_t broken = 0;
};
/// The value that each failing relation of the figure asks of it, those that mend most first; empty where no
/// other value helps. Found by trying: the checks run once for a probe and once for each candidate.
std::vector<Remedy> remedies_for(const Analysis& analysis, const Knowledge& knowledge, FactIndex fact);

/// The figures that have to follow for the relations that held in the document as printed to hold again: a
/// total whose parts changed, the same figure in other places. A changed total asks nothing of its parts
/// where they are several: which of them would change nobody can say. `made` are the edits that are in the
/// analysis; the result is to be made beside them.
std::vector<Edit> carried_edits(const Analysis& analysis, const Knowledge& knowledge, const Findings& printed,
                                const std::vector<Edit>& made);

}  // namespace mingzhang
