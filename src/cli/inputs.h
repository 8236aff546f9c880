// Names on the command line as a stream of inputs, and their bytes. Tested through the program in tests/cli/.
#pragma once

#include "report/report.h"
#include "text/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
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

// Another room has an Inputs too, and a program of both must tell them apart (one-definition rule).
inline namespace cli_room {
/// Gives the inputs one after the other: names in their order, folders as their files with those of
/// subfolders, in byte order of the paths. Links to folders are followed unless they lead back to a folder
/// that they stand in. Holds the names of the folders that it stands in and nothing else, so that memory does
/// not grow with the number of files in all.
class Inputs {
 public:
  explicit Inputs(std::vector<std::string> names) : names_(std::move(names)) {}

  /// nullopt after the last.
  std::optional<Input> next();

 private:
  struct Folder {
    std::string path;
    std::filesystem::path real;
    std::vector<std::string> entries;  // folders end in '/', so that they sort as their files' paths do
    std::size_t next = 0;
  };

  void enter(const std::string& path);
  /// The next file of the folders that it stands in.
  std::optional<Input> next_file();

  std::vector<std::string> names_;
  std::size_t next_name_ = 0;
  std::vector<Folder> open_;  // outermost first
  bool found_any_ = true;     // below the current name
  std::optional<Input> unreadable_;
};
}  // namespace cli_room

struct Bytes {
  std::vector<std::uint8_t> data;
  /// Of the whole input, also where reading stopped because it is longer than the limit.
  std::uint64_t size = 0;
};

/// Never reads more than one byte beyond limits::input_bytes.
Result<Bytes> read_input(const std::string& path);

}  // namespace mingzhang::cli
