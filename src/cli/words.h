// What the command line says, from assets/words/command_line.json. Tested through the program in tests/cli/.
#pragma once

#include "checks/message.h"

#include <nlohmann/json.hpp>

namespace mingzhang::cli {

/// The file's part for this language; its shape is laid down in assets/schema/command_line.json.
nlohmann::json words_in(Language language);

}  // namespace mingzhang::cli
