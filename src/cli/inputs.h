// Names on the command line as a list of inputs, and their bytes. Tested through the program in tests/cli/.
#pragma once

#include "report/report.h"
#include "text/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mingzhang::cli {

struct Input {
  /// As given, or below the folder as given; "-" is standard input.
  std::string path;
  /// What is wrong with it already: a folder without files, a pipe in a folder.
  std::optional<Error> error;
};

/// Folders become their files, with those of subfolders, in byte order of the paths. Links to folders are
/// followed unless they lead back to a folder that they stand in.
std::vector<Input> expanded(const std::vector<std::string>& names);

struct Bytes {
  std::vector<std::uint8_t> data;
  /// Of the whole input, also where reading stopped because it is longer than the limit.
  std::uint64_t size = 0;
};

/// Never reads more than one byte beyond limits::input_bytes.
Result<Bytes> read_input(const std::string& path);

}  // namespace mingzhang::cli
