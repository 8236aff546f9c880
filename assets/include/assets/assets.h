// The files of assets/ as built into the program.
#pragma once

#include <string_view>

namespace mingzhang {

/// The bytes of one file, by its path below assets/ ("words/errors.json"; JSON without insignificant white
/// space). Empty where there is none of that name.
std::string_view asset(std::string_view path);

/// The same for what only programs outside the page read: words/command_line.json.
std::string_view asset_beyond_page(std::string_view path);

}  // namespace mingzhang
