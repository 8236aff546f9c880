// What an earlier run of `check --format ndjson` has reported already: --skip-done. Tested through the
// program in tests/cli/.
#pragma once

#include "cli/commands.h"
#include "text/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::cli {

/// Inputs by name and content, from the reports in a file. A line that was cut short, or that is no report,
/// counts for nothing; so does the report of a file that has changed since.
class Done {
 public:
  /// Reads the file a piece at a time; keeps 17 bytes for each report.
  static Result<Done> load(const std::string& path);

  /// The exit status that its report stands for; nullopt where there is no report. `sha256` as in the report:
  /// empty where the input could not be read.
  std::optional<ExitStatus> status_of(std::string_view name, std::string_view sha256) const;
  /// Cuts off what standard output, if it goes to the same file, has behind its last whole line: a run that
  /// was stopped may have left half a report there.
  void cut_standard_output() const;

 private:
  struct Report {
    std::uint64_t key[2];
    ExitStatus status;
  };

  void add(std::string_view line);

  std::string path_;
  std::vector<Report> reports_;    // in the order of their keys
  std::uint64_t whole_lines_ = 0;  // bytes
};

}  // namespace mingzhang::cli
