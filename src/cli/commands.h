// The commands: each writes to standard output and standard error and returns the exit status.
// Tested through the program in tests/cli/.
#pragma once

#include "cli/options.h"

namespace mingzhang::cli {

enum ExitStatus : int { all_well = 0, contradiction_found = 1, could_not = 2 };

int run_check(const Options& options, const Knowledge& knowledge);
int run_facts(const Options& options, const Knowledge& knowledge);
int run_text(const Options& options);
int run_rules(const Options& options, const Knowledge& knowledge);

/// To standard output; false where it could not be written.
bool print(std::string_view text);

}  // namespace mingzhang::cli
