// Formats that the program does not read itself are converted by a process of Node.js (web/convert/main.mjs):
// one for all files of a run, started with the first of them, one file after the other. It may crash or hang:
// then the file gets an error, and a new process takes the next one.
//
// The messages are described in web/convert/frames.ts. Tested through the program in tests/cli/ (Pdf).
#pragma once

#include "text/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mingzhang::cli {

/// The converter's number for a format; nullopt where the program reads it itself, or nobody does.
std::optional<std::uint8_t> converter_of(std::string_view format);

class Converter {
 public:
  Converter();
  ~Converter();
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// What the program reads in place of the file. May be called from several threads; each waits its turn.
  ///
  /// Errors: convert.absent (no Node.js, or the converter is not where it belongs), convert.stopped,
  /// convert.too_slow, and those of web/convert and web/pdf.
  Result<std::vector<std::uint8_t>> convert(std::uint8_t format, std::string_view format_name,
                                            std::span<const std::uint8_t> file);

 private:
  class Process;
  std::unique_ptr<Process> process_;
};

}  // namespace mingzhang::cli
