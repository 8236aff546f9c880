// The command line as data. One table in options.cpp says which option belongs to which command and what it
// takes. Tested through the program in tests/cli/.
#pragma once

#include "report/report.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mingzhang::cli {

enum class Command : std::uint8_t { check, facts, text, rules, version, help };

struct Options {
  Command command = Command::help;
  ReportOptions report;
  /// 0: one for each processor.
  unsigned jobs = 0;
  bool blocks = false;
  /// All inputs are one disclosure, or several years of one body: one report.
  bool together = false;
  /// Progress also where standard error is no terminal.
  bool progress = false;
  /// File with the reports of an earlier run; empty for none.
  std::string skip_done;
  std::vector<std::string> inputs;
};

/// Words for `code` are in assets/words/command_line.json under "usage".
struct UsageError {
  std::string code;
  std::string detail;
};

/// A command line and the language in which to speak of it (--lang, else the system's).
struct Parsed {
  std::variant<Options, UsageError> outcome;
  Language language = Language::en;
};

/// `arguments` without the program's name; `system_language` for help and for wrong usage where no --lang is
/// given.
Parsed parse_command_line(const std::vector<std::string_view>& arguments, Language system_language);

}  // namespace mingzhang::cli
